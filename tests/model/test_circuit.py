"""Circuits: what goes to JSON comes back, and what makes no sense is refused with its place."""

from __future__ import annotations

import json
import math
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract import Batch, Circuit, Gate, InvalidCircuit, read_program
from qcontract.model.gates import NATIVE, QIS
from qcontract.model.qasm import to_qasm3
from qcontract.model.submission import Submission
from support.circuits import circuits

ANY = circuits() | circuits(gateset="native")


@settings(max_examples=60)
@given(ANY)
def test_a_circuit_survives_json(circuit: Circuit) -> None:
    text = json.dumps(circuit.to_json())
    assert read_program(text) == circuit
    assert json.dumps(circuit.to_json()) == text


@settings(max_examples=20)
@given(ANY)
def test_a_job_body_is_read_as_its_input(circuit: Circuit) -> None:
    body = {"type": "ionq.circuit.v1", "input": circuit.to_json()}
    assert read_program(json.dumps(body)) == circuit
    with pytest.raises(InvalidCircuit, match="backend, shots would be lost"):
        read_program(json.dumps(body | {"backend": "simulator", "shots": 5}))


@settings(max_examples=20)
@given(st.lists(circuits(), min_size=1, max_size=4))
def test_a_batch_keeps_its_circuits(parts: list[Circuit]) -> None:
    body = {"gateset": "qis", "circuits": [part.to_json() for part in parts]}
    batch = read_program(json.dumps(body))
    assert batch == Batch(tuple(parts))
    assert isinstance(batch, Batch)
    assert batch.qubits == max(part.qubits for part in parts)


def test_a_batch_hands_its_gateset_and_width_down() -> None:
    body = {"gateset": "native", "qubits": 3, "circuits": [{"circuit": [{"gate": "gpi", "target": 0, "phase": 0.5}]}]}
    batch = read_program(json.dumps(body))
    assert batch == Batch((Circuit(3, "native").gpi(0.5, 0),))
    with pytest.raises(InvalidCircuit, match="at least one circuit"):
        Batch(())


def test_every_method_adds_its_gate() -> None:
    qis, native = Circuit(4), Circuit(2, "native")
    for name in ("x", "y", "z", "h", "s", "si", "t", "ti", "v", "vi"):
        getattr(qis, name)(1, controls=[0, 2])
    for name in ("rx", "ry", "rz"):
        getattr(qis, name)(0.5, 1, controls=[3])
    for name in ("xx", "yy", "zz"):
        getattr(qis, name)(0.5, 0, 1)
    qis.cnot(0, 1).swap(0, 1, controls=[2])
    native.gpi(0.1, 0).gpi2(-0.1, 1).ms((0.1, 0.2), 0, 1).zz(0.2, 0, 1)
    assert {gate.name for gate in qis.gates} == set(QIS) - {"not", "pauliexp"}
    assert {gate.name for gate in native.gates} == set(NATIVE)
    assert qis.gates[0] == Gate("x", (1,), (0, 2))
    assert qis.gates[-1] == Gate("swap", (0, 1), (2,))
    assert native.gates[-1].parameter("angle") == 0.2
    assert native.gates[2].to_json() == {"gate": "ms", "targets": [0, 1], "phases": [0.1, 0.2], "angle": 0.25}


def gate_of(**members: Any) -> dict[str, Any]:
    return {"qubits": 3, "circuit": [{"gate": "h", "target": 0}, members]}


BAD_GATES: list[tuple[dict[str, Any], str]] = [
    ({"gate": "nope", "target": 0}, "unknown gate"),
    ({"gate": 5, "target": 0}, "must be the gate's name"),
    ({"target": 0}, "must be the gate's name"),
    ({"gate": "x"}, "needs 1 target"),
    ({"gate": "x", "targets": []}, "needs 1 target"),
    ({"gate": "x", "target": 3}, "qubit 3 is out of range"),
    ({"gate": "x", "target": -1}, "qubit -1 is out of range"),
    ({"gate": "x", "target": 1.0}, "whole number"),
    ({"gate": "x", "target": True}, "whole number"),
    ({"gate": "x", "target": "0"}, "whole number"),
    ({"gate": "x", "target": None}, "whole number"),
    ({"gate": "x", "target": [0]}, "whole number"),
    ({"gate": "x", "target": {}}, "whole number"),
    ({"gate": "x", "targets": 0}, "must be a JSON list"),
    ({"gate": "x", "target": 0, "targets": [0]}, "not both"),
    ({"gate": "x", "target": 0, "control": 1, "controls": [1]}, "not both"),
    ({"gate": "x", "target": 0, "control": 0}, "occurs twice"),
    ({"gate": "x", "targets": [1, 1]}, "occurs twice"),
    ({"gate": "x", "target": 0, "angle": 1}, "takes no 'angle'"),
    ({"gate": "cnot", "target": 0}, "needs a control"),
    ({"gate": "swap", "target": 0}, "needs 2 target"),
    ({"gate": "rx", "target": 0}, "'rotation' is missing"),
    ({"gate": "rx", "target": 0, "rotation": "pi"}, "finite number"),
    ({"gate": "rx", "target": 0, "rotation": None}, "finite number"),
    ({"gate": "rx", "target": 0, "rotation": True}, "finite number"),
    ({"gate": "rx", "target": 0, "rotation": math.nan}, "finite number"),
    ({"gate": "rx", "target": 0, "rotation": math.inf}, "finite number"),
    ({"gate": "rx", "target": 0, "rotation": 10**400}, "finite number"),
    ({"gate": "rx", "target": 0, "rotation": [1, 2]}, "one number"),
    ({"gate": "rx", "target": 0, "rotation": []}, "one number"),
    ({"gate": "gpi", "target": 0, "phase": 0}, "unknown gate"),
    ({"gate": "pauliexp", "targets": [0, 1], "terms": ["XY"], "coefficients": [1]}, "'time' is missing"),
    ({"gate": "pauliexp", "targets": [0], "terms": ["XY"], "coefficients": [1], "time": 1}, "1 letters"),
    ({"gate": "pauliexp", "targets": [0], "terms": ["Q"], "coefficients": [1], "time": 1}, "I, X, Y, Z"),
    ({"gate": "pauliexp", "targets": [0], "terms": ["X"], "coefficients": [1, 2], "time": 1}, "same length"),
    ({"gate": "pauliexp", "targets": [0], "terms": ["X"], "coefficients": 1, "time": 1}, "coefficients"),
    ({"gate": "pauliexp", "targets": [0], "terms": [5], "coefficients": [1], "time": 1}, "letters"),
]


