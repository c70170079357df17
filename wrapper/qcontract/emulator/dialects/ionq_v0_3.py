"""IonQ v0.3, as its pages described it in May 2026: members without a value are absent, times are unix seconds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from qcontract.contract import Operation
from qcontract.contract.jsonvalue import is_array, is_object

from ..http import Answer, Basis, Fault
from ..jobs import Job, Status
from ..store import Filter
from . import ionq
from .base import Call, Handler

__all__ = ["IonQv03"]

_ERRORS: Final = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    413: "Payload Too Large",
    415: "Unsupported Media Type",
    429: "Too Many Requests",
    500: "Internal Server Error",
    501: "Not Implemented",
}
_TARGETS: Final = ("simulator", "qpu.aria-1", "qpu.forte-1", "qpu.forte-enterprise-1")


class IonQv03:
    """Operations of the snapshot."""

    def __init__(self, label: str) -> None:
        self.contract = f"ionq-v0.3@{label}"
        self.handlers: Mapping[tuple[str, str], Handler] = {
            ("GET", "/backends"): backends,
            ("POST", "/jobs"): create,
            ("GET", "/jobs"): find,
            ("DELETE", "/jobs"): delete_many,
            ("PUT", "/jobs/status/cancel"): cancel_many,
            ("GET", "/jobs/{}"): get,
            ("DELETE", "/jobs/{}"): delete,
            ("GET", "/jobs/{}/results"): results,
            ("PUT", "/jobs/{}/status/cancel"): cancel,
        }

    def key(self, headers: Mapping[str, str]) -> str | None:
        """Return the key of a request."""
        return ionq.key(headers)

    def refuse(self, fault: Fault, operation: Operation | None = None) -> Answer:  # noqa: ARG002
        """Return an error in IonQ's form."""
        return ionq.refusal(fault, _ERRORS)


def create(call: Call) -> Answer:
    """Accept a job; the body of v0.2, which released clients still send here, is taken as well."""
    body = cast("dict[str, Any]", call.body)
    program, basis = _program(body)
    target = body.get("target", "simulator")
    if target not in _TARGETS:
        raise Fault(400, f"there is no target {str(target)[:60]!r}", source="body", keys=["target"], basis="assumed")
    draft = {
        "type": ionq.MULTI_CIRCUIT if isinstance(program.get("circuits"), list) else ionq.CIRCUIT,
        "backend": target,
        "name": body.get("name"),
        "metadata": body.get("metadata"),
        "shots": _shots(body.get("shots", 100)),
        "noise": body.get("noise"),
        "dry_run": bool(body.get("dry_run")),
        "details": {"error_mitigation": body["error_mitigation"]} if "error_mitigation" in body else {},
    }
    job = ionq.submit(call, draft, program)
    return Answer(200, {"id": job.id, "status": "ready", "request": int(call.core.clock.now())}, basis)


def _program(body: Mapping[str, Any]) -> tuple[Mapping[str, Any], Basis]:
    if isinstance(body.get("input"), dict):
        return body["input"], "documented"
    if body.get("lang") == "json" and isinstance(body.get("body"), dict):
        return body["body"], "observed"
    raise Fault(400, "a job needs an object 'input'", source="body", keys=["input"], basis="assumed")


def _shots(value: float) -> int:
    if value != int(value) or not 1 <= value <= 1_000_000:
        raise Fault(
            400, "'shots' must be a whole number from 1 to 1000000", source="body", keys=["shots"], basis="assumed"
        )
    return int(value)


def get(call: Call) -> Answer:
    """Return one job, or the members of it that are asked for."""
    content = _job(call, call.job("ionq", call.path[0]))
    include, exclude = call.query.get("include"), call.query.get("exclude", ())
    kept = {name: value for name, value in content.items() if (not include or name in include) and name not in exclude}
    return Answer(200, kept, partial=len(kept) < len(content))


