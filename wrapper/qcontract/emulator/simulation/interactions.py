"""Gates on two qubits as turns about ZZ between gates on one qubit, which is what machines have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

import numpy as np
from attrs import frozen

from . import gates
from .gates import Matrix
from .operations import Gate

__all__ = ["Local", "Turn", "axes", "diagonalised", "is_swap", "parts"]

_NEGLIGIBLE: Final = 1e-13


@frozen(eq=False)
class Local:
    """A matrix on one qubit."""

    qubit: int
    matrix: Matrix


@frozen
class Turn:
    """exp(-i angle/2 ZZ) on two qubits."""

    qubits: tuple[int, int]
    angle: float


Part: TypeAlias = Local | Turn


def diagonalised(matrix: Matrix) -> tuple[Matrix, Matrix]:
    """Return the eigenvalues of a unitary matrix on one qubit, and eigenvectors that are orthonormal."""
    values, vectors = np.linalg.eig(matrix)
    # With equal eigenvalues it is a multiple of one, where any orthonormal basis will do.
    basis = np.eye(2) if abs(values[0] - values[1]) < 1e-12 else np.linalg.qr(vectors)[0]
    # The eigenvalues are read off again: eig is inexact where two of them are close.
    return np.diagonal(basis.conj().T @ matrix @ basis).astype(np.complex128), np.asarray(basis, dtype=np.complex128)


def is_swap(gate: Gate) -> bool:
    """Tell whether a gate exchanges its two targets."""
    return len(gate.targets) == 2 and np.array_equal(gate.matrix, gates.FIXED["swap"])


def axes(matrix: Matrix) -> tuple[Matrix, Matrix, float] | None:
    """Read exp(-i angle/2 PQ) off its matrix, P and Q being half turns about any axes.

    Returns:
        A, B and the angle with P = A Z A^-1 and Q = B Z B^-1; None for a multiple of one.
    """
    cosine = np.trace(matrix).real / 4
    both = 1j * (matrix - cosine * np.eye(4))
    cube = both.reshape(2, 2, 2, 2)
    row, column = np.unravel_index(np.argmax(np.abs(both)), both.shape)
    first = cube[:, row % 2, :, column % 2]
    length = np.sqrt((first @ first)[0, 0])
    if abs(length) < _NEGLIGIBLE:
        return None
    first = first / length
    second = np.einsum("ij,jkil->kl", first, cube) / 2
    sine = np.sqrt((second @ second)[0, 0].real)
    return _axis(first), _axis(second / sine), float(2 * np.arctan2(sine, cosine))


def _axis(half_turn: Matrix) -> Matrix:
    """Return V with V Z V^-1 = ``half_turn``."""
    return np.asarray(np.linalg.eigh((half_turn + half_turn.conj().T) / 2)[1][:, ::-1], dtype=np.complex128)


def parts(gate: Gate) -> Iterator[Part]:
    """Yield what a gate on at most two qubits consists of, up to a phase of the whole state."""
    if len(gate.targets) + len(gate.controls) == 1:
        yield Local(gate.targets[0], gate.matrix)
    elif gate.controls:
        yield from _controlled(gate)
    elif is_swap(gate):
        for letter in ("xx", "yy", "zz"):
            yield from _turned(gates.ROTATIONS[letter](np.pi / 2), gate.targets)
    else:
        yield from _turned(gate.matrix, gate.targets)


def _controlled(gate: Gate) -> Iterator[Part]:
    """In the basis where the matrix is diagonal, a control turns it into a turn about ZZ and one about each Z."""
    values, basis = diagonalised(gate.matrix)
    (control,), (target,) = gate.controls, gate.targets
    low, high = np.angle(values)
    angle = float(high - low)
    yield Local(target, basis.conj().T)
    yield Turn((control, target), -angle / 2)
    yield Local(target, basis @ gates.ROTATIONS["rz"](angle / 2))
    yield Local(control, gates.phase(float(low + high) / 2))


def _turned(matrix: Matrix, targets: tuple[int, ...]) -> Iterator[Part]:
    found = axes(matrix)
    if found is None:
        return
    *bases, angle = found
    a, b = targets
    yield from (Local(q, basis.conj().T) for q, basis in zip(targets, bases, strict=True))
    yield Turn((a, b), angle)
    yield from (Local(q, basis) for q, basis in zip(targets, bases, strict=True))
