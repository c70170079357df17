"""IonQ v0.4, at the snapshots of 2026-05-15 and 2026-10-01.

Source: the snapshots and their overlays; for what neither says, knowledge of clients, marked observed, or our choice,
marked assumed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from qcontract.contract import Operation

from ..http import Answer, Basis, Fault
from ..jobs import Job, Status
from ..store import Filter
from . import ionq, ionq_results
from .base import Call, Handler

__all__ = ["IonQv04"]

_STATUS: Final[dict[Status, str]] = {
    "submitted": "submitted",
    "ready": "ready",
    "running": "started",
    "completed": "completed",
    "failed": "failed",
    "canceled": "canceled",
}
_ERRORS: Final = {
    400: "Bad Request",
    401: "Unauthorized Error",
    403: "Forbidden",
    404: "Not Found Error",
    405: "Method Not Allowed",
    413: "Payload Too Large",
    415: "Unsupported Media Type",
    429: "Too Many Requests",
    500: "Internal Server Error",
    501: "Not Implemented",
}


class IonQv04:
    """Operations of one snapshot.

    Args:
        label: The snapshot; those after June 2026 describe results and estimates in another form.
    """

    def __init__(self, label: str) -> None:
        self.contract = f"ionq-v0.4@{label}"
        self._by_format = label >= "2026-08"
        self.handlers: Mapping[tuple[str, str], Handler] = {
            ("GET", "/whoami"): whoami,
            ("GET", "/backends"): self.backends,
            ("GET", "/backends/{}"): self.backend,
            ("POST", "/jobs"): self.create,
            ("GET", "/jobs"): self.list,
            ("DELETE", "/jobs"): delete_many,
            ("GET", "/jobs/estimate"): self.estimate,
            ("PUT", "/jobs/status/cancel"): cancel_many,
            ("GET", "/jobs/{}"): self.get,
            ("DELETE", "/jobs/{}"): delete,
            ("GET", "/jobs/{}/cost"): self.cost,
            ("PUT", "/jobs/{}/status/cancel"): cancel,
            ("GET", "/jobs/{}/results/probabilities"): probabilities,
            ("GET", "/jobs/{}/results/probabilities/aggregated"): aggregated,
            ("GET", "/jobs/{}/artifacts/{}"): ionq_results.artifact,
        }

    def key(self, headers: Mapping[str, str]) -> str | None:
        """Return the key of a request."""
        return ionq.key(headers)

    def refuse(self, fault: Fault, operation: Operation | None = None) -> Answer:  # noqa: ARG002
        """Return an error in IonQ's form."""
        return ionq.refusal(fault, _ERRORS)

    def create(self, call: Call) -> Answer:
        """Accept a job."""
        body = call.body
        name = str(body["backend"])
        if name not in {one.name for one in ionq.BACKENDS}:
            raise Fault(400, f"there is no backend {name[:60]!r}", source="body", keys=["backend"], basis="assumed")
        details = {"settings": body["settings"]} if "settings" in body else {}
        draft = {
            "type": body["type"],
            "backend": name,
            "name": body.get("name"),
            "metadata": body.get("metadata"),
            "shots": body.get("shots", 100),
            "noise": body.get("noise"),
            "session": body.get("session_id"),
            "dry_run": bool(body.get("dry_run")),
            "details": details,
        }
        job = ionq.submit(call, draft, body["input"])
        return Answer(201, {"id": job.id, "status": "submitted", "session_id": job.session}, "observed")

    def get(self, call: Call) -> Answer:
        """Return one job."""
        job = call.job("ionq", call.path[0])
        return Answer(200, {**self._job(call, job), "child_job_ids": list(job.children) or None})

    def list(self, call: Call) -> Answer:
        """Return a page of jobs, newest first; the order is our choice."""
        query = call.query
        wanted: list[Status] = [status for status, word in _STATUS.items() if word == query.get("status")]
        criteria = Filter(
            ids=query.get("ids"),
            parent=query.get("parent_job_id"),
            statuses=wanted or None,
            backends=query["target"].split(",") if "target" in query else None,
            session=query.get("session_id"),
        )
        if query.get("submitter_id", call.owner.submitter) != call.owner.submitter:
            return Answer(200, {"jobs": [], "next": None}, "assumed")
        jobs, cursor = ionq.page(call, criteria)
        return Answer(200, {"jobs": [self._job(call, job) for job in jobs], "next": cursor}, "assumed")

    def _job(self, call: Call, job: Job) -> dict[str, Any]:
        failure = {"code": job.failure[0], "message": job.failure[1]} if job.failure else None
        content: dict[str, Any] = {
            "id": job.id,
            "status": _STATUS[job.status],
            "type": job.type,
            "backend": job.backend,
            "dry_run": job.dry_run,
            "submitter_id": call.owner.submitter,
            "project_id": job.project,
            "parent_job_id": job.parent,
            "session_id": job.session,
            "metadata": job.metadata,
            "name": job.name,
            "submitted_at": ionq.iso(job.submitted),
            "started_at": ionq.iso(job.started),
            "completed_at": ionq.iso(job.ended),
            "predicted_wait_time_ms": 0,
            "predicted_execution_duration_ms": _PREDICTED_MS,
            "execution_duration_ms": job.duration_ms,
            "failure": failure,
            "output": {},
            "settings": self._settings(job),
            "stats": _stats(job),
            "results": ionq_results.entries(call, job, by_format=self._by_format) if job.finished else None,
        }
        if not ionq.exact(job):
            content["shots"] = job.shots
        if job.noise and job.backend == "simulator":
            content["noise"] = job.noise
        return content

    def _settings(self, job: Job) -> dict[str, Any]:
        """Return the settings that the snapshot's closed answer has room for."""
        sent = job.details.get("settings", {})
        mitigation = sent.get("error_mitigation", {})
        names = ("debiasing", "symmetry_verification") if self._by_format else ("debiasing",)
        kept = {name: mitigation[name] for name in names if name in mitigation}
        return {"error_mitigation": kept} if kept else {}

    def backends(self, call: Call) -> Answer:
        """Return all backends."""
        return Answer(200, [self._backend(call, one) for one in ionq.BACKENDS], "assumed")

    def backend(self, call: Call) -> Answer:
        """Return one backend."""
        return Answer(200, self._backend(call, ionq.backend(call.path[0])), "assumed")

    def _backend(self, call: Call, one: ionq.Backend) -> dict[str, Any]:
        content: dict[str, Any] = {
            "backend": one.name,
            "status": "available",
            "degraded": False,
            "qubits": one.qubits,
            "average_queue_time": 0,
            "last_updated": ionq.iso(call.core.clock.now()),
        }
        if self._by_format:
            content["supported_native_gates"] = ["gpi", "gpi2", "ms", "zz"] if one.simulator else ["gpi", "gpi2", "zz"]
        return content

    def estimate(self, call: Call) -> Answer:
        """Price a job that is not submitted; prices and formula are the emulator's own."""
        one = _priced(str(call.query["backend"]))
        query: dict[str, Any] = {
            "type": ionq.CIRCUIT,
            "qubits": 25,
            "shots": 1000,
            "1q_gates": 0,
            "2q_gates": 0,
            "error_mitigation": False,
            **call.query,
        }
        mitigated = query["error_mitigation"]
        cost = one.price(query["1q_gates"], query["2q_gates"], query["shots"], mitigated=mitigated)
        rates = {"job_cost_minimum": one.minimum(mitigated=mitigated), "cost_1q_gate": one.one, "cost_2q_gate": one.two}
        common = {
            "estimated_at": ionq.iso(call.core.clock.now()),
            "estimated_execution_time": _PREDICTED_MS,
            "current_predicted_queue_time": 0,
        }
        if not self._by_format:
            own = {
                "input_values": query,
                "cost_unit": "usd",
                "rate_information": {**rates, "organization": call.owner.organization},
                "estimated_cost": cost,
            }
        else:
            own = {
                "estimate_context": {**query, "organization": call.owner.organization, "project": call.owner.project},
                "estimated_unit": "usd",
                "rate_card": {"id": f"emulator-{one.name}", "rates": [{"sku": one.name, "unit": "gates", **rates}]},
                "estimated_total_cost": cost,
            }
        return Answer(200, {**own, **common}, "assumed")

    def cost(self, call: Call) -> Answer:
        """Return what a job costs; simulator jobs were never priced and have no estimate in the newer snapshot."""
        job = call.job("ionq", call.path[0])
        price = {"value": ionq.cost(job), "unit": "usd"}
        content: dict[str, Any] = {"dry_run": job.dry_run}
        if job.status == "completed":
            content["cost"] = {**price, "value": 0.0} if job.dry_run else price
        if not self._by_format or job.backend != "simulator":
            content["estimated_cost"] = price
        return Answer(200, content, "assumed")


