"""What every flow is given from outside: policy, time and randomness."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable

from attrs import field, frozen

from qcontract.clock import Clock, SystemClock
from qcontract.flow.backoff import Backoff

__all__ = ["Context"]


def _token() -> str:
    return uuid.uuid4().hex


@frozen
class Context:
    """The outside world of a flow; tests pass a clock that stands still and a seeded generator."""

    backoff: Backoff = field(factory=Backoff)
    clock: Clock = field(factory=SystemClock)
    rng: random.Random = field(factory=random.Random, repr=False)
    token: Callable[[], str] = field(default=_token, repr=False)
