"""The references of one document, and what unions lead to through them."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from typing import Any

from attrs import define, field

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_object
from qcontract.drift.impact.spellings import objects_in
from qcontract.errors import ContractError

__all__ = ["References", "target_of"]

_DEEPEST = 40
"""Unions within unions that are looked into."""


@define(eq=False)
class References:
    """Follows references.

    Args:
        document: The document that they are in.
    """

    document: JsonObject
    _counted: dict[int, int] = field(factory=dict[int, int])

    def landed(self, target: str) -> tuple[str, Any]:
        """Where a pointer leads, and what stands there, after references that say nothing else; None for nothing."""
        seen: set[str] = set()
        value = self._find(target)
        while is_object(value) and isinstance(reference := value.get("$ref"), str) and target not in seen:
            seen.add(target)
            target = target_of(reference)
            value = self._find(target)
        return target, value

    def is_union_of_objects(self, data: JsonObject) -> bool:
        """Whether a schema has several objects as alternatives."""
        return ("anyOf" in data or "oneOf" in data) and self._count(data, frozenset()) > 1

    def _count(self, data: JsonObject, around: frozenset[int]) -> int:
        """How many objects a union is of: none, one, or two for several."""
        found = 0
        for branch in chain(objects_in(data.get("anyOf")), objects_in(data.get("oneOf"))):
            reference = branch.get("$ref")
            value = self.landed(target_of(reference))[1] if isinstance(reference, str) else branch
            if not is_object(value) or id(value) in around or len(around) > _DEEPEST:
                continue
            if "anyOf" in value or "oneOf" in value:
                if id(value) not in self._counted:
                    self._counted[id(value)] = self._count(value, around | {id(value)})
                found += self._counted[id(value)]
            elif value.get("type") == "object" or "properties" in value or "allOf" in value:
                found += 1
        return min(found, 2)

    def _find(self, target: str) -> Any:
        try:
            return pointer.find(self.document, target)
        except ContractError:
            return None


@lru_cache(maxsize=4096)
def target_of(reference: str) -> str:
    """The pointer in a reference; the empty one for a reference that leads out of the document."""
    try:
        return pointer.from_fragment(reference)
    except ContractError:
        return ""
