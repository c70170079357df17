"""Time that moves only when somebody sleeps."""

from __future__ import annotations

import itertools
import random
from typing import Any

from qcontract.flow.context import Context

EPOCH = 1_790_000_000.0


class VirtualClock:
    """A clock whose `sleep` moves it at once and is remembered in `sleeps`."""

    def __init__(self, now: float = EPOCH) -> None:
        self.elapsed = 0.0
        self.epoch = now
        self.sleeps: list[float] = []

    def monotonic(self) -> float:
        return self.elapsed

    def now(self) -> float:
        return self.epoch + self.elapsed

    def sleep(self, seconds: float) -> None:
        assert seconds >= 0
        self.sleeps.append(seconds)
        self.elapsed += seconds

    def context(self, **changes: Any) -> Context:
        """A context on this clock, with seeded randomness and the tokens `token-1`, `token-2`, ..."""
        numbers = itertools.count(1)
        given: dict[str, Any] = {
            "clock": self,
            "sleep": self.sleep,
            "rng": random.Random(0),
            "token": lambda: f"token-{next(numbers)}",
        }
        return Context(**(given | changes))
