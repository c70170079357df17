"""A walk through a description that finds what is invalid, and leaves references that only lead to its own places."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from attrs import define, field, frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import canonical, is_array, is_object
from qcontract.contract.library import Library, Sheet, Target, Unresolved, is_reference
from qcontract.contract.schemarules import Rule, respelled, rules
from qcontract.contract.shapes import MEMBERS, REFERABLE, Kind, Shape
from qcontract.contract.unread import INVALID, UNREAD, unread
from qcontract.errors import ContractError

__all__ = ["Problem", "Survey"]

_LONGEST_CHAIN = 100
_PARAMETER_PLACES = frozenset({"cookie", "header", "path", "query"})
_PATTERNED: dict[Kind, Kind] = {"paths": "path item", "callback": "path item", "responses": "response"}
_MAY_BE_EMPTY: frozenset[Kind] = frozenset({"media type", "path item", "response", "schema"})
_ARTICLES: dict[Kind, str] = {
    **dict.fromkeys(("components", "paths", "responses"), "the"),
    **dict.fromkeys(("encoding", "example", "operation"), "an"),
}
_MAY_BE_BOOLEAN = frozenset({"additionalProperties"})  # in OpenAPI 3.0

_Part = tuple[str, str, Any]
"""What was taken out: its name, the message, its value."""
_Place = str | tuple[Any, str | int]
"""A pointer, or a place and the name of what is below it: most pointers are never needed."""


@frozen(order=True)
class Problem:
    """A part of a document that is not as OpenAPI wants it; the rest is compared all the same.

    ``read`` when what it means is plain nevertheless, so that it is compared as well.
    """

    pointer: str
    message: str
    read: bool = False


@define(eq=False)
class Survey:
    """Visits every part of a description once, following references into other documents.

    What it finds wrong it writes down, and changes only at the end, so that the order of members never matters.
    """

    library: Library
    problems: set[Problem] = field(factory=set[Problem])
    _waiting: list[tuple[Any, Kind, _Place, Sheet]] = field(factory=list[Any])
    _seen: defaultdict[Kind, set[int]] = field(factory=lambda: defaultdict[Kind, "set[int]"](set))
    _plain: set[tuple[str, str, str, Kind]] = field(factory=set[tuple[str, str, str, Kind]])
    _ended: dict[int, int] = field(factory=dict[int, int])
    _changes: list[tuple[Any, Any, Any]] = field(factory=list[tuple[Any, Any, Any]])
    _unread: dict[int, tuple[dict[str, Any], list[_Part]]] = field(factory=dict[int, Any])
    _names: frozenset[str] = frozenset()
    _members: dict[str, tuple[Shape, Kind]] = field(init=False)
    _rules: dict[str, Rule] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._members, self._rules = MEMBERS["schema"], rules(self.library.version)

    def run(self, sheet: Sheet) -> None:
        """Walk through the description that begins with ``sheet``, and put right what is wrong in it.

        Raises:
            ContractError: References form a circle, or lead where they must not.
        """
        root = sheet.value
        components = root.get("components")
        schemas = components.get("schemas") if is_object(components) else None
        self._names = frozenset(schemas) if is_object(schemas) else frozenset()
        self._visit(root, "document", "", sheet)
        while self._waiting:
            node, kind, place, sheet = self._waiting.pop()
            if kind == "schema":
                self._schema(node, place, sheet)
            else:
                self._object(node, kind, place, sheet)
        for node, key, value in self._changes:
            if value is _GONE:
                node.pop(key, None)
            else:
                node[key] = value
        for node, parts in self._unread.values():
            parts.sort(key=lambda part: (*part[:2], canonical(part[2])))
            node[UNREAD] = [{"name": name, "value": value} for name, _, value in parts]
            if node is not root and not any(node is root.get(name) for name in _LARGE):
                node[INVALID] = parts[0][1]

    def _visit(self, node: Any, kind: Kind, place: _Place, sheet: Sheet) -> None:
        seen = self._seen[kind]
        if id(node) not in seen:
            seen.add(id(node))
            self._waiting.append((node, kind, place, sheet))

    def _object(self, node: dict[str, Any], kind: Kind, place: _Place, sheet: Sheet) -> None:
        self._marked(node, place)
        if "$ref" in node and kind in REFERABLE:
            self._reference(node, "$ref", kind, place, sheet)
            if kind != "path item":
                return
        members = MEMBERS[kind]
        for key, value in node.items():
            if (member := members.get(key)) is not None:
                self._member(node, key, member, place, sheet)
            elif kind in _PATTERNED and not key.startswith("x-") and key != "$ref":
                self._one(node, key, value, _PATTERNED[kind], (place, key), sheet)
        if kind == "parameter" and "" not in unread(node):
            self._parameter(node, place)
        elif "security" in node and kind in ("document", "operation") and not _is_security(node["security"]):
            self._drop(node, "security", "'security' is not a list of schemes with their scopes", place)

    def _schema(self, node: dict[str, Any], place: _Place, sheet: Sheet) -> None:
        self._marked(node, place)
        if "$ref" in node:
            self._reference(node, "$ref", "schema", place, sheet)
            if self.library.version == "3.0":
                return
        if "$dynamicRef" in node and self.library.version != "3.0":
            self._dynamic_reference(node, place, sheet)
        for key, value in node.items():
            if (rule := self._rules.get(key)) is None:
                if (member := self._members.get(key)) is not None:
                    self._member(node, key, member, place, sheet)
            elif (message := rule(value)) is not None:
                self._wrong(node, key, message, place)
            elif key == "discriminator":
                self._mapping(node, value.get("mapping"), ((place, key), "mapping"), sheet)

    def _member(self, node: dict[str, Any], key: str, member: tuple[Shape, Kind], place: _Place, sheet: Sheet) -> None:
        value, (shape, kind), below = node[key], member, (place, key)
        if shape == "one" and value is not None:
            self._one(node, key, value, kind, below, sheet)
        elif shape == "map" and is_object(value):
            for name, item in value.items():
                self._one(value, name, item, kind, (below, name), sheet)
        elif shape == "list" and is_array(value):
            for index, item in enumerate(value):
                self._one(value, index, item, kind, (below, index), sheet)
        elif value is None:
            self._note(below, f"'{key}' is null; read as if it were not there", read=True)
            self._changes.append((node, key, _GONE))
        else:
            self._drop(node, key, f"'{key}' is {_what(value)} where {_WANTED[shape]} must stand", place)

    def _one(self, above: Any, key: str | int, value: Any, kind: Kind, place: _Place, sheet: Sheet) -> None:
        if is_object(value):
            self._visit(value, kind, place, sheet)
        elif kind == "schema" and isinstance(value, bool):
            if self.library.version == "3.0" and key not in _MAY_BE_BOOLEAN:
                self._note(place, "a boolean as a schema belongs to OpenAPI 3.1; read as it is meant there", read=True)
                self._changes.append((above, key, {} if value else {"not": {}}))
        elif value is None and kind in _MAY_BE_EMPTY:
            self._note(place, "null stands where an object must stand; read as an empty one", read=True)
            self._changes.append((above, key, {}))
        else:
            message = f"{_what(value)} stands where {_ARTICLES.get(kind, 'a')} {kind} must stand"
            self._note(place, message)
            self._changes.append((above, key, {INVALID: message, UNREAD: [{"value": value}]}))

    def _parameter(self, node: dict[str, Any], place: _Place) -> None:
        if not isinstance(node.get("name"), str):
            self._mark(node, "the parameter has no name", place)
        elif not isinstance(where := node.get("in"), str) or where not in _PARAMETER_PLACES:
            self._mark(node, f"'in' of the parameter is none of {', '.join(sorted(_PARAMETER_PLACES))}", place)

    def _reference(
        self, node: dict[str, Any], key: str, kind: Kind, place: _Place, sheet: Sheet, holder: Any = None
    ) -> None:
        reference = node[key]
        if not isinstance(reference, str):
            self._drop(node, key, f"'{key}' is {_what(reference)} where a text must stand", place)
            return
        scope = self._scope(place, sheet)
        if (sheet.place, scope, reference, kind) in self._plain:
            return
        try:
            target = self.library.resolve(sheet, scope, reference)
        except Unresolved as error:
            self._drop(node, key, str(error), place, holder)
            return
        if not is_object(target.value) and not (kind == "schema" and isinstance(target.value, bool)):
            message = f"the reference {reference!r:.200} leads to {_what(target.value)} where a {kind} must stand"
            self._drop(node, key, message, place, holder)
            return
        if reference.startswith("#/") and target.place == pointer.from_fragment(reference):
            self._plain.add((sheet.place, scope, reference, kind))  # wherever else it stands, nothing is left to do
        else:
            self._changes.append((node, key, pointer.to_fragment(target.place)))
        if is_object(target.value):
            self._refuse_circle(target)
            self._visit(target.value, kind, target.place, target.sheet)

    def _refuse_circle(self, target: Target) -> None:
        """Follow references until something else stands there, or what is known to end."""
        chain: dict[int, str] = {}
        while is_object(target.value) and isinstance(reference := target.value.get("$ref"), str):
            if id(target.value) in self._ended:
                break
            if id(target.value) in chain:
                raise self._complaint("form a circle", chain)
            chain[id(target.value)] = target.place
            try:
                target = self.library.resolve(target.sheet, self._scope(target.place, target.sheet), reference)
            except Unresolved:
                break
        length = self._ended.get(id(target.value), 0) + len(chain)
        if length > _LONGEST_CHAIN:
            raise self._complaint(f"are more than {_LONGEST_CHAIN} in a row", chain)
        self._ended.update({node: length - index for index, node in enumerate(chain)})

    def _complaint(self, message: str, chain: dict[int, str]) -> ContractError:
        name = next(iter(self.library.sheets.values())).origin.name
        return ContractError(f"{name}: the references from {min(chain.values()) or 'the root'} on {message}")

    def _dynamic_reference(self, node: dict[str, Any], place: _Place, sheet: Sheet) -> None:
        reference = node["$dynamicRef"]
        name = reference[1:] if isinstance(reference, str) and reference.startswith("#") else ""
        anchors = [known for each in self.library.sheets.values() for known in each.identifiers.dynamic(name)]
        if len(anchors) != 1 or "$ref" in node:
            leads = [{"$ref": pointer.to_fragment(sheet.place + anchor)} for anchor in anchors]
            message = "'$dynamicRef' is only understood when it can lead to one place"
            self._drop(node, "$dynamicRef", message, place, value=[reference, *leads])
            return
        self._reference(node, "$dynamicRef", "schema", place, sheet)
        self._changes += [(node, "$ref", pointer.to_fragment(sheet.place + anchors[0])), (node, "$dynamicRef", _GONE)]

    def _mapping(self, node: dict[str, Any], mapping: Any, place: _Place, sheet: Sheet) -> None:
        for name, target in mapping.items() if is_object(mapping) else ():
            if is_reference(target, self._names):
                self._reference(mapping, name, "schema", place, sheet, holder=node)

    def _wrong(self, node: dict[str, Any], keyword: str, message: str, place: _Place) -> None:
        spelling = respelled(node, keyword, self.library.version)
        if spelling is None:
            self._drop(node, keyword, message if keyword == "type" else f"'{keyword}' {message}", place)
            return
        values, message = spelling
        self._note((place, keyword), message, read=True)
        self._changes += [(node, name, _GONE if value is None else value) for name, value in values.items()]

    def _drop(
        self, node: dict[str, Any], key: str, message: str, place: _Place, holder: Any = None, value: Any = None
    ) -> None:
        self._note((place, key), message)
        self._take_out(node, key, message, node if holder is None else holder, node[key] if value is None else value)

    def _take_out(self, node: dict[str, Any], key: str, message: str, holder: dict[str, Any], value: Any) -> None:
        """Leave a member out, and mark the object whose meaning is not known without it."""
        self._changes.append((node, key, _GONE))
        name = key if holder is node else "discriminator"
        self._unread.setdefault(id(holder), (holder, []))[1].append((name, message, value))

    def _marked(self, node: dict[str, Any], place: _Place) -> None:
        """Repeat what an earlier reading of the document found, which it wrote into it."""
        if INVALID in node or UNREAD in node:
            message = str(node.get(INVALID, "it could not be read"))
            for name in unread(node) - {""} or {""}:
                self._note((place, name) if name else place, message)

    def _mark(self, node: dict[str, Any], message: str, place: _Place) -> None:
        self._note(place, message)
        self._changes.append((node, INVALID, message))

    def _note(self, place: _Place, message: str, *, read: bool = False) -> None:
        self.problems.add(Problem(_text(place), message, read))

    def _scope(self, place: _Place, sheet: Sheet) -> str:
        return sheet.identifiers.scope(_text(place)[len(sheet.place) :]) if sheet.identified else ""


_GONE = object()
_LARGE = ("paths", "components")  # too large to be called invalid as a whole
_WANTED: dict[Shape, str] = {"one": "an object", "map": "an object", "list": "a list"}


def _is_security(value: object) -> bool:
    return is_array(value) and all(is_object(each) and all(map(is_array, each.values())) for each in value)


def _text(place: _Place) -> str:
    names: list[str | int] = []
    while isinstance(place, tuple):
        place, name = place
        names.append(name)
    return place + pointer.join(*reversed(names))


def _what(value: object) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return {"dict": "an object", "list": "a list", "str": "a text"}.get(type(value).__name__, "a number")
