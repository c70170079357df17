"""The SQLite file behind an emulator: a connection to write, one to read meanwhile, commits that reach the disk."""

from __future__ import annotations

import logging
import os
import sqlite3
import tempfile
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from qcontract import errors

__all__ = ["RETRY_SECONDS", "Database", "StoreUnusable"]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS keys (hash TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS jobs (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, vendor TEXT NOT NULL, project TEXT NOT NULL,
    parent TEXT, backend TEXT NOT NULL, session TEXT, status TEXT NOT NULL,
    submitted REAL NOT NULL, started REAL, ended REAL, draft TEXT NOT NULL, outcome TEXT
);
DROP INDEX IF EXISTS jobs_of_project;
CREATE INDEX IF NOT EXISTS jobs_in_order ON jobs (project, vendor, parent, seq);
CREATE INDEX IF NOT EXISTS jobs_by_status ON jobs (project, vendor, parent, status, seq);
CREATE INDEX IF NOT EXISTS jobs_by_backend ON jobs (project, vendor, parent, backend, seq);
CREATE INDEX IF NOT EXISTS jobs_tallied ON jobs (parent, status);
CREATE INDEX IF NOT EXISTS jobs_of_parent ON jobs (parent, seq) WHERE parent IS NOT NULL;
CREATE TABLE IF NOT EXISTS programs (job TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS results (job TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (job, kind));
CREATE TABLE IF NOT EXISTS sessions (
    id TEXT PRIMARY KEY, project TEXT NOT NULL, backend TEXT NOT NULL, settings TEXT NOT NULL,
    created REAL NOT NULL, ended REAL, ender TEXT
);
CREATE INDEX IF NOT EXISTS sessions_of_project ON sessions (project);
CREATE INDEX IF NOT EXISTS jobs_of_session ON jobs (session, seq) WHERE session IS NOT NULL;
CREATE TABLE IF NOT EXISTS groups (
    id TEXT PRIMARY KEY, project TEXT NOT NULL, body TEXT NOT NULL, created REAL NOT NULL, closed REAL
);
CREATE INDEX IF NOT EXISTS groups_of_project ON groups (project);
CREATE TABLE IF NOT EXISTS work (
    job TEXT PRIMARY KEY, body TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, claimed INTEGER NOT NULL DEFAULT 0,
    due REAL, held INTEGER NOT NULL DEFAULT 0, outcome TEXT
);
CREATE INDEX IF NOT EXISTS work_due ON work (due) WHERE due IS NOT NULL;
"""

_VERSION = 3


class _Lost(sqlite3.OperationalError):
    """Nobody would find again what is written."""


_FILE = (sqlite3.OperationalError, sqlite3.DatabaseError, _Lost)
"""What sqlite raises for a disk that is full and for a file that is damaged; subclasses blame a statement."""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

RETRY_SECONDS = 1.0
"""How long whoever works for jobs waits before the file is tried again."""

TOLD_EVERY = 60.0
"""Seconds between two lines of the log about the same file."""

_log = logging.getLogger("qcontract.emulator")


class StoreUnusable(errors.ConfigurationError):
    """The file of the store cannot be read or written at the moment, as on a full disk."""


class Database:
    """A SQLite database that one emulator owns.

    Args:
        path: The file, made when it is missing; None for a temporary one that ends with the emulator.

    Raises:
        ConfigurationError: The file is no database of an emulator, or another emulator has it open.
    """

    def __init__(self, path: Path | None) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="qcontract-") if path is None else None
        # Resolved, so that a link and the file that it leads to are the same store.
        self.path = Path(os.path.realpath(Path(self._folder.name, "emulator.sqlite") if self._folder else path or ""))
        self._lock = threading.RLock()
        self._reading = threading.Lock()
        self._writer: int | None = None
        self._told = -TOLD_EVERY
        self._guard_path = self.path.with_name(self.path.name + ".lock")
        self._guard = _lock_file(self._guard_path)
        self._db = self._open()
        self._identity = _identity(self.path)
        # Long results are written for a while, and whoever only reads need not wait for that.
        self._reader = _connect(self.path)

    def _open(self) -> sqlite3.Connection:
        db: sqlite3.Connection | None = None
        try:
            db = _connect(self.path)
            _recognize(db, self.path)  # before anything is changed
            db.execute("PRAGMA journal_mode=WAL")
            # A temporary file does not outlive the process, so that it need not reach the disk.
            db.execute(f"PRAGMA synchronous={'OFF' if self._folder else 'FULL'}")
            db.execute("PRAGMA foreign_keys=ON")
            # At once, or a start that is killed would leave a file that nobody recognizes.
            db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version={_VERSION}; COMMIT;")
        except sqlite3.Error as error:
            if db is not None:
                db.close()
            self._guard_path.unlink(missing_ok=True)  # nothing stays beside a file that is not ours
            self._release()
            raise errors.ConfigurationError(
                f"{self.path} cannot be used as the emulator's store: {error}", hint="name another file with --db"
            ) from None
        return db

    @contextmanager
    def transaction(self) -> Generator[sqlite3.Connection]:
        """Hold the lock, and commit at the end or undo everything.

        Raises:
            StoreUnusable: The file cannot be written, so that everything was undone.
        """
        with self._lock:
            try:
                self._db.execute("BEGIN IMMEDIATE")
                self._writer = threading.get_ident()
                self._refuse_loss()
                yield self._db
                self._db.execute("COMMIT")
            except BaseException as error:
                with suppress(sqlite3.Error):  # some failures have undone everything themselves
                    self._db.execute("ROLLBACK")
                if isinstance(error, _FILE):
                    raise self._failed(error) from None
                raise
            finally:
                self._writer = None

    def rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows that a query finds; within a transaction it sees what that has changed.

        Raises:
            StoreUnusable: The file cannot be read.
        """
        within = self._writer == threading.get_ident()
        with self._lock if within else self._reading:
            try:
                db = self._db if within else self._reader
                found: list[tuple[Any, ...]] = db.execute(statement, values).fetchall()
            except _FILE as error:
                raise self._failed(error) from None
            return found

    def _refuse_loss(self) -> None:
        """Keep nothing in a file that nobody will find again; a temporary one is for nobody."""
        if self._folder is None and _identity(self.path) != self._identity:
            raise _Lost("it was removed, or another file has its name")

    def _failed(self, error: Exception) -> StoreUnusable:
        """Return what is wrong with the file, and tell the log so now and then."""
        hint = _way(error)
        if type(error) not in _FILE:  # what is wrong with a statement and not with the file
            raise error
        if time.monotonic() - self._told > TOLD_EVERY:
            self._told = time.monotonic()
            _log.error("the emulator's store %s cannot be used: %s; %s", self.path, error, hint)
        return StoreUnusable(f"the emulator's store {self.path} cannot be used: {error}", hint=hint)

    def clear(self, project: str | None = None) -> None:
        """Remove all rows but the salt of the keys, or those rows that say that they belong to a project."""
        with self.transaction() as db:
            tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for table in tables:
                if project is not None:
                    columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
                    if "project" in columns:
                        db.execute(f"DELETE FROM {table} WHERE project = ?", (project,))  # noqa: S608 - our tables
                elif table == "meta":
                    db.execute("DELETE FROM meta WHERE name != 'salt'")
                else:
                    db.execute(f"DELETE FROM {table}")  # noqa: S608 - our tables

    def close(self) -> None:
        """Close the file, and remove it if it was a temporary one."""
        with self._reading:
            self._reader.close()
        with self._lock:
            self._db.close()
        self._release()

    def _release(self) -> None:
        if self._guard:
            self._guard.close()
        if self._folder:
            self._folder.cleanup()


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from all others, None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _way(error: Exception) -> str:
    """Say what can be done about a failure."""
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED:
        return "its content is damaged: begin anew with another --db"
    if isinstance(error, _Lost):
        return "put it back, or begin anew with another --db"
    return "make room on its disk, or begin anew with another --db"


def _recognize(db: sqlite3.Connection, path: Path) -> None:
    """Refuse a file that is not an emulator's, or that another emulator could have open under another name."""
    found: int = db.execute("PRAGMA user_version").fetchone()[0]
    if found not in (0, _VERSION):
        raise sqlite3.DatabaseError(f"its layout is number {found}, this version knows {_VERSION}")
    if found == 0 and db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        raise sqlite3.DatabaseError("it holds something else")
    if path.exists() and path.stat().st_nlink > 1:
        raise sqlite3.DatabaseError("it has several names (hard links)")


def _lock_file(path: Path) -> IO[bytes] | None:
    """Hold a lock on a file beside the database, so that two emulators never run the same jobs."""
    try:
        import fcntl
    except ImportError:  # Windows: sqlite's own locks keep the file whole, and that is all there is
        return None
    try:
        guard = path.open("ab")
    except OSError as error:
        hint = "name a file in a folder that exists and can be written with --db"
        raise errors.ConfigurationError(f"{path} cannot be written: {error.strerror}", hint=hint) from None
    try:
        fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        with suppress(OSError):
            guard.close()
        raise errors.ConfigurationError(
            f"another emulator has {path.name.removesuffix('.lock')} open",
            hint="stop it, or name another file with --db",
        ) from None
    return guard
