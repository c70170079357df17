"""Findings about compositions, through the public door."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from qcontract.drift import compare
from qcontract.findings import Client

TEXT = {"type": "string"}
TWICE: dict[str, Any] = {
    "type": "object",
    "anyOf": [{"required": ["a"]}, {"required": ["b"]}],
    "oneOf": [{"required": ["c"]}, {"required": ["d"]}],
}
CAT = {"type": "object", "properties": {"k": TEXT, "a": TEXT}, "required": ["k"]}
DOG = {"type": "object", "properties": {"k": TEXT, "b": TEXT}, "required": ["k"]}


def levels(folder: Path, before: Any, after: Any, client: Client = "wire", **components: Any) -> set[str]:
    """The levels of what is found about a request body; ``old`` and ``new`` are the components of each side."""
    files: list[str] = []
    for name, schema in (("old", before), ("new", after)):
        body = {"required": True, "content": {"application/json": {"schema": schema}}}
        operation = {"requestBody": body, "responses": {"204": {"description": ""}}}
        document = {
            "openapi": "3.1.0",
            "info": {"title": "t", "version": "1"},
            "paths": {"/a": {"post": operation}},
            "components": {"schemas": components.get(name, {})},
        }
        file = folder / f"{name}.json"
        file.write_text(json.dumps(document))
        files.append(str(file))
    return {finding.level for finding in compare(files[0], files[1], client).findings}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"description": "new"}, False),
        ({"anyOf": [{"required": ["b"]}, {"required": ["a"]}]}, False),
        ({"anyOf": [{"required": ["a"]}, {"required": ["b", "e"]}]}, True),
        ({"oneOf": [{"required": ["c"]}, {"required": ["d", "e"]}]}, True),
    ],
)
def test_two_unions_in_one_schema_are_compared_both(tmp_path: Path, changed: dict[str, Any], expected: bool) -> None:
    assert ("breaking" in levels(tmp_path, TWICE, {**TWICE, **changed})) is expected


def union(*names: str, **mapping: str) -> dict[str, Any]:
    tagged = {"propertyName": "k", **({"mapping": mapping} if mapping else {})}
    return {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in names], "discriminator": tagged}


def test_without_a_mapping_the_name_of_a_component_is_its_tag(tmp_path: Path) -> None:
    old, renamed = {"Cat": CAT, "Dog": DOG}, {"Feline": CAT, "Dog": DOG}
    assert levels(tmp_path, union("Cat", "Dog"), union("Dog", "Cat"), old=old, new=old) == set()
    assert "breaking" in levels(tmp_path, union("Cat", "Dog"), union("Feline", "Dog"), old=old, new=renamed)
    kept = union("Feline", "Dog", Cat="Feline")
    assert "breaking" not in levels(tmp_path, union("Cat", "Dog"), kept, old=old, new=renamed)


def test_own_tags_count_for_more_than_the_name_of_a_component(tmp_path: Path) -> None:
    cat = {**CAT, "properties": {**CAT["properties"], "k": {"const": "cat"}}}
    old, renamed = {"Cat": cat, "Dog": DOG}, {"Feline": cat, "Dog": DOG}
    assert "breaking" not in levels(tmp_path, union("Cat", "Dog"), union("Feline", "Dog"), old=old, new=renamed)


def test_what_breaks_alone_and_is_not_decided_as_a_whole_is_risky(tmp_path: Path) -> None:
    old = {**TEXT, "format": "email"}
    assert levels(tmp_path, old, {**old, "maxLength": 1000}) == {"risky"}


def test_the_order_of_keys_does_not_hide_what_is_evaluated(tmp_path: Path) -> None:
    said: dict[str, Any] = {
        "type": "object",
        "allOf": [{"unevaluatedProperties": True}],
        "unevaluatedProperties": False,
    }
    for schema in (said, dict(reversed(said.items()))):
        assert levels(tmp_path, schema, {"type": "object"}) == set()
