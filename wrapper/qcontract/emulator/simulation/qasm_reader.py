"""The circuit that an unrolled program is: gates with numbers in them, then measurements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import pi
from typing import Any

from . import gates, qasm_gates
from .failures import CircuitFailure
from .operations import Circuit, Gate
from .qasm_calls import Symbol
from .qasm_gates import GATES
from .qasm_modifiers import MAX_POWER

__all__ = ["read"]


def read(module: Any, symbols: Mapping[str, Symbol]) -> Circuit:
    """Read what pyqasm unrolled.

    Args:
        module: The module of pyqasm.
        symbols: What the gates are that it left.

    Raises:
        CircuitFailure: A state vector cannot run the program.
    """
    return _Reader(module, symbols).read()


class _Reader:
    """Walks over the statements of an unrolled program."""

    def __init__(self, module: Any, symbols: Mapping[str, Symbol]) -> None:
        self._statements: list[Any] = list(module.unrolled_ast.statements)
        self._symbols = symbols
        self._first_qubit: dict[str, int] = {}
        self._first_bit: dict[str, int] = {}
        self._qubits = 0
        self._bits = 0
        self._measured: dict[int, int] = {}
        self._used: set[int] = set()
        self._gone: set[int] = set()

    def read(self) -> Circuit:
        operations = list(self._operations())
        measured = tuple(self._measured.get(bit) for bit in range(self._bits)) if self._measured else None
        if not self._qubits:
            raise CircuitFailure("InvalidInput", "the program declares no qubits")
        return Circuit(self._qubits, tuple(operations), measured)

    def _operations(self) -> Iterator[Gate]:
        ended = False
        for statement in self._statements:
            kind = type(statement).__name__
            ended = ended or kind == "EndStatement"
            if kind in ("QubitDeclaration", "ClassicalDeclaration"):
                self._declare(kind, statement)
            elif not ended:
                yield from self._statement(kind, statement)

    def _declare(self, kind: str, statement: Any) -> None:
        if kind == "QubitDeclaration":
            self._first_qubit[statement.qubit.name] = self._qubits
            self._qubits += _size(statement.size)
        else:
            self._first_bit[statement.identifier.name] = self._bits
            self._bits += _size(getattr(statement.type, "size", None))

    def _statement(self, kind: str, statement: Any) -> Iterator[Gate]:
        if kind == "QuantumGate":
            yield from self._gate(statement)
        elif kind == "QuantumMeasurementStatement":
            self._measure(statement)
        elif kind == "QuantumReset":
            if self._qubit(statement.qubits) in self._used | self._gone:
                raise CircuitFailure("PreflightError", "a reset after a gate on its qubit cannot be simulated")
        elif kind not in ("Include", "QuantumBarrier", "QuantumGateDefinition"):
            raise CircuitFailure("PreflightError", f"the emulator does not simulate statements such as {_words(kind)}")

    def _gate(self, statement: Any) -> Iterator[Gate]:
        name = statement.name.name
        symbol = self._symbols.get(name)
        if symbol is None or statement.modifiers:
            raise CircuitFailure("UnsupportedGate", f"the gate {name[:40]!r} is not supported")
        qubits = tuple(self._qubit(qubit) for qubit in statement.qubits)
        if self._gone.intersection(qubits):
            raise CircuitFailure("PreflightError", "a gate after the measurement of its qubit cannot be simulated")
        self._used.update(qubits)
        yield from _gates(symbol, [_value(argument) for argument in statement.arguments], qubits)

    def _measure(self, statement: Any) -> None:
        qubit = self._qubit(statement.measure.qubit)
        self._gone.add(qubit)
        if statement.target is not None:
            name, index = _indexed(statement.target)
            self._measured[self._first_bit[name] + index] = qubit

    def _qubit(self, operand: Any) -> int:
        name, index = _indexed(operand)
        if name not in self._first_qubit:
            raise CircuitFailure("PreflightError", "only qubits of declared registers can be used")
        return self._first_qubit[name] + index


def _gates(symbol: Symbol, arguments: list[float], qubits: tuple[int, ...]) -> Iterator[Gate]:
    primitive = GATES[symbol.base]
    matrix = primitive.matrix(*arguments[symbol.powers :])
    exponents = arguments[: symbol.powers] if symbol.exponent is None else [symbol.exponent]
    for exponent in exponents:
        if abs(exponent) > MAX_POWER:
            raise CircuitFailure("PreflightError", f"powers up to {MAX_POWER} are computed")
        matrix = qasm_gates.power(matrix, exponent)
    controls = len(symbol.polarity) + primitive.controls
    if not primitive.targets:
        # A phase under controls is that of one of them, under the others.
        controls, matrix = controls - 1, gates.product(gates.PAULIS["I"], matrix)
        matrix[0, 0] = 1
    flips = [Gate("x", gates.X, (qubit,)) for qubit, one in zip(qubits, symbol.polarity, strict=False) if not one]
    yield from flips
    yield Gate(symbol.base, matrix, qubits[controls:], qubits[:controls])
    yield from flips


def _value(argument: Any) -> float:
    """Read a number of an unrolled program."""
    if type(argument).__name__ == "UnaryExpression" and argument.op.name == "-":
        return -_value(argument.expression)
    if getattr(argument, "name", None) in ("pi", "π"):
        return pi
    value = getattr(argument, "value", None)
    if not isinstance(value, int | float) or not abs(value) < 1e300:
        raise CircuitFailure("PreflightError", "a gate's parameter is not a finite number")
    return float(value)


def _size(expression: Any) -> int:
    return 1 if expression is None else int(expression.value)


def _indexed(operand: Any) -> tuple[str, int]:
    if type(operand).__name__ == "IndexedIdentifier":
        return operand.name.name, int(operand.indices[0][0].value)
    return operand.name, 0


def _words(kind: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).lower()
