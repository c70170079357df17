"""OpenAPI documents of a given size and recursion density, made the same way every time.

The components are objects whose fields are plain values, lists, and "expandable" fields: an id, or one of some other
components. With many of these per component everything reaches everything, as in the contracts of large services.

    python tests/benchmarks/drift_specs.py --megabytes 4 --density 0.3 --changes 3 OLD.json NEW.json
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
from pathlib import Path
from typing import Any

FIELDS = 40
_BYTES_PER_FIELD = 170


def specification(megabytes: float, density: float, seed: int = 1) -> dict[str, Any]:
    """A document of about ``megabytes`` as JSON; ``density`` is the share of fields that lead to other components."""
    chance = random.Random(seed)
    count = max(int(megabytes * 1_000_000 / (FIELDS * _BYTES_PER_FIELD)), 2)
    names = [f"resource_{index:05}" for index in range(count)]
    schemas = {name: _component(name, names, density, chance) for name in names}
    paths: dict[str, Any] = {}
    for name in names:
        paths[f"/v1/{name}"] = {
            "get": {"operationId": f"get_{name}", "responses": {"200": _content(_ref(name))}},
            "post": {
                "operationId": f"post_{name}",
                "requestBody": _content(_ref(name)),
                "responses": {"200": _content(_ref(name))},
            },
        }
    return {
        "openapi": "3.0.3",
        "info": {"title": "Generated", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def changed(document: dict[str, Any], changes: int, seed: int = 2) -> dict[str, Any]:
    """A copy in which some components got narrower, wider or new fields."""
    chance = random.Random(seed)
    result = copy.deepcopy(document)
    schemas = result["components"]["schemas"]
    for name in chance.sample(sorted(schemas), min(changes, len(schemas))):
        properties = schemas[name]["properties"]
        match chance.randrange(3):
            case 0:
                properties["code"]["maxLength"] = 10
            case 1:
                properties["added"] = {"type": "string"}
            case _:
                properties["amount"]["type"] = "number"
    return result


def _component(name: str, names: list[str], density: float, chance: random.Random) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "object": {"type": "string", "enum": [name], "description": "What kind of object this is, as a text."},
        "id": {"type": "string", "maxLength": 5000, "description": "Unique identifier of the object."},
        "code": {"type": "string", "maxLength": 500, "description": "A short code that people can read out."},
        "amount": {"type": "integer", "description": "An amount in the smallest unit of its currency."},
    }
    for index in range(FIELDS - len(properties)):
        field = f"field_{index:02}"
        properties[field] = _expandable(names, chance) if chance.random() < density else _plain(chance)
    return {"type": "object", "title": name, "required": ["id", "object", "code"], "properties": properties}


def _expandable(names: list[str], chance: random.Random) -> dict[str, Any]:
    targets = [_ref(name) for name in chance.sample(names, min(chance.choice([1, 1, 1, 2, 3]), len(names)))]
    text = {"type": "string", "maxLength": 5000}
    match chance.randrange(4):
        case 0:
            return {"type": "array", "items": targets[0], "description": "All of them, in the order of creation."}
        case 1:
            return targets[0]
        case 2:
            return {"anyOf": [text, *targets], "nullable": True, "description": "An id, or the object itself."}
        case _:
            return {"anyOf": [text, *targets], "description": "An id, or the object itself when it was asked for."}


def _plain(chance: random.Random) -> dict[str, Any]:
    described = "A field of the object that says one thing about it, in one or two sentences of usual length."
    kinds: list[dict[str, Any]] = [
        {"type": "string", "maxLength": 5000},
        {"type": "string", "nullable": True},
        {"type": "integer", "format": "unix-time"},
        {"type": "boolean"},
        {"type": "string", "enum": ["active", "canceled", "incomplete", "past_due"]},
        {"type": "object", "additionalProperties": {"type": "string", "maxLength": 500}},
        {"type": "array", "items": {"type": "string"}},
    ]
    return {**chance.choice(kinds), "description": described}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _content(schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": "A resource.", "content": {"application/json": {"schema": schema}}}


def main() -> None:
    """Write a document and a changed copy of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=4.0)
    parser.add_argument("--density", type=float, default=0.3)
    parser.add_argument("--changes", type=int, default=3)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    arguments = parser.parse_args()
    old = specification(arguments.megabytes, arguments.density)
    for path, document in ((arguments.old, old), (arguments.new, changed(old, arguments.changes))):
        path.write_text(json.dumps(document))
        sys.stderr.write(f"{path}: {path.stat().st_size / 1e6:.2f} MB\n")


if __name__ == "__main__":
    main()
