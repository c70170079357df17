"""Schema objects of equal text: whether that alone tells that the values of one are values of the other.

It does when everything that they refer to has equal text, too. What changed makes unequal whatever reaches it.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import define, field

from qcontract.contract.jsonvalue import JsonObject, is_array, is_object
from qcontract.drift.schemas.declared import Declared
from qcontract.drift.schemas.documents import Document
from qcontract.drift.schemas.sharing import text_of
from qcontract.drift.schemas.terms import Meet, Node, Term
from qcontract.drift.schemas.views import Context, Side

__all__ = ["Twins", "references", "resembles"]


@define(eq=False)
class Twins:
    """Knows of every reference, once asked for, whether it means the same in both documents."""

    documents: Mapping[Side, Document]
    _distances: dict[str, float] = field(factory=dict[str, float])
    _reaches: dict[bytes, float] = field(factory=dict[bytes, float])
    _fits: dict[tuple[Context, Context], bool] = field(factory=dict[tuple[Context, Context], bool])
    _references: dict[int, set[str]] = field(factory=dict[int, set[str]])
    _below: dict[int, dict[str, set[str]]] = field(factory=dict[int, "dict[str, set[str]]"])
    _suspects: dict[int, dict[str, float]] = field(factory=dict[int, dict[str, float]])

    def within(self, one: Node, two: Node) -> bool:
        """Whether every value of ``one`` is known to be a value of ``two`` because the texts are equal.

        A sender's schema lies within a receiver's of the same text: reading never makes a receiver's smaller.
        """
        if one.text is None or one.text != two.text or not self._fit(one.context, two.context):
            return False
        return one.local or one.context.side == two.context.side or self._reach(one) == math.inf

    def suspects(self, one: Declared, two: Declared) -> dict[str, float] | None:
        """The names of which two twins may say something else, by their distance to a change; None if they are none."""
        if one.schemas is not two.schemas or not self._fit(one.context, two.context):
            return None
        key = id(one.schemas)
        if key not in self._suspects:
            found = sorted(self._named(one.schemas).items())
            distances = ((name, self._distance_below(one.schemas[name], below)) for name, below in found)
            self._suspects[key] = {name: distance for name, distance in distances if distance < math.inf}
        marked = dict.fromkeys((one.marked | two.marked) & one.schemas.keys(), 0.0)
        return dict(sorted({**self._suspects[key], **marked}.items())) if marked else self._suspects[key]

    def _distance_below(self, schema: Any, found: set[str]) -> float:
        is_reference = is_object(schema) and schema.keys() == {"$ref"}
        return (0 if is_reference else 1) + min(map(self._distance, found))

    def _fit(self, mine: Context, theirs: Context) -> bool:
        """Whether what one reads is within what the other reads, where all texts are equal."""
        key = (mine, theirs)
        if key not in self._fits:
            alike = self.documents["old"].dialect == self.documents["new"].dialect
            self._fits[key] = alike and (_readings_fit(mine, theirs) or self._is_turned(mine, theirs))
        return self._fits[key]

    def _is_turned(self, mine: Context, theirs: Context) -> bool:
        """Whether a receiver reads as its sender does: only marked properties tell them apart."""
        if mine.tolerant or mine.role == theirs.role or mine.unsent != theirs.unsent or mine.marked != theirs.marked:
            return False
        return not any(document.has_mark(mine.unsent) for document in self.documents.values())

    def same(self, reference: str) -> bool:
        """Whether a reference leads to equal text in both documents, and so does all that it reaches."""
        return self._distance(reference) == math.inf

    def distance(self, term: Term) -> float:
        """Over how many references the next change of text lies: a guess where the search may find something."""
        if not isinstance(term, Meet) or term.local:
            return 0
        others = {one.text for one in term.outside if isinstance(one, Node)}
        nodes = [one for one in term.inside if isinstance(one, Node) and not one.local]
        if not nodes or any(node.text not in others for node in nodes):
            return 0
        return 1 + min(self._reach(node) for node in nodes)

    def _reach(self, node: Node) -> float:
        text = node.text or b""
        if text not in self._reaches:
            self._reaches[text] = min(map(self._distance, self._leads(node.schema)), default=math.inf)
        return self._reaches[text]

    def _distance(self, reference: str) -> float:
        if reference not in self._distances:
            self._explore(reference)
        return self._distances[reference]

    def _explore(self, start: str) -> None:
        """Follow references until all that can be reached is known, then measure backwards from the changes."""
        reached_by: dict[str, list[str]] = {}
        sources: list[tuple[float, str]] = []
        waiting = [start]
        seen: set[str] = set()
        while waiting:
            reference = waiting.pop()
            if reference in seen:
                continue
            seen.add(reference)
            equal, further = self._compare(reference)
            known = [1 + self._distances[one] for one in further if one in self._distances]
            sources.append((min(known, default=math.inf) if equal else 0, reference))
            for one in further:
                reached_by.setdefault(one, []).append(reference)
                if one not in self._distances:
                    waiting.append(one)
        self._distances.update(dict.fromkeys(seen, math.inf))
        self._measure(sources, reached_by)

    def _measure(self, sources: list[tuple[float, str]], reached_by: Mapping[str, list[str]]) -> None:
        heapq.heapify(sources)
        while sources:
            distance, reference = heapq.heappop(sources)
            if distance < self._distances[reference]:
                self._distances[reference] = distance
                for one in reached_by.get(reference, ()):
                    heapq.heappush(sources, (distance + 1, one))

    def _compare(self, reference: str) -> tuple[bool, set[str]]:
        old, new = (self.documents[side].target(reference) for side in ("old", "new"))
        if old is None or new is None:
            return False, set()
        if old[1] is not new[1] and ((text := text_of(old[1])) is None or text != text_of(new[1])):
            return False, set()
        return True, self._leads(old[1])

    def _leads(self, schema: Any) -> set[str]:
        """The references in a schema object; those below names are found for each name."""
        known = self._references.get(id(schema))
        if known is None:
            properties = schema.get("properties") if is_object(schema) else None
            if is_object(properties):
                others = references({word: value for word, value in schema.items() if word != "properties"})
                known = others.union(*self._named(properties).values())
            else:
                known = references(schema)
            self._references[id(schema)] = known
        return known

    def _named(self, schemas: JsonObject) -> dict[str, set[str]]:
        """The references below each name, without names that have none."""
        known = self._below.get(id(schemas))
        if known is None:
            found = ((name, references(schema)) for name, schema in schemas.items())
            known = self._below[id(schemas)] = {name: below for name, below in found if below}
        return known


def references(schema: Any) -> set[str]:
    """Every reference in a schema object; also what only looks like one, which does no harm."""
    found: set[str] = set()
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        if is_object(part):
            reference = part.get("$ref")
            if isinstance(reference, str):
                found.add(reference)
            waiting += [value for value in part.values() if type(value) is dict or type(value) is list]
        elif is_array(part):
            waiting += part
    return found


def _readings_fit(mine: Context, theirs: Context) -> bool:
    if mine.across(theirs.side) is theirs:
        return True
    return mine.role == "sender" and theirs.role == "receiver" and mine.marked == theirs.marked


def resembles(inside: Iterable[Term], other: Term) -> bool:
    """Whether some part stands at the same place, or has the same text, as the other."""
    return isinstance(other, Node) and any(
        isinstance(one, Node) and ((one.pointer and one.pointer == other.pointer) or one.text == other.text)
        for one in inside
    )
