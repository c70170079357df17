"""The gates that an OpenQASM program finds there, as matrices under controls.

They are those of ``stdgates.inc`` and ``qelib1.inc`` and those that pyqasm adds; what acts on several qubits and is
neither a rotation nor under controls is in :mod:`.qasm_library`.
"""

from __future__ import annotations

from cmath import exp
from collections.abc import Callable
from math import cos, pi, sin
from typing import Final

import numpy as np
from attrs import frozen

from . import gates
from .gates import Matrix
from .interactions import diagonalised

__all__ = ["AMBIGUOUS", "GATES", "GLOBAL_PHASE", "UNSETTLED", "Primitive", "power"]

GLOBAL_PHASE: Final = "gphase"

AMBIGUOUS: Final = frozenset({"gpi", "gpi2", "ms", "zz"})
"""Native gates, for which pyqasm takes some angles in radians and some in turns; IonQ takes turns."""

UNSETTLED: Final = frozenset({"U", "u", "u2", "u3", "U2", "U3"})
"""Gates whose phase differs between versions of OpenQASM 3, which a control or a fractional power makes visible.

Source: openqasm.com, gates, built-in gates; openqasm/openqasm issue 382.
"""


@frozen
class Primitive:
    """How many parameters, controls and targets a gate has, and its matrix on the targets."""

    parameters: int
    controls: int
    targets: int
    matrix: Callable[..., Matrix]

    @property
    def qubits(self) -> int:
        """Count controls and targets."""
        return self.controls + self.targets


def power(matrix: Matrix, exponent: float) -> Matrix:
    """Return a power of a unitary matrix; a fractional one, of one qubit only, is that of its principal logarithm."""
    if exponent == int(exponent):
        base = matrix if exponent >= 0 else matrix.conj().T
        return np.linalg.matrix_power(base, abs(int(exponent)))
    values, basis = diagonalised(matrix)
    turns = np.angle(values)
    # The logarithm of -1 is i pi, on whichever side of the cut rounding puts it.
    turns[turns < 1e-9 - pi] = pi
    return np.asarray(basis @ np.diag(np.exp(1j * exponent * turns)) @ basis.conj().T, dtype=np.complex128)


def _euler(theta: float, phi: float, lam: float) -> Matrix:
    c, s = cos(theta / 2), sin(theta / 2)
    rows = [[c, -exp(1j * lam) * s], [exp(1j * phi) * s, exp(1j * (phi + lam)) * c]]
    return np.array(rows, dtype=np.complex128)


def _euler_with_phase(theta: float, phi: float, lam: float, gamma: float) -> Matrix:
    return exp(1j * gamma) * _euler(theta, phi, lam)


def _quarter_turn(phi: float, lam: float) -> Matrix:
    return _euler(pi / 2, phi, lam)


def _about_equator(theta: float, phi: float) -> Matrix:
    """Return the turn by theta about the axis at the angle phi between X and Y."""
    return _euler(theta, phi - pi / 2, pi / 2 - phi)


def _phase(angle: float) -> Matrix:
    return np.array([[exp(1j * angle)]], dtype=np.complex128)


def _constant(matrix: Matrix) -> Callable[[], Matrix]:
    return lambda: matrix


_FIXED: Final[dict[str, Callable[[], Matrix]]] = {
    "id": _constant(gates.PAULIS["I"]),
    **{name: _constant(gates.FIXED[name]) for name in ("x", "not", "y", "z", "h", "s", "si", "t", "ti", "v", "vi")},
    **{
        name: _constant(gates.FIXED[ours]) for name, ours in (("sdg", "si"), ("tdg", "ti"), ("sx", "v"), ("sxdg", "vi"))
    },
}
_TURNS: Final[dict[str, Callable[[float], Matrix]]] = {
    **{name: gates.ROTATIONS[name] for name in ("rx", "ry", "rz")},
    **dict.fromkeys(("p", "u1", "U1", "phase", "phaseshift"), gates.phase),
}
_EULER: Final = {
    **dict.fromkeys(("U", "u", "u3", "U3"), Primitive(3, 0, 1, _euler)),
    **dict.fromkeys(("u2", "U2"), Primitive(2, 0, 1, _quarter_turn)),
    "prx": Primitive(2, 0, 1, _about_equator),
    "cu3": Primitive(3, 1, 1, _euler),
    "cu": Primitive(4, 1, 1, _euler_with_phase),
}
_CONTROLLED: Final = {
    **dict.fromkeys(("cx", "CX", "cnot"), (1, "x")),
    **{f"c{name}": (1, name) for name in ("y", "z", "h", "s", "sdg", "sx", "v")},
    **dict.fromkeys(("ccx", "toffoli", "ccnot"), (2, "x")),
    "ccz": (2, "z"),
    "c3x": (3, "x"),
    "c4x": (4, "x"),
    "c3sx": (3, "sx"),
    "c3sqrtx": (3, "sx"),
}
_CONTROLLED_TURNS: Final = {
    **{f"c{name}": name for name in ("rx", "ry", "rz", "p", "phase", "phaseshift")},
    "cu1": "p",
}

GATES: Final[dict[str, Primitive]] = {
    **{name: Primitive(0, 0, 1, matrix) for name, matrix in _FIXED.items()},
    **{name: Primitive(1, 0, 1, matrix) for name, matrix in _TURNS.items()},
    **_EULER,
    **{name: Primitive(0, controls, 1, _FIXED[base]) for name, (controls, base) in _CONTROLLED.items()},
    **{name: Primitive(1, 1, 1, _TURNS[base]) for name, base in _CONTROLLED_TURNS.items()},
    **{name: Primitive(1, 0, 2, gates.ROTATIONS[name[-2:]]) for name in ("xx", "yy", "rxx", "ryy", "rzz")},
    "swap": Primitive(0, 0, 2, _constant(gates.FIXED["swap"])),
    "cswap": Primitive(0, 1, 2, _constant(gates.FIXED["swap"])),
    GLOBAL_PHASE: Primitive(1, 0, 0, _phase),
}
"""Every gate with a matrix, by its name."""
