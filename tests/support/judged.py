"""Decisions with their witnesses under the eyes of an independent validator."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
from qcontract.contract import pointer
from qcontract.contract.source import Spec
from qcontract.drift.schemas import Direction, Relation, Schemas, View

EMPTY: dict[str, Any] = {}


def doubted(written: bytes, old: Spec, new: Spec) -> list[dict[str, Any]]:
    """The findings of a report whose value does not hold, checked with nothing but what the report says."""
    report = json.loads(written)
    documents = old.document, new.document
    schemas = Schemas(*documents, old.version, new.version, view=View(report["client"]))
    found = [finding for finding in report["findings"] if finding["evidence"]["kind"] == "value"]
    return [finding for finding in found if not _holds(finding["evidence"], schemas)]


def _holds(evidence: dict[str, Any], schemas: Schemas) -> bool:
    """Whether one side takes the value and the other does not."""
    direction, value = Direction(evidence["direction"]), evidence["witness"]
    sides = {evidence["accepted_by"]: True, evidence["refused_by"]: False}
    try:
        for side in ("old", "new"):
            schema = schemas.project(side, evidence[f"{side}_schema"], direction)
            if validator(schema).is_valid(value) is not sides[side]:
                return False
    except jsonschema_rs.ValidationError:
        pass  # a schema that no validator understands, such as one with a description that is no text
    return pointer.exists(value, evidence["path"])


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
