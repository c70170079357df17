"""What must not cost much: compositions of many parts, hostile ones, and what says nothing new."""

from __future__ import annotations

import time
from typing import Any

import pytest
from qcontract.drift.schemas import Direction, Schemas, View

CONDITIONS: list[dict[str, Any]] = [
    {"if": {"required": [f"a{index}"]}, "then": {"required": [f"b{index}"]}} for index in range(12)
]
SECONDS = 3.0
"""Three times what any of these takes at most, of the processor."""


@pytest.mark.parametrize("direction", Direction)
def test_a_composition_of_many_conditions_is_within_itself_in_another_order(direction: Direction) -> None:
    schemas = Schemas({}, {}, view=View.STRICT)
    found = schemas.decide({"allOf": CONDITIONS}, {"allOf": CONDITIONS[::-1]}, direction)
    assert found.verdict == "safe"
    assert schemas.goals < 100


def test_one_more_condition_is_found_among_many() -> None:
    more = {"if": {"required": ["a0"]}, "then": {"required": ["c"]}}
    found = Schemas({}, {}).decide({"allOf": CONDITIONS[:3]}, {"allOf": [*CONDITIONS[:3], more]}, Direction.REQUEST)
    assert found.verdict == "breaking"
    assert "a0" in found.witness
    assert "c" not in found.witness


def test_what_would_take_too_long_is_unknown_in_time() -> None:
    """Of twelve conditions in other words nobody sees at once that they are the same."""
    other = [{**condition, "title": "in other words"} for condition in CONDITIONS]
    start = time.process_time()
    found = Schemas({}, {}, view=View.STRICT).decide({"allOf": CONDITIONS}, {"allOf": other}, Direction.REQUEST)
    assert time.process_time() - start < SECONDS
    assert (found.verdict, found.why) == ("unknown", "too large to decide")


def test_a_format_that_is_no_text_is_not_looked_at() -> None:
    odd = {"type": "string", "format": {}}
    assert Schemas({}, {}).decide(odd, {"type": "string"}, Direction.REQUEST).verdict == "safe"


def test_marks_are_seen_in_schemas_that_stand_in_no_document() -> None:
    marked = {"type": "object", "required": ["a"], "properties": {"a": {"type": "string", "readOnly": True}}}
    found = Schemas({}, {}).decide({"type": "object"}, marked, Direction.REQUEST)
    assert found.verdict == "safe"


def test_components_of_one_text_differ_where_their_references_lead_to_a_change() -> None:
    def document(least: int) -> dict[str, Any]:
        holder = {
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": {"type": "string"},
                "plain": {"type": "integer"},
                "one": {"anyOf": [{"type": "string"}, {"$ref": "#/components/schemas/Leaf"}]},
                "self": {"$ref": "#/components/schemas/Holder"},
            },
        }
        leaf = {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer", "minimum": least}}}
        return {"components": {"schemas": {"Holder": holder, "Leaf": leaf}}}

    schemas = Schemas(document(0), document(1))
    found = schemas.decide("/components/schemas/Holder", "/components/schemas/Holder", Direction.REQUEST)
    assert found.verdict == "breaking"
    assert found.witness["one"] == {"n": 0}
    back = schemas.decide("/components/schemas/Holder", "/components/schemas/Holder", Direction.RESPONSE)
    assert back.verdict == "safe"
