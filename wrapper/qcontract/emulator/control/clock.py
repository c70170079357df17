"""The time that jobs and limits show: the machine's, shifted, or one that stands still until it is moved."""

from __future__ import annotations

import json
import threading
from typing import Final

from qcontract import errors
from qcontract.clock import Clock, SystemClock
from qcontract.model.untyped import is_number

from ..database import Database

__all__ = ["EmulatorClock"]


_LAST: Final = 190_000_000_000.0
"""Where time ends: what is predicted from there still has a date."""


class EmulatorClock:
    """A clock that tests move; where it stands is kept in the store.

    Time limits and leases never ask it: they follow the machine's own clock.

    Args:
        base: What moves the clock while it runs.
        database: Where its place is kept.
        frozen: Whether it stands still from the beginning, at the time of ``base``.
    """

    def __init__(self, base: Clock, database: Database, *, frozen: bool) -> None:
        self._base = base
        self._db = database
        self._lock = threading.Lock()
        self._initially_frozen = frozen
        self._offset = 0.0
        self._frozen_at: float | None = None
        self._load()

    def monotonic(self) -> float:
        """Seconds of the machine's own clock since an arbitrary moment."""
        return self._base.monotonic()

    def now(self) -> float:
        """Seconds since 1970-01-01T00:00:00Z, as answers show them."""
        frozen = self._frozen_at
        return self._base.now() + self._offset if frozen is None else frozen

    def outside(self) -> float:
        """Seconds since 1970 as clients count them, who live in the machine's time unless a test gave a clock."""
        return self._base.now() if isinstance(self._base, SystemClock) else self.now()

    @property
    def frozen(self) -> bool:
        """Whether time passes only when it is advanced."""
        return self._frozen_at is not None

    def advance(self, seconds: float) -> None:
        """Move on.

        Raises:
            ConfigurationError: The number of seconds is negative or too large, or the calendar ends before.
        """
        if not (is_number(seconds) and 0 <= seconds < 1e9) or self.now() + seconds > _LAST:
            hint = "it never goes back, goes on by 30 years at once, and ends in the year 8000"
            raise errors.ConfigurationError(f"time cannot be advanced by {str(seconds)[:30]} s", hint=hint)
        with self._lock:
            if self._frozen_at is None:
                self._offset += seconds
            else:
                self._frozen_at += seconds
            self._keep()

    def freeze(self) -> None:
        """Stand still."""
        with self._lock:
            self._frozen_at = self.now()
            self._keep()

    def thaw(self) -> None:
        """Run on from here."""
        with self._lock:
            self._offset = self.now() - self._base.now()
            self._frozen_at = None
            self._keep()

    def reset(self) -> None:
        """Be as at the beginning."""
        with self._lock:
            self._offset = 0.0
            self._frozen_at = self._base.now() if self._initially_frozen else None

    def _keep(self) -> None:
        place = json.dumps({"offset": self._offset, "frozen_at": self._frozen_at})
        with self._db.transaction() as db:
            db.execute("INSERT OR REPLACE INTO meta VALUES ('clock', ?)", (place,))

    def _load(self) -> None:
        self.reset()
        for (text,) in self._db.rows("SELECT value FROM meta WHERE name = 'clock'"):
            place = json.loads(text)
            self._offset = place["offset"]
            self._frozen_at = place["frozen_at"]
            if self._initially_frozen and self._frozen_at is None:
                self._frozen_at = self._base.now() + self._offset
