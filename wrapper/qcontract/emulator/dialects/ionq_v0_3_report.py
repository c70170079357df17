"""The usage report of IonQ v0.3, computed from the jobs that the store holds.

Every key has a project of its own here, so that the report of the organization shows the caller's jobs only. Units and
the format of dates are not documented: times are milliseconds, amounts US dollars, dates those of ISO 8601.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from ..http import Answer, Fault
from ..jobs import Job
from ..store import Filter
from . import ionq
from .base import Call
from .dates import DAY, seconds

__all__ = ["report"]

_DEFAULT_PERIOD: Final = 30 * DAY
_BUDGET: Final = 10_000.0


def report(call: Call) -> Answer:
    """Return spending and use in a period, by default the last 30 days."""
    if call.path[0].lower() != call.owner.organization:
        raise Fault(404, f"there is no organization {call.path[0][:60]}", source="path")
    start, end = _period(call)
    jobs = [job for job in call.core.store.each(call.owner.project, "ionq", Filter()) if start <= job.submitted <= end]
    spent = round(sum(ionq.cost(job) for job in jobs if job.finished), 6)
    usage: Counter[str] = Counter()
    for job in jobs:
        usage[job.backend] += job.duration_ms or 0
    content: dict[str, Any] = {
        "start_date": ionq.iso(start),
        "end_date": ionq.iso(end),
        "organization": "emulator",
        "organization_id": call.owner.organization,
        "budget": _BUDGET,
        "balance": round(_BUDGET - spent, 6),
        "currency": "USD",
        "qpus": [{"qpu_name": name, "usage": usage[name]} for name in sorted(usage) if name != "simulator"],
        "members": [_member(call, jobs, spent)],
    }
    return Answer(200, content, "assumed")


def _member(call: Call, jobs: list[Job], spent: float) -> dict[str, Any]:
    return {
        "id": call.owner.submitter,
        "jobs": len(jobs),
        "user_email": "user@emulator.invalid",
        "first_name": "Emulated",
        "last_name": "User",
        "execution_time": sum(job.duration_ms or 0 for job in jobs),
        "quota": _BUDGET,
        "quota_consumed": spent,
    }


def _period(call: Call) -> tuple[float, float]:
    end = _moment(call, "end_date", last=True)
    start = _moment(call, "start_date", last=False)
    end = call.core.clock.now() if end is None else end
    start = max(0.0, end - _DEFAULT_PERIOD) if start is None else start
    if start > end:
        raise Fault(400, "'start_date' is after 'end_date'", source="query", keys=["start_date"], basis="assumed")
    return start, end


def _moment(call: Call, name: str, *, last: bool) -> float | None:
    """Read a date or a point in time; a date means its first moment, or its last one."""
    text = call.query.get(name)
    if text is None:
        return None
    found = seconds(text)
    if found is None:
        message = f"'{name}' must be a date from 1970 on, such as 2026-05-06"
        raise Fault(400, message, source="query", keys=[name], basis="assumed")
    return found + DAY - 0.001 if last and len(text) <= len("2026-05-06") else found
