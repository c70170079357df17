"""How often a loop runs, and its range in a form in which pyqasm finds the right last value.

pyqasm adds the step to the end of a range, which is right for steps of one only.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from openqasm3 import ast

from .qasm_numbers import Range, folded, limits, point, refused, whole

__all__ = ["bounded"]

_WIDEST: Final = 1 << 30

_Values: TypeAlias = ast.RangeDefinition | ast.DiscreteSet


def bounded(node: ast.ForInLoop, scope: Mapping[str, Range | None]) -> tuple[_Values, Range | None, int]:
    """Look at the values of a loop.

    Returns:
        What to write, between which whole numbers the values lie, and how many there are at most.

    Raises:
        CircuitFailure: They are not known before the program runs.
    """
    values = node.set_declaration
    if not isinstance(values, ast.RangeDefinition | ast.DiscreteSet):
        raise refused(node, "a loop over the elements of a variable is not simulated")
    values = folded(values, scope, rounds=True)
    if isinstance(values, ast.RangeDefinition):
        found, known, turns = _range(values, node, scope)
    else:
        found, known, turns = _listed(values, node, scope)
    if turns and isinstance(node.type, ast.IntType | ast.UintType) and known:
        widest = limits(node.type, scope)
        if known.least < widest.least or known.most > widest.most:
            raise refused(node, "its variable does not hold all of its values")
        known = known._replace(unsigned=widest.unsigned)
    return found, known, turns


def _listed(
    values: ast.DiscreteSet, node: ast.ForInLoop, scope: Mapping[str, Range | None]
) -> tuple[_Values, Range | None, int]:
    if not isinstance(node.type, ast.IntType | ast.UintType):
        return values, None, len(values.values)
    known = [found for found in (whole(value, scope) for value in values.values) if found]
    if len(known) < len(values.values):
        raise refused(node, "its variable is a whole number, but not all of its values")
    return values, Range(min(item.least for item in known), max(item.most for item in known)), len(known)


def _range(
    values: ast.RangeDefinition, node: ast.ForInLoop, scope: Mapping[str, Range | None]
) -> tuple[_Values, Range | None, int]:
    step = 1 if values.step is None else point(values.step, scope)
    start, end = whole(values.start, scope), whole(values.end, scope)
    if not step or not start or not end or max(start.most, end.most) - min(start.least, end.least) > _WIDEST:
        raise refused(node, "the bounds of a loop must be numbers, constants or variables of the loops around it")
    far = end.most - start.least if step > 0 else start.most - end.least
    turns = int(max(0, far // abs(step) + 1))
    known = Range(min(start.least, end.least), max(start.most, end.most))
    if abs(step) > 1:
        first, last = point(values.start, scope), point(values.end, scope)
        if first is None or last is None:
            raise refused(node, "a loop with a step needs numbers or constants as its bounds")
        # pyqasm counts up to one step beyond the end: it gets the last value that is met.
        values = ast.RangeDefinition(_literal(first), _literal(first + step * (turns - 1)), values.step)
    return values, known, turns


def _literal(value: int) -> ast.Expression:
    literal = ast.IntegerLiteral(abs(value))
    return literal if value >= 0 else ast.UnaryExpression(ast.UnaryOperator["-"], literal)
