"""Every gate of a program as a call that pyqasm can leave as it is or replace by its definition.

pyqasm inverts a gate by negating its parameters and knows few controlled ones. So a gate with a matrix gets a name for
itself with its modifiers, which pyqasm passes through, and a gate with a definition gets a definition with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import frozen
from openqasm3 import ast

from . import qasm_modifiers
from .qasm_budget import MAX_STATEMENTS
from .qasm_gates import AMBIGUOUS, GATES, GLOBAL_PHASE, UNSETTLED
from .qasm_hoisting import free_names, hoisted, substituted
from .qasm_library import definitions
from .qasm_modifiers import Modifiers
from .qasm_numbers import Range, changed, folded, refused

__all__ = ["Call", "Calls", "Gate", "Symbol"]

Gate: TypeAlias = ast.QuantumGate | ast.QuantumPhase

_BARRED: Final = "a gate may consist of gates only"


@frozen
class Symbol:
    """A gate with a matrix under modifiers.

    Args:
        base: Its name in :data:`~.qasm_gates.GATES`.
        polarity: For each added control whether it must be 1.
        exponent: Its power, if known.
        powers: How many exponents come before its arguments otherwise.
    """

    base: str
    polarity: tuple[bool, ...] = ()
    exponent: int | None = 1
    powers: int = 0


@frozen
class Call:
    """What to write instead of a gate: ``name``, with its arguments, on ``qubits`` qubits; it costs so many steps."""

    name: str
    arguments: list[ast.Expression]
    qubits: int
    cost: int


@frozen
class _Definition:
    node: ast.QuantumGateDefinition
    """With the operations as they were written, and a further parameter for each value that is computed by callers."""
    operations: list[Gate]
    scope: dict[str, Range | None]
    computed: dict[str, ast.Expression]
    """These values, by the names of the parameters."""

    @property
    def parameters(self) -> list[ast.Identifier]:
        """The parameters that callers know of."""
        return self.node.arguments[: len(self.node.arguments) - len(self.computed)]


class Calls:
    """The gates of a program.

    Args:
        taken: Every name in the program.
        own: The gates that it defines somewhere.
        divides: Whether 1/2 is a half, as in OpenQASM 2, which has no whole numbers.
    """

    def __init__(self, taken: Iterable[str], own: Iterable[str], *, divides: bool) -> None:
        self._divides = divides
        self.symbols: dict[str, Symbol] = {}
        self.added: list[ast.QuantumGateDefinition] = []
        """Definitions that the program needs before everything else."""
        self._taken = set(taken)
        self._own = set(own)
        self._definitions: dict[str, _Definition] = {}
        self._costs: dict[str, int] = {}
        self._names: dict[object, str] = {}
        self._used: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._written = 0

    def define(self, node: ast.QuantumGateDefinition, scope: Mapping[str, Range | None]) -> ast.QuantumGateDefinition:
        """Add a definition.

        Returns:
            The same with its gates replaced.
        """
        name = node.name.name
        if name in self._definitions or name in self._used:
            raise refused(node, f"the gate {name[:40]!r} is defined twice, or used before its definition")
        inner = {**scope, **{argument.name: None for argument in node.arguments}}
        gates = [item for item in node.body if not isinstance(item, ast.QuantumBarrier)]
        operations = [item for item in gates if isinstance(item, Gate)]
        if len(operations) < len(gates):
            raise refused(node, _BARRED)
        names = {qubit.name for qubit in node.qubits}
        for qubit in (qubit for item in operations for qubit in item.qubits):
            if not isinstance(qubit, ast.Identifier) or qubit.name not in names:
                raise refused(node, f"the gate {name[:40]!r} may use its own qubits only, without an index")
        if not self._divides:
            operations = folded(operations, inner)
        computed: dict[str, ast.Expression] = {}
        operations = [self._hoisted(self._completed(item), node, computed) for item in operations]
        parameters = [*node.arguments, *map(ast.Identifier, computed)]
        widened = ast.QuantumGateDefinition(node.name, parameters, node.qubits, [])
        definition = _Definition(widened, operations, inner, computed)
        body, self._costs[name] = self._body(definition, (), 1)
        self._definitions[name] = definition
        return ast.QuantumGateDefinition(node.name, parameters, node.qubits, body)

    def _hoisted(self, gate: Gate, node: ast.QuantumGateDefinition, computed: dict[str, ast.Expression]) -> Gate:
        """Return a gate of a definition whose arguments pyqasm can fill in."""
        known = {parameter.name for parameter in node.arguments}

        def take(value: ast.Expression) -> str:
            unknown = set(free_names(value)) - known
            if unknown:
                raise refused(gate, f"a function of {min(unknown)!r}, which is no parameter, is not computed in a gate")
            name = self.fresh("computed")
            computed[name] = value
            return name

        if isinstance(gate, ast.QuantumPhase):
            return changed(gate, argument=hoisted(gate.argument, take))
        return changed(gate, arguments=[hoisted(argument, take) for argument in gate.arguments])

    def _completed(self, gate: Gate) -> Gate:
        """Return a gate with the arguments that its definition needs beyond those that were written."""
        if isinstance(gate, ast.QuantumPhase):
            return gate
        name = gate.name.name
        if name not in self._definitions and name not in GATES and name in definitions():
            self.added.append(self.define(definitions()[name], {}))
        if name not in self._definitions:
            return gate
        found = self._definitions[name]
        _expect(len(gate.arguments), len(found.parameters), name, gate)
        values = {parameter.name: value for parameter, value in zip(found.parameters, gate.arguments, strict=True)}
        more = [substituted(value, values) for value in found.computed.values()]
        return changed(gate, arguments=[*gate.arguments, *more])

    def call(self, gate: Gate, scope: Mapping[str, Range | None]) -> Call | None:
        """Return what to write instead of a gate, or None for a phase of the whole state.

        Raises:
            CircuitFailure: Nobody defined the gate, or its modifiers cannot be computed.
        """
        return self._call(self._completed(gate), scope)

    def _call(self, gate: Gate, scope: Mapping[str, Range | None]) -> Call | None:
        modifiers = qasm_modifiers.read(gate.modifiers, scope)
        if isinstance(gate, ast.QuantumPhase):
            return self._primitive(GLOBAL_PHASE, [gate.argument], modifiers, gate) if modifiers.polarity else None
        name = gate.name.name
        if name in self._definitions:
            return self._defined(name, gate, modifiers)
        if name in GATES and name != GLOBAL_PHASE:
            return self._primitive(name, gate.arguments, modifiers, gate)
        why = ", and others differ in its unit of angles" if name in AMBIGUOUS else ""
        raise refused(gate, f"the gate {name[:40]!r} is not defined here{why}")

    def _primitive(
        self, name: str, arguments: Sequence[ast.Expression], modifiers: Modifiers, node: ast.QASMNode
    ) -> Call:
        primitive = GATES[name]
        _expect(len(arguments), primitive.parameters, name, node)
        if not modifiers.whole and primitive.targets > 1:
            raise refused(node, f"only whole powers of gates on several qubits such as {name!r} are computed")
        if name in UNSETTLED and (modifiers.polarity or not modifiers.whole):
            raise refused(node, f"versions of OpenQASM 3 differ in the phase of {name!r}, which shows here; write cu")
        self._used.add(name)
        exponent = modifiers.exponent
        powers = [] if exponent is not None else [_written(power) for power in modifiers.powers]
        symbol = Symbol(name, modifiers.polarity, exponent, len(powers))
        qubits = len(symbol.polarity) + primitive.qubits
        cost = 1 + 2 * symbol.polarity.count(False)
        return Call(self._symbol(symbol, qubits), [*powers, *arguments], qubits, cost)

    def _symbol(self, symbol: Symbol, qubits: int) -> str:
        if symbol not in self._names:
            plain = symbol == Symbol(symbol.base) and symbol.base not in self._own
            name = symbol.base if plain else self.fresh(f"modified_{symbol.base}")
            parameters = [ast.Identifier(f"p{i}") for i in range(symbol.powers + GATES[symbol.base].parameters)]
            places = [ast.Identifier(f"q{i}") for i in range(qubits)]
            self.added.append(ast.QuantumGateDefinition(ast.Identifier(name), parameters, places, []))
            self._names[symbol] = name
            self.symbols[name] = symbol
        return self._names[symbol]

    def _defined(self, name: str, gate: ast.QuantumGate, modifiers: Modifiers) -> Call:
        node = self._definitions[name].node
        exponent = modifiers.exponent
        if exponent is None:
            raise refused(gate, f"the power of {name[:40]!r}, which is defined by gates, must be a whole number")
        derived = self._derived(name, modifiers.polarity, exponent, gate)
        return Call(derived, gate.arguments, len(modifiers.polarity) + len(node.qubits), self._costs[derived])

    def _derived(self, name: str, polarity: tuple[bool, ...], exponent: int, gate: ast.QASMNode) -> str:
        """Return the name of a gate with the definition of another one under modifiers."""
        if exponent == 1 and not polarity:
            return name
        key = (name, polarity, exponent)
        if key not in self._names:
            definition = self._definitions[name]
            controls = [ast.Identifier(self.fresh("control")) for _ in polarity]
            self._written += max(1, abs(exponent)) * max(1, len(definition.operations))
            if self._written > MAX_STATEMENTS:
                raise refused(gate, f"its modified gates consist of more than {MAX_STATEMENTS} others")
            body, cost = self._body(definition, polarity, exponent, controls)
            self._names[key] = derived = self.fresh(f"modified_{name}")
            self._costs[derived] = cost
            node = definition.node
            qubits = [*controls, *node.qubits]
            self.added.append(ast.QuantumGateDefinition(ast.Identifier(derived), node.arguments, qubits, body))
        return self._names[key]

    def _body(
        self,
        definition: _Definition,
        polarity: tuple[bool, ...],
        exponent: int,
        controls: Sequence[ast.Identifier] = (),
    ) -> tuple[list[ast.QuantumStatement], int]:
        """Return the gates of a definition under modifiers, and what they cost."""
        inverse = exponent < 0
        body: list[ast.QuantumStatement] = []
        cost = 0
        for gate in reversed(definition.operations) if inverse else definition.operations:
            modifiers = qasm_modifiers.prefixed(gate.modifiers, polarity, inverse=inverse)
            qubits = [*controls, *gate.qubits]
            call = self._call(changed(gate, modifiers=modifiers), definition.scope)
            _expect_qubits(len(qubits), call.qubits if call else 0, gate)
            if call:
                body.append(ast.QuantumGate([], ast.Identifier(call.name), call.arguments, qubits))
                cost += call.cost
        return body * abs(exponent), min(cost * abs(exponent), MAX_STATEMENTS + 1)

    def fresh(self, stem: str) -> str:
        """Return a name that the program does not have."""
        number = self._numbers.get(stem, 0) + 1
        while f"{stem}_{number}" in self._taken:
            number += 1
        self._numbers[stem] = number
        return f"{stem}_{number}"


def _written(power: int | ast.Expression) -> ast.Expression:
    if not isinstance(power, int):
        return power
    literal = ast.IntegerLiteral(abs(power))
    return literal if power >= 0 else ast.UnaryExpression(ast.UnaryOperator["-"], literal)


def _expect(found: int, wanted: int, name: str, node: ast.QASMNode) -> None:
    if found != wanted:
        raise refused(node, f"the gate {name[:40]!r} has {wanted} parameters, not {found}")


def _expect_qubits(found: int, wanted: int, gate: Gate) -> None:
    if found != wanted:
        name = GLOBAL_PHASE if isinstance(gate, ast.QuantumPhase) else gate.name.name
        raise refused(gate, f"the gate {name[:40]!r} has {wanted} operands here, not {found}")
