"""Values that travel as text: who takes the text takes the value, whatever type either side calls it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

from qcontract.contract.jsonvalue import canonical, is_object
from qcontract.drift.comparing import Comparing
from qcontract.drift.explain.local import typed
from qcontract.drift.explain.shape import Shape, shape_of
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Direction

__all__ = ["Lists", "as_text", "is_scalar", "types_of", "with_taken"]

Lists = Literal["none", "repeated", "separated"]
"""How lists are written where single values may be: not at all, one entry after the other, or as one text."""

_SCALARS = frozenset({"boolean", "integer", "number", "string"})
_MOST = 1000
"""Whole numbers of an interval beyond which they are not listed one by one."""
_NUMERIC = frozenset({"exclusiveMaximum", "exclusiveMinimum", "format", "maximum", "minimum", "multipleOf"})
_OF_LISTS = frozenset({"contains", "maxItems", "minItems", "prefixItems", "unevaluatedItems"})
_WORDS = frozenset({"description", "example", "examples", "externalDocs", "title"})
_NATURAL = r"^(0|[1-9][0-9]*)$"
_INTEGER = r"^(0|-?[1-9][0-9]*)$"
_NUMBER = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$"

_KINDS: tuple[tuple[type, str], ...] = (
    (type(None), ""),
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (str, "string"),
)
_Texts = list[dict[str, Any]]


def types_of(schema: Node) -> frozenset[str] | None:
    """The types that a value may have, in whichever branch; None if any."""
    shape = shape_of(schema)
    if not shape.branches:
        return shape.types if shape.types is not None or shape.values is None else _kinds(shape.values.value)
    found = [types_of(branch) for branch in shape.branches]
    return None if None in found else frozenset[str]().union(*(types for types in found if types is not None))


def _kinds(values: Iterable[Any]) -> frozenset[str] | None:
    """The types of some values; None if there are lists or objects among them."""
    kinds = [next((kind for kind, _ in _KINDS if isinstance(value, kind)), None) for value in values]
    return None if None in kinds else frozenset(name for kind, name in _KINDS if kind in kinds and name)


def is_scalar(schema: Node) -> bool:
    """Whether a value is no list and no object."""
    types = types_of(schema)
    return types is not None and types <= _SCALARS


def as_text(
    comparing: Comparing, old: Node, new: Node, direction: Direction, *, lists: Lists = "none"
) -> tuple[Node, Node]:
    """Describe what is taken as it is on the way, where every single value is text.

    Args:
        comparing: The comparison.
        old: The schema before.
        new: The same after.
        direction: Which way values travel.
        lists: How lists are written there.

    Returns:
        Both schemas, of which the one that receives takes more where it takes all the texts that are sent.
    """
    sent, taken = (old, new) if direction is Direction.REQUEST else (new, old)
    types, shape = types_of(sent), shape_of(taken)
    if types is None or not types <= _SCALARS:
        return old, new
    if not is_scalar(taken) or types != types_of(taken):
        texts = _sent(sent), _taken(taken, lists if lists != "separated" or "string" not in types else "none")
        if texts[0] and texts[1] and _is_safe(comparing, texts, direction):
            wider = {"anyOf": [taken.reference, typed(taken, types, null=shape.takes_null)]}
            return with_taken(old, new, taken.without(wider), direction)
    if lists == "repeated" and shape.types == frozenset({"array"}) and "items" in shape.keywords:
        entry = shape.owner("items").child("items").reference
        return with_taken(old, new, taken.without({"anyOf": [taken.reference, entry]}), direction)
    return old, new


def with_taken(old: Node, new: Node, taken: Node, direction: Direction) -> tuple[Node, Node]:
    """Both schemas with another one in place of the one that receives."""
    return (old, taken) if direction is Direction.REQUEST else (taken, new)


def _is_safe(comparing: Comparing, texts: tuple[_Texts, _Texts], direction: Direction) -> bool:
    sent, taken = ({"anyOf": each} for each in texts)
    pair = (sent, taken) if direction is Direction.REQUEST else (taken, sent)
    return comparing.schemas.decide(*pair, direction).verdict == "safe"


def _sent(schema: Node) -> _Texts:
    """Texts of which every one that can be sent is one; none where that cannot be told."""
    shape = shape_of(schema)
    if shape.branches:
        found = [_sent(branch) for branch in shape.branches]
        return [text for texts in found for text in texts] if all(found) else []
    if shape.values is not None:
        return _listed(shape.values.value)
    return [text for name in sorted(shape.types or ()) for text in _SENT[name](shape)]


def _taken(schema: Node, lists: Lists) -> _Texts:
    """Texts of which every one is taken: as many as can be told."""
    shape = shape_of(schema)
    if shape.further or (shape.branches and not _is_plain_union(shape)):
        return []
    if shape.branches:
        return [text for branch in shape.branches for text in _taken(branch, lists)]
    if shape.values is not None:
        return [] if _NUMERIC & shape.keywords.keys() else _taken_values(shape.values.value)
    if shape.types is None:
        return [_as_string(shape)]
    texts = [text for name in sorted(shape.types & _SCALARS) for text in _taken_of(name, shape)]
    return texts + (_entries(shape, lists) if "array" in shape.types else [])


def _is_plain_union(shape: Shape) -> bool:
    """Whether a value of any branch is one of the whole: nothing else is said, and no two branches share a type."""
    types = [types_of(branch) for branch in shape.branches]
    names = ["number" if name == "integer" else name for each in types for name in each or ()]
    apart = len(names) == len(set(names))
    alone = not (shape.keywords.keys() - _WORDS - {"default", "deprecated", "discriminator"}) and shape.types is None
    return alone and shape.values is None and (shape.union == "anyOf" or (apart and None not in types))


def _entries(shape: Shape, lists: Lists) -> _Texts:
    """What one entry may be, where a list of one is written as the entry alone."""
    short = shape.value("minItems", 0) in (0, 1) and not _OF_LISTS - {"minItems"} & shape.keywords.keys()
    if lists == "none" or not short or "items" not in shape.keywords:
        return []
    return _taken(shape.owner("items").child("items"), "none")


def _listed(values: Iterable[Any]) -> _Texts:
    """The texts of single values; none if there are others."""
    known = [value for value in values if value is not None]
    if any(is_object(value) or isinstance(value, list) for value in known):
        return []
    return [{"type": "string", "enum": [_text(value) for value in known]}] if known else []


def _taken_values(values: Iterable[Any]) -> _Texts:
    """The same for who takes them. Texts that are listed may be any for a tolerant client; numbers stay numbers."""
    known = list(values)
    texts = _listed(value for value in known if isinstance(value, str))
    others = _listed(value for value in known if not isinstance(value, str))
    return texts + [_matching(f"^({'|'.join(map(_escaped, each['enum']))})$") for each in others]


def _escaped(text: str) -> str:
    return text.replace(".", r"\.").replace("+", r"\+")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else canonical(value)


def _as_string(shape: Shape) -> dict[str, Any]:
    return {"allOf": [shape.node.reference, {"type": "string"}]}


def _matching(pattern: str) -> dict[str, Any]:
    return {"type": "string", "pattern": pattern}


def _whole(shape: Shape) -> dict[str, Any]:
    least, most = shape.value("minimum"), shape.value("maximum")
    if isinstance(least, int) and isinstance(most, int) and 0 <= most - least < _MOST:
        return {"type": "string", "enum": [str(value) for value in range(least, most + 1)]}
    return _matching(_NATURAL if isinstance(least, int | float) and least >= 0 else _INTEGER)


def _taken_of(name: str, shape: Shape) -> _Texts:
    """Texts of one type; none of numbers of which more is said."""
    if name in {"integer", "number"} and _NUMERIC & shape.keywords.keys():
        return []
    return _SENT[name](shape)


_SENT: dict[str, Callable[[Shape], _Texts]] = {
    "boolean": lambda _: [_matching("^(false|true)$")],
    "integer": lambda shape: [_whole(shape)],
    "number": lambda _: [_matching(_NUMBER)],
    "string": lambda shape: [_as_string(shape)],
}
