"""The members of a body, each under its path: ``stats.gate_counts.1q``, ``jobs[].id``, ``shots.*``."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import Any

from attrs import evolve, frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_array, is_object
from qcontract.drift.schemas.formats import is_checked

__all__ = ["Member", "Path", "member", "members"]

Path = tuple[str, ...]

_DEEPEST, _MOST = 8, 300
"""Levels and members of a body that are looked at; contracts that refer to themselves densely have no end of them."""
_MOMENTS = ("date", "timestamp")


@frozen
class Member:
    """What a document says of one member: where it stands, its types, values and formats, and whether it is a moment.

    Formats are those that validators know.
    """

    path: Path
    pointer: str
    types: frozenset[str] = frozenset()
    values: tuple[Any, ...] = ()
    is_moment: bool = False
    formats: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The path as people write it."""
        return ".".join(self.path).replace(".[]", "[]")

    @property
    def is_named(self) -> bool:
        """Whether it is a property, and no entry of a list or map."""
        return self.path[-1] not in {"[]", "*"}

    @property
    def own(self) -> str:
        """The last name of the path; that of the list or map for its entries."""
        return next((step for step in reversed(self.path) if step not in {"[]", "*"}), "")


@frozen
class _Schema:
    value: JsonObject
    place: str


def members(document: JsonObject, schema: Any, place: str) -> dict[Path, Member]:
    """The members below a schema, the outer ones first; alternatives are taken together.

    Args:
        document: The OpenAPI document, in which references are looked up.
        schema: The schema of the body.
        place: JSON Pointer of the schema.
    """
    found: dict[Path, Member] = {}
    waiting: deque[tuple[Any, str, Path, tuple[str, ...]]] = deque([(schema, place, (), ())])
    while waiting and len(found) < _MOST:
        value, where, path, around = waiting.popleft()
        for each in _alternatives(document, value, where, around):
            for step, inner, inside in _children(each):
                below = (*path, step)
                known = found.get(below)
                told = member(document, inner, inside, below)
                found[below] = told if known is None else _united(known, told)
                if len(below) < _DEEPEST:
                    waiting.append((inner, inside, below, (*around, each.place)))
    return found


def member(document: JsonObject, schema: Any, place: str, path: Path) -> Member:
    """What a schema says of the value itself."""
    found = Member(path, place, is_moment=_is_named_moment(schema))
    for each in _alternatives(document, schema, place, ()):
        kinds, listed = each.value.get("type"), each.value.get("enum")
        types = frozenset(map(str, kinds if is_array(kinds) else [kinds] if kinds else [])) - {"null"}
        said = each.value.get("format")
        formats = frozenset([said] if isinstance(said, str) and is_checked(said) else [])
        moment = any(word in str(said) for word in _MOMENTS)
        found = _united(found, Member(path, place, types, tuple(listed) if is_array(listed) else (), moment, formats))
    return found


def _children(schema: _Schema) -> Iterator[tuple[str, Any, str]]:
    properties = schema.value.get("properties")
    for name, inner in properties.items() if is_object(properties) else ():
        yield name, inner, f"{schema.place}/properties{pointer.join(name)}"
    for step, keyword in (("[]", "items"), ("*", "additionalProperties")):
        if is_object(inner := schema.value.get(keyword)):
            yield step, inner, f"{schema.place}/{keyword}"


def _alternatives(document: JsonObject, schema: Any, place: str, seen: tuple[str, ...]) -> Iterator[_Schema]:
    """A schema and those that it is composed of, with references followed; a circle ends."""
    waiting, known = [(schema, place)], set(seen)
    while waiting:
        value, where = waiting.pop(0)
        if where in known or not is_object(value):
            continue
        known.add(where)
        if isinstance(reference := value.get("$ref"), str):
            target = pointer.from_fragment(reference)
            waiting.insert(0, (pointer.find(document, target), target))
            continue
        yield _Schema(value, where)
        for keyword in ("allOf", "anyOf", "oneOf"):
            branches = value.get(keyword)
            waiting += [(branch, f"{where}/{keyword}/{n}") for n, branch in enumerate(branches or ())]


def _united(left: Member, right: Member) -> Member:
    values = (*left.values, *(value for value in right.values if value not in left.values))
    moment = left.is_moment or right.is_moment
    formats = left.formats | right.formats
    return evolve(left, types=left.types | right.types, values=values, is_moment=moment, formats=formats)


def _is_named_moment(schema: Any) -> bool:
    """Whether a schema refers to a component that calls itself a date or a timestamp."""
    if not is_object(schema):
        return False
    reached = [schema, *(branch for branch in schema.get("allOf") or () if is_object(branch))]
    names = [str(each.get("$ref", "")).rpartition("/")[2].lower() for each in reached]
    return any(word in name for name in names for word in _MOMENTS)
