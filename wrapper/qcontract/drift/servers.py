"""Servers: at which addresses an operation is reached."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from qcontract.contract.jsonvalue import is_array, is_object, is_same
from qcontract.drift.comparing import Comparing
from qcontract.drift.nodes import Node
from qcontract.findings import Evidence

__all__ = ["compare_servers"]

_MOST = 1000
"""Addresses of one server beyond which its variables are taken as free."""


def compare_servers(comparing: Comparing, levels: tuple[Node, ...], others: tuple[Node, ...]) -> None:
    """Compare the addresses of one operation.

    Args:
        comparing: The comparison.
        levels: Operation, path item and document, before: the first that names servers counts.
        others: The same after.
    """
    if all(is_same(level.get("servers"), other.get("servers")) for level, other in zip(levels, others, strict=True)):
        return
    old, new = _said(levels), _said(others)
    before, after = _addresses(old), _addresses(new)
    for address in sorted(before.keys() - after.keys()):
        evidence = Evidence("request", {"server": address}, "old", "new")
        comparing.add("server-removed", old, new, value=address, evidence=evidence)
    for address in sorted(after.keys() - before.keys()):
        comparing.add("server-added", old, new, value=address)
    first, second = _default(old), _default(new)
    if first != second and first in after and second in before:
        comparing.add("server-default-changed", old, new, before=first, after=second)


def _said(levels: tuple[Node, ...]) -> Node:
    return next((level.child("servers") for level in levels if level.entries("servers")), levels[-1].at("/servers"))


def _servers(node: Node) -> list[dict[str, Any]]:
    found = node.value if is_array(node.value) else []
    return [server for server in found if is_object(server)] or [{"url": "/"}]


def _addresses(node: Node) -> dict[str, None]:
    return dict.fromkeys(address for server in _servers(node) for address in _expanded(server))


def _expanded(server: dict[str, Any]) -> Iterator[str]:
    """Every address of a server; a variable without a list of values may have any, and is left as ``{}``."""
    url = str(server.get("url", "/"))
    variables = _variables(server)
    lists = {name: said["enum"] for name, said in variables.items() if is_array(said.get("enum")) and said["enum"]}
    size = 1
    for values in lists.values():
        size *= len(values)
    if size > _MOST:
        lists = {}
    for name in variables.keys() - lists.keys():
        url = url.replace("{" + name + "}", "{}")
    for choice in itertools.product(*lists.values()):
        yield _plain(_filled(url, dict(zip(lists, map(str, choice), strict=True))))


def _default(node: Node) -> str:
    server = _servers(node)[0]
    values = {name: str(said.get("default", "{}")) for name, said in _variables(server).items()}
    return _plain(_filled(str(server.get("url", "/")), values))


def _variables(server: dict[str, Any]) -> dict[str, dict[str, Any]]:
    found = server.get("variables")
    return {name: said for name, said in found.items() if is_object(said)} if is_object(found) else {}


def _filled(url: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        url = url.replace("{" + name + "}", value)
    return url


def _plain(url: str) -> str:
    """An address as it compares: scheme and host in small letters, without a slash at the end."""
    head, mark, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    text = f"{head.lower()}{mark}{host.lower()}{slash}{path}" if mark else url
    return text.rstrip("/") or "/"
