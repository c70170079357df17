"""Read members of an answer's JSON with the types that the common model needs.

A member that must be there raises ``ResponseShapeError`` with its name; any other that is absent, null or of another
type reads as None, for the drift walk has already reported it.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from attrs import frozen

from qcontract.apis.binding import Answer
from qcontract.model.untyped import is_list, is_number, is_object

__all__ = ["Members", "moment", "seconds_of_epoch"]


_LARGEST = sys.float_info.max


@frozen
class Members:
    """The members of one JSON object in an answer."""

    answer: Answer
    raw: Mapping[str, Any]

    @classmethod
    def of(cls, answer: Answer, raw: object, place: str = "the body") -> Members:
        """Return the members of a JSON object.

        Raises:
            ResponseShapeError: It is no object.
        """
        if not is_object(raw):
            raise answer.misfit(place, "expected an object")
        return cls(answer, raw)

    def required(self, name: str) -> str:
        """Return a text that must be there and not be empty."""
        value = self.raw.get(name)
        if not isinstance(value, str) or not value:
            raise self.answer.misfit(name, f"expected a text, got {value!r:.80}")
        return value

    def text(self, name: str) -> str | None:
        """Return a text."""
        value = self.raw.get(name)
        return value if isinstance(value, str) else None

    def cursor(self, name: str) -> str | None:
        """Return a text that leads on; None at the end, where it is null or absent.

        Raises:
            ResponseShapeError: It is anything else: to take that for the end would shorten the list unseen.
        """
        value = self.raw.get(name)
        if value is not None and not isinstance(value, str):
            raise self.answer.misfit(name, f"expected a text or null, got {value!r:.80}")
        return value

    def flag(self, name: str) -> bool:
        """Return whether something is said to be so; it is not where that is null or absent.

        Raises:
            ResponseShapeError: It is neither true nor false: to take that for the end would shorten the list unseen.
        """
        value = self.raw.get(name)
        if value is not None and not isinstance(value, bool):
            raise self.answer.misfit(name, f"expected true or false, got {value!r:.80}")
        return value is True

    def integer(self, name: str) -> int | None:
        """Return a whole number; 3.0 is one."""
        value = self.number(name)
        return int(value) if value is not None and value == int(value) else None

    def number(self, name: str) -> float | None:
        """Return a finite number that a float can hold."""
        value = self.raw.get(name)
        return value if is_number(value) and abs(value) <= _LARGEST else None

    def decimal(self, name: str) -> Decimal | None:
        """Return an exact amount, sent as a number or as a text."""
        value = self.raw.get(name)
        if not is_number(value) and not isinstance(value, str):
            return None
        try:
            amount = Decimal(str(value))
        except InvalidOperation:
            return None
        return amount if amount.is_finite() else None

    def object(self, name: str) -> Members:
        """Return the members of an object; none when it is absent."""
        value = self.raw.get(name)
        return Members(self.answer, value if is_object(value) else {})

    def items(self, name: str) -> list[Any]:
        """Return the items of an array; none when it is absent."""
        value = self.raw.get(name)
        return value if is_list(value) else []

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of an array."""
        return tuple(item for item in self.items(name) if isinstance(item, str))

    def milliseconds(self, *names: str) -> timedelta | None:
        """Return the sum of durations in ms; None when none is there, or when they are beyond all time."""
        found = [value for name in names if (value := self.number(name)) is not None]
        try:
            return timedelta(milliseconds=sum(found)) if found else None
        except OverflowError:
            return None


def moment(text: str | None) -> datetime | None:
    """Return an ISO 8601 time in UTC; a time without zone is taken as UTC.

    Example:
        >>> moment("2026-10-01T12:00:00.000Z").isoformat()
        '2026-10-01T12:00:00+00:00'
        >>> moment("soon") is None
        True
    """
    try:
        found = datetime.fromisoformat(text or "")
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (OverflowError, ValueError):
        return None


def seconds_of_epoch(value: float | None) -> datetime | None:
    """Return a unix time in seconds as a time in UTC."""
    try:
        return None if value is None else datetime.fromtimestamp(value, UTC)
    except (OverflowError, OSError, ValueError):
        return None
