"""Matrices of the QIS and native gates.

A two-qubit matrix is written for (first target, second target), the first being the more significant bit of its index.

Source: docs.ionq.com, quantum circuits and native gates; a ``z`` with a rotation is how qiskit-ionq sends a phase gate.
"""

from __future__ import annotations

from cmath import exp
from collections.abc import Callable
from math import cos, pi, sin, sqrt
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["FIXED", "PAULIS", "ROTATIONS", "Matrix", "gpi", "gpi2", "ms", "phase", "product", "zz"]

Matrix: TypeAlias = NDArray[np.complex128]


def _matrix(*rows: list[complex]) -> Matrix:
    return np.array(rows, dtype=np.complex128)


I: Final = _matrix([1, 0], [0, 1])  # noqa: E741 - the standard name
X: Final = _matrix([0, 1], [1, 0])
Y: Final = _matrix([0, -1j], [1j, 0])
Z: Final = _matrix([1, 0], [0, -1])
PAULIS: Final[dict[str, Matrix]] = {"I": I, "X": X, "Y": Y, "Z": Z}

_V: Final = _matrix([(1 + 1j) / 2, (1 - 1j) / 2], [(1 - 1j) / 2, (1 + 1j) / 2])
_SWAP: Final = _matrix([1, 0, 0, 0], [0, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 1])


def product(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix of two gates side by side."""
    return np.asarray(np.kron(first, second), dtype=np.complex128)


def phase(angle: float) -> Matrix:
    """Return diag(1, e^(i angle)); ``angle`` in radians."""
    return _matrix([1, 0], [0, exp(1j * angle)])


FIXED: Final[dict[str, Matrix]] = {
    "x": X,
    "not": X,
    "cnot": X,
    "y": Y,
    "z": Z,
    "h": _matrix([1 / sqrt(2), 1 / sqrt(2)], [1 / sqrt(2), -1 / sqrt(2)]),
    "s": phase(pi / 2),
    "si": phase(-pi / 2),
    "t": phase(pi / 4),
    "ti": phase(-pi / 4),
    "v": _V,
    "vi": _V.conj(),
    "swap": _SWAP,
}
"""Gates without a parameter."""


def _rotation(pauli: Matrix) -> Callable[[float], Matrix]:
    """Return the map from an angle in radians to exp(-i angle/2 pauli); ``pauli`` must be its own inverse."""
    unit = np.eye(len(pauli), dtype=np.complex128)

    def matrix(angle: float) -> Matrix:
        return cos(angle / 2) * unit - 1j * sin(angle / 2) * pauli

    return matrix


ROTATIONS: Final[dict[str, Callable[[float], Matrix]]] = {
    "rx": _rotation(X),
    "ry": _rotation(Y),
    "rz": _rotation(Z),
    "xx": _rotation(product(X, X)),
    "yy": _rotation(product(Y, Y)),
    "zz": _rotation(product(Z, Z)),
}
"""Gates with one angle in radians."""


def gpi(turns: float) -> Matrix:
    """Return the matrix of GPI; ``turns`` is its phase, 1 for a full turn."""
    return _matrix([0, exp(-2j * pi * turns)], [exp(2j * pi * turns), 0])


def gpi2(turns: float) -> Matrix:
    """Return the matrix of GPI2; ``turns`` is its phase, 1 for a full turn."""
    return _matrix([1, -1j * exp(-2j * pi * turns)], [-1j * exp(2j * pi * turns), 1]) / sqrt(2)


def ms(turns0: float, turns1: float, angle: float) -> Matrix:
    """Return the Moelmer-Soerensen matrix exp(-i pi angle GPI(turns0) x GPI(turns1)); ``angle`` in turns."""
    both = product(gpi(turns0), gpi(turns1))
    return cos(pi * angle) * np.eye(4, dtype=np.complex128) - 1j * sin(pi * angle) * both


def zz(angle: float) -> Matrix:
    """Return the native ZZ matrix exp(-i pi angle ZZ); ``angle`` in turns."""
    return ROTATIONS["zz"](2 * pi * angle)
