"""Texts of an expression: whether one matches, and the plainest ones of bounded length."""

from __future__ import annotations

from collections.abc import Iterator

from qcontract.drift.schemas.answers import TooLarge
from qcontract.drift.schemas.expressions import ALPHABET, NOTHING, Expression, derive, nullable

__all__ = ["matches", "texts"]

_MOST_STATES = 1_500
_MOST_LAYERS = 4_000
_LIKED = "a0A-_.b1B2 /:@"  # characters that are pleasant to read in a witness, the best first


def matches(expression: Expression, text: str) -> bool:
    """Whether the whole text matches."""
    for character in text:
        expression = derive(expression, ord(character))
        if expression == NOTHING:
            return False
    return nullable(expression)


def texts(expression: Expression, shortest: int, longest: int | None) -> Iterator[str]:
    """Texts that match, one per automaton state and length, shorter ones first; none exactly when nothing matches.

    Raises:
        TooLarge: The automaton has too many states, or the length is too far away.
    """
    letters = [(ord(letter), letter) for letter in _letters(expression)]
    states = {expression}
    layer: dict[Expression, str] = {expression: ""}
    length = 0
    while layer and (longest is None or length <= longest):
        if length >= shortest:
            yield from (text for state, text in layer.items() if nullable(state))
            if length > shortest + len(states):
                return
        following: dict[Expression, str] = {}
        for state, text in layer.items():
            for code, letter in letters:
                target = derive(state, code)
                if target not in following and target != NOTHING:
                    following[target] = text + letter
        states.update(following)
        layer = following
        length += 1
        if len(states) > _MOST_STATES or length > _MOST_LAYERS:
            raise TooLarge


def _letters(expression: Expression) -> list[str]:
    """One character for each block of characters that the expression cannot tell apart."""
    cuts = sorted({low for low, _ in ALPHABET} | _boundaries(expression))
    blocks = [(low, (cuts[index + 1] if index + 1 < len(cuts) else 0x110000) - 1) for index, low in enumerate(cuts)]
    blocks = [block for block in blocks if any(low <= block[0] <= high for low, high in ALPHABET)]
    return sorted((_liked(low, high) for low, high in blocks), key=_rank)


def _boundaries(expression: Expression) -> set[int]:
    result = {code for low, high in expression.ranges for code in (low, high + 1)}
    for part in expression.parts:
        result |= _boundaries(part)
    return {code for code in result if code < 0x110000}


def _liked(low: int, high: int) -> str:
    best = min((letter for letter in _LIKED if low <= ord(letter) <= high), key=_LIKED.index, default=None)
    return best or chr(max(low, min(high, 33)))


def _rank(letter: str) -> tuple[int, int]:
    index = _LIKED.find(letter)
    return (index if index >= 0 else len(_LIKED) + (not 32 < ord(letter) < 127), ord(letter))
