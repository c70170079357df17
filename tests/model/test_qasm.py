"""A circuit written as OpenQASM means the same to pyqasm and the emulator's kernel as to plain sums over states."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from qcontract import Circuit, Gate, InvalidCircuit, Qasm, read_program
from qcontract.model.gates import QIS
from qcontract.model.qasm import to_qasm3
from support.circuits import circuits, state_of

np = pytest.importorskip("numpy")
pytest.importorskip("pyqasm")


def overlap(circuit: Circuit) -> float:
    """How alike the circuit and its OpenQASM are: 1 when they differ by a global phase at most."""
    from qcontract.emulator.simulation import ideal, qasm

    return float(abs(np.vdot(state_of(circuit), ideal.run(qasm.parse(to_qasm3(circuit).text)))))


def stirred(qubits: int) -> Circuit:
    """A state without symmetries, so that every gate and phase leaves a trace."""
    circuit = Circuit(qubits)
    for qubit in range(qubits):
        circuit.ry(0.4 + 0.5 * qubit, qubit).rz(1.1 - 0.3 * qubit, qubit)
        if qubit:
            circuit.cnot(qubit - 1, qubit)
    return circuit


@pytest.mark.parametrize("controls", [0, 1, 2])
@pytest.mark.parametrize("name", sorted(set(QIS) - {"pauliexp"}))
def test_every_gate_means_the_same(name: str, controls: int) -> None:
    kind = QIS[name]
    circuit = stirred(kind.targets + 2)
    parameters = tuple((member, 0.7) for member in kind.required)
    targets = (1, 0)[: kind.targets] if kind.targets == 2 else (1,)
    spare = tuple(qubit for qubit in range(circuit.qubits) if qubit not in targets)[: max(controls, name == "cnot")]
    circuit.add(Gate(name, targets, spare, parameters))
    assert overlap(circuit) == pytest.approx(1)


@pytest.mark.parametrize("name", ["x", "h", "ry"])
def test_many_controls(name: str) -> None:
    parameters = (("rotation", 0.7),) if name == "ry" else ()
    assert overlap(stirred(6).add(Gate(name, (2,), (5, 0, 4, 1), parameters))) == pytest.approx(1)


def test_no_modifiers_are_written() -> None:
    circuit = Circuit(9).swap(0, 1, controls=[2, 3]).add(Gate("vi", (0,), (1,))).x(8, controls=range(7)).zz(1, 0, 1)
    assert "@" not in to_qasm3(circuit).text


def test_a_phase_gate_and_a_list_of_targets() -> None:
    circuit = stirred(3).add(Gate("z", (0, 2), (1,), (("rotation", 0.9),))).add(Gate("h", (0, 1, 2)))
    assert overlap(circuit) == pytest.approx(1)


@given(circuits(most_qubits=4, pauliexp=False))
@settings(max_examples=20, deadline=None)
def test_random_circuits_mean_the_same(circuit: Circuit) -> None:
    whole = stirred(circuit.qubits)
    for gate in circuit.gates:
        whole.add(gate)
    assert overlap(whole) == pytest.approx(1)


def test_what_is_written_is_read_as_qasm() -> None:
    written = to_qasm3(stirred(2))
    assert read_program(written.text) == Qasm(written.text, 3) == written


@pytest.mark.parametrize(
    "circuit",
    [
        Circuit(1, "native").gpi(0, 0),
        Circuit(1).add(Gate("pauliexp", (0,), (), (("terms", ("X",)), ("coefficients", (1.0,)), ("time", 1.0)))),
    ],
)
def test_what_has_no_standard_form_is_refused(circuit: Circuit) -> None:
    with pytest.raises(InvalidCircuit, match="no standard form"):
        to_qasm3(circuit)
