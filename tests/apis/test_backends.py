"""Backends and prices in the common model."""

from __future__ import annotations

from datetime import timedelta

import pytest
from apis.asking import ask, said
from apis.cases import DEVICE, IONQ_V04, MAY, OCTOBER, QBRAID, V03, Case, enveloped
from qcontract.errors import NotFoundError, ResponseShapeError, SpendingRefused
from qcontract.model.circuit import Circuit, Gate
from qcontract.model.job import Backend
from qcontract.model.program import Batch, Qasm

CIRCUIT = Circuit(4).x(0).h(1).cnot(0, 1).swap(1, 2)


def _backend(case: Case, name: str) -> Backend:
    answer = case.backends if case is V03 else case.backend
    return ask(case, lambda client: client.backends.get(name), said(answer)).value


def test_one_backend_of_each_api():
    assert _backend(V03, "qpu.aria-1") == Backend(
        "qpu.aria-1", "available", qubits=25, simulator=False, queue_time=timedelta(milliseconds=136598879)
    )
    for case in IONQ_V04:
        assert _backend(case, "simulator") == Backend(
            "simulator", "available", qubits=29, simulator=True, queue_time=timedelta(seconds=1.5)
        )
    assert _backend(QBRAID, DEVICE) == Backend(DEVICE, "ONLINE", qubits=30, simulator=True)


def test_a_backend_keeps_all_that_was_sent(case: Case):
    [backend] = ask(case, lambda client: client.backends.list(), said(case.backends)).value
    sent = case.backends["data"][0] if case is QBRAID else case.backends[0]
    assert backend.raw == sent
    assert backend.generated.to_dict().keys() >= sent.keys()


def test_a_device_that_does_not_say_what_it_is():
    sent = enveloped({"name": "x", "qrn": DEVICE, "status": "RETIRED", "numberQubits": None})
    backend = ask(QBRAID, lambda client: client.backends.get(DEVICE), said(sent)).value
    assert (backend.simulator, backend.qubits, backend.status) == (None, None, "RETIRED")
    sent["data"]["deviceType"] = "QPU"
    assert ask(QBRAID, lambda client: client.backends.get(DEVICE), said(sent)).value.simulator is False


def test_v0_3_finds_a_backend_in_its_list():
    outcome = ask(V03, lambda client: client.backends.get("qpu.nope"), said(V03.backends))
    error = outcome.expect(NotFoundError)
    assert "qpu.nope" in str(error)
    assert outcome.requests[0].path == "/v0.3/backends"


def test_one_nameless_backend_is_an_error(case: Case):
    name = "qrn" if case is QBRAID else "backend"
    nameless = {**(case.backends["data"][0] if case is QBRAID else case.backends[0]), name: ""}
    sent = enveloped([nameless]) if case is QBRAID else [nameless]
    assert ask(case, lambda client: client.backends.list(), said(sent)).expect(ResponseShapeError).field == name


def _submit(case: Case, estimate, program=CIRCUIT, **options):
    answers = [said(estimate)] if estimate is not None else []
    return ask(
        case,
        lambda client: client.jobs.submit(program, backend=case.priced_backend, **options),
        *answers,
        said(case.receipt, case.created),
    )


PRICES = [(MAY, "12.3 usd"), (OCTOBER, "12.3 usd"), (QBRAID, "0.125 credits")]


@pytest.mark.parametrize(("case", "price"), PRICES, ids=str)
def test_a_price_is_read_exactly_and_compared(case: Case, price):
    amount = price.partition(" ")[0]
    assert _submit(case, case.estimate, max_cost=amount).value.id == case.job_id
    refused = _submit(case, case.estimate, max_cost=float(amount) - 0.001)
    assert price in str(refused.expect(SpendingRefused))
    assert [asked.method for asked in refused.requests] == ["GET"]


def test_may_was_ahead_of_its_own_document():
    newer = {**MAY.estimate, "estimated_total_cost": 99.5, "estimated_unit": "USD"}
    assert "99.5 usd" in str(_submit(MAY, newer, max_cost=1).expect(SpendingRefused))


