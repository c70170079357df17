"""Sets of texts: length, patterns and formats that they must and must not have, or a plain list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from attrs import evolve, frozen

from qcontract.drift.schemas import formats
from qcontract.drift.schemas.answers import EMPTY, Answer, TooLarge, found, perhaps
from qcontract.drift.schemas.automaton import matches, texts
from qcontract.drift.schemas.cells import smallest
from qcontract.drift.schemas.expressions import (
    ANYTHING,
    Expression,
    both,
    characters,
    complement,
    sequence,
)

__all__ = ["EVERY_TEXT", "Texts"]

_PLAIN = ("a", "b", "c", "")
_STRANGERS = ("no format", "(")  # also to formats that take nearly anything
_MOST_TRIED = 40
_MOST_MEMBERS = 2
_MOST_HOLES = 200
_LONGEST = 100_000


@frozen(kw_only=True)
class Texts:
    """``only``, when present, lists what is left after all but formats; else ``holes`` are taken out of the rest."""

    shortest: int = 0
    longest: int | None = None
    patterns: frozenset[Expression] = frozenset()
    unpatterns: frozenset[Expression] = frozenset()
    formats: frozenset[str] = frozenset()
    unformats: frozenset[str] = frozenset()
    only: frozenset[str] | None = None
    holes: frozenset[str] = frozenset()

    kind = "string"

    def has(self, value: Any) -> bool | None:
        """Whether a text is a member, or None when only its format decides and that is unknown."""
        return self._formatted(value) if self._listed(value) else False

    def meet(self, other: Texts) -> Texts | None:
        """The texts in both, or None when there are none."""
        merged = Texts(
            shortest=max(self.shortest, other.shortest),
            longest=smallest(self.longest, other.longest),
            patterns=self.patterns | other.patterns,
            unpatterns=self.unpatterns | other.unpatterns,
            formats=self.formats | other.formats,
            unformats=self.unformats | other.unformats,
            only=_shared(self.only, other.only),
            holes=self.holes | other.holes,
        )
        return merged._settled()

    def minus(self, other: Texts) -> Iterator[Texts]:
        """Sets whose union is what this set has and the other has not."""
        for piece in _outside(other):
            rest = self.meet(piece)
            if rest is not None:
                yield rest

    def inhabit(self) -> Answer:
        """A member, short and plain."""
        if any(formats.contains(outer, inner) for outer in self.unformats for inner in self.formats):
            return EMPTY
        tried = self._candidates()
        try:
            for text in tried:
                if self.has(text):
                    return found(text)
        except TooLarge:
            return perhaps("pattern")
        if self.only is None and (self.formats or self.unformats):
            return self._without_formats()
        if self.only and (self.formats or self.unformats):
            return perhaps("format") if any(self.has(text) is None for text in self.only) else EMPTY
        return EMPTY

    def _without_formats(self) -> Answer:
        """Empty when the rest is, or when it has nothing of the formats' shapes; else the format stands in the way."""
        rest = evolve(self, formats=frozenset(), unformats=frozenset())
        if _plainest(rest).rank and _plainest(self._shaped(rest)).rank:
            return perhaps("format " + ", ".join(sorted(self.formats | self.unformats)))
        return EMPTY

    def _shaped(self, rest: Texts) -> Texts:
        """The rest with shapes for formats: more texts than there are, unless the formats are exact."""
        shapes = frozenset(map(formats.shape, filter(formats.is_checked, self.formats)))
        others = frozenset(map(formats.shape, filter(formats.is_exact, self.unformats)))
        return evolve(rest, patterns=rest.patterns | shapes, unpatterns=rest.unpatterns | others)

    def _candidates(self) -> Iterator[str]:
        """With formats, some members; without, enough that none of them being a member proves that there is none."""
        if self.only is not None:
            yield from sorted(self.only, key=lambda text: (len(text), text))
            return
        for name in sorted(self.formats):
            yield from formats.examples(name)
        if not self.patterns and not self.unpatterns:
            yield from ("other", *_PLAIN) if self.holes else _PLAIN
            yield from _STRANGERS if self.unformats else ()
            yield from self._of_any_shape()
        elif any(map(formats.is_checked, self.formats)):
            yield from _members(self)
        elif self.unformats:
            yield from islice(texts(self._shaped(self)._expression(), self.shortest, self.longest), _MOST_TRIED)
        else:
            yield from texts(self._expression(), self.shortest, self.longest)

    def of_formats(self) -> tuple[str, ...]:
        """Some texts that are sure to have the formats, as far as such are known."""
        members = [formats.sure(name) for name in self.formats if formats.is_checked(name)]
        bare = evolve(self, formats=frozenset())
        shaped = both(bare._shaped(bare)._expression(), *members)
        try:
            return tuple(islice(texts(shaped, self.shortest, self.longest), _MOST_MEMBERS))
        except TooLarge:
            return ()

    def _of_any_shape(self) -> Iterator[str]:
        """More different texts of the shortest lengths than there are holes."""
        if self.shortest > _LONGEST:
            raise TooLarge
        length = max(self.shortest, 1)
        if self.longest is not None and length > self.longest:
            return
        for index in range(len(self.holes) + 2):
            yield "a" * (length - 1) + chr(ord("a") + index if index < 26 else 0x4E00 + index)

    def _expression(self) -> Expression:
        if len(self.holes) > _MOST_HOLES:
            raise TooLarge
        holes = [complement(_literal(text)) for text in sorted(self.holes)]
        return both(ANYTHING, *self.patterns, *(complement(pattern) for pattern in self.unpatterns), *holes)

    def _listed(self, text: str) -> bool:
        """Whether a text passes everything but formats."""
        if self.only is not None and text not in self.only:
            return False
        if len(text) < self.shortest or (self.longest is not None and len(text) > self.longest) or text in self.holes:
            return False
        return all(matches(pattern, text) for pattern in self.patterns) and not any(
            matches(pattern, text) for pattern in self.unpatterns
        )

    def _formatted(self, text: str) -> bool | None:
        answers = [formats.fits(name, text) for name in self.formats if formats.is_checked(name)]
        answers += [None if fit is None else not fit for fit in (formats.fits(name, text) for name in self.unformats)]
        if False in answers:
            return False
        return None if None in answers else True

    def _settled(self) -> Texts | None:
        if self.longest is not None and self.shortest > self.longest:
            return None
        if self.patterns & self.unpatterns or self.formats & self.unformats:
            return None
        if self.only is None:
            return self
        left = frozenset(text for text in self.only if self.has(text) is not False)
        return Texts(only=left, formats=self.formats, unformats=self.unformats) if left else None


