"""Decisions with their witnesses under the eyes of an independent validator."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
from qcontract.drift.schemas import Direction, Relation, Schemas, View

EMPTY: dict[str, Any] = {}


def validator(schema: Any) -> Any:
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


def sides(schemas: Schemas, old: Any, new: Any, direction: Direction) -> tuple[Any, Any]:
    """Validators of what the sender sends and of what the receiver takes."""
    both = [validator(schemas.project(side, schema, direction)) for side, schema in (("old", old), ("new", new))]
    return (both[0], both[1]) if direction is Direction.REQUEST else (both[1], both[0])


def judge(
    old: Any,
    new: Any,
    direction: Direction = Direction.REQUEST,
    view: View = View.WIRE,
    documents: tuple[dict[str, Any], dict[str, Any]] = (EMPTY, EMPTY),
    versions: tuple[str, str] = ("3.1.0", "3.1.0"),
) -> Relation:
    """Decide, and let the validator check the witness."""
    schemas = Schemas(*documents, *versions, view=view)
    relation = schemas.decide(old, new, direction)
    assert relation.has_witness is (relation.verdict == "breaking")
    if relation.has_witness:
        sender, receiver = sides(schemas, old, new, direction)
        assert sender.is_valid(relation.witness), f"the sender refuses {relation.witness!r}"
        assert not receiver.is_valid(relation.witness), f"the receiver takes {relation.witness!r}"
    return relation
