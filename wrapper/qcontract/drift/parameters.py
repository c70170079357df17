"""Parameters: whether they are there, how they are written, and what values they take."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import is_object, is_true
from qcontract.drift.comparing import Comparing
from qcontract.drift.explain.local import typed
from qcontract.drift.explain.renames import alike
from qcontract.drift.explain.shape import shape_of
from qcontract.drift.lifecycle import announced
from qcontract.drift.metadata import compare_extensions
from qcontract.drift.nodes import Node
from qcontract.drift.paths import Endpoint
from qcontract.drift.schemas import Direction
from qcontract.findings import Evidence

__all__ = ["Parameter", "compare_parameters", "compare_value", "parameters"]

_STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
_ALIKE_FOR_SCALARS = frozenset({"form", "spaceDelimited", "pipeDelimited", "deepObject"})
_SCALARS = frozenset({"boolean", "integer", "number", "string"})


@frozen(eq=False)
class Parameter:
    """A parameter where it stands; ``key`` is how it is recognised in the other document."""

    key: tuple[str, str]
    node: Node

    @property
    def name(self) -> str:
        """Its name as written."""
        return str(self.node.get("name"))

    @property
    def place(self) -> str:
        """The part of the request in which it stands."""
        return str(self.node.get("in"))

    @property
    def is_required(self) -> bool:
        """Whether requests must have it."""
        return self.place == "path" or is_true(self.node.get("required"))


def parameters(endpoint: Endpoint, *, by_position: bool = True) -> dict[tuple[str, str], Parameter]:
    """The parameters of an operation, those of its path included unless it has its own of the same name.

    Args:
        endpoint: The operation.
        by_position: Whether placeholders of the path are known by their order, whatever they are called.
    """
    found: dict[tuple[str, str], Parameter] = {}
    for level in (endpoint.item, endpoint.node):
        for node in _listed(level, endpoint.node.home):
            parameter = Parameter(_key(node, endpoint, by_position=by_position), node)
            found[parameter.key] = parameter
    return found


def _listed(level: Node, home: str) -> Iterator[Node]:
    for index, _ in enumerate(level.entries("parameters")):
        node = level.child("parameters", index, path="")
        if is_object(node.value) and isinstance(node.get("name"), str) and str(node.get("in")) in _STYLES:
            path = pointer.join("parameters", str(node.get("in")), str(node.get("name")))
            yield (
                node
                if node.home.startswith("/components/")
                else Node(node.document, node.side, node.pointer, node.value, home, path, node.entry)
            )


def _key(node: Node, endpoint: Endpoint, *, by_position: bool) -> tuple[str, str]:
    name, place = str(node.get("name")), str(node.get("in"))
    if by_position and place == "path" and name in endpoint.placeholders:
        return place, str(endpoint.placeholders.index(name))
    return place, name.lower() if place == "header" else name


def compare_parameters(comparing: Comparing, old: Endpoint, new: Endpoint) -> None:
    """Compare the parameters of one operation."""
    as_many = len(old.placeholders) == len(new.placeholders)
    before, after = (parameters(endpoint, by_position=as_many) for endpoint in (old, new))
    gone = [parameter for key, parameter in before.items() if key not in after]
    come = [parameter for key, parameter in after.items() if key not in before]
    for one, other in _paired(comparing, gone, come):
        gone.remove(one)
        come.remove(other)
        moved = one.place != other.place
        said = (one.place, other.place) if moved else (one.name, other.name)
        name = "parameter-moved" if moved else "parameter-renamed"
        comparing.add(name, one.node, other.node, comparing.asking, value=one.name, before=said[0], after=said[1])
        _compare(comparing, one, other)
    for parameter in gone:
        _removed(comparing, parameter)
    for parameter in come:
        name = "parameter-added-required" if parameter.is_required else "parameter-added"
        shown = _request_without(comparing, parameter) if parameter.is_required else None
        comparing.add(name, None, parameter.node, comparing.asking, value=parameter.name, evidence=shown)
    for key, parameter in before.items():
        if key in after:
            _compare(comparing, parameter, after[key])


def _paired(comparing: Comparing, gone: list[Parameter], come: list[Parameter]) -> list[tuple[Parameter, Parameter]]:
    """What moved to another part of the request, or got another name there."""
    pairs: list[tuple[Parameter, Parameter]] = []
    for same in (_moved, _renamed):
        for one in gone:
            free = [other for other in come if all(other is not pair[1] for pair in pairs)]
            other = next((candidate for candidate in free if same(comparing, one, candidate)), None)
            if other is not None and all(one is not pair[0] for pair in pairs):
                pairs.append((one, other))
    return pairs


def _moved(_: Comparing, old: Parameter, new: Parameter) -> bool:
    return old.place != new.place and old.name == new.name


def _renamed(comparing: Comparing, old: Parameter, new: Parameter) -> bool:
    if old.place != new.place or not alike(old.name, new.name):
        return False
    pair = _schema(old.node), _schema(new.node)
    return bool(comparing.explainer.relation(*pair, comparing.asking).equal)


def _request_without(comparing: Comparing, parameter: Parameter) -> Evidence | None:
    """A request that leaves a parameter out, which only the part before the query string cannot."""
    if parameter.place == "path":
        return None
    return comparing.request(without=f"{parameter.place} parameter {parameter.name}")


def _removed(comparing: Comparing, parameter: Parameter) -> None:
    node = parameter.node
    name = "parameter-removed"
    if is_true(node.get("deprecated")):
        early = comparing.lifecycle.is_early(node.get)
        name = "parameter-removed-before-sunset" if early else "parameter-removed-deprecated"
    comparing.add(name, node, None, comparing.asking, value=parameter.name, before=node.get("x-sunset"))


def _compare(comparing: Comparing, old: Parameter, new: Parameter) -> None:
    before, after = old.node, new.node
    if old.place == new.place == "path" and old.name != new.name and comparing.client != "wire":
        name = "path-parameter-renamed"
        comparing.add(name, before, after, comparing.asking, value=old.name, before=old.name, after=new.name)
    if comparing.sameness.same(before, after):
        return
    if old.is_required != new.is_required:
        name = "parameter-became-required" if new.is_required else "parameter-became-optional"
        shown = _request_without(comparing, new) if new.is_required else None
        comparing.add(name, before, after, comparing.asking, evidence=shown)
    _compare_flags(comparing, before, after)
    compare_value(comparing, before, after, old.place, f"{old.place} parameter {old.name}")
    _compare_lifecycle(comparing, before, after)
    compare_extensions(comparing, before, after)


def _compare_flags(comparing: Comparing, old: Node, new: Node) -> None:
    flags = {
        "allowReserved": ("parameter-reserved-narrowed", "parameter-reserved-widened"),
        "allowEmptyValue": ("parameter-empty-refused", "parameter-empty-allowed"),
    }
    for keyword, (lost, won) in flags.items():
        before, after = is_true(old.get(keyword)), is_true(new.get(keyword))
        if before != after:
            comparing.add(won if after else lost, old, new, comparing.asking)


def _compare_lifecycle(comparing: Comparing, old: Node, new: Node) -> None:
    before, after = is_true(old.get("deprecated")), is_true(new.get("deprecated"))
    if before != after:
        name = "parameter-deprecated" if after else "parameter-reactivated"
        said = announced(new.get("x-sunset")) if after else None
        comparing.add(name, old, new, comparing.asking, value=said)
    for change in comparing.lifecycle.changes(old.get, new.get):
        comparing.add(change.rule, old, new, before=change.before, after=change.after)


def compare_value(comparing: Comparing, old: Node, new: Node, where: str, part: str, *, answer: bool = False) -> None:
    """Compare how the value of a parameter or header is written, and which values there are.

    Args:
        comparing: The comparison.
        old: The parameter or header before.
        new: The same after.
        where: Where it stands: ``query``, ``path``, ``header`` or ``cookie``.
        part: What people call it.
        answer: Whether it belongs to an answer.
    """
    direction = comparing.answering if answer else comparing.asking
    before, after = _encoding(old), _encoding(new)
    pair = _schema(old), _schema(new)
    if before != after:
        comparing.add("parameter-content-changed", old, new, direction, before=before, after=after)
    elif before == "style":
        scalar = any(_is_scalar(node) for node in pair)
        styles = [_style(node, where, scalar=scalar) for node in (old, new)]
        if styles[0] != styles[1]:
            comparing.add("parameter-style-changed", old, new, direction, before=styles[0], after=styles[1])
        pair = _as_text(*pair, direction, several=_takes_several(old if answer else new, where))
    comparing.schema(*pair, direction, part, parameter=not answer)


def _encoding(node: Node) -> str:
    return next(iter(node.members("content")), "style")


def _style(node: Node, part: str, *, scalar: bool) -> str:
    """How a value is written; what makes no difference for a single one is left out."""
    style = str(node.get("style") or _STYLES[part])
    if scalar:
        return "form" if style in _ALIKE_FOR_SCALARS else style
    return f"{style}, {'exploded' if node.get('explode', style == 'form') is True else 'not exploded'}"


def _is_scalar(schema: Node) -> bool:
    types = _types(schema)
    return types is not None and types <= _SCALARS


def _types(schema: Node) -> frozenset[str] | None:
    """The types that a value may have, in whichever branch; None if any."""
    shape = shape_of(schema)
    if not shape.branches:
        return shape.types
    found = [_types(branch) for branch in shape.branches]
    return None if None in found else frozenset[str]().union(*(types for types in found if types is not None))


def _takes_several(node: Node, part: str) -> bool:
    """Whether a parameter may be repeated, so that one value is a list of one."""
    style = str(node.get("style") or _STYLES[part])
    return style == "form" and node.get("explode", True) is True


def _as_text(old: Node, new: Node, direction: Direction, *, several: bool) -> tuple[Node, Node]:
    """Describe what is taken as it is on the way, where every single value is text.

    Who takes any text takes a number or a truth value as well, and who takes a list takes a single entry.
    """
    sent, taken = (old, new) if direction is Direction.REQUEST else (new, old)
    types, shape = _types(sent), shape_of(taken)
    if types is None or not types <= _SCALARS:
        return old, new
    if shape.types == frozenset({"string"}) and not shape.values and not shape.keywords:
        wider = taken.without(typed(taken, types | {"string"}, null=shape.takes_null))
    elif several and shape.types == frozenset({"array"}) and "items" in shape.keywords:
        entry = shape.owner("items").child("items").reference
        wider = taken.without({"anyOf": [taken.reference, entry]})
    else:
        return old, new
    return (old, wider) if direction is Direction.REQUEST else (wider, new)


def _schema(node: Node) -> Node:
    for media in node.members("content"):
        if is_object(node.members("content")[media]) and "schema" in node.members("content")[media]:
            return node.child("content", media, "schema", path="")
    return node.child("schema", path="") if node.get("schema") is not None else node.without({})
