"""Jobs in the database: what the API dialects ask for and change."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import asdict, frozen

from .database import Database
from .jobs import Draft, Job, Status, Vendor

__all__ = ["Filter", "Store", "dump"]

_COLUMNS = "seq, id, vendor, project, parent, backend, session, status, submitted, started, ended, draft, outcome"
_IN_DRAFT = ("type", "name", "metadata", "shots", "noise", "dry_run", "details")


def dump(value: object) -> str:
    """Return compact JSON."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


@frozen(kw_only=True)
class Filter:
    """Which jobs a list shows; None means that a criterion is not used."""

    ids: Sequence[str] | None = None
    parent: str | None = None
    statuses: Sequence[Status] | None = None
    backends: Sequence[str] | None = None
    session: str | None = None
    before: int | None = None

    def where(self) -> tuple[str, list[object]]:
        """Return the criteria as SQL and its values; circuits of a job show up only when they are asked for."""
        terms: list[str] = []
        values: list[object] = []
        for column, options in (("id", self.ids), ("status", self.statuses), ("backend", self.backends)):
            if options is not None:
                terms.append(f"{column} IN ({','.join('?' * len(options))})")
                values += options
        if self.parent is not None:
            terms.append("parent = ?")
            values.append(self.parent)
        elif self.ids is None:
            terms.append("parent IS NULL")
        for column, value, sign in (("session", self.session, "="), ("seq", self.before, "<")):
            if value is not None:
                terms.append(f"{column} {sign} ?")
                values.append(value)
        return "".join(f" AND {term}" for term in terms), values


class Store:
    """Jobs of all vendors and projects in one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def reserve(self, count: int) -> int:
        """Return the first of ``count`` numbers that were never handed out before."""
        with self._db.transaction() as db:
            db.execute("INSERT OR IGNORE INTO meta VALUES ('issued', 0)")
            row = db.execute(
                "UPDATE meta SET value = value + ? WHERE name = 'issued' RETURNING value", (count,)
            ).fetchone()
        return int(row[0]) - count

    def add(self, draft: Draft, children: Sequence[Draft], order: Mapping[str, Any] | None, now: float) -> None:
        """Keep a submission; when this returns it survives the loss of the process.

        Args:
            draft: The job.
            children: Jobs of its circuits, if it has several.
            order: What a worker has to do, None for a job that will not run.
            now: Time of the submission.
        """
        with self._db.transaction() as db:
            for one, parent in ((draft, None), *((child, draft.id) for child in children)):
                document = dump(asdict(one, recurse=False, filter=lambda a, _: a.name in _IN_DRAFT))
                db.execute(
                    "INSERT INTO jobs (id, vendor, project, parent, backend, session, status, submitted, draft)"
                    " VALUES (?, ?, ?, ?, ?, ?, 'submitted', ?, ?)",
                    (one.id, one.vendor, one.project, parent, one.backend, one.session, now, document),
                )
                if one.program is not None:
                    db.execute("INSERT INTO programs VALUES (?, ?)", (one.id, dump(one.program)))
            if order is not None:
                db.execute("INSERT INTO work (job, body) VALUES (?, ?)", (draft.id, dump(order)))

    def get(self, project: str, vendor: Vendor, identifier: str) -> Job | None:
        """Return one job of a project."""
        found = self._jobs(project, vendor, " AND id = ?", [identifier])
        return found[0] if found else None

    def find(self, project: str, vendor: Vendor, criteria: Filter, limit: int, offset: int = 0) -> list[Job]:
        """Return jobs, newest first."""
        where, values = criteria.where()
        return self._jobs(project, vendor, f"{where} ORDER BY seq DESC LIMIT ? OFFSET ?", [*values, limit, offset])

    def count(self, project: str, vendor: Vendor, criteria: Filter) -> int:
        """Return the number of jobs that ``find`` could return."""
        where, values = criteria.where()
        query = f"SELECT count(*) FROM jobs WHERE project = ? AND vendor = ?{where}"  # noqa: S608 - constants only
        rows = self._db.rows(query, project, vendor, *values)
        return int(rows[0][0])

    def _jobs(self, project: str, vendor: Vendor, rest: str, values: Sequence[object]) -> list[Job]:
        query = f"SELECT {_COLUMNS} FROM jobs WHERE project = ? AND vendor = ?{rest}"  # noqa: S608 - constants only
        rows = self._db.rows(query, project, vendor, *values)
        return [_job(row, self._children(row[1]) if row[4] is None else ()) for row in rows]

    def _children(self, identifier: str) -> tuple[str, ...]:
        rows = self._db.rows("SELECT id FROM jobs WHERE parent = ? ORDER BY seq", identifier)
        return tuple(row[0] for row in rows)

    def program(self, identifier: str) -> Any:
        """Return the program of a job as it was sent."""
        rows = self._db.rows("SELECT body FROM programs WHERE job = ?", identifier)
        return json.loads(rows[0][0]) if rows else None

    def result(self, identifier: str, kind: str) -> str | None:
        """Return a result as JSON text; ``kind`` is probabilities or counts."""
        rows = self._db.rows("SELECT body FROM results WHERE job = ? AND kind = ?", identifier, kind)
        return rows[0][0] if rows else None

    def cancel(self, identifiers: Sequence[str], now: float) -> None:
        """End jobs that have not ended, with their circuits."""
        with self._db.transaction() as db:
            for identifier in identifiers:
                db.execute("DELETE FROM work WHERE job = ?", (identifier,))
                db.execute(
                    "UPDATE jobs SET status = 'canceled', ended = ?"
                    " WHERE (id = ? OR parent = ?) AND status IN ('submitted', 'ready', 'running')",
                    (now, identifier, identifier),
                )

    def delete(self, identifiers: Sequence[str]) -> None:
        """Remove jobs and everything that belongs to them."""
        with self._db.transaction() as db:
            for identifier in identifiers:
                rows = db.execute("SELECT id FROM jobs WHERE id = ? OR parent = ?", (identifier, identifier)).fetchall()
                for (one,) in rows:
                    for table in ("work", "results", "programs"):
                        db.execute(f"DELETE FROM {table} WHERE job = ?", (one,))  # noqa: S608 - constants only
                    db.execute("DELETE FROM jobs WHERE id = ?", (one,))


def _job(row: tuple[Any, ...], children: tuple[str, ...]) -> Job:
    seq, identifier, vendor, project, parent, backend, session, status, submitted, started, ended, draft, outcome = row
    after: dict[str, Any] = json.loads(outcome) if outcome else {}
    failure = after.get("failure")
    return Job(
        seq=seq,
        id=identifier,
        vendor=vendor,
        project=project,
        parent=parent,
        backend=backend,
        session=session,
        status=status,
        submitted=submitted,
        started=started,
        ended=ended,
        children=children,
        stats=after.get("stats", {}),
        failure=(failure["code"], failure["message"]) if failure else None,
        **json.loads(draft),
    )
