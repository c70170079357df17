"""Runs of one-qubit gates joined into one matrix each, since every gate costs a walk over the whole state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .operations import Gate, Operation

__all__ = ["fused"]


def fused(operations: Iterable[Operation]) -> Iterator[Operation]:
    """Yield operations that do the same, with at most one gate on a qubit between two that join it to others."""
    waiting: dict[int, Gate] = {}
    for operation in operations:
        if isinstance(operation, Gate) and len(operation.targets) == 1 and not operation.controls:
            (qubit,) = operation.targets
            before = waiting.get(qubit)
            waiting[qubit] = operation if before is None else _joined(before, operation)
            continue
        for qubit in (*operation.targets, *operation.controls):
            if qubit in waiting:
                yield waiting.pop(qubit)
        yield operation
    yield from waiting.values()


def _joined(first: Gate, second: Gate) -> Gate:
    return Gate("u", second.matrix @ first.matrix, first.targets)
