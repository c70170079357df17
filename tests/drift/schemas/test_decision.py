"""What is decided on single pairs: each keyword narrowed and widened, and what may be spelled in two ways."""

from __future__ import annotations

from typing import Any

import pytest
from qcontract.drift.schemas import Direction, Schemas, View
from qcontract.drift.schemas.expressions import derive
from qcontract.errors import ContractError
from support.judged import judge, sides

TEXT: dict[str, Any] = {"type": "string"}
WHOLE: dict[str, Any] = {"type": "integer"}
NUMBER: dict[str, Any] = {"type": "number"}
LIST: dict[str, Any] = {"type": "array"}
OPEN: dict[str, Any] = {"type": "object", "properties": {"a": TEXT}}
LARGE = "^(a{1,900}b{1,900}c{1,900}){1,900}$"  # its automaton would be too large

NARROWED = {
    "maxLength": (TEXT, {**TEXT, "maxLength": 5}),
    "minLength": (TEXT, {**TEXT, "minLength": 1}),
    "pattern": (TEXT, {**TEXT, "pattern": "^[a-z]+$"}),
    "pattern within pattern": ({**TEXT, "pattern": "^[a-z]{2,}$"}, {**TEXT, "pattern": "^[a-f]+$"}),
    "pattern and length": ({**TEXT, "pattern": "^(ab)*$", "minLength": 3}, {**TEXT, "pattern": "^(ab){3,}$"}),
    "format": (TEXT, {**TEXT, "format": "uuid"}),
    "another format": ({**TEXT, "format": "date"}, {**TEXT, "format": "date-time"}),
    "wider format": ({**TEXT, "format": "iri"}, {**TEXT, "format": "uri"}),
    "enum value": ({"enum": ["a", "b"]}, {"enum": ["a"]}),
    "enum": (TEXT, {**TEXT, "enum": ["a", "b"]}),
    "enum of objects": ({"enum": [{"a": 1}, {"a": 2}]}, {"enum": [{"a": 1}]}),
    "true is not 1": ({"const": True}, {"const": 1}),
    "minimum": (WHOLE, {**WHOLE, "minimum": 1}),
    "maximum": ({**NUMBER, "minimum": 0}, {**NUMBER, "minimum": 0, "exclusiveMaximum": 0.1}),
    "exclusive bound": ({**NUMBER, "minimum": 1}, {**NUMBER, "exclusiveMinimum": 1}),
    "integer": (NUMBER, WHOLE),
    "int32": (WHOLE, {**WHOLE, "format": "int32"}),
    "int64 to int32": ({**WHOLE, "format": "int64"}, {**WHOLE, "format": "int32"}),
    "multipleOf": ({**NUMBER, "multipleOf": 0.01}, {**NUMBER, "multipleOf": 0.1}),
    "multipleOf, hidden by bounds": (
        {**WHOLE, "multipleOf": 2, "minimum": 5, "maximum": 12},
        {**WHOLE, "multipleOf": 4, "minimum": 5, "maximum": 12},
    ),
    "type of a list": ({"type": ["string", "integer"]}, TEXT),
    "null": ({"type": ["string", "null"]}, TEXT),
    "items": ({**LIST, "items": NUMBER}, {**LIST, "items": WHOLE}),
    "minItems": (LIST, {**LIST, "minItems": 2}),
    "maxItems": (LIST, {**LIST, "maxItems": 2}),
    "uniqueItems": (LIST, {**LIST, "uniqueItems": True}),
    "prefixItems": ({**LIST, "prefixItems": [TEXT, TEXT]}, {**LIST, "prefixItems": [TEXT, WHOLE]}),
    "contains": ({**LIST, "contains": {"type": ["string", "integer"]}}, {**LIST, "contains": TEXT}),
    "maxContains": ({**LIST, "contains": TEXT}, {**LIST, "contains": TEXT, "maxContains": 2}),
    "required": (OPEN, {**OPEN, "required": ["a"]}),
    "required and new": (OPEN, {"type": "object", "properties": {"a": TEXT, "b": TEXT}, "required": ["b"]}),
    "property": (OPEN, {"type": "object", "properties": {"a": {**TEXT, "minLength": 1}}}),
    "closed": (OPEN, {**OPEN, "additionalProperties": False}),
    "property removed from a closed object": (
        {"type": "object", "properties": {"a": TEXT, "b": TEXT}, "additionalProperties": False},
        {**OPEN, "additionalProperties": False},
    ),
    "map": ({"additionalProperties": NUMBER, "type": "object"}, {"additionalProperties": WHOLE, "type": "object"}),
    "property beside a map": (
        {"type": "object", "additionalProperties": TEXT},
        {"type": "object", "additionalProperties": TEXT, "properties": {"a": WHOLE}},
    ),
    "minProperties": ({"type": "object"}, {"type": "object", "minProperties": 2}),
    "maxProperties": ({"type": "object"}, {"type": "object", "maxProperties": 2}),
    "propertyNames": ({"type": "object"}, {"type": "object", "propertyNames": {"pattern": "^x-"}}),
    "patternProperties": (
        {"type": "object", "patternProperties": {"^x-": NUMBER}},
        {"type": "object", "patternProperties": {"^x-": WHOLE}},
    ),
    "not": ({}, {"not": TEXT}),
    "not of a value": (TEXT, {"not": {"const": "a"}}),
    "anyOf member": ({"anyOf": [TEXT, WHOLE, {"type": "boolean"}]}, {"anyOf": [TEXT, WHOLE]}),
    "oneOf that overlaps": (NUMBER, {"oneOf": [NUMBER, WHOLE]}),
    "allOf": (OPEN, {"allOf": [OPEN, {"properties": {"a": {"maxLength": 3}}}]}),
    "then": ({}, {"if": TEXT, "then": {"minLength": 1}}),
    "dependentRequired": (OPEN, {**OPEN, "dependentRequired": {"a": ["b"]}}),
    "dependentSchemas": (OPEN, {**OPEN, "dependentSchemas": {"a": {"required": ["b"]}}}),
    "unevaluatedProperties": (OPEN, {"allOf": [OPEN], "unevaluatedProperties": False}),
    "unevaluatedItems": (LIST, {"type": "array", "unevaluatedItems": TEXT}),
    "two members needed to tell": (
        {"type": "object", "additionalProperties": {"enum": [1, "a"]}},
        {"anyOf": [{"additionalProperties": {"const": 1}}, {"additionalProperties": {"const": "a"}}]},
    ),
    "nothing": (TEXT, False),
    "to null": (TEXT, {"type": "null"}),
    "null itself is the witness": ({"type": "null"}, TEXT),
}


