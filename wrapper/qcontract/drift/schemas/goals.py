"""Goals: one question of the search, what is known about it, and who wants to hear of it."""

from __future__ import annotations

from attrs import define, field

from qcontract.drift.schemas.answers import EMPTY, Answer
from qcontract.drift.schemas.terms import Term

__all__ = ["Goal"]


@define(eq=False)
class Goal:
    """Whether a term has a value."""

    term: Term
    distance: float = 0  # to the next change of text, as far as known
    answer: Answer = EMPTY
    askers: dict[Goal, None] = field(factory=dict["Goal", None])
    waiting: bool = False
    thorough: bool = False  # nothing is put off any more
    put_off: bool = False
    doubt: str = ""
