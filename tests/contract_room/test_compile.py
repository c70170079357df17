from __future__ import annotations

import copy
import json
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcontract.contract import compile_schema
from qcontract.errors import ContractError

REF = {"$ref": "#/components/schemas/Pet"}
PET = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
CAT = {"name": "Tom"}


def document(version: str = "3.0.3", **schemas: Any) -> dict[str, Any]:
    return {"openapi": version, "components": {"schemas": {"Pet": PET, **schemas}}}


def accepts(schema: Any, value: Any, version: str = "3.0.3", **options: Any) -> bool:
    return jsonschema_rs.validator_for(compile_schema(document(version), schema, **options)).is_valid(value)


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        ({"type": "integer", "minimum": 3, "exclusiveMinimum": True}, [4], [3, 3.5]),
        ({"type": "integer", "minimum": 3, "exclusiveMinimum": False}, [3], [2]),
        ({"type": "number", "maximum": 3, "exclusiveMaximum": True}, [2.9], [3]),
        ({"exclusiveMaximum": True}, [10**9], []),
        ({"type": "integer", "format": "int32"}, [2**31 - 1, -(2**31)], [2**31, -(2**31) - 1]),
        ({"type": "integer", "format": "int64"}, [2**63 - 1, -(2**63)], [2**63]),
        ({"type": "integer", "format": "int32", "minimum": 0, "maximum": 10**12}, [0, 2**31 - 1], [-1, 2**31]),
        ({"type": "integer", "format": "int32", "minimum": 0, "exclusiveMinimum": True}, [1], [0]),
        ({"type": "number", "format": "int32"}, [2**40], ["x"]),
        ({"type": "string", "format": "uuid"}, ["not a uuid"], [1]),
        ({"type": "number", "ge": 0, "const": 4}, [-1], ["x"]),
        ({"type": "object", "required": True}, [{}], [1]),
        ({"type": "object", "additionalProperties": False}, [{}], [{"a": 1}]),
        ({"type": "array", "items": REF}, [[CAT], []], [[{}]]),
        ({**REF, "type": "string", "maxProperties": 0}, [CAT], ["x"]),
        ({"oneOf": [REF, {"type": "string"}], "discriminator": {"propertyName": "x"}}, [CAT, "x"], [{}]),
        ({"not": REF}, [{}], [CAT]),
        ({"x-pattern": 1, "xml": {"name": "x"}, "example": 3}, [1, "x"], []),
    ],
)
def test_openapi_3_0(schema: Any, good: list[Any], bad: list[Any]) -> None:
    assert all(accepts(schema, value) for value in good)
    assert not any(accepts(schema, value) for value in bad)


@pytest.mark.parametrize(
    ("schema", "lenient", "strict"),
    [
        ({"type": "string", "nullable": True}, True, True),
        ({"type": "string", "nullable": False}, False, False),
        ({"type": "string", "nullable": "true"}, False, False),
        ({"type": "string", "enum": ["a"], "nullable": True}, True, False),
        ({"type": "string", "enum": ["a", None], "nullable": True}, True, True),
        ({"allOf": [REF], "nullable": True}, True, False),
        ({"type": "object", "allOf": [REF], "nullable": True}, True, False),
        ({**REF, "nullable": True}, True, False),
        ({"oneOf": [REF, {"type": "string"}], "nullable": True}, True, False),
        ({"nullable": True}, True, True),
        ({"allOf": [{**PET, "nullable": True}]}, True, True),
        ({"type": ["string"], "nullable": True}, True, True),
    ],
)
def test_the_two_readings_of_nullable(schema: Any, lenient: bool, strict: bool) -> None:
    assert accepts(schema, None) is lenient
    assert accepts(schema, None, nullable="strict") is strict
    assert not accepts({"allOf": [schema], "type": "integer"}, None)


@given(
    st.sampled_from(
        [PET, REF, {"type": "string"}, {"type": "integer", "enum": [1]}, {"anyOf": [REF, {"enum": ["a"]}]}]
    ),
    st.sampled_from([CAT, {}, "a", 1, 2, True, [], {"name": None}]),
)
def test_nullable_changes_nothing_but_null(schema: Any, value: Any) -> None:
    assert accepts({**schema, "nullable": True}, value) is accepts(schema, value)
    assert accepts({"allOf": [schema], "nullable": True}, value) is accepts(schema, value)


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        ({"type": ["string", "null"]}, [None, "x"], [1]),
        ({"type": "string", "nullable": True}, ["x"], [None]),
        ({"const": 4, "ge": 0}, [4], [-1]),
        ({**REF, "maxProperties": 1}, [CAT], [{**CAT, "age": 1}]),
        ({"prefixItems": [REF], "items": False}, [[CAT]], [[CAT, 1], [1]]),
        ({"patternProperties": {"^x": REF}}, [{"x": CAT, "y": 1}], [{"x": 1}]),
        ({"if": REF, "then": {"maxProperties": 1}, "else": False}, [CAT], [{}, {**CAT, "age": 1}]),
        ({"exclusiveMinimum": 0, "type": "integer", "format": "int32"}, [1], [0, 2**31]),
        ({"dependentSchemas": {"a": REF}}, [{}, {"a": 1, "name": "x"}], [{"a": 1}]),
        ({"unevaluatedProperties": False, "allOf": [REF]}, [CAT], [{**CAT, "age": 1}]),
        (True, [1], []),
        (False, [], [1]),
    ],
)
def test_openapi_3_1(schema: Any, good: list[Any], bad: list[Any]) -> None:
    assert all(accepts(schema, value, "3.1.0") for value in good)
    assert not any(accepts(schema, value, "3.1.0") for value in bad)


