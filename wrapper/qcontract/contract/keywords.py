"""The keywords of a schema object: which survive compilation, which hold schemas, which are respelled."""

from __future__ import annotations

from typing import Any

from qcontract.contract.dialect import Dialect
from qcontract.contract.jsonvalue import JsonObject, is_array, is_number

__all__ = ["LISTS", "MAPS", "SINGLES", "bounds", "keeps", "permit_null", "words"]


def words(*lines: str) -> frozenset[str]:
    """The set of the words in ``lines``."""
    return frozenset(word for line in lines for word in line.split())


SINGLES = words(
    "additionalProperties contains contentSchema else if items not propertyNames then",
    "unevaluatedItems unevaluatedProperties",
)
LISTS = words("allOf anyOf oneOf prefixItems")
MAPS = words("dependentSchemas patternProperties properties")

_ANNOTATIONS = words("default deprecated description readOnly title writeOnly")
_OPENAPI_3_0 = _ANNOTATIONS | words(
    "additionalProperties allOf anyOf enum format items maxItems maxLength maxProperties minItems minLength",
    "minProperties multipleOf not oneOf pattern properties required type uniqueItems",
)
_LEFT_OUT = words(
    "discriminator example externalDocs nullable xml",  # say nothing about values
    "$anchor $comment $defs $dynamicAnchor $id $schema $vocabulary definitions",  # what is referenced is copied
    "exclusiveMaximum exclusiveMinimum maximum minimum",  # bounds() writes them
)
_MAY_REFUSE_NULL = words("$ref allOf anyOf const else if not oneOf then")
_BOUNDS = words("exclusiveMaximum exclusiveMinimum format maximum minimum")
_INTEGERS = {"int32": (-(2**31), 2**31 - 1), "int64": (-(2**63), 2**63 - 1)}


def keeps(keyword: str, value: Any, dialect: Dialect) -> bool:
    """Whether a keyword goes into the compiled schema, with its own name."""
    if keyword == "required":  # a boolean there is a habit from drafts before 4
        return is_array(value)
    if dialect.closed_keywords:
        return keyword in _OPENAPI_3_0
    if keyword == "examples":
        return is_array(value)
    return keyword not in _LEFT_OUT and not keyword.startswith("x-")


def bounds(schema: JsonObject) -> JsonObject:
    """The bounds of a number, with 3.0's boolean ``exclusive...`` respelled and the range of its format added."""
    if schema.keys().isdisjoint(_BOUNDS):
        return {}
    lowest, highest = _INTEGERS.get(str(schema.get("format")), (None, None)) if _is_integer(schema) else (None, None)
    return {**_bound(schema, "Minimum", lowest), **_bound(schema, "Maximum", highest)}


def permit_null(schema: JsonObject) -> JsonObject:
    """The same schema, which also takes null; in its plainest spelling, so that errors stay readable."""
    if not schema.keys() & _MAY_REFUSE_NULL:
        spelled = {"type": "null", "enum": None}
        return {key: _with(value, spelled[key]) if key in spelled else value for key, value in schema.items()}
    outer = {key: value for key, value in schema.items() if key in _ANNOTATIONS}
    inner = {key: value for key, value in schema.items() if key not in _ANNOTATIONS}
    return {**outer, "anyOf": [inner, {"type": "null"}]}


def _bound(schema: JsonObject, side: str, limit: int | None) -> JsonObject:
    plain, exclusive = schema.get(side.lower()), schema.get(f"exclusive{side}")
    if exclusive is True and is_number(plain):
        plain, exclusive = None, plain
    candidates = [value for value in (plain, limit) if is_number(value)]
    result: JsonObject = {}
    if candidates:
        result[side.lower()] = max(candidates) if side == "Minimum" else min(candidates)
    if is_number(exclusive):
        result[f"exclusive{side}"] = exclusive
    return result


def _with(allowed: Any, null: str | None) -> list[Any]:
    values = allowed if is_array(allowed) else [allowed]
    return values if null in values else [*values, null]


def _is_integer(schema: JsonObject) -> bool:
    types = schema.get("type")
    return types == "integer" or (is_array(types) and "integer" in types)
