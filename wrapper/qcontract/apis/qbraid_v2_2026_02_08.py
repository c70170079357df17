"""qBraid v2 as documented on 2026-02-08; it also reads what the live service was seen to answer in 2026-09."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import ModuleType
from typing import Any, Final

from attrs import evolve
from qcontract_api.qbraid_v2_2026_02_08.api.devices import (
    get_all_devices_devices_get,
    get_device_devices_device_qrn_get,
)
from qcontract_api.qbraid_v2_2026_02_08.api.jobs import (
    cancel_job_jobs_job_qrn_cancel_post,
    create_job_jobs_post,
    delete_job_jobs_job_qrn_delete,
    estimate_job_cost,
    get_all_jobs_jobs_get,
    get_job_jobs_job_qrn_get,
    get_job_result_jobs_job_qrn_result_get,
)
from qcontract_api.qbraid_v2_2026_02_08.models import JobRequest
from qcontract_api.qbraid_v2_2026_02_08.models import JobStatus as ServiceStatus

from qcontract.apis import qbraid
from qcontract.apis.binding import Answer, Bound, given
from qcontract.apis.circuits import attached, qubits_of
from qcontract.apis.reading import Members, moment
from qcontract.errors import APIError, ConfigurationError, NotInThisSnapshot
from qcontract.flow.answers import message_of
from qcontract.flow.effects import Call, Page, Reply
from qcontract.flow.service import ResultNotReady
from qcontract.model.circuit import Circuit
from qcontract.model.job import Acknowledgement, Backend, Failure, Job
from qcontract.model.money import Money
from qcontract.model.program import Batch, Program
from qcontract.model.qasm import to_qasm3
from qcontract.model.result import Result
from qcontract.model.status import JobStatus
from qcontract.model.submission import JobFilter, Submission
from qcontract.model.untyped import is_list, is_object

__all__ = ["SERVICE", "QBraidV2"]

_CONTRACT = "qbraid-v2@2026-02-08"
_STATUSES: Mapping[str, JobStatus] = {
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
}
_DEFAULT_SHOTS = 1000


def _refusal(reply: Reply, operation: str) -> Exception:
    return APIError(
        message_of(reply), operation=operation, status=reply.status_code, headers=reply.headers, body=reply.content
    )


def _not_ready(reply: Reply, operation: str) -> Exception:  # noqa: ARG001
    """Return the refusal of a result: right after a job's end the service is a moment behind itself."""
    return ResultNotReady(message_of(reply))


def _bound(
    operation_id: str,
    module: ModuleType,
    *,
    safe: bool = True,
    refusal: Callable[[Reply, str], Exception] = _refusal,
) -> Bound[...]:
    """Bind an operation; an envelope may say that the request did not succeed, whatever the status code says."""
    operation = f"{_CONTRACT} {operation_id}"

    def parse(response: Reply) -> object:
        envelope = response.json()
        if is_object(envelope) and envelope.get("success") is False:
            raise refusal(response, operation)
        return module._parse_response(response=response)

    return Bound(operation, module._get_kwargs, parse, safe)


_CREATE = _bound("create_job_jobs_post", create_job_jobs_post, safe=False)
_READ = _bound("get_job_jobs__job_qrn__get", get_job_jobs_job_qrn_get)
_LIST = _bound("get_all_jobs_jobs_get", get_all_jobs_jobs_get)
_RESULT = _bound("get_job_result_jobs__job_qrn__result_get", get_job_result_jobs_job_qrn_result_get, refusal=_not_ready)
_CANCEL = _bound("cancel_job_jobs__job_qrn__cancel_post", cancel_job_jobs_job_qrn_cancel_post)
_DELETE = _bound("delete_job_jobs__job_qrn__delete", delete_job_jobs_job_qrn_delete)
_DEVICES = _bound("get_all_devices_devices_get", get_all_devices_devices_get)
_DEVICE = _bound("get_device_devices__device_qrn__get", get_device_devices_device_qrn_get)
_ESTIMATE = _bound("estimateJobCost", estimate_job_cost)


