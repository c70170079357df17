"""Renames: what is gone and what is new, paired by meaning and name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qcontract.contract.jsonvalue import is_object, is_same
from qcontract.drift.explain.shape import Shape
from qcontract.drift.nodes import Node
from qcontract.drift.schemas.formats import is_checked

if TYPE_CHECKING:
    from qcontract.drift.explain.walk import Walk

__all__ = ["alike", "renames"]

_MOST = 40
"""Beyond so many members on one side, a rename is not a guess that anybody could check."""
_CLOSE = 0.6
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")


def alike(old: str, new: str) -> bool:
    """Whether two names look like one: the same words, words left out, or a few letters changed.

    >>> alike("job_name", "name"), alike("createdAt", "created_at"), alike("shots", "metadata")
    (True, True, False)
    """
    before, after = ([word.lower() for word in _WORD.findall(name)] for name in (old, new))
    if before and after and (set(before) <= set(after) or set(after) <= set(before)):
        return True
    return difflib.SequenceMatcher(None, "".join(before), "".join(after)).ratio() >= _CLOSE


def renames(walk: Walk, old: Shape, new: Shape, gone: list[str], come: list[str]) -> dict[str, str]:
    """New names by old names, of members that take the same values under another name."""
    if not gone or not come or len(gone) > _MOST or len(come) > _MOST:
        return {}
    pairs: dict[str, str] = {}

    def pair(name: str, other: str) -> bool:
        if other not in pairs.values() and walk.relation(old.properties[name], new.properties[other]).equal:
            pairs[name] = other
        return name in pairs

    for name in gone:
        likely = (each for each in come if _is_likely(name, each, old.properties[name], new.properties[each]))
        any(pair(name, other) for other in likely)
    for name, other in _only_ones(old, new, gone, come):
        if name not in pairs:
            pair(name, other)
    return pairs


def _only_ones(old: Shape, new: Shape, gone: list[str], come: list[str]) -> Iterator[tuple[str, str]]:
    """Members with the same marks, where no other member that is gone or new has the same format."""
    before, after = (_by_format(shape, names) for shape, names in ((old, gone), (new, come)))
    for name in sorted(before.keys() & after.keys()):
        (one, *others), (other, *more) = before[name], after[name]
        if not others and not more and _marks(old, one) == _marks(new, other):
            yield one, other


def _by_format(shape: Shape, names: list[str]) -> dict[str, list[str]]:
    """Names of members by format, as far as it is one that limits texts."""
    found: dict[str, list[str]] = {}
    for name in names:
        said = shape.properties[name].get("format")
        if isinstance(said, str) and is_checked(said):
            found.setdefault(said, []).append(name)
    return found


def _marks(shape: Shape, name: str) -> tuple[object, ...]:
    member = shape.properties[name]
    return (name in shape.required, *(bool(member.get(mark)) for mark in ("readOnly", "writeOnly")))


def _is_likely(name: str, other: str, old: Node, new: Node) -> bool:
    return alike(name, other) or (_says_much(old) and is_same(old.value, new.value))


def _says_much(node: Node) -> bool:
    """Whether a schema is so particular that two of them are hardly there by chance."""
    return is_object(node.value) and bool(node.value.keys() & {"enum", "pattern", "properties"})
