"""The rule about subtypes, to which a tag leads that stands in a schema that does not list them."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import ERRATIC, Example, define
from qcontract.findings.catalogue.fragments import answers

__all__ = ["RULES"]

_rule = partial(define, "schema")
_PET: dict[str, Any] = {
    "type": "object",
    "required": ["kind"],
    "properties": {"kind": {"type": "string"}},
    "discriminator": {"propertyName": "kind"},
}


def _reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def _answering(**cat: Any) -> dict[str, Any]:
    """A document in which an operation answers with a base that has one subtype."""
    get = answers(content={"application/json": {"schema": _reference("Pet")}})
    own = {"type": "object", "properties": {"lives": {"type": "integer"}}, **cat}
    return {
        "paths": {"/pets": {"get": get}},
        "components": {"schemas": {"Pet": _PET, "Cat": {"allOf": [_reference("Pet"), own]}}},
    }


RULES = (
    _rule(
        "subtype-changed",
        "subtype",
        "A subtype that only a tag leads to changed",
        "`{value}`, to which the discriminator of `{old}` leads, {new}: whether values of it still fit is not decided",
        (
            "The message is of a schema with a discriminator that lists no alternatives: its subtypes refer to it "
            "under `allOf`, or its mapping names them. One of them changed, came or went. By the letter of the schema "
            "any value of the base may stand there, so that nothing about the subtype can be decided.",
            "Programs that choose by the tag and then rely on what the subtype says.",
            "Compare {it} in the two contracts by hand if your code sends or reads values with its tag; the subtypes "
            "under `oneOf` in the base would let it be decided.",
        ),
        ERRATIC,
        Example("document", _answering(required=["lives"]), _answering()),
    ),
)
