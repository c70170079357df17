"""Ways through an OpenAPI document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_SCHEMA_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SCHEMA_MAPS = ("properties", "patternProperties", "$defs", "dependentSchemas")
_SCHEMAS = ("items", "additionalProperties", "not", "contains", "propertyNames")
_NOT_DESCRIPTIVE = ("schema", "schemas", "example", "examples")


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Path, method and operation, for every operation."""
    for path, item in document["paths"].items():
        for method in _METHODS:
            if method in item:
                yield path, method, item[method]


def outside_schemas(node: object) -> Iterator[dict[str, Any]]:
    """Every object of the document that is no part of a schema, an example or an extension."""
    if isinstance(node, list):
        for item in node:
            yield from outside_schemas(item)
    elif isinstance(node, dict):
        yield node
        for key, item in node.items():
            if key not in _NOT_DESCRIPTIVE and not key.startswith("x-"):
                yield from outside_schemas(item)


def schemas(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every schema object, the outer ones first; references are not followed."""
    for schema in document.get("components", {}).get("schemas", {}).values():
        yield from _inner(schema)
    for part in ("paths", "components"):
        for node in outside_schemas(document.get(part, {})):
            yield from _inner(node.get("schema"))


def resolve(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Follow the references of a schema to the one that says something."""
    seen: set[str] = set()
    while "$ref" in schema and schema["$ref"] not in seen:
        seen.add(schema["$ref"])
        name = component(schema)
        schema = document["components"]["schemas"].get(name, {}) if name else {}
    return schema


def component(schema: dict[str, Any]) -> str | None:
    """The name of the schema component that a reference points to."""
    prefix = "#/components/schemas/"
    reference = schema.get("$ref", "")
    return reference.removeprefix(prefix) if reference.startswith(prefix) else None


def _inner(schema: object) -> Iterator[dict[str, Any]]:
    if not isinstance(schema, dict):
        return
    yield schema
    for key in _SCHEMA_LISTS:
        for item in schema.get(key, ()):
            yield from _inner(item)
    for key in _SCHEMA_MAPS:
        for item in schema.get(key, {}).values():
            yield from _inner(item)
    for key in _SCHEMAS:
        yield from _inner(schema.get(key))
