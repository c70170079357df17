"""Rewriting operations on three and more qubits as operations on one and two, for noise that is known only for those.

The service's own compiler is not published, so the number of noisy gates is an approximation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import pi

import numpy as np

from . import gates
from .failures import CircuitFailure
from .gates import Matrix
from .operations import Gate, Operation, PauliExponential

__all__ = ["lower"]

_H = gates.FIXED["h"]
_V = gates.ROTATIONS["rx"](pi / 2)
_BASIS = {"X": _H, "Y": _V, "Z": gates.PAULIS["I"]}
"""For each Pauli operator P the gate B with B P B^-1 = Z."""


def lower(operations: Sequence[Operation]) -> list[Gate]:
    """Return gates on at most two qubits that do the same, up to rounding."""
    return [gate for operation in operations for gate in _lower(operation)]


def _lower(operation: Operation) -> Iterator[Gate]:
    if isinstance(operation, PauliExponential):
        yield from _pauli_exponential(operation)
    elif isinstance(operation, Gate):
        yield from _gate(operation)


def _gate(gate: Gate) -> Iterator[Gate]:
    if len(gate.targets) + len(gate.controls) <= 2:
        yield gate
    elif len(gate.targets) == 1:
        yield from _controlled(gate.matrix, gate.controls, gate.targets[0])
    elif gate.name == "swap":
        a, b = gate.targets
        yield _cx(b, a)
        yield from _controlled(gates.X, (*gate.controls, a), b)
        yield _cx(b, a)
    else:
        letter = {"xx": "X", "yy": "Y", "zz": "Z"}[gate.name]
        turn = _basis([letter, letter], gate.targets)
        a, b = gate.targets
        phases = np.diag(gates.ROTATIONS["rz"](_angle(gate.matrix, letter)))
        yield from turn
        yield _cx(a, b)
        yield from _controlled(np.diag(phases), gate.controls, b)
        yield _cx(a, b)
        yield from _inverse(turn)


def _angle(matrix: Matrix, letter: str) -> float:
    """Return the angle of exp(-i angle/2 PP), read off its matrix."""
    pauli = gates.product(gates.PAULIS[letter], gates.PAULIS[letter])
    cosine, sine = np.trace(matrix).real / 4, (1j * np.trace(pauli @ matrix)).real / 4
    return float(2 * np.arctan2(sine, cosine))


def _pauli_exponential(operation: PauliExponential) -> Iterator[Gate]:
    if not operation.commuting:
        raise CircuitFailure("SimulationError", "a noisy 'pauliexp' needs terms that commute")
    for term, coefficient in zip(operation.terms, operation.coefficients, strict=True):
        yield from _term(term, coefficient * operation.time, operation)


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
    values, vectors = np.linalg.eig(matrix)
    # A normal matrix with equal eigenvalues is a multiple of one, where any orthonormal basis will do.
    if abs(values[0] - values[1]) < 1e-12:
        return np.asarray(np.sqrt(complex(values[0])) * np.eye(2), dtype=np.complex128)
    basis, _ = np.linalg.qr(vectors)
    return np.asarray(basis @ np.diag(np.sqrt(values.astype(np.complex128))) @ basis.conj().T, dtype=np.complex128)


def _basis(letters: Sequence[str], qubits: Sequence[int]) -> list[Gate]:
    return [Gate("u", _BASIS[letter], (qubit,)) for letter, qubit in zip(letters, qubits, strict=True) if letter != "Z"]


def _inverse(turn: Sequence[Gate]) -> list[Gate]:
    return [Gate(g.name, g.matrix.conj().T, g.targets, g.controls) for g in reversed(turn)]


def _cx(control: int, target: int) -> Gate:
    return Gate("cnot", gates.X, (target,), (control,))
