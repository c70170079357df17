"""The queue of accepted work, in the same database as the jobs, so that neither can be without the other."""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from attrs import frozen

from .database import Database
from .extracts import LONG
from .store import UNFINISHED, dump

__all__ = ["COMPUTING", "MAX_ATTEMPTS", "Outcomes", "Queue", "Work", "failure"]

MAX_ATTEMPTS = 3
"""How often a job is started at most, when workers die over it."""

COMPUTING: Final = """
FROM jobs j CROSS JOIN work w ON w.job = j.id
WHERE j.parent IS NULL AND j.status = 'running' AND w.outcome IS NULL
"""
"""The running jobs that are not computed yet; read from the few that run, and not from all that wait."""

_RUNNING: Final = f"""
SELECT w.rowid AS place, w.job {COMPUTING} AND w.claimed = 0
"""
# One row at most, so that a long queue is not read whole.
_WAITING: Final = """
SELECT * FROM (
    SELECT rowid AS place, job FROM work WHERE claimed = 0 AND outcome IS NULL AND held = 0 ORDER BY rowid LIMIT 1
)
"""

Outcomes: TypeAlias = Sequence[Mapping[str, Any]] | Mapping[str, Any]
"""One outcome for each circuit of a job, its results as JSON texts, or one failure for the job and all its circuits."""


def failure(code: str, message: str) -> dict[str, Any]:
    """Return the outcome of a job that fails as a whole."""
    return {"failure": {"code": code, "message": message}}


@frozen
class Work:
    """An order that one worker has taken; ``body`` is its JSON text, ``ticket`` names this taking of it."""

    job: str
    body: str
    attempts: int
    ticket: int

    @property
    def failure(self) -> dict[str, Any] | None:
        """The outcome, for an order that says itself how its job fails."""
        return json.loads(self.body) if self.body.startswith('{"failure":') else None


class Queue:
    """Orders in the sequence of their submission.

    Args:
        database: Where they are.
        long: Takes the ids of those jobs whose results take long to read, before they can be read.
    """

    def __init__(self, database: Database, long: set[str]) -> None:
        self._db = database
        self._long = long
        self._tickets = itertools.count(1)

    def recover(self) -> None:
        """Give back what a process that is gone had taken, and count attempts anew.

        That it ended is not the fault of its jobs, and whoever killed it may have killed its workers as well.
        """
        with self._db.transaction() as db:
            db.execute("UPDATE work SET claimed = 0, attempts = 0")

    def claim(self, now: float, *, flowing: bool) -> Work | None:
        """Take the oldest order that may be done, and mark its job as running.

        Args:
            now: The time that the job shows.
            flowing: Whether jobs run as soon as a worker is free, or only when something else has set them running.
        """
        ready = f"{_RUNNING} UNION ALL {_WAITING}" if flowing else _RUNNING
        with self._db.transaction() as db:
            row = db.execute(
                "UPDATE work SET claimed = ?, attempts = attempts + 1"  # noqa: S608 - constants only
                f" WHERE job = (SELECT job FROM ({ready}) ORDER BY place LIMIT 1)"
                " RETURNING job, body, attempts, claimed",
                (next(self._tickets),),
            ).fetchone()
            if row is None:
                return None
            if flowing:
                enter(db, row[0], "running", now)
        return Work(*row)

    def give_back(self, work: Work, *, counted: bool) -> None:
        """Let another worker take the order; an attempt that we ended ourselves is not counted."""
        with self._db.transaction() as db:
            db.execute(
                "UPDATE work SET claimed = 0, attempts = attempts - ? WHERE job = ? AND claimed = ?",
                (0 if counted else 1, work.job, work.ticket),
            )

    def finish(self, work: Work, outcomes: Outcomes, now: float) -> None:
        """End a job; one that was cancelled, deleted or held meanwhile stays so."""
        self._note(work.job, outcomes)
        with self._db.transaction() as db:
            if db.execute(
                "DELETE FROM work WHERE job = ? AND claimed = ? AND held = 0 RETURNING job", (work.job, work.ticket)
            ).fetchone():
                _end_with_circuits(db, work.job, outcomes, now)
            else:
                _keep(db, work, outcomes, None)

    def keep(self, work: Work, outcomes: Outcomes, earliest: float | None) -> None:
        """Keep the outcomes of a job that goes on running until its time has come.

        Args:
            work: The order.
            outcomes: What its job will end with.
            earliest: The earliest time at which it can end, None for the time that was planned.
        """
        with self._db.transaction() as db:
            _keep(db, work, outcomes, earliest)

    def outcomes(self, job: str) -> Outcomes | None:
        """Return what a running job will end with, None while its simulation goes on."""
        rows = self._db.rows("SELECT outcome FROM work WHERE job = ? AND outcome IS NOT NULL", job)
        found: Outcomes | None = json.loads(rows[0][0]) if rows else None
        return found

    def is_computed(self, job: str) -> bool:
        """Tell whether nothing is left to compute for a job."""
        return not self._db.rows("SELECT 1 FROM work WHERE job = ? AND outcome IS NULL", job)

    def end(self, job: str, outcomes: Outcomes, now: float) -> bool:
        """End a job, whoever works on it; return whether it had not ended before."""
        self._note(job, outcomes)
        with self._db.transaction() as db:
            if not db.execute("DELETE FROM work WHERE job = ? RETURNING job", (job,)).fetchone():
                return False
            _end_with_circuits(db, job, outcomes, now)
            return True

    def _note(self, job: str, outcomes: Outcomes) -> None:
        found = () if isinstance(outcomes, Mapping) else outcomes
        if any(len(text) > LONG for outcome in found for text in outcome.get("results", {}).values()):
            rows = self._db.rows("SELECT id FROM jobs WHERE id = ? OR parent = ?", job, job)
            self._long.update(row[0] for row in rows)


