"""Rules about the members of objects, the entries of arrays and the branches of unions."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import (
    COMPATIBLE,
    ERRATIC,
    NARROWS,
    WIDENS,
    Example,
    by_direction,
    by_view,
    define,
)

__all__ = ["RULES"]

_rule = partial(define, "schema")
_INT, _TEXT = {"type": "integer"}, {"type": "string"}
_CAT: dict[str, Any] = {"type": "object", "required": ["purr"], "properties": {"purr": _INT}}
_DOG: dict[str, Any] = {"type": "object", "required": ["bark"], "properties": {"bark": _INT}}
_NAMED: dict[str, Any] = {"anyOf": [{"required": ["name"]}, {"required": ["title"]}]}
_PETS: dict[str, Any] = {"Cat": _CAT, "Dog": _DOG}


def _object(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, **({"required": list(required)} if required else {})}


def _tagged(**mapping: str) -> dict[str, Any]:
    """A document with one operation, which takes a union of two objects with a tag."""
    union = {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]}
    tag = {"propertyName": "kind", "mapping": {key: f"#/components/schemas/{name}" for key, name in mapping.items()}}
    content = {"application/json": {"schema": {**union, "discriminator": tag}}}
    post = {"requestBody": {"content": content}, "responses": {"200": {"description": "fine"}}}
    return {"paths": {"/pets": {"post": post}}, "components": {"schemas": _PETS}}


def _tag(name: str | None) -> dict[str, Any]:
    union: dict[str, Any] = {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]}
    schema = {**union, "discriminator": {"propertyName": name}} if name else union
    content = {"application/json": {"schema": schema}}
    post = {"requestBody": {"content": content}, "responses": {"200": {"description": "fine"}}}
    return {"paths": {"/pets": {"post": post}}, "components": {"schemas": _PETS}}


_PROPERTIES = (
    _rule(
        "property-added",
        "property",
        "A new optional member",
        "the member {value} is new",
        (
            "Objects may have a member that they had not.",
            "Nobody in an open world; where objects were closed, programs that refuse unknown members.",
            "Use it when you need it.",
        ),
        by_view("compatible", "compatible", "compatible"),
        Example("schema", _object(a=_INT), _object(a=_INT, b=_TEXT)),
    ),
    _rule(
        "property-added-required",
        "property",
        "A new required member",
        "the required member {value} is new",
        (
            "Objects must have a member that did not exist.",
            "Programs that send objects without it.",
            "Send it from the first day of the new contract.",
        ),
        NARROWS,
        Example("schema", _object(a=_INT), _object("b", a=_INT, b=_TEXT)),
    ),
    _rule(
        "property-removed",
        "property",
        "An optional member is gone",
        "the member {value} was removed",
        (
            "Objects have no place any more for a member that they could have.",
            "Programs that send it, if the server refuses unknown members; programs that read it find nothing.",
            "Do without it.",
        ),
        by_view("risky", "breaking", "breaking"),
        Example("schema", _object(a=_INT, b=_TEXT), _object(a=_INT)),
    ),
    _rule(
        "property-removed-required",
        "property",
        "A required member is gone",
        "the required member {value} was removed",
        (
            "Objects had a member for certain, and do not have it any more.",
            "Programs that read it.",
            "Do without it.",
        ),
        by_direction("risky", "breaking"),
        Example("schema", _object("b", a=_INT, b=_TEXT), _object(a=_INT), "response"),
    ),
    _rule(
        "property-renamed",
        "property",
        "A member has another name",
        "the member {old} is called {new}",
        (
            "A member is gone, and a new one looks the same.",
            "Programs that send or read the old name.",
            "Change the name together with the contract.",
        ),
        by_direction("breaking", "breaking"),
        Example(
            "schema",
            _object("job_name", job_name={"type": "string", "maxLength": 9}),
            _object("name", name={"type": "string", "maxLength": 9}),
            "response",
        ),
    ),
    _rule(
        "property-became-required",
        "required",
        "A member is required now",
        "the member {value} is required now",
        (
            "Objects could be without the member, and cannot any more.",
            "Programs that send objects without it.",
            "Always send it.",
        ),
        NARROWS,
        Example("schema", _object(a=_INT), _object("a", a=_INT)),
    ),
    _rule(
        "property-became-optional",
        "required",
        "A member is optional now",
        "the member {value} is optional now",
        (
            "Objects always had the member, and may be without it now.",
            "Programs that read it without asking whether it is there.",
            "Handle its absence when you read.",
        ),
        WIDENS,
        Example("schema", _object("a", a=_INT), _object(a=_INT), "response"),
    ),
    _rule(
        "additional-properties-closed",
        "additionalProperties",
        "Members beyond the listed ones are not possible any more",
        "further members are no longer possible",
        (
            "Objects could have members that the contract does not list, and cannot any more.",
            "Programs that send such members.",
            "Send only members that the contract lists.",
        ),
        NARROWS,
        Example("schema", _object(a=_INT), {**_object(a=_INT), "additionalProperties": False}),
    ),
    _rule(
        "additional-properties-opened",
        "additionalProperties",
        "Members beyond the listed ones are possible",
        "further members are possible now",
        (
            "Objects had the listed members only, and may have others now.",
            "Programs that refuse unknown members; a tolerant client keeps them.",
            "Ignore members that you do not know.",
        ),
        by_view("compatible", "compatible", "compatible"),
        Example("schema", {**_object(a=_INT), "additionalProperties": False}, _object(a=_INT)),
    ),
    _rule(
        "pattern-property-added",
        "patternProperties",
        "Members whose name fits a pattern have a schema now",
        "members named like {value} have a schema now",
        (
            "Members of certain names could have any value, and must fit a schema now.",
            "Programs that send other values under such names.",
            "Check the members that you send under such names.",
        ),
        NARROWS,
        Example("schema", {"type": "object"}, {"type": "object", "patternProperties": {"^x": _INT}}),
    ),
    _rule(
        "pattern-property-removed",
        "patternProperties",
        "Members whose name fits a pattern have no schema any more",
        "members named like {value} have no schema any more",
        (
            "Members of certain names had to fit a schema, and may have any value now.",
            "Programs that read such members.",
            "Check the type of such members when you read.",
        ),
        WIDENS,
        Example("schema", {"type": "object", "patternProperties": {"^x": _INT}}, {"type": "object"}, "response"),
    ),
    _rule(
        "dependent-required-added",
        "dependentRequired",
        "A member demands others",
        "with {value} there must be {new}",
        (
            "Where one member is, others must be now.",
            "Programs that send the one without the others.",
            "Send them together.",
        ),
        NARROWS,
        Example("schema", {"type": "object"}, {"type": "object", "dependentRequired": {"a": ["b"]}}),
    ),
    _rule(
        "dependent-required-removed",
        "dependentRequired",
        "A member no longer demands others",
        "with {value} there need not be {old} any more",
        (
            "Where one member is, others may be missing now.",
            "Programs that read the others without asking.",
            "Handle their absence when you read.",
        ),
        WIDENS,
        Example("schema", {"type": "object", "dependentRequired": {"a": ["b"]}}, {"type": "object"}, "response"),
    ),
    _rule(
        "dependent-schema-added",
        "dependentSchemas",
        "A member puts a condition on the whole object",
        "with {value} the object must fit a schema now",
        (
            "Objects with a certain member must fit a further schema.",
            "Programs that send such objects.",
            "Check the objects that you send with this member.",
        ),
        NARROWS,
        Example("schema", {"type": "object"}, {"type": "object", "dependentSchemas": {"a": {"required": ["b"]}}}),
    ),
    _rule(
        "dependent-schema-removed",
        "dependentSchemas",
        "A member puts no condition on the object any more",
        "with {value} the object need not fit a schema any more",
        (
            "Objects with a certain member had to fit a further schema, and need not now.",
            "Programs that read such objects.",
            "Do not rely on the old condition when you read.",
        ),
        WIDENS,
        Example(
            "schema",
            {"type": "object", "dependentSchemas": {"a": {"required": ["b"]}}},
            {"type": "object"},
            "response",
        ),
    ),
)

_ENTRIES = (
    _rule(
        "items-added",
        "items",
        "Entries have a schema now",
        "entries must fit a schema now",
        (
            "Entries of an array could be anything, and must fit a schema now.",
            "Programs that send other entries.",
            "Check the entries that you send.",
        ),
        NARROWS,
        Example("schema", {"type": "array"}, {"type": "array", "items": _INT}),
    ),
    _rule(
        "items-removed",
        "items",
        "Entries have no schema any more",
        "entries may be anything now",
        (
            "Entries of an array had to fit a schema, and may be anything now.",
            "Programs that read the entries.",
            "Check the type of entries when you read.",
        ),
        WIDENS,
        Example("schema", {"type": "array", "items": _INT}, {"type": "array"}, "response"),
    ),
    _rule(
        "prefix-item-added",
        "prefixItems",
        "One more leading entry has a schema of its own",
        "entry {value} has a schema of its own now",
        (
            "The entry at this index is described on its own now.",
            "Whoever sends or reads another value at this index.",
            "Check the entry at this index.",
        ),
        ERRATIC,
        Example(
            "schema",
            {"type": "array", "prefixItems": [_INT]},
            {"type": "array", "prefixItems": [_INT, _TEXT]},
        ),
    ),
    _rule(
        "prefix-item-removed",
        "prefixItems",
        "One leading entry has no schema of its own any more",
        "entry {value} has no schema of its own any more",
        (
            "The entry at this index is described by the rule for all others now.",
            "Whoever sends or reads another value at this index.",
            "Check the entry at this index.",
        ),
        ERRATIC,
        Example(
            "schema",
            {"type": "array", "prefixItems": [_INT, _TEXT]},
            {"type": "array", "prefixItems": [_INT]},
            "response",
        ),
    ),
    _rule(
        "unique-items-added",
        "uniqueItems",
        "Entries must differ",
        "entries must differ from each other now",
        (
            "An entry may not come twice any more.",
            "Programs that send duplicates.",
            "Remove duplicates before sending.",
        ),
        NARROWS,
        Example("schema", {"type": "array"}, {"type": "array", "uniqueItems": True}),
    ),
    _rule(
        "unique-items-removed",
        "uniqueItems",
        "Entries may be equal",
        "entries may come twice now",
        ("An entry may come twice.", "Programs that read and rely on unique entries.", "Handle duplicates."),
        WIDENS,
        Example("schema", {"type": "array", "uniqueItems": True}, {"type": "array"}, "response"),
    ),
)

_UNIONS = (
    _rule(
        "union-branch-added",
        "union",
        "One more alternative",
        "the alternative {value} is new",
        (
            "A value may have a form that it could not have.",
            "Programs that read answers and know the old forms only.",
            "Keep a branch for forms that you do not know.",
        ),
        WIDENS,
        Example("schema", {"anyOf": [_CAT]}, {"anyOf": [_CAT, _DOG]}, "response"),
    ),
    _rule(
        "union-branch-removed",
        "union",
        "One alternative fewer",
        "the alternative {value} was removed",
        (
            "A value may not have a form any more that it could have.",
            "Programs that send this form.",
            "Send one of the forms that are left.",
        ),
        NARROWS,
        Example("schema", {"anyOf": [_CAT, _DOG]}, {"anyOf": [_CAT]}),
    ),
    _rule(
        "union-kind-changed",
        "union",
        "Alternatives exclude each other, or no longer do",
        "the alternatives went from {old} to {new}",
        (
            "`anyOf` became `oneOf` or the other way round: values that fit two alternatives are the difference.",
            "Programs that send values which fit two alternatives.",
            "Send values that fit one alternative only.",
        ),
        ERRATIC,
        Example(
            "schema",
            {"anyOf": [{"type": "integer"}, {"type": "number", "maximum": 9}]},
            {"oneOf": [{"type": "integer"}, {"type": "number", "maximum": 9}]},
        ),
    ),
    _rule(
        "all-of-added",
        "allOf",
        "One more schema to fit",
        "values must also fit {value} now",
        (
            "Values must fit a further schema.",
            "Programs that send values which do not.",
            "Check what you send against the further schema.",
        ),
        NARROWS,
        Example("schema", {"allOf": [{"anyOf": [_CAT, _DOG]}]}, {"allOf": [{"anyOf": [_CAT, _DOG]}, _NAMED]}),
    ),
    _rule(
        "all-of-removed",
        "allOf",
        "One schema fewer to fit",
        "values need not fit {value} any more",
        (
            "Values need not fit a further schema any more.",
            "Programs that read and rely on it.",
            "Do not rely on the old schema when you read.",
        ),
        WIDENS,
        Example(
            "schema",
            {"allOf": [{"anyOf": [_CAT, _DOG]}, _NAMED]},
            {"allOf": [{"anyOf": [_CAT, _DOG]}]},
            "response",
        ),
    ),
    _rule(
        "discriminator-added",
        "discriminator",
        "There is a tag",
        "the member {new} tells the alternatives apart now",
        (
            "A member says which alternative a value has.",
            "Programs that send values whose tag is missing or says something else.",
            "Send the tag.",
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
            "Tell alternatives apart by their members.",
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
            "Send and read the new tag.",
        ),
        by_view("risky", "breaking", "breaking"),
        Example("document", _tag("kind"), _tag("type")),
    ),
    _rule(
        "discriminator-mapping-added",
        "mapping",
        "A tag value is new",
        "the tag {value} means {new}",
        ("A value of the tag is known that was not.", "Nobody who knows the old values.", "Use it when you need it."),
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
            "Use another value of the tag.",
        ),
        by_view("breaking", "breaking", "breaking"),
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
            "Read the value as the new alternative.",
        ),
        by_view("breaking", "breaking", "breaking"),
        Example("document", _tagged(cat="Cat"), _tagged(cat="Dog")),
    ),
)

RULES = (*_PROPERTIES, *_ENTRIES, *_UNIONS)
