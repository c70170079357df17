"""ionq-core: jobs through its generated operations and its helpers for waiting, pages and sessions."""

from __future__ import annotations

import asyncio
import itertools
import json
import math
import warnings
from collections.abc import Iterator
from typing import Any

import ionq_core
import pytest
from ionq_core import IonQClient, SessionManager, async_wait_for_job, iter_jobs, wait_for_job
from ionq_core.api.characterizations import get_characterizations_for_backend
from ionq_core.api.default import (
    cancel_job,
    cancel_jobs,
    clone_job,
    create_job,
    delete_job,
    get_job,
    get_job_artifact,
    get_job_probabilities,
    get_session_jobs,
)
from ionq_core.models.circuit_job_creation_payload import CircuitJobCreationPayload
from ionq_core.models.clone_job_payload import CloneJobPayload
from ionq_core.models.jobs_bulk_operation_request import JobsBulkOperationRequest
from ionq_core.models.json_multi_circuit_job import JSONMultiCircuitJob

ASYMMETRIC = [{"gate": "x", "target": 0}, {"gate": "ry", "target": 2, "rotation": math.pi / 3}]
"""Qubit 0 is 1; qubit 2 is 1 with probability 1/4: states 1 and 5."""


def payload(circuit: list[dict[str, Any]] = ASYMMETRIC, *, gateset: str = "qis", qubits: int = 3, **more: Any) -> Any:
    given = {"gateset": gateset, "qubits": qubits, "circuit": circuit}
    body = {"type": "ionq.circuit.v1", "backend": "simulator", "shots": 1000, "input": given, **more}
    return CircuitJobCreationPayload.from_dict(body)


@pytest.fixture
def client(emulator: Any) -> Iterator[Any]:
    with warnings.catch_warnings(action="ignore"):
        made = IonQClient(base_url=emulator.url)
    with made as entered:
        yield entered


def submitted(client: Any, body: Any = None) -> str:
    identifier: str = create_job.sync(client=client, body=body or payload()).id
    return identifier


def finished(client: Any, identifier: str) -> Any:
    return wait_for_job(client, identifier, timeout=60, poll_interval=0.1)


def probabilities(client: Any, identifier: str) -> dict[str, float]:
    finished(client, identifier)
    found: dict[str, float] = get_job_probabilities.sync(uuid=identifier, client=client).additional_properties
    return found


def test_an_asymmetric_circuit_keeps_qubit_0_in_the_lowest_bit(client: Any) -> None:
    assert probabilities(client, submitted(client)) == pytest.approx({"1": 0.75, "5": 0.25})


def test_the_job_is_seen_on_its_way(client: Any, emulator: Any) -> None:
    identifier = submitted(client)
    assert get_job.sync(uuid=identifier, client=client).status in ("submitted", "ready", "started")
    job = wait_for_job(client, identifier, timeout=60)
    assert (job.status, job.stats.qubits, job.shots) == ("completed", 3, ionq_core.UNSET)
    assert job.execution_duration_ms is not None


def test_the_asynchronous_client_sees_the_same(emulator: Any) -> None:
    async def flow() -> dict[str, float]:
        with warnings.catch_warnings(action="ignore"):
            made = IonQClient(base_url=emulator.url)
        async with made as client:
            job = await create_job.asyncio(client=client, body=payload())
            await async_wait_for_job(client, job.id, timeout=60, poll_interval=0.1)
            found = await get_job_probabilities.asyncio(uuid=job.id, client=client)
            values: dict[str, float] = found.additional_properties
            return values

    assert asyncio.run(flow()) == pytest.approx({"1": 0.75, "5": 0.25})


def test_native_gates_do_what_its_own_matrices_say(client: Any) -> None:
    circuit = [
        {"gate": "gpi2", "target": 0, "phase": 0.1},
        {"gate": "gpi2", "target": 1, "phase": 0.3},
        {"gate": "ms", "targets": [0, 1], "phases": [0.05, 0.15], "angle": 0.2},
        {"gate": "gpi", "target": 1, "phase": 0.2},
        {"gate": "gpi2", "target": 0, "phase": 0.35},
    ]
    state = [1, 0, 0, 0]  # amplitudes by qubit 0, qubit 1
    for gate in circuit:
        state = _applied(gate, state)
    expected = {str(low + 2 * high): abs(state[2 * low + high]) ** 2 for low in (0, 1) for high in (0, 1)}
    found = probabilities(client, submitted(client, payload(circuit, gateset="native", qubits=2)))
    assert found == pytest.approx(expected)
    assert len({round(value, 6) for value in expected.values()}) == 4


