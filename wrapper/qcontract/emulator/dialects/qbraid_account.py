"""What qBraid says about a caller's account, computed from the jobs that the store holds.

The members of the summary and of the balance are not documented; these are the emulator's. Every key begins with the
same grant, and a deleted job no longer counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..http import Answer
from ..jobs import ENDED, Job
from ..store import Filter
from . import devices
from .base import Call
from .qbraid_jobs import STATUS, cost
from .qbraid_style import Style

__all__ = ["GRANT", "QBraidAccount"]

GRANT: Final = 100_000.0
"""Credits that a key begins with; what the service does when they are gone is not known, here nothing is refused."""


class QBraidAccount:
    """Operations on the account in one style."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def statuses(self, call: Call) -> Answer:
        """Return how many jobs have each status that occurs."""
        return self._style.ok(_statuses(call), "documented")

    def summary(self, call: Call) -> Answer:
        """Return figures about all jobs."""
        statuses = _statuses(call)
        by_device = {one.qrn: _count(call, Filter(backends=[one.qrn])) for one in devices.DEVICES}
        data = {
            "totalJobs": sum(statuses.values()),
            "jobsByStatus": statuses,
            "jobsByDevice": {qrn: count for qrn, count in by_device.items() if count},
            "totalCost": _charged(call),
        }
        return self._style.ok(data, "assumed")

    def balance(self, call: Call) -> Answer:
        """Return the credits that are left, and what is set aside for jobs that have not ended."""
        held = round(sum(_estimate(job) for job in _priced(call) if job.status not in ENDED), 6)
        left = round(GRANT - _charged(call) - held, 6)
        return self._style.ok({"qbraidCredits": left, "heldCredits": held, "awsCredits": 0.0}, "assumed")


def _count(call: Call, criteria: Filter) -> int:
    return call.core.store.count(call.owner.project, "qbraid", criteria)


def _statuses(call: Call) -> dict[str, int]:
    counts = {word: _count(call, Filter(statuses=[status])) for status, word in STATUS.items()}
    return {word: count for word, count in counts.items() if count}


def _priced(call: Call) -> Iterator[Job]:
    """Yield the jobs on devices that cost anything."""
    priced = [one.qrn for one in devices.DEVICES if one.estimate(1) != 0.0]
    return call.core.store.each(call.owner.project, "qbraid", Filter(backends=priced))


def _charged(call: Call) -> float:
    return round(sum(map(cost, _priced(call))), 6)


def _estimate(job: Job) -> float:
    return devices.device(job.backend).estimate(job.shots or 0, len(job.children) or 1) or 0.0
