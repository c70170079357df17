"""One side of a comparison: where references lead, and which properties are marked."""

from __future__ import annotations

import marshal
from typing import Any

from attrs import define, field

from qcontract.contract import pointer
from qcontract.contract.dialect import OPENAPI_3_0, OPENAPI_3_1, Dialect
from qcontract.contract.jsonvalue import JsonObject, is_array, is_object, is_true
from qcontract.errors import ContractError

__all__ = ["Document", "dialect_of_version", "sharing", "text_of"]

_ABSENT = object()


def text_of(schema: Any) -> bytes | None:
    """Bytes that are equal only for equal JSON with members in the same order; None if it is nested too deep."""
    try:
        return marshal.dumps(schema, 2)  # version 2 writes no back references, which would depend on object identity
    except ValueError:
        return None


def sharing(old: JsonObject, new: JsonObject) -> JsonObject:
    """The new document, in which the components that are as in the old one are those of the old one themselves."""
    kinds = {
        kind: {name: _shared(_member(old, "components", kind, name), value) for name, value in members.items()}
        if is_object(members)
        else members
        for kind, members in _object(new.get("components")).items()
    }
    return {**new, "components": kinds} if kinds else new


def _shared(old: Any, new: Any) -> Any:
    text = text_of(new)
    return old if text is not None and text == text_of(old) else new


def _member(value: Any, *names: str) -> Any:
    for name in names:
        value = _object(value).get(name)
    return value


def _object(value: Any) -> JsonObject:
    return value if is_object(value) else {}


def dialect_of_version(version: str) -> Dialect:
    """The dialect of an OpenAPI version."""
    return OPENAPI_3_0 if version.startswith("3.0") else OPENAPI_3_1


@define(eq=False)
class Document:
    """A document with what was already looked up in it."""

    root: JsonObject
    dialect: Dialect
    _targets: dict[str, tuple[str, Any]] = field(factory=dict[str, tuple[str, Any]])
    _marks: set[str] = field(factory=set[str])

    def __attrs_post_init__(self) -> None:
        self.note_marks(self.root)

    def note_marks(self, schema: Any) -> None:
        """Look for marks in a value whose properties may be asked about; most documents have none."""
        text = text_of(schema)
        self._marks |= {mark for mark in ("readOnly", "writeOnly") if text is None or mark.encode() in text}

    def target(self, reference: object) -> tuple[str, Any] | None:
        """The pointer and the schema that a reference leads to, or None when it leads nowhere."""
        if not isinstance(reference, str):
            return None
        if reference not in self._targets:
            try:
                where = pointer.from_fragment(reference)
                self._targets[reference] = (where, pointer.find(self.root, where))
            except ContractError:
                self._targets[reference] = ("", _ABSENT)
        where, schema = self._targets[reference]
        return None if schema is _ABSENT else (where, schema)

    def marked_of(self, properties: JsonObject, mark: str) -> frozenset[str]:
        """The properties whose schemas carry ``readOnly`` or ``writeOnly``."""
        if mark not in self._marks:
            return frozenset()
        return frozenset(name for name, schema in properties.items() if self.is_marked(schema, mark))

    def is_marked(self, schema: Any, mark: str) -> bool:
        """Whether a property's schema carries ``readOnly`` or ``writeOnly``, itself or by what it is composed of."""
        waiting, seen = [schema], set[int]()
        while waiting:
            part = waiting.pop()
            if not is_object(part) or id(part) in seen:
                continue
            seen.add(id(part))
            if is_true(part.get(mark)) and not (self.dialect.ref_hides_siblings and "$ref" in part):
                return True
            if "$ref" in part:
                found = self.target(part["$ref"])
                waiting.extend([found[1]] if found else [])
            composed = part.get("allOf")
            waiting.extend(composed if is_array(composed) else [])
        return False

    def marked_names(self, schema: Any, mark: str) -> frozenset[str]:
        """The names that a composition marks in any of its parts."""
        names: set[str] = set()
        waiting, seen = [schema], set[int]()
        while waiting:
            part = waiting.pop()
            if not is_object(part) or id(part) in seen:
                continue
            seen.add(id(part))
            properties = part.get("properties")
            if is_object(properties):
                names |= self.marked_of(properties, mark)
            if "$ref" in part:
                found = self.target(part["$ref"])
                waiting.extend([found[1]] if found else [])
            composed = part.get("allOf")
            waiting.extend(composed if is_array(composed) else [])
        return frozenset(names)
