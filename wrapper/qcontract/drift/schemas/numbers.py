"""Sets of numbers, exactly: an interval, the steps that a number must and must not be a multiple of, single points."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from attrs import evolve, frozen

from qcontract.drift.schemas.answers import EMPTY, Answer, found, perhaps

__all__ = ["EVERY_NUMBER", "Numbers", "exact", "plain"]

_MOST_TRIED = 10_000  # multiples looked at before giving up


def exact(number: float) -> Fraction:
    """The number that its decimal spelling means: 0.1 is one tenth, not the float nearest to it."""
    return Fraction(number) if isinstance(number, int) else Fraction(repr(number))


def plain(number: Fraction) -> int | float | None:
    """The JSON spelling of a number, unless a float cannot hold it exactly."""
    if number.denominator == 1:
        return number.numerator
    try:
        value = float(number)
    except OverflowError:
        return None
    return value if exact(value) == number else None


@frozen(kw_only=True)
class Numbers:
    """``only``, when present, lists all members that the rest allows; else ``holes`` are taken out of the interval."""

    lowest: Fraction | None = None
    highest: Fraction | None = None
    above: bool = False  # the lowest itself is not a member
    below: bool = False
    step: Fraction | None = None
    unsteps: frozenset[Fraction] = frozenset()
    only: frozenset[Fraction] | None = None
    holes: frozenset[Fraction] = frozenset()

    kind = "number"

    def has(self, value: Any) -> bool:
        """Whether a JSON number is a member."""
        return self.includes(exact(value))

    def includes(self, number: Fraction) -> bool:
        """Whether a number is a member."""
        if self.only is not None:
            return number in self.only
        return self._within(number) and number not in self.holes and self._fits(number)

    def meet(self, other: Numbers) -> Numbers | None:
        """The numbers in both, or None when there are none."""
        if self.only is not None or other.only is not None:
            listed, rest = (self, other) if self.only is not None else (other, self)
            shared = frozenset(number for number in listed.only or () if rest.includes(number))
            return Numbers(only=shared) if shared else None
        lowest, above = _tighter((self.lowest, self.above), (other.lowest, other.above), 1)
        highest, below = _tighter((self.highest, self.below), (other.highest, other.below), -1)
        if (
            lowest is not None
            and highest is not None
            and (lowest > highest or (lowest == highest and (above or below)))
        ):
            return None
        return Numbers(
            lowest=lowest,
            highest=highest,
            above=above,
            below=below,
            step=_common_multiple(self.step, other.step),
            unsteps=self.unsteps | other.unsteps,
            holes=self.holes | other.holes,
        )

    def minus(self, other: Numbers) -> Iterator[Numbers]:
        """Sets whose union is what this set has and the other has not."""
        if self.only is not None:
            left = frozenset(number for number in self.only if not other.includes(number))
            if left:
                yield Numbers(only=left)
            return
        if other.only is not None:
            yield evolve(self, holes=self.holes | other.only)
            return
        for piece in _outside(other):
            rest = self.meet(piece)
            if rest is not None:
                yield rest

    def inhabit(self) -> Answer:
        """A member near zero, with few digits."""
        if self.only is not None:
            return _spelled(min(self.only, key=lambda number: (abs(number), number)))
        return self._dense() if self.step is None else self._stepped(self.step)

    def _within(self, number: Fraction) -> bool:
        if self.lowest is not None and (number < self.lowest or (self.above and number == self.lowest)):
            return False
        return self.highest is None or number < self.highest or (not self.below and number == self.highest)

    def _fits(self, number: Fraction) -> bool:
        if self.step is not None and number % self.step:
            return False
        return all(number % unstep for unstep in self.unsteps)

    def _dense(self) -> Answer:
        """Every open interval has a decimal fraction that is no multiple of finitely many steps."""
        for number in _simple_numbers(self.lowest, self.highest):
            if self.includes(number):
                return _spelled(number)
        if self.lowest is not None and self.lowest == self.highest:
            return EMPTY
        return perhaps("multipleOf")

    def _stepped(self, step: Fraction) -> Answer:
        first = None if self.lowest is None else math.ceil(self.lowest / step)
        last = None if self.highest is None else math.floor(self.highest / step)
        if first is not None and last is not None and first > last:
            return EMPTY
        start = max(first, 0) if first is not None else 0
        start = min(start, last) if last is not None else start
        period = math.lcm(1, *((unstep / step).numerator for unstep in self.unsteps))
        enough = 2 * period * (len(self.holes) + 2)  # in both directions, one more period than holes can spoil
        for tried, count in enumerate(_around(start, first, last), 1):
            if self.includes(count * step):
                return _spelled(count * step)
            if tried > enough:
                return EMPTY
            if tried > _MOST_TRIED:
                return perhaps("multipleOf")
        return EMPTY


EVERY_NUMBER = Numbers()


def _outside(other: Numbers) -> Iterator[Numbers]:
    """Sets whose union is every number that is not in ``other``, which is no list."""
    if other.lowest is not None:
        yield Numbers(highest=other.lowest, below=not other.above)
    if other.highest is not None:
        yield Numbers(lowest=other.highest, above=not other.below)
    if other.step is not None:
        yield Numbers(unsteps=frozenset([other.step]))
    for unstep in sorted(other.unsteps):
        yield Numbers(step=unstep)
    if other.holes:
        yield Numbers(only=other.holes)


def _tighter(
    one: tuple[Fraction | None, bool], two: tuple[Fraction | None, bool], sign: int
) -> tuple[Fraction | None, bool]:
    if one[0] is None:
        return two
    if two[0] is None:
        return one
    if one[0] == two[0]:
        return one[0], one[1] or two[1]
    return one if (one[0] - two[0]) * sign > 0 else two


def _common_multiple(one: Fraction | None, two: Fraction | None) -> Fraction | None:
    if one is None or two is None:
        return one if two is None else two
    return Fraction(math.lcm(one.numerator, two.numerator), math.gcd(one.denominator, two.denominator))


def _around(start: int, first: int | None, last: int | None) -> Iterator[int]:
    """Every integer from ``first`` to ``last``, the nearest to ``start`` first."""
    yield start
    distance = 1
    while True:
        up, down = start + distance, start - distance
        can_up, can_down = last is None or up <= last, first is None or down >= first
        if not can_up and not can_down:
            return
        if can_up:
            yield up
        if can_down:
            yield down
        distance += 1


def _simple_numbers(lowest: Fraction | None, highest: Fraction | None) -> Iterator[Fraction]:
    """Some numbers of an interval, the plainest first."""
    yield from (Fraction(0), Fraction(1), Fraction(-1), Fraction(1, 2))
    if lowest is not None:
        yield lowest
        base = lowest
        width = highest - lowest if highest is not None else Fraction(2)
    elif highest is not None:
        yield highest
        base, width = highest - 2, Fraction(2)
    else:
        base, width = Fraction(0), Fraction(2)
    if highest is not None:
        yield highest
    unit = Fraction(1)
    while unit * 4 > width > 0:
        unit /= 10
    start = math.floor(base / unit) * unit
    for _ in range(15):
        for digit in (1, 2, 3):
            yield start + digit * unit
        start += unit
        unit /= 10


def _spelled(number: Fraction) -> Answer:
    value = plain(number)
    return perhaps("a number too precise to write") if value is None else found(value)
