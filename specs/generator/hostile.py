"""What a contract may be called: every name that could end up in generated code, checked before the generator runs.

Prose (titles, descriptions, summaries, examples, enum values, defaults) may say anything: the generator escapes it, and
a test plants code in all of it. Names become identifiers, paths and table keys; a contract with a quote, a brace or a
control character in one of them is refused here, whatever the templates would do with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from naming import snake_case
from refusal import Refused
from unions import DISPATCH, UNKNOWN
from walk import operations, outside_schemas, schemas

_COMPONENT = re.compile(r"[A-Za-z0-9._-]+")
_NAME = re.compile(r"[A-Za-z0-9_$@][A-Za-z0-9_$@ .:/+-]*")
_OPERATION = re.compile(r"[A-Za-z][A-Za-z0-9_. -]*")
_PATH = re.compile(r"/(?:[A-Za-z0-9_.~:@%+,/-]|\{[A-Za-z0-9_.-]+\})*")
_STATUS = re.compile(r"[1-5](?:[0-9][0-9]|XX)|default")
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9*.+-]+/[A-Za-z0-9*.+-]+(?: *; *[A-Za-z0-9-]+=[A-Za-z0-9.-]+)*")
_REFERENCE = re.compile(r"#/components/[A-Za-z]+/[A-Za-z0-9._-]+")

# Members of every generated class, and the one local name in them that a property could take.
_TAKEN = {"additional_keys", "additional_properties", "cls", "from_dict", "to_dict", "to_multipart", "unknown_fields"}


def refuse_hostile(document: Any) -> None:
    """Check every name of a contract.

    Raises:
        Refused: Names the first one that cannot be generated safely, and where it is.
    """
    try:
        for what, name, pattern in _names(document):
            if not isinstance(name, str) or not pattern.fullmatch(name):
                raise Refused(f"the contract has {what} {name!r}, which is no safe name; correct the contract")
        _refuse_clashes(document)
    except (AttributeError, KeyError, TypeError) as error:
        raise Refused(f"the contract is no well-formed OpenAPI document ({error}); validate it first") from error


def _names(document: dict[str, Any]) -> Iterator[tuple[str, Any, re.Pattern[str]]]:
    for kind, components in document.get("components", {}).items():
        if not kind.startswith("x-"):
            yield from ((f"a component ({kind})", name, _COMPONENT) for name in components)
    for path, _, operation in operations(document):
        yield "the path", path, _PATH
        yield "the operationId", operation.get("operationId"), _OPERATION
        yield from (("the tag", tag, _NAME) for tag in operation.get("tags", ()))
        yield from (("the status", status, _STATUS) for status in operation["responses"])
    for part in ("paths", "components"):
        for node in outside_schemas(document.get(part, {})):
            yield from _carrier_names(node)
    for schema in schemas(document):
        yield from _schema_names(schema)


def _carrier_names(node: dict[str, Any]) -> Iterator[tuple[str, Any, re.Pattern[str]]]:
    """The names of parameters, media types and references outside schemas."""
    if "in" in node and "schema" in node:
        yield "a parameter", node.get("name"), _NAME
    if isinstance(node.get("content"), dict):
        yield from (("the media type", name, _MEDIA_TYPE) for name in node["content"])
    if "$ref" in node:
        yield "a reference", node["$ref"], _REFERENCE


def _schema_names(schema: dict[str, Any]) -> Iterator[tuple[str, Any, re.Pattern[str]]]:
    yield from (("a property", name, _NAME) for name in schema.get("properties", {}))
    yield from (("a required property", name, _NAME) for name in schema.get("required", ()))
    if "$ref" in schema:
        yield "a reference", schema["$ref"], _REFERENCE
    if DISPATCH in schema:
        rule = schema[DISPATCH]
        yield f"in {DISPATCH} the property", rule["property"], _NAME
        yield from ((f"in {DISPATCH} the tag", tag, _NAME) for tag in rule["map"])
        yield from ((f"in {DISPATCH} the schema", name, _COMPONENT) for name in rule["map"].values())
        if rule.get("absent") is not None:
            yield f"in {DISPATCH} the schema", rule["absent"], _COMPONENT


def _refuse_clashes(document: dict[str, Any]) -> None:
    if UNKNOWN in document.get("components", {}).get("schemas", {}):
        raise Refused(f"the contract has a schema {UNKNOWN}, the name of what no contract knows; rename it")
    for schema in schemas(document):
        for name in schema.get("properties", {}):
            if snake_case(name) in _TAKEN:
                raise Refused(f"the contract has a property {name!r}, which every generated class has already")
    seen: dict[str, str] = {}
    for path, method, operation in operations(document):
        place = f"{method.upper()} {path}"
        first = seen.setdefault(snake_case(operation["operationId"]), place)
        if first != place:
            raise Refused(f"{first} and {place} have the same operationId; one would replace the other")
