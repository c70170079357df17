"""Results of qBraid, as counts with qubit 0 last in every bit string.

That is the convention of qBraid's open-source SDK and not documented for the answer: all recordings are symmetric.
"""

from __future__ import annotations

import json
from random import Random
from typing import Any, Final

from ..http import Answer, Fault
from ..jobs import Job
from ..store import Filter
from .base import Call
from .qbraid_jobs import STATUS, cost, times
from .qbraid_style import Style

__all__ = ["QBraidResults"]

_ROWS: Final = 100
"""How many single measurements an answer shows at most."""


class QBraidResults:
    """The results in one style."""

    def __init__(self, style: Style) -> None:
        self._style = style

    def get(self, call: Call) -> Answer:
        """Return counts, a list of them for a job of several programs."""
        job = call.job("qbraid", call.path[0])
        if not job.finished:
            raise Fault(409, f"a job that is {STATUS[job.status]} has no result", code="CONFLICT")
        about = {"status": "COMPLETED", "cost": self._cost(job), "timeStamps": times(job)}
        rows = bool(call.query.get("includeMeasurements"))
        if not job.children:
            basis = "assumed" if rows or cost(job) else self._style.recorded
            return self._style.ok({**about, "resultData": _data(call, job, rows=rows)}, basis)
        children = call.core.store.find(call.owner.project, "qbraid", Filter(parent=job.id), len(job.children))
        results = [
            {"status": "COMPLETED", "timeStamps": times(job), "resultData": _data(call, child, rows=rows)}
            for child in reversed(children)
        ]
        return self._style.ok({**about, "results": results}, "assumed")

    def _cost(self, job: Job) -> float | str:
        """Return the cost as the number that is documented, or as the text that was seen."""
        value = cost(job)
        return f"{value:.6f}".rstrip("0").rstrip(".") if self._style.live else value


def _data(call: Call, job: Job, *, rows: bool) -> dict[str, Any]:
    counts: dict[str, int] = json.loads(call.core.store.result(job.id, "counts") or "{}")
    width = job.stats["width"]
    by_bits = {format(int(state), f"0{width}b"): count for state, count in counts.items()}
    data = {"measurementCounts": by_bits}
    return {**data, **_measurements(call, job, by_bits)} if rows else data


def _measurements(call: Call, job: Job, counts: dict[str, int]) -> dict[str, Any]:
    """Return single measurements: the kernel keeps counts only, so that their order is drawn anew, always the same."""
    total = sum(counts.values())
    random = Random(call.core.ids.random_seed(f"{job.id}/measurements"))  # noqa: S311 - not for secrets
    drawn = random.sample(list(counts), k=min(total, _ROWS), counts=list(counts.values()))
    rows = {"measurements": [[int(bit) for bit in bits] for bits in drawn]}
    return {**rows, "measurementsTruncated": True, "totalShots": total} if total > _ROWS else rows
