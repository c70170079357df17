"""What can be submitted: a circuit, several circuits, or a text in OpenQASM."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from qcontract.errors import InvalidCircuit
from qcontract.model.circuit import Circuit, Gate
from qcontract.model.untyped import is_integer, is_list, is_object, unique_members

__all__ = ["Batch", "Program", "Qasm", "read_program"]


def _circuits(circuits: Iterable[Circuit]) -> tuple[Circuit, ...]:
    found = tuple(circuits)
    strangers = [one for one in found if not isinstance(one, Circuit)]  # pyright: ignore[reportUnnecessaryIsInstance]
    if not found or strangers:
        raise InvalidCircuit("a batch needs at least one circuit, and nothing but circuits")
    return found


@frozen
class Batch:
    """Several circuits that run as one job.

    Args:
        circuits: The circuits, in the order of the results.
    """

    circuits: tuple[Circuit, ...] = field(converter=_circuits)

    @property
    def qubits(self) -> int:
        """Number of qubits of the widest circuit."""
        return max(circuit.qubits for circuit in self.circuits)


@frozen
class Qasm:
    """A program in OpenQASM.

    Args:
        text: The program.
        version: 2 or 3.
    """

    text: str = field(repr=False)
    version: Literal[2, 3]

    @classmethod
    def read(cls, text: str) -> Qasm:
        """Return the program, with the version that its first statement declares.

        Raises:
            InvalidCircuit: The first statement is not ``OPENQASM 2.0;`` or ``OPENQASM 3[.x];``.
        """
        found = _HEADER.match(text)
        if found is None:
            raise InvalidCircuit("an OpenQASM program must begin with 'OPENQASM 2.0;' or 'OPENQASM 3.0;'")
        return cls(text, 2 if found[1] == "2" else 3)


_HEADER = re.compile(r"(?:\s|//[^\n]*|/\*.*?\*/)*+OPENQASM\s+([23])(?:\.\d+)?\s*;", re.DOTALL)
"""Comments and the version statement; possessive, so that a text of nothing but comments is read once."""

Program: TypeAlias = "Circuit | Batch | Qasm"


def read_program(text: str, source: str = "the program") -> Program:
    """Read a program as it stands in a file.

    Accepted: IonQ's circuit JSON (``{gateset, qubits, circuit}``), the multi-circuit form (``{gateset, qubits,
    circuits}``), a whole IonQ job body with such an ``input``, and OpenQASM 2 or 3.

    Args:
        text: What the file holds.
        source: How to call it in error messages.

    Raises:
        InvalidCircuit: It is none of these, or a gate in it makes no sense.
    """
    stripped = text.lstrip("\ufeff \t\r\n")
    if not stripped:
        raise InvalidCircuit(f"{source} is empty")
    if not stripped.startswith(("{", "[")):
        try:
            return Qasm.read(stripped)
        except InvalidCircuit as error:
            hint = "a program is IonQ's circuit JSON, or OpenQASM 2 or 3; not the name of a file"
            raise InvalidCircuit(f"{source} is neither JSON nor OpenQASM: {error.message}", hint=hint) from None
    try:
        body = json.loads(stripped, object_pairs_hook=unique_members)
    except (ValueError, RecursionError) as error:
        raise InvalidCircuit(f"{source} is not valid JSON: {error}") from None
    return program_from_json(body, source)


def program_from_json(body: object, source: str = "the program") -> Circuit | Batch:
    """Read IonQ's circuit JSON; see ``read_program``."""
    members = _object(body, source)
    if "input" in members:
        lost = set(members) - {"input", "type", "format"}
        if lost:
            hint = "a program says what runs: give backend, shots, noise and name as options"
            raise InvalidCircuit(f"{source}: a job's {', '.join(sorted(lost))} would be lost", hint=hint)
        members = _object(members["input"], f"{source}, member 'input'")
    if "circuits" not in members:
        return _circuit(members, {}, source)
    unknown = set(members) - {"gateset", "qubits", "circuits", "format"}
    if unknown:
        raise InvalidCircuit(f"{source}: unknown member(s) {', '.join(sorted(unknown))} beside 'circuits'")
    entries = _list(members["circuits"], f"{source}, member 'circuits'")
    if not entries:
        raise InvalidCircuit(f"{source}: 'circuits' is empty")
    inherited = {name: members[name] for name in ("gateset", "qubits") if name in members}
    circuits = [
        _circuit(_object(entry, f"{source}, circuit {index}"), inherited, f"{source}, circuit {index}")
        for index, entry in enumerate(entries)
    ]
    return Batch(tuple(circuits))


def _circuit(members: Mapping[str, Any], inherited: Mapping[str, Any], source: str) -> Circuit:
    known = {**inherited, **members}
    unknown = set(members) - {"gateset", "qubits", "circuit", "name", "format"}
    if unknown or "circuit" not in members:
        reason = f"unknown member(s) {', '.join(sorted(unknown))}" if unknown else "the member 'circuit' is missing"
        raise InvalidCircuit(f"{source}: {reason}", hint='the form is {"gateset", "qubits", "circuit": [gates]}')
    entries = [
        _object(entry, f"{source}, gate {index}")
        for index, entry in enumerate(_list(members["circuit"], f"{source}, member 'circuit'"))
    ]
    gates = [_gate(entry, f"{source}, gate {index}") for index, entry in enumerate(entries)]
    try:
        circuit = Circuit(
            known.get("qubits", _highest(gates) + 1), known.get("gateset", "qis"), name=members.get("name")
        )
        for gate in gates:
            circuit.add(gate)
    except InvalidCircuit as error:
        raise InvalidCircuit(f"{source}: {error.message}", hint=error.hint) from None
    return circuit


def _highest(gates: Sequence[Gate]) -> int:
    used = [qubit for gate in gates for qubit in (*gate.targets, *gate.controls) if is_integer(qubit)]
    return max(used, default=0)


def _gate(members: Mapping[str, Any], source: str) -> Gate:
    rest = dict(members)
    name = rest.pop("gate", None)
    if not isinstance(name, str):
        raise InvalidCircuit(f"{source}: the member 'gate' must be the gate's name, got {name!r}")
    targets = _qubits(rest, "target", "targets", source)
    controls = _qubits(rest, "control", "controls", source)
    parameters = tuple((key, tuple(value) if is_list(value) else value) for key, value in rest.items())
    return Gate(name, targets, controls, parameters)


def _qubits(rest: dict[str, Any], one: str, many: str, source: str) -> tuple[int, ...]:
    if one in rest and many in rest:
        raise InvalidCircuit(f"{source}: give '{one}' or '{many}', not both")
    if one in rest:
        return (rest.pop(one),)
    return tuple(_list(rest.pop(many, []), f"{source}, member '{many}'"))


def _object(value: object, source: str) -> Mapping[str, Any]:
    if not is_object(value):
        raise InvalidCircuit(f"{source} must be a JSON object, got {type(value).__name__}")
    return value


def _list(value: object, source: str) -> list[Any]:
    if not is_list(value):
        raise InvalidCircuit(f"{source} must be a JSON list, got {type(value).__name__}")
    return value