@pytest.mark.parametrize(("wide", "narrow"), NARROWED.values(), ids=NARROWED)
def test_a_narrower_receiver_breaks_requests_with_a_witness_and_responses_not(wide: Any, narrow: Any) -> None:
    assert judge(wide, narrow).verdict == "breaking"
    assert judge(wide, narrow, view=View.EXACT).verdict == "breaking"
    assert judge(wide, narrow, Direction.RESPONSE, View.STRICT).equal is False


EQUAL = {
    "type list": ({"type": ["string", "null"]}, {"anyOf": [TEXT, {"type": "null"}]}),
    "null by enum": ({"enum": ["a", None]}, {"anyOf": [{"const": "a"}, {"type": "null"}]}),
    "one member": ({"oneOf": [TEXT]}, TEXT),
    "redundant member": ({"anyOf": [NUMBER, WHOLE]}, NUMBER),
    "disjoint members": ({"oneOf": [TEXT, WHOLE]}, {"anyOf": [WHOLE, TEXT]}),
    "overlap removed": ({"oneOf": [NUMBER, WHOLE]}, {"type": "number", "not": {"multipleOf": 1}}),
    "enum of one": ({"enum": ["a"]}, {"const": "a"}),
    "1 and 1.0": ({"const": 1}, {"const": 1.0}),
    "integer bounds": ({**WHOLE, "minimum": 1}, {**WHOLE, "exclusiveMinimum": 0}),
    "integer by multipleOf": (WHOLE, {**NUMBER, "multipleOf": 1}),
    "enum within bounds": ({**WHOLE, "minimum": 1, "maximum": 3}, {"enum": [1, 2, 3]}),
    "multiples": ({**NUMBER, "allOf": [{"multipleOf": 2}, {"multipleOf": 3}]}, {**NUMBER, "multipleOf": 6}),
    "composed": ({"allOf": [OPEN, {"required": ["a"]}]}, {**OPEN, "required": ["a"]}),
    "both branches": ({"anyOf": [{**WHOLE, "minimum": 1}, {**WHOLE, "maximum": 0}]}, WHOLE),
    "not not": ({"not": {"not": TEXT}}, TEXT),
    "empty by bounds": ({**WHOLE, "minimum": 3, "maximum": 2}, False),
    "empty by a required member": ({"type": "object", "properties": {"a": False}, "required": ["a"]}, {"not": {}}),
    "uninhabited branch": ({"anyOf": [TEXT, {**WHOLE, "minimum": 3, "maximum": 2}]}, TEXT),
    "items of nothing": ({**LIST, "items": False}, {"const": []}),
    "boolean values": ({"type": "boolean"}, {"enum": [True, False]}),
    "same language": ({**TEXT, "pattern": "^(a|b)+$"}, {**TEXT, "pattern": "^[ab][ab]*$"}),
    "length by pattern": (
        {**TEXT, "pattern": "^[^\\n]{2,3}$"},
        {**TEXT, "pattern": "^[^\\n]*$", "minLength": 2, "maxLength": 3},
    ),
    "open spelled out": (OPEN, {**OPEN, "additionalProperties": {}}),
    "if with both": ({"if": TEXT, "then": {"minLength": 1}, "else": False}, {**TEXT, "minLength": 1}),
    "unevaluated": ({"allOf": [OPEN], "unevaluatedProperties": False}, {**OPEN, "additionalProperties": False}),
    "large pattern": ({**TEXT, "pattern": LARGE}, {"title": "again", **TEXT, "pattern": LARGE}),
    "unsupported pattern of equal text": ({**TEXT, "pattern": "^(?!a)"}, {"pattern": "^(?!a)", "type": "string"}),
    "format of equal name": ({**TEXT, "format": "byte"}, {**TEXT, "contentEncoding": "base64"}),
    "annotations": ({**TEXT, "title": "t", "default": "x", "format": "password"}, TEXT),
}


