"""Paths and operations, paired by what requests look like and not by what placeholders are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, canonical, is_object
from qcontract.contract.operations import METHODS
from qcontract.drift.explain.renames import alike
from qcontract.drift.nodes import Node, Side

__all__ = ["Endpoint", "Pairing", "Section", "endpoints", "operations_of", "pair"]

Section = Literal["paths", "webhooks", "callbacks"]
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_WORDS_ONLY = frozenset({"description", "externalDocs", "operationId", "summary", "tags"})


@frozen(eq=False)
class Endpoint:
    """An operation where it stands.

    Args:
        method: In capitals.
        path: As written: a path, the name of a webhook, or the expression that says where a callback goes.
        item: The path item.
        node: The operation.
        section: Where it belongs: only in ``paths`` do placeholders stand for what clients put there.
    """

    method: str
    path: str
    item: Node
    node: Node
    section: Section = "paths"

    @property
    def key(self) -> tuple[str, str]:
        """What requests look like: equal for paths that differ in the names of placeholders only."""
        return _shape(self.path, self.section), self.method

    @property
    def name(self) -> str:
        """How reports call it."""
        return f"{self.method} {self.path}"

    @property
    def placeholders(self) -> list[str]:
        """The names of the placeholders in the path, in order."""
        return _PLACEHOLDER.findall(self.path) if self.section == "paths" else []


@frozen(eq=False)
class Pairing:
    """Operations of two documents: those that stayed, moved, went and came."""

    stayed: tuple[tuple[Endpoint, Endpoint], ...]
    moved: tuple[tuple[Endpoint, Endpoint], ...]
    gone: tuple[Endpoint, ...]
    come: tuple[Endpoint, ...]


def _shape(path: str, section: Section) -> str:
    return _PLACEHOLDER.sub("{}", path) if section == "paths" else path


def endpoints(document: JsonObject, side: Side, section: Section = "paths") -> Iterator[Endpoint]:
    """Every operation below ``paths`` or ``webhooks``."""
    found = document.get(section)
    root = Node(document, side, pointer.join(section), found, pointer.join(section))
    for path in found if is_object(found) else ():
        if section != "paths" or not path.startswith("x-"):  # webhooks may have any name
            yield from operations_of(root.child(path), path, pointer.join(section, _shape(path, section)), section)


def operations_of(item: Node, path: str, home: str, section: Section) -> Iterator[Endpoint]:
    """Every operation of a path item.

    Args:
        item: The path item.
        path: Its path.
        home: What subjects call it.
        section: Where it belongs.
    """
    for method in METHODS:
        if is_object(item.get(method)):
            where = item.pointer + pointer.join(method)
            node = Node(item.document, item.side, where, item.get(method), home + pointer.join(method), "", where)
            yield Endpoint(method.upper(), path, item, node, section)


def pair(old: list[Endpoint], new: list[Endpoint]) -> Pairing:
    """Pair operations by method and shape of path; what is left over, by operation id or content."""
    after: dict[tuple[str, str], list[Endpoint]] = {}
    for endpoint in new:
        after.setdefault(endpoint.key, []).append(endpoint)
    stayed: list[tuple[Endpoint, Endpoint]] = []
    gone: list[Endpoint] = []
    for endpoint in old:
        same = after.get(endpoint.key, [])
        if same:
            other = next((candidate for candidate in same if candidate.path == endpoint.path), same[0])
            same.remove(other)
            stayed.append((endpoint, other))
        else:
            gone.append(endpoint)
    come = [endpoint for endpoints in after.values() for endpoint in endpoints]
    moved = tuple(_moved(gone, come))
    left = {id(endpoint) for two in moved for endpoint in two}
    return Pairing(
        tuple(stayed),
        moved,
        tuple(endpoint for endpoint in gone if id(endpoint) not in left),
        tuple(endpoint for endpoint in come if id(endpoint) not in left),
    )


def _moved(gone: list[Endpoint], come: list[Endpoint]) -> Iterator[tuple[Endpoint, Endpoint]]:
    by_id: dict[str, Endpoint] = {str(other.node.get("operationId")): other for other in come}
    taken: set[int] = set()
    for endpoint in gone:
        name = endpoint.node.get("operationId")
        other = by_id.get(name) if isinstance(name, str) else None
        other = other or next((one for one in come if _is_alike(endpoint, one)), None)
        if other is not None and id(other) not in taken:
            taken.add(id(other))
            yield endpoint, other


def _is_alike(old: Endpoint, new: Endpoint) -> bool:
    is_near = old.section == "callbacks" or alike(old.path, new.path)
    return old.method == new.method and is_near and _content(old) == _content(new)


def _content(endpoint: Endpoint) -> str:
    said = {key: value for key, value in endpoint.node.value.items() if key not in _WORDS_ONLY}
    return canonical(said)
