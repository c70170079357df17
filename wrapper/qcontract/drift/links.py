"""Links: which operations answers lead to, however a link names them."""

from __future__ import annotations

from collections.abc import Iterator

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, canonical
from qcontract.drift.comparing import Comparing
from qcontract.drift.nodes import Node
from qcontract.drift.paths import Endpoint, endpoints

__all__ = ["compare_links"]


def compare_links(comparing: Comparing, old: Node, new: Node) -> None:
    """Compare the links of two answers."""
    before, after = old.members("links"), new.members("links")
    for name in sorted({*before, *after}):
        if name not in after:
            comparing.add("link-removed", old.child("links", name).named, None, comparing.answering, value=name)
        elif name not in before:
            comparing.add("link-added", None, new.child("links", name).named, comparing.answering, value=name)
        else:
            _compare(comparing, old.child("links", name), new.child("links", name), name)


def _compare(comparing: Comparing, old: Node, new: Node, name: str) -> None:
    before, after = _target(old), _target(new)
    if before != after:
        comparing.add("link-changed", old, new, comparing.answering, value=name, before=before, after=after)


def _target(link: Node) -> str:
    """What a link says to clients: the operation itself in place of its name."""
    said: JsonObject = {key: value for key, value in link.value.items() if key != "description"}
    found = next(_named(link), None)
    if found is not None:
        said = {key: value for key, value in said.items() if key not in {"operationId", "operationRef"}}
        said["operation"] = " ".join(reversed(found.key))
    return canonical(said)


def _named(link: Node) -> Iterator[Endpoint]:
    """The operation of the same document that a link leads to, if it is there."""
    name, reference = link.get("operationId"), link.get("operationRef")
    for endpoint in endpoints(link.document, link.side):
        is_named = isinstance(name, str) and endpoint.node.get("operationId") == name
        if is_named or (isinstance(reference, str) and _stands_at(endpoint, reference)):
            yield endpoint


def _stands_at(endpoint: Endpoint, reference: str) -> bool:
    written = pointer.join("paths", endpoint.path, endpoint.method.lower())
    return reference in {pointer.to_fragment(place) for place in (written, endpoint.node.pointer)}
