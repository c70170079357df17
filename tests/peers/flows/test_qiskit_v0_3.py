"""qiskit-ionq 0.5.13 on IonQ v0.3, the last release that speaks it: what later ones do otherwise."""

from __future__ import annotations

from typing import Any

import pytest
from qiskit import QuantumCircuit
from qiskit_ionq import IonQProvider
from qiskit_ionq import exceptions as errors
from with_qiskit import agree, asymmetric, finished, probabilities

pytest_plugins = ["with_qiskit"]
pytestmark = pytest.mark.filterwarnings("ignore")


def test_gates_agree_with_qiskit(simulator: Any) -> None:
    circuit = QuantumCircuit(4)
    circuit.h([0, 1, 2])
    circuit.ry(0.7, 3)
    circuit.ccx(0, 1, 2)
    circuit.cp(0.3, 0, 1)
    circuit.swap(1, 3)
    circuit.sx(0)
    circuit.rzz(0.4, 0, 2)
    circuit.rxx(0.4, 1, 2)
    circuit.ryy(0.4, 1, 3)
    circuit.p(0.2, 3)
    circuit.t(0)
    circuit.sdg(1)
    circuit.h([0, 3])
    circuit.mcx([0, 1, 2], 3)
    agree(simulator, circuit)


def test_a_list_of_one_circuit(simulator: Any) -> None:
    assert probabilities(simulator.run([asymmetric()], shots=500)) == pytest.approx({"001": 0.75, "101": 0.25})


def test_a_machine_without_a_name(emulator: Any) -> None:
    job = finished(IonQProvider().get_backend("ionq_qpu").run(asymmetric(), shots=100))
    assert sum(job.get_counts().values()) >= 97


def test_calibration(machine: Any, simulator: Any) -> None:
    found = machine.calibration()
    assert (found.target, found.num_qubits) == ("qpu.aria-1", 25)
    assert 0.9 < found.fidelities["2q"]["mean"] < 1
    assert len(found.connectivity) == 25 * 24 / 2
    assert found.calibration_time.year >= 2026
    assert simulator.calibration() is None


def test_a_failed_job_says_why(simulator: Any, emulator: Any) -> None:
    emulator.fault("fail-job", code="SimulationError", message="no ions today")
    with pytest.raises(errors.IonQJobFailureError, match=r"SimulationError.*no ions today"):
        finished(simulator.run(asymmetric()))


def test_a_rate_limit_is_an_api_error(simulator: Any, emulator: Any) -> None:
    rule = emulator.fault("rate-limit", retry_after=1)
    with pytest.raises(errors.IonQAPIError) as caught:
        simulator.run(asymmetric())
    assert (caught.value.status_code, emulator.hits(rule)) == (429, 1)


def test_503_on_a_submission_is_sent_five_times(simulator: Any, emulator: Any) -> None:
    rule = emulator.fault("status", status=503)
    with pytest.raises(errors.IonQRetriableError) as caught:
        simulator.run(asymmetric())
    assert (caught.value._cause.status_code, emulator.hits(rule)) == (503, 5)
