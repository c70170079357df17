"""Answers that a part gives already, so that compositions need not be multiplied out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import define

from qcontract.drift.schemas.answers import EMPTY, Answer, found, size_of
from qcontract.drift.schemas.basics import Basics
from qcontract.drift.schemas.parts import Parts
from qcontract.drift.schemas.reducing import Reducing
from qcontract.drift.schemas.terms import Meet, Term, Terms
from qcontract.drift.schemas.twins import resembles

__all__ = ["Shortcuts"]

_MOST_VALUES = 20
"""More are dealt with as one set."""


@define(eq=False)
class Shortcuts:
    """Looks for them; ``probe`` is what is known about a term so far, ``has`` whether it contains a value."""

    terms: Terms
    basics: Basics
    parts: Parts
    probe: Callable[[Term], Answer]
    has: Callable[[Term, Any], bool | None]

    def among(self, values: list[Any], term: Meet) -> Answer | None:
        """The answer if all values are known, and it is known of each whether it is one of the term.

        Any text passes for one of a format that nobody checks: that shows values, and proves nothing.
        """
        if len(values) > _MOST_VALUES:
            return None
        answers = [self.has(term, value) for value in values]
        if True in answers:
            value = values[answers.index(True)]
            return found(value, size_of(value))
        return None if None in answers or self.basics.vague else EMPTY

    def alone(self, term: Meet, outside: Term) -> Answer | None:
        """The answer if one part gives it that resembles what is taken out; what else lies inside comes later.

        Parts of bases meet each other's parts: there are many more sets of them than parts.
        """
        for one in term.inside:
            if resembles((one,), outside):
                answer = self.probe(self.terms.minus(one, outside))
                if answer.rank == 0 or (answer.rank == 2 and self.has(term, answer.value)):
                    return answer
        return None

    def reduced(self, term: Meet, outside: list[Term]) -> Term:
        """The same values, said with less; an only union among the parts is taken apart in what is said then."""
        parts = [self.parts.composed(one) or one for one in term.inside]
        unions = [one for part in parts if isinstance(part, Meet) for one in part.inside if self.parts.members(one)]
        if len(unions) != 1 and not any(isinstance(one, Meet) for one in outside):
            return term
        flat = self.terms.flat(parts if len(unions) == 1 else term.inside, outside)
        Reducing(*flat, self.terms.within).reduce(self.terms.meet, self.terms.union)
        return self.terms.meet(*flat)

    def fits(self, parts: Meet, part: Term) -> bool:
        """Whether one part alone shows that everything lies in another, so that unions beside it do not matter."""
        leaves = filter(self.parts.is_leaf, parts.inside if self.parts.is_leaf(part) else ())
        return any(self.probe(self.terms.minus(one, part)).rank == 0 for one in leaves)