def enter(db: sqlite3.Connection, job: str, status: str, now: float) -> None:
    """Bring a job and its circuits into a state in which they have not ended; a cancelled circuit stays so."""
    started = now if status == "running" else None
    db.execute(
        "UPDATE jobs SET status = ?, started = coalesce(started, ?)"  # noqa: S608 - constants only
        f" WHERE (id = ? OR parent = ?) AND {UNFINISHED}",
        (status, started, job, job),
    )


def _keep(db: sqlite3.Connection, work: Work, outcomes: Outcomes, earliest: float | None) -> None:
    db.execute(
        "UPDATE work SET outcome = ?, claimed = 0, due = CASE WHEN due < ? THEN ? ELSE due END"
        " WHERE job = ? AND claimed = ?",
        (dump(outcomes), earliest, earliest, work.job, work.ticket),
    )


def _end_with_circuits(db: sqlite3.Connection, job: str, outcomes: Outcomes, now: float) -> None:
    left = _circuits(db, job)
    if isinstance(outcomes, Mapping):
        for one in (*left, job):
            _end(db, one, outcomes, now)
        return
    for child, number in left.items():
        _end(db, child, outcomes[number], now)
    _end(db, job, _together({number: outcomes[number] for number in left.values()}) if left else outcomes[0], now)


def _circuits(db: sqlite3.Connection, job: str) -> dict[str, int]:
    """Return the circuits of a job that were neither cancelled nor deleted, each with its number among all of them.

    A job and its circuits were kept at once, so that their places follow each other.
    """
    query = (
        "SELECT id, seq - (SELECT seq FROM jobs WHERE id = ?) - 1 FROM jobs"  # noqa: S608 - constants only
        f" WHERE parent = ? AND {UNFINISHED} ORDER BY seq"
    )
    return dict(db.execute(query, (job, job)).fetchall())


def _together(outcomes: Mapping[int, Mapping[str, Any]]) -> dict[str, Any]:
    """Return the outcome of a job of several circuits: the first failure, or sums over its circuits by number."""
    for number, outcome in outcomes.items():
        if "failure" in outcome:
            found = outcome["failure"]
            return failure(found["code"], f"circuit {number}: {found['message']}")
    counts = [outcome["gate_counts"] for outcome in outcomes.values()]
    totals = {width: sum(count[width] for count in counts) for width in ("1q", "2q")}
    qubits = max(outcome["qubits"] for outcome in outcomes.values())
    return {"circuits": len(outcomes), "qubits": qubits, "gate_counts": totals}


def _end(db: sqlite3.Connection, job: str, outcome: Mapping[str, Any], now: float) -> None:
    failed = "failure" in outcome
    stats = {name: outcome[name] for name in ("circuits", "qubits", "gate_counts", "width") if name in outcome}
    kept = {"failure": outcome["failure"]} if failed else {"stats": stats}
    db.execute(
        f"UPDATE jobs SET status = ?, ended = ?, outcome = ? WHERE id = ? AND {UNFINISHED}",  # noqa: S608
        ("failed" if failed else "completed", now, json.dumps(kept), job),
    )
    for kind, text in outcome.get("results", {}).items():
        db.execute("INSERT INTO results VALUES (?, ?, ?)", (job, kind, text))
