"""Which qubits the operands of a statement are, one by one.

pyqasm puts the qubits of all operands into one list and cuts it into pieces, so that ``cx a, b;`` on registers would
join the wrong ones; and it knows neither negative indices nor aliases of several registers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

from attrs import define, field, frozen
from openqasm3 import ast

from .qasm_numbers import Range, point, refused

__all__ = ["Operand", "Registers", "broadcast"]

Operand: TypeAlias = ast.Identifier | ast.IndexedIdentifier


@frozen
class _Register:
    size: int
    indexed: bool = True
    """Whether its qubits are written with an index."""


@define
class Registers:
    """The names of qubits that are in sight, and which of them they stand for."""

    _registers: dict[str, _Register] = field(factory=dict[str, _Register])
    _aliases: dict[str, tuple[Operand, ...]] = field(factory=dict[str, tuple[Operand, ...]])

    def declare(self, name: str, size: int | None, *, formal: bool = False) -> None:
        """Add a register; one without a size that is a formal parameter is written without an index."""
        self._registers[name] = _Register(1 if size is None else size, not (formal and size is None))

    def names(self) -> frozenset[str]:
        """Return every name."""
        return frozenset(self._registers) | frozenset(self._aliases)

    def size(self, name: str) -> int:
        """Return how many qubits a name stands for."""
        return len(self._aliases[name]) if name in self._aliases else self._registers[name].size

    def alias(self, name: str, value: ast.Expression, scope: Mapping[str, Range | None]) -> ast.Expression | None:
        """Add an alias.

        Returns:
            Its qubits in a form that pyqasm knows, or None if it joins several registers.
        """
        found = tuple(self._aliased(value, scope))
        self._aliases[name] = found
        registers = {_name(operand) for operand in found}
        if len(registers) != 1:
            return None
        places = ast.DiscreteSet([ast.IntegerLiteral(_place(operand)) for operand in found])
        return ast.IndexExpression(ast.Identifier(registers.pop()), places)

    def _aliased(self, value: ast.Expression, scope: Mapping[str, Range | None]) -> list[Operand]:
        if isinstance(value, ast.Concatenation):
            return [*self._aliased(value.lhs, scope), *self._aliased(value.rhs, scope)]
        if isinstance(value, ast.Identifier):
            return self._all(value)
        if isinstance(value, ast.IndexExpression):
            found = _selected(self._aliased(value.collection, scope), value.index, value, scope)
            if found is not None:
                return found
        raise refused(value, "an alias is of registers of qubits, with indices that are numbers or constants")

    def qubits(self, operand: Operand, scope: Mapping[str, Range | None]) -> list[Operand] | None:
        """Return the qubits that an operand stands for, or None if only running the program tells how many."""
        if isinstance(operand, ast.Identifier):
            return [operand] if operand.name.startswith("$") else self._all(operand)
        found = self._all(operand.name)
        for index in operand.indices:
            selected = _selected(found, index, operand, scope)
            if selected is None:
                return self._unknown(operand)
            found = selected
        return found

    def _unknown(self, operand: ast.IndexedIdentifier) -> list[Operand] | None:
        """An index that is not known yet is left to pyqasm, as far as pyqasm knows the name."""
        if len(operand.indices) != 1 or len({_name(qubit) for qubit in self._all(operand.name)}) != 1:
            raise refused(operand, f"the index of {operand.name.name!r} must be a number or a constant")
        index = operand.indices[0]
        several = isinstance(index, ast.DiscreteSet) or isinstance(index[0], ast.RangeDefinition)
        return None if several else [operand]

    def _all(self, named: ast.Identifier) -> list[Operand]:
        name = named.name
        if name in self._aliases:
            return [*self._aliases[name]]
        if name not in self._registers:
            raise refused(named, f"{name[:40]!r} is no qubit that is in sight here")
        register = self._registers[name]
        if not register.indexed:
            return [named]
        return [ast.IndexedIdentifier(ast.Identifier(name), [[ast.IntegerLiteral(i)]]) for i in range(register.size)]


def broadcast(node: ast.QASMNode, operands: Sequence[Sequence[Operand]]) -> list[list[Operand]]:
    """Return the operands of every single gate that a gate on registers stands for."""
    sizes = {len(qubits) for qubits in operands if len(qubits) != 1}
    if 0 in sizes:
        raise refused(node, "one of its operands has no qubits")
    if len(sizes) > 1:
        raise refused(node, "its registers have different sizes")
    count = sizes.pop() if sizes else 1
    found = [[qubits[i % len(qubits)] for qubits in operands] for i in range(count)]
    if any(one == other for qubits in found for one, other in combinations(qubits, 2)):
        raise refused(node, "it uses a qubit twice")
    return found


def _selected(
    qubits: list[Operand], index: ast.IndexElement, node: ast.QASMNode, scope: Mapping[str, Range | None]
) -> list[Operand] | None:
    """Return the indexed ones of some qubits, or None if an index is not known."""
    if isinstance(index, ast.DiscreteSet):
        places = [point(value, scope) for value in index.values]
    elif len(index) != 1:
        raise refused(node, "a register of qubits has one index")
    elif isinstance(index[0], ast.RangeDefinition):
        return _sliced(qubits, index[0], node, scope)
    else:
        places = [point(index[0], scope)]
    known = [place for place in places if place is not None]
    if len(known) < len(places):
        return None
    return [_at(qubits, place, node) for place in known]


def _at(qubits: list[Operand], place: int, node: ast.QASMNode) -> Operand:
    if not -len(qubits) <= place < len(qubits):
        raise refused(node, f"the index {place} is not one of {len(qubits)} qubits")
    return qubits[place]


def _sliced(
    qubits: list[Operand], found: ast.RangeDefinition, node: ast.QASMNode, scope: Mapping[str, Range | None]
) -> list[Operand] | None:
    step = 1 if found.step is None else point(found.step, scope)
    if step == 0:
        raise refused(node, "a range has the step 0")
    ends = (0, len(qubits) - 1) if step is None or step > 0 else (len(qubits) - 1, 0)
    start = ends[0] if found.start is None else point(found.start, scope)
    stop = ends[1] if found.end is None else point(found.end, scope)
    if start is None or stop is None or step is None:
        return None
    for end in (start, stop):
        _at(qubits, end, node)
    start, stop = (end + len(qubits) if end < 0 else end for end in (start, stop))
    return [qubits[place] for place in range(start, stop + (1 if step > 0 else -1), step)]


def _name(operand: Operand) -> str:
    return operand.name if isinstance(operand, ast.Identifier) else operand.name.name


def _place(operand: Operand) -> int:
    index = operand.indices[0] if isinstance(operand, ast.IndexedIdentifier) else []
    return point(index[0], {}) or 0 if isinstance(index, list) and index else 0
