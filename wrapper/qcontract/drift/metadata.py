"""What no client can notice: the contract's own name and version, and extensions that nothing here understands."""

from __future__ import annotations

from qcontract.contract.jsonvalue import JsonObject, is_object
from qcontract.drift.comparing import Comparing
from qcontract.drift.extensions import changed_extensions
from qcontract.drift.nodes import Node

__all__ = ["compare_extensions", "compare_metadata"]

_SAID = {"version": "version-changed", "title": "title-changed"}


def compare_metadata(comparing: Comparing, old: JsonObject, new: JsonObject) -> None:
    """Compare what two documents say of themselves."""
    before, after = Node(old, "old", "", old, ""), Node(new, "new", "", new, "")
    compare_extensions(comparing, before, after)
    was, will = _info(before), _info(after)
    compare_extensions(comparing, was, will)
    for name, rule in _SAID.items():
        if was.get(name) != will.get(name):
            comparing.add(rule, was, will, before=was.get(name), after=will.get(name))


def _info(root: Node) -> Node:
    return root.child("info") if is_object(root.get("info")) else root.without({})


def compare_extensions(comparing: Comparing, old: Node, new: Node) -> None:
    """Compare the extensions of two operations, parameters or documents."""
    for name in changed_extensions((*old.value, *new.value), old.get, new.get):
        before, after = old.get(name), new.get(name)
        comparing.add("extension-changed", old, new, value=name, before=before, after=after)
