"""Gates as dense matrices, written down once more for tests: the first qubit is the most significant bit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Dense: TypeAlias = NDArray[np.complex128]

PAULI: dict[str, Dense] = {
    "i": np.eye(2, dtype=complex),
    "x": np.array([[0, 1], [1, 0]], dtype=complex),
    "y": np.array([[0, -1j], [1j, 0]]),
    "z": np.diag([1, -1]).astype(complex),
}


def exponential(pauli: Dense, angle: float) -> Dense:
    """exp(-i angle/2 pauli), summed up by eigenvalues."""
    values, vectors = np.linalg.eigh(pauli)
    return np.asarray(vectors @ np.diag(np.exp(-0.5j * angle * values)) @ vectors.conj().T)


def turn(letters: str) -> Callable[[float], Dense]:
    pauli = PAULI[letters[0]] if len(letters) == 1 else np.kron(PAULI[letters[0]], PAULI[letters[1]])
    return lambda angle: exponential(pauli, angle)


def phased(angle: float) -> Dense:
    return np.diag([1, np.exp(1j * angle)])


def euler(theta: float, phi: float, lam: float) -> Dense:
    """The matrix of u3 up to the phase that makes its first entry real."""
    full = turn("z")(phi) @ turn("y")(theta) @ turn("z")(lam)
    return full * np.exp(0.5j * (phi + lam))


def under(matrix: Dense, count: int = 1, *, one: bool = True) -> Dense:
    """The gate under further controls, which come first."""
    for _ in range(count):
        rest = np.eye(len(matrix))
        blocks = (rest, matrix) if one else (matrix, rest)
        matrix = np.block([[blocks[0], np.zeros_like(rest)], [np.zeros_like(rest), blocks[1]]])
    return matrix


def raised(matrix: Dense, exponent: float) -> Dense:
    """The power of the principal logarithm."""
    if exponent == int(exponent):
        return np.linalg.matrix_power(np.linalg.inv(matrix) if exponent < 0 else matrix, abs(int(exponent)))
    values, vectors = np.linalg.eig(matrix)
    angles = np.where(np.angle(values) < -np.pi + 1e-9, np.pi, np.angle(values))
    return np.asarray(vectors @ np.diag(np.exp(1j * exponent * angles)) @ np.linalg.inv(vectors))


def swapping(corner: complex, across: complex) -> Dense:
    """A gate that exchanges 01 and 10 by ``across`` and keeps them by ``corner``."""
    return np.array([[1, 0, 0, 0], [0, corner, across, 0], [0, across, corner, 0], [0, 0, 0, 1]], dtype=complex)


def applied(state: Dense, matrix: Dense, qubits: Sequence[int]) -> Dense:
    """A state of which qubit q is bit q of the index, after a gate."""
    width = int(np.log2(len(state)))
    axes = [width - 1 - qubit for qubit in qubits]
    tensor: Any = matrix.reshape([2] * (2 * len(axes)))
    moved = np.tensordot(tensor, state.reshape([2] * width), axes=(range(len(axes), 2 * len(axes)), axes))
    return np.moveaxis(moved, range(len(axes)), axes).reshape(-1)


def apart(found: Dense, wanted: Dense) -> float:
    """The largest difference of two states, up to a phase of the whole."""
    place = int(np.argmax(np.abs(wanted)))
    phase = found[place] / wanted[place]
    return float(np.abs(found - wanted * phase / abs(phase)).max()) if phase else 1.0
