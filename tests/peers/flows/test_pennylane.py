"""pennylane-ionq on IonQ v0.4: devices of PennyLane, whose wire 0 is the first bit."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pennylane as qml
import pytest
from pennylane_ionq import api_client
from pennylane_ionq.api_client import APIClient, Job, JobExecutionError
from pennylane_ionq.ops import GPI, GPI2, MS

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(autouse=True)
def _address(emulator: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Point it at the emulator: it has neither an argument nor a variable for that."""
    monkeypatch.setattr(APIClient, "BASE_URL", emulator.url)


def device(wires: int = 3, *, name: str = "ionq.simulator", **options: Any) -> Any:
    return qml.device(name, wires=wires, **options)


def ran(made: Any, circuit: Callable[[], None], *, shots: int = 1000, wires: int = 3) -> list[float]:
    """Return the probabilities of all states of a circuit."""

    @qml.set_shots(shots)
    @qml.qnode(made)
    def measured() -> Any:
        circuit()
        return qml.probs(wires=range(wires))

    return [float(one) for one in measured()]


def by_pennylane(circuit: Callable[[], None], wires: int) -> list[float]:
    @qml.qnode(qml.device("default.qubit", wires=wires))
    def exact() -> Any:
        circuit()
        return qml.probs(wires=range(wires))

    return [float(one) for one in exact()]


def agree(circuit: Callable[[], None], wires: int = 3, **options: Any) -> None:
    """Compare with PennyLane's own simulation; the device gives the service's probabilities as they are."""
    expected = by_pennylane(circuit, wires)
    assert ran(device(wires, **options), circuit, wires=wires) == pytest.approx(expected, abs=1e-9)


def gpi(phase: float) -> Any:
    """Return the matrix that IonQ documents; the plugin has none for this gate."""
    turn = np.exp(2j * math.pi * phase)
    return np.array([[0, 1 / turn], [turn, 0]])


def gpi2(phase: float) -> Any:
    """Return the matrix that IonQ documents."""
    return (np.eye(2) - 1j * gpi(phase)) / math.sqrt(2)


def ms(first: float, second: float, angle: float) -> Any:
    """Return the matrix that IonQ documents; the plugin's own matrix is not unitary."""
    both = np.kron(gpi(first), gpi(second))
    return math.cos(math.pi * angle) * np.eye(4) - 1j * math.sin(math.pi * angle) * both


def asymmetric() -> None:
    """Wire 0 is 1, and wire 2 is 1 with probability 1/4."""
    qml.PauliX(0)
    qml.RY(math.pi / 3, 2)


ASYMMETRIC = [0, 0, 0, 0, 0.75, 0.25, 0, 0]


def test_an_asymmetric_circuit_keeps_wire_0_in_the_first_bit(emulator: Any) -> None:
    assert ran(device(), asymmetric) == pytest.approx(ASYMMETRIC)


def test_samples_counts_and_expectations() -> None:
    @qml.set_shots(2000)
    @qml.qnode(device())
    def measured() -> Any:
        asymmetric()
        return [qml.expval(qml.PauliZ(wire)) for wire in range(3)]

    assert [float(one) for one in measured()] == pytest.approx([-1, 1, 0.5], abs=0.1)

    @qml.set_shots(500)
    @qml.qnode(device())
    def counted() -> Any:
        asymmetric()
        return qml.counts(wires=range(3))

    counts = counted()
    assert sum(counts.values()) == 500
    assert set(counts) == {"100", "101"}


def test_gates_agree_with_pennylane() -> None:
    def circuit() -> None:
        qml.Hadamard(0)
        qml.CNOT([0, 1])
        qml.RX(0.4, 2)
        qml.SWAP([1, 2])
        qml.IsingXX(0.5, [0, 2])
        qml.IsingYY(0.6, [1, 2])
        qml.IsingZZ(0.7, [0, 1])
        qml.SX(1)
        qml.S(0)
        qml.T(2)
        qml.RY(0.3, 0)
        qml.RZ(0.8, 1)
        qml.Hadamard(1)

    agree(circuit)


def test_an_evolution_agrees_with_pennylane() -> None:
    """The gate pauliexp, with a term whose order of characters matters."""

    def circuit() -> None:
        qml.Hadamard(0)
        qml.RY(0.4, 2)
        qml.evolve(0.3 * qml.PauliX(0) @ qml.PauliZ(1) @ qml.PauliY(2), 0.7)
        qml.Hadamard(1)

    agree(circuit)


