"""One side of a comparison: where references lead, and which properties are marked."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from qcontract.contract import pointer
from qcontract.contract.dialect import OPENAPI_3_0, OPENAPI_3_1, Dialect
from qcontract.contract.jsonvalue import JsonObject, is_array, is_object, is_true
from qcontract.errors import ContractError

__all__ = ["Document", "dialect_of_version", "marks_in"]

_ABSENT = object()


def dialect_of_version(version: str) -> Dialect:
    """The dialect of an OpenAPI version."""
    return OPENAPI_3_0 if version.startswith("3.0") else OPENAPI_3_1


def marks_in(text: bytes | None) -> set[str]:
    """The marks that may stand in a schema or document of some text; most documents have none."""
    return {mark for mark in ("readOnly", "writeOnly") if text is None or mark.encode() in text}


@define(eq=False)
class Document:
    """A document with what was already looked up in it; ``marks`` are those whose properties may be asked about."""

    root: JsonObject
    dialect: Dialect
    marks: set[str]
    _targets: dict[str, tuple[str, Any]] = field(factory=dict[str, tuple[str, Any]])

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
        if mark not in self.marks:
            return frozenset()
        return frozenset(name for name, schema in properties.items() if self.is_marked(schema, mark))

    def has_mark(self, mark: str) -> bool:
        """Whether any schema may carry ``readOnly`` or ``writeOnly``."""
        return mark in self.marks

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
