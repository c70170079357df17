"""cirq-ionq 1.7.0 on IonQ v0.4: what its older releases do not have, or do otherwise."""

from __future__ import annotations

import math
from typing import Any

import cirq
import cirq_ionq
import pytest
from with_cirq import ASYMMETRIC, Q, agree, asymmetric, debiased, probabilities

pytest_plugins = ["with_cirq"]
pytestmark = pytest.mark.filterwarnings("ignore")


def test_a_sampler_sweeps_parameters(service: Any) -> None:
    import sympy

    angle = sympy.Symbol("angle")
    circuit = cirq.Circuit(cirq.rx(angle)(Q[1]), cirq.measure(Q[1], key="m"))
    found = service.sampler().sample(circuit, repetitions=10, params=cirq.Points("angle", [0.0, math.pi]))
    assert [*found["m"]] == [0] * 10 + [1] * 10


def test_a_phasor_of_paulis_agrees_with_cirq(service: Any) -> None:
    """The gate pauliexp, with a term whose order of characters and whose sign matter."""
    phasor = cirq.PauliStringPhasorGate(cirq.DensePauliString("XYZ"), exponent_neg=0.3)
    before = cirq.ry(0.3)(Q[0]), cirq.rx(0.5)(Q[1]), cirq.ry(0.9)(Q[2])
    after = cirq.rx(0.7)(Q[0]), cirq.ry(0.4)(Q[1]), cirq.rx(1.1)(Q[2])
    agree(service, cirq.Circuit(before, phasor(*Q), after))


def test_a_batch_as_cirq_has_it(service: Any) -> None:
    results = service.run_batch([asymmetric(), asymmetric()], repetitions=50, seed=2)
    assert [one.measurements["m"].shape for one in results] == [(50, 3)] * 2


def test_noise(service: Any) -> None:
    job = service.create_job(asymmetric(), repetitions=500, noise={"model": "aria-1", "seed": 3})
    found = probabilities(job)
    assert found[0b100] + found[0b101] > 0.97
    assert found[0b100] != 0.75


def test_a_machine_gives_counts_averaged_or_sharpened(service: Any) -> None:
    job = service.create_job(asymmetric(), repetitions=1000, target="qpu.forte-1", error_mitigation={"debiasing": True})
    debiased(job)


def test_a_plain_machine(service: Any) -> None:
    counts = (
        service.create_job(asymmetric(), repetitions=200, target="qpu.forte-1").results(polling_seconds=0.1).counts()
    )
    assert sum(counts.values()) == 200


def test_a_dry_run_has_no_results(service: Any) -> None:
    job = service.create_job(asymmetric(), repetitions=10, target="qpu.forte-1", dry_run=True)
    with pytest.raises(cirq_ionq.IonQNotFoundException):
        job.results(polling_seconds=0.1)


def test_jobs_are_listed(service: Any, emulator: Any) -> None:
    made = [service.create_job(asymmetric(), repetitions=1).job_id() for _ in range(5)]
    emulator.settle()
    assert [job.job_id() for job in service.list_jobs(limit=5)] == made[::-1]
    assert {job.status() for job in service.list_jobs(status="completed", limit=5)} == {"completed"}


def test_a_list_that_has_an_end_begins_anew(service: Any, emulator: Any) -> None:
    """cirq-ionq stops where ``next`` is absent, and v0.4 sends null: it asks for the first page until it has enough."""
    made = [service.create_job(asymmetric(), repetitions=1).job_id() for _ in range(2)]
    emulator.settle()
    assert [job.job_id() for job in service.list_jobs(limit=5)] == [*made[::-1], *made[::-1], made[1]]


def test_a_failed_job(service: Any, emulator: Any) -> None:
    """It looks for the reason in a member that v0.4 does not have, and says only that the job failed."""
    emulator.fault("fail-job", code="SimulationError", message="no ions today")
    job = service.create_job(asymmetric(), repetitions=1)
    with pytest.raises(RuntimeError, match="failed") as caught:
        job.results(polling_seconds=0.1)
    assert "no ions" not in str(caught.value)
    with pytest.raises(cirq_ionq.IonQUnsuccessfulJobException):
        job.name()


def test_waiting_ends_at_its_timeout(service: Any, emulator: Any) -> None:
    """It means to raise TimeoutError, and stumbles over ``failure``, which v0.4 always sends and is null here."""
    emulator.hold()
    job = service.create_job(asymmetric(), repetitions=1)
    with pytest.raises(TypeError, match="NoneType"):
        job.results(timeout_seconds=0.3, polling_seconds=0.1)


def test_a_rate_limit_is_survived(service: Any, emulator: Any) -> None:
    emulator.fault("rate-limit", times=2, retry_after=30)  # which it does not read
    assert probabilities(service.create_job(asymmetric(), repetitions=1)) == pytest.approx(ASYMMETRIC)
    assert len(emulator.jobs()) == 1


def test_a_lasting_rate_limit_is_a_timeout(service: Any, emulator: Any) -> None:
    rule = emulator.fault("rate-limit", retry_after=30)
    with pytest.raises(TimeoutError):
        service.create_job(asymmetric())
    assert emulator.hits(rule) == 5
