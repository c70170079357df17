"""Media types and ranges of them (RFC 9110): which are one, and which of several is meant.

>>> wide, narrow = MediaType.of("Application/*"), MediaType.of("application/json; charset=utf-8")
>>> wide.covers(narrow), narrow.covers(wide), narrow == MediaType.of("application/json")
(True, False, True)
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import field, frozen

__all__ = ["MediaType"]

_PARAMETER = re.compile(r';\s*([^\s=;"]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^;]*)')
_FIXED = frozenset({"json", "x-www-form-urlencoded"})
"""Syntaxes that are UTF-8 always, so that a character set says nothing."""


@frozen
class MediaType:
    """A media type, or a range of them.

    Args:
        kind: The type, in small letters; ``*`` for any.
        sub: The subtype, likewise.
        parameters: Names in small letters with values, as far as they tell two media types apart.
        written: As it stands in the document.
    """

    kind: str
    sub: str
    parameters: frozenset[tuple[str, str]]
    written: str = field(eq=False)

    @classmethod
    def of(cls, written: str) -> MediaType:
        """Read a media type as it is written."""
        head, _, _ = written.partition(";")
        kind, _, sub = head.strip().lower().partition("/")
        plain = cls(kind, sub, frozenset(), written)
        found = ((name.lower(), value) for name, value in _PARAMETER.findall(written[len(head) :]))
        return cls(kind, sub, frozenset(_said(*each) for each in found if plain._is_told_by(each[0])), written)

    @property
    def suffix(self) -> str:
        """The structured syntax that it is written in, such as ``json``; itself if it names none."""
        return self.sub.rpartition("+")[2]

    @property
    def is_form(self) -> bool:
        """Whether it is made of parts, each with an encoding of its own."""
        return self.kind == "multipart" or self.sub == "x-www-form-urlencoded"

    @property
    def specificity(self) -> tuple[bool, bool, int]:
        """Greater for what says more; of several that cover a media type, the most specific one is meant."""
        return self.kind != "*", self.sub != "*", len(self.parameters)

    def covers(self, other: MediaType) -> bool:
        """Whether everything of the other media type is of this one."""
        within = self.kind == "*" or (self.kind == other.kind and self.sub in {"*", other.sub})
        return within and self.parameters <= other.parameters

    def underlies(self, other: MediaType) -> bool:
        """Whether the other one is in the syntax that this one names, and says more about itself: see RFC 6839."""
        return self.kind == other.kind and self.sub == other.suffix != other.sub and self.parameters <= other.parameters

    def among(self, known: Iterable[MediaType]) -> MediaType | None:
        """The most specific of those that cover this one; None if there is none."""

        def rank(each: MediaType) -> tuple[tuple[bool, bool, int], bool, str]:
            return each.specificity, each.written == self.written, each.written

        return max((each for each in known if each.covers(self)), key=rank, default=None)

    def _is_told_by(self, name: str) -> bool:
        """Whether a parameter tells media types apart, and is not fixed by the syntax or new in every message."""
        if name == "charset":
            return self.suffix not in _FIXED
        return name != "boundary" or self.kind != "multipart"


def _said(name: str, value: str) -> tuple[str, str]:
    """A parameter as it compares: quotes say nothing, and neither do capitals in the name of a character set."""
    plain = re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value.strip()
    return name, plain.lower() if name == "charset" else plain
