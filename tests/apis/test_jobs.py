"""A job of each API in the common model: every member, in the model's units."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from apis.asking import ask, said
from apis.cases import CHILD_1, CHILD_2, DEVICE, IONQ_V04, JOB, MAY, OCTOBER, QBRAID, QRN, V03, Case
from qcontract.errors import JobFailed, JobHeld, ResponseShapeError
from qcontract.model.circuit import Circuit
from qcontract.model.job import Failure, Job
from qcontract.model.money import Money
from qcontract.model.program import Batch
from qcontract.model.status import JobStatus
from qcontract_api.runtime import UNSET

CIRCUIT = Circuit(3).x(0)
_V04_WORDS = {
    "submitted": JobStatus.SUBMITTED,
    "ready": JobStatus.QUEUED,
    "started": JobStatus.RUNNING,
    "completed": JobStatus.COMPLETED,
    "failed": JobStatus.FAILED,
    "canceled": JobStatus.CANCELED,
}
WORDS = {
    V03: {
        "submitted": JobStatus.SUBMITTED,
        "ready": JobStatus.QUEUED,
        "running": JobStatus.RUNNING,
        "completed": JobStatus.COMPLETED,
        "failed": JobStatus.FAILED,
        "canceled": JobStatus.CANCELED,
    },
    MAY: _V04_WORDS,
    OCTOBER: _V04_WORDS,
    QBRAID: {
        "INITIALIZING": JobStatus.SUBMITTED,
        "VALIDATING": JobStatus.SUBMITTED,
        "QUEUED": JobStatus.QUEUED,
        "RUNNING": JobStatus.RUNNING,
        "CANCELLING": JobStatus.CANCELING,
        "CANCELLED": JobStatus.CANCELED,
        "COMPLETED": JobStatus.COMPLETED,
        "FAILED": JobStatus.FAILED,
        "HOLD": JobStatus.HELD,
        "UNKNOWN": JobStatus.UNKNOWN,
    },
}


def _read(case: Case, **changes) -> Job:
    outcome = ask(case, lambda client: client.jobs.get(case.job_id), said(case.one(**changes)))
    assert outcome.error is None
    return outcome.value


def test_every_word_of_the_contract_has_a_meaning(case: Case):
    for word, status in WORDS[case].items():
        job = _read(case, status=word)
        assert (job.status, job.service_status) == (status, word)
        assert job.generated.status.is_known
    known = type(job.generated.status).__members__.values()
    assert {str(member) for member in known} == set(WORDS[case])


def test_a_job_of_v0_3():
    assert _read(V03) == Job(
        id=JOB,
        contract="ionq-v0.3@2026-05-06",
        origin="service",
        status=JobStatus.COMPLETED,
        service_status="completed",
        backend="qpu.aria-1",
        name="w state",
        shots=500,
        qubits=3,
        metadata={"experiment": "w", "run": 3},
        submitted_at=datetime(2026, 1, 9, 23, 6, 40, tzinfo=UTC),
        started_at=datetime(2026, 1, 9, 23, 7, 40, tzinfo=UTC),
        ended_at=datetime(2026, 1, 9, 23, 7, 47, tzinfo=UTC),
        expected=timedelta(seconds=8.5),
        failure=Failure("QuantumComputerError", "the laser was off"),
        cost=Money("0.1", "usd"),
        children=(CHILD_2, CHILD_1),
    )


@pytest.mark.parametrize("case", IONQ_V04, ids=str)
def test_a_job_of_v0_4(case: Case):
    assert _read(case, child_job_ids=[CHILD_2, CHILD_1]) == Job(
        id=JOB,
        contract=case.contract,
        origin="service",
        status=JobStatus.COMPLETED,
        service_status="completed",
        backend="qpu.forte-1",
        name="w state",
        shots=500,
        qubits=3,
        metadata={"experiment": "w"},
        submitted_at=datetime(2026, 10, 2, 8, 0, 0, 250_000, tzinfo=UTC),
        started_at=datetime(2026, 10, 2, 8, 1, tzinfo=UTC),
        ended_at=datetime(2026, 10, 2, 8, 1, 7, 12_000, tzinfo=UTC),
        expected=timedelta(seconds=68.5),
        failure=Failure("QuantumComputerError", "the laser was off"),
        children=(CHILD_2, CHILD_1),
        parent=CHILD_2,
    )


def test_a_job_of_qbraid():
    assert _read(QBRAID) == Job(
        id=QRN,
        contract="qbraid-v2@2026-02-08",
        origin="service",
        status=JobStatus.COMPLETED,
        service_status="COMPLETED",
        backend=DEVICE,
        name="w state",
        shots=500,
        metadata={"experiment": "w", "run": 3, "draft": True},
        submitted_at=datetime(2026, 2, 9, 8, 0, 0, 250_000, tzinfo=UTC),
        ended_at=datetime(2026, 2, 9, 8, 0, 7, tzinfo=UTC),
        cost=Money("0.1", "credits"),
    )


def test_times_are_utc_whatever_zone_they_came_in(case: Case):
    job = _read(case)
    for moment in (job.submitted_at, job.started_at, job.ended_at):
        assert moment is None or moment.utcoffset() == timedelta(0)
    for clock in ("08:00:00.250", "10:00:00.250+02:00", "03:30:00.250-04:30"):
        elsewhere = {
            V03: {},
            QBRAID: {"timeStamps": {"createdAt": f"2026-02-09T{clock}"}},
        }.get(case, {"submitted_at": f"2026-10-02T{clock}"})
        assert _read(case, **elsewhere).submitted_at == job.submitted_at


def test_the_bare_minimum(case: Case):
    """v0.3 leaves out what has no value, v0.4 sends null, and the live qBraid leaves out null members."""
    bare = {
        V03: {"id": JOB, "status": "ready", "request": 0},
        QBRAID: {
            "shots": 1,
            "deviceQrn": DEVICE,
            "jobQrn": QRN,
            "vendor": "openquantum",
            "provider": "quobly",
            "status": "QUEUED",
            "experimentType": "gate_model",
        },
    }.get(case)
    if bare is None:
        bare = {name: None if name not in _NEVER_NULL else value for name, value in case.job(metadata=None).items()}
        for optional in ("shots", "noise"):
            del bare[optional]
        bare |= {"output": {}, "settings": {}, "stats": {}}
    outcome = ask(case, lambda client: client.jobs.get(case.job_id), said(case.wrap(bare)))
    assert (outcome.error, outcome.drift) == (None, [])
    job = outcome.value
    nothing = (job.name, job.qubits, job.started_at, job.ended_at, job.expected, job.failure, job.cost, job.parent)
    assert nothing == (None,) * len(nothing)
    assert (job.children, dict(job.metadata)) == ((), {})
    assert job.raw == bare


_NEVER_NULL = {"id", "status", "type", "backend", "dry_run", "submitter_id", "submitted_at"}


def test_one_prediction_of_two_is_used():
    assert _read(OCTOBER, predicted_wait_time_ms=None).expected == timedelta(seconds=8.5)
    assert _read(OCTOBER, predicted_execution_duration_ms=0).expected == timedelta(seconds=60)
    assert _read(V03, predicted_execution_time=0).expected == timedelta(0)


def test_a_failure_speaks_with_code_and_message():
    assert _read(V03, failure={"error": "no"}).failure == Failure(None, "no")
    assert _read(V03, failure={"code": "internal_error"}).failure == Failure("internal_error", "")
    assert _read(V03, failure={}).failure is None
    outcome = ask(V03, lambda client: client.jobs.wait(JOB), said(V03.job(status="failed")))
    error = outcome.expect(JobFailed)
    assert "QuantumComputerError: the laser was off" in str(error)

    failed = QBRAID.one(status="FAILED", statusMsg="the device refused it", cost=0)
    error = ask(QBRAID, lambda client: client.jobs.wait(QRN), said(failed)).expect(JobFailed)
    assert error.job.failure == Failure(None, "the device refused it")
    assert error.job.cost == Money(0, "credits")
    assert _read(QBRAID, status="FAILED", statusMsg=None).failure == Failure(None, "")


def test_hold_ends_a_wait():
    outcome = ask(QBRAID, lambda client: client.jobs.wait(QRN), said(QBRAID.one(status="HOLD")))
    assert outcome.expect(JobHeld).job.service_status == "HOLD"
    assert outcome.sleeps == []


@pytest.mark.parametrize(
    ("sent", "amount"),
    [(0.1, "0.1"), (0, "0"), (265, "265"), (1e-7, "1e-7"), ("0.375", "0.375"), ("130.0", "130.0"), ("0E-33", "0E-33")],
)
def test_costs_are_exact(sent, amount):
    assert _read(QBRAID, cost=sent).cost == Money(Decimal(amount), "credits")
    assert str(_read(V03, cost_usd=sent).cost.amount) == str(Decimal(str(sent)))


def test_nothing_of_the_answer_is_lost(case: Case):
    job = _read(case)
    assert job.raw == case.payload
    assert type(job.generated).__module__.startswith(f"qcontract_api.{case.package}.models.")
    assert job.generated.to_dict().keys() == case.payload.keys()


def test_a_receipt_is_a_job_with_what_was_asked_for(case: Case):
    options = {"name": "w", "shots": 77, "metadata": {"a": "b"}}
    outcome = ask(case, lambda client: client.jobs.submit(CIRCUIT, **options), said(case.receipt, case.created))
    job = outcome.value
    first = {"ionq-v0.3": "ready", "ionq-v0.4": "submitted", "qbraid-v2": "INITIALIZING"}[case.api]
    assert (job.id, job.service_status, job.status) == (case.job_id, first, WORDS[case][first])
    assert (job.contract, job.name, job.shots, job.qubits) == (case.contract, "w", 77, 3)
    assert job.metadata == {"a": "b", "qcontract_token": "token-1"}
    assert job.backend == (DEVICE if case is QBRAID else "simulator")
    assert job.ref == f"{case.api}:{case.job_id}"
    assert job.generated is not UNSET
    assert "status" in job.generated.to_dict()


def test_the_receipt_of_a_batch_has_the_qubits_of_its_widest_circuit():
    batch = Batch((Circuit(1), Circuit(4), Circuit(2)))
    outcome = ask(OCTOBER, lambda client: client.jobs.submit(batch), said(OCTOBER.receipt, 201))
    assert outcome.value.qubits == 4


def test_a_receipt_of_v0_3_says_when_it_was_accepted():
    outcome = ask(V03, lambda client: client.jobs.submit(CIRCUIT), said(V03.receipt))
    assert outcome.value.submitted_at == datetime(2026, 1, 9, 23, 6, 40, tzinfo=UTC)


def test_a_receipt_of_qbraid_may_be_a_whole_job():
    whole = QBRAID.one(status="QUEUED", cost=None)
    job = ask(QBRAID, lambda client: client.jobs.submit(CIRCUIT), said(whole, 201)).value
    assert (job.id, job.status) == (QRN, JobStatus.QUEUED)
    assert job.submitted_at == datetime(2026, 2, 9, 8, 0, 0, 250_000, tzinfo=UTC)
    assert job.raw == whole["data"]


def test_the_emulator_says_that_it_answered(case: Case):
    answer = said(case.one(), **{"x-qcontract-basis": "assumed"})
    assert ask(case, lambda client: client.jobs.get(case.job_id), answer).value.origin == "emulator"


def test_the_list_gives_the_jobs_of_all_pages_in_order(case: Case):
    name = "jobQrn" if case is QBRAID else "id"
    words = list(WORDS[case])
    jobs = [{**case.job(status=word), name: case.job_id[:-1] + str(number)} for number, word in enumerate(words)]
    for job in jobs:
        job.pop("child_job_ids", None)
    if case is QBRAID:
        pages = [case.page(jobs[:2], 1, more=True), case.page(jobs[2:], 2)]
    else:
        pages = [case.page(jobs[:2], "next-one"), case.page(jobs[2:])]
    outcome = ask(case, lambda client: client.jobs.list(), *map(said, pages))
    assert [job.service_status for job in outcome.value] == words
    assert [job.id[-1] for job in outcome.value] == [str(number) for number in range(len(words))]
    first, second = ({**dict(asked.query)} for asked in outcome.requests)
    cursor = {"page": "2"} if case is QBRAID else {"next": "next-one"}
    assert {name: value for name, value in second.items() if first.get(name) != value} == cursor


def test_a_last_page_may_leave_its_cursor_out():
    outcome = ask(V03, lambda client: client.jobs.list(), said({"jobs": [V03.job()]}))
    assert (len(outcome.value), outcome.drift) == (1, [])


def test_an_empty_list(case: Case):
    assert ask(case, lambda client: client.jobs.list(), said(case.page([]))).value == []


def test_a_job_that_nobody_asked_for_is_refused(case: Case):
    """A proxy, or a connection that two processes share, can mix answers up."""
    name = "jobQrn" if case is QBRAID else "id"
    other = said(case.one(**{name: case.job_id[:-1] + "9"}))
    for use in (lambda client: client.jobs.get(case.job_id), lambda client: client.jobs.wait(case.job_id, timeout=0)):
        assert ask(case, use, other).expect(ResponseShapeError).field == name


def test_an_id_may_come_in_other_case(case: Case):
    outcome = ask(case, lambda client: client.jobs.get(case.job_id.upper()), said(case.one()))
    assert outcome.value.id == case.job_id
