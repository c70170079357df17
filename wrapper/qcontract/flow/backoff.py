"""When to try again, and how long to wait before: a policy without IO."""

from __future__ import annotations

import email.utils
import math
import random
from collections.abc import Mapping

from attrs import field, frozen, validators

__all__ = ["RETRIED_STATUSES", "Backoff", "retry_after"]

RETRIED_STATUSES = frozenset({408, 429, 500, 502, 503, 504, *range(520, 530)})
"""Statuses after which a request without side effects is repeated."""

_MOST_DOUBLINGS = 64  # beyond every maximum, and below what a float holds


@frozen
class Backoff:
    """How often and how patiently one request is repeated.

    Args:
        attempts: How many times a request is sent at most.
        initial: Upper bound of the first pause, in seconds; it doubles from pause to pause.
        maximum: Upper bound of every pause, in seconds.
        budget: Seconds that all attempts and pauses of one request may take together.
        retry_after_cap: A service that asks for a longer pause than this is not asked again.
    """

    attempts: int = field(default=4, validator=validators.ge(1))
    initial: float = field(default=0.5, validator=validators.ge(0))
    maximum: float = field(default=8.0, validator=validators.ge(0))
    budget: float = field(default=60.0, validator=validators.ge(0))
    retry_after_cap: float = field(default=120.0, validator=validators.ge(0))

    def delay(self, attempt: int, asked: float | None, rng: random.Random) -> float | None:
        """Return the seconds to wait after the given attempt, or None when the service asks for more than the cap.

        A service that asks for less than our own pause, such as for a moment that has passed, gets ours.

        Args:
            attempt: Number of the attempt that failed, from 1.
            asked: What the service asked for with ``Retry-After``, in seconds.
            rng: Source of the jitter.
        """
        if asked is not None and asked > self.retry_after_cap:
            return None
        doublings = min(attempt - 1, _MOST_DOUBLINGS)
        ours = rng.uniform(0.0, min(self.maximum, self.initial * 2.0**doublings))
        return max(ours, asked or 0.0)


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Read ``Retry-After`` as seconds from now.

    Args:
        headers: Headers of the answer, names in lower case.
        now: Seconds since the epoch, for the form that is a date.

    Returns:
        Seconds, not negative and finite; None when the header is absent or means nothing.

    Example:
        >>> retry_after({"retry-after": "7"}, now=0.0)
        7.0
        >>> retry_after({"retry-after": "Thu, 01 Jan 1970 00:00:30 GMT"}, now=10.0)
        20.0
        >>> retry_after({"retry-after": "inf"}, now=0.0) is None
        True
    """
    raw = headers.get("retry-after")
    if raw is None:
        return None
    try:
        seconds = float(raw)
    except ValueError:
        moment = email.utils.parsedate_tz(raw)
        if moment is None:
            return None
        try:
            seconds = email.utils.mktime_tz(moment) - now
        except (OverflowError, ValueError):
            return None
    return max(0.0, seconds) if math.isfinite(seconds) else None
