"""Servers: at which addresses an operation is reached."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from qcontract.contract.jsonvalue import is_array, is_object, is_same
from qcontract.drift.addresses import Address, addresses_of, default_of, missing
from qcontract.drift.comparing import Comparing
from qcontract.drift.nodes import Node
from qcontract.findings import Evidence

__all__ = ["compare_servers"]


def compare_servers(comparing: Comparing, levels: tuple[Node, ...], others: tuple[Node, ...]) -> None:
    """Compare the addresses of one operation.

    Args:
        comparing: The comparison.
        levels: Operation, path item and document, before: the first that names servers counts.
        others: The same after.
    """
    old, new = _said(levels), _said(others)
    if is_same(_servers(old), _servers(new)):
        return
    before, after = (addresses_of(_servers(node)) for node in (old, new))
    for address in _shown(before.keys() - after.keys()):
        lost = missing(address, tuple(after))
        if lost is not None:
            evidence = Evidence("request", {"server": lost}, "old", "new") if lost else None
            comparing.add("server-removed", old, new, value=address.shown, evidence=evidence)
    for address in _shown(after.keys() - before.keys()):
        if missing(address, tuple(before)) is not None:
            comparing.add("server-added", old, new, value=address.shown)
    first, second = (default_of(_servers(node)[0]) for node in (old, new))
    if first != second and missing(first, tuple(after)) is None and missing(second, tuple(before)) is None:
        comparing.add("server-default-changed", old, new, before=first.shown, after=second.shown)


def _said(levels: tuple[Node, ...]) -> Node:
    return next((level.child("servers") for level in levels if level.entries("servers")), levels[-1].at("/servers"))


def _servers(node: Node) -> list[dict[str, Any]]:
    found = node.value if is_array(node.value) else []
    return [server for server in found if is_object(server)] or [{"url": "/"}]


def _shown(addresses: Collection[Address]) -> list[Address]:
    return sorted(addresses, key=lambda address: (address.shown, address.choices))
