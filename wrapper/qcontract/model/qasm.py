"""Write a circuit as OpenQASM 3, for APIs that take text."""

from __future__ import annotations

from collections.abc import Iterator

from qcontract.errors import InvalidCircuit
from qcontract.model.circuit import Circuit, Gate
from qcontract.model.program import Qasm

__all__ = ["to_qasm3"]

_PLAIN = {
    "x": "x",
    "not": "x",
    "cnot": "x",
    "y": "y",
    "z": "z",
    "h": "h",
    "s": "s",
    "si": "sdg",
    "t": "t",
    "ti": "tdg",
    "v": "sx",
    "vi": "inv @ sx",
    "swap": "swap",
}
_ROTATIONS = {"rx": "rx", "ry": "ry", "rz": "rz", "z": "p"}
_TO_Z_BASIS = {"zz": (), "xx": ("h",), "yy": ("rx(pi/2)",)}
_FROM_Z_BASIS = {"zz": (), "xx": ("h",), "yy": ("rx(-pi/2)",)}


def to_qasm3(circuit: Circuit) -> Qasm:
    """Return the circuit as OpenQASM 3 with the standard gates; qubit i is ``q[i]`` and is measured into ``c[i]``.

    Args:
        circuit: A circuit of the gateset ``qis``.

    Raises:
        InvalidCircuit: The circuit uses native gates or ``pauliexp``, which have no standard form.

    Example:
        >>> print(to_qasm3(Circuit(2).x(0).cnot(0, 1)).text)
        OPENQASM 3.0;
        include "stdgates.inc";
        qubit[2] q;
        bit[2] c;
        x q[0];
        ctrl @ x q[0], q[1];
        c = measure q;
        <BLANKLINE>
    """
    if circuit.gateset != "qis":
        raise InvalidCircuit("native gates have no standard form in OpenQASM", hint="write the circuit with QIS gates")
    lines = ["OPENQASM 3.0;", 'include "stdgates.inc";', f"qubit[{circuit.qubits}] q;", f"bit[{circuit.qubits}] c;"]
    for gate in circuit.gates:
        lines.extend(_statements(gate))
    return Qasm("\n".join([*lines, "c = measure q;", ""]), 3)


def _statements(gate: Gate) -> Iterator[str]:
    rotation = gate.parameter("rotation")
    if gate.name in _TO_Z_BASIS:
        yield from _pair_rotation(gate, rotation)
    elif gate.name in _ROTATIONS and rotation is not None:
        yield from _each(f"{_ROTATIONS[gate.name]}({rotation!r})", gate)
    elif gate.name == "swap":
        yield _statement("swap", gate.controls, gate.targets)
    elif gate.name in _PLAIN:
        yield from _each(_PLAIN[gate.name], gate)
    else:
        raise InvalidCircuit(f"'{gate.name}' has no standard form in OpenQASM", hint="write it with other gates")


def _each(operation: str, gate: Gate) -> Iterator[str]:
    for target in gate.targets:
        yield _statement(operation, gate.controls, (target,))


def _pair_rotation(gate: Gate, rotation: float) -> Iterator[str]:
    """Rotate in the Z basis; only the rotation itself needs the controls, for the rest cancels without it."""
    first, second = gate.targets
    for operation in _TO_Z_BASIS[gate.name]:
        yield from (_statement(operation, (), (target,)) for target in gate.targets)
    yield _statement("x", (first,), (second,))
    yield _statement(f"rz({rotation!r})", gate.controls, (second,))
    yield _statement("x", (first,), (second,))
    for operation in _FROM_Z_BASIS[gate.name]:
        yield from (_statement(operation, (), (target,)) for target in gate.targets)


def _statement(operation: str, controls: tuple[int, ...], targets: tuple[int, ...]) -> str:
    prefix = f"ctrl({len(controls)}) @ " if len(controls) > 1 else "ctrl @ " if controls else ""
    return f"{prefix}{operation} {', '.join(f'q[{qubit}]' for qubit in (*controls, *targets))};"
