"""A contract as the generator should read it.

The generator names classes after titles, ignores extensions and tries the branches of a union in order. So titles,
examples and extensions are taken out (the package's openapi.json keeps them), unions of objects get one branch more
for what the contract does not know, and `x-qcontract-dispatch` becomes the table of tags that the union template reads.
"""

from __future__ import annotations

import copy
import re
from typing import Any

from attrs import frozen
from unions import UNKNOWN, dispatch_table, object_branches
from walk import outside_schemas, schemas

_NOT_FOR_THE_GENERATOR = ("title", "example", "examples", "externalDocs", "discriminator", "xml")


@frozen
class Prepared:
    """What the generator and its templates are given: an OpenAPI document, and the table of tags."""

    document: dict[str, Any]
    dispatch: dict[str, Any]


def prepare(contract: dict[str, Any]) -> Prepared:
    """Prepare a contract for generation.

    Raises:
        Refused: If the dispatch of a union does not fit its branches.
    """
    document = copy.deepcopy(contract)
    everything = list(schemas(document))
    unions = [schema for schema in everything if len(object_branches(document, schema)) > 1]
    dispatch = dispatch_table(document, everything)
    for schema in unions:
        schema["anyOf" if "anyOf" in schema else "oneOf"].append({"$ref": f"#/components/schemas/{UNKNOWN}"})
    for schema in everything:
        _strip(schema)
    for described in (*everything, *outside_schemas(document.get("paths", {}))):
        if isinstance(described.get("description"), str):
            described["description"] = _unwrapped(described["description"])
    document.setdefault("components", {}).setdefault("schemas", {})[UNKNOWN] = {"type": "object"}
    return Prepared(document, dispatch)


def _strip(schema: dict[str, Any]) -> None:
    for key in list(schema):
        if key in _NOT_FOR_THE_GENERATOR or key.startswith("x-"):
            del schema[key]


def _unwrapped(text: str) -> str:
    """A text with one line per paragraph: the templates wrap it again, which would leave ragged lines."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