def test_native_gates_do_what_ionq_documents() -> None:
    def circuit() -> None:
        GPI2(0.1, wires=0)
        GPI(0.3, wires=1)
        GPI2(0.2, wires=1)
        MS(0.05, 0.15, 0.2, wires=[0, 1])
        GPI2(0.35, wires=0)

    def in_matrices() -> None:
        qml.QubitUnitary(gpi2(0.1), wires=0)
        qml.QubitUnitary(gpi(0.3), wires=1)
        qml.QubitUnitary(gpi2(0.2), wires=1)
        qml.QubitUnitary(ms(0.05, 0.15, 0.2), wires=[0, 1])
        qml.QubitUnitary(gpi2(0.35), wires=0)

    own = np.array(MS.compute_matrix(0.05, 0.15, 0.2))
    assert not np.allclose(own @ own.conj().T, np.eye(4), atol=1e-3)
    found = ran(device(2, gateset="native"), circuit, wires=2)
    assert found == pytest.approx(by_pennylane(in_matrices, 2), abs=1e-9)


def test_several_circuits_are_one_job(emulator: Any) -> None:
    made = device()
    tapes = [qml.tape.QuantumScript([qml.PauliX(wire)], [qml.probs(wires=range(3))], shots=100) for wire in range(3)]
    found = made.batch_execute(tapes)
    assert [int(np.argmax(one)) for one in found] == [0b100, 0b010, 0b001]
    assert len(emulator.jobs()) == 1


def test_a_gradient_is_a_batch() -> None:
    @qml.set_shots(1000)
    @qml.qnode(device(1), diff_method="parameter-shift")
    def measured(angle: Any) -> Any:
        qml.RY(angle, 0)
        return qml.expval(qml.PauliZ(0))

    angle = qml.numpy.array(0.6, requires_grad=True)
    assert float(qml.grad(measured)(angle)) == pytest.approx(-math.sin(0.6), abs=0.1)


def test_noise_is_drawn_from_its_seed() -> None:
    first, again = (ran(device(noise_model="aria-1", noise_seed=5), asymmetric, shots=400) for _ in range(2))
    assert first == again
    assert first != pytest.approx(ASYMMETRIC)
    assert first[0b100] + first[0b101] > 0.97


def test_a_machine() -> None:
    found = ran(device(name="ionq.qpu", backend="forte-1"), asymmetric, shots=200)
    assert found[0b100] + found[0b101] > 0.95


def test_sharpened_results_of_a_debiased_machine() -> None:
    options = {"name": "ionq.qpu", "backend": "forte-1", "error_mitigation": {"debiasing": True}}
    averaged, sharpened = (ran(device(sharpen=chosen, **options), asymmetric) for chosen in (False, True))
    assert averaged[0b100] + averaged[0b101] > 0.95
    assert sharpened[0b100] + sharpened[0b101] > 0.97
    assert averaged != sharpened


def test_a_dry_run_is_sent_and_not_waited_for(emulator: Any) -> None:
    made = device(name="ionq.qpu", backend="forte-1", dry_run=True)
    made.batch_execute([qml.tape.QuantumScript([qml.PauliX(0)], [qml.probs(wires=range(3))], shots=100)])
    [job] = emulator.jobs()
    assert job["status"] in ("submitted", "ready", "running", "completed")


def test_a_failed_job(emulator: Any) -> None:
    """It says that the job failed, and never why."""
    emulator.fault("fail-job", code="SimulationError", message="no ions today")
    with pytest.raises(JobExecutionError, match=r"^Job failed$"):
        ran(device(), asymmetric)


def test_a_job_is_found_by_its_id() -> None:
    made = Job()
    made.manager.create(
        type="ionq.circuit.v1",
        backend="simulator",
        input={"gateset": "qis", "qubits": 2, "circuit": [{"gate": "x", "target": 0}]},
    )
    again = Job()
    while not again.is_complete:
        again.manager.get(made.id.value)
    assert again.data.value == {"1": 1}


def test_a_job_that_is_not_there() -> None:
    with pytest.raises(Exception, match='"statusCode":404'):
        Job().manager.get("00000000-0000-0000-0000-000000000000")


def test_a_wrong_key() -> None:
    with pytest.raises(Exception, match='"statusCode":401'):
        ran(device(api_key="wrong-key"), asymmetric)


def test_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IONQ_API_KEY")
    with pytest.raises(PermissionError):
        ran(device(), asymmetric)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_submission_is_sent_once(emulator: Any, status: int) -> None:
    rule = emulator.fault("status", status=status, method="POST")
    with pytest.raises(Exception, match=f'"statusCode":{status}') as caught:
        ran(device(), asymmetric)
    assert isinstance(caught.value.__cause__, api_client.requests.exceptions.HTTPError)
    assert emulator.hits(rule) == 1


@pytest.mark.parametrize("status", [429, 503])
def test_an_outage_while_waiting_is_survived(emulator: Any, status: int) -> None:
    rule = emulator.fault("status", status=status, method="GET", times=2, retry_after=600)  # which it does not read
    assert ran(device(retry_delay=0.05), asymmetric) == pytest.approx(ASYMMETRIC)
    assert emulator.hits(rule) == 2


def test_a_lost_answer_is_paid_twice(emulator: Any) -> None:
    """Its retries leave out submissions after an answer, but not after a broken connection."""
    emulator.fault("drop-after", method="POST", times=1)
    ran(device(retry_delay=0.05), asymmetric)
    assert len(emulator.jobs()) == 2
