"""Where differences stand, in the words of people who know operations and not pointers.

>>> from qcontract.drift.nodes import Node
>>> node = Node({}, "new", "", None, "/paths/~1jobs~1{}/get", "/responses/200/application~1json/results")
>>> str(place_of(node, "response", ("GET /jobs/{UUID}",)))
'GET /jobs/{UUID} 200, .results'
"""

from __future__ import annotations

from typing import Any

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_object
from qcontract.contract.source import FILES
from qcontract.drift.nodes import Node
from qcontract.findings import Exchange, Place

__all__ = ["place_of"]

_TRAVEL: dict[Exchange, str] = {"request": ", sent", "response": ", received", "both": ""}
_KINDS = {
    "callbacks": "callback",
    "headers": "header",
    "links": "link",
    "pathItems": "path item",
    "responses": "response",
    "securitySchemes": "security scheme",
}
_JSON = "application/json"
_SINGLE = frozenset({"parameters", "requestBodies"})
"""Components that stand for one part of a request, so that their users need no look at where they are named."""
_GRAMMAR = frozenset({"content", "properties", "schema"})
"""Steps of a pointer that the path of a subject leaves out."""
_OF_ALL = frozenset({"security", "servers"})
_NAMED = frozenset({"link", "required", "status"})
"""Aspects of the one who names a component, and not of the component."""


def place_of(node: Node, direction: Exchange, operations: tuple[str, ...], aspect: str = "") -> Place:
    """Where a difference stands.

    Args:
        node: The place in one of the documents.
        direction: Which messages.
        operations: The operations that it reaches.
        aspect: What is said about the place.
    """
    home, names = pointer.parts(node.home), pointer.parts(node.path)
    if aspect in _NAMED and node.site is not None and home[1:2] and home[1] not in _SINGLE:
        home, names = (pointer.parts(each) for each in node.site)
    names = () if aspect == "status" else names
    note, home = _origin(home)
    match home:
        case ("components", "schemas", name):
            return Place(part=name, members=names, note=note + _TRAVEL[direction])
        case ("components", "parameters", _):
            return Place(_all(operations), _parameter(node), names)
        case ("components", "requestBodies", _):
            return _body(_all(operations), names)
        case ("components", "responses", name):
            status = _status(node.document, pointer.join(*home), operations)
            if status:
                return _answer(operations[0], status, names, operations)
            return _in_message("", f"response {name}", names, note + _TRAVEL[direction])
        case ("components", kind, name):
            return Place(part=f"{_KINDS.get(kind, kind)} {name}", members=names, note=note)
        case ("paths" | "webhooks", path, method):
            return _in_operation(operations or (f"{method.upper()} {path}",), names)
        case ("paths", _, _, "callbacks", _, _, _):
            return _in_operation(operations, names)
        case ("paths" | "webhooks", path, method, *rest):
            own = f"{method.upper()} {path}"
            steps = (step for step in (*rest, *names) if step not in _GRAMMAR)
            return _in_operation((own, *(name for name in operations if name != own)), tuple(steps))
        case _:
            return _elsewhere(home, names, note, operations)


def _origin(home: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """What to say of a component, and its name without the file that it stands in."""
    if home[:1] == (FILES,):
        return f"component of {home[1]}", home[2:]
    return "component", home


def _all(operations: tuple[str, ...]) -> str:
    return _several(operations[0], operations) if operations else ""


def _several(first: str, operations: tuple[str, ...]) -> str:
    return first if len(operations) == 1 else f"{first} and {len(operations) - 1} more"


def _in_operation(operations: tuple[str, ...], names: tuple[str, ...]) -> Place:
    reach = _all(operations)
    match names:
        case ("parameters", where, name, *rest):
            return Place(reach, f"{where} parameter {name}", tuple(rest))
        case ("requestBody", *rest):
            return _body(reach, tuple(rest))
        case ("responses", status, *rest):
            return _answer(operations[0], status, tuple(rest), operations)
        case ("callbacks", name, *_):
            return Place(reach, f"callback {name}")
        case _:
            return Place(reach, " ".join(names))


def _body(reach: str, names: tuple[str, ...]) -> Place:
    return _in_message(reach, "body", names)


def _answer(operation: str, status: str, names: tuple[str, ...], operations: tuple[str, ...]) -> Place:
    return _in_message(_several(f"{operation} {status}", operations), "", names)


def _in_message(reach: str, part: str, names: tuple[str, ...], note: str = "") -> Place:
    """A place in a message: media types are said where they are not the usual one."""
    match names:
        case ("headers" | "links" as kind, name, *rest):
            return Place(reach, f"{part} {_KINDS[kind]} {name}".strip(), tuple(rest), note)
        case (media, *rest) if "/" in media:
            part = part if media == _JSON else f"{part or 'body'} {media}"
            return Place(reach, part, tuple(rest), note)
        case _:
            return Place(reach, part, names, note)


def _parameter(node: Node) -> str:
    said = _found(node.document, node.home)
    return f"{said.get('in')} parameter {said.get('name')}"


def _status(document: JsonObject, home: str, operations: tuple[str, ...]) -> str:
    """The status under which the first operation names this answer; empty if that cannot be told."""
    method, _, path = operations[0].partition(" ") if operations else ("", "", "")
    responses = _found(document, pointer.join("paths", path, method.lower(), "responses"))
    reference = pointer.to_fragment(home)
    named = (status for status, said in responses.items() if is_object(said) and said.get("$ref") == reference)
    return next(named, "")


def _found(document: JsonObject, target: str) -> JsonObject:
    value: Any = document
    for name in pointer.parts(target):
        value = value.get(name) if is_object(value) else None
    return value if is_object(value) else {}


def _elsewhere(home: tuple[str, ...], names: tuple[str, ...], note: str, operations: tuple[str, ...]) -> Place:
    """A place that no operation or component holds: in another file, or said as the way down the document."""
    file = note.removeprefix("component").removeprefix(" of ")
    if file:
        return _in_message(_all(operations), " > ".join((file, *home)), names)
    way = (*home, *names)
    if len(way) == 1 and way[0] in _OF_ALL:
        return Place(part=f"{way[0]} of the whole API")
    return Place(part=" > ".join(way) or "document")
