"""The gates that circuits are made of, as data.

Source: IonQ's pages on the circuit format of API v0.3 and v0.4. Rotations of QIS gates are in radians; phases and
angles of native gates are in turns (1 is a full turn).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from attrs import frozen

__all__ = ["GATESETS", "NATIVE", "QIS", "GateKind", "Gateset"]

Gateset: TypeAlias = Literal["qis", "native"]


@frozen
class GateKind:
    """What one gate needs.

    Args:
        targets: Number of qubits it acts on; 0 when it takes any number.
        required: JSON members that must be there, besides the targets.
        optional: JSON members that may be there.
        controllable: Whether it takes controls.
        broadcast: Whether a list of several targets means the gate on each of them.
    """

    targets: int
    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    controllable: bool = True
    broadcast: bool = False


_FIXED = GateKind(1, broadcast=True)
_ROTATION = GateKind(1, ("rotation",), broadcast=True)
_PAIR_ROTATION = GateKind(2, ("rotation",))

QIS: Final[Mapping[str, GateKind]] = {
    "x": _FIXED,
    "y": _FIXED,
    "z": GateKind(1, optional=("rotation",), broadcast=True),
    "h": _FIXED,
    "s": _FIXED,
    "si": _FIXED,
    "t": _FIXED,
    "ti": _FIXED,
    "v": _FIXED,
    "vi": _FIXED,
    "not": _FIXED,
    "rx": _ROTATION,
    "ry": _ROTATION,
    "rz": _ROTATION,
    "cnot": _FIXED,
    "swap": GateKind(2),
    "xx": _PAIR_ROTATION,
    "yy": _PAIR_ROTATION,
    "zz": _PAIR_ROTATION,
    "pauliexp": GateKind(0, ("terms", "coefficients", "time")),
}
"""Gates of the gateset ``qis``; ``z`` with ``rotation`` is a phase gate."""

NATIVE: Final[Mapping[str, GateKind]] = {
    "gpi": GateKind(1, ("phase",), controllable=False),
    "gpi2": GateKind(1, ("phase",), controllable=False),
    "ms": GateKind(2, ("phases",), ("angle",), controllable=False),
    "zz": GateKind(2, ("angle",), controllable=False),
}
"""Gates of the gateset ``native``. IonQ also lists ``nop`` and documents no arguments for it, so it is not offered."""

GATESETS: Final[Mapping[str, Mapping[str, GateKind]]] = {"qis": QIS, "native": NATIVE}
