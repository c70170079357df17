"""Characterizations of IonQ's machines, the same through every version of its API.

The figures are the emulator's own: gate fidelities follow from the published rates of the noise models, everything else
is of the right size and nothing more. A machine without published rates has those of its class.
"""

from __future__ import annotations

from typing import Final

from attrs import frozen

from ..http import Fault
from ..identities import Identities
from . import ionq

__all__ = ["Characterization", "history", "named", "refuse_backwards"]

_FIRST: Final = 1_767_571_200
"""The first measurement, on a Monday of January 2026; dates do not depend on when a test runs."""
_WEEK: Final = 604_800
_WEEKS: Final = 12

_RATES: Final = {"qpu.aria-1": (0.0005, 0.0133), "qpu.forte-1": (0.000266667, 0.004949333)}
"""Depolarizing rates of gates on one and on two qubits, from IonQ's page on simulation with noise models."""
_DURATIONS: Final = {"qpu.aria-1": (135e-6, 600e-6)}
_FORTE: Final = "qpu.forte-1"


@frozen
class Characterization:
    """One measurement of a machine.

    Attributes:
        date: Seconds since 1970.
        one: Mean fidelity of gates on one qubit; ``two`` and ``spam`` alike for two qubits and for measuring.
        timing: Durations and coherence times in seconds, by IonQ's names.
    """

    id: str
    backend: ionq.Backend
    date: int
    one: float
    two: float
    spam: float
    timing: dict[str, float]

    @property
    def connectivity(self) -> list[list[int]]:
        """Pairs of qubits that a gate can act on: all of them, as in every machine with trapped ions."""
        qubits = self.backend.qubits
        return [[first, second] for first in range(qubits) for second in range(first + 1, qubits)]


def history(ids: Identities, backend: ionq.Backend) -> list[Characterization]:
    """Return the measurements of a machine, newest first; a simulator has none."""
    return [] if backend.simulator else [_measured(ids, backend, week) for week in reversed(range(_WEEKS))]


def named(ids: Identities, identifier: str) -> Characterization | None:
    """Return the measurement with an id."""
    every = (one for backend in ionq.BACKENDS for one in history(ids, backend))
    return next((one for one in every if one.id == identifier.lower()), None)


def refuse_backwards(start: float, end: float) -> None:
    """Refuse a period that ends before it begins.

    Raises:
        Fault: 400.
    """
    if end < start:
        raise Fault(400, "'end' is before 'start'", source="query", keys=["end"], basis="assumed")


def _measured(ids: Identities, backend: ionq.Backend, week: int) -> Characterization:
    """Return the measurement of a week; errors vary by two per cent, so that a history is not all the same."""
    single, double = _RATES.get(backend.name, _RATES[_FORTE])
    first, second = _DURATIONS.get(backend.name, (130e-6, 970e-6))
    variation = 1 + 0.02 * (week % 3 - 1)
    return Characterization(
        id=ids.uuid("characterization", f"{backend.name}/{week}"),
        backend=backend,
        date=_FIRST + week * _WEEK,
        # A depolarizing channel of rate r on d states has the mean fidelity 1 - r (d - 1) / d.
        one=round(1 - variation * single / 2, 6),
        two=round(1 - variation * double * 3 / 4, 6),
        spam=round(1 - variation * 0.005, 6),
        timing={"readout": 250e-6, "reset": 50e-6, "1q": first, "2q": second, "t1": 100.0, "t2": 1.0},
    )
