"""qiskit-ionq, whatever API it speaks: circuits of qiskit, counts in qiskit's order."""

from __future__ import annotations

from typing import Any

import pytest
import requests
from qiskit import QuantumCircuit
from qiskit.circuit import ClassicalRegister, QuantumRegister
from qiskit_ionq import ErrorMitigation, GPI2Gate, GPIGate, IonQProvider, MSGate, ZZGate
from qiskit_ionq import exceptions as errors
from with_qiskit import agree, asymmetric, crossed, finished, probabilities

pytest_plugins = ["with_qiskit"]
pytestmark = pytest.mark.filterwarnings("ignore")


def test_an_asymmetric_circuit_keeps_qubit_0_in_the_last_bit(simulator: Any) -> None:
    job = simulator.run(asymmetric(), shots=1000)
    assert probabilities(job) == pytest.approx({"001": 0.75, "101": 0.25})
    counts = job.get_counts()
    assert sum(counts.values()) == 1000
    assert 0.65 < counts["001"] / 1000 < 0.85
    assert job.result().time_taken >= 0


def test_its_own_pace_of_waiting(simulator: Any) -> None:
    assert simulator.run(asymmetric()).result().get_counts().keys() == {"001", "101"}


def test_measurements_into_other_bits_are_mapped_by_the_echoed_header(simulator: Any) -> None:
    assert probabilities(simulator.run(crossed())) == {"01": 1.0}


def test_two_classical_registers(simulator: Any) -> None:
    qubits, first, second = QuantumRegister(2, "q"), ClassicalRegister(1, "c"), ClassicalRegister(1, "d")
    circuit = QuantumCircuit(qubits, first, second)
    circuit.x(qubits[1])
    circuit.measure(qubits[1], second[0])
    assert list(finished(simulator.run(circuit)).get_counts()) == ["1 0"]


def test_several_circuits_keep_their_order(simulator: Any) -> None:
    job = finished(simulator.run([asymmetric("one"), crossed()], shots=500))
    result = job.result()
    found = [result.get_probabilities(0), result.get_probabilities(1)]
    assert found == [pytest.approx({"001": 0.75, "101": 0.25}), {"01": 1.0}]
    assert result.get_counts("crossed") == {"01": 500}
    status = job.status(detailed=True)
    assert (status["total"], status["completed"], status["failed"]) == (2, 2, 0)


def test_native_gates_agree_with_their_own_matrices(emulator: Any) -> None:
    native = IonQProvider().get_backend("ionq_simulator", gateset="native")
    circuit = QuantumCircuit(2)
    circuit.append(GPI2Gate(0.1), [0])
    circuit.append(GPIGate(0.3), [1])
    circuit.append(MSGate(0.05, 0.15, 0.2), [0, 1])
    circuit.append(ZZGate(0.12), [0, 1])
    circuit.append(GPI2Gate(0.35), [0])
    agree(native, circuit)


def test_noise_is_drawn_from_its_seed(emulator: Any) -> None:
    noisy = IonQProvider().get_backend("ionq_simulator")
    noisy.set_options(noise_model="aria-1", sampler_seed=5)
    first, again = (finished(noisy.run(asymmetric(), shots=400)).get_counts() for _ in range(2))
    assert sum(first.values()) == 400
    assert first == again


def test_a_machine_gives_counts(machine: Any) -> None:
    counts = finished(machine.run(asymmetric(), shots=200, error_mitigation=ErrorMitigation.NO_DEBIASING)).get_counts()
    assert sum(counts.values()) == 200
    assert counts["001"] + counts["101"] >= 190


def test_debiased_results_are_averaged_or_sharpened(machine: Any) -> None:
    job = finished(machine.run(asymmetric(), shots=1000, error_mitigation=ErrorMitigation.DEBIASING))
    averaged = job.result(sharpen=False).get_counts()
    sharpened = job.result(sharpen=True).get_counts()
    assert averaged["001"] + averaged["101"] >= 950
    assert sharpened["001"] + sharpened["101"] >= 980
    assert averaged != sharpened


def test_a_job_is_found_by_its_id_with_its_metadata(simulator: Any) -> None:
    job = finished(simulator.run(asymmetric(), shots=321, extra_metadata={"who": "peer"}))
    again = simulator.retrieve_job(job.job_id())
    assert again.get_probabilities() == pytest.approx(job.get_probabilities())
    assert sum(again.get_counts().values()) == 321
    assert again._metadata["metadata"]["who"] == "peer"


def test_cancelled_jobs(simulator: Any, emulator: Any) -> None:
    emulator.hold()
    jobs = [simulator.run(asymmetric()) for _ in range(3)]
    jobs[0].cancel()
    answers = simulator.cancel_jobs([job.job_id() for job in jobs[1:]])
    assert [answer["status"] for answer in answers] == ["canceled"] * 2
    with pytest.raises(errors.IonQJobStateError):
        jobs[0].result()


def test_a_deleted_job_is_not_found(simulator: Any) -> None:
    job = finished(simulator.run(asymmetric()))
    assert simulator.client.delete_job(job.job_id()) == {"id": job.job_id(), "status": "deleted"}
    with pytest.raises(errors.IonQAPIError) as caught:
        simulator.retrieve_job(job.job_id())
    assert caught.value.status_code == 404
    assert caught.value.error_type.startswith("Not Found")


def test_a_circuit_that_is_too_wide_fails(simulator: Any) -> None:
    circuit = QuantumCircuit(35, 1)
    circuit.x(34)
    circuit.measure([34], [0])
    with pytest.raises(errors.IonQJobFailureError, match="NotEnoughQubits"):
        finished(simulator.run(circuit))


def test_waiting_ends_at_its_timeout(simulator: Any, emulator: Any) -> None:
    emulator.hold()
    with pytest.raises(errors.IonQJobTimeoutError):
        simulator.run(asymmetric()).result(timeout=0.3, wait=0.1)


def test_a_wrong_key(emulator: Any) -> None:
    stranger = IonQProvider("wrong-key").get_backend("ionq_simulator")
    with pytest.raises(errors.IonQAPIError) as caught:
        stranger.run(asymmetric())
    assert caught.value.status_code == 401


def test_a_backend_that_nobody_has(emulator: Any) -> None:
    with pytest.raises(errors.IonQAPIError) as caught:
        IonQProvider().get_backend("ionq_qpu.nothing").run(asymmetric())
    assert caught.value.status_code == 400


def test_an_outage_while_waiting_is_survived(simulator: Any, emulator: Any) -> None:
    job = simulator.run(asymmetric())
    rule = emulator.fault("status", status=503, method="GET", times=2)
    assert probabilities(job) == pytest.approx({"001": 0.75, "101": 0.25})
    assert emulator.hits(rule) == 2


def test_a_lost_answer_is_not_sent_again(simulator: Any, emulator: Any) -> None:
    emulator.fault("drop-after", method="POST", times=1)
    with pytest.raises(requests.exceptions.ConnectionError):
        simulator.run(asymmetric())
    assert len(emulator.jobs()) == 1
