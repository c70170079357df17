"""Who calls: keys, kept as salted hashes, and the projects that they belong to."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Final

from attrs import frozen

from qcontract.errors import ConfigurationError
from qcontract.model.names import suggestion

from .database import Database
from .identities import Identities

__all__ = ["Caller", "Callers", "is_sendable"]

_REMEMBERED: Final = 4096
"""How many callers are kept in memory; the others are found in the store again."""


def is_sendable(key: str) -> bool:
    """Tell whether a header can carry a key: spaces around it are lost there."""
    return bool(key) and key == key.strip()


@frozen
class Caller:
    """The owner of a key; a project sees its own jobs only, and belongs to one key unless it was given to several."""

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
        keys: Accepted keys, with the names of their projects if several share one; None accepts every key that is not
            empty.
    """

    def __init__(
        self, database: Database, ids: Identities, keys: Sequence[str] | Mapping[str, str | None] | None
    ) -> None:
        self._db = database
        self._ids = ids
        self._lock = threading.Lock()
        self._known: dict[str, Caller] = {}
        self._salt = self._load_salt()
        self._open = keys is None
        named: Mapping[str, str | None] = keys if isinstance(keys, Mapping) else dict.fromkeys(keys or ())
        self._given: dict[str, str | None] = {self._hash(key): project for key, project in named.items()}
        self._set: dict[str, str | None] = dict(self._given)
        self._revoked: set[str] = set()
        self._load()

    def _load_salt(self) -> bytes:
        with self._db.transaction() as db:
            db.execute("INSERT OR IGNORE INTO meta VALUES ('salt', ?)", (secrets.token_bytes(16),))
            salt: bytes = db.execute("SELECT value FROM meta WHERE name = 'salt'").fetchone()[0]
        return salt

    def _hash(self, key: str) -> str:
        return blake2b(key.encode("utf-8", "replace"), salt=self._salt, digest_size=24).hexdigest()

    def _load(self) -> None:
        """Recall which keys were added and revoked while an earlier emulator ran."""
        for name, text in self._db.rows("SELECT name, value FROM meta WHERE name LIKE 'key:%'"):
            self._note(name.removeprefix("key:"), json.loads(text))

    def _note(self, digest: str, change: Mapping[str, str | None]) -> None:
        if "revoked" in change:
            self._revoked.add(digest)
        else:
            self._revoked.discard(digest)
            self._set[digest] = change["project"]

    def _keep(self, key: str, change: Mapping[str, str | None]) -> None:
        digest = self._hash(key)
        with self._lock:
            with self._db.transaction() as db:
                db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (f"key:{digest}", json.dumps(change)))
            self._note(digest, change)
            self._known.pop(digest, None)

    def add(self, key: str, project: str | None) -> None:
        """Accept a key, for a project of this name or for one of its own.

        Raises:
            ConfigurationError: No request can carry this key.
        """
        if not is_sendable(key):
            raise ConfigurationError("this key cannot be sent: it is empty, or begins or ends with a space")
        self._keep(key, {"project": project})

    def revoke(self, key: str) -> None:
        """Accept a key no longer.

        Raises:
            ConfigurationError: It is not accepted now.
        """
        self.require(key)
        self._keep(key, {"revoked": None})

    def reset(self, ids: Identities) -> None:
        """Be as at the beginning, after the store was emptied."""
        with self._lock:
            self._ids = ids
            self._known.clear()
            self._set = dict(self._given)
            self._revoked.clear()

    def identify(self, key: str) -> Caller | None:
        """Return the caller with this key, or None when it is not accepted."""
        if not key:
            return None
        digest = self._hash(key)
        with self._lock:
            known = self._known.get(digest)
            if known is not None:
                return known
            if digest in self._revoked or not (self._open or digest in self._set):
                return None
            if len(self._known) >= _REMEMBERED:
                self._known.pop(next(iter(self._known)))
            self._known[digest] = caller = self._caller(digest)
            return caller

    def require(self, key: str) -> Caller:
        """Return the caller with this key.

        Raises:
            ConfigurationError: It is not accepted.
        """
        caller = self.identify(key)
        if caller is None:
            raise ConfigurationError("this key is not accepted", hint="add the key first")
        return caller

    def project_known_as(self, name: str) -> str:
        """Return the id of a project that has a key, by its name or by its id.

        Raises:
            ConfigurationError: There is none; the hint has the close names.
        """
        named = {text: self.project(text) for text in self._set.values() if text is not None}
        numbers = self._db.rows("SELECT number FROM keys")
        if name in named:
            return named[name]
        if name not in {*named.values(), *(self._own_project(number) for (number,) in numbers)}:
            hint = f"{suggestion(name, named)}; one without a name goes by the id that the control tells of its key"
            raise ConfigurationError(f"no key has the project {name[:60]!r}", hint=hint)
        return name

    def _own_project(self, number: int) -> str:
        return self._ids.uuid("project", number)

    def _caller(self, digest: str) -> Caller:
        with self._db.transaction() as db:
            db.execute("INSERT OR IGNORE INTO keys SELECT ?, count(*) FROM keys", (digest,))
            number: int = db.execute("SELECT number FROM keys WHERE hash = ?", (digest,)).fetchone()[0]
        shared = self._set.get(digest)
        return Caller(
            key_id=self._ids.uuid("key", number),
            key_name=f"emulator key {number}",
            project=self._own_project(number) if shared is None else self.project(shared),
            submitter=self._ids.uuid("user", number),
            organization=self._ids.uuid("organization", 0),
        )

    def project(self, name: str) -> str:
        """Return the id of the project of a name."""
        return self._ids.uuid("named project", name)