@pytest.mark.parametrize(("gate", "said"), BAD_GATES, ids=repr)
def test_a_wrong_gate_is_named_by_its_place(gate: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidCircuit) as caught:
        read_program(json.dumps(gate_of(**gate)), "bell.json")
    message = str(caught.value)
    assert said in message
    assert message.startswith("bell.json")
    assert "gate 1" in message
    assert len(message) < 700


@pytest.mark.parametrize(
    ("gate", "said"),
    [
        ({"gate": "gpi", "target": 0, "phase": 1.5}, "between -1 and 1"),
        ({"gate": "gpi", "target": 0, "phase": 0, "control": 1}, "take no controls"),
        ({"gate": "gpi", "targets": [0, 1], "phase": 0}, "needs 1 target"),
        ({"gate": "ms", "targets": [0, 1], "phases": [0]}, "needs two numbers"),
        ({"gate": "ms", "targets": [0, 1], "phases": 0}, "'phases'"),
        ({"gate": "ms", "targets": [0, 1], "phases": [0, 2]}, "between -1 and 1"),
        ({"gate": "x", "target": 0}, "unknown gate"),
    ],
    ids=repr,
)
def test_a_wrong_native_gate_is_named(gate: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidCircuit, match=said):
        read_program(json.dumps({"gateset": "native", **gate_of()} | {"circuit": [gate]}))


def test_controls_have_a_limit() -> None:
    Circuit(9).x(8, controls=range(7))
    with pytest.raises(InvalidCircuit, match="at most 7 controls"):
        Circuit(9).x(8, controls=range(8))


@pytest.mark.parametrize("qubits", [0, -1, 1.0, True, "2", None, math.nan])
def test_a_circuit_has_a_whole_number_of_qubits(qubits: Any) -> None:
    with pytest.raises(InvalidCircuit, match="number of qubits"):
        Circuit(qubits)


def test_a_gate_that_is_refused_is_not_added() -> None:
    circuit = Circuit(2).h(0)
    with pytest.raises(InvalidCircuit, match=r"gate 1 \(x\)"):
        circuit.x(7)
    assert len(circuit.gates) == 1


def test_a_width_that_is_not_given_is_that_of_the_gates() -> None:
    assert read_program('{"circuit": [{"gate": "x", "target": 4}]}').qubits == 5  # type: ignore[union-attr]
    assert read_program('{"circuit": []}').qubits == 1  # type: ignore[union-attr]


def test_numbers_of_other_kinds_become_pythons_own() -> None:
    """NumPy's repr of 1.5 is no number in any program, and its whole numbers are no JSON."""
    np = pytest.importorskip("numpy")
    circuit = Circuit(np.int64(3)).rx(np.float64(1.5), np.int64(0)).ry(np.float32(0.5), 1, [np.uint8(2)])
    circuit.xx(Fraction(1, 4), 0, 1)
    native = Circuit(2, "native").ms((np.float64(0.25), np.float32(0.5)), 0, 1, angle=np.float64(0.125))
    plain = Circuit(3).rx(1.5, 0).ry(0.5, 1, [2]).xx(0.25, 0, 1)
    assert (circuit, native) == (plain, Circuit(2, "native").ms((0.25, 0.5), 0, 1, angle=0.125))
    assert json.dumps(circuit.to_json()) == json.dumps(plain.to_json())
    assert to_qasm3(circuit) == to_qasm3(plain)
    assert "np." not in to_qasm3(circuit).text
    assert Submission(plain, shots=np.int64(7)).shots == 7


@pytest.mark.parametrize("value", ["numpy.bool", "nan", "array"])
def test_what_is_no_number_in_numpy_is_none_here(value: str) -> None:
    np = pytest.importorskip("numpy")
    given = {"numpy.bool": np.bool_(True), "nan": np.float64("nan"), "array": np.array([1.0])}[value]
    with pytest.raises(InvalidCircuit):
        Circuit(1).rx(given, 0)
    with pytest.raises(InvalidCircuit):
        Circuit(1).x(given)


@pytest.mark.parametrize("angle", [50, 0.2501, -0.01, -0.25])
def test_the_angle_of_ms_is_a_quarter_turn_at_most(angle: float) -> None:
    with pytest.raises(InvalidCircuit, match=r"between 0 and 0\.25"):
        Circuit(2, "native").ms((0, 0), 0, 1, angle=angle)
