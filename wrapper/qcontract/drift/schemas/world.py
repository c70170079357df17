"""What the shapes of objects and arrays may ask of the engine that they are part of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from qcontract.drift.schemas.answers import Answer
from qcontract.drift.schemas.declared import Declared
from qcontract.drift.schemas.expressions import Expression
from qcontract.drift.schemas.objects import Objects
from qcontract.drift.schemas.terms import Term, Terms

__all__ = ["World"]


class World(Protocol):
    """Terms, what is known about them, and names that occur nowhere."""

    terms: Terms
    any_text: Term
    company: tuple[Objects, ...]  # the objects that the goal under way keeps out

    def probe(self, term: Term) -> Answer:
        """What is known so far; the goal under way is looked at again when that changes."""
        ...

    def spend(self) -> None:
        """Count one more step, of which there may not be too many."""
        ...

    def doubt(self, why: str) -> None:
        """The goal under way cannot be proven empty."""
        ...

    def has(self, term: Term, value: Any) -> bool | None:
        """Whether a term contains a value, if that is known."""
        ...

    def suspects(self, one: Declared, two: Declared) -> Iterable[str] | None:
        """The names to look at when all others are declared alike; None if nothing is known."""
        ...

    def all(self, answers: Iterable[bool | None]) -> bool | None:
        """False if any is, else None if any is."""
        ...

    def unknown(self, what: str) -> Term:
        """A set that nobody can decide."""
        ...

    def finite(self, value: Any) -> Term:
        """One value."""
        ...

    def matching(self, pattern: Expression) -> Term:
        """The texts of a pattern."""
        ...

    def fresh_name(self, is_taken: Callable[[str], bool]) -> str:
        """A name that is not taken and that no schema declares."""
        ...