class QBraidV2:
    """qBraid v2 as a service; implements ``qcontract.flow.service.Service``."""

    contract = _CONTRACT
    default_backend = "qbraid:qbraid:sim:qir-sv"
    free_backends = frozenset({"qbraid:qbraid:sim:qir-sv"})
    currency = "credits"

    def submit(self, submission: Submission) -> Call[Job]:
        """Create a job. Source: operation create_job_jobs_post."""
        tags = attached(submission)
        body = JobRequest.from_dict(_payload(submission, tags))
        return _CREATE.call(lambda answer: _receipt(answer, submission, tags), body=body)

    def get(self, job_id: str) -> Call[Job]:
        """Read a job. Source: operation get_job_jobs__job_qrn__get."""
        return _READ.call(
            lambda answer: answer.the_one(_job(answer, _data(answer), answer.generated.data), job_id, "jobQrn"), job_id
        )

    def page(self, query: JobFilter, cursor: str | None) -> Call[Page[Job]]:
        """Read a page of jobs; the cursor is the number of the page. Source: operation get_all_jobs_jobs_get."""
        for name, value in (("backend", query.backend), ("parent", query.parent), ("ids", query.ids or None)):
            if value is not None:
                raise NotInThisSnapshot(f"{_CONTRACT} cannot list jobs by {name}", hint="filter the list yourself")
        if cursor is not None and not cursor.isdecimal():
            raise ConfigurationError(f"a cursor of qBraid is the number of a page, got {cursor!r}")
        status = None if query.status is None else ServiceStatus(query.status)
        number = None if cursor is None else int(cursor)
        return _LIST.call(_page, **given(status=status, limit=query.page_size, page=number))

    def describes_result(self, job: Job) -> bool:  # noqa: ARG002
        """Return True: a result says all about itself."""
        return True

    def result(self, job: Job) -> Call[Result]:
        """Read counts. Source: operation get_job_result_jobs__job_qrn__result_get."""
        return _RESULT.call(lambda answer: _result(answer, job), job.id)

    def cancel(self, job_ids: Sequence[str]) -> Sequence[Call[tuple[Acknowledgement, ...]]]:
        """Cancel jobs one by one. Source: operation cancel_job_jobs__job_qrn__cancel_post."""
        return [_end(_CANCEL, job_id, JobStatus.CANCELING) for job_id in job_ids]

    def delete(self, job_ids: Sequence[str]) -> Sequence[Call[tuple[Acknowledgement, ...]]]:
        """Delete jobs one by one. Source: operation delete_job_jobs__job_qrn__delete."""
        return [_end(_DELETE, job_id, JobStatus.DELETED) for job_id in job_ids]

    def backends(self) -> Call[tuple[Backend, ...]]:
        """Read the devices. Source: operation get_all_devices_devices_get."""
        return _DEVICES.call(_devices)

    def backend(self, name: str) -> Call[Backend]:
        """Read one device. Source: operation get_device_devices__device_qrn__get."""
        return _DEVICE.call(lambda answer: _device(answer, _data(answer), answer.generated.data), name)

    def estimate(self, submission: Submission) -> Call[Money | None] | None:
        """Ask for the price in credits; dynamic prices are not known. Source: operation estimateJobCost."""
        return _ESTIMATE.call(_price, device_qrn=submission.backend, shots=submission.shots or _DEFAULT_SHOTS)


SERVICE: Final = QBraidV2()


def _data(answer: Answer) -> object:
    """Return what the envelope holds."""
    return Members.of(answer, answer.raw).raw.get("data")


def _payload(submission: Submission, tags: Mapping[str, str]) -> dict[str, Any]:
    for what, asked in (
        ("noise models", submission.noise),
        ("dry runs", submission.dry_run or None),
        ("debiasing", submission.debias),
        ("sessions", submission.session),
    ):
        if asked is not None:
            raise NotInThisSnapshot(f"{_CONTRACT} has no {what}", hint="leave that option out")
    return {
        "deviceQrn": submission.backend,
        "shots": submission.shots or _DEFAULT_SHOTS,
        "tags": dict(tags),
        "program": _program(submission.program),
        **({} if submission.name is None else {"name": submission.name}),
    }


def _program(program: Program) -> dict[str, Any]:
    """Return the program: OpenQASM where it can say it, else IonQ's JSON, which the format list names too."""
    if isinstance(program, Batch):
        raise NotInThisSnapshot(f"{_CONTRACT} takes one circuit per job", hint="submit the circuits one by one")
    if not isinstance(program, Circuit):
        return {"format": f"qasm{program.version}", "data": program.text}
    if program.gateset == "native" or any(gate.name == "pauliexp" for gate in program.gates):
        body = program.to_json()
        body.pop("name", None)
        return {"format": "ionq.circuit.v0", "data": body}
    return {"format": "qasm3", "data": to_qasm3(program).text}


