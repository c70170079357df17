"""The compiled circuit of a job, in the forms in which the service hands it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from .failures import CircuitFailure
from .lowering import lower
from .native import Entangler, compiled
from .operations import Circuit

__all__ = ["MAX_GATES", "documents"]

MAX_GATES: Final = 2_000
"""Jobs with more gates have no compiled circuit: it would take longer to write than the job to run."""

_HEADER: Final = {
    "gpi": "gate gpi(p) a { rz(-2*pi*p) a; x a; rz(2*pi*p) a; }",
    "gpi2": "gate gpi2(p) a { rz(-2*pi*p) a; rx(pi/2) a; rz(2*pi*p) a; }",
    "zz": "gate zz(t) a, b { cx a, b; rz(2*pi*t) b; cx a, b; }",
    "ms": (
        "gate ms(p0, p1, t) a, b { rz(-2*pi*p0) a; rz(-2*pi*p1) b; h a; h b;"
        " cx a, b; rz(2*pi*t) b; cx a, b; h a; h b; rz(2*pi*p0) a; rz(2*pi*p1) b; }"
    ),
}


def documents(circuit: Circuit, entangler: Entangler) -> dict[str, Any]:
    """Return ``compiled.native`` and ``compiled.qasm3``, or nothing for a circuit that is too long."""
    try:
        lowered = lower(circuit.operations, MAX_GATES)
    except CircuitFailure:
        return {}
    if lowered is None:
        return {}
    gates = compiled(lowered, entangler)
    program = {"gateset": "native", "qubits": circuit.qubits, "circuit": gates}
    return {"compiled.native": program, "compiled.qasm3": _qasm3(circuit.qubits, gates)}


def _qasm3(qubits: int, gates: Sequence[dict[str, Any]]) -> str:
    """Return OpenQASM 3 with the native gates defined by those of its standard library."""
    used = {gate["gate"] for gate in gates}
    definitions = [definition for name, definition in _HEADER.items() if name in used]
    registers = [f"qubit[{qubits}] q;", f"bit[{qubits}] c;"]
    lines = [*definitions, *registers, *map(_call, gates), "c = measure q;"]
    return "\n".join(["OPENQASM 3.0;", 'include "stdgates.inc";', *lines, ""])


def _call(gate: dict[str, Any]) -> str:
    numbers = [gate["phase"]] if "phase" in gate else [*gate.get("phases", ()), gate["angle"]]
    places = gate["targets"] if "targets" in gate else [gate["target"]]
    return f"{gate['gate']}({', '.join(map(str, numbers))}) {', '.join(f'q[{place}]' for place in places)};"