@pytest.mark.parametrize(("one", "two"), EQUAL.values(), ids=EQUAL)
def test_two_spellings_of_one_set_are_equal(one: Any, two: Any) -> None:
    for direction in Direction:
        relation = judge(one, two, direction)
        assert (relation.verdict, relation.equal) == ("safe", True), relation
        assert judge(two, one, direction, View.STRICT).equal is True


OF_3_0 = {
    "nullable": ({**TEXT, "nullable": True}, {"type": ["string", "null"]}),
    "beside allOf": ({"allOf": [OPEN], "nullable": True}, {"anyOf": [OPEN, {"type": "null"}]}),
    "beside $ref": ({"$ref": "#/x", "nullable": True}, {"anyOf": [{"$ref": "#/x"}, {"type": "null"}]}),
    "beside enum": ({**TEXT, "enum": ["a"], "nullable": True}, {"enum": ["a", None]}),
    "exclusive": ({**WHOLE, "minimum": 1, "exclusiveMinimum": True}, {**WHOLE, "exclusiveMinimum": 1}),
    "siblings of $ref": ({"$ref": "#/x", "maxLength": 1}, {"$ref": "#/x"}),
}


@pytest.mark.parametrize(("old", "new"), OF_3_0.values(), ids=OF_3_0)
def test_openapi_3_0_and_3_1_spell_the_same_sets(old: Any, new: Any) -> None:
    document = {"x": OPEN}
    relation = judge(old, new, documents=(document, document), versions=("3.0.3", "3.1.0"))
    assert (relation.verdict, relation.equal) == ("safe", True)


