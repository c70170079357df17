"""What the value of a schema's keyword must be, and which wrong spellings still have a plain meaning."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qcontract.contract.jsonvalue import JsonObject, is_array, is_number, is_object

__all__ = ["Rule", "respelled", "rules"]

Rule = Callable[[object], str | None]
"""Says what is wrong with a value; None if nothing is."""

_TYPES_3_0 = frozenset({"array", "boolean", "integer", "number", "object", "string"})
_TYPES_3_1 = _TYPES_3_0 | {"null"}


def rules(version: str) -> dict[str, Rule]:
    """For each keyword whose values are not free, what checks them."""
    return _RULES[version]


def respelled(schema: JsonObject, keyword: str, version: str) -> tuple[dict[str, Any], str] | None:
    """How to write in this version what a keyword says in the words of the other one.

    Args:
        schema: The schema object.
        keyword: The keyword whose value is wrong.
        version: ``3.0`` or ``3.1``.

    Returns:
        The new values of keywords (None: without it), and what is wrong; None if the meaning is not plain.
    """
    value = schema[keyword]
    if keyword == "type" and version == "3.0":
        kinds = value if is_array(value) else [value]
        return _types(schema, kinds) if kinds and _type_3_1(kinds) is None else None
    if keyword.startswith("exclusive"):
        side = keyword.removeprefix("exclusive")
        if version == "3.0" and is_number(value):
            return _boolean_bound(schema, side, value)
        if version == "3.1" and isinstance(value, bool):
            return _numeric_bound(schema, side, value)
    if keyword == "required" and isinstance(value, bool):
        return {"required": None}, "'required' is a list of names in a schema, and true and false mean nothing here"
    return None


def _types(schema: JsonObject, kinds: list[Any]) -> tuple[dict[str, Any], str]:
    others = [kind for kind in kinds if kind != "null"]
    nullable = {"nullable": True} if "null" in kinds else {}
    message = "type 'null' and lists of types belong to OpenAPI 3.1; read as 'nullable' and 'anyOf'"
    if not others:
        return {"type": "string", "nullable": True, "enum": [None]}, message
    if len(others) == 1:
        return {"type": others[0], **nullable}, message
    branches = [{"type": kind, **nullable} for kind in others]
    above = schema.get("allOf")
    return {"type": None, "allOf": [*(above if is_array(above) else []), {"anyOf": branches}]}, message


def _boolean_bound(schema: JsonObject, side: str, exclusive: float) -> tuple[dict[str, Any], str]:
    keyword, plain = f"exclusive{side}", schema.get(side.lower())
    message = f"a number in '{keyword}' belongs to OpenAPI 3.1; read as the bound"
    wider = is_number(plain) and (plain > exclusive if side == "Minimum" else plain < exclusive)
    if wider:
        return {keyword: None}, message
    return {keyword: True, side.lower(): exclusive}, message


def _numeric_bound(schema: JsonObject, side: str, exclusive: bool) -> tuple[dict[str, Any], str]:
    keyword, plain = f"exclusive{side}", schema.get(side.lower())
    message = f"a boolean in '{keyword}' belongs to OpenAPI 3.0; read as it is meant there"
    if exclusive and is_number(plain):
        return {keyword: plain, side.lower(): None}, message
    return {keyword: None}, message


def _type_3_0(value: object) -> str | None:
    return None if isinstance(value, str) and value in _TYPES_3_0 else _no_type(value, "3.0")


def _type_3_1(value: object) -> str | None:
    kinds = value if is_array(value) and value else [value]
    unknown = [kind for kind in kinds if not isinstance(kind, str) or kind not in _TYPES_3_1]
    return _no_type(unknown[0], "3.1") if unknown else None


def _no_type(value: object, version: str) -> str:
    return f"{value!r:.60} is no type of OpenAPI {version}"


def _number(value: object) -> str | None:
    return None if is_number(value) else "is not a number"


def _positive(value: object) -> str | None:
    return None if is_number(value) and value > 0 else "is not a number above 0"


def _count(value: object) -> str | None:
    whole = is_number(value) and value >= 0 and value == int(value)
    return None if whole else "is not a whole number from 0 up"


def _boolean(value: object) -> str | None:
    return None if isinstance(value, bool) else "is not true or false"


def _text(value: object) -> str | None:
    return None if isinstance(value, str) else "is not a text"


def _list(value: object) -> str | None:
    return None if is_array(value) else "is not a list"


def _names(value: object) -> str | None:
    if is_array(value) and all(isinstance(name, str) for name in value):
        return None
    return "is not a list of names"


def _maps_to_names(value: object) -> str | None:
    if is_object(value) and all(_names(names) is None for names in value.values()):
        return None
    return "does not map names to lists of names"


def _discriminator(value: object) -> str | None:
    if not is_object(value) or not isinstance(value.get("propertyName"), str):
        return "has no 'propertyName'"
    mapping = value.get("mapping", {})
    if not is_object(mapping) or not all(isinstance(target, str) for target in mapping.values()):
        return "has a 'mapping' that does not map values to schemas"
    return None


_IN_BOTH: dict[str, Rule] = {
    "required": _names,
    "enum": _list,
    "discriminator": _discriminator,
    "multipleOf": _positive,
    **dict.fromkeys(("maximum", "minimum"), _number),
    **dict.fromkeys(("format", "pattern"), _text),
    **dict.fromkeys(("deprecated", "nullable", "readOnly", "uniqueItems", "writeOnly"), _boolean),
    **dict.fromkeys(("maxItems", "maxLength", "maxProperties", "minItems", "minLength", "minProperties"), _count),
}
_RULES: dict[str, dict[str, Rule]] = {
    "3.0": {**_IN_BOTH, "type": _type_3_0, **dict.fromkeys(("exclusiveMaximum", "exclusiveMinimum"), _boolean)},
    "3.1": {
        **_IN_BOTH,
        "type": _type_3_1,
        "dependentRequired": _maps_to_names,
        **dict.fromkeys(("exclusiveMaximum", "exclusiveMinimum"), _number),
        **dict.fromkeys(("contentEncoding", "contentMediaType"), _text),
        **dict.fromkeys(("maxContains", "minContains"), _count),
    },
}
