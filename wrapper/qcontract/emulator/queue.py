"""The queue of accepted work, in the same database as the jobs, so that neither can be without the other."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from .database import Database
from .store import dump

__all__ = ["MAX_ATTEMPTS", "Queue", "Work"]

MAX_ATTEMPTS = 3
"""How often a job is started at most, when workers die over it."""


@frozen
class Work:
    """An order that one worker has taken; ``body`` is its JSON text."""

    job: str
    body: str
    attempts: int


class Queue:
    """Orders in the sequence of their submission."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def recover(self, now: float) -> None:
        """Give back what a process that is gone had taken."""
        with self._db.transaction() as db:
            db.execute("UPDATE work SET claimed = 0")
            rows = db.execute("SELECT job FROM work WHERE attempts >= ?", (MAX_ATTEMPTS,)).fetchall()
        for (job,) in rows:
            self.fail(job, "SimulationError", "the simulation stopped the emulator's worker too often", now)

    def claim(self, now: float) -> Work | None:
        """Take the oldest order, and mark its job as running."""
        with self._db.transaction() as db:
            row = db.execute(
                "UPDATE work SET claimed = 1, attempts = attempts + 1"
                " WHERE job = (SELECT job FROM work WHERE claimed = 0 ORDER BY rowid LIMIT 1)"
                " RETURNING job, body, attempts"
            ).fetchone()
            if row is None:
                return None
            db.execute(
                "UPDATE jobs SET status = 'running', started = coalesce(started, ?) WHERE id = ? OR parent = ?",
                (now, row[0], row[0]),
            )
        return Work(*row)

    @property
    def is_empty(self) -> bool:
        """Whether every accepted job has ended."""
        with self._db.transaction() as db:
            return db.execute("SELECT 1 FROM work LIMIT 1").fetchone() is None

    def give_back(self, job: str, *, counted: bool) -> None:
        """Let another worker take the order; an attempt that we ended ourselves is not counted."""
        with self._db.transaction() as db:
            db.execute("UPDATE work SET claimed = 0, attempts = attempts - ? WHERE job = ?", (0 if counted else 1, job))

    def finish(self, job: str, outcomes: Sequence[Mapping[str, Any]], now: float) -> None:
        """Keep the outcomes of a job's circuits; a job that was cancelled or deleted meanwhile stays so."""
        with self._db.transaction() as db:
            if not db.execute("DELETE FROM work WHERE job = ? RETURNING job", (job,)).fetchone():
                return
            children = [row[0] for row in db.execute("SELECT id FROM jobs WHERE parent = ? ORDER BY seq", (job,))]
            for child, outcome in zip(children, outcomes, strict=False):
                _end(db, child, outcome, now)
            _end(db, job, _together(outcomes) if children else outcomes[0], now)

    def fail(self, job: str, code: str, message: str, now: float) -> None:
        """End a job and its circuits as failed."""
        failure = {"failure": {"code": code, "message": message}}
        with self._db.transaction() as db:
            if db.execute("DELETE FROM work WHERE job = ? RETURNING job", (job,)).fetchone():
                for (one,) in db.execute("SELECT id FROM jobs WHERE id = ? OR parent = ?", (job, job)).fetchall():
                    _end(db, one, failure, now)


def _together(outcomes: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the outcome of a job of several circuits: the first failure, or sums over its circuits."""
    for number, outcome in enumerate(outcomes):
        if "failure" in outcome:
            failure = outcome["failure"]
            return {"failure": {"code": failure["code"], "message": f"circuit {number}: {failure['message']}"}}
    counts = [outcome["gate_counts"] for outcome in outcomes]
    totals = {width: sum(count[width] for count in counts) for width in ("1q", "2q")}
    return {"qubits": max((outcome["qubits"] for outcome in outcomes), default=0), "gate_counts": totals}


def _end(db: sqlite3.Connection, job: str, outcome: Mapping[str, Any], now: float) -> None:
    failed = "failure" in outcome
    stats = {name: outcome[name] for name in ("qubits", "gate_counts", "width") if name in outcome}
    kept = {"failure": outcome["failure"]} if failed else {"stats": stats}
    db.execute(
        "UPDATE jobs SET status = ?, ended = ?, outcome = ?"
        " WHERE id = ? AND status IN ('submitted', 'ready', 'running')",
        ("failed" if failed else "completed", now, json.dumps(kept), job),
    )
    for kind in ("probabilities", "counts"):
        if kind in outcome:
            db.execute("INSERT INTO results VALUES (?, ?, ?)", (job, kind, dump(outcome[kind])))
