"""Functions of a gate's parameters, taken out of its definition and computed where it is called.

pyqasm puts numbers in the place of parameters, but not inside functions and casts: there it would find a constant of
the program that happens to have the same name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any, Final, cast

from openqasm3 import ast

from .qasm_numbers import changed

__all__ = ["free_names", "hoisted", "substituted"]

_PLAIN: Final = (ast.Identifier, ast.IntegerLiteral, ast.FloatLiteral, ast.BooleanLiteral)
_KNOWN: Final = frozenset({"pi", "π", "tau", "τ", "euler", "ℇ"})


def hoisted(expression: ast.Expression, take: Callable[[ast.Expression], str]) -> ast.Expression:
    """Return an expression with names instead of functions and casts; ``take`` names one."""
    if isinstance(expression, _PLAIN):
        return expression
    if isinstance(expression, ast.UnaryExpression):
        return ast.UnaryExpression(expression.op, hoisted(expression.expression, take))
    if isinstance(expression, ast.BinaryExpression):
        return ast.BinaryExpression(expression.op, hoisted(expression.lhs, take), hoisted(expression.rhs, take))
    return ast.Identifier(take(expression))


def free_names(node: object) -> Iterator[str]:
    """Return the names of the variables in an expression."""
    if isinstance(node, ast.Identifier):
        yield from {node.name} - _KNOWN
    elif isinstance(node, list):
        for item in cast("list[object]", node):
            yield from free_names(item)
    elif isinstance(node, ast.QASMNode):
        for field in fields(cast("Any", node)):
            if not (isinstance(node, ast.FunctionCall) and field.name == "name"):
                yield from free_names(getattr(node, field.name))


def substituted(node: Any, values: Mapping[str, ast.Expression]) -> Any:
    """Return a part of a program with expressions in the place of variables."""
    if isinstance(node, ast.Identifier):
        return values.get(node.name, node)
    if isinstance(node, list | tuple):
        items = [substituted(item, values) for item in cast("Sequence[object]", node)]
        return items if isinstance(node, list) else tuple(items)
    if not isinstance(node, ast.QASMNode):
        return node
    kept = ("span", "name") if isinstance(node, ast.FunctionCall | ast.QuantumGate) else ("span",)
    names = [field.name for field in fields(cast("Any", node)) if field.name not in kept]
    return changed(node, **{name: substituted(getattr(node, name), values) for name in names})
