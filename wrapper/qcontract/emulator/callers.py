"""Who calls: keys, kept as salted hashes, and the project that belongs to each."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Sequence
from hashlib import blake2b

from attrs import frozen

from .database import Database
from .identities import Identities

__all__ = ["Caller", "Callers"]


@frozen
class Caller:
    """The owner of a key; every key has a project of its own, which no other key sees."""

    key_id: str
    key_name: str
    project: str
    submitter: str
    organization: str


class Callers:
    """Tells callers by their keys.

    Args:
        database: Where salt and hashes are kept.
        ids: Makes the names of projects.
        keys: Accepted keys; None accepts every key that is not empty.
    """

    def __init__(self, database: Database, ids: Identities, keys: Sequence[str] | None) -> None:
        self._db = database
        self._ids = ids
        self._lock = threading.Lock()
        self._known: dict[str, Caller] = {}
        self._salt = self._load_salt()
        self._accepted = None if keys is None else {self._hash(key) for key in keys}

    def _load_salt(self) -> bytes:
        with self._db.transaction() as db:
            db.execute("INSERT OR IGNORE INTO meta VALUES ('salt', ?)", (secrets.token_bytes(16),))
            salt: bytes = db.execute("SELECT value FROM meta WHERE name = 'salt'").fetchone()[0]
        return salt

    def _hash(self, key: str) -> str:
        return blake2b(key.encode("utf-8", "replace"), salt=self._salt, digest_size=24).hexdigest()

    def identify(self, key: str) -> Caller | None:
        """Return the caller with this key, or None when it is not accepted."""
        digest = self._hash(key)
        if not key or (self._accepted is not None and digest not in self._accepted):
            return None
        with self._lock:
            if digest not in self._known:
                self._known[digest] = self._caller(digest)
            return self._known[digest]

    def _caller(self, digest: str) -> Caller:
        with self._db.transaction() as db:
            db.execute("INSERT OR IGNORE INTO keys SELECT ?, count(*) FROM keys", (digest,))
            number: int = db.execute("SELECT number FROM keys WHERE hash = ?", (digest,)).fetchone()[0]
        return Caller(
            key_id=self._ids.uuid("key", number),
            key_name=f"emulator key {number}",
            project=self._ids.uuid("project", number),
            submitter=self._ids.uuid("user", number),
            organization=self._ids.uuid("organization", 0),
        )