def _applied(gate: dict[str, Any], state: list[complex]) -> list[complex]:
    if gate["gate"] == "ms":
        matrix = ionq_core.ms_matrix(*gate["phases"], gate["angle"])
        return [sum(matrix[row][column] * state[column] for column in range(4)) for row in range(4)]
    single = getattr(ionq_core, f"{gate['gate']}_matrix")(gate["phase"])
    if gate["target"] == 0:
        return [sum(single[row >> 1][i] * state[2 * i + (row & 1)] for i in (0, 1)) for row in range(4)]
    return [sum(single[row & 1][i] * state[(row & 2) + i] for i in (0, 1)) for row in range(4)]


def test_several_circuits_are_several_jobs_in_order(client: Any) -> None:
    circuits = [{"name": f"x{one}", "circuit": [{"gate": "x", "target": one}]} for one in range(3)]
    body = JSONMultiCircuitJob.from_dict(
        {
            "type": "ionq.multi-circuit.v1",
            "backend": "simulator",
            "input": {"gateset": "qis", "qubits": 3, "circuits": circuits},
        }
    )
    job = finished(client, create_job.sync(client=client, body=body).id)
    children = [get_job.sync(uuid=child, client=client) for child in job.child_job_ids]
    assert [child.parent_job_id for child in children] == [job.id] * 3
    assert [probabilities(client, child.id) for child in children] == [{"1": 1.0}, {"2": 1.0}, {"4": 1.0}]


def test_artifacts_of_a_noisy_job_agree_with_each_other(client: Any) -> None:
    job = finished(client, submitted(client, payload(noise={"model": "aria-1", "seed": 5})))
    assert isinstance(
        job.results, dict
    )  # the older addresses beside the formats do not fit its model, so it gives JSON
    files = {name: _file(client, job.id, one["id"]) for name, one in job.results.items() if "id" in one}
    counts = files["ionq.result.histogram.json.v1"]
    assert sum(counts.values()) == 1000
    assert {state: count / 1000 for state, count in counts.items()} == pytest.approx(
        files["ionq.result.probabilities.json.v1"]
    )
    bits = [shot["registers"]["output_all"] for shot in files["ionq.result.shots.json.v2"]["shots"]]
    states = [str(sum(bit << qubit for qubit, bit in enumerate(one))) for one in bits]
    assert {state: states.count(state) for state in set(states)} == counts


def _file(client: Any, job: str, artifact: str) -> Any:
    return json.loads(get_job_artifact.sync_detailed(uuid=job, artifact_id=artifact, client=client).content)


def test_a_job_is_cloned(client: Any) -> None:
    first = finished(client, submitted(client))
    clone = clone_job.sync(uuid=first.id, client=client, body=CloneJobPayload.from_dict({}))
    assert clone.id != first.id
    assert probabilities(client, clone.id) == pytest.approx({"1": 0.75, "5": 0.25})


def test_pages_are_followed_to_their_end(client: Any) -> None:
    made = [submitted(client) for _ in range(5)]
    assert [job.id for job in iter_jobs(client, limit=2)] == made[::-1]
    assert len(list(itertools.islice(iter_jobs(client, limit=1), 3))) == 3


def test_jobs_of_a_session_are_found_by_it(client: Any) -> None:
    with SessionManager(client, "qpu.forte-1", max_jobs=3) as session:
        job = submitted(client, payload(backend="qpu.forte-1", session_id=session.session_id))
        submitted(client)
        listed = get_session_jobs.sync(session.session_id, client=client)
        assert [one.id for one in listed.jobs] == [job]
        assert session.status() in ("created", "started")
        finished(client, job)
    assert SessionManager.from_id(client, session.session_id).status() == "ended"