NAMES = [
    "nullable",
    "example",
    "title",
    "default",
    "discriminator",
    "xml",
    "x-id",
    "readOnly",
    "properties",
    "$ref",
    "enum",
]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_properties_named_like_keywords_stay(version: str) -> None:
    schema = {"type": "object", "properties": {name: {"type": "string"} for name in NAMES}, "required": NAMES}
    compiled = compile_schema(document(version), schema)
    assert compiled["properties"] == schema["properties"]
    assert compiled["required"] == NAMES


def test_data_is_left_alone() -> None:
    value = {"nullable": True, "$ref": "#/nowhere", "example": 1}
    schema = {"type": "object", "default": value, "enum": [value]}
    assert compile_schema(document(), schema) == {"$schema": compile_schema(document(), {})["$schema"], **schema}


def test_only_what_is_reached_is_carried() -> None:
    schemas = {"A": {"items": {"$ref": "#/components/schemas/B"}, "type": "array"}, "B": REF, "C": REF}
    compiled = compile_schema(document(**schemas), "/components/schemas/A")
    assert compiled["$ref"] == "#/$defs/A"
    assert list(compiled["$defs"]) == ["A", "B", "Pet"]
    assert compile_schema(document(), {"type": "string"}).get("$defs") is None


def test_recursion_is_only_a_reference() -> None:
    tree = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Tree"}}, "required": ["next"]}
    tree["properties"]["next"]["nullable"] = True  # type: ignore[index]
    validator = jsonschema_rs.validator_for(compile_schema(document(Tree=tree), "/components/schemas/Tree"))
    assert validator.is_valid({"next": {"next": None}})
    assert not validator.is_valid({"next": {"next": {}}})


def test_a_long_chain_of_references() -> None:
    chain = {f"S{n}": {"allOf": [{"$ref": f"#/components/schemas/S{n + 1}"}]} for n in range(3000)}
    compiled = compile_schema(document(**chain, S3000={"type": "string"}), "/components/schemas/S0")
    assert len(compiled["$defs"]) == 3001


def test_references_to_any_place() -> None:
    odd = {"properties": {"a/b": {"type": "string"}, "ü %": {"type": "integer"}}}
    whole = document(Odd=odd, **{"components.x": {"type": "null"}})
    schema = {
        "type": "array",
        "prefixItems": [
            {"$ref": "#/components/schemas/Odd/properties/a~1b"},
            {"$ref": "#/components/schemas/Odd/properties/%C3%BC%20%25"},
        ],
    }
    whole["openapi"] = "3.1.0"
    validator = jsonschema_rs.validator_for(compile_schema(whole, schema))
    assert validator.is_valid(["x", 1])
    assert not validator.is_valid([1, 1])
    assert not validator.is_valid(["x", "x"])


@pytest.mark.parametrize(
    ("direction", "required"),
    [(None, ["id", "key", "name"]), ("request", ["key", "name"]), ("response", ["id", "name"])],
)
def test_what_one_side_never_sends_is_not_required(direction: Any, required: list[str]) -> None:
    whole = document(Id={"type": "string", "readOnly": True})
    properties = {"id": {"$ref": "#/components/schemas/Id"}, "key": {"writeOnly": True}, "name": {}}
    schema = {"type": "object", "properties": properties, "required": ["id", "key", "name"]}
    assert compile_schema(whole, schema, direction=direction)["required"] == required


def test_the_output_is_one_text_and_the_input_stays() -> None:
    whole = document(B=REF, A={"anyOf": [{"$ref": "#/components/schemas/B"}, REF]})
    before = copy.deepcopy(whole)
    texts = {json.dumps(compile_schema(whole, "/components/schemas/A")) for _ in range(3)}
    assert len(texts) == 1
    assert whole == before


@pytest.mark.parametrize(
    ("schema", "why"),
    [
        ({"$ref": "#/components/schemas/Dog"}, "has no 'Dog'"),
        ({"$ref": "other.yaml#/Dog"}, "out of the document"),
        ({"$ref": "#/components/schemas/Loop"}, "form a circle"),
        ({"$ref": 3}, "a \\$ref is text"),
        ({"properties": {"a": 3}}, "an object or a boolean, not 3"),
        ("/components/schemas/Dog", "has no 'Dog'"),
    ],
)
def test_what_cannot_be_compiled(schema: Any, why: str) -> None:
    loop = {"$ref": "#/components/schemas/Loop"}
    with pytest.raises(ContractError, match=why):
        compile_schema(document(Loop=loop), schema)


def test_nesting_without_end_is_an_error() -> None:
    schema: dict[str, Any] = {}
    for _ in range(5000):
        schema = {"not": schema}
    with pytest.raises(ContractError, match="nested too deep"):
        compile_schema(document(), schema)


@pytest.mark.parametrize("version", ["2.0", "3.2.0", "3.10", "", None])
def test_other_dialects_are_refused(version: Any) -> None:
    with pytest.raises(ContractError, match="the document"):
        compile_schema({"openapi": version} if version else {"swagger": "2.0"}, {})
