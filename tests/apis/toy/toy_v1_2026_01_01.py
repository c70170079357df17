"""The adapter of a vendor that does not exist: what somebody writes who adds one.

The pairs of functions that `make generate` would write stand here in their smallest form.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from attrs import define
from qcontract.apis.binding import Answer, Bound, given
from qcontract.apis.circuits import attached
from qcontract.apis.reading import Members
from qcontract.errors import NotInThisSnapshot
from qcontract.flow.effects import Call, Page
from qcontract.model.circuit import Circuit
from qcontract.model.job import Acknowledgement, Backend, Job
from qcontract.model.money import Money
from qcontract.model.result import CircuitResult, Result
from qcontract.model.status import JobStatus
from qcontract.model.submission import JobFilter, Submission
from qcontract_api.runtime import MissingFieldError, OpenStrEnum

CONTRACT = "toy-v1@2026-01-01"


class Word(OpenStrEnum):
    DONE = "done"


@define
class Task:
    """What the generator would make of the schema `Task`."""

    word: Word
    unknown_fields: dict[str, Any]
    __json_types__: ClassVar = {"word": ("word", (str,))}
    __item_types__: ClassVar = {}
    __extra_types__: ClassVar = ()
    __declares_extra__: ClassVar = False

    @classmethod
    def from_dict(cls, body: dict[str, Any]) -> Task:
        if "word" not in body:
            raise MissingFieldError("Task", "word")
        extra = {name: value for name, value in body.items() if name not in ("id", "word")}
        return cls(Word(body["word"]), extra)


def _bound(operation: str, method: str, path: str, *, safe: bool = True) -> Bound[...]:
    def get_kwargs(task: str = "", body: Any = None, **params: Any) -> dict[str, Any]:
        return {"method": method, "url": path.format(task=task), "params": params, "json": body}

    def parse_response(response: Any) -> Any:
        body = response.json()
        return [Task.from_dict(item) for item in body] if isinstance(body, list) else Task.from_dict(body)

    return Bound(f"{CONTRACT} {operation}", get_kwargs, parse_response, safe)


_SEND = _bound("sendTask", "post", "/tasks", safe=False)
_READ = _bound("readTask", "get", "/tasks/{task}")
_LIST = _bound("listTasks", "get", "/tasks")
_END = _bound("endTask", "delete", "/tasks/{task}")


def _job(answer: Answer, raw: object, generated: object) -> Job:
    members = Members.of(answer, raw)
    word = members.required("word")
    status = JobStatus.COMPLETED if word == "done" else JobStatus.UNKNOWN
    job_id = members.required("id")
    return Job(job_id, CONTRACT, answer.reply.origin, status, word, generated=generated, raw=members.raw)


class Toy:
    """The toy vendor's API as a service."""

    contract = CONTRACT
    default_backend = "abacus"
    free_backends = frozenset({"abacus"})
    currency = "beads"

    def submit(self, submission: Submission) -> Call[Job]:
        if not isinstance(submission.program, Circuit):
            raise NotInThisSnapshot(f"{CONTRACT} takes circuits only")
        body = {"gates": len(submission.program.gates), "notes": attached(submission)}
        return _SEND.call(lambda answer: _job(answer, answer.raw, answer.generated), body=body)

    def get(self, job_id: str) -> Call[Job]:
        return _READ.call(lambda answer: _job(answer, answer.raw, answer.generated), job_id)

    def page(self, query: JobFilter, cursor: str | None) -> Call[Page[Job]]:
        def read(answer: Answer) -> Page[Job]:
            items = zip(answer.raw, answer.generated, strict=True)
            return Page(tuple(_job(answer, raw, generated) for raw, generated in items), None)

        return _LIST.call(read, **given(word=query.status, after=cursor))

    def describes_result(self, job: Job) -> bool:
        return "word" in job.raw

    def result(self, job: Job) -> Call[Result]:
        def read(answer: Answer) -> Result:
            return Result(job.ref, CONTRACT, answer.reply.origin, (CircuitResult(1, {1: 1.0}),))

        return _READ.call(read, job.id)

    def cancel(self, job_ids: Sequence[str]) -> Sequence[Call[tuple[Acknowledgement, ...]]]:
        return self.delete(job_ids)

    def delete(self, job_ids: Sequence[str]) -> Sequence[Call[tuple[Acknowledgement, ...]]]:
        return [
            _END.call(lambda _, job_id=job_id: (Acknowledgement(job_id, JobStatus.DELETED),), job_id)
            for job_id in job_ids
        ]

    def backends(self) -> Call[tuple[Backend, ...]]:
        raise NotInThisSnapshot(f"{CONTRACT} does not list its abacuses")

    def backend(self, name: str) -> Call[Backend]:
        raise NotInThisSnapshot(f"{CONTRACT} does not list its abacuses, nor {name}")

    def estimate(self, submission: Submission) -> Call[Money | None] | None:  # noqa: ARG002
        return None


SERVICE = Toy()
