"""Dates in queries."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

__all__ = ["DAY", "seconds"]

DAY: Final = 86_400
_LAST: Final = 253_402_214_400
"""The last day that a date can name."""


def seconds(text: str) -> float | None:
    """Return an ISO 8601 date or date-time as seconds since 1970, or None if it is none or out of range.

    Example:
        >>> seconds("2026-10-01"), seconds("2026-10-01T00:00:01+00:00"), seconds("1969-12-31"), seconds("soon")
        (1790812800.0, 1790812801.0, None, None)
    """
    try:
        moment = datetime.fromisoformat(text)
        found = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
    return found if 0 <= found <= _LAST else None