_PREDICTED_MS: Final = 10


def _priced(name: str) -> ionq.Backend:
    for one in ionq.BACKENDS:
        if one.name == name:
            return one
    raise Fault(400, f"there is no backend {name[:60]!r}", source="query", keys=["backend"], basis="assumed")


def _stats(job: Job) -> dict[str, Any]:
    if not job.stats:
        return {}
    return {
        "qubits": job.stats["qubits"],
        "circuits": len(job.children) or 1,
        "gate_counts": job.stats["gate_counts"],
    }


def whoami(call: Call) -> Answer:
    """Describe the key."""
    owner = call.owner
    return Answer(200, {"key_id": owner.key_id, "key_name": owner.key_name, "project_id": owner.project})


def delete(call: Call) -> Answer:
    """Remove one job."""
    job = call.job("ionq", call.path[0])
    call.core.delete([job])
    return Answer(200, {"id": job.id, "status": "deleted"})


def delete_many(call: Call) -> Answer:
    """Remove the named jobs, or none if one of them does not exist."""
    call.core.delete(ionq.bulk(call, call.body["ids"]))
    return Answer(200, {"ids": call.body["ids"], "status": "deleted"})


def cancel(call: Call) -> Answer:
    """Stop one job; what the service does with a job that has ended is not known, here it stays as it is."""
    job = call.job("ionq", call.path[0])
    basis: Basis = "assumed" if job.status in ("completed", "failed") else "documented"
    call.core.cancel([job])
    return Answer(200, {"id": job.id, "status": "canceled"}, basis)


def cancel_many(call: Call) -> Answer:
    """Stop the named jobs, or none if one of them does not exist."""
    call.core.cancel(ionq.bulk(call, call.body["ids"]))
    return Answer(200, {"ids": call.body["ids"], "status": "canceled"})


def probabilities(call: Call) -> Answer:
    """Return the probabilities of a job of one circuit."""
    return Answer(200, ionq.probabilities(call, call.job("ionq", call.path[0])), encoded=True)


def aggregated(call: Call) -> Answer:
    """Return the probabilities of all circuits of a job, by the id of the circuit's job."""
    return Answer(200, ionq.aggregate(call, call.job("ionq", call.path[0])), "observed", encoded=True)
