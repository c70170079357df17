"""Answers: statuses and their ranges, headers, bodies."""

from __future__ import annotations

from qcontract.contract.jsonvalue import is_object, is_true
from qcontract.drift.comparing import Comparing
from qcontract.drift.content import compare_content
from qcontract.drift.links import compare_links
from qcontract.drift.nodes import Node
from qcontract.drift.parameters import compare_value
from qcontract.drift.presence import Presence

__all__ = ["compare_responses"]


def compare_responses(comparing: Comparing, old: Node, new: Node) -> None:
    """Compare the answers of two operations."""
    before, after = _statuses(old), _statuses(new)
    compared: set[tuple[str, str]] = set()
    for status in after:
        expected = _match(status, before)
        if expected is None:
            _tell(comparing, "added", None, _response(new, after[status]), status)
        else:
            compared.add((expected, status))
    for status in before:
        given = _match(status, after)
        left = sorted(other for one, other in compared if one == status)
        if given is None and left:
            _narrowed(comparing, _response(old, before[status]), status, left)
        elif given is None:
            _tell(comparing, "removed", _response(old, before[status]), None, status)
        elif given == status or not left:
            compared.add((status, given))
    for one, other in sorted(compared):
        status = other if other.isdigit() else one
        _compare(comparing, _response(old, before[one]), _response(new, after[other]), f"response {status}")


def _statuses(operation: Node) -> dict[str, str]:
    """Statuses as written, by how they compare: ``2xx`` is ``2XX``."""
    found = operation.members("responses")
    return {name if name == "default" else name.upper(): name for name in found if not name.startswith("x-")}


def _response(operation: Node, status: str) -> Node:
    return operation.child("responses", status)


def _match(status: str, known: dict[str, str]) -> str | None:
    """The entry under which a status is described: itself, its range, or the default."""
    return next((name for name in (status, f"{status[:1]}XX", "default") if name in known), None)


def _tell(comparing: Comparing, presence: Presence, old: Node | None, new: Node | None, status: str) -> None:
    fails = status[:1] in {"4", "5"} or status == "default"
    if fails:
        comparing.add(f"error-response-{presence}", old, new, comparing.answering, value=status)
    else:
        comparing.present("status", presence, old, new, comparing.answering, value=status)


def _narrowed(comparing: Comparing, old: Node, status: str, left: list[str]) -> None:
    after = ", ".join(left)
    comparing.add("response-narrowed", old, None, comparing.answering, value=status, before=status, after=after)


def _compare(comparing: Comparing, old: Node, new: Node, part: str) -> None:
    if comparing.sameness.same(old, new):
        return
    _compare_headers(comparing, old, new, part)
    compare_links(comparing, old, new)
    if comparing.inverted and new.members("content") and not old.members("content"):
        comparing.add("reply-body-added", old, new, comparing.answering)
    else:
        compare_content(comparing, old, new, comparing.answering, part)


def _headers(response: Node) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for name in response.members("headers"):
        if name.lower() != "content-type":  # said by media types
            header = response.child("headers", name)
            if is_object(header.value):
                found[name.lower()] = header
    return found


def _compare_headers(comparing: Comparing, old: Node, new: Node, part: str) -> None:
    before, after = _headers(old), _headers(new)
    for name, header in before.items():
        if name not in after:
            comparing.present("header", "removed", header.named, None, comparing.answering, value=name)
    for name, header in after.items():
        if name not in before:
            presence: Presence = "added required" if is_true(header.get("required")) else "added"
            comparing.present("header", presence, None, header.named, comparing.answering, value=name)
        else:
            _compare_header(comparing, before[name], header, f"{part} header {name}")


def _compare_header(comparing: Comparing, old: Node, new: Node, part: str) -> None:
    if comparing.sameness.same(old, new):
        return
    was, will = is_true(old.get("required")), is_true(new.get("required"))
    if was != will:
        presence: Presence = "became required" if will else "became optional"
        comparing.present("header", presence, old, new, comparing.answering)
    compare_value(comparing, old, new, "header", part, answer=True)
