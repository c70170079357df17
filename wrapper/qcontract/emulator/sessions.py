"""Sessions in the database: a backend kept for the jobs of one project, within limits."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen

from .database import Database
from .store import dump

__all__ = ["Session", "Sessions"]

_COLUMNS = "id, project, backend, settings, created, ended, ender"


@frozen
class Session:
    """A session.

    Args:
        settings: Its limits as they were sent.
        created: Seconds since 1970; ``ended`` is None while it is open.
        ender: Who ended it; None while it is open, and when a limit did.
    """

    id: str
    project: str
    backend: str
    settings: Mapping[str, Any]
    created: float
    ended: float | None = None
    ender: str | None = None

    @property
    def expires(self) -> float | None:
        """When its time is over, if that is limited."""
        minutes = self.settings.get("duration_limit_min")
        return None if minutes is None else self.created + 60 * minutes


class Sessions:
    """The sessions of all projects."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def add(self, session: Session) -> None:
        """Keep a new session."""
        with self._db.transaction() as db:
            db.execute(
                f"INSERT INTO sessions ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, NULL, NULL)",  # noqa: S608 - constants only
                (session.id, session.project, session.backend, dump(dict(session.settings)), session.created),
            )

    def get(self, project: str, identifier: str, now: float) -> Session | None:
        """Return a session of a project."""
        found = self._find("id = ? AND project = ?", now, identifier, project)
        return found[0] if found else None

    def of(self, project: str, now: float) -> list[Session]:
        """Return the sessions of a project, newest first."""
        return self._find("project = ?", now, project)

    def end(self, identifier: str, now: float, ender: str | None) -> None:
        """End a session that is open."""
        with self._db.transaction() as db:
            db.execute(
                "UPDATE sessions SET ended = ?, ender = ? WHERE id = ? AND ended IS NULL", (now, ender, identifier)
            )

    def _find(self, where: str, now: float, *values: object) -> list[Session]:
        query = f"SELECT {_COLUMNS} FROM sessions WHERE {where} ORDER BY rowid DESC"  # noqa: S608 - constants only
        return [self._current(row, now) for row in self._db.rows(query, *values)]

    def _current(self, row: tuple[Any, ...], now: float) -> Session:
        """Return a session as it is now; one whose time is over ends when somebody looks at it."""
        identifier, project, backend, settings, created, ended, ender = row
        session = Session(identifier, project, backend, json.loads(settings), created, ended, ender)
        expires = session.expires
        if ended is not None or expires is None or now < expires:
            return session
        self.end(identifier, expires, None)
        return evolve(session, ended=expires)
