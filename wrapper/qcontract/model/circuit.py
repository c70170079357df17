"""A circuit: gates on numbered qubits, built in Python or read from IonQ's JSON."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import define, field, frozen

from qcontract.errors import InvalidCircuit
from qcontract.model.gates import GATESETS, Gateset
from qcontract.model.untyped import is_finite, is_integer, is_text, is_tuple, plain, plain_all

__all__ = ["MAX_CONTROLS", "Circuit", "Gate"]

MAX_CONTROLS = 7
"""Most controls that one gate may have (IonQ's page on the circuit format)."""


def _plain_parameters(parameters: Iterable[tuple[str, Any]]) -> tuple[tuple[str, Any], ...]:
    return tuple((name, plain_all(value) if is_tuple(value) else plain(value)) for name, value in parameters)


@frozen
class Gate:
    """One gate of a circuit; ``Circuit`` checks that it makes sense there.

    Args:
        name: Name in IonQ's circuit format, e.g. ``ry``.
        targets: Qubits it acts on.
        controls: Qubits that must be 1 for it to act.
        parameters: The remaining members of the JSON form: ``rotation`` in radians; ``phase``, ``phases`` and ``angle``
            in turns; ``terms``, ``coefficients`` and ``time`` of ``pauliexp``.
    """

    name: str
    targets: tuple[int, ...] = field(converter=plain_all)
    controls: tuple[int, ...] = field(default=(), converter=plain_all)
    parameters: tuple[tuple[str, Any], ...] = field(default=(), converter=_plain_parameters)

    def parameter(self, name: str) -> Any:
        """Return one parameter, or None."""
        return dict(self.parameters).get(name)

    def to_json(self) -> dict[str, Any]:
        """Return the gate in IonQ's circuit format."""
        body: dict[str, Any] = {"gate": self.name}
        body |= {"target": self.targets[0]} if len(self.targets) == 1 else {"targets": list(self.targets)}
        if self.controls:
            body |= {"control": self.controls[0]} if len(self.controls) == 1 else {"controls": list(self.controls)}
        for name, value in self.parameters:
            body[name] = list(value) if is_tuple(value) else value
        return body


@define
class Circuit:
    """A quantum circuit; every method that adds a gate returns the circuit itself.

    All qubits are measured at the end. Qubit 0 is the least significant bit of a result's states.

    Args:
        qubits: Number of qubits.
        gateset: ``qis`` (rotations in radians) or ``native`` (phases and angles in turns); no mixing.
        name: A name, used for the circuits of a multi-circuit job.

    Example:
        >>> import math
        >>> circuit = Circuit(3).x(0).ry(math.pi / 3, 2)
        >>> circuit.to_json()["circuit"][0]
        {'gate': 'x', 'target': 0}
        >>> Circuit(1).x(5)
        Traceback (most recent call last):
        qcontract.errors.InvalidCircuit: gate 0 (x): qubit 5 is out of range: the circuit has qubits 0 to 0
    """

    qubits: int = field(converter=plain)
    gateset: Gateset = "qis"
    name: str | None = None
    gates: list[Gate] = field(factory=list[Gate], init=False)

    def __attrs_post_init__(self) -> None:
        if not is_integer(self.qubits) or self.qubits < 1:
            raise InvalidCircuit(f"the number of qubits must be a whole number of at least 1, got {self.qubits!r}")
        if self.gateset not in tuple(GATESETS):  # a list from a file has no hash
            raise InvalidCircuit(f"unknown gateset {self.gateset!r}: there are qis and native")
        if self.name is not None and not is_text(self.name):
            raise InvalidCircuit(f"a circuit's name must be a text, got {self.name!r}")

    def add(self, gate: Gate) -> Circuit:
        """Append any gate.

        Raises:
            InvalidCircuit: The gate is unknown in this gateset, or its qubits or parameters make no sense.
        """
        _check(gate, self, where=f"gate {len(self.gates)} ({gate.name})")
        self.gates.append(gate)
        return self

    def _add(self, name: str, targets: Iterable[int], controls: Sequence[int] = (), **parameters: Any) -> Circuit:
        return self.add(Gate(name, tuple(targets), tuple(controls), tuple(parameters.items())))

    def x(self, target: int, controls: Sequence[int] = ()) -> Circuit:
        """Append a NOT, with any number of controls."""
        return self._add("x", [target], controls)

    def y(self, target: int, controls: Sequence[int] = ()) -> Circuit:
        """Append a Pauli Y."""
        return self._add("y", [target], controls)

    def z(self, target: int, controls: Sequence[int] = ()) -> Circuit:
        """Append a Pauli Z."""
        return self._add("z", [target], controls)

    def h(self, target: int, controls: Sequence[int] = ()) -> Circuit:
        """Append a Hadamard."""
        return self._add("h", [target], controls)

    def s(self, target: int, controls: Sequence[int] = ()) -> Circuit:
        """Append an S, the square root of Z."""
        return self._add("s", [target], controls)

    def si(self, target: int, controls: Sequence[int] = ()) -> Circuit:
        """Append the inverse of S."""
        return self._add("si", [target], controls)

    def t(self, target: int, controls: Sequence[int] = ()) -> Circuit:
        """Append a T, the square root of S."""
        return self._add("t", [target], controls)

    def ti(self, target: int, controls: Sequence[int] = ()) -> Circuit:
        """Append the inverse of T."""
        return self._add("ti", [target], controls)

    def v(self, target: int, controls: Sequence[int] = ()) -> Circuit:
        """Append a V, the square root of X."""
        return self._add("v", [target], controls)

    def vi(self, target: int, controls: Sequence[int] = ()) -> Circuit:
        """Append the inverse of V."""
        return self._add("vi", [target], controls)

    def rx(self, rotation: float, target: int, controls: Sequence[int] = ()) -> Circuit:
        """Append a rotation about X, in radians."""
        return self._add("rx", [target], controls, rotation=rotation)

    def ry(self, rotation: float, target: int, controls: Sequence[int] = ()) -> Circuit:
        """Append a rotation about Y, in radians."""
        return self._add("ry", [target], controls, rotation=rotation)

    def rz(self, rotation: float, target: int, controls: Sequence[int] = ()) -> Circuit:
        """Append a rotation about Z, in radians."""
        return self._add("rz", [target], controls, rotation=rotation)

    def cnot(self, control: int, target: int) -> Circuit:
        """Append a NOT of ``target``, controlled by ``control``."""
        return self._add("cnot", [target], [control])

    def swap(self, first: int, second: int, controls: Sequence[int] = ()) -> Circuit:
        """Append an exchange of two qubits."""
        return self._add("swap", [first, second], controls)

    def xx(self, rotation: float, first: int, second: int) -> Circuit:
        """Append exp(-i rotation/2 XX), in radians."""
        return self._add("xx", [first, second], rotation=rotation)

    def yy(self, rotation: float, first: int, second: int) -> Circuit:
        """Append exp(-i rotation/2 YY), in radians."""
        return self._add("yy", [first, second], rotation=rotation)

    def zz(self, rotation: float, first: int, second: int) -> Circuit:
        """Append exp(-i rotation/2 ZZ) in radians; in the native gateset exp(-i pi rotation ZZ), in turns."""
        unit = "rotation" if self.gateset == "qis" else "angle"
        return self._add("zz", [first, second], (), **{unit: rotation})

    def gpi(self, phase: float, target: int) -> Circuit:
        """Append the native GPI; ``phase`` in turns, -1 to 1."""
        return self._add("gpi", [target], phase=phase)

    def gpi2(self, phase: float, target: int) -> Circuit:
        """Append the native GPI2; ``phase`` in turns, -1 to 1."""
        return self._add("gpi2", [target], phase=phase)

    def ms(self, phases: tuple[float, float], first: int, second: int, angle: float = 0.25) -> Circuit:
        """Append the native Moelmer-Soerensen gate; ``phases`` in turns, ``angle`` in turns from 0 to 0.25."""
        return self._add("ms", [first, second], phases=tuple(phases), angle=angle)

    def to_json(self) -> dict[str, Any]:
        """Return the circuit in IonQ's format: ``{gateset, qubits, circuit[, name]}``."""
        body: dict[str, Any] = {
            "gateset": self.gateset,
            "qubits": self.qubits,
            "circuit": [gate.to_json() for gate in self.gates],
        }
        return body if self.name is None else {**body, "name": self.name}


def _check(gate: Gate, circuit: Circuit, where: str) -> None:
    known = GATESETS[circuit.gateset]
    kind = known.get(gate.name)
    if kind is None:
        raise InvalidCircuit(f"{where}: unknown gate in gateset {circuit.gateset}", hint=f"known: {' '.join(known)}")
    if not gate.targets or (kind.targets and len(gate.targets) != kind.targets and not kind.broadcast):
        raise InvalidCircuit(f"{where}: needs {kind.targets or 'some'} target(s), got {len(gate.targets)}")
    if gate.name == "cnot" and not gate.controls:
        raise InvalidCircuit(f"{where}: needs a control")
    if gate.controls and not kind.controllable:
        raise InvalidCircuit(f"{where}: native gates take no controls")
    if len(gate.controls) > MAX_CONTROLS:
        raise InvalidCircuit(f"{where}: at most {MAX_CONTROLS} controls, got {len(gate.controls)}")
    _check_qubits(gate, circuit.qubits, where)
    given = dict(gate.parameters)
    for name in kind.required:
        if name not in given:
            raise InvalidCircuit(f"{where}: '{name}' is missing")
    for name, value in given.items():
        if name not in kind.required and name not in kind.optional:
            raise InvalidCircuit(f"{where}: takes no '{name}'")
        _check_parameter(gate.name, name, value, where)
    if gate.name == "pauliexp":
        _check_terms(given, len(gate.targets), where)


def _check_qubits(gate: Gate, qubits: int, where: str) -> None:
    touched = (*gate.targets, *gate.controls)
    for qubit in touched:
        if not is_integer(qubit):
            raise InvalidCircuit(f"{where}: a qubit must be a whole number, got {qubit!r}")
        if not 0 <= qubit < qubits:
            raise InvalidCircuit(f"{where}: qubit {qubit} is out of range: the circuit has qubits 0 to {qubits - 1}")
    if len(set(touched)) != len(touched):
        raise InvalidCircuit(f"{where}: a qubit occurs twice among targets and controls")


_LISTS = frozenset({"phases", "coefficients"})
_IN_TURNS = {"phase": (-1.0, 1.0), "phases": (-1.0, 1.0)}
_ANGLE_OF_MS = (0.0, 0.25)


def _check_parameter(gate: str, name: str, value: Any, where: str) -> None:
    if name == "terms":
        return
    if is_tuple(value) != (name in _LISTS):
        raise InvalidCircuit(f"{where}: '{name}' must be {'a list of numbers' if name in _LISTS else 'one number'}")
    numbers: tuple[Any, ...] = value if is_tuple(value) else (value,)
    for number in numbers:
        if not is_finite(number):
            raise InvalidCircuit(f"{where}: '{name}' must be a finite number, got {number!r}")
        low, high = _ANGLE_OF_MS if (gate, name) == ("ms", "angle") else _IN_TURNS.get(name, (-math.inf, math.inf))
        if not low <= number <= high:
            raise InvalidCircuit(f"{where}: '{name}' is in turns and lies between {low:g} and {high:g}, got {number}")
    if name == "phases" and len(numbers) != 2:
        raise InvalidCircuit(f"{where}: 'phases' needs two numbers, got {len(numbers)}")


def _check_terms(given: dict[str, Any], targets: int, where: str) -> None:
    terms, coefficients = given["terms"], given["coefficients"]
    if not is_tuple(terms) or not is_tuple(coefficients) or len(terms) != len(coefficients):
        raise InvalidCircuit(f"{where}: 'terms' and 'coefficients' must be lists of the same length")
    for term in terms:
        if not isinstance(term, str) or len(term) != targets or set(term) - set("IXYZ"):
            raise InvalidCircuit(f"{where}: a term must be {targets} letters out of I, X, Y, Z, got {term!r}")
