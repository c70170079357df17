"""The final states of a circuit's runs in which different errors happen.

What comes before the first error is computed once for all runs. What comes after is computed for several runs at a
time, side by side in one larger state whose lowest bits are the number of the run, as far as the engine likes that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from typing import Final, TypeAlias

import numpy as np
from attrs import evolve, frozen

from .engines import Engine
from .gates import PAULIS
from .kernel import State, apply
from .operations import Gate, Operation

__all__ = ["Errors", "trajectories", "width"]

Errors: TypeAlias = tuple[tuple[int, int], ...]
"""Where errors happen: (number of the gate, number of the Pauli operator), in order."""

_STRINGS: Final = {size: list(product("IXYZ", repeat=size)) for size in (1, 2)}


def width(gate: Gate) -> int:
    """Return the number of qubits that a gate touches."""
    return len(gate.targets) + len(gate.controls)


def trajectories(
    qubits: int, gates: Sequence[Gate], patterns: Iterable[Errors], engine: Engine
) -> Iterator[tuple[Errors, State]]:
    """Yield each pattern with the state at the end of its run.

    The order depends on the patterns alone, so that samples drawn in it are the same with every engine.
    """
    end = len(gates)
    ordered = iter(sorted(patterns, key=lambda errors: (errors[0][0] if errors else end, errors)))
    bits = max(0, (engine.lanes >> qubits).bit_length() - 1)
    ideal, done = engine(qubits, ()), 0
    while batch := list(islice(ordered, 1 << bits)):
        first = batch[0][0][0] if batch[0] else end
        ideal, done = engine(qubits, gates[done:first], ideal), first
        if first == end:
            yield batch[0], ideal
        else:
            yield from _side_by_side(qubits, gates, first, ideal, batch, engine)


def _side_by_side(
    qubits: int, gates: Sequence[Gate], first: int, ideal: State, batch: list[Errors], engine: Engine
) -> Iterator[tuple[Errors, State]]:
    bits = (len(batch) - 1).bit_length()
    states: State = np.repeat(ideal, 1 << bits)
    states = engine(qubits + bits, _steps(gates, first, batch, bits), states)
    for lane, pattern in enumerate(batch):
        yield pattern, states[lane :: 1 << bits]


def _steps(gates: Sequence[Gate], first: int, batch: list[Errors], bits: int) -> Iterator[Operation]:
    """Yield the gates from the first error on, each followed by the errors that runs have there."""
    errors: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for lane, pattern in enumerate(batch):
        for number, letters in pattern:
            errors[number].append((lane, letters))
    for number in range(first, len(gates)):
        gate = gates[number]
        yield _raised(gate, bits) if bits else gate
        for lane, letters in errors.get(number, ()):
            touched = (*gate.targets, *gate.controls)
            for letter, qubit in zip(_STRINGS[len(touched)][letters], touched, strict=True):
                if letter != "I":
                    yield _Error(letter, qubit, lane, bits) if bits else Gate("error", PAULIS[letter], (qubit,))


def _raised(gate: Gate, bits: int) -> Gate:
    """Return a gate on states that stand side by side."""
    return evolve(
        gate,
        targets=tuple(qubit + bits for qubit in gate.targets),
        controls=tuple(qubit + bits for qubit in gate.controls),
    )


@frozen
class _Error:
    """A Pauli operator on one of the states that stand side by side."""

    letter: str
    qubit: int
    lane: int
    bits: int
    controls: tuple[int, ...] = ()

    @property
    def targets(self) -> tuple[int, ...]:
        return (self.qubit + self.bits,)

    def apply(self, state: State) -> None:
        apply(state[self.lane :: 1 << self.bits], PAULIS[self.letter], (self.qubit,))
