"""Write a circuit as OpenQASM 3, for APIs that take text."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from qcontract.errors import InvalidCircuit
from qcontract.model.circuit import Circuit, Gate
from qcontract.model.phases import phase
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
    "swap": "swap",
    "rx": "rx",
    "ry": "ry",
    "rz": "rz",
}
"""Gates that have a name in the standard library."""

_CONTROLLED = frozenset(
    {("x", 1), ("x", 2), ("y", 1), ("z", 1), ("h", 1), ("swap", 1), ("rx", 1), ("ry", 1), ("rz", 1)}
)
"""Names and numbers of controls for which the standard library has a name with that many c before it."""

_PHASES = {
    "x": math.pi,
    "y": math.pi,
    "z": math.pi,
    "h": math.pi,
    "s": math.pi / 2,
    "sdg": -math.pi / 2,
    "t": math.pi / 4,
    "tdg": -math.pi / 4,
    "sx": math.pi / 2,
}
"""Gates that are a phase of the state 1, in some basis."""

_TO_Z_BASIS: dict[str, tuple[str, ...]] = {
    "x": ("h",),
    "sx": ("h",),
    "rx": ("h",),
    "xx": ("h",),
    "y": ("sdg", "h"),
    "ry": ("sdg", "h"),
    "yy": ("sdg", "h"),
    "h": ("ry(-pi/4)",),
}
"""What turns the axis of a gate to Z."""

_INVERSE = {"h": "h", "sdg": "s", "ry(-pi/4)": "ry(pi/4)"}


def to_qasm3(circuit: Circuit) -> Qasm:
    """Return the circuit as OpenQASM 3 with the standard gates; qubit i is ``q[i]`` and is measured into ``c[i]``.

    No modifiers (``ctrl @``, ``inv @``) are used, for readers of OpenQASM take them in part or not at all: a gate with
    controls that has no name of its own is written out as phases.

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
        cx q[0], q[1];
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
    if gate.name in ("xx", "yy", "zz"):
        yield from _pair_rotation(gate, rotation)
    elif gate.name == "swap":
        yield from _swap(gate)
    elif gate.name == "z" and rotation is not None:
        yield from (line for target in gate.targets for line in phase(rotation, (*gate.controls, target)))
    elif gate.name == "vi":
        yield from _each(gate, lambda target: _turned("sx", gate.controls, target, -_PHASES["sx"]))
    elif gate.name in _PLAIN:
        yield from _each(gate, lambda target: _on_one(_PLAIN[gate.name], gate.controls, target, rotation))
    else:
        raise InvalidCircuit(f"'{gate.name}' has no standard form in OpenQASM", hint="write it with other gates")


def _each(gate: Gate, write: Callable[[int], Iterator[str]]) -> Iterator[str]:
    for target in gate.targets:
        yield from write(target)


def _on_one(name: str, controls: Sequence[int], target: int, rotation: float | None) -> Iterator[str]:
    """Write a gate on one qubit by its name where it has one, else as what it is on its own axis."""
    if not controls or (name, len(controls)) in _CONTROLLED:
        argument = "" if rotation is None else f"({rotation!r})"
        yield _line(f"{'c' * len(controls)}{name}{argument}", *controls, target)
    else:
        yield from _turned(name, controls, target, _PHASES.get(name) if rotation is None else rotation)


def _turned(name: str, controls: Sequence[int], target: int, angle: float | None) -> Iterator[str]:
    """Turn the gate's axis to Z, act there, and turn back; only the act itself needs the controls."""
    assert angle is not None, "a gate without an angle of its own is a rotation"
    turn = _TO_Z_BASIS.get(name, ())
    yield from (_line(step, target) for step in turn)
    if name in ("rx", "ry", "rz"):  # a rotation is a phase of 1, and half of it backward of both
        yield from phase(-angle / 2, controls)
    yield from phase(angle, (*controls, target))
    yield from (_line(_INVERSE[step], target) for step in reversed(turn))


def _pair_rotation(gate: Gate, rotation: float) -> Iterator[str]:
    """Rotate by the parity of both qubits."""
    first, second = gate.targets
    turn = _TO_Z_BASIS.get(gate.name, ())
    yield from (_line(step, target) for step in turn for target in gate.targets)
    yield _line("cx", first, second)
    yield from _on_one("rz", gate.controls, second, rotation)
    yield _line("cx", first, second)
    yield from (_line(_INVERSE[step], target) for step in reversed(turn) for target in gate.targets)


def _swap(gate: Gate) -> Iterator[str]:
    first, second = gate.targets
    if len(gate.controls) < 2:
        yield _line("cswap" if gate.controls else "swap", *gate.controls, first, second)
    else:
        yield _line("cx", second, first)
        yield from _on_one("x", (*gate.controls, first), second, None)
        yield _line("cx", second, first)


def _line(operation: str, *qubits: int) -> str:
    return f"{operation} {', '.join(f'q[{qubit}]' for qubit in qubits)};"
