"""An OpenQASM program rewritten before pyqasm sees it, so that pyqasm is asked for nothing that it gets wrong.

What is left to pyqasm: values of variables, branches on them, loops, subroutines, and the definitions of gates.
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, Final, cast

from attrs import frozen
from openqasm3 import ast

from . import qasm_loops
from .qasm_budget import MAX_STATEMENTS
from .qasm_calls import Calls, Gate, Symbol
from .qasm_hoisting import substituted
from .qasm_numbers import ANY_WHOLE, Range, declared, folded, point, refused
from .qasm_operands import Operand, Registers, broadcast

__all__ = ["Rewritten", "rewrite"]

_UNSUPPORTED: Final[dict[type, str]] = {
    ast.BreakStatement: "'break' is not simulated",
    ast.ContinueStatement: "'continue' is not simulated",
    ast.WhileLoop: "'while' is not simulated",
    ast.Box: "'box' is not simulated",
    ast.DelayInstruction: "'delay' is not simulated",
    ast.IODeclaration: "'input' and 'output' are not simulated",
    ast.ExternDeclaration: "'extern' is not simulated",
}


@frozen
class Rewritten:
    """A program for pyqasm, and what the gates stand for that it passes through."""

    program: ast.Program
    symbols: dict[str, Symbol]


def rewrite(program: ast.Program, text: str) -> Rewritten:
    """Rewrite a program.

    Raises:
        CircuitFailure: What pyqasm would get wrong and nothing here makes right, or a program with too many steps.
    """
    own = re.findall(r"\bgate\s+([^\W\d]\w*)", text)
    divides = (program.version or "3").startswith("2")
    rewriter = _Rewriter(Calls(re.findall(r"[^\W\d]\w*", text), own, divides=divides), divides=divides)
    statements = rewriter.block(program.statements)
    # pyqasm knows what is new in OpenQASM 3.1, but not the number.
    version = "3.0" if program.version == "3.1" else program.version
    return Rewritten(ast.Program([*rewriter.calls.added, *statements], version), rewriter.calls.symbols)


class _Rewriter:
    def __init__(self, calls: Calls, *, divides: bool) -> None:
        self.calls = calls
        self._divides = divides
        self._scope: ChainMap[str, Range | None] = ChainMap({})
        self._qubits = Registers()
        self._bits = Registers()
        self._routines: dict[str, int] = {}
        self._turns = 1
        self._depth = 0
        self._steps = 0
        self._in_routine = False
        self._changes: dict[type, Callable[[Any], Iterator[ast.Statement]]] = {
            ast.QubitDeclaration: self._qubit_declaration,
            ast.ConstantDeclaration: self._constant,
            ast.ClassicalDeclaration: self._variable,
            ast.ClassicalAssignment: self._assignment,
            ast.AliasStatement: self._alias,
            ast.QuantumGateDefinition: self._gate_definition,
            ast.QuantumGate: self._gate,
            ast.QuantumPhase: self._gate,
            ast.QuantumMeasurementStatement: self._measurement,
            ast.QuantumReset: self._reset,
            ast.QuantumBarrier: self._barrier,
            ast.ForInLoop: self._loop,
            ast.BranchingStatement: self._branch,
            ast.SwitchStatement: self._switch,
            ast.SubroutineDefinition: self._routine,
        }

    def block(self, statements: Sequence[ast.Statement | ast.Pragma]) -> list[Any]:
        """Return the statements to write instead of some."""
        return [changed for statement in statements for changed in self._statement(statement)]

    def _statement(self, statement: ast.Statement | ast.Pragma) -> Iterator[Any]:
        if type(statement) in _UNSUPPORTED:
            raise refused(statement, _UNSUPPORTED[type(statement)])
        self._count(1, statement)
        for called in _called(statement):
            self._count(self._routines.get(called, 0), statement)
        change = self._changes.get(type(statement))
        for changed in change(statement) if change else [self._folded(statement)]:
            changed.span = changed.span or statement.span
            yield changed

    def _count(self, cost: int, statement: ast.QASMNode) -> None:
        self._steps += cost * self._turns
        if self._steps > MAX_STATEMENTS:
            raise refused(statement, f"it unrolls to more than {MAX_STATEMENTS} steps")

    def _folded(self, node: Any, *, rounds: bool = False) -> Any:
        return node if self._divides else folded(node, self._scope, rounds=rounds)

    def _inner(self, statements: Sequence[ast.Statement], **known: Range | None) -> list[Any]:
        """Rewrite a block with variables of its own."""
        outer, self._scope = self._scope, self._scope.new_child({**known})
        self._depth += 1
        try:
            return self.block(statements)
        finally:
            self._scope = outer
            self._depth -= 1

    def _qubit_declaration(self, node: ast.QubitDeclaration) -> Iterator[ast.Statement]:
        size = None if node.size is None else point(self._folded(node.size, rounds=True), self._scope)
        if node.size is not None and size is None:
            raise refused(node, "the size of a register must be a number or a constant")
        self._qubits.declare(node.qubit.name, size)
        yield ast.QubitDeclaration(node.qubit, None if size is None else ast.IntegerLiteral(size))

    def _constant(self, node: ast.ConstantDeclaration) -> Iterator[ast.Statement]:
        whole = isinstance(node.type, ast.IntType | ast.UintType)
        value = self._folded(node.init_expression, rounds=whole)
        self._scope[node.identifier.name] = declared(node.type, value, self._scope)
        yield ast.ConstantDeclaration(self._folded(node.type), node.identifier, value)

    def _variable(self, node: ast.ClassicalDeclaration) -> Iterator[ast.Statement]:
        name = node.identifier.name
        self._scope[name] = declared(node.type, None, self._scope)
        if isinstance(node.type, ast.BitType):
            self._bits.declare(name, None if node.type.size is None else point(node.type.size, self._scope))
        if isinstance(node.init_expression, ast.QuantumMeasurement):
            yield ast.ClassicalDeclaration(node.type, node.identifier)
            measurement = ast.QuantumMeasurementStatement(node.init_expression, node.identifier)
            measurement.span = node.span
            yield from self._measurement(measurement)
        else:
            kind = self._folded(node.type, rounds=True)
            yield ast.ClassicalDeclaration(kind, node.identifier, self._value(kind, node.init_expression))

    def _value(self, kind: ast.ClassicalType, value: Any) -> Any:
        return self._quotient(value) if isinstance(kind, ast.IntType | ast.UintType) else self._folded(value)

    def _quotient(self, value: Any) -> Any:
        """Return a value for a whole number; that of a division pyqasm cuts off there, as it should."""
        if isinstance(value, ast.BinaryExpression) and value.op.name == "/" and not self._divides:
            return ast.BinaryExpression(value.op, self._folded(value.lhs), self._folded(value.rhs))
        return self._folded(value)

    def _assignment(self, node: ast.ClassicalAssignment) -> Iterator[ast.Statement]:
        name = node.lvalue.name if isinstance(node.lvalue, ast.Identifier) else node.lvalue.name.name
        if self._scope.get(name) and node.op.name in ("/=", "%=") and not self._divides:
            raise refused(node, f"{node.op.name!r} on a whole number is not computed here")
        if self._scope.get(name) and node.op.name == "=" and isinstance(node.lvalue, ast.Identifier):
            yield ast.ClassicalAssignment(node.lvalue, node.op, self._quotient(node.rvalue))
        else:
            yield self._folded(node)

    def _alias(self, node: ast.AliasStatement) -> Iterator[ast.Statement]:
        if self._depth:
            raise refused(node, "an alias inside a block is not simulated")
        places = self._qubits.alias(node.target.name, node.value, self._scope)
        if places is not None:
            yield ast.AliasStatement(node.target, cast("Any", places))

    def _gate_definition(self, node: ast.QuantumGateDefinition) -> Iterator[ast.Statement]:
        yield self.calls.define(node, self._scope)

    def _gate(self, node: Gate) -> Iterator[ast.Statement]:
        node = self._folded(node)
        call = self.calls.call(node, self._scope)
        operands = [self._qubits.qubits(operand, self._scope) for operand in node.qubits]
        wanted = call.qubits if call else 0
        if len(operands) != wanted:
            name = "gphase" if isinstance(node, ast.QuantumPhase) else node.name.name
            raise refused(node, f"the gate {name[:40]!r} has {wanted} operands here, not {len(operands)}")
        if call is None:
            return
        for qubits in self._single(node, operands):
            self._count(call.cost, node)
            yield ast.QuantumGate([], ast.Identifier(call.name), call.arguments, qubits)

    def _single(self, node: Gate, operands: list[list[Operand] | None]) -> list[list[Operand]]:
        known = [qubits for qubits in operands if qubits is not None]
        if len(known) == len(operands):
            return broadcast(node, known)
        if len(operands) == 1:
            return [[*node.qubits]]
        raise refused(node, "the range of an operand must have numbers or constants as its ends")

    def _measurement(self, node: ast.QuantumMeasurementStatement) -> Iterator[ast.Statement]:
        qubits = None if self._in_routine else self._qubits.qubits(node.measure.qubit, self._scope)
        bits = self._bits.qubits(node.target, self._scope) if qubits is not None and node.target else None
        if qubits is None or (node.target and bits is None):
            yield self._folded(node)
            return
        if bits is not None and len(bits) != len(qubits):
            raise refused(node, f"it measures {len(qubits)} qubits into {len(bits)} bits")
        for i, qubit in enumerate(qubits):
            yield ast.QuantumMeasurementStatement(ast.QuantumMeasurement(qubit), bits[i] if bits else None)

    def _reset(self, node: ast.QuantumReset) -> Iterator[ast.Statement]:
        found = self._qubits.qubits(node.qubits, self._scope)
        for qubit in [node.qubits] if found is None else found:
            yield ast.QuantumReset(qubit)

    def _barrier(self, node: ast.QuantumBarrier) -> Iterator[ast.Statement]:
        """Drop it: gates are not reordered anyway."""
        for operand in node.qubits:
            if isinstance(operand, Operand):
                self._qubits.qubits(operand, self._scope)
        yield from ()

    def _loop(self, node: ast.ForInLoop) -> Iterator[ast.Statement]:
        values, known, turns = qasm_loops.bounded(node, self._scope)
        if not turns:
            return
        outer, self._turns = self._turns, self._turns * turns
        try:
            block = self._inner(node.block, **{node.identifier.name: known})
        finally:
            self._turns = outer
        yield ast.ForInLoop(node.type, node.identifier, values, block)

    def _branch(self, node: ast.BranchingStatement) -> Iterator[ast.Statement]:
        condition = self._folded(node.condition)
        yield ast.BranchingStatement(condition, self._inner(node.if_block), self._inner(node.else_block))

    def _switch(self, node: ast.SwitchStatement) -> Iterator[ast.Statement]:
        cases = [
            (self._folded(values, rounds=True), ast.CompoundStatement(self._inner(block.statements)))
            for values, block in node.cases
        ]
        default = ast.CompoundStatement(self._inner(node.default.statements) if node.default else [])
        yield ast.SwitchStatement(self._folded(node.target), cases, default)

    def _routine(self, node: ast.SubroutineDefinition) -> Iterator[ast.Statement]:
        name = node.name.name
        qubits, self._qubits = self._qubits, Registers()
        steps, self._steps = self._steps, 0
        known: dict[str, Range | None] = {}
        renamed: dict[str, ast.Expression] = {}
        arguments: list[ast.ClassicalArgument | ast.QuantumArgument] = []
        for argument in node.arguments:
            if isinstance(argument, ast.QuantumArgument):
                # pyqasm mixes up a formal qubit with a register of the same name.
                formal = ast.Identifier(self.calls.fresh("formal"))
                size = None if argument.size is None else point(argument.size, self._scope)
                self._qubits.declare(formal.name, size, formal=True)
                renamed[argument.name.name] = formal
                arguments.append(ast.QuantumArgument(formal, argument.size))
            else:
                known[argument.name.name] = declared(_scalar(self._folded(argument.type)), None, self._scope)
                arguments.append(argument)
        self._in_routine = True
        try:
            body = self._inner(substituted(node.body, renamed), **known)
        finally:
            self._qubits, self._in_routine = qubits, False
        self._routines[name], self._steps = self._steps, steps
        returned = isinstance(node.return_type, ast.IntType | ast.UintType)
        self._scope[f"{name}()"] = ANY_WHOLE if returned else None
        yield ast.SubroutineDefinition(node.name, arguments, body, node.return_type)


def _scalar(kind: ast.ClassicalType) -> ast.ClassicalType:
    return kind.base_type if isinstance(kind, ast.ArrayReferenceType) else kind


def _called(node: object) -> Iterator[str]:
    """Return the names of the functions that a statement calls outside the blocks in it."""
    if isinstance(node, ast.FunctionCall):
        yield node.name.name
    parts: Sequence[object] = ()
    if isinstance(node, list | tuple):
        parts = cast("Sequence[object]", node)
    elif is_dataclass(node):
        parts = [getattr(node, item.name) for item in fields(node)]
    for part in parts:
        if not isinstance(part, ast.Statement):
            yield from _called(part)
