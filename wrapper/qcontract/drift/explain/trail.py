"""The way from a schema down to a place in its values, and from a value there back up to a whole one."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import is_array, is_object
from qcontract.drift.nodes import Node

__all__ = ["Step", "Trail", "around", "landing", "put", "spelled"]


@frozen(eq=False)
class Step:
    """One step down.

    Args:
        name: The member or entry of the value; None for the same value, as with a branch of a union.
        old: The schema that the step leads to in the old document.
        new: Its counterpart in the new one.
    """

    name: str | int | None
    old: Node
    new: Node


Trail = tuple[Step, ...]


def spelled(trail: Trail) -> str:
    """The JSON Pointer of the place, within a value."""
    return pointer.join(*(step.name for step in trail if step.name is not None))


def put(value: Any, name: str | int, part: Any) -> Any:
    """The value with a part of it replaced or added; a new one if it is none that has such parts."""
    if isinstance(name, str):
        return {**(value if is_object(value) else {}), name: part}
    entries = value if is_array(value) else []
    return [*entries[:name], part, *entries[name + 1 :]]


def landing(value: Any, trail: Trail) -> bool:
    """Whether the value has something at the place."""
    return pointer.exists(value, spelled(trail))


def around(trail: Trail, sent: Any, taken: Any, *, requests: bool) -> tuple[Any, Any]:
    """What values with something at the place are, when that is limited.

    Args:
        trail: The way to the place.
        sent: The schema that the sender's values have there.
        taken: The schema of what the receiver takes there, whatever else it takes.
        requests: Whether the old side is the sender.

    Returns:
        A schema of whole values on either side; only the first asks for something at the place.
    """
    for step in reversed(trail):
        sender, receiver = (step.old, step.new) if requests else (step.new, step.old)
        if step.name is None:
            sent = {"allOf": [sender.reference, sent]}
        elif isinstance(step.name, str):
            sent = {"type": "object", "properties": {step.name: sent}, "required": [step.name]}
            taken = {"properties": {step.name: taken}}
        else:
            sent = {"type": "array", "minItems": step.name + 1, **_entry(sender, step.name, sent)}
            taken = _entry(receiver, step.name, taken)
    return sent, taken


def _entry(node: Node, index: int, schema: Any) -> dict[str, Any]:
    """Something said about one entry; OpenAPI 3.0 can only say it about all of them."""
    if str(node.document.get("openapi", "")).startswith("3.0"):
        return {"items": schema}
    return {"prefixItems": [*({} for _ in range(index)), schema]}
