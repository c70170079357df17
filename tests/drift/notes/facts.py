"""Reduce a vendor's OpenAPI documents to facts: structure without a sentence.

    python facts.py SPEC... FOLDER

Texts, examples and the vendor's extensions go; where OpenAPI asks for a text, an empty one stands.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from qcontract.contract import reading, yaml12
from qcontract.contract.keywords import words
from qcontract.contract.structure import is_prose

NAMES = words(
    "$defs callbacks content dependentSchemas encoding headers links mapping parameters paths patternProperties",
    "properties requestBodies responses schemas scopes securitySchemes variables webhooks",
)
"""Keys whose members the vendor named: a property may be called ``description``."""
DATA = frozenset({"default", "const", "enum", "required", "security"})


def facts(value: Any, *, names: bool = False) -> Any:
    """A value without prose.

    >>> facts({"type": "object", "title": "Job", "properties": {"title": {"type": "string", "example": "a"}}})
    {'type': 'object', 'properties': {'title': {'type': 'string'}}}
    >>> facts({"responses": {"200": {"description": "All is well"}}})
    {'responses': {'200': {'description': ''}}}
    """
    if isinstance(value, list):
        return [facts(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    kept: dict[str, Any] = {}
    for key, member in value.items():
        if not names and is_prose(key):
            continue
        kept[key] = member if key in DATA and not names else facts(member, names=key in NAMES and not names)
        if key == "responses" and not names:
            kept[key] = {status: _with_text(answer, "description") for status, answer in kept[key].items()}
        if key == "info" and not names:
            kept[key] = _with_text(kept[key], "title")
    return kept


def _with_text(value: dict[str, Any], key: str) -> dict[str, Any]:
    return value if "$ref" in value else {key: "", **value}


def main() -> None:
    """Write the facts of each document beside the others."""
    *specs, folder = map(Path, sys.argv[1:])
    folder.mkdir(parents=True, exist_ok=True)
    for spec in specs:
        document = reading.value(spec.read_bytes(), origin=spec.name)
        (folder / spec.with_suffix(".yaml").name).write_text(yaml12.dumps(facts(document)))


if __name__ == "__main__":
    main()
