"""Bodies of requests: whether there is one, and what it holds."""

from __future__ import annotations

from qcontract.contract.jsonvalue import is_object, is_true
from qcontract.drift.comparing import Comparing
from qcontract.drift.content import compare_content
from qcontract.drift.nodes import Node
from qcontract.drift.presence import Presence

__all__ = ["compare_request_body"]


def compare_request_body(comparing: Comparing, old: Node, new: Node) -> None:
    """Compare the request bodies of two operations."""
    before, after = _body(old), _body(new)
    direction = comparing.asking
    if before is None and after is not None:
        presence: Presence = "added required" if is_true(after.get("required")) else "added"
        shown = comparing.request(without="body") if presence == "added required" else None
        comparing.present("body", presence, None, after, direction, evidence=shown)
    elif before is not None and after is None:
        comparing.present("body", "removed", before, None, direction)
    elif before is not None and after is not None and not comparing.sameness.same(before, after):
        was, will = is_true(before.get("required")), is_true(after.get("required"))
        if was != will:
            shown = comparing.request(without="body") if will else None
            presence = "became required" if will else "became optional"
            comparing.present("body", presence, before, after, direction, evidence=shown)
        compare_content(comparing, before, after, direction, "request body")


def _body(operation: Node) -> Node | None:
    if not is_object(operation.get("requestBody")):
        return None
    return operation.child("requestBody")
