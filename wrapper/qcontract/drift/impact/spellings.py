"""Parts of schemas, whatever stands in their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_array, is_object

__all__ = ["objects_in", "only_reference", "properties_of", "texts_in", "with_null"]


def with_null(data: JsonObject) -> JsonObject:
    """A nullable schema of OpenAPI 3.0 as the generator takes it: null is one more type or alternative."""
    kind, null = data.get("type"), {"type": "null"}
    if isinstance(kind, str):
        return {**data, "type": [kind, "null"]}
    if is_array(kind):
        return {**data, "type": [*kind, *([] if "null" in kind else ["null"])]}
    for key in ("oneOf", "anyOf"):
        if data.get(key):
            return {**data, key: [*data[key], null]}
    if data.get("allOf"):
        rest = {key: value for key, value in data.items() if key != "allOf"}
        return {**rest, "oneOf": [null, {"allOf": data["allOf"]}]}
    return data


def only_reference(data: JsonObject) -> str | None:
    """The reference that a schema consists of, if its one alternative is one."""
    parts = [part for key in ("allOf", "anyOf", "oneOf") for part in objects_in(data.get(key))]
    reference = parts[0].get("$ref") if len(parts) == 1 else None
    return reference if isinstance(reference, str) else None


def properties_of(data: JsonObject, place: str) -> Iterator[tuple[str, Any, str]]:
    """The properties of a schema, and where they stand."""
    properties = data.get("properties")
    for key, schema in (properties if is_object(properties) else {}).items():
        yield key, schema, place + pointer.join("properties", key)


def objects_in(value: object) -> list[JsonObject]:
    """The objects of an array."""
    return [item for item in value if is_object(item)] if is_array(value) else []


def texts_in(value: object) -> list[str]:
    """The texts of an array."""
    return [item for item in value if isinstance(item, str)] if is_array(value) else []