def test_the_price_question_describes_the_circuit():
    asked = dict(_submit(OCTOBER, OCTOBER.estimate, max_cost=100, shots=250, debias=True).requests[0].query)
    assert asked == {
        "backend": "qpu.forte-1",
        "type": "ionq.circuit.v1",
        "qubits": "4",
        "shots": "250",
        "1q_gates": "2",
        "2q_gates": "2",
        "error_mitigation": "true",
    }
    asked = dict(_submit(OCTOBER, OCTOBER.estimate, max_cost=100).requests[0].query)
    assert (asked["shots"], asked["error_mitigation"]) == ("100", "false")
    asked = dict(_submit(QBRAID, QBRAID.estimate, max_cost=100).requests[0].query)
    assert asked == {"deviceQrn": QBRAID.priced_backend, "shots": "1000"}


def test_gates_on_a_list_of_targets_count_each():
    circuit = Circuit(5)
    for gate in ({"targets": (0, 1, 2)}, {"targets": (0, 1), "controls": (2,)}, {"targets": (0,), "controls": (1,)}):
        circuit._add("x", **gate)
    circuit.swap(0, 1).zz(0.5, 0, 1)
    asked = dict(_submit(OCTOBER, OCTOBER.estimate, circuit, max_cost=100).requests[0].query)
    assert (asked["1q_gates"], asked["2q_gates"]) == ("3", "5")


EXPANDED = [
    Gate("x", (0,), (1, 2)),
    Gate("swap", (0, 1), (2,)),
    Gate("pauliexp", (0, 1), (), (("terms", ("XY",)), ("coefficients", (0.5,)), ("time", 1.0))),
]


@pytest.mark.parametrize("gate", EXPANDED, ids=lambda gate: gate.name)
@pytest.mark.parametrize("case", IONQ_V04, ids=str)
def test_a_gate_that_becomes_many_has_no_known_price(case: Case, gate):
    circuit = Circuit(3).x(0).add(gate)
    refused = _submit(case, None, circuit, max_cost=10**9)
    assert "its price is not known" in str(refused.expect(SpendingRefused))
    assert refused.requests == []


DEBIASING = [
    (Circuit(2).x(0), None, 500, "true"),
    (Circuit(2).x(0), None, 499, "false"),
    (Circuit(2).x(0), None, None, "false"),
    (Circuit(2).x(0), False, 500, "false"),
    (Circuit(2).x(0), True, 100, "true"),
    (Circuit(2, "native").gpi(0.5, 0), None, 1000, "false"),
    (Circuit(2, "native").gpi(0.5, 0), True, 1000, "true"),
]


@pytest.mark.parametrize(("circuit", "debias", "shots", "mitigated"), DEBIASING)
@pytest.mark.parametrize("case", IONQ_V04, ids=str)
def test_the_price_question_knows_when_ionq_debiases_by_default(case: Case, circuit, debias, shots, mitigated):
    outcome = _submit(case, case.estimate, circuit, max_cost=100, shots=shots, debias=debias)
    assert dict(outcome.requests[0].query)["error_mitigation"] == mitigated


def test_a_price_that_cannot_be_asked_for_counts_as_over():
    for case, program in ((V03, CIRCUIT), (OCTOBER, Batch((CIRCUIT,))), (OCTOBER, Qasm("OPENQASM 3.0;", 3))):
        refused = _submit(case, None, program, max_cost=10**9)
        assert "its price is not known" in str(refused.expect(SpendingRefused))
        assert refused.requests == []


def test_a_dynamic_price_is_not_known():
    unknown = {"pricingAvailable": False, "reason": "dynamic_pricing_unavailable", "deviceQrn": DEVICE}
    refused = _submit(QBRAID, enveloped(unknown), max_cost=10**9)
    assert "its price is not known" in str(refused.expect(SpendingRefused))
    refused = _submit(QBRAID, enveloped({**unknown, "estimatedCost": 0.125}), max_cost=10**9)
    assert refused.expect(SpendingRefused)
