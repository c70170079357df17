"""Circuits on the gates that machines have: GPI, GPI2, and MS or ZZ.

The result does what the submitted circuit does, up to a phase of the whole state. The service's compiler is not
published; this one is ours, plain and exact, and its gates are more than that one's.

Source: docs.ionq.com, native gates: phases and angles in turns, MS on the Aria machines, ZZ on the Forte ones.
"""

from __future__ import annotations

from cmath import phase as argument
from collections.abc import Iterable
from math import pi
from typing import Any, Final, Literal, TypeAlias

import numpy as np

from . import gates
from .gates import Matrix
from .interactions import Local, parts
from .operations import Gate

__all__ = ["Entangler", "compiled"]

Entangler: TypeAlias = Literal["ms", "zz"]

_NEGLIGIBLE: Final = 1e-12
_H: Final = gates.FIXED["h"]


def compiled(operations: Iterable[Gate], entangler: Entangler) -> list[dict[str, Any]]:
    """Return native gates as IonQ's JSON writes them.

    Args:
        operations: Gates on at most two qubits.
        entangler: The machine's gate on two qubits.
    """
    writer = _Writer(entangler)
    for gate in operations:
        for part in parts(gate):
            if isinstance(part, Local):
                writer.local(part.qubit, part.matrix)
            else:
                writer.turn(part.qubits, part.angle)
    return writer.end()


class _Writer:
    """Joins what happens on one qubit until a gate on two needs it."""

    def __init__(self, entangler: Entangler) -> None:
        self._entangler: Entangler = entangler
        self._waiting: dict[int, Matrix] = {}
        self._gates: list[dict[str, Any]] = []

    def local(self, qubit: int, matrix: Matrix) -> None:
        """Apply a matrix to one qubit."""
        before = self._waiting.get(qubit)
        self._waiting[qubit] = matrix if before is None else matrix @ before

    def turn(self, qubits: tuple[int, int], angle: float) -> None:
        """Apply exp(-i angle/2 ZZ); machines take at most a quarter of a turn, half turns are gates on one qubit."""
        halves = round(angle / pi)
        turns = angle / (2 * pi) - halves / 2
        if halves % 2:
            self._each(qubits, gates.Z)
        if turns > _NEGLIGIBLE:
            self._entangle(qubits, turns)
        elif turns < -_NEGLIGIBLE:  # a flip of one qubit turns the other way
            self.local(qubits[0], gates.X)
            self._entangle(qubits, -turns)
            self.local(qubits[0], gates.X)

    def _each(self, qubits: tuple[int, int], matrix: Matrix) -> None:
        for qubit in qubits:
            self.local(qubit, matrix)

    def _entangle(self, qubits: tuple[int, int], turns: float) -> None:
        if self._entangler == "ms":
            self._each(qubits, _H)
        for qubit in qubits:
            self._write(qubit)
        phases = {"phases": [0.0, 0.0]} if self._entangler == "ms" else {}
        self._gates.append({"gate": self._entangler, "targets": [*qubits], **phases, "angle": _neat(turns)})
        if self._entangler == "ms":
            self._each(qubits, _H)

    def _write(self, qubit: int) -> None:
        matrix = self._waiting.pop(qubit, None)
        if matrix is not None:
            for name, turns in _pulses(matrix):
                self._gates.append({"gate": name, "target": qubit, "phase": _neat(turns - round(turns))})

    def end(self) -> list[dict[str, Any]]:
        """Write what is left, and return all gates."""
        for qubit in sorted(self._waiting):
            self._write(qubit)
        return self._gates


def _neat(turns: float) -> float:
    """Return a number without the dust of its computation."""
    return round(turns, 15) + 0.0


def _pulses(matrix: Matrix) -> list[tuple[str, float]]:
    """Return at most three native gates that make up a matrix, with their phases in turns.

    The matrix is e^(i any) Rz(late) Rx(tilt) Rz(early); GPI and GPI2 are turns by pi and pi/2 about axes in the
    xy plane, and a phase of theirs is the angle of such an axis.
    """
    (a, b), (c, d) = matrix.tolist()
    if abs(b) < _NEGLIGIBLE:
        angle = argument(d / a)
        return [("gpi", 0.0), ("gpi", angle / (4 * pi))] if abs(angle) > _NEGLIGIBLE else []
    if abs(a) < _NEGLIGIBLE:
        return [("gpi", argument(c / b) / (4 * pi))]
    late, tilt = argument(1j * c / a), 2 * np.arctan2(abs(b), abs(a)).item()
    # Of two small numbers the phases are inexact; what counts is their sum or difference, from the two large ones.
    early = argument(d / a) - late if abs(b) < abs(a) else late - argument(c / b)
    if abs(tilt - pi / 2) < _NEGLIGIBLE:
        if abs(np.exp(1j * (late + early)) - 1) < _NEGLIGIBLE:
            return [("gpi2", late / (2 * pi))]
        return [("gpi", (late - early - 2 * pi) / (4 * pi)), ("gpi2", (late - pi) / (2 * pi))]
    first, last = -early - pi / 2, late - pi / 2
    return [("gpi2", first / (2 * pi)), ("gpi", (first + last - tilt) / (4 * pi)), ("gpi2", last / (2 * pi))]