def test_an_optional_property_more_breaks_nobody_and_a_required_one_does() -> None:
    more = {"type": "object", "properties": {"a": TEXT, "b": WHOLE}}
    for view in (View.WIRE, View.SDK, View.STRICT):
        assert judge(OPEN, more, view=view).verdict == "safe"
        assert judge(OPEN, more, Direction.RESPONSE, view=view).verdict == "safe"
    assert judge(OPEN, more, view=View.EXACT).witness == {"b": None}


def test_tolerant_clients_take_what_strict_ones_refuse() -> None:
    closed = {**OPEN, "additionalProperties": False}
    more = {"type": "object", "properties": {"a": TEXT, "b": WHOLE}, "required": ["b"], "additionalProperties": False}
    for old, new in (({"enum": ["a"]}, {"enum": ["a", "b"]}), (closed, more), ({"const": 1}, {"const": 2})):
        for view in (View.WIRE, View.SDK):
            assert judge(old, new, Direction.RESPONSE, view).verdict == "safe"
        assert judge(old, new, Direction.RESPONSE, View.STRICT).verdict == "breaking"
    assert judge({"enum": ["a"]}, {"enum": ["a", 1]}, Direction.RESPONSE).witness == 1


@pytest.mark.parametrize(("mark", "travels"), [("readOnly", Direction.RESPONSE), ("writeOnly", Direction.REQUEST)])
def test_marked_properties_travel_one_way_only(mark: str, travels: Direction) -> None:
    def schema(kind: str) -> dict[str, Any]:
        return {"type": "object", "properties": {"id": {"type": kind, mark: True}}, "required": ["id"]}

    other = Direction.REQUEST if travels is Direction.RESPONSE else Direction.RESPONSE
    assert judge(schema("string"), schema("integer"), travels).verdict == "breaking"
    assert judge(schema("string"), schema("integer"), other).equal is True


def test_what_does_not_travel_is_spelled_out_for_validators() -> None:
    schema = {"type": "object", "properties": {"id": {"type": "string", "readOnly": True}}, "required": ["id"]}
    sender, receiver = sides(Schemas({}, {}), schema, schema, Direction.REQUEST)
    assert [sender.is_valid(value) for value in ({}, {"id": "a"}, {"id": 1})] == [True, False, False]
    assert [receiver.is_valid(value) for value in ({}, {"id": "a"}, {"id": 1})] == [True, True, True]


def test_a_mark_counts_behind_a_reference_and_across_a_composition() -> None:
    document = {"x": {**TEXT, "readOnly": True}}
    old = {"type": "object"}
    new = {"allOf": [{"required": ["id"]}, {"properties": {"id": {"$ref": "#/x"}}}]}
    assert judge(old, new, documents=(document, document)).verdict == "safe"
    assert judge(new, old, Direction.RESPONSE, documents=(document, document)).verdict == "breaking"


def test_a_mapping_binds_tags_to_members() -> None:
    def animals(dog: str, cat: str) -> dict[str, Any]:
        kinds = {
            "Dog": {"type": "object", "properties": {"kind": TEXT, "bark": TEXT}, "required": ["kind", "bark"]},
            "Cat": {"type": "object", "properties": {"kind": TEXT, "purr": TEXT}, "required": ["kind", "purr"]},
        }
        members = [{"$ref": "#/components/schemas/Dog"}, {"$ref": "#/components/schemas/Cat"}]
        tags = {"propertyName": "kind", "mapping": {dog: "#/components/schemas/Dog", cat: "Cat"}}
        return {"components": {"schemas": kinds}, "x": {"anyOf": members, "discriminator": tags}}

    same, swapped = animals("dog", "cat"), animals("cat", "dog")
    assert judge("/x", "/x", documents=(same, same)).equal is True
    schemas = Schemas(same, swapped)
    assert schemas.decide("/x", "/x", Direction.REQUEST).witness["kind"] in {"dog", "cat"}
    assert schemas.decide("/x", "/x", Direction.RESPONSE).verdict == "safe"


VENDORS: dict[str, Any] = {**TEXT, "format": "snowflake"}
NEEDING: dict[str, Any] = {"type": "object", "properties": {"id": VENDORS}, "required": ["id"]}
BESIDE = {
    "a member": ({"type": "object", "properties": {"id": VENDORS}}, {"required": ["note"]}),
    "a length": (VENDORS, {"minLength": 3}),
    "a list": (VENDORS, {"enum": ["a"]}),
    "a pattern": ({**VENDORS, "pattern": "^[a-z]+$"}, {"maxLength": 3}),
    "needed members": (NEEDING, {"required": ["id", "note"]}),
}
"""A schema with a format that nobody knows, and what the receiver asks besides."""


