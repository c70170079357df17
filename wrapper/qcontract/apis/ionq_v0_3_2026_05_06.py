"""IonQ v0.3 as of 2026-05-06."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any, Final

from attrs import evolve
from qcontract_api.ionq_v0_3_2026_05_06.api.backends import get_backends
from qcontract_api.ionq_v0_3_2026_05_06.api.jobs import (
    cancel_job,
    create_job,
    delete_job,
    get_job,
    get_job_results,
    get_jobs,
)
from qcontract_api.ionq_v0_3_2026_05_06.models import CreateJobRequest, NoiseModel, Status

from qcontract.apis import ionq
from qcontract.apis.binding import Answer, Bound, given
from qcontract.apis.circuits import attached, batch_input, by_child, circuit_result, qubits_of
from qcontract.apis.listed import refuse_unlisted
from qcontract.apis.reading import Members, seconds_of_epoch
from qcontract.errors import NotFoundError, NotInThisSnapshot
from qcontract.flow.effects import Call, Page
from qcontract.model.circuit import Circuit
from qcontract.model.job import Acknowledgement, Backend, Job
from qcontract.model.money import Money
from qcontract.model.program import Batch
from qcontract.model.result import CircuitResult, Result
from qcontract.model.status import JobStatus
from qcontract.model.submission import JobFilter, Submission
from qcontract.model.untyped import is_object

__all__ = ["SERVICE", "IonQV03"]

_CONTRACT = "ionq-v0.3@2026-05-06"
_STATUSES: Mapping[str, JobStatus] = {
    "submitted": JobStatus.SUBMITTED,
    "ready": JobStatus.QUEUED,
    "running": JobStatus.RUNNING,
    "completed": JobStatus.COMPLETED,
    "failed": JobStatus.FAILED,
    "canceled": JobStatus.CANCELED,
    "deleted": JobStatus.DELETED,
}


def _bound(operation_id: str, module: ModuleType, *, safe: bool = True) -> Bound[...]:
    return Bound(f"{_CONTRACT} {operation_id}", module._get_kwargs, module._parse_response, safe)


_CREATE = _bound("createJob", create_job, safe=False)
_READ = _bound("getJob", get_job)
_LIST = _bound("getJobs", get_jobs)
_RESULTS = _bound("getJobResults", get_job_results)
_CANCEL = _bound("cancelJob", cancel_job)
_DELETE = _bound("deleteJob", delete_job)
_BACKENDS = _bound("getBackends", get_backends)


class IonQV03:
    """IonQ v0.3 as a service; implements ``qcontract.flow.service.Service``."""

    contract = _CONTRACT
    default_backend = "simulator"
    free_backends = frozenset({"simulator"})
    currency = "usd"

    def submit(self, submission: Submission) -> Call[Job]:
        """Create a job. Source: operation createJob, and IonQ's page on its request body."""
        metadata = attached(submission)
        body = CreateJobRequest.from_dict(_payload(submission, metadata))
        return _CREATE.call(lambda answer: _receipt(answer, submission, metadata), body=body)

    def get(self, job_id: str) -> Call[Job]:
        """Read a job. Source: operation getJob."""
        return _READ.call(lambda answer: answer.the_one(_job(answer, answer.raw, answer.generated), job_id), job_id)

    def page(self, query: JobFilter, cursor: str | None) -> Call[Page[Job]]:
        """Read a page of jobs. Source: operation getJobs."""
        for name, value in (("backend", query.backend), ("parent", query.parent)):
            if value is not None:
                raise NotInThisSnapshot(f"{_CONTRACT} cannot list jobs by {name}", hint="filter the list yourself")
        status = None if query.status is None else Status(query.status)
        options = given(id=list(query.ids) or None, status=status, limit=query.page_size, next_=cursor)
        return _LIST.call(_page, **options)

    def describes_result(self, job: Job) -> bool:
        """Whether it is the whole job and no receipt: without children it is one of a single circuit."""
        return "target" in job.raw

    def result(self, job: Job) -> Call[Result]:
        """Read probabilities, of one circuit or of several. Source: operation getJobResults."""
        return _RESULTS.call(lambda answer: _result(answer, job), job.id)

    def cancel(self, job_ids: Sequence[str]) -> Sequence[Call[tuple[Acknowledgement, ...]]]:
        """Cancel jobs one by one. Source: operation cancelJob."""
        return [_end(_CANCEL, job_id, JobStatus.CANCELED) for job_id in job_ids]

    def delete(self, job_ids: Sequence[str]) -> Sequence[Call[tuple[Acknowledgement, ...]]]:
        """Delete jobs one by one: IonQ's page and its sample disagree on where the bulk form reads its ids.

        Source: operation deleteJob.
        """
        return [_end(_DELETE, job_id, JobStatus.DELETED) for job_id in job_ids]

    def backends(self) -> Call[tuple[Backend, ...]]:
        """Read the backends. Source: operation getBackends."""
        return _BACKENDS.call(ionq.backends)

    def backend(self, name: str) -> Call[Backend]:
        """Read one backend out of the list. Source: operation getBackends."""

        def read(answer: Answer) -> Backend:
            found = next((backend for backend in ionq.backends(answer) if backend.name == name), None)
            if found is None:
                raise NotFoundError(f"no backend is called {name!r}", operation=answer.operation, status=200)
            return found

        return _BACKENDS.call(read)

    def estimate(self, submission: Submission) -> Call[Money | None] | None:  # noqa: ARG002
        """Return None: this version cannot be asked for prices."""
        return None


