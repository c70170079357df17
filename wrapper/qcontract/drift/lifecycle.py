"""Deprecation, sunset dates and stability levels: what a contract promises about how long things stay."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from typing import Any

from attrs import frozen

from qcontract.contract.jsonvalue import is_true

__all__ = ["Change", "Lifecycle", "announced", "sunset"]

_Said = Callable[[str], Any]
_STABILITY = ("draft", "alpha", "beta", "stable")


@frozen
class Change:
    """A change of a promise, by the rule that names it."""

    rule: str
    before: Any
    after: Any


@frozen
class Lifecycle:
    """Judges promises on one day.

    Args:
        today: The day, or None if no date is to be judged by it.
    """

    today: datetime.date

    def changes(self, old: _Said, new: _Said) -> Iterator[Change]:
        """What changed between two sets of promises, apart from deprecation itself.

        Args:
            old: Gives the value of a member before, None if there is none.
            new: Gives the value of a member after.
        """
        if is_true(new("deprecated")):
            yield from self._sunset(old, new)
        before, after = _stability(old), _stability(new)
        said = new("x-stability-level")
        if said is not None and after is None and said != old("x-stability-level"):
            yield Change("stability-unknown", old("x-stability-level"), said)
        if before is not None and after is not None and before != after:
            name = "stability-lowered" if after < before else "stability-raised"
            yield Change(name, _STABILITY[before], _STABILITY[after])

    def is_early(self, said: _Said) -> bool:
        """Whether a removal today comes before the sunset date; one that cannot be read has not come."""
        date = sunset(said("x-sunset"))
        return said("x-sunset") is not None and (date is None or self.today < date)

    def _sunset(self, old: _Said, new: _Said) -> Iterator[Change]:
        before, after = old("x-sunset"), new("x-sunset")
        if before == after and is_true(old("deprecated")):
            return
        was, will = sunset(before), sunset(after)
        if after is not None and will is None:
            yield Change("sunset-invalid", before, after)
        elif not is_true(old("deprecated")):
            if will is not None and will < self.today:
                yield Change("sunset-past", before, after)
        elif was is not None and will is None:
            yield Change("sunset-removed", before, after)
        elif was is not None and will is not None and was != will:
            yield Change("sunset-earlier" if will < was else "sunset-later", before, after)


def sunset(value: Any) -> datetime.date | None:
    """The date in `x-sunset`; None if there is none that can be read."""
    if not isinstance(value, str):
        return None
    try:
        return datetime.date.fromisoformat(value[:10])
    except ValueError:
        return None


def announced(value: Any) -> str:
    """How a sunset date is added to a sentence."""
    return f" until {value}" if sunset(value) else " without a date"


def _stability(said: _Said) -> int | None:
    level = said("x-stability-level")
    return _STABILITY.index(level) if level in _STABILITY else None
