"""Rules about tags, which tell alternatives apart."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import BREAKING, COMPATIBLE, Example, by_view, define
from qcontract.findings.catalogue.fragments import CAT, DOG

__all__ = ["RULES"]

_rule = partial(define, "schema")
_INT = {"type": "integer"}
_PETS: dict[str, Any] = {"Cat": CAT, "Dog": DOG}
_UNION: dict[str, Any] = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in _PETS]}


def _taking(schema: dict[str, Any]) -> dict[str, Any]:
    """A document with one operation, which takes a union of two objects."""
    content = {"application/json": {"schema": schema}}
    post = {"requestBody": {"content": content}, "responses": {"200": {"description": "fine"}}}
    return {"paths": {"/pets": {"post": post}}, "components": {"schemas": _PETS}}


def _tagged(**mapping: str) -> dict[str, Any]:
    tags = {key: f"#/components/schemas/{name}" for key, name in mapping.items()}
    return _taking({**_UNION, "discriminator": {"propertyName": "kind", "mapping": tags}})


def _tag(name: str | None) -> dict[str, Any]:
    return _taking({**_UNION, "discriminator": {"propertyName": name}} if name else _UNION)


RULES = (
    _rule(
        "discriminator-added",
        "discriminator",
        "There is a tag",
        "the member {new} tells the alternatives apart now",
        (
            "A member says which alternative a value has.",
            "Programs that send values whose tag is missing or says something else.",
            "Send {new} in every such object, with the value that names its alternative.",
        ),
        by_view("risky", "risky", "breaking"),
        Example("document", _tag(None), _tag("kind")),
    ),
    _rule(
        "discriminator-removed",
        "discriminator",
        "There is no tag any more",
        "the member {old} no longer tells the alternatives apart",
        (
            "No member says any more which alternative a value has.",
            "Programs that choose by the tag.",
            "Tell the alternatives apart by their members where your code looks at {old}.",
        ),
        by_view("risky", "breaking", "breaking"),
        Example("document", _tag("kind"), _tag(None)),
    ),
    _rule(
        "discriminator-property-changed",
        "discriminator",
        "The tag is another member",
        "the tag went from {old} to {new}",
        (
            "Another member says which alternative a value has.",
            "Programs that send or read the old tag.",
            "Send and read {new} as the tag in place of {old}, together with the contract.",
        ),
        by_view("risky", "breaking", "breaking"),
        Example("document", _tag("kind"), _tag("type")),
    ),
    _rule(
        "discriminator-mapping-added",
        "mapping",
        "A tag value is new",
        "the tag {value} means {new}",
        (
            "A value of the tag is known that was not.",
            "Nobody who knows the old values.",
            "Nothing needs to be done for the tags that you know; {value} stands for {new}.",
        ),
        COMPATIBLE,
        Example("document", _tagged(cat="Cat"), _tagged(cat="Cat", dog="Dog")),
    ),
    _rule(
        "discriminator-mapping-removed",
        "mapping",
        "A tag value is gone",
        "the tag {value} no longer means {old}",
        (
            "A value of the tag is not known any more.",
            "Programs that send it, and programs that choose by it.",
            "Stop sending {value} as the tag, and remove the case for it once no old answers are left; it stood for "
            "{old}.",
        ),
        BREAKING,
        Example("document", _tagged(cat="Cat", dog="Dog"), _tagged(cat="Cat")),
    ),
    _rule(
        "discriminator-mapping-changed",
        "mapping",
        "A tag value means another schema",
        "the tag {value} means {new} and no longer {old}",
        (
            "A value of the tag leads to another alternative.",
            "Programs that choose by the tag.",
            "Read what is tagged {value} as {new}; it was {old}.",
        ),
        BREAKING,
        Example("document", _tagged(cat="Cat"), _tagged(cat="Dog")),
    ),
)
