"""Jobs of qBraid: reading, finding, cancelling and deleting them, and their programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import islice
from typing import Any, Final

from qcontract.contract.jsonvalue import is_array, is_object

from ..http import Answer, Fault, parse_json
from ..jobs import ENDED, Job, Status
from ..store import Filter
from . import devices
from .base import Call
from .ionq import iso
from .qbraid_style import Style

__all__ = ["PENDING", "STATUS", "QBraidJobs", "cost", "times"]

STATUS: Final[dict[Status, str]] = {
    "submitted": "INITIALIZING",
    "ready": "QUEUED",
    "running": "RUNNING",
    "completed": "COMPLETED",
    "failed": "FAILED",
    "canceled": "CANCELLED",
}
PENDING: Final[tuple[Status, ...]] = ("submitted", "ready", "running")
_LAST_PAGE: Final = 1_000_000_000


def cost(job: Job) -> float:
    """Return what a job was charged in credits; one without a result is not charged."""
    if not job.finished:
        return 0.0
    return devices.device(job.backend).charge(job.shots or 0, len(job.children) or 1, job.duration_ms or 0)


def times(job: Job) -> dict[str, Any]:
    """Return when a job was made and ended, and how long it ran."""
    found: dict[str, Any] = {"createdAt": iso(job.submitted)}
    if job.ended is not None:
        found |= {"endedAt": iso(job.ended), "executionDuration": job.duration_ms or 0}
    return found


class QBraidJobs:
    """Operations on jobs in one style."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def get(self, call: Call) -> Answer:
        """Return one job; what it cost rests on prices that are the emulator's."""
        job = self._own(call)
        return self._style.ok(self.document(job), "assumed" if cost(job) else self._style.recorded)

    def _own(self, call: Call) -> Job:
        """Return a job of the caller; that somebody else's is there is documented to be told."""
        qrn = call.path[0]
        other = call.core.store.project_of("qbraid", qrn) not in (None, call.owner.project)
        if other and not self._style.live:
            raise Fault(403, f"the job {qrn[:100]} belongs to somebody else", source="path")
        return call.job("qbraid", qrn)

    def document(self, job: Job) -> dict[str, Any]:
        """Return what the API says about a job; the live gateway leaves members without a value out."""
        device = devices.device(job.backend)
        circuits = len(job.children) or 1
        content: dict[str, Any] = {
            "name": job.name,
            "shots": job.shots,
            "deviceQrn": job.backend,
            "tags": job.metadata or {},
            "runtimeOptions": job.details.get("runtimeOptions", {}),
            "jobQrn": job.id,
            "vendor": device.vendor,
            "provider": device.provider,
            "status": STATUS[job.status],
            "statusMsg": f"{job.failure[0]}: {job.failure[1]}" if job.failure else None,
            "experimentType": device.paradigm,
            "queuePosition": 0 if job.status in PENDING else None,
            "timeStamps": times(job),
            "cost": cost(job) if job.status in ENDED else None,
            "estimatedCost": device.estimate(job.shots or 0, circuits),
            **({"groupJobQrn": job.session} if job.session else {}),
        }
        if not self._style.live:
            return {**content, "batchJobQrn": None, "metadata": {}}
        described = device.document(live=True)
        content |= {
            "numCircuits": circuits,
            "createdAt": iso(job.submitted),
            "updatedAt": iso(job.ended or job.started or job.submitted),
            "device": {name: described[name] for name in ("qrn", "name", "deviceType", "vendor", "status")},
        }
        return {name: value for name, value in content.items() if value is not None}

    def find(self, call: Call) -> Answer:
        """Return a numbered page of jobs, newest first; the order is our choice."""
        page, limit = min(call.query["page"], _LAST_PAGE), call.query["limit"]
        jobs, total = _found(call, (page - 1) * limit, limit)
        pages = -(-total // limit)
        pagination = {
            "page": page,
            "limit": limit,
            "total": total,
            "totalPages": pages,
            "hasNext": page < pages,
            "hasPrev": page > 1,
        }
        data = [self.document(job) for job in jobs]
        return self._style.ok(data, "assumed", pagination=pagination, meta=self._style.meta(call))

    def cancel(self, call: Call) -> Answer:
        """Stop a job."""
        job = call.job("qbraid", call.path[0])
        live = self._style.live
        if job.status in ENDED or (live and job.status == "submitted"):
            status, code = (409, "JOB_CANCEL_CONFLICT") if live else (400, None)
            raise Fault(status, f"a job that is {STATUS[job.status]} cannot be cancelled", code=code)
        call.core.cancel([job.id])
        data = {"message": "the job is being cancelled", "jobQrn": job.id, "status": "CANCELLING"}
        return self._style.ok(data, "documented", 202)

    def delete(self, call: Call) -> Answer:
        """Remove one job."""
        call.core.delete([self._own(call)])
        return self._style.ok({"message": "the job was deleted"}, "documented")

    def delete_many(self, call: Call) -> Answer:
        """Remove jobs, and say for each name whether it worked."""
        names = _json_query(call.query["qrns"], "qrns")
        if not is_array(names) or not all(isinstance(name, str) for name in names):
            raise Fault(400, "'qrns' must be a JSON array of strings", source="query", keys=["qrns"])
        known = {name: call.find("qbraid", name) for name in names}
        call.core.delete([job for job in known.values() if job])
        gone = [name for name, job in known.items() if job]
        failed = {name: "there is no such job" for name, job in known.items() if not job}
        return self._style.ok({"successfulIds": gone, "failedIds": failed}, "documented")

    def program(self, call: Call) -> Answer:
        """Return the program as it was sent."""
        return self._style.ok(call.core.store.program(call.job("qbraid", call.path[0]).id), "documented")

    def compiled(self, call: Call) -> Answer:
        """Return the compiled program of a machine's job; simulators have none at the service either."""
        job = call.job("qbraid", call.path[0])
        text = call.core.store.result(job.id, "compiled.qasm3") if job.finished else None
        if text is not None:
            return self._style.ok({"format": "qasm3", "data": json.loads(text)}, "assumed")
        simulated = devices.device(job.backend).simulator
        message = f"the job {job.id} has no compiled program"
        raise Fault(404, message, source="path", basis="documented" if simulated or not job.finished else "assumed")


def _found(call: Call, offset: int, limit: int) -> tuple[list[Job], int]:
    criteria, store, project = _criteria(call.query), call.core.store, call.owner.project
    tags = _tags(call.query.get("tags"))
    search = str(call.query.get("search", "")).lower()
    if not tags and not search:
        return store.find(project, "qbraid", criteria, limit, offset), store.count(project, "qbraid", criteria)
    fitting = (job for job in store.each(project, "qbraid", criteria) if _fits(job, tags, search))
    before = sum(1 for _ in islice(fitting, offset))
    shown = list(islice(fitting, limit))
    return shown, before + len(shown) + sum(1 for _ in fitting)


def _criteria(query: Mapping[str, Any]) -> Filter:
    vendor, provider = query.get("vendor", "all"), query.get("provider")
    backends = [
        one.qrn for one in devices.DEVICES if vendor in ("all", one.vendor) and provider in (None, one.provider)
    ]
    filtered = vendor != "all" or provider is not None
    return Filter(statuses=_statuses(query), backends=backends if filtered else None)


def _statuses(query: Mapping[str, Any]) -> list[Status] | None:
    """Return the statuses that are wanted; a single status wins over a group."""
    if "status" in query:
        return [status for status, word in STATUS.items() if word == query["status"]]
    groups: dict[str, list[Status]] = {"pending": list(PENDING), "returned": list(ENDED)}
    return groups.get(query.get("statusGroup", "all"))


def _tags(text: str | None) -> dict[str, Any]:
    if text is None:
        return {}
    value = _json_query(text, "tags")
    if not is_object(value):
        raise Fault(400, "'tags' must be a JSON object", source="query", keys=["tags"])
    return value


def _json_query(text: str, name: str) -> Any:
    try:
        return parse_json(text.encode())
    except Fault:
        raise Fault(400, f"'{name}' is not valid JSON", source="query", keys=[name]) from None


def _fits(job: Job, tags: Mapping[str, Any], search: str) -> bool:
    own = job.metadata or {}
    return (
        all(name in own and own[name] == tags[name] for name in tags) and search in f"{job.id} {job.name or ''}".lower()
    )