def test_a_cancelled_job_counts_as_an_end(client: Any, emulator: Any) -> None:
    emulator.hold()
    job = submitted(client)
    cancel_job.sync(uuid=job, client=client)
    assert finished(client, job).status == "canceled"  # ionq-core returns it as it returns a success


def test_several_are_cancelled_at_once(client: Any, emulator: Any) -> None:
    emulator.hold()
    jobs = [submitted(client) for _ in range(2)]
    cancel_jobs.sync(client=client, body=JobsBulkOperationRequest(ids=jobs))
    assert [get_job.sync(uuid=job, client=client).status for job in jobs] == ["canceled"] * 2


def test_a_deleted_job_is_not_found(client: Any) -> None:
    job = submitted(client)
    delete_job.sync(uuid=job, client=client)
    with pytest.raises(ionq_core.NotFoundError) as caught:
        get_job.sync(uuid=job, client=client)
    assert caught.value.status_code == 404
    assert caught.value.body["statusCode"] == 404


def test_a_failed_job_raises_with_the_failure(client: Any, emulator: Any) -> None:
    emulator.fault("fail-job", code="SimulationError", message="no ions today")
    job = submitted(client)
    with pytest.raises(ionq_core.JobFailedError) as caught:
        finished(client, job)
    assert caught.value.failure.code == "SimulationError"
    assert caught.value.failure.message == "no ions today"


def test_waiting_ends_at_its_timeout(client: Any, emulator: Any) -> None:
    emulator.hold()
    with pytest.raises(ionq_core.JobTimeoutError) as caught:
        wait_for_job(client, submitted(client), timeout=0.5, poll_interval=0.1)
    assert caught.value.last_status in ("submitted", "ready")


def test_characterizations_have_the_calibration(client: Any) -> None:
    [found] = get_characterizations_for_backend.sync("qpu.forte-1", client=client, limit=1).characterizations
    assert (found.backend, found.qubits) == ("qpu.forte-1", 36)
    assert 0.9 < found.fidelity.spam.median <= 1


def test_a_wrong_key_is_an_authentication_error(emulator: Any) -> None:
    with warnings.catch_warnings(action="ignore"):
        stranger = IonQClient(api_key="wrong-key", base_url=emulator.url)
    with stranger, pytest.raises(ionq_core.AuthenticationError) as caught:
        submitted(stranger)
    assert caught.value.status_code == 401


def test_an_impossible_backend_is_a_bad_request(client: Any) -> None:
    with pytest.raises(ionq_core.BadRequestError) as caught:
        submitted(client, payload(backend="qpu.nothing"))
    assert caught.value.status_code == 400


def test_a_rate_limit_is_waited_for(client: Any, emulator: Any) -> None:
    rule = emulator.fault("rate-limit", method="POST", times=2, retry_after=0)
    submitted(client)
    assert (emulator.hits(rule), len(emulator.jobs())) == (2, 1)


def test_a_lasting_rate_limit_is_an_error_of_its_own(client: Any, emulator: Any) -> None:
    rule = emulator.fault("rate-limit", retry_after=1)
    with pytest.raises(ionq_core.RateLimitError) as caught:
        submitted(client)
    assert (caught.value.retry_after, emulator.hits(rule)) == (1.0, 3)


@pytest.mark.parametrize("status", [500, 503])
def test_a_server_error_is_retried_twice_and_raised(client: Any, emulator: Any, status: int) -> None:
    rule = emulator.fault("status", status=status)
    with pytest.raises(ionq_core.ServerError) as caught:
        get_job.sync(uuid="1", client=client)
    assert (caught.value.status_code, emulator.hits(rule)) == (status, 3)


def test_a_lost_answer_is_paid_twice(client: Any, emulator: Any) -> None:
    """ionq-core sends a submission again that may have arrived: the fault that our client is built to avoid."""
    emulator.fault("drop-after", method="POST", times=1)
    submitted(client)
    assert len(emulator.jobs()) == 2


def test_a_closed_port_is_a_connection_error() -> None:
    with warnings.catch_warnings(action="ignore"):
        client = IonQClient(base_url="http://127.0.0.1:9/v0.4", max_retries=0)
    with client, pytest.raises(ionq_core.APIConnectionError):
        submitted(client)
