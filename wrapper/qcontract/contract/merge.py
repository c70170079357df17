"""Fragments of one API, put together into one OpenAPI document.

Operations and components are collected; what several fragments have must say the same. Of prose, that of the first
fragment stays.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import define, field, frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_array, is_object
from qcontract.contract.operations import METHODS
from qcontract.contract.pages import Fragment
from qcontract.contract.structure import ABSENT, differences, is_prose

__all__ = ["Conflict", "Merged", "Side", "merge"]

Place = tuple[str, ...]

_ORDER = ("openapi", "info", "jsonSchemaDialect", "servers", "security", "tags", "paths", "webhooks", "components")
_WHOLE = {"openapi": ABSENT, "info": ABSENT, "jsonSchemaDialect": ABSENT, "servers": [{"url": "/"}], "security": []}
"""Members that all fragments of an API share, and what one means that leaves it out."""


@frozen
class Side:
    """What one page says, and in which line; ``value`` is ``ABSENT`` where it says nothing."""

    page: str
    value: Any
    line: int | None = field(default=None, eq=False)


@frozen
class Conflict:
    """A place at which two pages contradict each other."""

    pointer: str
    left: Side
    right: Side


@frozen
class Merged:
    """The document that fragments make; where they contradict each other, it has the word of the earlier one."""

    document: JsonObject
    conflicts: tuple[Conflict, ...]


def merge(fragments: Sequence[Fragment]) -> Merged:
    """Merge fragments of one API.

    Args:
        fragments: At least one.
    """
    first, *others = fragments
    merger = _Merger(copy.deepcopy(first.document), first)
    for fragment in others:
        merger.add(fragment)
    members = sorted(merger.document, key=lambda key: _ORDER.index(key) if key in _ORDER else len(_ORDER))
    return Merged({key: merger.document[key] for key in members}, tuple(merger.conflicts))


@define
class _Merger:
    document: JsonObject
    first: Fragment
    later: dict[Place, Fragment] = field(factory=dict[Place, Fragment])  # what a page after the first has brought
    conflicts: list[Conflict] = field(factory=list[Conflict])

    def add(self, fragment: Fragment) -> None:
        """Take what is new in a fragment, and compare the rest."""
        for key, unsaid in _WHOLE.items():
            self._compare((key,), self.document.get(key, unsaid), fragment.document.get(key, unsaid), fragment)
        self._compare(("info", "title"), _title(self.document), _title(fragment.document), fragment)
        for place, value in _parts(fragment.document):
            self._take(place, value, fragment)
        self._take_tags(fragment.document.get("tags"))

    def _take(self, place: Place, value: Any, fragment: Fragment) -> None:
        *above, name = place
        holder: Any = self.document
        for step in above:
            holder = holder.setdefault(step, {})
        if name in holder and len(place) == 2 and is_object(value) and is_object(holder[name]):
            self._take_operations(place, holder[name], value, fragment)
        elif name in holder:
            self._compare(place, holder[name], value, fragment)
        else:
            holder[name] = copy.deepcopy(value)
            self.later[place] = fragment

    def _take_operations(self, place: Place, mine: JsonObject, theirs: JsonObject, fragment: Fragment) -> None:
        """Two fragments with operations on one path: what stands there for all operations must be equal."""
        for key in {**mine, **theirs}:
            if key in METHODS and key not in mine:
                mine[key] = copy.deepcopy(theirs[key])
                self.later[*place, key] = fragment
            elif not is_prose(key) and not (key in METHODS and key not in theirs):
                self._compare((*place, key), mine.get(key, ABSENT), theirs.get(key, ABSENT), fragment)

    def _take_tags(self, theirs: Any) -> None:
        if not is_array(theirs):
            return
        mine: list[Any] = self.document.setdefault("tags", [])
        known = [tag.get("name") for tag in mine if is_object(tag)]
        mine += [copy.deepcopy(tag) for tag in theirs if is_object(tag) and tag.get("name") not in known]

    def _compare(self, place: Place, mine: Any, theirs: Any, fragment: Fragment) -> None:
        for found in differences(mine, theirs, pointer.join(*place)):
            owner = self._owner(found.pointer)
            sides = (_side(owner, found.pointer, found.left), _side(fragment, found.pointer, found.right))
            self.conflicts.append(Conflict(found.pointer, *sides))

    def _owner(self, place: str) -> Fragment:
        names = pointer.parts(place)
        owners = (self.later.get(names[:length]) for length in range(len(names), 0, -1))
        return next((fragment for fragment in owners if fragment is not None), self.first)


def _side(fragment: Fragment, place: str, value: Any) -> Side:
    return Side(fragment.page, value, fragment.line_of(place))


def _parts(document: JsonObject) -> Iterator[tuple[Place, Any]]:
    """What is collected: path items, and the components of each section."""
    for key in ("paths", "webhooks"):
        for name, item in _members(document.get(key)):
            yield (key, name), item
    for section, parts in _members(document.get("components")):
        for name, part in _members(parts):
            yield ("components", section, name), part


def _members(value: Any) -> Iterator[tuple[str, Any]]:
    yield from value.items() if is_object(value) else ()


def _title(document: JsonObject) -> Any:
    info = document.get("info")
    return info.get("title", ABSENT) if is_object(info) else ABSENT
