"""Patterns as ECMA-262 writes them, read into expressions; what is not regular or not read alike everywhere is refused.

Refused are references to groups, looking around, word boundaries, properties of Unicode, and anchors inside a pattern.
"""

from __future__ import annotations

from functools import lru_cache

from attrs import define

from qcontract.drift.schemas.expressions import (
    ANYTHING,
    EPSILON,
    NOTHING,
    Expression,
    Ranges,
    alternative,
    characters,
    inverse,
    repeat,
    sequence,
)

__all__ = ["parse"]

_DIGITS: Ranges = ((48, 57),)
_WORD: Ranges = ((48, 57), (65, 90), (95, 95), (97, 122))
_SPACE: Ranges = (
    (9, 13), (32, 32), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F),
    (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF),
)  # fmt: skip
_LINE_ENDS: Ranges = ((10, 10), (13, 13), (0x2028, 0x2029))
_CLASSES = {"d": _DIGITS, "w": _WORD, "s": _SPACE}
_CONTROLS = {"t": 9, "n": 10, "v": 11, "f": 12, "r": 13, "0": 0}
_START, _END = characters(((-1, -1),)), characters(((-2, -2),))  # stand for ^ and $ until the whole is known
_MOST_REPEATED = 1000


class _NotRegular(Exception):
    pass


@lru_cache(maxsize=4096)
def parse(pattern: str) -> Expression | None:
    """The texts in which the pattern is found, or None when that cannot be said."""
    try:
        parser = _Parser(pattern)
        parsed = parser.alternatives()
        if parser.more():
            return None
        return _searched(parsed)
    except (_NotRegular, RecursionError, ValueError):
        return None


def _searched(parsed: Expression) -> Expression:
    """Anything may stand before and after, except where an anchor says no."""
    choices = parsed.parts if parsed.kind == "alternative" and parsed != NOTHING else (parsed,)
    result: list[Expression] = []
    for choice in choices:
        parts = choice.parts if choice.kind == "sequence" else (choice,)
        starts, ends = bool(parts) and parts[0] == _START, bool(parts) and parts[-1] == _END
        inner = parts[starts : len(parts) - ends] if len(parts) > 1 or not (starts or ends) else ()
        if any(map(_has_anchor, inner)):
            if len(inner) == 1 and inner[0].kind == "alternative" and not starts and not ends:
                result.append(_searched(inner[0]))
                continue
            raise _NotRegular
        result.append(sequence(EPSILON if starts else ANYTHING, *inner, EPSILON if ends else ANYTHING))
    return alternative(*result)


def _has_anchor(expression: Expression) -> bool:
    return expression in (_START, _END) or any(map(_has_anchor, expression.parts))


@define
class _Parser:
    text: str
    at: int = 0

    def more(self) -> bool:
        return self.at < len(self.text)

    def peek(self, ahead: int = 1) -> str:
        return self.text[self.at : self.at + ahead]

    def take(self, count: int = 1) -> str:
        taken = self.peek(count)
        if len(taken) < count:
            raise _NotRegular
        self.at += count
        return taken

    def alternatives(self) -> Expression:
        choices = [self.terms()]
        while self.peek() == "|":
            self.take()
            choices.append(self.terms())
        return alternative(*choices)

    def terms(self) -> Expression:
        parts: list[Expression] = []
        while self.more() and self.peek() not in "|)":
            parts.append(self.quantified())
        return sequence(*parts)

    def quantified(self) -> Expression:
        atom = self.atom()
        bounds = self.quantifier()
        if bounds is None:
            return atom
        if atom in (_START, _END) or max(bounds[0], bounds[1] or 0) > _MOST_REPEATED or self.peek() in set("*+{"):
            raise _NotRegular
        return repeat(atom, *bounds)

    def quantifier(self) -> tuple[int, int | None] | None:
        simple: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
        if self.peek() in simple:
            bounds = simple[self.take()]
        elif self.peek() == "{":
            bounds = self.counted()
        else:
            return None
        if self.peek() == "?":  # lazy: another way to find the same texts
            self.take()
        return bounds

    def counted(self) -> tuple[int, int | None]:
        end = self.text.find("}", self.at)
        if end < 0:
            raise _NotRegular
        low, comma, high = self.text[self.at + 1 : end].partition(",")
        self.at = end + 1
        if not (low.isascii() and low.isdigit()) or (high and not (high.isascii() and high.isdigit())):
            raise _NotRegular
        least = int(low)
        most = (int(high) if high else None) if comma else least
        if most is not None and most < least:
            raise _NotRegular
        return least, most

    def atom(self) -> Expression:
        character = self.take()
        match character:
            case "^":
                return _START
            case "$":
                return _END
            case ".":
                return characters(inverse(_LINE_ENDS))
            case "(":
                return self.group()
            case "[":
                return characters(self.bracket())
            case "\\":
                return characters(self.escape())
            case "*" | "+" | "?" | "{" | "}" | "]":
                raise _NotRegular
            case _:
                return characters(_one(ord(character)))

    def group(self) -> Expression:
        if self.peek() == "?":
            self.named_or_plain()
        inner = self.alternatives()
        if self.take() != ")":
            raise _NotRegular
        if _has_anchor(inner) and inner.kind == "sequence":
            return Expression("alternative", (inner,))  # keeps its anchors apart from what surrounds the group
        return inner

    def named_or_plain(self) -> None:
        if self.peek(2) == "?:":
            self.take(2)
        elif self.peek(2) == "?<" and self.peek(3) not in ("?<=", "?<!"):
            self.at = self.text.index(">", self.at) + 1
        else:
            raise _NotRegular

    def bracket(self) -> Ranges:
        negated = self.peek() == "^"
        if negated:
            self.take()
        ranges: list[tuple[int, int]] = []
        while self.peek() != "]":
            low = self.member()
            if self.peek() == "-" and self.peek(2) != "-]":
                self.take()
                high = self.member()
                if len(low) != 1 or len(high) != 1 or low[0][0] != low[0][1] or low[0][0] > high[0][1]:
                    raise _NotRegular
                low = ((low[0][0], high[0][1]),)
            ranges.extend(low)
        self.take()
        merged = _merged(ranges)
        return inverse(merged) if negated else merged

    def member(self) -> Ranges:
        character = self.take()
        if character == "\\":
            return ((8, 8),) if self.peek() == "b" and self.take() else self.escape()
        if character == "[" or (character == self.peek() and character in "&-~"):  # set notation, to some engines
            raise _NotRegular
        return _one(ord(character))

    def escape(self) -> Ranges:
        character = self.take()
        if character.lower() in _CLASSES:
            ranges = _CLASSES[character.lower()]
            return ranges if character.islower() else inverse(ranges)
        if character in _CONTROLS:
            if character == "0" and self.peek().isdigit():
                raise _NotRegular
            return _one(_CONTROLS[character])
        if character in "xu":
            return _one(self.hexadecimal(2 if character == "x" else 4))
        if character.isalnum() or character == "_" or not character.isascii():
            raise _NotRegular
        return _one(ord(character))

    def hexadecimal(self, digits: int) -> int:
        if self.peek() == "{":
            raise _NotRegular
        return int(self.take(digits), 16)


def _one(code: int) -> Ranges:
    if 0xD800 <= code <= 0xDFFF:
        raise _NotRegular
    return ((code, code),)


def _merged(ranges: list[tuple[int, int]]) -> Ranges:
    result: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if result and low <= result[-1][1] + 1:
            result[-1] = (result[-1][0], max(high, result[-1][1]))
        else:
            result.append((low, high))
    return tuple(result)
