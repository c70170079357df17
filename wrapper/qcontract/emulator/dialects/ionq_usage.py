"""Usage reports of IonQ v0.4, computed from the jobs in the store.

A job counts for the day on which it completed; weeks begin on Mondays. A report shows the caller's own project only,
which keeps projects apart as everywhere in the emulator. Dry runs cost nothing and do not count.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from attrs import define, field

from ..http import Answer, Fault
from ..jobs import Job
from ..store import Filter
from . import ionq
from .base import Call

__all__ = ["Reports"]

_TOP: Final = 5
_UNIT: Final = "usd"
_YEARS: Final = (1970, 9999)
_STARTS: Final[Mapping[str, Callable[[date], date]]] = {
    "daily": lambda day: day,
    "weekly": lambda day: day - timedelta(days=day.weekday()),
    "monthly": lambda day: day.replace(day=1),
}


def _no_groups() -> dict[str, _Sum]:
    return {}


@define
class _Sum:
    """Jobs, running time and cost of one group or period."""

    name: str = ""
    jobs: int = 0
    time_us: float = 0
    amount: float = 0.0
    groups: dict[str, _Sum] = field(factory=_no_groups)

    def add(self, job: Job) -> None:
        self.jobs += 1
        self.time_us += 1000 * (job.duration_ms or 0)
        self.amount = round(self.amount + ionq.cost(job), 6)


class Reports:
    """Operations on usage.

    Args:
        by_format: Whether the snapshot lists amounts by their units.
    """

    def __init__(self, *, by_format: bool) -> None:
        self._amounts = by_format

    def usage(self, call: Call) -> Answer:
        """Return a report of the jobs that completed from the first to the last day, both included."""
        if call.path[0] != call.owner.organization:
            raise Fault(403, "the key does not belong to this organization", source="path", basis="assumed")
        first, last = (_midnight(call, name) for name in ("start_date", "end_date"))
        after = last + timedelta(days=1)
        if after <= first:
            raise Fault(400, "'end_date' is before 'start_date'", source="query", keys=["end_date"], basis="assumed")
        kind, modality = str(call.query["group_by"]), str(call.query["modality"])
        total, periods = _summed(call, first, after, kind, _STARTS[modality])
        content: dict[str, Any] = {
            "organization": call.owner.organization,
            "usage_from": ionq.iso(first.timestamp()),
            "usage_to": ionq.iso(after.timestamp()),
            "usage_unit": _UNIT,
            "group_type": kind,
            "modality": modality,
            "job_count": total.jobs,
            "time_us_total": total.time_us,
            "amount_total": total.amount,
            "usage_data": [self._period(day, one) for day, one in sorted(periods.items())],
        }
        if self._amounts:
            content["amount_totals"] = [{"amount": total.amount, "unit": _UNIT}]
        return Answer(200, content, "assumed")

    def _period(self, day: date, one: _Sum) -> dict[str, Any]:
        largest = sorted(one.groups.items(), key=lambda item: (-item[1].amount, -item[1].jobs, item[0]))[:_TOP]
        groups = [{"group_id": key, "group_name": group.name, **self._sums(group)} for key, group in largest]
        start = datetime.combine(day, time(), UTC).isoformat().replace("+00:00", "Z")
        return {"from": start, **self._sums(one), "group_usages": groups}

    def _sums(self, one: _Sum) -> dict[str, Any]:
        sums: dict[str, Any] = {"job_count": one.jobs, "time_us": one.time_us, "amount": one.amount}
        if self._amounts:
            sums |= {"amount_unit": _UNIT, "amounts": [{"amount": one.amount, "unit": _UNIT}]}
        return sums


def _midnight(call: Call, name: str) -> datetime:
    try:
        found = datetime.combine(date.fromisoformat(call.query[name]), time(), UTC)
    except ValueError:
        found = None
    if found is None or not _YEARS[0] <= found.year < _YEARS[1]:
        problem = f"the query parameter '{name}' is no date such as 2026-10-01"
        raise Fault(400, problem, source="query", keys=[name], basis="assumed")
    return found


def _summed(
    call: Call, first: datetime, after: datetime, kind: str, start: Callable[[date], date]
) -> tuple[_Sum, dict[date, _Sum]]:
    total = _Sum()
    periods: dict[date, _Sum] = {}
    criteria = Filter(statuses=("completed",), ended_from=first.timestamp(), ended_before=after.timestamp())
    for job in call.core.store.each(call.owner.project, "ionq", criteria):
        if job.dry_run or job.ended is None:
            continue
        period = periods.setdefault(start(datetime.fromtimestamp(job.ended, UTC).date()), _Sum())
        key, name = _group(call, job, kind)
        for one in (total, period, period.groups.setdefault(key, _Sum(name))):
            one.add(job)
    return total, periods


def _group(call: Call, job: Job, kind: str) -> tuple[str, str]:
    if kind == "job":
        return job.id, job.name or ""
    return (job.project, "project") if kind == "project" else (call.owner.submitter, call.owner.key_name)
