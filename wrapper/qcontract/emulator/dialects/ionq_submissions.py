"""How jobs enter IonQ v0.4: submitted, cloned from another job, or moved.

Of cloning and moving only the body is documented: what the new job does differently. Here a clone runs the same
program once more, with everything else as it was unless the body says otherwise, outside any session that the body
does not name. A move does the same and cancels the job that moved, if it has not ended.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..http import Answer, Basis, Fault
from ..jobs import Job
from . import ionq, ionq_sessions
from .base import Call
from .ionq_orders import submit

__all__ = ["clone", "create", "move"]


def create(call: Call) -> Answer:
    """Accept a job."""
    return _accept(call, call.body, call.body["input"], {}, "observed")


def clone(call: Call) -> Answer:
    """Run the program of a job once more."""
    return _copy(call, call.job("ionq", call.path[0]))


def move(call: Call) -> Answer:
    """Run the program of a job elsewhere, and not where it was."""
    job = call.job("ionq", call.path[0])
    answer = _copy(call, job)
    call.core.cancel([job.id])
    return answer


def _copy(call: Call, job: Job) -> Answer:
    parent = call.body.get("parent")
    if parent is not None and call.core.store.get(job.project, "ionq", parent) is None:
        raise Fault(400, f"there is no job {parent[:60]}", source="body", keys=["parent"], basis="assumed")
    sent: dict[str, Any] = {
        "backend": job.backend,
        "name": job.name,
        "metadata": job.metadata,
        "shots": job.shots,
        "noise": job.noise,
        "dry_run": job.dry_run,
        "settings": job.details.get("settings", {}),
        **call.body,
        "type": job.type,
    }
    program = call.core.store.program(job.id)
    return _accept(call, sent, program, {} if parent is None else {"parent": parent}, "assumed")


def _accept(
    call: Call, sent: Mapping[str, Any], program: Mapping[str, Any], details: Mapping[str, Any], basis: Basis
) -> Answer:
    backend = ionq.backend(str(sent["backend"]), source="body")
    settings: dict[str, Any] = sent.get("settings") or {}
    session: str | None = sent.get("session_id")
    draft: dict[str, Any] = {
        "type": sent["type"],
        "backend": backend.name,
        "name": sent.get("name"),
        "metadata": sent.get("metadata"),
        "shots": sent.get("shots", 100),
        "noise": sent.get("noise"),
        "session": session,
        "dry_run": bool(sent.get("dry_run")),
        "details": {**details, **({"settings": settings} if settings else {})},
    }
    mitigation: dict[str, Any] = settings.get("error_mitigation", {})
    with ionq_sessions.admission(call, session, backend.name):
        job = submit(call, draft, program, debiasing=mitigation.get("debiasing"))
    return Answer(201, {"id": job.id, "status": "submitted", "session_id": job.session}, basis)