@pytest.mark.parametrize(("schema", "more"), BESIDE.values(), ids=BESIDE)
def test_a_format_that_nobody_knows_is_one_and_the_same_on_both_sides(schema: Any, more: dict[str, Any]) -> None:
    assert judge(schema, {**schema, **more}).verdict == "breaking"
    assert judge({**schema, **more}, schema).verdict == "safe"
    assert judge(schema, dict(schema)).equal is True


def test_of_two_formats_that_nobody_knows_only_the_rest_is_compared() -> None:
    other = {**TEXT, "format": "ulid"}
    for old, new in ((VENDORS, other), (other, VENDORS)):
        relation = judge(old, new)
        assert (relation.verdict, "format" in relation.why) == ("unknown", True)
    assert judge(VENDORS, {**other, "maxLength": 3}).verdict == "breaking"
    assert judge({**TEXT, "enum": ["a"]}, {**TEXT, "enum": ["a"], "format": "ulid"}).verdict == "unknown"


def test_texts_of_a_known_format_are_looked_for_with_little_work() -> None:
    path = "^https://(.+)/(payments|connections)/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
    old, new = ({**TEXT, "format": "uri", "pattern": said} for said in (path, "^(https|http)://(.+)/payments/(.+)$"))
    derive.cache_clear()
    found = judge(old, new)
    assert found.verdict == "breaking"
    assert "/connections/" in found.witness
    assert derive.cache_info().misses + derive.cache_info().hits < 300_000


UNDECIDED = {
    "look-around": (TEXT, {**TEXT, "pattern": "^(?!a)"}, "pattern"),
    "two unsupported patterns": (TEXT, {"anyOf": [{"pattern": "(?!a)"}, {"pattern": "(?!b)"}]}, "pattern"),
    "vendor format": (TEXT, {**TEXT, "format": "snowflake"}, "format"),
    "unevaluatedProperties": (OPEN, {"anyOf": [OPEN], "unevaluatedProperties": False}, "unevaluatedProperties"),
    "reference to nowhere": (TEXT, {"$ref": "#/nowhere"}, "nowhere"),
    "unknown type": (TEXT, {"type": "file"}, "file"),
}


@pytest.mark.parametrize(("old", "new", "why"), UNDECIDED.values(), ids=UNDECIDED)
def test_what_cannot_be_decided_says_why(old: Any, new: Any, why: str) -> None:
    relation = judge(old, new)
    assert relation.verdict == "unknown"
    assert why in relation.why
    assert judge(new, dict(new)).verdict == "safe"


MALFORMED: list[dict[str, Any]] = [
    {"properties": 1},
    {"required": "a"},
    {"items": [TEXT]},
    {"enum": 3},
    {"anyOf": 7},
    {"oneOf": {}},
    {"allOf": [3]},
    {"type": {}},
    {"minimum": "x"},
    {"multipleOf": 0},
    {"pattern": 4},
    {"$ref": 5},
    {"dependentRequired": {"a": 1}},
]


@pytest.mark.parametrize("broken", MALFORMED, ids=str)
def test_malformed_schemas_are_no_crash(broken: Any) -> None:
    schemas = Schemas({}, {})
    for direction in Direction:
        assert schemas.decide(broken, TEXT, direction).verdict in {"safe", "breaking", "unknown"}
        assert schemas.decide(broken, dict(broken), direction).verdict == "safe"
        schemas.project("old", broken, direction)


def test_schemas_are_given_by_pointer_and_a_wrong_one_is_an_error() -> None:
    schemas = Schemas({"x": TEXT}, {"y": WHOLE})
    assert schemas.decide("/x", "/y", Direction.REQUEST).witness == "a"
    with pytest.raises(ContractError, match="does not exist"):
        schemas.decide("/y", "/y", Direction.REQUEST)
