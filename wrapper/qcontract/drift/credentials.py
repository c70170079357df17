"""Credentials: what a security scheme asks of callers, and which ones are enough for which."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from attrs import frozen

from qcontract.contract.jsonvalue import JsonObject, canonical, is_array, is_object
from qcontract.drift.difference import shown
from qcontract.drift.nodes import Node

__all__ = ["Alternative", "Credential", "alternatives"]

_NOT_ON_THE_WIRE = frozenset({"bearerFormat", "description", "scopes"})


@frozen
class Credential:
    """One scheme with the scopes that are asked of it; schemes of equal content are one.

    Args:
        content: What the scheme says that clients notice.
        name: What the document calls it.
        scopes: What a token must permit.
    """

    content: str
    name: str
    scopes: frozenset[str]

    @cached_property
    def _said(self) -> JsonObject:
        """The scheme as an object again; empty for one that the document does not describe."""
        value: Any = json.loads(self.content) if self.content.startswith("{") else None
        return value if is_object(value) else {}

    def suffices(self, asked: Credential) -> bool:
        """Whether whoever has this has what is asked."""
        return self.is_kind_of(asked) and asked.scopes <= self.scopes

    def is_kind_of(self, asked: Credential) -> bool:
        """Whether it is sent and obtained in a way in which the other one is: a token, by a flow that is there."""
        if self.content == asked.content:
            return True
        return self._rest() == asked._rest() and bool(self._flows()) and _extend(self._flows(), asked._flows())

    def apart(self, other: Credential) -> str:
        """What it says that another one does not, in words as far as it is made of texts."""
        own = {name: value for name, value in self._said.items() if other._said.get(name) != value}
        return ", ".join(f"{name} {shown(value)}" for name, value in own.items()) or self.content

    def _flows(self) -> JsonObject:
        flows = self._said.get("flows") if self._said.get("type") == "oauth2" else None
        return flows if is_object(flows) else {}

    def _rest(self) -> JsonObject:
        return {name: value for name, value in self._said.items() if name != "flows"}

    def __str__(self) -> str:
        return f"{self.name} ({', '.join(sorted(self.scopes))})" if self.scopes else self.name


Alternative = frozenset[Credential]


def _extend(flows: JsonObject, others: JsonObject) -> bool:
    """Whether the other flows are these, and perhaps more of them or more addresses in them."""
    return all(
        is_object(flow) and is_object(other := others.get(name)) and flow.items() <= other.items()
        for name, flow in flows.items()
    )


def alternatives(operation: Node) -> list[Alternative]:
    """The sets of credentials of which each is enough for an operation."""
    said = operation.get("security")
    said = operation.document.get("security", []) if said is None else said
    entries = [entry for entry in said if is_object(entry)] if is_array(said) else []
    found = [frozenset(_credentials(entry, operation.document)) for entry in entries]
    return list(dict.fromkeys(found)) or [frozenset()]


def _credentials(entry: JsonObject, document: JsonObject) -> Iterator[Credential]:
    components = document.get("components")
    schemes = components.get("securitySchemes") if is_object(components) else None
    for name, scopes in entry.items():
        scheme = schemes.get(name) if is_object(schemes) else None
        yield Credential(_content(document, scheme, name), name, frozenset(map(str, scopes or ())))


def _content(document: JsonObject, scheme: Any, name: str) -> str:
    """What a scheme asks of callers, without what only people read."""
    if not is_object(scheme):
        return f"unknown {name}"
    if "$ref" in scheme:
        root = Node(document, "old", "", {"scheme": scheme}, "")
        scheme = root.child("scheme").value
    return canonical(_wire(scheme))


def _wire(value: Any) -> Any:
    if not is_object(value):
        return value
    kept = {key: _wire(part) for key, part in value.items() if key not in _NOT_ON_THE_WIRE and not key.startswith("x-")}
    if (kept.get("type") == "apiKey" and kept.get("in") == "header") or "scheme" in kept:
        return {key: part.lower() if isinstance(part, str) else part for key, part in kept.items()}
    return kept
