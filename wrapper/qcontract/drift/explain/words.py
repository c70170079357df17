"""Keywords that limit values one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qcontract.contract.jsonvalue import is_number, is_same
from qcontract.drift.explain.local import common_types, only
from qcontract.drift.explain.shape import Shape

if TYPE_CHECKING:
    from qcontract.drift.explain.walk import Walk

__all__ = ["compare"]

_COUNTS = {
    "maxLength": "max-length",
    "minLength": "min-length",
    "maxItems": "max-items",
    "minItems": "min-items",
    "maxProperties": "max-properties",
    "minProperties": "min-properties",
    "maxContains": "max-contains",
    "minContains": "min-contains",
}
_ONE_BY_ONE = {
    "multipleOf": "multiple-of",
    "pattern": "pattern",
    "format": "format",
    "contains": "contains",
    "propertyNames": "property-names",
    "unevaluatedProperties": "unevaluated-properties",
    "unevaluatedItems": "unevaluated-items",
    "not": "not",
    "if": "if",
    "contentEncoding": "content-encoding",
    "contentMediaType": "content-media-type",
    "contentSchema": "content-schema",
}
_NEEDS = {
    "maxContains": ("contains", "maxContains"),
    "minContains": ("contains", "minContains"),
    "if": ("if", "then", "else"),
    "unevaluatedProperties": ("unevaluatedProperties",),
}
_CODES = ("format", "contentEncoding")
_MEANT_FOR_PEOPLE = {"contentEncoding", "contentMediaType", "contentSchema"}
"""A validator takes these for annotations, while whoever decodes the text does not."""


def compare(walk: Walk, old: Shape, new: Shape) -> None:
    """Compare bounds, patterns, formats and the other keywords that stand for themselves."""
    for side in ("Maximum", "Minimum"):
        _range(walk, old, new, side)
    for keyword, name in _COUNTS.items():
        _count(walk, old, new, keyword, name)
    for keyword, name in _ONE_BY_ONE.items():
        _keyword(walk, old, new, keyword, name)


def _range(walk: Walk, old: Shape, new: Shape, side: str) -> None:
    words = (side.lower(), f"exclusive{side}")
    before, after = _limit(old, side), _limit(new, side)
    if before == after:
        return
    types = common_types(old, new)
    relation = walk.decide(only(old, words, types), only(new, words, types))
    tighter = before is None or (after is not None and (after < before if side == "Maximum" else after > before))
    name = f"{side.lower()}-{'tightened' if tighter else 'loosened'}"
    owner = next((word for word in words if word in old.keywords or word in new.keywords), words[0])
    shown = {"before": _shown(before), "after": _shown(after)}
    walk.add(name, old.owner(owner), new.owner(owner), relation, **shown)


def _limit(shape: Shape, side: str) -> tuple[float, int] | None:
    """The tighter of both spellings, ordered so that a comparison of tuples compares the limits."""
    plain, exclusive = shape.value(side.lower()), shape.value(f"exclusive{side}")
    found: list[tuple[float, int]] = []
    beyond = -1 if side == "Maximum" else 1
    if is_number(plain):
        found.append((plain, beyond if exclusive is True else 0))
    if is_number(exclusive):
        found.append((exclusive, beyond))
    if not found:
        return None
    return min(found) if side == "Maximum" else max(found)


def _shown(limit: tuple[float, int] | None) -> Any:
    if limit is None:
        return None
    return f"{limit[0]} (exclusive)" if limit[1] else limit[0]


def _count(walk: Walk, old: Shape, new: Shape, keyword: str, name: str) -> None:
    before, after = old.value(keyword), new.value(keyword)
    if before == after:
        return
    types = common_types(old, new)
    words = _NEEDS.get(keyword, (keyword,))
    relation = walk.decide(only(old, words, types), only(new, words, types))
    upper = keyword.startswith("max")
    tighter = before is None or (after is not None and (after < before) is upper)
    rule = f"{name}-{'tightened' if tighter else 'loosened'}"
    walk.add(rule, old.owner(keyword), new.owner(keyword), relation, before=before, after=after)


def _keyword(walk: Walk, old: Shape, new: Shape, keyword: str, name: str) -> None:
    words = _NEEDS.get(keyword, (keyword,))
    before, after = _said(old, words), _said(new, words)
    if is_same(before, after) and _means_the_same(walk, old, new, keyword):
        return
    if keyword in _CODES and _is_base64(old) and _is_base64(new):
        return
    rule = f"{name}-{'added' if not before else 'removed' if not after else 'changed'}"
    relation = None
    if keyword not in _MEANT_FOR_PEOPLE:
        types = common_types(old, new)
        relation = walk.decide(only(old, words, types), only(new, words, types))
    shown = {"before": _alone(before), "after": _alone(after)}
    walk.add(rule, old.owner(keyword), new.owner(keyword), relation, **shown)


def _is_base64(shape: Shape) -> bool:
    """Whether a text is base64, in the words of OpenAPI 3.0 or of JSON Schema."""
    return tuple(map(shape.value, _CODES)) in [("byte", None), ("byte", "base64"), (None, "base64")]


def _said(shape: Shape, words: tuple[str, ...]) -> dict[str, Any]:
    return {word: shape.value(word) for word in words if word in shape.keywords}


def _means_the_same(walk: Walk, old: Shape, new: Shape, keyword: str) -> bool:
    """The same text may refer to schemas that changed."""
    held, other = old.keywords.get(keyword), new.keywords.get(keyword)
    if held is None or other is None or not isinstance(held.value, dict):
        return True
    return walk.explainer.sameness.same(held.owner.child(keyword), other.owner.child(keyword))


def _alone(said: dict[str, Any]) -> Any:
    return next(iter(said.values())) if len(said) == 1 else said or None
