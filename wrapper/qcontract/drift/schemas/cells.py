"""Cells: the values of one JSON type that have a shape, and lie inside some terms and outside others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from qcontract.drift.schemas.answers import EMPTY, Answer, found

if TYPE_CHECKING:
    from qcontract.drift.schemas.terms import Term

__all__ = ["Cell", "Piece", "Points", "kind_of", "smallest"]


@frozen
class Cell:
    """``outside``: terms whose values are taken out. ``claims`` and ``denials``: facts that nobody can decide."""

    shape: Any
    outside: tuple[Term, ...] = ()
    claims: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()

    def guarded(self, other: Cell, shape: Any) -> Cell | None:
        """A cell of ``shape`` under the guards of both, unless they contradict each other."""
        claims, denials = self.claims | other.claims, self.denials | other.denials
        if claims & denials:
            return None
        outside = self.outside + tuple(term for term in other.outside if term not in self.outside)
        return Cell(shape, outside, claims, denials)

    def reshaped(self, shape: Any) -> Cell:
        """The same guards around another shape."""
        return evolve(self, shape=shape)

    def negated_guards(self, other: Cell) -> Iterator[Cell]:
        """Parts of this cell outside the claims and denials of ``other``."""
        for claim in sorted(other.claims - self.claims):
            yield evolve(self, denials=self.denials | {claim})
        for denial in sorted(other.denials - self.denials):
            yield evolve(self, claims=self.claims | {denial})


@frozen
class Piece:
    """Part of a difference; without a value of ``critical`` it has none either."""

    shape: Any
    critical: Term | None = None


@frozen
class Points:
    """Null, or some of true and false."""

    kind: str
    values: tuple[Any, ...]

    def has(self, value: Any) -> bool:
        """Whether the value is a member."""
        return value in self.values

    def meet(self, other: Points) -> Points | None:
        """The values in both."""
        shared = tuple(value for value in self.values if value in other.values)
        return Points(self.kind, shared) if shared else None

    def minus(self, other: Points) -> Iterator[Points]:
        """The values that the other has not."""
        left = tuple(value for value in self.values if value not in other.values)
        if left:
            yield Points(self.kind, left)

    def inhabit(self) -> Answer:
        """The first of them."""
        return found(self.values[0]) if self.values else EMPTY


def kind_of(value: object) -> str:
    """The JSON type of a value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "string"
    return "array" if isinstance(value, list) else "object"


def smallest(*limits: int | None) -> int | None:
    """The tightest of some upper limits; None is no limit."""
    given = [limit for limit in limits if limit is not None]
    return min(given) if given else None
