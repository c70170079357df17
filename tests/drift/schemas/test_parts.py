"""The parts that the decision stands on, each against an independent oracle: numbers, patterns, formats."""

from __future__ import annotations

from fractions import Fraction
from itertools import islice, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.drift.schemas import formats
from qcontract.drift.schemas.automaton import matches, texts
from qcontract.drift.schemas.expressions import both, complement
from qcontract.drift.schemas.numbers import Numbers
from qcontract.drift.schemas.patterns import parse
from support.judged import validator
from support.schemas import PATTERNS

FEW = settings(max_examples=150, derandomize=True, deadline=None)
HALVES = [Fraction(half, 2) for half in range(-12, 13)]
_BOUNDS = st.sampled_from([None, *HALVES[6:18]])
_STEPS = st.sampled_from([Fraction(1, 2), Fraction(1), Fraction(3, 2), Fraction(2), Fraction(3)])
NUMBERS = st.builds(
    Numbers,
    lowest=_BOUNDS,
    highest=_BOUNDS,
    above=st.booleans(),
    below=st.booleans(),
    step=st.none() | _STEPS,
    unsteps=st.frozensets(_STEPS, max_size=2),
    holes=st.frozensets(st.sampled_from(HALVES), max_size=3),
) | st.builds(Numbers, only=st.frozensets(st.sampled_from(HALVES), min_size=1, max_size=4))


def members(numbers: Numbers | None) -> set[Fraction]:
    return {half for half in HALVES if numbers is not None and numbers.includes(half)}


@FEW
@given(NUMBERS, NUMBERS)
def test_sets_of_numbers_meet_and_differ_like_sets(one: Numbers, two: Numbers) -> None:
    assert members(one.meet(two)) == members(one) & members(two)
    pieces = list(one.minus(two))
    assert set().union(*map(members, pieces)) == members(one) - members(two)
    for piece in [one, *pieces]:
        answer = piece.inhabit()
        assert answer.rank != 0 or not members(piece)
        assert answer.rank != 2 or piece.has(answer.value)


WORDS = ["".join(letters) for length in range(4) for letters in product("ab1\n", repeat=length)]
MORE_PATTERNS = [
    *PATTERNS, "", "^$", "a|^b$", "(^a|b$)", "^(?:ab?)*$", "a{2}", "^a{1,2}b*$", "[^a]", r"^\w\d?$", r"\s", ".", "^.$",
    "^[\\]a]$", "(a)(b)?", "^a*?b", "\\x61", "\\u0062$", "^(a|(b|1)){2,}$",
]  # fmt: skip


@pytest.mark.parametrize("pattern", MORE_PATTERNS)
def test_patterns_find_what_a_validator_finds(pattern: str) -> None:
    expression = parse(pattern)
    assert expression is not None
    judge = validator({"pattern": pattern})
    for word in WORDS:
        assert matches(expression, word) is judge.is_valid(word), word
    for text in islice(texts(expression, 0, 6), 20):
        assert judge.is_valid(text), text
    for text in islice(texts(complement(expression), 0, 6), 20):
        assert not judge.is_valid(text), text
    assert list(texts(both(expression, complement(expression)), 0, None)) == []


@pytest.mark.parametrize(
    "pattern", ["(?!a)", "(?<=a)b", r"(a)\1", r"\bx", r"\p{L}", "x^a", "a$b", "(", "[", "a**", "{", r"\u{61}", "[b-a]"]
)
def test_patterns_beyond_regular_are_not_guessed(pattern: str) -> None:
    assert parse(pattern) is None


def test_the_table_of_formats_is_what_a_validator_says() -> None:
    samples = sorted(
        {text for members in formats.MEMBERS.values() for text in members} | {"", "no format", "(", "ä", "{"}
    )
    for name in formats.MEMBERS:
        judge = validator({"type": "string", "format": name})
        for text in samples:
            assert formats.fits(name, text) in {None, judge.is_valid(text)}, (name, text)
        for other in formats.MEMBERS:
            if formats.contains(other, name):
                outer = validator({"type": "string", "format": other})
                assert all(outer.is_valid(text) for text in samples if judge.is_valid(text)), (name, other)


@pytest.mark.parametrize("value", [0.1, 1e300, 123456789012345678901234567890, -0.0, 5e-324])
def test_numbers_are_what_they_are_written_as(value: Any) -> None:
    answer = Numbers(only=frozenset([Fraction(repr(value))])).inhabit()
    assert Fraction(repr(answer.value)) == Fraction(repr(value))
