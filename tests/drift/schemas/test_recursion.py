"""Schemas that contain themselves and each other: finite witnesses, and work that grows with the size only."""

from __future__ import annotations

import importlib.util
import json
import time
from pathlib import Path
from typing import Any

from qcontract.drift.schemas import Direction, Schemas, View
from support.judged import judge, validator

TREE = {"$ref": "#/components/schemas/Tree"}


def document(**schemas: Any) -> dict[str, Any]:
    return {"components": {"schemas": schemas}}


def tree(value: Any, **more: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"value": value, "children": {"type": "array", "items": TREE}}, **more}


def test_a_change_deep_in_a_tree_is_shown_by_a_finite_value() -> None:
    old = document(Tree={"type": "object", "properties": {"next": TREE, "end": {"anyOf": [{"type": "null"}, TREE]}}})
    new = json.loads(json.dumps(old))
    new["components"]["schemas"]["Tree"]["properties"]["end"] = TREE
    assert judge(TREE, TREE, documents=(old, new)).witness == {"end": None}
    assert judge(TREE, TREE, Direction.RESPONSE, documents=(old, new)).verdict == "safe"


def test_renamed_and_unrolled_recursion_is_equal() -> None:
    old = document(Tree=tree({"type": "string"}))
    unrolled = {
        "type": "object",
        "properties": {"value": {"type": "string"}, "children": {"type": "array", "items": TREE}},
    }
    new = document(Other=unrolled, Tree=tree({"type": "string"}))
    relation = judge(TREE, {"$ref": "#/components/schemas/Other"}, documents=(old, new))
    assert (relation.verdict, relation.equal) == ("safe", True)


def test_a_value_that_could_never_end_does_not_exist() -> None:
    endless = document(Tree={"type": "object", "properties": {"next": TREE}, "required": ["next"]})
    assert judge(TREE, False, documents=(endless, endless)).verdict == "safe"
    ending = document(
        Tree={"anyOf": [{"type": "null"}, {"type": "object", "properties": {"next": TREE}, "required": ["next"]}]}
    )
    assert judge({"type": "array", "items": TREE, "minItems": 1}, False, documents=(ending, ending)).witness == [None]


def test_a_reference_in_a_circle_is_unknown_and_no_hang() -> None:
    circle = document(
        A={"$ref": "#/components/schemas/B"},
        B={"$ref": "#/components/schemas/A"},
        C={"allOf": [{"$ref": "#/components/schemas/C"}, {}]},
    )
    for name in "ABC":
        pointer = f"/components/schemas/{name}"
        assert Schemas(circle, circle).decide(pointer, {"type": "string"}, Direction.REQUEST).verdict == "unknown"
        assert Schemas(circle, circle).decide(pointer, pointer, Direction.REQUEST).verdict == "safe"


def test_mutual_recursion_spreads_a_break_to_all_that_reach_it() -> None:
    names = [f"N{index}" for index in range(30)]

    def ring(last: Any) -> dict[str, Any]:
        parts = {
            name: {"type": "object", "properties": {"to": {"$ref": f"#/components/schemas/{following}"}}}
            for name, following in zip(names, [*names[1:], names[0]], strict=True)
        }
        parts["N29"]["properties"]["last"] = last
        return document(**parts)

    schemas = Schemas(ring({"type": "integer"}), ring({"type": "integer", "minimum": 1}))
    witness = schemas.decide("/components/schemas/N0", "/components/schemas/N0", Direction.REQUEST).witness
    depth = 0
    while "to" in witness:
        witness, depth = witness["to"], depth + 1
    assert (witness, depth) == ({"last": 0}, 29)
    assert schemas.decide("/components/schemas/N0", "/components/schemas/N0", Direction.RESPONSE).verdict == "safe"


def test_a_harmless_change_nearby_hides_no_break_far_away() -> None:
    def graph(near: Any, far: Any) -> dict[str, Any]:
        parts = {name: {"$ref": f"#/components/schemas/{name.title()}"} for name in ("near", "way")}
        root = {name: {"type": "object", "properties": {name: part}} for name, part in parts.items()}
        way = {"type": "object", "properties": {"far": {"$ref": "#/components/schemas/Far"}, "back": TREE}}
        return document(Tree={"type": "object", "properties": root}, Near={**near, "x-used": TREE}, Way=way, Far=far)

    old = graph({"type": "string", "maxLength": 3}, {"type": "string"})
    new = graph({"type": "string", "maxLength": 4}, {"type": "string", "minLength": 1})
    assert judge(TREE, TREE, documents=(old, new)).witness == {"way": {"way": {"far": ""}}}


def test_deep_nesting_is_unknown_or_decided_and_no_crash() -> None:
    deep: Any = {"type": "string"}
    for _ in range(20_000):
        deep = {"type": "array", "items": deep}
    assert Schemas({}, {}).decide(deep, {"type": "array"}, Direction.REQUEST).verdict in {"safe", "unknown"}
    assert Schemas({}, {}).decide(deep, {"type": "string"}, Direction.REQUEST).verdict in {"breaking", "unknown"}


def test_too_many_combinations_are_unknown_and_no_hang() -> None:
    many = [{"properties": {f"p{index}": {"type": "string"}, f"q{index}": {"type": "integer"}}} for index in range(40)]
    began = time.monotonic()
    relation = Schemas({}, {}, view=View.EXACT).decide(
        {"type": "object"}, {"type": "object", "oneOf": many}, Direction.REQUEST
    )
    assert relation.verdict in {"breaking", "unknown"}
    assert time.monotonic() - began < 20


def generator() -> Any:
    path = Path(__file__).parents[2] / "benchmarks" / "drift_specs.py"
    specification = importlib.util.spec_from_file_location("drift_specs", path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def decided(old: dict[str, Any], new: dict[str, Any]) -> tuple[int, list[Any]]:
    """How many goals it took, and the relation of every component."""
    schemas = Schemas(old, new, "3.0.3", "3.0.3")
    pointers = [f"/components/schemas/{name}" for name in sorted(old["components"]["schemas"])]
    relations = [schemas.decide(pointer, pointer, direction) for pointer in pointers for direction in Direction]
    for pointer in pointers[:2]:
        relation = schemas.decide(pointer, pointer, Direction.REQUEST)
        if relation.has_witness:
            assert validator(schemas.project("old", pointer, Direction.REQUEST)).is_valid(relation.witness)
            assert not validator(schemas.project("new", pointer, Direction.REQUEST)).is_valid(relation.witness)
    return schemas.goals, relations


def test_work_grows_with_the_size_on_densely_recursive_documents() -> None:
    specs = generator()
    goals = []
    for megabytes in (0.1, 0.4):
        old = specs.specification(megabytes, 0.3)
        work, relations = decided(old, json.loads(json.dumps(specs.changed(old, 3))))
        assert {relation.verdict for relation in relations} <= {"safe", "breaking"}
        assert "breaking" in {relation.verdict for relation in relations}
        goals.append(work)
    assert goals[1] < 6 * goals[0]


def test_an_unchanged_document_needs_no_search() -> None:
    old = generator().specification(0.4, 0.5)
    work, relations = decided(old, json.loads(json.dumps(old)))
    assert {relation.verdict for relation in relations} == {"safe"}
    assert work <= 1
