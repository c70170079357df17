"""Answers: statuses and their ranges, headers, links, bodies."""

from __future__ import annotations

from qcontract.contract.jsonvalue import canonical, is_object, is_true
from qcontract.drift.bodies import compare_content
from qcontract.drift.comparing import Comparing
from qcontract.drift.nodes import Node
from qcontract.drift.parameters import compare_value

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
        if given is None:
            _tell(comparing, "removed", _response(old, before[status]), None, status)
        elif given == status or not any(pair[0] == status for pair in compared):
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


def _tell(comparing: Comparing, what: str, old: Node | None, new: Node | None, status: str) -> None:
    fails = status[:1] in {"4", "5"} or status == "default"
    name = f"error-response-{what}" if fails else f"response-{what}"
    comparing.add(name, old, new, comparing.answering, value=status)


def _compare(comparing: Comparing, old: Node, new: Node, part: str) -> None:
    if comparing.sameness.same(old, new):
        return
    _compare_headers(comparing, old, new, part)
    _compare_links(comparing, old, new)
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
            comparing.add("header-removed", header.named, None, comparing.answering, value=name)
    for name, header in after.items():
        if name not in before:
            comparing.add("header-added", None, header.named, comparing.answering, value=name)
        else:
            _compare_header(comparing, before[name], header, f"{part} header {name}")


def _compare_header(comparing: Comparing, old: Node, new: Node, part: str) -> None:
    if comparing.sameness.same(old, new):
        return
    was, will = is_true(old.get("required")), is_true(new.get("required"))
    if was != will:
        name = "header-became-required" if will else "header-became-optional"
        comparing.add(name, old, new, comparing.answering)
    compare_value(comparing, old, new, "header", part, answer=True)


def _compare_links(comparing: Comparing, old: Node, new: Node) -> None:
    before, after = old.members("links"), new.members("links")
    for name in sorted({*before, *after}):
        if name not in after:
            comparing.add("link-removed", old.child("links", name).named, None, comparing.answering, value=name)
        elif name not in before:
            comparing.add("link-added", None, new.child("links", name).named, comparing.answering, value=name)
        else:
            one, other = old.child("links", name), new.child("links", name)
            said = [_target(link) for link in (one, other)]
            if said[0] != said[1]:
                before_it, after_it = said
                way = comparing.answering
                comparing.add("link-changed", one, other, way, value=name, before=before_it, after=after_it)


def _target(link: Node) -> str:
    said = {key: value for key, value in link.value.items() if key not in {"description", "server"}}
    return canonical(said)
