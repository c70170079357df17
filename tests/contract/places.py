"""Where in an answer a contract says something that could drift, and what each kind of drift puts there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema_rs
from attrs import field, frozen
from qcontract.contract import compile_schema, packaged

_OTHER = {"string": 7, "integer": "seven", "number": "seven", "boolean": "yes", "array": {"0": 7}, "object": [7]}
"""A value of another JSON type, for each type."""


@frozen
class Place:
    """A member or item of an answer, what the contract says of it, and whether it must be there."""

    pointer: str
    value: Any = field(repr=False)
    schema: Any = field(repr=False)
    required: bool = False
    open: bool = False
    """Whether a member here is one of a free map, or its object is."""

    @property
    def name(self) -> str:
        return self.pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")


def places(contract: str, schema: Any, value: Any, pointer: str = "") -> Iterator[Place]:
    """Every place in an answer that the contract describes, from the outside in."""
    yield from _places(_Reader(contract), schema, Place(pointer, value, schema))


def _places(reader: _Reader, schema: Any, here: Place) -> Iterator[Place]:
    schema = reader.chosen(schema, here.value)
    extra = schema.get("additionalProperties")
    yield Place(here.pointer, here.value, schema, here.required, open=extra is True or isinstance(extra, dict))
    if isinstance(here.value, dict):
        described, extra = schema.get("properties", {}), schema.get("additionalProperties")
        for name, value in here.value.items():
            inner = described.get(name, extra)
            if isinstance(inner, dict):
                step = name.replace("~", "~0").replace("/", "~1")
                place = Place(f"{here.pointer}/{step}", value, inner, name in schema.get("required", ()))
                yield from _places(reader, inner, place)
    elif isinstance(here.value, list) and "items" in schema:
        for index, item in enumerate(here.value):
            yield from _places(reader, schema["items"], Place(f"{here.pointer}/{index}", item, schema["items"]))


class _Reader:
    """Follows references, and takes the branch that a value fits."""

    def __init__(self, contract: str) -> None:
        self.contract = contract
        self.components = packaged(contract).document["components"]["schemas"]

    def chosen(self, schema: Any, value: Any) -> dict[str, Any]:
        """The description of one value, its references, parts and branches put together."""
        if "$ref" in schema:
            return self.chosen(self.components[schema["$ref"].rpartition("/")[2]], value)
        merged = {name: part for name, part in schema.items() if name not in ("allOf", "anyOf", "oneOf")}
        parts = [self.chosen(part, value) for part in schema.get("allOf", ())]
        for combined in ("anyOf", "oneOf"):
            fitting = [part for part in schema.get(combined, ()) if self.fits(part, value)]
            parts += [self.chosen(part, value) for part in fitting[:1]]
        for part in parts:
            properties = {**merged.get("properties", {}), **part.get("properties", {})}
            required = [*merged.get("required", ()), *part.get("required", ())]
            merged = {**merged, **part, "properties": properties, "required": required}
        return merged

    def fits(self, schema: Any, value: Any) -> bool:
        return allows(self.contract, schema, value)


def allows(contract: str, schema: Any, value: Any) -> bool:
    """Whether a contract allows a value where it has this schema."""
    found: bool = _validator(contract, json.dumps(schema)).is_valid(value)
    return found


@cache
def _validator(contract: str, schema: str) -> Any:
    return jsonschema_rs.validator_for(compile_schema(packaged(contract).document, json.loads(schema)))


def kinds(place: Place) -> Iterator[str]:
    """The kinds of drift that are possible at a place."""
    types = _types(place.schema)
    if place.schema.get("enum") and "string" in types and isinstance(place.value, str):
        yield "new value"
    if isinstance(place.value, dict) and place.schema.get("properties") and not place.open:
        yield "new field"
    if place.pointer and types and place.value is not None:
        yield "wrong type"
        if "null" not in types and not place.schema.get("nullable"):
            yield "null"
    if place.required:
        yield "missing field"
        yield "renamed field"


def _types(schema: Any) -> list[str]:
    kind = schema.get("type", [])
    return [kind] if isinstance(kind, str) else list(kind)


def other(place: Place) -> Any:
    """A value of a JSON type that the contract does not allow at a place."""
    allowed = _types(place.schema)
    allowed = [*allowed, "integer"] if "number" in allowed else allowed
    return next(value for kind, value in _OTHER.items() if kind in allowed and _kind(value) not in allowed)


def _kind(value: Any) -> str:
    return {str: "string", int: "integer", dict: "object", list: "array"}[type(value)]
