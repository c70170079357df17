"""Compiled circuits: the submitted unitary, on gates that the machine has, in both languages."""

from __future__ import annotations

import json
from math import pi
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.emulator import Emulator
from qcontract.emulator.simulation import compiled, ideal, ionq_json, qasm
from qcontract.emulator.simulation.lowering import PRECISION
from support.dense import QUBITS, distance, native_gates, qis_gates, unitary

ENTANGLERS = ("ms", "zz")
EDGES = (0.0, 1e-9, pi / 4, pi / 2, pi, 3 * pi / 2, 2 * pi, -pi / 2, -pi)


def native(circuit: list[dict[str, Any]], entangler: Any, gateset: str = "qis", qubits: int = QUBITS) -> dict[str, Any]:
    return compiled.documents(ionq_json.parse({"gateset": gateset, "qubits": qubits, "circuit": circuit}), entangler)


def judge(program: dict[str, Any], wanted: Any, limit: float = 1e-9) -> None:
    gates, qubits = program["circuit"], program["qubits"]
    assert all(-0.5 <= gate.get("phase", 0) <= 0.5 and 0 < gate.get("angle", 0.1) <= 0.25 for gate in gates)
    assert distance(unitary(gates, qubits, native=True), wanted) < limit


@pytest.mark.parametrize("entangler", ENTANGLERS)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(circuit=st.lists(qis_gates(), max_size=5))
def test_a_compiled_circuit_is_the_submitted_one_up_to_a_phase(entangler: str, circuit: list[dict[str, Any]]) -> None:
    parsed = ionq_json.parse({"qubits": QUBITS, "circuit": circuit})
    exact = all(getattr(operation, "commuting", True) for operation in parsed.operations)
    found = native(circuit, entangler)
    if found:
        judge(found["compiled.native"], unitary(circuit, QUBITS), 1e-9 if exact else 5 * PRECISION)
        assert {gate["gate"] for gate in found["compiled.native"]["circuit"]} <= {"gpi", "gpi2", entangler}
    else:
        assert not exact


@pytest.mark.parametrize("entangler", ENTANGLERS)
@settings(max_examples=30, deadline=None, derandomize=True)
@given(circuit=st.lists(native_gates(), max_size=6))
def test_native_gates_of_one_machine_are_compiled_for_another(entangler: str, circuit: list[dict[str, Any]]) -> None:
    judge(native(circuit, entangler, "native")["compiled.native"], unitary(circuit, QUBITS, native=True))


@pytest.mark.parametrize("entangler", ENTANGLERS)
@pytest.mark.parametrize("angle", EDGES)
def test_angles_at_the_edges_of_what_a_machine_takes(entangler: str, angle: float) -> None:
    circuit: list[dict[str, Any]] = [
        {"gate": name, "rotation": angle, "targets": [0, 1]} for name in ("xx", "zz", "rx", "rz", "ry")
    ]
    circuit += [{"gate": "z", "rotation": angle, "control": 0, "target": 1}, {"gate": "swap", "targets": [0, 1]}]
    judge(native(circuit, entangler, qubits=2)["compiled.native"], unitary(circuit, 2))


@pytest.mark.parametrize("entangler", ENTANGLERS)
def test_the_openqasm_text_means_the_same(entangler: str) -> None:
    circuit = [
        {"gate": "h", "target": 0},
        {"gate": "ry", "rotation": 0.4, "target": 2},
        {"gate": "x", "controls": [0, 2], "target": 1},
        {"gate": "yy", "targets": [2, 1], "rotation": 0.7},
    ]
    text = native(circuit, entangler, qubits=3)["compiled.qasm3"]
    parsed = qasm.parse(text)
    assert parsed.measured == (0, 1, 2)
    assert distance(ideal.run(parsed), unitary(circuit, 3)[:, 0]) < 1e-9


def test_a_long_circuit_has_no_compiled_form() -> None:
    assert native([{"gate": "h", "target": 0}] * (compiled.MAX_GATES + 1), "zz") == {}
    assert native([{"gate": "x", "target": 7, "controls": [*range(7)]}] * 100, "zz", qubits=8) == {}


@pytest.mark.parametrize(("backend", "gate"), [("qpu.aria-1", "ms"), ("qpu.forte-1", "zz")])
@pytest.mark.parametrize("dry_run", [False, True])
def test_a_machine_job_keeps_its_compiled_circuit(
    client_of: Any, circuit_job: Any, backend: str, gate: str, dry_run: bool
) -> None:
    bell = [{"gate": "h", "target": 0}, {"gate": "cnot", "control": 0, "target": 1}]
    with Emulator(self_check=True) as emulator:
        client = client_of(emulator)
        mount = emulator.base_url("ionq-v0.4@2026-05-15", "")
        job = client.run(mount, circuit_job(bell, qubits=2, backend=backend, dry_run=dry_run))
        text = client("GET", f"{mount}/jobs/{job['id']}/circuits/native").json()
        program = json.loads(text) if isinstance(text, str) else text
        assert gate in {one["gate"] for one in program["circuit"]}
        judge(program, unitary(bell, 2))
        assert client("GET", f"{mount}/jobs/{job['id']}/circuits/qasm3").json().startswith("OPENQASM 3.0;")