SERVICE: Final = IonQV03()


def _payload(submission: Submission, metadata: Mapping[str, str]) -> dict[str, Any]:
    if submission.session is not None:
        raise NotInThisSnapshot(f"{_CONTRACT} has no sessions", hint="use ionq-v0.4")
    if submission.noise is not None:  # the backend is not looked up: the contract says that its list is not complete
        refuse_unlisted(submission.noise.model, NoiseModel, "noise model", _CONTRACT)
    optional = {
        "name": submission.name,
        "shots": submission.shots,
        "dry_run": submission.dry_run or None,
        "noise": ionq.noise(submission),
        "error_mitigation": None if submission.debias is None else {"debias": submission.debias},
    }
    return {
        "target": submission.backend,
        "metadata": dict(metadata),
        "input": {"format": "ionq.circuit.v0", **_input(submission)},
        **{name: value for name, value in optional.items() if value is not None},
    }


def _input(submission: Submission) -> dict[str, Any]:
    program = submission.program
    if isinstance(program, Circuit):
        return ionq.circuit_input(program)
    if isinstance(program, Batch):
        return batch_input(program)
    raise NotInThisSnapshot(f"{_CONTRACT} takes no OpenQASM", hint="use a Circuit, or ionq-v0.4 for OpenQASM 3")


def _receipt(answer: Answer, submission: Submission, metadata: Mapping[str, str]) -> Job:
    members = Members.of(answer, answer.raw)
    word = members.required("status")
    return Job(
        id=members.required("id"),
        contract=_CONTRACT,
        origin=answer.reply.origin,
        status=_STATUSES.get(word, JobStatus.UNKNOWN),
        service_status=word,
        backend=submission.backend,
        name=submission.name,
        shots=submission.shots,
        qubits=qubits_of(submission.program),
        metadata=metadata,
        submitted_at=seconds_of_epoch(members.number("request")),
        generated=answer.generated,
        raw=members.raw,
    )


def _job(answer: Answer, raw: object, generated: object) -> Job:
    members = Members.of(answer, raw)
    word = members.required("status")
    dollars = members.decimal("cost_usd")
    return Job(
        id=members.required("id"),
        contract=_CONTRACT,
        origin=answer.reply.origin,
        status=_STATUSES.get(word, JobStatus.UNKNOWN),
        service_status=word,
        backend=members.text("target"),
        name=members.text("name"),
        shots=members.integer("shots"),
        qubits=members.integer("qubits"),
        metadata=members.object("metadata").raw,
        submitted_at=seconds_of_epoch(members.number("request")),
        started_at=seconds_of_epoch(members.number("start")),
        ended_at=seconds_of_epoch(members.number("response")),
        expected=members.milliseconds("predicted_execution_time"),
        failure=ionq.failure(members),
        cost=None if dollars is None else Money(dollars, "usd"),
        children=members.texts("children"),
        generated=generated,
        raw=members.raw,
    )


def _page(answer: Answer) -> Page[Job]:
    members = Members.of(answer, answer.raw)
    raw = members.items("jobs")
    generated: list[Any] = answer.generated.jobs if raw else []
    jobs = tuple(_job(answer, item, model) for item, model in zip(raw, generated, strict=True))
    return Page(jobs, members.cursor("next"))


def _result(answer: Answer, job: Job) -> Result:
    """Tell the two forms of a result apart: probabilities, or a map of them for every child.

    A child that never ran has null instead, and keeps its place as a circuit without probabilities. Each has the
    job's number of qubits, which is that of the widest: see ``circuit_result``.
    """
    answer.refuse_repeated("probabilities")
    members = Members.of(answer, answer.raw).raw
    nested = any(is_object(value) or child in job.children for child, value in members.items())
    circuits = by_child(answer, members, job) if nested else [(job.id, members)]
    return Result(
        job.ref,
        _CONTRACT,
        answer.reply.origin,
        tuple(
            CircuitResult(job.qubits or 1, {}, job_id=job_id)
            if states is None
            else circuit_result(answer, states, job.qubits, job_id)
            for job_id, states in circuits
        ),
        answer.generated,
        answer.raw,
    )


def _end(operation: Bound[...], job_id: str, done: JobStatus) -> Call[tuple[Acknowledgement, ...]]:
    def read(answer: Answer) -> tuple[Acknowledgement, ...]:
        word = Members.of(answer, answer.raw).required("status")
        return (Acknowledgement(job_id, _STATUSES.get(word, JobStatus.UNKNOWN), word),)

    return evolve(operation.call(read, job_id), already=(Acknowledgement(job_id, done),))