EVERY_TEXT = Texts()


@lru_cache(maxsize=1_000)
def _plainest(some: Texts) -> Answer:
    """A member; with formats left aside, many questions come down to the same few sets."""
    return some.inhabit()


@lru_cache(maxsize=1_000)
def _members(some: Texts) -> tuple[str, ...]:
    return some.of_formats()


def _shared(one: frozenset[str] | None, two: frozenset[str] | None) -> frozenset[str] | None:
    if one is None or two is None:
        return one if two is None else two
    return one & two


def _outside(other: Texts) -> Iterator[Texts]:
    """Sets whose union is every text that is not in ``other``."""
    if other.only is not None:
        yield Texts(holes=other.only)
    if other.shortest:
        yield Texts(longest=other.shortest - 1)
    if other.longest is not None:
        yield Texts(shortest=other.longest + 1)
    for pattern in _in_order(other.patterns):
        yield Texts(unpatterns=frozenset([pattern]))
    for pattern in _in_order(other.unpatterns):
        yield Texts(patterns=frozenset([pattern]))
    for name in sorted(other.formats):
        yield Texts(unformats=frozenset([name]))
    for name in sorted(other.unformats):
        yield Texts(formats=frozenset([name]))
    if other.holes:
        yield Texts(only=other.holes)


def _in_order(patterns: frozenset[Expression]) -> list[Expression]:
    return sorted(patterns, key=repr) if len(patterns) > 1 else list(patterns)


def _literal(text: str) -> Expression:
    return sequence(*(characters(((ord(character), ord(character)),)) for character in text))
