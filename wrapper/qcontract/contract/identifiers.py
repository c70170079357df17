"""The names that JSON Schema 2020-12 gives to places: ``$id``, ``$anchor`` and ``$dynamicAnchor``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urldefrag, urljoin

from attrs import define, field

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import is_array, is_object
from qcontract.contract.origins import has_scheme

__all__ = ["DATA", "Identifiers"]

DATA = frozenset({"const", "default", "enum", "example", "examples"})
"""Members whose values are data: what looks like a keyword in there is none."""

_NAMING = frozenset({"properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas"})
_TREE = "https://tree.invalid/"  # stands for the folder of the first document when addresses are joined


@define(eq=False)
class Identifiers:
    """What the identifiers in one document name; every pointer is within that document."""

    _base: str
    _resources: dict[str, str] = field(factory=dict[str, str])
    _bases: dict[str, str] = field(factory=dict[str, str])
    _anchors: dict[tuple[str, str], str] = field(factory=dict[tuple[str, str], str])
    _dynamic: dict[str, list[str]] = field(factory=dict[str, list[str]])

    @classmethod
    def of(cls, document: Any, key: str) -> Identifiers:
        """Collect them.

        Args:
            document: The document; None if it is known to have none.
            key: The path of the document in its tree, or its address.
        """
        found = cls(key if has_scheme(key) else _TREE + quote(key))
        for scope, where, node in _schemas(document):
            found._note(scope, where, node)
        return found

    def absolute(self, scope: str, reference: str) -> str:
        """The address that a reference names when it stands in the schema at ``scope``."""
        try:
            return urldefrag(urljoin(self._bases.get(scope, self._base), reference)).url
        except ValueError:
            return reference

    def resource(self, address: str) -> str | None:
        """The pointer of the schema whose ``$id`` is ``address``."""
        return self._resources.get(address)

    def scope(self, where: str) -> str:
        """The pointer of the innermost schema with an ``$id`` that holds ``where``; empty if there is none."""
        if not self._bases:
            return ""
        return max((base for base in self._bases if where == base or where.startswith(f"{base}/")), key=len, default="")

    def anchor(self, scope: str, name: str) -> str | None:
        """The pointer that an anchor names in the schema at ``scope``."""
        return self._anchors.get((scope, name))

    def dynamic(self, name: str) -> list[str]:
        """The pointers of all schemas with this ``$dynamicAnchor``."""
        return self._dynamic.get(name, [])

    def _note(self, scope: str, where: str, node: dict[str, Any]) -> None:
        if isinstance(identifier := node.get("$id"), str):
            address = self.absolute(scope, identifier)
            self._resources[address], self._bases[where], scope = where, address, where
        for keyword in ("$anchor", "$dynamicAnchor"):
            if isinstance(name := node.get(keyword), str):
                self._anchors[scope, name] = where
                if keyword == "$dynamicAnchor":
                    self._dynamic.setdefault(name, []).append(where)


def _schemas(document: Any) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every object that has an identifier, outer ones first, with the scope in which it stands and its pointer."""
    waiting: list[tuple[str, str, Any, bool]] = [("", "", document, False)]
    while waiting:
        scope, where, node, names = waiting.pop()
        if is_array(node):
            waiting += [(scope, f"{where}/{index}", item, False) for index, item in enumerate(node)]
        elif is_object(node):
            if not names and not node.keys().isdisjoint(("$id", "$anchor", "$dynamicAnchor")):
                yield scope, where, node
                scope = where if isinstance(node.get("$id"), str) else scope
            waiting += [
                (scope, where + pointer.join(key), value, not names and key in _NAMING)
                for key, value in node.items()
                if names or key not in DATA
            ]
