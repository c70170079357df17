"""Hierarchies of schemas: a tag says which subtype a value of a base has, though the base itself lists none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import define, field, frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_array, is_object
from qcontract.contract.source import FILES
from qcontract.drift.mentions import mentions
from qcontract.errors import ContractError

__all__ = ["Hierarchies", "Reach", "TooLarge"]

_UNIONS = frozenset({"anyOf", "oneOf"})
_MOST_VISITS = 50_000
"""So many places for all messages together take about two seconds."""
_Visit = tuple[str, bool]
"""A place that a reference leads to, and whether a value there may be one of its subtypes."""


class TooLarge(Exception):
    """So much leads to so much that nobody waits until all of it was followed."""


@frozen
class Reach:
    """What a message leads to.

    Args:
        plain: Places that references lead to, without those that something only inherits from.
        bases: Those places, and places within subtypes, where a tag decides.
        led: Subtypes to which a tag leads, each with the bases that have the tag.
    """

    plain: frozenset[str]
    bases: frozenset[str]
    led: dict[str, set[str]]


@define(eq=False)
class Hierarchies:
    """The hierarchies of one document; ``subtypes`` names those of each base, its grandchildren as well."""

    document: JsonObject
    subtypes: dict[str, frozenset[str]] = field(init=False)
    _heirs: frozenset[str] = field(init=False)
    _visits: dict[str, frozenset[_Visit]] = field(factory=dict[str, frozenset[_Visit]], init=False)
    _left: int = field(default=_MOST_VISITS, init=False)

    def __attrs_post_init__(self) -> None:
        schemas = dict(_schemas(self.document))
        bases = {where: schema for where, schema in schemas.items() if _is_base(schema)}
        self.subtypes = self._families(schemas, bases) if bases else {}
        self._heirs = frozenset().union(*self.subtypes.values())

    def reached(self, message: Any) -> Reach:
        """What the references in a message lead to, and where tags lead from there.

        Raises:
            TooLarge: All messages together led too far.
        """
        visited: set[_Visit] = set()
        self._visit(((target, True) for target in mentions(message).targets), visited)
        plain = frozenset(_landings(visited))
        while fresh := self._led(visited).keys() - _landings(visited):
            self._visit(((heir, True) for heir in fresh), visited)
        self._left -= len(visited)
        if self._left < 0:
            raise TooLarge
        return Reach(plain, frozenset(self._tagged(visited)), self._led(visited))

    def plain(self, messages: Iterable[Any]) -> frozenset[str]:
        """What the references in all messages together lead to, without the subtypes that only a tag leads to."""
        visited: set[_Visit] = set()
        self._visit(((target, True) for message in messages for target in mentions(message).targets), visited)
        return frozenset(_landings(visited))

    def below(self, where: str) -> set[str]:
        """A place, and every place that references lead to from there."""
        visited: set[_Visit] = set()
        self._visit([(where, True)], visited)
        return {place for place, _ in visited}

    def leading_to(self, starts: Iterable[str], is_goal: Callable[[str], bool]) -> set[str]:
        """The places, of these and of all below them, from which references lead to a goal."""
        above: dict[str, list[str]] = {}
        seen: set[str] = set()
        waiting = [*starts]
        while waiting:
            where = waiting.pop()
            if where not in seen:
                seen.add(where)
                for place, _ in self._onward(where):
                    above.setdefault(place, []).append(where)
                    waiting.append(place)
        found = set(filter(is_goal, seen))
        waiting = [*found]
        while waiting:
            fresh = set(above.get(waiting.pop(), ())) - found
            found |= fresh
            waiting += fresh
        return found

    def value(self, where: str) -> Any:
        """What stands in a place; None if nothing does."""
        try:
            return pointer.find(self.document, where)
        except ContractError:
            return None

    def _led(self, visited: set[_Visit]) -> dict[str, set[str]]:
        led: dict[str, set[str]] = {}
        for base in self._tagged(visited):
            for heir in self.subtypes[base]:
                led.setdefault(heir, set()).add(base)
        return led

    def _tagged(self, visited: set[_Visit]) -> set[str]:
        return _landings(visited) & self.subtypes.keys()

    def _visit(self, starts: Iterable[_Visit], visited: set[_Visit]) -> None:
        waiting = [*starts]
        while waiting:
            visit = waiting.pop()
            if visit not in visited:
                visited.add(visit)
                waiting += self._onward(visit[0])

    def _onward(self, where: str) -> frozenset[_Visit]:
        if where not in self._visits:
            value = self.value(where)
            parents, rest = _split(value) if where in self._heirs else (frozenset[str](), value)
            onward = {(target, True) for target in mentions(rest).targets}
            onward |= {(self._end(parent), False) for parent in parents}
            self._visits[where] = frozenset(onward)
        return self._visits[where]

    def _families(self, schemas: JsonObject, bases: JsonObject) -> dict[str, frozenset[str]]:
        children: dict[str, set[str]] = {}
        for where, schema in schemas.items():
            for parent in _split(schema)[0]:
                children.setdefault(self._end(parent), set()).add(where)
        for where, base in bases.items():
            children.setdefault(where, set()).update(filter(self.value, _mapped(base)))
        return {base: _descendants(base, children) for base in bases}

    def _end(self, where: str) -> str:
        """Where a chain of schemas ends that say nothing but where to look."""
        passed: set[str] = set()
        while where not in passed and is_object(value := self.value(where)) and value.keys() == {"$ref"}:
            passed.add(where)
            where = next(iter(mentions(value).targets), where)
        return where


def _landings(visited: set[_Visit]) -> set[str]:
    """The places that are met for themselves, and not only because something inherits from them."""
    return {where for where, dispatches in visited if dispatches}


def _schemas(document: JsonObject) -> Iterator[tuple[str, Any]]:
    """The schemas that have a place of their own, in the document and in the files that it was made of."""
    files = document.get(FILES)
    roots = {pointer.join(FILES, name): file for name, file in files.items()} if is_object(files) else {}
    yield from roots.items()
    for above, root in {"": document, **roots}.items():
        components = root.get("components") if is_object(root) else None
        schemas = components.get("schemas") if is_object(components) else None
        for name, schema in schemas.items() if is_object(schemas) else ():
            yield above + pointer.join("components", "schemas", name), schema


def _is_base(schema: Any) -> bool:
    return is_object(schema) and is_object(schema.get("discriminator")) and _UNIONS.isdisjoint(schema)


def _mapped(base: JsonObject) -> Iterator[str]:
    """Where the tags lead for which a base says so: a reference, or the name of a component."""
    mapping = base["discriminator"].get("mapping")
    for goal in mapping.values() if is_object(mapping) else ():
        if isinstance(goal, str):
            is_reference = goal.startswith("#/")
            yield pointer.from_fragment(goal) if is_reference else pointer.join("components", "schemas", goal)


def _split(schema: Any) -> tuple[frozenset[str], Any]:
    """What a schema inherits from, and all else that it says."""
    listed = schema.get("allOf") if is_object(schema) else None
    if not is_array(listed):
        return frozenset(), schema
    parents: set[str] = set()
    rest: list[Any] = []
    for entry in listed:
        further, said = _split(entry)
        parents |= further
        if is_object(said) and "$ref" in said:
            parents |= mentions({"$ref": said["$ref"]}).targets
            said = {name: value for name, value in said.items() if name != "$ref"}
        rest.append(said)
    return frozenset(parents), {**schema, "allOf": rest}


def _descendants(base: str, children: dict[str, set[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [base]
    while waiting:
        fresh = children.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += fresh
    return frozenset(found - {base})
