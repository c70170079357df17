"""cirq-ionq, whatever API it speaks: circuits of cirq, whose qubit 0 is the first bit."""

from __future__ import annotations

from typing import Any

import cirq
import cirq_ionq
import pytest
from with_cirq import ASYMMETRIC, Q, agree, asymmetric, probabilities, results, service_with

pytest_plugins = ["with_cirq"]
pytestmark = pytest.mark.filterwarnings("ignore")


def test_an_asymmetric_circuit_keeps_qubit_0_in_the_first_bit(service: Any) -> None:
    job = service.create_job(asymmetric(), repetitions=1000, name="first")
    assert probabilities(job) == pytest.approx(ASYMMETRIC)
    assert (job.name(), job.target(), job.num_qubits(), job.repetitions()) == ("first", "simulator", 3, 1000)


def test_its_own_pace_of_waiting_and_its_results_as_cirq_has_them(service: Any) -> None:
    measured = service.run(asymmetric(), repetitions=400, seed=1).measurements["m"]
    assert measured.shape == (400, 3)
    assert [*measured[:, 0]] == [1] * 400
    assert not measured[:, 1].any()
    assert 0.15 < measured[:, 2].mean() < 0.35


def test_measurements_in_another_order(service: Any) -> None:
    circuit = cirq.Circuit(cirq.X(Q[0]), cirq.measure(Q[1], Q[0], key="m"))
    assert probabilities(service.create_job(circuit, repetitions=10)) == {0b01: 1.0}


def test_gates_agree_with_cirq(service: Any) -> None:
    agree(
        service,
        cirq.Circuit(
            [cirq.H(Q[0]), cirq.CNOT(Q[0], Q[1]), cirq.SWAP(Q[1], Q[2]), cirq.XX(Q[0], Q[1]) ** 0.3],
            [cirq.YY(Q[1], Q[2]) ** 0.2, cirq.ZZ(Q[0], Q[2]) ** 0.7, cirq.X(Q[0]) ** 0.5, cirq.X(Q[1]) ** -0.5],
            [cirq.S(Q[2]), cirq.T(Q[0]) ** -1, cirq.rx(0.3)(Q[1]), cirq.rz(0.2)(Q[2]), cirq.H(Q[2])],
        ),
    )


def test_native_gates_agree_with_their_own_matrices(service: Any) -> None:
    agree(
        service,
        cirq.Circuit(
            cirq_ionq.GPI2Gate(phi=0.1)(Q[0]),
            cirq_ionq.GPIGate(phi=0.3)(Q[1]),
            cirq_ionq.MSGate(phi0=0.05, phi1=0.15, theta=0.2)(Q[0], Q[1]),
            cirq_ionq.ZZGate(theta=0.12)(Q[0], Q[1]),
            cirq_ionq.GPI2Gate(phi=0.35)(Q[0]),
        ),
    )


def test_several_circuits_keep_their_order_and_widths(service: Any) -> None:
    other = cirq.Circuit(cirq.X(Q[1]), cirq.measure(Q[0], Q[1], key="n"))
    first, second = results(service.create_batch_job([asymmetric(), other], repetitions=100))
    assert first.probabilities("m") == pytest.approx(ASYMMETRIC)
    assert second.probabilities("n") == {0b01: 1.0}


def test_a_job_is_found_by_its_id(service: Any) -> None:
    job = service.create_job(asymmetric(), repetitions=77)
    again = service.get_job(job.job_id())
    assert probabilities(again) == pytest.approx(ASYMMETRIC)
    assert again.repetitions() == 77


def test_a_cancelled_job(service: Any, emulator: Any) -> None:
    emulator.hold()
    job = service.create_job(asymmetric(), repetitions=1)
    job.cancel()
    assert job.status() == "canceled"
    with pytest.raises(cirq_ionq.IonQUnsuccessfulJobException):
        job.target()


def test_a_deleted_job_is_not_found(service: Any) -> None:
    job = service.create_job(asymmetric(), repetitions=1)
    job.delete()
    assert job.status() == "deleted"
    with pytest.raises(cirq_ionq.IonQNotFoundException) as caught:
        service.get_job(job.job_id())
    assert caught.value.status_code == 404


def test_calibrations_are_asked_for_where_v0_2_had_them(service: Any) -> None:
    with pytest.raises(cirq_ionq.IonQNotFoundException):
        service.get_current_calibration()


def test_a_wrong_key(emulator: Any) -> None:
    with pytest.raises(cirq_ionq.IonQException) as caught:
        service_with("wrong-key").create_job(asymmetric())
    assert caught.value.status_code == 401


def test_a_target_that_nobody_has(service: Any) -> None:
    with pytest.raises(cirq_ionq.IonQException) as caught:
        service.create_job(asymmetric(), target="nothing")
    assert caught.value.status_code == 400


@pytest.mark.parametrize("status", [500, 503])
def test_a_submission_is_sent_again_until_time_is_up(service: Any, emulator: Any, status: int) -> None:
    rule = emulator.fault("status", status=status)
    with pytest.raises(TimeoutError):
        service.create_job(asymmetric())
    assert emulator.hits(rule) == 5  # after 0.1, 0.2, 0.4 and 0.8 s


def test_a_lost_answer_is_paid_twice(service: Any, emulator: Any) -> None:
    emulator.fault("drop-after", method="POST", times=1)
    service.create_job(asymmetric(), repetitions=1)
    assert len(emulator.jobs()) == 2
