"""Operations: what they are called, how long they stay, and everything that they say."""

from __future__ import annotations

from typing import Any

from qcontract.contract.jsonvalue import canonical, is_array, is_true
from qcontract.drift.bodies import compare_request_body
from qcontract.drift.callbacks import calls, pair_callbacks
from qcontract.drift.comparing import Comparing
from qcontract.drift.lifecycle import announced
from qcontract.drift.metadata import compare_extensions
from qcontract.drift.nodes import Node, Side
from qcontract.drift.parameters import compare_parameters
from qcontract.drift.paths import Endpoint, Section, endpoints, pair
from qcontract.drift.responses import compare_responses
from qcontract.drift.security import compare_security
from qcontract.drift.servers import compare_servers

__all__ = ["compare_section"]

_UNSTABLE = frozenset({"alpha", "draft"})


def compare_section(comparing: Comparing, old: dict[str, Any], new: dict[str, Any], section: Section = "paths") -> None:
    """Compare every operation below ``paths``, or every call below ``webhooks``."""
    sides: tuple[tuple[dict[str, Any], Side], ...] = ((old, "old"), (new, "new"))
    before, after = (list(endpoints(document, side, section)) for document, side in sides)
    prefix = "webhook " if section == "webhooks" else ""
    _compare_endpoints(comparing, before, after, prefix)


def _compare_endpoints(comparing: Comparing, before: list[Endpoint], after: list[Endpoint], prefix: str) -> None:
    kind = prefix.split()[0] if prefix else ""
    found = pair(before, after)
    for one, other in found.stayed:
        _compare(comparing.within(prefix + one.name), one, other)
    for one, other in found.moved:
        inside = comparing.within(prefix + one.name)
        name, said = ("call-moved", (one.path, other.path)) if kind else ("operation-moved", (one.name, other.name))
        inside.add(name, one.node, other.node, before=said[0], after=said[1], evidence=inside.request())
        _compare(inside, one, other)
    for endpoint in found.gone:
        inside = comparing.within(prefix + endpoint.name)
        if kind:
            inside.add(f"{kind}-removed", endpoint.node, None, value=endpoint.path)
        else:
            _gone(inside, endpoint.node)
    for endpoint in found.come:
        name = f"{kind}-added" if kind else "operation-added"
        inside = comparing.within(prefix + endpoint.name)
        inside.add(name, None, endpoint.node, value=endpoint.path if kind else None)


def _gone(comparing: Comparing, node: Node) -> None:
    level, date = node.get("x-stability-level"), node.get("x-sunset")
    if level in _UNSTABLE:
        comparing.add("operation-removed-unstable", node, None, before=level)
    elif not is_true(node.get("deprecated")):
        comparing.add("operation-removed", node, None, evidence=comparing.request())
    elif comparing.lifecycle.is_early(node.get):
        comparing.add("operation-removed-before-sunset", node, None, before=date, evidence=comparing.request())
    else:
        comparing.add("operation-removed-deprecated", node, None)


def _compare(comparing: Comparing, old: Endpoint, new: Endpoint) -> None:
    before, after = old.node, new.node
    _compare_names(comparing, before, after)
    compare_extensions(comparing, before, after)
    _compare_lifecycle(comparing, before, after)
    compare_parameters(comparing, old, new)
    compare_request_body(comparing, before, after)
    compare_responses(comparing, before, after)
    _compare_callbacks(comparing, before, after)
    if not comparing.inverted:
        compare_security(comparing, before, after)
        compare_servers(comparing, *((e.node, e.item, _whole(e.node)) for e in (old, new)))


def _whole(node: Node) -> Node:
    return Node(node.document, node.side, "", node.document, "")


def _compare_names(comparing: Comparing, old: Node, new: Node) -> None:
    before, after = old.get("operationId"), new.get("operationId")
    if before != after:
        comparing.add("operation-id-changed", old, new, before=before, after=after)
    was, will = _tags(old), _tags(new)
    if was[:1] != will[:1]:
        comparing.add("operation-tags-changed", old, new, before=was, after=will)
    elif set(map(canonical, was)) != set(map(canonical, will)):
        comparing.add("operation-further-tags-changed", old, new, before=was, after=will)


def _tags(node: Node) -> list[Any]:
    said = node.get("tags")
    return said if is_array(said) else []


def _compare_lifecycle(comparing: Comparing, old: Node, new: Node) -> None:
    before, after = is_true(old.get("deprecated")), is_true(new.get("deprecated"))
    if before != after:
        said = announced(new.get("x-sunset")) if after else None
        comparing.add("operation-deprecated" if after else "operation-reactivated", old, new, value=said)
    for change in comparing.lifecycle.changes(old.get, new.get):
        comparing.add(change.rule, old, new, before=change.before, after=change.after)


def _compare_callbacks(comparing: Comparing, old: Node, new: Node) -> None:
    found = pair_callbacks(old, new)
    for name in found.gone:
        comparing.add("callback-removed", old.child("callbacks", name), None, value=name)
    for name in found.come:
        comparing.add("callback-added", None, new.child("callbacks", name), value=name)
    called = comparing.within(comparing.operation, inverted=not comparing.inverted)
    for name, other in found.stayed:
        before, after = calls(old.child("callbacks", name)), calls(new.child("callbacks", other))
        _compare_endpoints(called, before, after, f"callback of {comparing.operation}: ")
