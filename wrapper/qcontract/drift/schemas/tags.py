"""The tags that lead to an alternative: by the discriminator's mapping, or the name of the component by itself."""

from __future__ import annotations

from typing import Any

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_object
from qcontract.drift.schemas.documents import Document

__all__ = ["tags_of"]


def tags_of(schema: JsonObject, member: Any, document: Document) -> tuple[str, list[str]]:
    """The property that a discriminator names, and its values for one alternative; no values where it says nothing."""
    said = schema.get("discriminator")
    if not is_object(said) or not is_object(member) or not isinstance(said.get("propertyName"), str):
        return "", []
    target = document.target(member.get("$ref"))
    if target is None:
        return "", []
    listed = said.get("mapping")
    mapping: JsonObject = listed if is_object(listed) else {}
    tags = [tag for tag, goal in mapping.items() if _leads_to(goal, target[0], document)]
    return said["propertyName"], tags or [name for name in _own_name(target[0]) if name not in mapping]


def _own_name(where: str) -> list[str]:
    names = [str(name) for name in pointer.parts(where)]
    return names[2:] if len(names) == 3 and names[:2] == ["components", "schemas"] else []


def _leads_to(goal: Any, where: str, document: Document) -> bool:
    """Whether a mapping's entry, a reference or a bare component name, means the schema at a pointer."""
    if not isinstance(goal, str):
        return False
    target = document.target(goal) if goal.startswith("#") else document.target(f"#/components/schemas/{goal}")
    return target is not None and target[0] == where
