"""The state-vector kernel: gates applied in place on views of one numpy array."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from .gates import PAULIS, Matrix

__all__ = ["State", "apply", "controlled", "pauli_string", "zero_state"]

State: TypeAlias = NDArray[np.complexfloating[Any, Any]]
"""Amplitudes in the order of the state's number: qubit q is bit q of the index."""

_BLOCK = 1 << 15
"""Amplitudes that are changed at a time: with their copies they fit into the second-level cache."""

_SHORT = 32


def zero_state(qubits: int, dtype: type[np.complexfloating[Any, Any]] = np.complex128) -> State:
    """Return the amplitudes of the state in which every qubit is 0."""
    state = np.zeros(1 << qubits, dtype=dtype)
    state[0] = 1
    return state


def apply(state: State, matrix: Matrix, targets: Sequence[int], controls: Sequence[int] = ()) -> None:
    """Apply a matrix to the target qubits wherever all control qubits are 1.

    Args:
        state: Changed in place.
        matrix: For k targets a matrix of 2^k rows; the first target is the most significant bit of its index.
        targets: Distinct qubits.
        controls: Distinct qubits, none of them a target.
    """
    axes, view = _split(state, [*targets, *controls])
    moves = _moves(matrix)
    rows = matrix.astype(state.dtype)
    for block in _blocks(view, {axes[qubit] for qubit in (*targets, *controls)}):
        parts = list(_parts(block, axes, targets, controls))
        old = [part.copy() for part in parts] if moves else parts
        for part, row in zip(parts, rows, strict=True):
            _combine(part, row, old)


def _moves(matrix: Matrix) -> bool:
    return bool(np.count_nonzero(matrix - np.diag(np.diagonal(matrix))))


def _combine(part: State, row: State, old: list[State]) -> None:
    """Set ``part`` to the sum of row[i] * old[i]; with a diagonal matrix ``old`` is the state itself."""
    used = [(factor, source) for factor, source in zip(row, old, strict=True) if factor != 0]
    if not used:
        part[...] = 0
        return
    factor, source = used[0]
    if source is not part or factor != 1:
        np.multiply(source, factor, out=part)
    for factor, source in used[1:]:
        part += source * factor


def _parts(view: State, axes: Mapping[int, int], targets: Sequence[int], controls: Sequence[int]) -> Iterator[State]:
    """Yield the views in which the targets have the values 0..0, 0..1, ... and the controls are 1."""
    for values in product((0, 1), repeat=len(targets)):
        index: list[int | slice] = [slice(None)] * view.ndim
        for qubit, value in zip(targets, values, strict=True):
            index[axes[qubit]] = value
        for qubit in controls:
            index[axes[qubit]] = 1
        yield view[tuple(index)]


def _blocks(view: State, used: set[int]) -> Iterator[State]:
    """Yield pieces of a view, split along unused axes, that fit into a processor's cache.

    numpy walks along the last axis, which is slow when that is short, so that short last axes are taken apart as well.
    """
    if view.size <= _BLOCK:
        yield view
        return
    steps = {axis: view.shape[axis] for axis in range(view.ndim) if axis not in used}
    for axis in sorted(steps, reverse=True):
        if steps[axis] >= _SHORT:
            break
        steps[axis] = 1
    for axis in sorted(steps):
        kept = view.size // prod(view.shape[a] // step for a, step in steps.items())
        steps[axis] = max(1, min(steps[axis], steps[axis] * _BLOCK // kept))
    ranges = [range(0, size, steps.get(axis, size)) for axis, size in enumerate(view.shape)]
    for starts in product(*ranges):
        yield view[tuple(slice(start, start + steps.get(axis, 2)) for axis, start in enumerate(starts))]


def _split(state: State, qubits: Sequence[int]) -> tuple[dict[int, int], State]:
    """Return a view with one axis of length 2 for each given qubit, all others merged between them."""
    shape: list[int] = []
    axes: dict[int, int] = {}
    above = state.size.bit_length() - 1
    for qubit in sorted(qubits, reverse=True):
        shape += [1 << (above - qubit - 1), 2]
        axes[qubit] = len(shape) - 1
        above = qubit
    return axes, state.reshape([*shape, 1 << above])


def pauli_string(state: State, letters: str, targets: Sequence[int]) -> None:
    """Apply a product of Pauli operators in place; letter i acts on target i."""
    for letter, target in zip(letters, targets, strict=True):
        if letter != "I":
            apply(state, PAULIS[letter], [target])


def controlled(state: State, controls: Sequence[int]) -> tuple[State, State, dict[int, int]]:
    """Return the part of the state whose controls are 1: its view, a flat copy, and the new numbers of the qubits."""
    axes, view = _split(state, controls)
    index: list[int | slice] = [slice(None)] * view.ndim
    for qubit in controls:
        index[axes[qubit]] = 1
    part = view[tuple(index)]
    others = [qubit for qubit in range(state.size.bit_length() - 1) if qubit not in controls]
    return part, np.ascontiguousarray(part).reshape(-1).copy(), {qubit: i for i, qubit in enumerate(others)}
