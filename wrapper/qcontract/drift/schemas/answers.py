"""What is known about the values of a term: none, perhaps some, or one at hand."""

from __future__ import annotations

from typing import Any

from attrs import frozen

__all__ = ["EMPTY", "Answer", "TooLarge", "best", "found", "perhaps", "size_of"]

_LARGEST = 20_000  # JSON values within one witness; beyond, nobody could read it


class TooLarge(Exception):
    """A step would take more work than it may."""


@frozen
class Answer:
    """Rank 0: no value exists, as far as known. Rank 1: perhaps one does. Rank 2: ``value`` is one."""

    rank: int
    value: Any = None
    size: int = 0
    why: str = ""


EMPTY = Answer(0)


def perhaps(why: str) -> Answer:
    """Nobody can say; ``why`` names what stands in the way."""
    return Answer(1, why=why)


def found(value: Any, size: int = 1) -> Answer:
    """A value, made of ``size`` JSON values."""
    if size > _LARGEST:
        return perhaps("every value found is too large to show")
    return Answer(2, value, size)


def size_of(value: Any) -> int:
    """How many JSON values a value is made of."""
    count, waiting = 0, [value]
    while waiting:
        part = waiting.pop()
        count += 1
        waiting += part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    return count


def best(answers: list[Answer]) -> Answer:
    """The first of the highest rank."""
    return max(answers, key=lambda answer: answer.rank, default=EMPTY)
