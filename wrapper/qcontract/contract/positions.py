"""Where the parts of a JSON or YAML text are written; found when somebody asks, and then once per text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import field, frozen

from qcontract.contract import jsontext, reading, yaml12
from qcontract.errors import ContractError

__all__ = ["Place", "Text"]

_YAML_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_WIDEST = 160  # characters of an excerpt
_BEFORE = 60  # of them before the column, in a longer line


@frozen
class Place:
    """Where something is written.

    ``line`` and ``column`` count from 1; ``excerpt`` is the text of the line, cut if it is long and with what a
    terminal would obey written as Python writes it; ``caret`` is the index in ``excerpt`` at which the column lies.
    """

    file: str
    line: int
    column: int
    excerpt: str
    caret: int = 0


class _Spot:
    """A value in the text: its line and column, or its key's, both from 0, and what is inside it."""

    __slots__ = ("column", "inside", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.inside: dict[str, _Spot] | list[_Spot] | None = None


class _JsonSpot:
    """A value in a JSON text; what is inside it is read when somebody asks, for most of a text nobody asks about."""

    __slots__ = ("_cached", "_starts", "_text", "_value", "column", "line")

    def __init__(self, text: str, starts: list[int], shown: int, value: int) -> None:
        self._text = text
        self._starts = starts
        self._value = value
        self._cached: dict[str, _JsonSpot] | list[_JsonSpot] | None = None
        self.line = bisect_right(starts, shown) - 1
        self.column = shown - starts[self.line]

    @property
    def inside(self) -> dict[str, _JsonSpot] | list[_JsonSpot] | None:
        """The members by name, or the entries in order."""
        if self._cached is None:
            members = jsontext.members(self._text, self._value)
            spots = [(name, _JsonSpot(self._text, self._starts, shown, at)) for name, shown, at in members]
            named = self._text[self._value] == "{"
            self._cached = dict(spots) if named else [spot for _, spot in spots]
        return self._cached


@frozen(eq=False)
class Text:
    """A document as it was read; ``name`` is what to call it."""

    name: str
    content: bytes = field(repr=False)

    def place(self, names: Sequence[str]) -> Place | None:
        """Where the value lies to which the unescaped member names and indexes lead, or else the nearest above it.

        Returns:
            The place of the member's key, or of the array's entry; None if the text cannot be read.
        """
        spot: _Spot | _JsonSpot | None = self._root
        if spot is None:
            return None
        for name in names:
            below = _below(spot.inside, name)
            if below is None:
                break
            spot = below
        line = self._lines[spot.line] if spot.line < len(self._lines) else ""
        excerpt, caret = _excerpt(line, spot.column)
        return Place(self.name, spot.line + 1, spot.column + 1, excerpt, caret)

    @cached_property
    def _text(self) -> str:
        return reading.decoded(self.content, self.name)

    @cached_property
    def _lines(self) -> list[str]:
        if reading.is_json(self.content, self.name):
            return self._text.replace("\r\n", "\n").split("\n")
        return _YAML_BREAK.split(self._text)

    @cached_property
    def _root(self) -> _Spot | _JsonSpot | None:
        for read in (_json_root, _yaml_root) if reading.is_json(self.content, self.name) else (_yaml_root,):
            try:
                return read(self._text)
            except (ContractError, LookupError, ValueError):
                continue
        return None


_Inside = Mapping[str, "_Spot"] | Mapping[str, _JsonSpot] | Sequence["_Spot"] | Sequence[_JsonSpot] | None


def _below(inside: _Inside, name: str) -> _Spot | _JsonSpot | None:
    if isinstance(inside, Mapping):
        return inside.get(name)
    if inside is not None and name.isdecimal() and int(name) < len(inside):
        return inside[int(name)]
    return None


def _excerpt(line: str, column: int) -> tuple[str, int]:
    start = max(0, column - _BEFORE) if len(line) > _WIDEST else 0
    head, tail = _visible(line[start:column]), _visible(line[column : start + _WIDEST])
    before = "…" if start else ""
    after = "…" if len(line) > start + _WIDEST else ""
    return f"{before}{head}{tail}{after}", len(before) + len(head)


def _visible(text: str) -> str:
    """The text with what a terminal would obey, such as escape sequences, written as Python writes it."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
        for character in text
    )


class _Tree:
    """Puts spots together in the order of the text."""

    def __init__(self) -> None:
        self.root: _Spot | None = None
        self._open: list[_Spot] = []
        self._key: _Spot | None = None

    def key(self, name: str, line: int, column: int) -> None:
        inside = self._open[-1].inside
        self._key = _Spot(line, column)
        if isinstance(inside, dict):
            inside[name] = self._key

    def value(self, line: int, column: int) -> _Spot:
        spot = self._key or _Spot(line, column)
        self._key = None
        if not self._open:
            self.root = self.root or spot
        elif isinstance(inside := self._open[-1].inside, list):
            inside.append(spot)
        return spot

    def begin(self, inside: dict[str, _Spot] | list[_Spot], line: int, column: int) -> _Spot:
        spot = self.value(line, column)
        spot.inside = inside
        self._open.append(spot)
        return spot

    def end(self) -> None:
        self._open.pop()

    @property
    def awaits_key(self) -> bool:
        return bool(self._open) and self._key is None and isinstance(self._open[-1].inside, dict)


def _json_root(text: str) -> _JsonSpot:
    first = jsontext.root(text)
    return _JsonSpot(text, [0, *_line_starts(text)], first, first)


def _line_starts(text: str) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1)


def _yaml_root(text: str) -> _Spot | None:
    tree, anchors = _Tree(), dict[str, _Spot]()
    for event in yaml12.events(text):
        _feed(tree, anchors, event)
    return tree.root


def _feed(tree: _Tree, anchors: dict[str, _Spot], event: Any) -> None:
    kind, mark = type(event).__name__, event.start_mark
    if kind in ("MappingEndEvent", "SequenceEndEvent"):
        tree.end()
    elif kind == "ScalarEvent" and tree.awaits_key:
        tree.key(event.value, mark.line, mark.column)
    elif kind == "AliasEvent":
        if event.anchor in anchors:
            tree.value(mark.line, mark.column).inside = anchors[event.anchor].inside
    elif kind in ("ScalarEvent", "MappingStartEvent", "SequenceStartEvent"):
        spot = _begun(tree, kind, mark)
        if event.anchor is not None:
            anchors[event.anchor] = spot


def _begun(tree: _Tree, kind: str, mark: Any) -> _Spot:
    if kind == "ScalarEvent":
        return tree.value(mark.line, mark.column)
    return tree.begin({} if kind == "MappingStartEvent" else [], mark.line, mark.column)
