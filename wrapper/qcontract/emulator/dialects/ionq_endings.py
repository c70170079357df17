"""How a job leaves IonQ, the same in every version of its API."""

from __future__ import annotations

from ..http import Answer, Basis
from .base import Call

__all__ = ["cancel", "delete"]


def delete(call: Call) -> Answer:
    """Remove one job."""
    job = call.job("ionq", call.path[0])
    call.core.delete([job])
    return Answer(200, {"id": job.id, "status": "deleted"})


def cancel(call: Call) -> Answer:
    """Stop one job; what the service does with a job that has ended is not known, here it stays as it is."""
    job = call.job("ionq", call.path[0])
    basis: Basis = "assumed" if job.status in ("completed", "failed") else "documented"
    call.core.cancel([job.id])
    return Answer(200, {"id": job.id, "status": "canceled"}, basis)
