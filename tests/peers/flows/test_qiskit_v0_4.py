"""qiskit-ionq 1.1.1 on IonQ v0.4: what its older releases do not have, or do otherwise."""

from __future__ import annotations

import time
from typing import Any

import pytest
from qiskit import QuantumCircuit
from qiskit.circuit.library import PauliEvolutionGate
from qiskit.quantum_info import SparsePauliOp
from qiskit_ionq import ErrorMitigation, IonQProvider, Session
from qiskit_ionq import exceptions as errors
from with_qiskit import agree, asymmetric, crossed, finished

pytest_plugins = ["with_qiskit"]
pytestmark = pytest.mark.filterwarnings("ignore")
OLDER = pytest.mark.shows("ionq-v0.4@2026-05-15")
NEWER = pytest.mark.shows("ionq-v0.4@2026-10-01")


def test_gates_with_controls_and_rotations_agree_with_qiskit(simulator: Any) -> None:
    circuit = QuantumCircuit(4)
    circuit.h([0, 1, 2])
    circuit.ry(0.7, 3)
    circuit.ccx(0, 1, 2)
    circuit.cp(0.3, 0, 1)
    circuit.swap(1, 3)
    circuit.csx(0, 2)
    circuit.crx(0.4, 2, 1)
    circuit.cry(0.9, 3, 0)
    circuit.mcp(0.8, [0, 1], 2)
    circuit.sx(0)
    circuit.sdg(1)
    circuit.t(2)
    circuit.rx(0.35, 1)
    circuit.ch(1, 3)
    circuit.mcx([0, 1, 2], 3)
    agree(simulator, circuit)


def test_interactions_agree_with_qiskit(simulator: Any) -> None:
    circuit = QuantumCircuit(3)
    circuit.h([0, 2])
    circuit.rzz(0.4, 0, 2)
    circuit.rxx(0.5, 1, 2)
    circuit.ryy(0.6, 0, 1)
    circuit.h([0, 1])
    agree(simulator, circuit)


def test_an_exponential_of_paulis_agrees_with_qiskit(simulator: Any) -> None:
    """The gate pauliexp, with a term whose order of characters matters, is exact while the terms commute."""
    circuit = QuantumCircuit(3)
    circuit.h(0)
    circuit.append(PauliEvolutionGate(SparsePauliOp(["IXY", "ZII"], [0.3, 0.2]), time=0.7), [0, 1, 2])
    circuit.h(1)
    agree(simulator, circuit)


def test_single_shots_of_a_machine(machine: Any) -> None:
    job = finished(machine.run(crossed(), shots=50, memory=True, error_mitigation=ErrorMitigation.NO_DEBIASING))
    memory = job.get_memory()
    assert len(memory) == 50
    assert {bits: memory.count(bits) for bits in set(memory)} == job.get_counts()


def test_single_shots_of_several_circuits(machine: Any) -> None:
    """Those of each circuit are found through its own job."""
    job = finished(machine.run([asymmetric(), crossed()], shots=40, memory=True))
    for number in range(2):
        memory = job.result().get_memory(number)
        assert {bits: memory.count(bits) for bits in set(memory)} == job.result().get_counts(number)


def measured_twice() -> QuantumCircuit:
    """Return a circuit that goes on after a measurement; qiskit-ionq sends it as OpenQASM 3."""
    circuit = QuantumCircuit(1, 2)
    circuit.h(0)
    circuit.measure(0, 0)
    circuit.x(0)
    circuit.measure(0, 1)
    return circuit


@NEWER
def test_a_measurement_in_mid_circuit_is_beyond_the_emulator(machine: Any) -> None:
    """The service runs such circuits on some machines; the emulator says that it does not."""
    with pytest.raises(errors.IonQJobFailureError, match="PreflightError"):
        finished(machine.run(measured_twice()))


@OLDER
def test_openqasm_is_beyond_the_contract(machine: Any) -> None:
    with pytest.raises(errors.IonQAPIError) as caught:
        machine.run(measured_twice())
    assert caught.value.status_code == 400


