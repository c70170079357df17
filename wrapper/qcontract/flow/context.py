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
    """The outside world of a flow; tests pass a clock that stands still and a seeded generator.

    Args:
        backoff: How a single request is repeated.
        clock: What time it is.
        rng: Source of the jitter.
        token: Makes up the token of a submission.
        sleep: Takes the place of really pausing, in sync and async clients alike: a test moves its clock instead.
    """

    backoff: Backoff = field(factory=Backoff)
    clock: Clock = field(factory=SystemClock)
    rng: random.Random = field(factory=random.Random, repr=False)
    token: Callable[[], str] = field(default=_token, repr=False)
    sleep: Callable[[float], None] | None = field(default=None, repr=False)
