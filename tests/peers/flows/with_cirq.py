"""Circuits of cirq and what cirq-ionq does with them, the same in all its releases."""

from __future__ import annotations

import math
from typing import Any

import cirq
import cirq_ionq
import pytest

Q = cirq.LineQubit.range(3)
ASYMMETRIC = {0b100: 0.75, 0b101: 0.25}


def service_with(key: str | None = None) -> Any:
    """Return a service that gives up after a second of retries; it would go on for an hour."""
    return cirq_ionq.Service(api_key=key, default_target="simulator", max_retry_seconds=1)


@pytest.fixture
def service(emulator: Any) -> Any:
    return service_with()


def asymmetric() -> cirq.Circuit:
    """Return a circuit whose qubit 0 is 1, and whose qubit 2 is 1 with probability 1/4."""
    return cirq.Circuit(cirq.X(Q[0]), cirq.ry(math.pi / 3)(Q[2]), cirq.measure(*Q, key="m"))


def results(job: Any, **options: Any) -> list[Any]:
    """Return the results of a job's circuits; newer releases give a single one without a list around it."""
    found = job.results(polling_seconds=0.1, **options)
    return found if isinstance(found, list) else [found]


def probabilities(job: Any) -> dict[int, float]:
    found: dict[int, float] = results(job)[0].probabilities("m")
    return found


def agree(service: Any, circuit: cirq.Circuit) -> None:
    """Compare with cirq's own simulation."""
    qubits = sorted(circuit.all_qubits())
    expected = abs(cirq.Simulator(dtype="complex128").simulate(circuit).final_state_vector) ** 2
    found = probabilities(service.create_job(circuit + cirq.measure(*qubits, key="m"), repetitions=10))
    assert [found.get(state, 0.0) for state in range(len(expected))] == pytest.approx(list(expected), abs=1e-7)


def debiased(job: Any) -> None:
    """See that a debiased machine's results are averaged or sharpened."""
    averaged = results(job, sharpen=False)[0].counts("m")
    sharpened = results(job, sharpen=True)[0].counts("m")
    assert averaged[0b100] + averaged[0b101] >= 950
    assert sharpened[0b100] + sharpened[0b101] >= 980
    assert averaged != sharpened
