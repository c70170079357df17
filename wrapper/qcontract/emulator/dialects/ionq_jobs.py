"""Jobs of IonQ v0.4: reading, listing, cancelling, deleting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from qcontract.contract.jsonvalue import is_object

from ..http import Answer
from ..jobs import Job, Status
from ..store import Filter, dump
from . import ionq, ionq_results
from .base import Call
from .ionq_sessions import session_of

__all__ = ["Jobs", "cancel_many", "delete_many"]

_STATUS: Final[dict[Status, str]] = {
    "submitted": "submitted",
    "ready": "ready",
    "running": "started",
    "completed": "completed",
    "failed": "failed",
    "canceled": "canceled",
}
_COMPILATION: Final = {"opt": (int, float), "precision": (str,), "gate_basis": (str,)}
"""Settings of the compiler that the closed answer has room for, and of which type."""


class Jobs:
    """Operations that show jobs.

    Args:
        by_format: Whether the snapshot describes results by format.
    """

    def __init__(self, *, by_format: bool) -> None:
        self._by_format = by_format

    def get(self, call: Call) -> Answer:
        """Return one job; what machines compile and debias is the emulator's choice."""
        job = call.job("ionq", call.path[0])
        content = self._document(call, job)
        content["child_job_ids"] = list(job.children) or None
        return Answer(200, content, "assumed" if content["output"] else "documented")

    def find(self, call: Call) -> Answer:
        """Return a page of jobs, newest first; the order is our choice."""
        return self._page(call, call.query.get("session_id"))

    def of_session(self, call: Call) -> Answer:
        """Return a page of a session's jobs, whatever session the query names."""
        return self._page(call, session_of(call).id)

    def _page(self, call: Call, session: str | None) -> Answer:
        query = call.query
        if query.get("submitter_id", call.owner.submitter) != call.owner.submitter:
            return Answer(200, {"jobs": [], "next": None}, "assumed")
        wanted: list[Status] = [status for status, word in _STATUS.items() if word == query.get("status")]
        criteria = Filter(
            ids=query.get("ids"),
            parent=query.get("parent_job_id"),
            statuses=wanted or None,
            backends=query["target"].split(",") if "target" in query else None,
            session=session,
        )
        jobs, cursor = ionq.page(call, criteria)
        return Answer(200, {"jobs": [self._document(call, job) for job in jobs], "next": cursor}, "assumed")

    def _document(self, call: Call, job: Job) -> dict[str, Any]:
        failure, details, predicted = job.failure, job.details, call.core.predict(job)
        content: dict[str, Any] = {
            "id": job.id,
            "status": _STATUS[job.status],
            "type": job.type,
            "backend": job.backend,
            "dry_run": job.dry_run,
            "submitter_id": call.owner.submitter,
            "project_id": job.project,
            "parent_job_id": job.parent or details.get("parent"),
            "session_id": job.session,
            "metadata": _texts(job.metadata),
            "name": job.name,
            "submitted_at": ionq.iso(job.submitted),
            "started_at": ionq.iso(job.started),
            "completed_at": ionq.iso(job.ended),
            "predicted_wait_time_ms": predicted.wait_ms,
            "predicted_execution_duration_ms": predicted.run_ms,
            "execution_duration_ms": job.duration_ms or 0,
            "failure": {"code": failure[0], "message": failure[1]} if failure else None,
            "output": ionq_results.output(call, job, by_format=self._by_format),
            "settings": self._settings(details["settings"]) if "settings" in details else {},
            "stats": _stats(job),
            "results": ionq_results.entries(call, job, by_format=self._by_format),
        }
        if not ionq.exact(job):
            content["shots"] = job.shots
        if job.noise and job.backend == "simulator":
            content["noise"] = job.noise
        return content

    def _settings(self, sent: Mapping[str, Any]) -> dict[str, Any]:
        """Return the settings that the snapshot's closed answer has room for."""
        mitigation, compilation = sent.get("error_mitigation", {}), sent.get("compilation")
        names = ("debiasing", "symmetry_verification") if self._by_format else ("debiasing",)
        found: dict[str, Any] = {}
        if kept := {name: mitigation[name] for name in names if name in mitigation}:
            found["error_mitigation"] = kept
        if is_object(compilation) and (kept := _typed(compilation)):
            found["compilation"] = kept
        return found


def _typed(compilation: Mapping[str, Any]) -> dict[str, Any]:
    return {name: compilation[name] for name, kinds in _COMPILATION.items() if type(compilation.get(name)) in kinds}


def _texts(metadata: Mapping[str, Any] | None) -> Mapping[str, str] | None:
    """Return metadata as this version has it: v0.3 takes values that are no texts."""
    if metadata is None:
        return None
    return {name: value if isinstance(value, str) else dump(value) for name, value in metadata.items()}


def _stats(job: Job) -> dict[str, Any]:
    if not job.stats:
        return {}
    return {
        "qubits": job.stats["qubits"],
        "circuits": job.stats.get("circuits", 1),
        "gate_counts": job.stats["gate_counts"],
    }


def delete_many(call: Call) -> Answer:
    """Remove the named jobs, or none if one of them does not exist."""
    call.core.delete(ionq.bulk(call, call.body["ids"]))
    return Answer(200, {"ids": call.body["ids"], "status": "deleted"})


def cancel_many(call: Call) -> Answer:
    """Stop the named jobs, or none if one of them does not exist."""
    call.core.cancel([job.id for job in ionq.bulk(call, call.body["ids"])])
    return Answer(200, {"ids": call.body["ids"], "status": "canceled"})
