"""cirq-ionq 1.5.0 on IonQ v0.3: what releases for v0.4 do otherwise."""

from __future__ import annotations

from typing import Any

import cirq_ionq
import pytest
from with_cirq import asymmetric, debiased, results

pytest_plugins = ["with_cirq"]
pytestmark = pytest.mark.filterwarnings("ignore")


def test_a_list_of_one_circuit(service: Any) -> None:
    [found] = service.run_batch([asymmetric()], repetitions=50)
    assert found.measurements["m"].shape == (50, 3)


def test_a_debiased_machine_gives_counts_averaged_or_sharpened(service: Any) -> None:
    job = service.create_job(asymmetric(), repetitions=1000, target="qpu.aria-1", error_mitigation={"debias": True})
    debiased(job)


def test_a_machine_without_a_name(service: Any) -> None:
    [result] = results(service.create_job(asymmetric(), repetitions=100, target="qpu"))
    assert result.num_qubits() == 3


def test_jobs_are_listed_by_status_and_over_pages(service: Any, emulator: Any) -> None:
    made = [service.create_job(asymmetric(), repetitions=1).job_id() for _ in range(30)]
    emulator.settle()
    assert [job.job_id() for job in service.list_jobs(limit=1000)] == made[::-1]
    assert {job.status() for job in service.list_jobs(status="completed", limit=2)} == {"completed"}


def test_a_failed_job_says_why(service: Any, emulator: Any) -> None:
    emulator.fault("fail-job", code="SimulationError", message="no ions today")
    job = service.create_job(asymmetric(), repetitions=1)
    with pytest.raises(RuntimeError, match="no ions today"):
        results(job)
    with pytest.raises(cirq_ionq.IonQUnsuccessfulJobException):
        job.name()


def test_waiting_ends_at_its_timeout(service: Any, emulator: Any) -> None:
    emulator.hold()
    job = service.create_job(asymmetric(), repetitions=1)
    with pytest.raises(TimeoutError):
        results(job, timeout_seconds=0.3)


def test_a_rate_limit_is_an_error_at_once(service: Any, emulator: Any) -> None:
    rule = emulator.fault("rate-limit", retry_after=1)
    with pytest.raises(cirq_ionq.IonQException) as caught:
        service.create_job(asymmetric())
    assert (caught.value.status_code, emulator.hits(rule)) == (429, 1)
