"""The parts of a document between which references lead: components, and what stands at the methods of a path."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from attrs import frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_object
from qcontract.drift.impact.names import class_name
from qcontract.drift.impact.references import target_of

__all__ = ["Units", "rewritten", "unit_of"]

_REFERENCE = re.compile(r'"\$ref": ("(?:[^"\\]|\\.)*")')
_SCHEMAS = "/components/schemas/"
_UNIONS = ("$ref", "allOf", "anyOf", "oneOf")


def unit_of(place: str) -> str:
    """The unit that a place is in: three steps, as ``/components/schemas/Job`` or ``/paths/~1jobs/get``."""
    return "/".join(place.split("/", 4)[:4])


@frozen(eq=False)
class Units:
    """The units of one document, and which of them refer to which.

    It looks at texts only: references found in examples count as well, which costs time and never truth.

    Args:
        document: The document.
    """

    document: JsonObject

    @cached_property
    def texts(self) -> dict[str, str]:
        """By pointer."""
        return {place: json.dumps({key: value}) for place, key, value in _cut(self.document)}

    def naming(self, units: Iterable[str]) -> set[str]:
        """The given units, and those whose annotations may name what these are or what their classes inherit.

        A class is named by what refers to it, and by nothing above that: unless that has no class of its own, or hands
        its attributes on.
        """
        start = set(units)
        found, waiting = set(start), list(start)
        while waiting:
            unit = waiting.pop()
            hands_on = unit in start or self._hands_on(unit)
            for user in self._users.get(unit, ()):
                if user not in found and (hands_on or '"allOf"' in self.texts[user]):
                    found.add(user)
                    waiting.append(user)
        return found

    def called(self, name: str) -> Iterable[str]:
        """The components whose class would have a name; it is made of the first of them."""
        return self._by_class.get(name, ())

    def _hands_on(self, unit: str) -> bool:
        """Whether what refers to a unit may name what that refers to."""
        if not unit.startswith(_SCHEMAS) or unit in self._entered:
            return True
        schema = self.document["components"]["schemas"].get(pointer.parts(unit)[-1])
        return not is_object(schema) or schema.get("type") != "object" or any(key in schema for key in _UNIONS)

    @cached_property
    def _references(self) -> dict[str, set[str]]:
        return {place: _references(text) for place, text in self.texts.items()}

    @cached_property
    def _users(self) -> dict[str, set[str]]:
        users: dict[str, set[str]] = {}
        for user, targets in self._references.items():
            for target in targets:
                users.setdefault(unit_of(target), set()).add(user)
        return users

    @cached_property
    def _entered(self) -> set[str]:
        """The units to whose parts references lead."""
        targets = {target for found in self._references.values() for target in found}
        return {unit_of(target) for target in targets if unit_of(target) != target}

    @cached_property
    def _by_class(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for unit in self.texts:
            if unit.startswith(_SCHEMAS):
                found.setdefault(class_name(pointer.parts(unit)[-1]), []).append(unit)
        return found


def rewritten(old: Units, new: Units) -> set[str]:
    """The units that have another text, or that only one of two documents has."""
    return {unit for unit in old.texts.keys() | new.texts.keys() if old.texts.get(unit) != new.texts.get(unit)}


def _cut(value: object, *above: str) -> Iterator[tuple[str, str, object]]:
    if len(above) < 3 and is_object(value):
        for key, inner in value.items():
            yield from _cut(inner, *above, key)
    elif above:
        yield pointer.join(*above), above[-1], value


def _references(text: str) -> set[str]:
    return set(map(_target, _REFERENCE.findall(text)))


@lru_cache(maxsize=1 << 14)
def _target(written: str) -> str:
    return target_of(json.loads(written))
