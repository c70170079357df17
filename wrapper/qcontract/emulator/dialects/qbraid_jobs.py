"""Jobs of qBraid: reading, cancelling, deleting, and their results."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from qcontract.contract.jsonvalue import is_array, is_object

from ..http import Answer, Basis, Fault
from ..jobs import ENDED, Job, Status
from ..store import Filter
from . import devices
from .base import Call
from .ionq import iso

__all__ = ["QBraidJobs"]

_STATUS: Final[dict[Status, str]] = {
    "submitted": "INITIALIZING",
    "ready": "QUEUED",
    "running": "RUNNING",
    "completed": "COMPLETED",
    "failed": "FAILED",
    "canceled": "CANCELLED",
}
_PENDING: Final[tuple[Status, ...]] = ("submitted", "ready", "running")
_LAST_PAGE: Final = 1_000_000_000
_SCANNED: Final = 10_000
"""How many jobs a search by text or tags looks at, newest first."""


class QBraidJobs:
    """Operations on jobs.

    Args:
        live: Answer as the live gateway does rather than as documented.
    """

    def __init__(self, *, live: bool) -> None:
        self._live = live
        self._basis: Basis = "observed" if live else "documented"

    def _ok(self, data: object, status: int = 200, **more: object) -> Answer:
        return Answer(status, {"success": True, "data": data, **more}, self._basis)

    def get(self, call: Call) -> Answer:
        """Return one job."""
        return self._ok(self.document(call.job("qbraid", call.path[0])))

    def document(self, job: Job) -> dict[str, Any]:
        """Return what the API says about a job; the live gateway leaves members without a value out."""
        device = devices.device(job.backend)
        cost = _cost(job)
        content: dict[str, Any] = {
            "name": job.name,
            "shots": job.shots,
            "deviceQrn": job.backend,
            "tags": job.metadata or {},
            "runtimeOptions": job.details.get("runtimeOptions", {}),
            "jobQrn": job.id,
            "vendor": device.vendor,
            "provider": device.provider,
            "status": _STATUS[job.status],
            "statusMsg": f"{job.failure[0]}: {job.failure[1]}" if job.failure else None,
            "experimentType": "gate_model",
            "queuePosition": 0 if job.status in _PENDING else None,
            "timeStamps": _times(job),
            "cost": cost if job.status in ENDED else None,
            "estimatedCost": device.price(job.shots or 0),
        }
        if not self._live:
            return {**content, "batchJobQrn": None, "metadata": {}}
        content |= {
            "numCircuits": len(job.children) or 1,
            "createdAt": iso(job.submitted),
            "updatedAt": iso(job.ended or job.started or job.submitted),
            "device": {name: device.document()[name] for name in ("qrn", "name", "deviceType", "vendor", "status")},
        }
        return {name: value for name, value in content.items() if value is not None}

    def find(self, call: Call) -> Answer:
        """Return a numbered page of jobs, newest first; the order is our choice."""
        query = call.query
        page, limit = min(query.get("page", 1), _LAST_PAGE), query.get("limit", 50)
        jobs, total = self._found(call, (page - 1) * limit, limit)
        pages = -(-total // limit)
        pagination = {
            "page": page,
            "limit": limit,
            "total": total,
            "totalPages": pages,
            "hasNext": page < pages,
            "hasPrev": page > 1,
        }
        meta = {"timestamp": iso(call.core.clock.now())}
        content = {"success": True, "data": [self.document(job) for job in jobs]}
        return Answer(200, {**content, "pagination": pagination, "meta": meta}, "assumed")

    def _found(self, call: Call, offset: int, limit: int) -> tuple[list[Job], int]:
        criteria, store, project = _criteria(call.query), call.core.store, call.owner.project
        tags = _tags(call.query.get("tags"))
        search = str(call.query.get("search", "")).lower()
        if not tags and not search:
            found = store.find(project, "qbraid", criteria, limit, offset)
            return found, store.count(project, "qbraid", criteria)
        every = store.find(project, "qbraid", criteria, _SCANNED)
        fitting = [job for job in every if _fits(job, tags, search)]
        return fitting[offset : offset + limit], len(fitting)

    def statuses(self, call: Call) -> Answer:
        """Return how many jobs have each status."""
        jobs = call.core.store.find(call.owner.project, "qbraid", Filter(), _SCANNED)
        return self._ok(dict(Counter(_STATUS[job.status] for job in jobs)))

    def cancel(self, call: Call) -> Answer:
        """Stop a job."""
        job = call.job("qbraid", call.path[0])
        if job.status in ENDED or (self._live and job.status == "submitted"):
            status, code = (409, "JOB_CANCEL_CONFLICT") if self._live else (400, None)
            raise Fault(
                status, f"a job that is {_STATUS[job.status]} cannot be cancelled", code=code, basis=self._basis
            )
        call.core.cancel([job])
        return self._ok({"message": "the job is being cancelled", "jobQrn": job.id, "status": "CANCELLING"}, 202)

    def delete(self, call: Call) -> Answer:
        """Remove one job."""
        call.core.delete([call.job("qbraid", call.path[0])])
        return self._ok({"message": "the job was deleted"})

    def delete_many(self, call: Call) -> Answer:
        """Remove jobs, and say for each name whether it worked."""
        names = _json_query(call.query["qrns"], "qrns")
        if not is_array(names) or not all(isinstance(name, str) for name in names):
            raise Fault(400, "'qrns' must be a JSON array of strings", source="query", keys=["qrns"])
        known = {name: call.core.store.get(call.owner.project, "qbraid", name) for name in names}
        call.core.delete([job for job in known.values() if job])
        gone = [name for name, job in known.items() if job]
        failed = {name: "there is no such job" for name, job in known.items() if not job}
        return self._ok({"successfulIds": gone, "failedIds": failed})

    def result(self, call: Call) -> Answer:
        """Return counts, with qubit 0 last in every bit string."""
        job = call.job("qbraid", call.path[0])
        if not job.finished:
            raise Fault(409, f"a job that is {_STATUS[job.status]} has no result", code="CONFLICT", basis=self._basis)
        if not job.children:
            return self._ok(self._result(call, job))
        children = [call.job("qbraid", child) for child in job.children]
        results = [
            {name: value for name, value in self._result(call, child).items() if name != "cost"} for child in children
        ]
        return self._ok({"status": "COMPLETED", "cost": str(_cost(job)), "timeStamps": _times(job), "results": results})

    def _result(self, call: Call, job: Job) -> dict[str, Any]:
        counts = json.loads(call.core.store.result(job.id, "counts") or "{}")
        width = job.stats["width"]
        cost = _cost(job)
        return {
            "status": _STATUS[job.status],
            "cost": format(cost, "f").rstrip("0").rstrip(".") if self._live else cost,
            "timeStamps": _times(job),
            "resultData": {"measurementCounts": {format(int(n), f"0{width}b"): count for n, count in counts.items()}},
        }

    def program(self, call: Call) -> Answer:
        """Return the program as it was sent."""
        return self._ok(call.core.store.program(call.job("qbraid", call.path[0]).id))

    def compiled(self, call: Call) -> Answer:
        """Refuse: nothing is compiled here, and simulators have no compiled program at the service either."""
        raise Fault(404, f"the job {call.job('qbraid', call.path[0]).id} has no compiled program", basis=self._basis)


def _cost(job: Job) -> float:
    """Return what a job was charged in credits; one without a result is not charged."""
    return devices.device(job.backend).price(job.shots or 0) if job.finished else 0.0


def _times(job: Job) -> dict[str, Any]:
    times: dict[str, Any] = {"createdAt": iso(job.submitted)}
    if job.ended is not None:
        times |= {"endedAt": iso(job.ended), "executionDuration": job.duration_ms or 0}
    return times


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
        return [status for status, word in _STATUS.items() if word == query["status"]]
    groups: dict[str, list[Status]] = {"pending": list(_PENDING), "returned": list(ENDED)}
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
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Fault(400, f"'{name}' is not valid JSON", source="query", keys=[name]) from None


def _fits(job: Job, tags: Mapping[str, Any], search: str) -> bool:
    own = job.metadata or {}
    return (
        all(name in own and own[name] == tags[name] for name in tags) and search in f"{job.id} {job.name or ''}".lower()
    )
