"""Alternatives that overlap, and parts of bases that meet: answers in any order and spelling, with little work."""

from __future__ import annotations

import json
from typing import Any

import pytest
from qcontract.drift.schemas import Direction, Schemas, View

TEXT: dict[str, Any] = {"type": "string"}
MEMBERS: list[dict[str, Any]] = [
    {"type": "object", "properties": {f"p{index}": TEXT, "z": {"$ref": "#/components/schemas/Z"}}, "required": [name]}
    for index, name in enumerate("abcdef")
]
REFERENCES = [{"$ref": f"#/components/schemas/M{index}"} for index in range(len(MEMBERS))]
COMPONENTS = {"schemas": {"Z": TEXT, **{f"M{index}": member for index, member in enumerate(MEMBERS)}}}
TAGGED = {"propertyName": "z", "mapping": {f"t{index}": f"M{index}" for index in range(len(MEMBERS))}}
SPELLINGS: dict[str, Any] = {
    "turned": {"oneOf": REFERENCES[::-1]},
    "inline": {"oneOf": MEMBERS},
    "inline and turned": {"oneOf": MEMBERS[::-1]},
    "in allOf": {"allOf": [{"oneOf": MEMBERS[::-1]}]},
}
WAYS = [
    *((spelling, beside) for spelling in SPELLINGS for beside in ({}, {"type": "object"})),
    ("turned", {"type": "object", "discriminator": TAGGED}),
]
WORK = 400


def document(schema: Any) -> dict[str, Any]:
    copied: dict[str, Any] = json.loads(json.dumps({"components": COMPONENTS, "x": schema}))
    return copied


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize(("spelling", "beside"), WAYS)
def test_alternatives_that_overlap_are_the_same_however_written(
    spelling: str, beside: dict[str, Any], view: View, direction: Direction
) -> None:
    schemas = Schemas(document({**beside, "oneOf": REFERENCES}), document({**beside, **SPELLINGS[spelling]}), view=view)
    found = schemas.decide("/x", "/x", direction)
    assert (found.verdict, found.equal) == ("safe", True)
    assert schemas.goals < WORK


@pytest.mark.parametrize("direction", Direction)
def test_one_alternative_that_changed_is_found_among_others(direction: Direction) -> None:
    changed = [*MEMBERS[:2], {**MEMBERS[2], "maxProperties": 1}, *MEMBERS[3:]]
    found = Schemas(document({"oneOf": MEMBERS}), document({"oneOf": changed[::-1]}), view=View.EXACT).decide(
        "/x", "/x", direction
    )
    assert found.verdict == "breaking"


def family(size: int, **more: Any) -> dict[str, Any]:
    """Kinds of one base: each refines what the base says of its members, by other kinds."""

    def led(number: int) -> dict[str, str]:
        return {"$ref": f"#/components/schemas/T{number % size}"}

    base = {"type": "object", "properties": {f"c{at}": led(at) for at in range(size)}}
    kinds = {
        f"T{kind}": {
            "allOf": [{"$ref": "#/components/schemas/Base"}],
            "properties": {f"c{at}": led(kind * 7 + at * 13 + 1) for at in range(size)},
        }
        for kind in range(size)
    }
    kinds[f"T{size // 2}"].update(more)
    return {"components": {"schemas": {"Base": base, **kinds}}}


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("direction", Direction)
def test_inheritance_costs_no_more_than_its_pairs(view: View, direction: Direction) -> None:
    size = 16
    schemas = Schemas(family(size), family(size, required=["q"]), view=view)
    found = schemas.decide("/components/schemas/T15", "/components/schemas/T15", direction)
    assert found.verdict == ("breaking" if direction is Direction.REQUEST else "safe")
    assert schemas.goals < 2 * size**2


def test_alternatives_of_alternatives_end_with_a_reason_or_an_answer() -> None:
    """Without a bound on all goals together this took minutes."""

    def ladder(**more: Any) -> dict[str, Any]:
        steps = {
            f"T{at}": {
                "type": "object",
                "properties": {
                    f"c{one}": {"$ref": f"#/components/schemas/T{(at * 7 + one * 13) % 10}"} for one in (0, 1)
                },
                "anyOf": [
                    {"$ref": "#/components/schemas/T1"},
                    {"$ref": "#/components/schemas/T2"},
                    {"required": ["k"]},
                ],
            }
            for at in range(10)
        }
        steps["T5"].update(more)
        return {"components": {"schemas": steps}}

    schemas = Schemas(ladder(), ladder(required=["q"]), view=View.WIRE)
    for at in range(10):
        where = f"/components/schemas/T{at}"
        found = schemas.decide(where, where, Direction.REQUEST)
        assert found.verdict != "safe"
        assert found.verdict == "breaking" or found.why
    assert schemas.goals < 20_000
