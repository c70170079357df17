"""Parameters: whether they are there, how they are written, and what values they take."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import is_object, is_true
from qcontract.drift.comparing import Comparing
from qcontract.drift.explain.renames import alike
from qcontract.drift.lifecycle import announced
from qcontract.drift.mediatypes import MediaType
from qcontract.drift.metadata import compare_extensions
from qcontract.drift.nodes import Node
from qcontract.drift.paths import Endpoint
from qcontract.drift.presence import Presence
from qcontract.drift.schemas import Direction
from qcontract.drift.texts import Lists, as_text, is_scalar, types_of
from qcontract.findings import Evidence

__all__ = ["Parameter", "compare_parameters", "compare_value", "parameters"]

_STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
_SAID_ELSEWHERE = frozenset({"accept", "authorization", "content-type"})
"""Headers of requests that OpenAPI ignores as parameters: media types and security say what they are."""
_SEPARATED = frozenset({"form", "pipeDelimited", "simple", "spaceDelimited"})
_ALIKE_FOR_SCALARS = frozenset({"form", "spaceDelimited", "pipeDelimited", "deepObject"})


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
        if is_object(node.value) and isinstance(node.get("name"), str) and _is_read(node):
            path = pointer.join("parameters", str(node.get("in")), str(node.get("name")))
            yield (
                node
                if node.home.startswith("/components/")
                else Node(node.document, node.side, node.pointer, node.value, home, path, node.entry)
            )


def _is_read(node: Node) -> bool:
    place = str(node.get("in"))
    return place in _STYLES and not (place == "header" and str(node.get("name")).lower() in _SAID_ELSEWHERE)


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
    for one, other in () if comparing.inverted else _paired(comparing, gone, come):
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
        presence: Presence = "added required" if parameter.is_required else "added"
        shown = _request_without(comparing, parameter) if parameter.is_required else None
        more = {"value": parameter.name, "evidence": shown}
        comparing.present("parameter", presence, None, parameter.node, comparing.asking, **more)
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
    node, way = parameter.node, comparing.asking
    if comparing.inverted or not is_true(node.get("deprecated")):
        comparing.present("parameter", "removed", node, None, way, value=parameter.name)
    else:
        early = comparing.lifecycle.is_early(node.get)
        name = "parameter-removed-before-sunset" if early else "parameter-removed-deprecated"
        comparing.add(name, node, None, way, value=parameter.name, before=node.get("x-sunset"))


def _compare(comparing: Comparing, old: Parameter, new: Parameter) -> None:
    before, after = old.node, new.node
    if old.place == new.place == "path" and old.name != new.name:
        _renamed_in_path(comparing, old, new)
    if comparing.sameness.same(before, after):
        return
    if old.is_required != new.is_required:
        presence: Presence = "became required" if new.is_required else "became optional"
        shown = _request_without(comparing, new) if new.is_required else None
        comparing.present("parameter", presence, before, after, comparing.asking, evidence=shown)
    if old.place == "query":  # elsewhere they say nothing
        _compare_flags(comparing, before, after)
    sender = old if comparing.asking is Direction.REQUEST else new
    part = f"{old.place} parameter {old.name}"
    compare_value(comparing, before, after, old.place, part, optional=not sender.is_required)
    _compare_lifecycle(comparing, before, after)
    compare_extensions(comparing, before, after)


def _renamed_in_path(comparing: Comparing, old: Parameter, new: Parameter) -> None:
    """Addresses stay the same, unless the style writes names in them."""
    is_written = any(parameter.node.get("style") == "matrix" for parameter in (old, new))
    if not is_written and comparing.client == "wire":
        return
    name = "parameter-renamed" if is_written else "path-parameter-renamed"
    comparing.add(name, old.node, new.node, comparing.asking, value=old.name, before=old.name, after=new.name)


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


def compare_value(
    comparing: Comparing, old: Node, new: Node, where: str, part: str, *, answer: bool = False, optional: bool = False
) -> None:
    """Compare how the value of a parameter or header is written, and which values there are.

    Args:
        comparing: The comparison.
        old: The parameter or header before.
        new: The same after.
        where: Where it stands: ``query``, ``path``, ``header`` or ``cookie``.
        part: What people call it.
        answer: Whether it belongs to an answer.
        optional: Whether who sends it may leave it out, and then means its default.
    """
    direction = comparing.answering if answer else comparing.asking
    before, after = _encoding(old), _encoding(new)
    pair = _schema(old), _schema(new)
    if before != after:
        said = [each.written if each else "style" for each in (before, after)]
        comparing.add("parameter-content-changed", old, new, direction, before=said[0], after=said[1])
    elif before is None:
        styles = [_style(node, where, pair) for node in (old, new)]
        if styles[0] != styles[1]:
            comparing.add("parameter-style-changed", old, new, direction, before=styles[0], after=styles[1])
        taken = new if direction is Direction.REQUEST else old
        pair = as_text(comparing, *pair, direction, lists=_lists(taken, where))
    comparing.schema(*pair, direction, part, parameter=not answer, optional=optional)


def _encoding(node: Node) -> MediaType | None:
    """The media type that writes a value; None where its style does."""
    return next(map(MediaType.of, node.members("content")), None)


def _style(node: Node, part: str, pair: tuple[Node, Node]) -> str:
    """How a value is written; what makes no difference for its type is left out."""
    style = str(node.get("style") or _STYLES[part])
    if any(map(is_scalar, pair)):
        return "form" if style in _ALIKE_FOR_SCALARS else style
    if style == "simple" and all("object" not in (types_of(schema) or {"object"}) for schema in pair):
        return style
    return f"{style}, {'exploded' if node.get('explode', style == 'form') is True else 'not exploded'}"


def _lists(node: Node, part: str) -> Lists:
    """How lists are written: a parameter that may be repeated takes one value as a list of one."""
    style = str(node.get("style") or _STYLES[part])
    if style == "form" and node.get("explode", True) is True:
        return "repeated"
    return "separated" if style in _SEPARATED else "none"


def _schema(node: Node) -> Node:
    for media in node.members("content"):
        if is_object(node.members("content")[media]) and "schema" in node.members("content")[media]:
            return node.child("content", media, "schema", path="")
    return node.child("schema", path="") if node.get("schema") is not None else node.without({})
