"""Regular expressions as terms that can be derived by a character (Brzozowski), with intersection and complement.

Every constructor brings terms into a normal form, so that the derivatives of one expression are finitely many.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from attrs import frozen

__all__ = [
    "ALPHABET", "ANYTHING", "EPSILON", "NOTHING", "Expression", "Ranges", "alternative", "both", "characters",
    "complement", "derive", "inverse", "nullable", "repeat", "sequence",
]  # fmt: skip

Ranges = tuple[tuple[int, int], ...]  # of code points, sorted, apart from each other
Kind = Literal["characters", "sequence", "alternative", "both", "complement", "repeat"]
ALPHABET: Ranges = ((0, 0xD7FF), (0xE000, 0x10FFFF))  # JSON text cannot be sure to carry a lone surrogate


@frozen(cache_hash=True)
class Expression:
    """``kind`` says how the other fields are meant; a repetition without a ``most`` has no end."""

    kind: Kind
    parts: tuple[Expression, ...] = ()
    ranges: Ranges = ()
    least: int = 0
    most: int | None = None


@lru_cache(maxsize=1 << 16)
def _term(
    kind: Kind, parts: tuple[Expression, ...] = (), ranges: Ranges = (), least: int = 0, most: int | None = None
) -> Expression:
    """Equal terms are one object, so that a look tells: they are compared millions of times, and are deep."""
    return Expression(kind, parts, ranges, least, most)


NOTHING = _term("alternative")
EPSILON = _term("sequence")


def characters(ranges: Ranges) -> Expression:
    """One character of these."""
    return _term("characters", (), ranges) if ranges else NOTHING


def sequence(*parts: Expression) -> Expression:
    """One after the other."""
    flat: list[Expression] = []
    for part in parts:
        if part == NOTHING:
            return NOTHING
        flat.extend(part.parts if part.kind == "sequence" else (part,))
    return flat[0] if len(flat) == 1 else _term("sequence", tuple(flat))


def alternative(*parts: Expression) -> Expression:
    """Any of them."""
    flat = {one for part in parts for one in (part.parts if part.kind == "alternative" else (part,))}
    if ANYTHING in flat:
        return ANYTHING
    return flat.pop() if len(flat) == 1 else _term("alternative", _sorted(flat))


def both(*parts: Expression) -> Expression:
    """What all of them match."""
    flat = {one for part in parts for one in (part.parts if part.kind == "both" else (part,))}
    flat.discard(ANYTHING)
    if NOTHING in flat:
        return NOTHING
    if not flat:
        return ANYTHING
    return flat.pop() if len(flat) == 1 else _term("both", _sorted(flat))


def complement(part: Expression) -> Expression:
    """What it does not match."""
    return part.parts[0] if part.kind == "complement" else _term("complement", (part,))


def repeat(part: Expression, least: int, most: int | None) -> Expression:
    """``least`` to ``most`` times."""
    if most == 0 or part == EPSILON:
        return EPSILON
    if part == NOTHING:
        return EPSILON if least == 0 else NOTHING
    return part if (least, most) == (1, 1) else _term("repeat", (part,), (), least, most)


def inverse(ranges: Ranges) -> Ranges:
    """Every other character."""
    result: list[tuple[int, int]] = []
    for low, high in ALPHABET:
        for start, end in sorted(ranges):
            if low <= end and start <= high:
                if low < start:
                    result.append((low, start - 1))
                low = end + 1
        if low <= high:
            result.append((low, high))
    return tuple(result)


ANYTHING = complement(NOTHING)


@lru_cache(maxsize=100_000)
def nullable(expression: Expression) -> bool:
    """Whether the empty text matches."""
    match expression.kind:
        case "characters":
            return False
        case "complement":
            return not nullable(expression.parts[0])
        case "alternative":
            return any(map(nullable, expression.parts))
        case "repeat":
            return expression.least == 0 or nullable(expression.parts[0])
        case _:
            return all(map(nullable, expression.parts))


@lru_cache(maxsize=200_000)
def derive(expression: Expression, code: int) -> Expression:
    """What may follow the character."""
    parts = expression.parts
    match expression.kind:
        case "characters":
            return EPSILON if any(low <= code <= high for low, high in expression.ranges) else NOTHING
        case "complement":
            return complement(derive(parts[0], code))
        case "alternative":
            return alternative(*(derive(part, code) for part in parts))
        case "both":
            return both(*(derive(part, code) for part in parts))
        case "repeat":
            most = None if expression.most is None else expression.most - 1
            least = max(expression.least - 1, 0)
            return sequence(derive(parts[0], code), repeat(parts[0], 0 if nullable(parts[0]) else least, most))
        case _:
            return _derive_sequence(parts, code)


def _derive_sequence(parts: tuple[Expression, ...], code: int) -> Expression:
    choices: list[Expression] = []
    for index, part in enumerate(parts):
        choices.append(sequence(derive(part, code), *parts[index + 1 :]))
        if not nullable(part):
            break
    return alternative(*choices)


@lru_cache(maxsize=100_000)
def _key(expression: Expression) -> str:
    inner = ",".join(map(_key, expression.parts))
    return f"{expression.kind[0]}{expression.kind[1]}{expression.ranges}{expression.least}.{expression.most}({inner})"


def _sorted(parts: set[Expression]) -> tuple[Expression, ...]:
    return tuple(sorted(parts, key=_key))
