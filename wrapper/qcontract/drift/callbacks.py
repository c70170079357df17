"""Callbacks of an operation, paired by name, and by where they go where only the name is another one."""

from __future__ import annotations

from attrs import frozen

from qcontract.contract.jsonvalue import is_object
from qcontract.drift.nodes import Node
from qcontract.drift.paths import Endpoint, operations_of

__all__ = ["Callbacks", "calls", "pair_callbacks"]


@frozen
class Callbacks:
    """Names of callbacks before and after: those that stayed, went and came."""

    stayed: tuple[tuple[str, str], ...]
    gone: tuple[str, ...]
    come: tuple[str, ...]


def pair_callbacks(old: Node, new: Node) -> Callbacks:
    """Pair the callbacks of two operations. Their names never travel: an equal address tells that two are one."""
    before, after = (node.members("callbacks").keys() for node in (old, new))
    stayed = [(name, name) for name in sorted(before & after)]
    gone, come = sorted(before - after), sorted(after - before)
    for name in list(gone):
        goes = _addresses(old, name)
        twin = next((other for other in come if goes and _addresses(new, other) == goes), None)
        if twin is not None:
            stayed.append((name, twin))
            gone.remove(name)
            come.remove(twin)
    return Callbacks(tuple(stayed), tuple(gone), tuple(come))


def calls(callback: Node) -> list[Endpoint]:
    """Every call that a callback describes."""
    expressions = [name for name in callback.value if is_object(callback.get(name)) and not name.startswith("x-")]
    found = [(name, callback.child(name)) for name in expressions]
    return [call for name, item in found for call in operations_of(item, name, item.home + item.path, "callbacks")]


def _addresses(operation: Node, name: str) -> set[tuple[str, str]]:
    return {call.key for call in calls(operation.child("callbacks", name))}