def test_a_session_gathers_jobs_and_ends(machine: Any) -> None:
    with Session(machine, max_jobs=5) as session:
        job = finished(machine.run(asymmetric(), shots=100))
        assert job._metadata["session_id"] == session.session_id
        assert session.details()["active"] is True
    assert session.details()["active"] is False
    assert session.status() is None  # it reads a member "state" that v0.4 does not have


def test_a_mount_of_one_snapshot_is_cut_out_of_addresses(emulator: Any) -> None:
    """It takes the first version out of base and path, whatever stands before it: only the plain mount will do."""
    label = emulator.contract.partition("@")[2]
    backend = IonQProvider(url=f"{emulator.origin}/@{label}/v0.4").get_backend("ionq_simulator")
    with pytest.raises(errors.IonQAPIError) as caught:
        finished(backend.run(asymmetric())).get_counts()
    assert caught.value.status_code == 404


@NEWER
def test_a_dry_run_leaves_the_compiled_circuit(machine: Any) -> None:
    job = finished(machine.run(asymmetric(), shots=100, dry_run=True))
    compiled = job.compiled_circuit("native")
    assert {gate["gate"] for gate in compiled["circuit"]} <= {"gpi", "gpi2", "zz", "ms"}
    with pytest.raises(errors.IonQJobError, match="dry_run"):
        job.result()


@OLDER
def test_a_compiled_circuit_is_no_artifact_yet(machine: Any) -> None:
    job = finished(machine.run(asymmetric(), shots=100))
    with pytest.raises(errors.IonQJobError, match="No compiled circuit"):
        job.compiled_circuit("native")


def test_calibration(machine: Any, simulator: Any) -> None:
    found = machine.calibration()
    assert (found.backend, found.qubits) == ("qpu.forte-1", 36)
    assert 0.9 < found.median_spam_fidelity <= 1
    assert len(found.connectivity) == 36 * 35 / 2
    assert found.date.year >= 2026
    assert machine.status() is True
    assert simulator.calibration() is None


@OLDER
def test_an_estimate(machine: Any) -> None:
    found = machine.client.estimate_job(backend="ionq_qpu.forte-1", oneq_gates=10, twoq_gates=5, qubits=3, shots=1000)
    assert (found.backend, found.qubits, found.shots) == ("qpu.forte-1", 3, 1000)
    assert found.cost > 0


@NEWER
def test_an_estimate_has_a_form_that_it_does_not_know(machine: Any) -> None:
    found = machine.client.estimate_job(backend="ionq_qpu.forte-1", oneq_gates=10, twoq_gates=5, qubits=3, shots=1000)
    assert (found.backend, found.cost) == (None, None)
    assert found.to_dict()["estimated_total_cost"] > 0


def test_a_failed_job(simulator: Any, emulator: Any) -> None:
    emulator.fault("fail-job", code="SimulationError", message="no ions today")
    with pytest.raises(errors.IonQJobFailureError, match="SimulationError") as caught:
        finished(simulator.run(asymmetric()))
    assert "no ions" not in str(caught.value)  # it reads a member "error", where v0.4 has "message"


@pytest.mark.parametrize("status", [429, 503])
def test_a_submission_is_sent_five_times_without_a_pause(simulator: Any, emulator: Any, status: int) -> None:
    rule = emulator.fault("status", status=status, retry_after=3)
    start = time.monotonic()
    with pytest.raises(errors.IonQRetriableError) as caught:
        simulator.run(asymmetric())
    assert caught.value._cause.status_code == status
    assert emulator.hits(rule) == 5
    assert time.monotonic() - start < 3


def test_500_is_an_api_error(simulator: Any, emulator: Any) -> None:
    emulator.fault("status", status=500)
    with pytest.raises(errors.IonQAPIError) as caught:
        simulator.run(asymmetric())
    assert (caught.value.status_code, caught.value.error_type) == (500, "Internal Server Error")


def test_drifted_answers_are_an_error_of_the_client(simulator: Any, emulator: Any) -> None:
    job = simulator.run(asymmetric())
    emulator.fault("drift", change="new-value", at="/status", name="paused", method="GET")
    with pytest.raises(errors.IonQJobError, match="paused"):
        finished(job)
