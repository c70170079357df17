"""Rewriting operations on three and more qubits as operations on one and two, for noise that is known only for those.

The service's own compiler is not published, so the number of noisy gates is an approximation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice, pairwise
from math import pi
from typing import Final

import numpy as np

from . import gates
from .failures import CircuitFailure
from .gates import Matrix
from .interactions import axes, diagonalised, is_swap
from .operations import Gate, PauliExponential, Step

__all__ = ["PRECISION", "lower"]

PRECISION: Final = 1e-3
"""Accuracy to which a ``pauliexp`` is compiled whose terms do not commute; all other gates are exact."""

MAX_TERMS: Final = 20_000
"""Largest number of terms in all steps of such a ``pauliexp``."""

_H = gates.FIXED["h"]
_V = gates.ROTATIONS["rx"](pi / 2)
_BASIS = {"X": _H, "Y": _V, "Z": gates.PAULIS["I"]}
"""For each Pauli operator P the gate B with B P B^-1 = Z."""


def lower(operations: Sequence[Step], limit: int) -> list[Gate] | None:
    """Return gates on at most two qubits that do the same, up to rounding, ``PRECISION`` and a phase of the state.

    Args:
        operations: What to rewrite; a gate with many controls becomes hundreds.
        limit: Largest number of gates.

    Returns:
        The gates, or None when there are more.
    """
    found = list(islice(chain.from_iterable(map(_lower, operations)), limit + 1))
    return found if len(found) <= limit else None


def _lower(operation: Step) -> Iterator[Gate]:
    if isinstance(operation, PauliExponential):
        yield from _pauli_exponential(operation)
    else:
        yield from _gate(operation)


def _gate(gate: Gate) -> Iterator[Gate]:
    if len(gate.targets) + len(gate.controls) <= 2:
        yield gate
    elif len(gate.targets) == 1:
        yield from _controlled(gate.matrix, gate.controls, gate.targets[0])
    elif is_swap(gate):
        a, b = gate.targets
        yield _cx(b, a)
        yield from _controlled(gates.X, (*gate.controls, a), b)
        yield _cx(b, a)
    else:
        yield from _controlled_turn(gate)


def _controlled_turn(gate: Gate) -> Iterator[Gate]:
    """A turn about two axes under controls: turn the axes into Z, gather the parity on one qubit, and turn that."""
    found = axes(gate.matrix)
    if found is None:
        yield from _controlled(gate.matrix[:2, :2], gate.controls, gate.targets[0])
        return
    *bases, angle = found
    a, b = gate.targets
    turn = [Gate("u", basis.conj().T, (qubit,)) for basis, qubit in zip(bases, (a, b), strict=True)]
    turn.append(_cx(a, b))
    yield from turn
    yield from _controlled(gates.ROTATIONS["rz"](angle), gate.controls, b)
    yield from _inverse(turn)


def _pauli_exponential(operation: PauliExponential) -> Iterator[Gate]:
    angles = [coefficient * operation.time for coefficient in operation.coefficients]
    if operation.commuting:
        for term, angle in zip(operation.terms, angles, strict=True):
            yield from _term(term, angle, operation)
        return
    steps = _steps(angles)
    half = [(term, angle / steps / 2) for term, angle in zip(operation.terms, angles, strict=True)]
    for _ in range(steps):
        for term, angle in (*half, *reversed(half)):
            yield from _term(term, angle, operation)


def _steps(angles: Sequence[float]) -> int:
    """Return into how many steps an evolution must be cut, that the second-order product formula is exact enough.

    Its error is at most (sum of |angles|)^3 / 2 for one step: Childs et al. 2021, with every commutator at its largest.
    """
    norm = sum(abs(angle) for angle in angles)
    steps = max(1, int(np.ceil(np.sqrt(norm**3 / 2 / PRECISION))))
    if steps * len(angles) > MAX_TERMS:
        raise CircuitFailure(
            "QuantumCircuitComplexityError", "a 'pauliexp' whose terms do not commute has too long a time to compile"
        )
    return steps


def _term(term: str, angle: float, operation: PauliExponential) -> Iterator[Gate]:
    """exp(-i angle P): turn P into Z...Z, gather the parity on the last qubit, turn that, and go back."""
    touched = [(letter, qubit) for letter, qubit in zip(term, operation.targets, strict=True) if letter != "I"]
    letters, qubits = [letter for letter, _ in touched], [qubit for _, qubit in touched]
    if not qubits:
        if operation.controls:
            phase = np.exp(-1j * angle) * gates.PAULIS["I"]
            yield from _controlled(phase, operation.controls, operation.targets[0])
        return
    turn = [*_basis(letters, qubits), *(_cx(a, b) for a, b in pairwise(qubits))]
    yield from turn
    yield from _controlled(gates.ROTATIONS["rz"](2 * angle), operation.controls, qubits[-1])
    yield from _inverse(turn)


def _controlled(matrix: Matrix, controls: Sequence[int], target: int) -> Iterator[Gate]:
    """Barenco et al. 1995, lemma 7.5: a gate under n controls from gates under n-1."""
    if len(controls) <= 1:
        yield Gate("u", matrix, (target,), tuple(controls))
        return
    *others, last = controls
    root = _square_root(matrix)
    yield Gate("u", root, (target,), (last,))
    yield from _controlled(gates.X, others, last)
    yield Gate("u", root.conj().T, (target,), (last,))
    yield from _controlled(gates.X, others, last)
    yield from _controlled(root, others, target)


def _square_root(matrix: Matrix) -> Matrix:
    values, basis = diagonalised(matrix)
    return np.asarray(basis @ np.diag(np.sqrt(values)) @ basis.conj().T, dtype=np.complex128)


def _basis(letters: Sequence[str], qubits: Sequence[int]) -> list[Gate]:
    return [Gate("u", _BASIS[letter], (qubit,)) for letter, qubit in zip(letters, qubits, strict=True) if letter != "Z"]


def _inverse(turn: Sequence[Gate]) -> list[Gate]:
    return [Gate(g.name, g.matrix.conj().T, g.targets, g.controls) for g in reversed(turn)]


def _cx(control: int, target: int) -> Gate:
    return Gate("cnot", gates.X, (target,), (control,))
