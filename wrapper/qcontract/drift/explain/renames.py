"""Renames: what is gone and what is new, paired by meaning and name."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from qcontract.contract.jsonvalue import canonical, is_object
from qcontract.drift.explain.shape import Shape
from qcontract.drift.nodes import Node

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
    for name in gone:
        for other in come:
            if other in pairs.values() or not _is_likely(name, other, old.properties[name], new.properties[other]):
                continue
            if walk.relation(old.properties[name], new.properties[other]).equal:
                pairs[name] = other
                break
    return pairs


def _is_likely(name: str, other: str, old: Node, new: Node) -> bool:
    return alike(name, other) or (_says_much(old) and canonical(old.value) == canonical(new.value))


def _says_much(node: Node) -> bool:
    """Whether a schema is so particular that two of them are hardly there by chance."""
    return is_object(node.value) and bool(node.value.keys() & {"enum", "pattern", "properties"})
