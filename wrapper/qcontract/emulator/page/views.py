"""Jobs of all vendors and projects as the page shows them."""

from __future__ import annotations

import json
from typing import Any, Final

from qcontract import errors

from ..database import Database
from ..jobs import Job, Vendor
from ..store import Store

__all__ = ["RECENT", "SEARCHED", "Views"]

RECENT: Final = 500
"""How many jobs a list has at most."""

SEARCHED: Final = 10_000
"""Among how many of the newest jobs words are looked for, so that a page never keeps the emulator from its work."""

_LARGEST: Final = 2_000_000
"""Longest program or result in characters that is sent to the page."""

_VENDORS: Final[tuple[Vendor, ...]] = ("ionq", "qbraid")
_NAMES: Final = ("id", "vendor", "backend", "status", "submitted", "started", "ended", "name")
_NAME: Final = "json_extract(draft, '$.name')"
_SEARCH: Final = f"""
WITH searched AS MATERIALIZED (
    SELECT seq, lower(id) AS id,
        lower(vendor || ' ' || backend || ' ' || status || ' ' || coalesce({_NAME}, '')) AS text
    FROM jobs NOT INDEXED WHERE parent IS NULL ORDER BY seq DESC LIMIT {SEARCHED}
) SELECT seq FROM searched WHERE """  # noqa: S608 - constants only
# Any digit is somewhere in an id, so that only its beginning counts.
_FITS: Final = "(instr(text, ?) > 0 OR instr(id, ?) = 1)"
_MANY: Final = 8


class Views:
    """What the page asks about jobs.

    Args:
        database: Where they are.
        store: What makes jobs of rows.
    """

    def __init__(self, database: Database, store: Store) -> None:
        self._db = database
        self._store = store

    def recent(self, words: str) -> dict[str, Any]:
        """Return the newest jobs that have all the words, and how many have them; without words, just the newest."""
        chosen = words.lower().split()[:_MANY]
        if not chosen:
            return {"recent": self._rows("parent IS NULL")}
        fits = " AND ".join(_FITS for _ in chosen)
        found = [seq for (seq,) in self._db.rows(_SEARCH + fits, *(word for word in chosen for _ in range(2)))]
        recent = self._rows("seq IN (SELECT value FROM json_each(?))", json.dumps(found[:RECENT]))
        return {"found": len(found), "recent": recent}

    def _rows(self, where: str, *values: str) -> list[dict[str, Any]]:
        columns = ", ".join((*_NAMES[:-1], _NAME))
        # The newest are found from the end of the table; an index would have all of them sorted.
        query = f"SELECT {columns} FROM jobs NOT INDEXED WHERE {where} ORDER BY seq DESC LIMIT {RECENT}"  # noqa: S608
        return [dict(zip(_NAMES, row, strict=True)) for row in self._db.rows(query, *values)]

    def job(self, identifier: str) -> dict[str, Any]:
        """Return one job with its program as it was sent, its states and its results.

        Raises:
            ConfigurationError: There is no such job.
        """
        job = self._find(identifier)
        work = self._db.rows("SELECT due, held FROM work WHERE job = ?", job.parent or job.id)
        due, held = work[0] if work else (None, 0)
        named = ("id", "vendor", "project", "backend", "status", "name", "type", "shots", "noise", "metadata", "parent")
        return {
            **{name: getattr(job, name) for name in named},
            "children": list(job.children),
            "history": _history(job),
            "due": due,
            "held": bool(held),
            "stats": dict(job.stats),
            "failure": dict(zip(("code", "message"), job.failure, strict=True)) if job.failure else None,
            "program": self._content("SELECT {} FROM programs WHERE job = ?", job.id),
            "results": {
                kind: self._content("SELECT {} FROM results WHERE job = ? AND kind = ?", job.id, kind)
                for kind in ("probabilities", "counts")
            },
        }

    def _find(self, identifier: str) -> Job:
        for vendor in _VENDORS:
            project = self._store.project_of(vendor, identifier)
            job = self._store.get(project, vendor, identifier) if project else None
            if job is not None:
                return job
        raise errors.ConfigurationError(f"there is no job {identifier[:100]!r}", hint="GET jobs lists them")

    def _content(self, query: str, *values: str) -> Any:
        """Return a JSON value of the store, or only its length when it is too long for a page."""
        lengths = self._db.rows(query.format("length(body)"), *values)
        if not lengths:
            return None
        if lengths[0][0] > _LARGEST:
            return {"omitted": lengths[0][0]}
        return json.loads(self._db.rows(query.format("body"), *values)[0][0])


def _history(job: Job) -> list[dict[str, Any]]:
    """Return the states whose times are kept; ``ready`` is not among them."""
    times = (("submitted", job.submitted), ("running", job.started), (job.status, job.ended))
    return [{"status": status, "at": at} for status, at in times if at is not None]
