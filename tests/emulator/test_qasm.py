"""OpenQASM through pyqasm: the same physics as our own gates, and a cage around the parser."""

from __future__ import annotations

import sys
import time
from typing import Any

import numpy as np
import pytest
from qcontract.emulator.simulation import ideal, ionq_json, qasm
from qcontract.emulator.simulation.failures import CircuitFailure
from qcontract.emulator.simulation.run import outcomes

HEAD = 'OPENQASM 3.0; include "stdgates.inc"; qubit[3] q; '
PREPARE = "h q; t q[1]; rx(0.3) q[2]; "
PREPARED = [
    {"gate": "h", "targets": [0, 1, 2]},
    {"gate": "t", "target": 1},
    {"gate": "rx", "target": 2, "rotation": 0.3},
]


def distance(program: str, gates: list[dict[str, Any]]) -> float:
    """Largest difference of amplitudes, up to a phase of the whole state."""
    found = ideal.run(qasm.parse(program))
    wanted = ideal.run(ionq_json.parse({"qubits": 3, "circuit": [*PREPARED, *gates]}))
    place = int(np.argmax(np.abs(wanted)))
    return float(np.abs(found * (wanted[place] / found[place]) - wanted).max())


@pytest.mark.parametrize(
    ("text", "gates"),
    [
        ("cp(0.7) q[0], q[1];", [{"gate": "z", "rotation": 0.7, "control": 0, "target": 1}]),
        ("ccx q[0], q[1], q[2];", [{"gate": "x", "controls": [0, 1], "target": 2}]),
        ("ctrl @ rx(0.4) q[0], q[1];", [{"gate": "rx", "rotation": 0.4, "control": 0, "target": 1}]),
        ("ctrl @ gphase(0.4) q[0];", [{"gate": "z", "rotation": 0.4, "target": 0}]),
        ("crz(0.4) q[0], q[2];", [{"gate": "rz", "rotation": 0.4, "control": 0, "target": 2}]),
        ("cswap q[0], q[1], q[2];", [{"gate": "swap", "control": 0, "targets": [1, 2]}]),
        ("rxx(0.4) q[0], q[2];", [{"gate": "xx", "rotation": 0.4, "targets": [0, 2]}]),
        ("inv @ s q[0]; pow(2) @ t q[1];", [{"gate": "si", "target": 0}, {"gate": "s", "target": 1}]),
        ("sx q[0]; sdg q[1]; id q[2];", [{"gate": "v", "target": 0}, {"gate": "si", "target": 1}]),
        ("U(0.4, 0, 0) q[0];", [{"gate": "ry", "rotation": 0.4, "target": 0}]),
        (
            "gate g(a) x, y { rx(a) x; cx x, y; } g(0.4) q[2], q[0];",
            [{"gate": "rx", "rotation": 0.4, "target": 2}, {"gate": "cnot", "control": 2, "target": 0}],
        ),
        (
            "const int n = 3; for int i in [0:n-1] { rx(0.1 * i) q[i]; }",
            [{"gate": "rx", "rotation": 0.1, "target": 1}, {"gate": "rx", "rotation": 0.2, "target": 2}],
        ),
        ("bit b; b = measure q[0]; x q[1];", [{"gate": "x", "target": 1}]),
    ],
)
def test_openqasm_3_means_the_same_gates(text: str, gates: list[dict[str, Any]]) -> None:
    assert distance(HEAD + PREPARE + text, gates) < 1e-12


def test_openqasm_2_is_read() -> None:
    text = 'OPENQASM 2.0; include "qelib1.inc"; qreg a[1]; qreg b[2]; creg c[2]; h a; cx a[0], b[1]; measure b -> c;'
    circuit = qasm.parse(text)
    assert circuit.qubits == 3
    assert circuit.measured == (1, 2)
    assert ideal.distribution(ideal.probabilities(ideal.run(circuit))) == pytest.approx({"0": 0.5, "5": 0.5})


def test_counts_are_those_of_the_classical_bits() -> None:
    text = HEAD + "bit[2] c; x q[2]; c[1] = measure q[2];"
    order = {"mode": "counts", "shots": 10, "seed": 1, "max_qubits": 29, "memory": 1 << 30}
    found = outcomes({**order, "circuits": [{"format": "qasm", "program": text}]})[0]
    assert (found["width"], found["counts"]) == (2, {"2": 10})


def test_every_gate_of_openqasm_can_be_noisy() -> None:
    text = HEAD + "x q[0]; x q[1]; cswap q[0], q[1], q[2]; ccx q[0], q[2], q[1]; rxx(0.0) q[0], q[1];"
    order = {"mode": "noisy", "model": "forte-1", "shots": 400, "seed": 1, "max_qubits": 29, "memory": 1 << 30}
    found = outcomes({**order, "circuits": [{"format": "qasm", "program": text}]})[0]
    assert found["counts"]["7"] > 300


@pytest.mark.parametrize(
    "text",
    [
        "",
        "garbage",
        "OPENQASM 9.0; qubit q;",
        "OPENQASM 3.0;",
        "OPENQASM 3.0; qubit q; U(1/0, 0, 0) q;",
        "OPENQASM 3.0; qubit[1000000000] q;",
        "OPENQASM 3.0; const int n = 1000000000; qubit[n] q;",
        "OPENQASM 3.0; int n = 5; qubit[n] q;",
        "OPENQASM 2.0; qreg q[99999999999999999999];",
        "OPENQASM 3.0; qubit q; rx(" + "(" * 5000 + "1" + ")" * 5000 + ") q;",
        "OPENQASM 3.0; qubit q; rx(" + "-" * 3000 + "1) q;",
        "OPENQASM 3.0; qubit q; rx(2**100000000) q;",
        "OPENQASM 3.0; qubit q; pow(100000000) @ U(0.1, 0, 0) q;",
        HEAD + "for int i in [0:1000000000] { x q; }",
        HEAD + "int n = 100000000; for int i in [0:n] { x q; }",
        HEAD + "for int i in [0:9999] { for int j in [0:9999] { x q; } }",
        HEAD + "int i = 0; while (i < 5) { x q; }",
        HEAD + "gate g1 a { x a; x a; } " + " ".join(f"gate g{i + 1} a {{ g{i} a; g{i} a; }}" for i in range(1, 30)),
        "OPENQASM 3.0; gate a x { b x; } gate b x { a x; } qubit q; a q;",
        HEAD + "x q[0]; reset q[0];",
        HEAD + "bit b; b = measure q[0]; x q[0];",
        HEAD + "bit b; b = measure q[0]; if (b == 1) { x q[1]; }",
        HEAD + "x $0;",
        7,
    ],
)
def test_hostile_and_unsupported_programs_are_refused_at_once(text: object) -> None:
    start = time.monotonic()
    with pytest.raises(CircuitFailure) as caught:
        qasm.parse(text)
    assert caught.value.code in ("PreflightError", "InvalidInput", "NotEnoughQubits", "UnsupportedGate")
    assert time.monotonic() - start < 5


def test_a_refused_program_leaves_the_tracebacks_of_this_process_alone() -> None:
    limit = getattr(sys, "tracebacklimit", None)
    with pytest.raises(CircuitFailure):
        qasm.parse("OPENQASM 3.0; qubit[1] q; nonsense q[0];")
    assert getattr(sys, "tracebacklimit", None) == limit
