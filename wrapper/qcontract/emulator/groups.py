"""Groups of qBraid's jobs in the database; the jobs themselves name their group as their session."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, Literal, TypeAlias

from attrs import field, frozen

from .database import Database
from .jobs import ENDED, Status
from .store import dump

__all__ = ["TERMINAL", "Group", "GroupStatus", "Groups"]

GroupStatus: TypeAlias = Literal["OPEN", "CLOSED", "COMPLETED", "FAILED", "CANCELLED"]

TERMINAL: Final[tuple[GroupStatus, ...]] = ("COMPLETED", "FAILED", "CANCELLED")

_COLUMNS = "id, project, body, created, closed"


def _nothing() -> dict[Status, int]:
    return {}


@frozen(kw_only=True)
class Group:
    """A group.

    Args:
        body: What it was opened with: name, tags, metadata and ``maxTTL`` in seconds.
        created: Seconds since 1970; ``closed`` is None unless somebody closed it.
        jobs: Number of its jobs by status.
    """

    id: str
    project: str
    body: Mapping[str, Any]
    created: float
    closed: float | None = None
    jobs: Mapping[Status, int] = field(factory=_nothing)

    def status(self, now: float) -> GroupStatus:
        """Return the status; a group whose time is over is closed, and a closed one ends with its jobs.

        That all jobs completed, or that one failed, decides on the words COMPLETED and FAILED is how they read.
        """
        if self.closed is None and now < self.created + self.body["maxTTL"]:
            return "OPEN"
        if not self.jobs or any(status not in ENDED for status in self.jobs):
            return "CLOSED"
        if "failed" in self.jobs:
            return "FAILED"
        return "CANCELLED" if "canceled" in self.jobs else "COMPLETED"


class Groups:
    """The groups of all projects."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def add(self, group: Group) -> None:
        """Keep a new group."""
        with self._db.transaction() as db:
            db.execute(
                f"INSERT INTO groups ({_COLUMNS}) VALUES (?, ?, ?, ?, NULL)",  # noqa: S608 - constants only
                (group.id, group.project, dump(dict(group.body)), group.created),
            )

    def get(self, project: str, identifier: str) -> Group | None:
        """Return a group of a project."""
        return next((group for group in self.of(project) if group.id == identifier), None)

    def of(self, project: str) -> list[Group]:
        """Return the groups of a project, newest first."""
        counts = self._counts(project)
        query = f"SELECT {_COLUMNS} FROM groups WHERE project = ? ORDER BY rowid DESC"  # noqa: S608 - constants only
        return [_group(row, counts.get(row[0], {})) for row in self._db.rows(query, project)]

    def _counts(self, project: str) -> dict[str, dict[Status, int]]:
        query = (
            "SELECT session, status, count(*) FROM jobs"
            " WHERE project = ? AND vendor = 'qbraid' AND session IS NOT NULL GROUP BY session, status"
        )
        found: dict[str, dict[Status, int]] = {}
        for group, status, count in self._db.rows(query, project):
            found.setdefault(group, {})[status] = count
        return found

    def close(self, identifier: str, now: float) -> None:
        """Close a group that nobody closed before."""
        with self._db.transaction() as db:
            db.execute("UPDATE groups SET closed = ? WHERE id = ? AND closed IS NULL", (now, identifier))


def _group(row: tuple[Any, ...], jobs: Mapping[Status, int]) -> Group:
    identifier, project, body, created, closed = row
    return Group(id=identifier, project=project, body=json.loads(body), created=created, closed=closed, jobs=jobs)
