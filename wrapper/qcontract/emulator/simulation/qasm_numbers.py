"""What is known of whole numbers in an OpenQASM program before it runs.

pyqasm divides whole numbers to a fraction and lets a remainder have the sign of the divisor; OpenQASM 3 rounds towards
zero. What is known is computed here, and what could differ is refused.

Source: openqasm.com, classical instructions, integers.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from copy import copy
from dataclasses import fields
from functools import cache
from math import inf
from operator import is_not
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar, cast

from openqasm3 import ast

from .failures import CircuitFailure

__all__ = ["ANY_WHOLE", "Range", "Scope", "changed", "declared", "folded", "limits", "point", "refused", "whole"]


class Range(NamedTuple):
    """Between which values a whole number lies."""

    least: float
    most: float
    unsigned: bool = False
    """Whether some part of it has a type without a sign, so that a negative value would be disputed."""


Scope: TypeAlias = MutableMapping[str, Range | None]
"""Whole numbers by the names of variables; None for what is something else."""

ANY_WHOLE: Final = Range(-inf, inf)

_WHOLE_TYPES: Final = (ast.IntType, ast.UintType)
_LEAVES: Final = (ast.Identifier, ast.IntegerLiteral, ast.FloatLiteral)
_LARGEST: Final = 1 << 53
_WIDEST: Final = 64
_BITS_OF_AN_ANGLE: Final = 32
_Node = TypeVar("_Node")


def refused(node: ast.QASMNode, message: str) -> CircuitFailure:
    """Return the failure of a program because of one of its statements."""
    place = f" (line {node.span.start_line})" if node.span else ""
    return CircuitFailure("PreflightError", f"the OpenQASM program was not accepted: {message}{place}")


def whole(expression: object, scope: Mapping[str, Range | None]) -> Range | None:
    """Return between which values an expression lies, or None if it is no whole number."""
    if isinstance(expression, ast.IntegerLiteral):
        return Range(expression.value, expression.value)
    if isinstance(expression, ast.Identifier):
        return scope.get(expression.name)
    if isinstance(expression, ast.IndexExpression):
        return whole(expression.collection, scope)
    if isinstance(expression, ast.UnaryExpression):
        return _negated(whole(expression.expression, scope)) if expression.op.name == "-" else None
    if isinstance(expression, ast.BinaryExpression):
        sides = whole(expression.lhs, scope), whole(expression.rhs, scope)
        return _combined(expression.op.name, sides[0], sides[1]) if sides[0] and sides[1] else None
    if isinstance(expression, ast.Cast):
        return ANY_WHOLE if isinstance(expression.type, _WHOLE_TYPES) else None
    if isinstance(expression, ast.FunctionCall):
        return scope.get(f"{expression.name.name}()")
    return ANY_WHOLE if isinstance(expression, ast.SizeOf) else None


def point(expression: object, scope: Mapping[str, Range | None]) -> int | None:
    """Return the value of a whole number that is known."""
    found = whole(expression, scope)
    return int(found[0]) if found and found[0] == found[1] else None


def declared(kind: ast.ClassicalType | None, value: object, scope: Mapping[str, Range | None]) -> Range | None:
    """Return what is known of a variable of some type with a value; one that does not fit wraps around."""
    if isinstance(kind, ast.ArrayType):
        return ANY_WHOLE if isinstance(kind.base_type, _WHOLE_TYPES) else None
    if not isinstance(kind, _WHOLE_TYPES):
        return None
    widest = limits(kind, scope)
    found = whole(value, scope)
    fits = found is not None and widest.least <= found.least and found.most <= widest.most
    return found._replace(unsigned=widest.unsigned) if found is not None and fits else widest


def limits(kind: ast.IntType | ast.UintType, scope: Mapping[str, Range | None]) -> Range:
    """Return the values that a type of whole numbers has."""
    bits = min(_WIDEST, 32 if kind.size is None else point(kind.size, scope) or _WIDEST)
    if isinstance(kind, ast.UintType):
        return Range(0, (1 << bits) - 1, unsigned=True)
    return Range(-(1 << bits >> 1), (1 << bits >> 1) - 1)


def folded(node: _Node, scope: Mapping[str, Range | None], *, rounds: bool = False) -> _Node:
    """Return an expression with the divisions of known whole numbers computed; what changes is copied.

    Args:
        node: An expression, a list of them, or another part of a program that holds some.
        scope: The variables.
        rounds: Whether a whole number is expected, so that a division can mean nothing but the one that rounds.

    Raises:
        CircuitFailure: A division or a remainder that pyqasm would compute otherwise than OpenQASM 3.
    """
    if isinstance(node, list):
        items = cast("list[Any]", node)
        new = [folded(item, scope, rounds=rounds) for item in items]
        return cast("_Node", new if any(map(is_not, new, items)) else items)
    if not isinstance(node, ast.QASMNode) or isinstance(node, _LEAVES):
        return node
    rounds = rounds or isinstance(node, ast.RangeDefinition | ast.DiscreteSet)
    changes: dict[str, Any] = {}
    for name in _parts(cast("type", type(node))):
        part = getattr(node, name)
        new = folded(part, scope, rounds=rounds or name in ("index", "indices"))
        if new is not part:
            changes[name] = new
    found: Any = changed(node, **changes) if changes else node
    if isinstance(found, ast.AngleType):
        _check_precision(found, scope)
    elif isinstance(found, ast.UnaryExpression | ast.BinaryExpression):
        _check_sign(found, scope)
    checked: Any = _checked(found, scope, rounds=rounds) if isinstance(found, ast.BinaryExpression) else found
    return cast("_Node", checked)


def _check_precision(kind: ast.AngleType, scope: Mapping[str, Range | None]) -> None:
    """Refuse an angle that would be rounded to few bits, which pyqasm does not do."""
    if kind.size is not None and (point(kind.size, scope) or 0) < _BITS_OF_AN_ANGLE:
        raise refused(kind, f"an angle of fewer than {_BITS_OF_AN_ANGLE} bits is not rounded here")


def _check_sign(node: ast.UnaryExpression | ast.BinaryExpression, scope: Mapping[str, Range | None]) -> None:
    """Refuse what may wrap around in numbers without a sign, since pyqasm computes without bounds until it assigns."""
    found = whole(node, scope)
    shifted = node.op.name in ("<<", "~")
    if found and found.unsigned and (shifted or (node.op.name == "-" and found.least < 0)):
        raise refused(node, f"{node.op.name!r} on numbers without a sign that may wrap around is not computed here")
    if shifted and isinstance(node, ast.UnaryExpression):
        raise refused(node, "'~' is not computed here")


def changed(node: _Node, **parts: object) -> _Node:
    """Return a copy of a part of a program with other parts, at the same place of the text."""
    new = copy(node)
    for name, part in parts.items():
        setattr(new, name, part)
    return new


@cache
def _parts(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cast("Any", kind)) if field.init)


def _checked(node: ast.BinaryExpression, scope: Mapping[str, Range | None], *, rounds: bool) -> ast.Expression:
    left, right = whole(node.lhs, scope), whole(node.rhs, scope)
    sign = node.op.name
    if not left or not right or sign not in ("/", "%"):
        return node
    a, b = point(node.lhs, scope), point(node.rhs, scope)
    if b == 0:
        raise refused(node, "it divides by zero")
    if a is not None and b is not None and (rounds or sign == "%" or a % b == 0):
        return _literal(_quotient(a, b) if sign == "/" else a - b * _quotient(a, b), node)
    if sign == "%" and left[0] >= 0 and right[0] > 0:
        return node
    if sign == "%":
        raise refused(node, "a remainder of what may be negative is not computed here")
    raise refused(
        node, "OpenQASM 3 rounds a division of whole numbers, which few programs mean; write 1.0/2, or the result"
    )


def _literal(value: int, node: ast.QASMNode) -> ast.Expression:
    literal: ast.Expression = ast.IntegerLiteral(abs(value))
    if value < 0:
        literal = ast.UnaryExpression(ast.UnaryOperator["-"], literal)
    literal.span = node.span
    return literal


def _quotient(a: int, b: int) -> int:
    return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)


def _negated(found: Range | None) -> Range | None:
    return found and Range(-found.most, -found.least, found.unsigned)


def _combined(sign: str, left: Range, right: Range) -> Range | None:
    if sign not in ("+", "-", "*", "/", "%", "<<", ">>", "&", "|", "^"):
        return None
    if sign == "+":
        ends = [left.least + right.least, left.most + right.most]
    elif sign == "-":
        ends = [left.least - right.most, left.most - right.least]
    elif sign == "*":
        ends = [a * b for a in left[:2] for b in right[:2]]
    elif sign == "/" and left.least == left.most and right.least == right.most != 0 and abs(left.least) < _LARGEST:
        ends = [_quotient(int(left.least), int(right.least))] * 2
    elif sign == "%" and left.least >= 0 and right.least > 0:
        ends = [0, right.most - 1]
    else:
        ends = [-inf, inf]
    unsigned = left.unsigned or right.unsigned
    known = not any(end != end or abs(end) > _LARGEST for end in ends)
    return Range(min(ends), max(ends), unsigned) if known else Range(-inf, inf, unsigned)
