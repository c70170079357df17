"""What each contract in force says on the wire, as small as the contract allows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen
from qcontract import AsyncIonQ, AsyncQBraid, IonQ, QBraid
from support.scripted import Answer, answer

JOB = "0199f000-0000-7000-8000-000000000001"
"""Id of a job; IonQ v0.3 insists on the form."""


def job_ids(number: int) -> list[str]:
    """As many ids as asked for, the first being `JOB`."""
    return [f"{JOB[:-4]}{index + 1:04}" for index in range(number)]


def _ionq_v03(job_id: str, word: str, **more: Any) -> dict[str, Any]:
    return {"id": job_id, "status": word, "request": 1_790_000_000, **more}


def _ionq_v04(job_id: str, word: str, **more: Any) -> dict[str, Any]:
    absent = (
        "project_id parent_job_id session_id metadata name started_at completed_at predicted_wait_time_ms "
        "predicted_execution_duration_ms execution_duration_ms failure results child_job_ids"
    )
    return {
        "id": job_id,
        "status": word,
        "type": "ionq.circuit.v1",
        "backend": "simulator",
        "dry_run": False,
        "submitter_id": "someone",
        "submitted_at": "2026-10-01T12:00:00.000Z",
        "output": {},
        "settings": {},
        "stats": {},
        **dict.fromkeys(absent.split()),
        **more,
    }


def _qbraid(job_id: str, word: str, **more: Any) -> dict[str, Any]:
    return {
        "shots": 100,
        "deviceQrn": "qbraid:qbraid:sim:qir-sv",
        "jobQrn": job_id,
        "vendor": "qbraid",
        "provider": "qbraid",
        "status": word,
        "experimentType": "gate_model",
        **more,
    }


def _ionq_page(jobs: Sequence[object], cursor: str | None) -> dict[str, Any]:
    return {"jobs": list(jobs), "next": cursor}


def _qbraid_page(jobs: Sequence[object], cursor: str | None) -> dict[str, Any]:
    number = 1 if cursor is None else int(cursor) - 1
    pagination = {"page": number, "limit": 10, "hasNext": cursor is not None, "hasPrev": number > 1}
    return {"success": True, "data": list(jobs), "pagination": {"total": 99, "totalPages": 99, **pagination}}


@frozen(eq=False, repr=False)
class Dialect:
    """One contract: its clients, and answers in its words.

    `words` translates the common vocabulary; `wrap` is the envelope around a job.
    """

    contract: str
    sync: type[IonQ | QBraid]
    asynchronous: type[AsyncIonQ | AsyncQBraid]
    root: str
    words: Mapping[str, str]
    body: Callable[..., dict[str, Any]]
    page: Callable[[Sequence[object], str | None], dict[str, Any]]
    cursors: tuple[str, ...] = ("c1", "c2", "c3")
    wrap: Callable[[object], Any] = field(default=lambda body: body)
    token_member: str = "metadata"

    def __repr__(self) -> str:
        return self.contract

    @property
    def api(self) -> str:
        return self.contract.partition("@")[0]

    def job(self, status: str = "completed", job_id: str = JOB, **more: Any) -> dict[str, Any]:
        return self.body(job_id, self.words.get(status, status), **more)

    def shown(self, status: str = "completed", job_id: str = JOB, **more: Any) -> Answer:
        """The answer to reading a job."""
        return answer(200, self.wrap(self.job(status, job_id, **more)))

    def accepted(self, job_id: str = JOB) -> Answer:
        """The answer to a submission."""
        if self.api == "qbraid-v2":
            return answer(201, self.wrap({"jobQrn": job_id, "status": "INITIALIZING"}))
        body = {"id": job_id, "status": self.words["submitted"], "session_id": None}
        return answer(200 if self.api == "ionq-v0.3" else 201, body)

    def listed(self, job_ids: Sequence[str], cursor: str | None) -> Answer:
        """The answer with one page of completed jobs."""
        return answer(200, self.page([self.job(job_id=job_id) for job_id in job_ids], cursor))

    def canceled(self, job_id: str = JOB) -> Answer:
        if self.api == "qbraid-v2":
            return answer(202, self.wrap({"jobQrn": job_id, "status": "CANCELLING", "message": "asked"}))
        return answer(200, {"id": job_id, "status": "canceled"})

    def deleted(self, job_id: str = JOB) -> Answer:
        if self.api == "qbraid-v2":
            return answer(200, self.wrap({"message": "gone"}))
        return answer(200, {"id": job_id, "status": "deleted"})

    def token_in(self, body: Mapping[str, Any]) -> str:
        """The token that a submission's body carries."""
        found: str = body[self.token_member]["qcontract_token"]
        return found


_V04_WORDS = {"queued": "ready", "running": "started"}
_V03_WORDS = {"queued": "ready"}
_QBRAID_WORDS = {
    "submitted": "INITIALIZING",
    "queued": "QUEUED",
    "running": "RUNNING",
    "completed": "COMPLETED",
    "failed": "FAILED",
    "canceled": "CANCELLED",
    "held": "HOLD",
}
_SAME = {word: word for word in ("submitted", "running", "completed", "failed", "canceled", "deleted")}

V03 = Dialect("ionq-v0.3@2026-05-06", IonQ, AsyncIonQ, "/v0.3", _SAME | _V03_WORDS, _ionq_v03, _ionq_page)
V04_MAY = Dialect("ionq-v0.4@2026-05-15", IonQ, AsyncIonQ, "/v0.4", _SAME | _V04_WORDS, _ionq_v04, _ionq_page)
V04 = Dialect("ionq-v0.4@2026-10-01", IonQ, AsyncIonQ, "/v0.4", _SAME | _V04_WORDS, _ionq_v04, _ionq_page)
QBRAID = Dialect(
    "qbraid-v2@2026-02-08",
    QBraid,
    AsyncQBraid,
    "/api/v1",
    _QBRAID_WORDS,
    _qbraid,
    _qbraid_page,
    cursors=("2", "3", "4"),
    wrap=lambda body: {"success": True, "data": body},
    token_member="tags",
)
DIALECTS = (V03, V04_MAY, V04, QBRAID)
