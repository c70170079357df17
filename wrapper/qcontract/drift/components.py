"""Components: what their names mean for generated code. Messages do not know them."""

from __future__ import annotations

from qcontract.contract.jsonvalue import JsonObject, is_object
from qcontract.drift.comparing import Comparing
from qcontract.drift.explain.renames import alike
from qcontract.drift.nodes import Node, Side
from qcontract.drift.schemas import Direction

__all__ = ["compare_components"]


def compare_components(comparing: Comparing, old: JsonObject, new: JsonObject) -> None:
    """Name schemas that are gone or have another name; a client on the wire cannot notice either."""
    if comparing.client == "wire":
        return
    before, after = _schemas(old, "old"), _schemas(new, "new")
    come = [node for name, node in after.items() if name not in before]
    for name, node in before.items():
        if name in after:
            continue
        twin = next((other for other in come if _is_twin(comparing, node, other)), None)
        if twin is None:
            comparing.add("component-removed", node, None, value=name)
        else:
            come.remove(twin)
            comparing.add("component-renamed", node, twin, value=name, before=name, after=_name(twin))


def _schemas(document: JsonObject, side: Side) -> dict[str, Node]:
    components = document.get("components")
    found = components.get("schemas") if is_object(components) else None
    where = "/components/schemas"
    root = Node(document, side, where, found, where)
    if not is_object(found):
        return {}
    nodes = {name: root.child(name) for name in found}
    return {name: Node(document, side, one.entry, one.value, one.entry, "", one.entry) for name, one in nodes.items()}


def _name(node: Node) -> str:
    return node.pointer.rsplit("/", 1)[-1]


def _is_twin(comparing: Comparing, old: Node, new: Node) -> bool:
    if not alike(_name(old), _name(new)) and not comparing.sameness.same(old, new):
        return False
    return bool(comparing.explainer.relation(old, new, Direction.RESPONSE).equal)
