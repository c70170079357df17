"""Rules about one keyword of a schema that permits or refuses values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from qcontract.findings.catalogue.definition import ERRATIC, NARROWS, WIDENS, Example, Levels, Rule

__all__ = ["RULES"]

_AREA = "schema"
_SENDERS = "Programs that send what was allowed before"
_READERS = "Programs that read answers and rely on the old limit"


@frozen
class _Bound:
    """A limit: ``tight`` and ``loose`` are two of its values, and ``kind`` the schema that it stands in."""

    keyword: str
    what: str
    tight: int
    loose: int
    kind: dict[str, Any]


_NUMBER, _TEXT = {"type": "integer"}, {"type": "string"}
_LIST, _OBJECT = {"type": "array"}, {"type": "object"}
_HOLDS = {"type": "array", "contains": {"type": "integer"}}

_BOUNDS = (
    _Bound("maximum", "the largest number", 5, 9, _NUMBER),
    _Bound("minimum", "the smallest number", 5, 2, _NUMBER),
    _Bound("maxLength", "the greatest length of a text", 5, 9, _TEXT),
    _Bound("minLength", "the least length of a text", 5, 2, _TEXT),
    _Bound("maxItems", "the greatest number of entries", 5, 9, _LIST),
    _Bound("minItems", "the least number of entries", 5, 2, _LIST),
    _Bound("maxProperties", "the greatest number of members", 5, 9, _OBJECT),
    _Bound("minProperties", "the least number of members", 5, 2, _OBJECT),
    _Bound("maxContains", "the greatest number of entries that `contains` asks for", 5, 9, _HOLDS),
    _Bound("minContains", "the least number of entries that `contains` asks for", 5, 2, _HOLDS),
)


def kebab(keyword: str) -> str:
    """``maxLength`` as the beginning of a rule's id.

    >>> kebab("maxLength")
    'max-length'
    """
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in keyword)


def _bound_rules(bound: _Bound) -> Iterator[Rule]:
    tight, loose = ({**bound.kind, bound.keyword: limit} for limit in (bound.tight, bound.loose))
    name, aspect = kebab(bound.keyword), bound.keyword
    yield Rule(
        id=f"{name}-tightened",
        area=_AREA,
        aspect=aspect,
        title=f"`{bound.keyword}` is tighter",
        says=f"{bound.keyword} went from {{old}} to {{new}}",
        meaning=f"{bound.what.capitalize()} is limited where it was not, or more than before.",
        breaks=f"{_SENDERS} and is outside the new limit: it is refused.",
        advises=f"Check {{it}} against the new `{bound.keyword}` of {{new}} where you send it; it was {{old}}.",
        levels=NARROWS,
        example=Example("schema", loose, tight),
    )
    yield Rule(
        id=f"{name}-loosened",
        area=_AREA,
        aspect=aspect,
        title=f"`{bound.keyword}` is looser",
        says=f"{bound.keyword} went from {{old}} to {{new}}",
        meaning=f"{bound.what.capitalize()} is limited less than before, or not any more.",
        breaks=f"{_READERS}, such as a fixed column width or a small integer type.",
        advises=(
            f"Make room for values of {{it}} beyond the old `{bound.keyword}` of {{old}}, such as in columns and "
            f"buffers."
        ),
        levels=WIDENS,
        example=Example("schema", tight, loose, "response"),
    )


@frozen
class _Constraint:
    """A keyword that comes, goes or changes: ``one`` and ``other`` are two of its values."""

    keyword: str
    what: str
    one: Any
    other: Any
    kind: dict[str, Any]
    changed: Levels = ERRATIC


_IF = {"if": {"required": ["a"]}}
_THEN_B, _THEN_C = {**_IF, "then": {"required": ["b"]}}, {**_IF, "then": {"required": ["c"]}}
_CONSTRAINTS = (
    _Constraint("multipleOf", "the step of a number", 4, 2, _NUMBER),
    _Constraint("pattern", "the pattern of a text", "^a", "^b", _TEXT),
    _Constraint("format", "the format of a text or number", "date-time", "date", _TEXT),
    _Constraint("contains", "what an array must hold", {"type": "integer"}, {"type": "string"}, _LIST),
    _Constraint("propertyNames", "how members may be called", {"maxLength": 3}, {"maxLength": 9}, _OBJECT),
    _Constraint(
        "unevaluatedProperties", "what members without a rule may be", False, {"type": "integer"}, {"type": "object"}
    ),
    _Constraint("unevaluatedItems", "what entries without a rule may be", False, {"type": "integer"}, _LIST),
    _Constraint("not", "what a value must not be", {"minLength": 3}, {"minLength": 9}, _TEXT),
    _Constraint("if", "the condition that other constraints hang on", _THEN_B, _THEN_C, _OBJECT),
    _Constraint("contentEncoding", "how a text is encoded", "base64", "base16", _TEXT),
    _Constraint("contentMediaType", "what an encoded text holds", "application/json", "text/plain", _TEXT),
    _Constraint("contentSchema", "the schema of an encoded text", {"type": "object"}, {"type": "array"}, _TEXT),
)


def _constraint_rules(constraint: _Constraint) -> Iterator[Rule]:
    name, word = kebab(constraint.keyword), constraint.keyword
    bare, one, other = (_spelled(constraint, value) for value in (None, constraint.one, constraint.other))
    yield Rule(
        id=f"{name}-added",
        area=_AREA,
        aspect=word,
        title=f"`{word}` is new",
        says=f"{word} {{new}} was added",
        meaning=f"The contract now says {constraint.what}.",
        breaks=f"{_SENDERS} and does not meet `{word}`: it is refused.",
        advises=f"Make sure that what you send as {{it}} meets the new `{word}`: {{new}}.",
        levels=NARROWS,
        example=Example("schema", bare, one),
    )
    yield Rule(
        id=f"{name}-removed",
        area=_AREA,
        aspect=word,
        title=f"`{word}` is gone",
        says=f"{word} {{old}} was removed",
        meaning=f"The contract no longer says {constraint.what}.",
        breaks=f"Programs that read answers and rely on the old `{word}`.",
        advises=f"Do not take `{word}` of {{old}} for granted when you read {{it}}.",
        levels=WIDENS,
        example=Example("schema", one, bare, "response"),
    )
    yield Rule(
        id=f"{name}-changed",
        area=_AREA,
        aspect=word,
        title=f"`{word}` is another one",
        says=f"{word} changed from {{old}} to {{new}}",
        meaning=f"The contract says in another way {constraint.what}.",
        breaks=f"{_SENDERS} and does not meet the new `{word}`; programs that read and rely on the old one.",
        advises=(
            f"Compare `{word}` of {{it}}, old and new; where the report shows a value, that value is the difference."
        ),
        levels=constraint.changed,
        example=Example("schema", one, other),
    )


def _spelled(constraint: _Constraint, value: Any) -> dict[str, Any]:
    if value is None:
        return dict(constraint.kind)
    return {**constraint.kind, **(value if constraint.keyword == "if" else {constraint.keyword: value})}


RULES = (
    *(rule for bound in _BOUNDS for rule in _bound_rules(bound)),
    *(rule for constraint in _CONSTRAINTS for rule in _constraint_rules(constraint)),
)