def _receipt(answer: Answer, submission: Submission, tags: Mapping[str, str]) -> Job:
    """Read the answer to a submission: ``{jobQrn, status}`` as documented, or the whole job as observed."""
    members = Members.of(answer, _data(answer), "data")
    word = members.text("status") or "INITIALIZING"
    return Job(
        id=members.required("jobQrn"),
        contract=_CONTRACT,
        origin=answer.reply.origin,
        status=_STATUSES.get(word, JobStatus.UNKNOWN),
        service_status=word,
        backend=submission.backend,
        name=submission.name,
        shots=submission.shots or _DEFAULT_SHOTS,
        qubits=qubits_of(submission.program),
        metadata=tags,
        submitted_at=moment(members.object("timeStamps").text("createdAt")),
        generated=answer.generated.data,
        raw=members.raw,
    )


def _job(answer: Answer, raw: object, generated: object) -> Job:
    members = Members.of(answer, raw, "data")
    word = members.required("status")
    times = members.object("timeStamps")
    price = members.decimal("cost")
    status = _STATUSES.get(word, JobStatus.UNKNOWN)
    message = members.text("statusMsg")
    return Job(
        id=members.required("jobQrn"),
        contract=_CONTRACT,
        origin=answer.reply.origin,
        status=status,
        service_status=word,
        backend=members.text("deviceQrn"),
        name=members.text("name"),
        shots=members.integer("shots"),
        metadata=members.object("tags").raw,
        submitted_at=moment(times.text("createdAt")),
        ended_at=moment(times.text("endedAt")),
        failure=Failure(None, message or "") if status is JobStatus.FAILED else None,
        cost=None if price is None else Money(price, "credits"),
        generated=generated,
        raw=members.raw,
    )


def _page(answer: Answer) -> Page[Job]:
    items = _data(answer)
    if not is_list(items):
        raise answer.misfit("data", "expected an array")
    jobs = tuple(_job(answer, item, model) for item, model in zip(items, answer.generated.data, strict=True))
    pagination = Members.of(answer, answer.raw).object("pagination")
    following = (pagination.integer("page") or 1) + 1
    return Page(jobs, str(following) if pagination.flag("hasNext") else None)


def _result(answer: Answer, job: Job) -> Result:
    answer.refuse_repeated("resultData")
    members = Members.of(answer, _data(answer), "data")
    several = members.items("results")
    parts = [(f"/data/results/{index}", Members.of(answer, part, "results")) for index, part in enumerate(several)]
    circuits = tuple(
        qbraid.circuit_result(answer, part.object("resultData"), f"{place}/resultData", job.id)
        for place, part in parts or [("/data", members)]
    )
    return Result(job.ref, _CONTRACT, answer.reply.origin, circuits, answer.generated, answer.raw)


def _end(operation: Bound[...], job_id: str, done: JobStatus) -> Call[tuple[Acknowledgement, ...]]:
    def read(answer: Answer) -> tuple[Acknowledgement, ...]:
        word = Members.of(answer, _data(answer), "data").text("status")
        return (Acknowledgement(job_id, _STATUSES.get(word, JobStatus.UNKNOWN) if word else done, word),)

    return evolve(operation.call(read, job_id), already=(Acknowledgement(job_id, done),))


def _devices(answer: Answer) -> tuple[Backend, ...]:
    items = _data(answer)
    if not is_list(items):
        raise answer.misfit("data", "expected an array")
    return tuple(_device(answer, item, model) for item, model in zip(items, answer.generated.data, strict=True))


def _device(answer: Answer, raw: object, generated: object) -> Backend:
    members = Members.of(answer, raw, "data")
    kind = members.text("deviceType")
    return Backend(
        name=members.required("qrn"),
        status=members.required("status"),
        qubits=members.integer("numberQubits"),
        simulator=None if kind is None else kind == "SIMULATOR",
        queue_time=None,
        generated=generated,
        raw=members.raw,
    )


def _price(answer: Answer) -> Money | None:
    members = Members.of(answer, _data(answer), "data")
    price = members.decimal("estimatedCost") if members.raw.get("pricingAvailable") is not False else None
    return None if price is None else Money(price, "credits")
