"""How threads of the emulator tell each other that something has moved."""

from __future__ import annotations

import threading
from collections.abc import Callable

__all__ = ["Changes"]


class Changes:
    """A counter of changes that threads wait for."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._count = 0

    @property
    def count(self) -> int:
        """Number of changes so far."""
        return self._count

    def notify(self) -> None:
        """Say that something has moved."""
        with self._condition:
            self._count += 1
            self._condition.notify_all()

    def wait(self, seen: int, seconds: float | None = None) -> None:
        """Return when there are more changes than ``seen``, or after so many seconds."""
        with self._condition:
            self._condition.wait_for(lambda: self._count != seen, seconds)

    def wait_for(self, reached: Callable[[], bool], seconds: float) -> bool:
        """Return when ``reached`` is true after a change, or after so many seconds; return whether it is."""
        with self._condition:
            return self._condition.wait_for(reached, seconds)