def find(call: Call) -> Answer:
    """Return a page of jobs, newest first; the order is our choice."""
    query, owner = call.query, call.owner
    foreign = query.get("submitter_id", owner.submitter) != owner.submitter
    if foreign or query.get("project_id", owner.project) != owner.project:
        return Answer(200, {"jobs": []}, "assumed")
    wanted = cast("Status | None", query.get("status"))
    # A new job already says that it is ready, so that it must be found under that word.
    statuses: Sequence[Status] | None = ("submitted", "ready") if wanted == "ready" else (wanted,) if wanted else None
    jobs, cursor = ionq.page(call, Filter(ids=query.get("id"), statuses=statuses))
    listed = {"jobs": [_job(call, job) for job in jobs]}
    return Answer(200, {**listed, "next": cursor} if cursor else listed, "assumed")


def _job(call: Call, job: Job) -> dict[str, Any]:
    content: dict[str, Any] = {
        "id": job.id,
        "status": "ready" if job.status == "submitted" else job.status,
        "name": job.name,
        "target": job.backend,
        "noise": job.noise,
        "metadata": job.metadata,
        "shots": job.shots,
        "error_mitigation": job.details.get("error_mitigation"),
        "gate_counts": job.stats.get("gate_counts"),
        "qubits": job.stats.get("qubits"),
        "circuits": len(job.children) or 1,
        "children": list(job.children),
        "request": int(job.submitted),
        "start": None if job.started is None else int(job.started),
        "response": None if job.ended is None else int(job.ended),
        "execution_time": job.duration_ms,
        "predicted_execution_time": 10,
        "dry_run": job.dry_run,
        "project_id": job.project,
        "submitted_by": call.owner.submitter,
        "results_url": f"{call.mount}/jobs/{job.id}/results" if job.finished else None,
        "failure": {"error": job.failure[1], "code": job.failure[0]} if job.failure else None,
        "cost_usd": ionq.cost(job) if job.finished else None,
    }
    return {name: value for name, value in content.items() if value is not None}


def results(call: Call) -> Answer:
    """Return probabilities, nested by the circuit's job if there are several."""
    job = call.job("ionq", call.path[0])
    text = ionq.aggregate(call, job) if job.children else ionq.probabilities(call, job)
    return Answer(200, text, encoded=True)


def delete(call: Call) -> Answer:
    """Remove one job."""
    job = call.job("ionq", call.path[0])
    call.core.delete([job])
    return Answer(200, {"id": job.id, "status": "deleted"})


def delete_many(call: Call) -> Answer:
    """Remove the named jobs; ids come in the query, as documented, or in a body, as the vendor's sample sends them."""
    body = call.body if is_object(call.body) else {}
    ids = _ids(call.query.get("ids") or body.get("ids"))
    call.core.delete(ionq.bulk(call, ids))
    return Answer(200, {"ids": ids, "status": "deleted"})


def cancel(call: Call) -> Answer:
    """Stop one job; one that has ended stays as it is, which is our choice."""
    job = call.job("ionq", call.path[0])
    basis: Basis = "assumed" if job.status in ("completed", "failed") else "documented"
    call.core.cancel([job])
    return Answer(200, {"id": job.id, "status": "canceled"}, basis)


def cancel_many(call: Call) -> Answer:
    """Stop the named jobs."""
    ids = _ids(call.body.get("ids"))
    call.core.cancel(ionq.bulk(call, ids))
    return Answer(200, {"ids": ids, "status": "canceled"})


def _ids(value: object) -> list[str]:
    """Return ids; a request that names none must not mean all jobs."""
    if not is_array(value) or not value or not all(isinstance(one, str) for one in value):
        raise Fault(400, "name at least one job in 'ids'", source="body", keys=["ids"], basis="assumed")
    return value


def backends(call: Call) -> Answer:
    """Return all backends as an array, as the live service does."""
    return Answer(200, [_backend(call, one) for one in ionq.BACKENDS], "observed")


def _backend(call: Call, one: ionq.Backend) -> dict[str, Any]:
    content: dict[str, Any] = {
        "backend": one.name,
        "status": "available",
        "qubits": one.qubits,
        "average_queue_time": 0,
        "last_updated": int(call.core.clock.now()),
        "degraded": False,
        "has_access": True,
    }
    return {**content, "noise_models": ["ideal", "aria-1", "aria-2", "forte-1"]} if one.simulator else content
