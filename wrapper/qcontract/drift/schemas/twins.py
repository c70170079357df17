"""Schema objects of equal text: whether that alone tells that the values of one are values of the other.

It does when everything that they refer to has equal text, too. What changed makes unequal whatever reaches it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, evolve, field

from qcontract.contract.jsonvalue import is_array, is_object
from qcontract.drift.schemas.documents import Document, text_of
from qcontract.drift.schemas.terms import Node
from qcontract.drift.schemas.views import Side

__all__ = ["Twins", "references"]


@define(eq=False)
class Twins:
    """Knows of every reference, once asked for, whether it means the same in both documents."""

    documents: Mapping[Side, Document]
    _same: dict[str, bool] = field(factory=dict[str, bool])

    def within(self, one: Node, two: Node) -> bool:
        """Whether every value of ``one`` is known to be a value of ``two`` because the texts are equal.

        A sender's schema lies within a receiver's of the same text: reading never makes a receiver's smaller.
        """
        if one.text is None or one.text != two.text or not _readings_fit(one, two):
            return False
        if self.documents["old"].dialect != self.documents["new"].dialect:
            return False
        return one.local or one.context.side == two.context.side or all(map(self.same, references(one.schema)))

    def same(self, reference: str) -> bool:
        """Whether a reference leads to equal text in both documents, and so does all that it reaches."""
        if reference not in self._same:
            self._explore(reference)
        return self._same[reference]

    def _explore(self, start: str) -> None:
        reaches: dict[str, set[str]] = {}
        waiting = [start]
        changed: list[str] = []
        while waiting:
            reference = waiting.pop()
            if reference in reaches:
                continue
            equal, further = self._compare(reference)
            reaches[reference] = further
            if not equal or any(self._same.get(one) is False for one in further):
                changed.append(reference)
            waiting.extend(one for one in further if one not in self._same and one not in reaches)
        self._same.update(dict.fromkeys(reaches, True))
        self._spread(changed, reaches)

    def _compare(self, reference: str) -> tuple[bool, set[str]]:
        old, new = (self.documents[side].target(reference) for side in ("old", "new"))
        if old is None or new is None:
            return False, set()
        text = text_of(old[1])
        if text is None or text != text_of(new[1]):
            return False, set()
        return True, set(references(old[1])) if b"$ref" in text or b"mapping" in text else set()

    def _spread(self, changed: list[str], reaches: dict[str, set[str]]) -> None:
        reached_by: dict[str, list[str]] = {}
        for reference, further in reaches.items():
            for one in further:
                reached_by.setdefault(one, []).append(reference)
        while changed:
            reference = changed.pop()
            if self._same[reference]:
                self._same[reference] = False
                changed.extend(reached_by.get(reference, ()))


def references(schema: Any) -> Iterator[str]:
    """Every reference in a schema object; also what only looks like one, which does no harm."""
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        if is_object(part):
            reference = part.get("$ref")
            if isinstance(reference, str):
                yield reference
            waiting.extend(value for value in part.values() if is_object(value) or is_array(value))
        elif is_array(part):
            waiting.extend(part)


def _readings_fit(one: Node, two: Node) -> bool:
    mine, theirs = one.context, two.context
    if evolve(mine, side=theirs.side) == theirs:
        return True
    return mine.role == "sender" and theirs.role == "receiver" and mine.marked == theirs.marked
