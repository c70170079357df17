"""OpenQASM 2 and 3 through pyqasm, with checks before it that keep a hostile text from holding the worker.

pyqasm unrolls loops, definitions and modifiers to a few gates with numbers in them, which this module maps to
operations. A program whose measurements are not at its end, or that resets or branches, is refused.
"""

from __future__ import annotations

import contextlib
import io
import logging
import re
import sys
from collections.abc import Callable, Generator, Iterator
from math import pi
from typing import Any, Final, cast

from . import gates, qasm_budget
from .failures import CircuitFailure
from .gates import Matrix
from .operations import Circuit, Gate

__all__ = ["parse"]

_FIXED: Final[dict[str, tuple[Matrix, int]]] = {
    **{name: (gates.FIXED[name], 0) for name in ("x", "y", "z", "h", "s", "t", "swap")},
    "id": (gates.I, 0),
    "sdg": (gates.FIXED["si"], 0),
    "tdg": (gates.FIXED["ti"], 0),
    "sx": (gates.FIXED["v"], 0),
    "sxdg": (gates.FIXED["vi"], 0),
    "cx": (gates.X, 1),
    "cy": (gates.Y, 1),
    "cz": (gates.Z, 1),
    "ch": (gates.FIXED["h"], 1),
    "ccx": (gates.X, 2),
    "cswap": (gates.FIXED["swap"], 1),
}
_ROTATIONS: Final[dict[str, tuple[Callable[[float], Matrix], int]]] = {
    **{name: (gates.ROTATIONS[name], 0) for name in ("rx", "ry", "rz")},
    **{f"r{name}": (gates.ROTATIONS[name], 0) for name in ("xx", "yy", "zz")},
    **{f"c{name}": (gates.ROTATIONS[name], 1) for name in ("rx", "ry", "rz")},
    "p": (gates.phase, 0),
    "cp": (gates.phase, 1),
}


def parse(text: object) -> Circuit:
    """Read an OpenQASM program.

    Raises:
        CircuitFailure: The text is no program, or one that a state vector cannot run.
    """
    if not isinstance(text, str):
        raise CircuitFailure("InvalidInput", "an OpenQASM program must be a string")
    qasm_budget.check(text)
    return _Reader(_unrolled(text)).read()


def _unrolled(text: str) -> Any:
    try:
        import pyqasm
    except ImportError:
        raise CircuitFailure(
            "SimulationError", "OpenQASM programs need pyqasm: pip install 'qcontract[emulator]'"
        ) from None
    try:
        with _quiet():
            module: Any = cast("Any", pyqasm).loads(text)
            module.validate()
            module.unroll()
    except MemoryError:
        raise
    except Exception as error:
        first = (str(error).strip() or type(error).__name__).splitlines()[0][:200]
        raise CircuitFailure("PreflightError", f"the OpenQASM program was not accepted: {first}") from None
    return module


@contextlib.contextmanager
def _quiet() -> Generator[None]:
    """Keep pyqasm's habits to itself.

    It prints hints about errors, while the standard output of a worker carries its answers, and it cuts the tracebacks
    of the whole process.
    """
    limit = getattr(sys, "tracebacklimit", None)
    logging.getLogger("pyqasm").setLevel(logging.CRITICAL + 1)
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            yield
    finally:
        sys.tracebacklimit = limit


class _Reader:
    """Walks over the statements of an unrolled program."""

    def __init__(self, module: Any) -> None:
        self._statements: list[Any] = list(module.unrolled_ast.statements)
        self._first_qubit: dict[str, int] = {}
        self._first_bit: dict[str, int] = {}
        self._qubits = 0
        self._bits = 0
        self._measured: dict[int, int] = {}
        self._gone: set[int] = set()

    def read(self) -> Circuit:
        operations = [gate for statement in self._statements for gate in self._statement(statement)]
        measured = tuple(self._measured.get(bit) for bit in range(self._bits)) if self._measured else None
        if not self._qubits:
            raise CircuitFailure("InvalidInput", "the program declares no qubits")
        return Circuit(self._qubits, tuple(operations), measured)

    def _statement(self, statement: Any) -> Iterator[Gate]:
        kind = type(statement).__name__
        if kind == "QubitDeclaration":
            self._first_qubit[statement.qubit.name] = self._qubits
            self._qubits += _size(statement.size)
        elif kind == "ClassicalDeclaration":
            self._first_bit[statement.identifier.name] = self._bits
            self._bits += _size(getattr(statement.type, "size", None))
        elif kind == "QuantumGate":
            yield self._gate(statement)
        elif kind == "QuantumPhase":
            # Its qubits are those of the definition it came from: without controls a phase of the whole state.
            if getattr(statement, "modifiers", None):
                raise CircuitFailure("PreflightError", "a controlled global phase is not supported")
        elif kind == "QuantumMeasurementStatement":
            self._measure(statement)
        elif kind not in ("Include", "QuantumBarrier"):
            raise CircuitFailure("PreflightError", f"the emulator does not simulate statements such as {_words(kind)}")

    def _gate(self, statement: Any) -> Gate:
        name = statement.name.name
        qubits = tuple(self._qubit(qubit) for qubit in statement.qubits)
        if self._gone.intersection(qubits):
            raise CircuitFailure("PreflightError", "a gate after the measurement of its qubit cannot be simulated")
        matrix, controls = _matrix(name, [_value(argument) for argument in statement.arguments])
        if len(qubits) != controls + (len(matrix).bit_length() - 1) or statement.modifiers:
            raise CircuitFailure("PreflightError", f"the gate {name[:40]} has an unexpected form")
        return Gate(name, matrix, qubits[controls:], qubits[:controls])

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


def _matrix(name: str, arguments: list[float]) -> tuple[Matrix, int]:
    if name in _FIXED and not arguments:
        return _FIXED[name]
    if name in _ROTATIONS and len(arguments) == 1:
        matrix, controls = _ROTATIONS[name]
        return matrix(arguments[0]), controls
    raise CircuitFailure("UnsupportedGate", f"the gate {name[:40]!r} is not supported")


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
