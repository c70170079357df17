"""Jobs in the database: what the API dialects ask for and change."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import asdict, evolve, frozen

from .database import Database
from .extracts import LONG
from .jobs import Draft, Job, Status, Vendor

__all__ = ["UNFINISHED", "Filter", "Store", "dump"]

UNFINISHED: Final = "status IN ('submitted', 'ready', 'running')"
"""Jobs that have not ended, as SQL."""

_COLUMNS = (
    "seq, id, vendor, project, parent, backend, session, status, submitted, started, ended, draft, outcome,"
    " EXISTS (SELECT 1 FROM jobs AS circuit WHERE circuit.parent = jobs.id)"
)
_IN_DRAFT = ("type", "name", "metadata", "shots", "noise", "dry_run", "details")
_PART = 1000


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
    ended_from: float | None = None
    ended_before: float | None = None

    def where(self) -> tuple[str, list[object]]:
        """Return the criteria as SQL and its values; circuits of a job show up only when they are asked for."""
        terms: list[str] = []
        values: list[object] = []
        for column, options in (("id", self.ids), ("status", self.statuses), ("backend", self.backends)):
            if options is not None and len(options) == 1:  # then an index has the jobs in their order
                terms.append(f"{column} = ?")
                values.append(options[0])
            elif options is not None:
                terms.append(f"{column} IN (SELECT value FROM json_each(?))")  # noqa: S608 - constants only
                values.append(dump([*options]))
        if self.parent is not None:
            terms.append("parent = ?")
            values.append(self.parent)
        elif self.ids is None:
            terms.append("parent IS NULL")
        for term, value in (
            ("session = ?", self.session),
            ("seq < ?", self.before),
            ("ended >= ?", self.ended_from),
            ("ended < ?", self.ended_before),
        ):
            if value is not None:
                terms.append(term)
                values.append(value)
        return "".join(f" AND {term}" for term in terms), values


class Store:
    """Jobs of all vendors and projects in one database.

    Args:
        database: Where they are.
        long: Takes the ids of those jobs of which a result turns out to take long to read.
    """

    def __init__(self, database: Database, long: set[str]) -> None:
        self._db = database
        self._long = long

    def reserve(self, count: int) -> int:
        """Return the first of ``count`` numbers that were never handed out before."""
        with self._db.transaction() as db:
            db.execute("INSERT OR IGNORE INTO meta VALUES ('issued', 0)")
            row = db.execute(
                "UPDATE meta SET value = value + ? WHERE name = 'issued' RETURNING value", (count,)
            ).fetchone()
        return int(row[0]) - count

    def add(
        self,
        draft: Draft,
        children: Sequence[Draft],
        order: Mapping[str, Any] | None,
        now: float,
        due: float | None = None,
    ) -> None:
        """Keep a submission; when this returns it survives the loss of the process.

        Args:
            draft: The job.
            children: Jobs of its circuits, if it has several.
            order: What a worker has to do, None for a job that will not run.
            now: Time of the submission.
            due: When it enters its next state, if time alone brings it there.
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
                db.execute("INSERT INTO work (job, body, due) VALUES (?, ?, ?)", (draft.id, dump(order), due))

    def get(self, project: str, vendor: Vendor, identifier: str) -> Job | None:
        """Return one job of a project."""
        found = self._jobs(project, vendor, " AND id = ?", [identifier])
        return found[0] if found else None

    def project_of(self, vendor: Vendor, identifier: str) -> str | None:
        """Return the project that a job belongs to, whoever asks."""
        rows = self._db.rows("SELECT project FROM jobs WHERE vendor = ? AND id = ?", vendor, identifier)
        return rows[0][0] if rows else None

    def vendor(self, identifier: str) -> Vendor | None:
        """Return the vendor of a job, whoever asks."""
        rows = self._db.rows("SELECT vendor FROM jobs WHERE id = ?", identifier)
        return rows[0][0] if rows else None

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

    def each(self, project: str, vendor: Vendor, criteria: Filter) -> Iterator[Job]:
        """Yield all jobs that fit, newest first, without holding more than a part of them."""
        part = self.find(project, vendor, criteria, _PART)
        while part:
            yield from part
            part = self.find(project, vendor, evolve(criteria, before=part[-1].seq), _PART)

    def _jobs(self, project: str, vendor: Vendor, rest: str, values: Sequence[object]) -> list[Job]:
        query = f"SELECT {_COLUMNS} FROM jobs WHERE project = ? AND vendor = ?{rest}"  # noqa: S608 - constants only
        rows = self._db.rows(query, project, vendor, *values)
        children = self._children([row[1] for row in rows if row[-1]])
        return [_job(row[:-1], tuple(children.get(row[1], ()))) for row in rows]

    def _children(self, parents: Sequence[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        if parents:
            query = "SELECT parent, id FROM jobs WHERE parent IN (SELECT value FROM json_each(?)) ORDER BY parent, seq"
            for parent, identifier in self._db.rows(query, dump([*parents])):
                found.setdefault(parent, []).append(identifier)
        return found

    def newest(self) -> int:
        """Return the place of the newest job in the order of submission, 0 when there never was one."""
        return int(self._db.rows("SELECT coalesce(max(seq), 0) FROM jobs")[0][0])

    def submitted(self, identifier: str) -> tuple[int, float] | None:
        """Return a job's place in the order of submission and the time of it, whoever asks."""
        rows = self._db.rows("SELECT seq, submitted FROM jobs WHERE id = ?", identifier)
        return (rows[0][0], rows[0][1]) if rows else None

    def overview(self) -> list[dict[str, Any]]:
        """Return what all jobs of all projects are, oldest first, without the circuits of jobs of several."""
        names = ("id", "vendor", "project", "backend", "status", "submitted", "started", "ended")
        query = f"SELECT {', '.join(names)} FROM jobs NOT INDEXED WHERE parent IS NULL ORDER BY seq"  # noqa: S608
        rows = self._db.rows(query)
        return [dict(zip(names, row, strict=True)) for row in rows]

    def tally(self) -> dict[str, int]:
        """Return how many jobs of all projects have each status."""
        rows = self._db.rows("SELECT status, count(*) FROM jobs WHERE parent IS NULL GROUP BY status ORDER BY status")
        return dict(rows)

    def program(self, identifier: str) -> Any:
        """Return the program of a job as it was sent."""
        rows = self._db.rows("SELECT body FROM programs WHERE job = ?", identifier)
        return json.loads(rows[0][0]) if rows else None

    def result(self, identifier: str, kind: str) -> str | None:
        """Return a result as JSON text; ``kind`` is one of ``jobs.RESULT_KINDS``."""
        rows = self._db.rows("SELECT body FROM results WHERE job = ? AND kind = ?", identifier, kind)
        if rows and len(rows[0][0]) > LONG:
            self._long.add(identifier)
        return rows[0][0] if rows else None

    def kinds(self, identifier: str) -> frozenset[str]:
        """Return which results of a job there are."""
        return frozenset(row[0] for row in self._db.rows("SELECT kind FROM results WHERE job = ?", identifier))

    def cancel(self, identifiers: Sequence[str], now: float) -> list[str]:
        """End jobs that have not ended, with their circuits; return every job whose work this ends."""
        with self._db.transaction() as db:
            wholes = _wholes(db, identifiers)
            for identifier in identifiers:
                _cancel(db, identifier, now)
            return [*identifiers, *_cancel_emptied(db, wholes, now)]

    def delete(self, identifiers: Sequence[str], now: float) -> list[str]:
        """Remove jobs and everything that belongs to them; return every job whose work this ends."""
        with self._db.transaction() as db:
            wholes = _wholes(db, identifiers)
            for identifier in identifiers:
                rows = db.execute("SELECT id FROM jobs WHERE id = ? OR parent = ?", (identifier, identifier)).fetchall()
                for (one,) in rows:
                    for table in ("work", "results", "programs"):
                        db.execute(f"DELETE FROM {table} WHERE job = ?", (one,))  # noqa: S608 - constants only
                    db.execute("DELETE FROM jobs WHERE id = ?", (one,))
            return [*identifiers, *_cancel_emptied(db, wholes, now)]


def _wholes(db: sqlite3.Connection, identifiers: Sequence[str]) -> list[str]:
    """Return the jobs of several circuits to which circuits among these jobs belong."""
    query = "SELECT DISTINCT parent FROM jobs WHERE parent IS NOT NULL AND id IN (SELECT value FROM json_each(?))"
    return [row[0] for row in db.execute(query, (dump([*identifiers]),))]


def _cancel(db: sqlite3.Connection, identifier: str, now: float) -> None:
    db.execute("DELETE FROM work WHERE job = ?", (identifier,))
    db.execute(
        f"UPDATE jobs SET status = 'canceled', ended = ? WHERE (id = ? OR parent = ?) AND {UNFINISHED}",  # noqa: S608
        (now, identifier, identifier),
    )


def _cancel_emptied(db: sqlite3.Connection, wholes: Iterable[str], now: float) -> list[str]:
    """Cancel those jobs that have no circuit left to run, and return them."""
    left = f"SELECT 1 FROM jobs WHERE parent = ? AND {UNFINISHED} LIMIT 1"  # noqa: S608 - constants only
    emptied = [one for one in wholes if not db.execute(left, (one,)).fetchone()]
    for one in emptied:
        _cancel(db, one, now)
    return emptied


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
