"""Results: bit order, numbers, several circuits, and results that are not there yet."""

from __future__ import annotations

import pytest
from apis.asking import ask, said
from apis.cases import CHILD_1, CHILD_2, IONQ_V04, JOB, OCTOBER, QBRAID, QRN, V03, Case, enveloped
from qcontract.errors import ConflictError, NotFoundError, ResponseShapeError
from qcontract.model.result import CircuitResult

IONQ = (V03, *IONQ_V04)


def _outcome(case: Case, sent, *later, **job):
    if case is V03:
        job = {"children": [], **job}
    return ask(case, lambda client: client.jobs.result(case.job_id), said(case.one(**job)), said(sent), *later)


def _result(case: Case, sent, **job):
    outcome = _outcome(case, sent, **job)
    assert outcome.error is None, outcome.error
    assert outcome.drift == []
    return outcome.value


def _counted(counts, **more):
    return enveloped({"status": "COMPLETED", "resultData": {"measurementCounts": counts, **more}})


def test_qubit_0_is_the_least_significant_bit(case: Case):
    """X on qubit 0 of 3, and with it X on qubit 2 in a part of the runs."""
    sent = _counted({"001": 3, "101": 1}) if case is QBRAID else {"1": 0.75, "5": 0.25}
    result = _result(case, sent)
    assert result.probabilities == {0b001: 0.75, 0b101: 0.25}
    assert result.distribution() == {"001": 0.75, "101": 0.25}
    assert result.distribution(qubit0="left") == {"100": 0.75, "101": 0.25}
    assert (result.only.qubits, result.only.job_id) == (3, case.job_id)
    assert (result.ref, result.contract, result.origin) == (f"{case.api}:{case.job_id}", case.contract, "service")
    assert result.raw == sent


def test_leading_zeros_are_qubits_too(case: Case):
    result = _result(case, _counted({"000": 7}) if case is QBRAID else {"0": 1})
    assert result.distribution() == {"000": 1.0}


@pytest.mark.parametrize("case", IONQ, ids=str)
def test_ionq_sends_probabilities_and_no_counts(case: Case):
    result = _result(case, {"0": 9.999999999e-1, "7": 1e-10, "3": 0})
    assert result.probabilities == {0: 0.9999999999, 7: 1e-10, 3: 0.0}
    assert (result.counts, result.estimated) == (None, False)


@pytest.mark.parametrize("case", IONQ, ids=str)
def test_a_job_that_does_not_say_its_qubits_gets_them_from_its_states(case: Case):
    job = {"qubits": 1} if case is V03 else {"stats": {}}
    assert _result(case, {"5": 1.0}, **job).only == CircuitResult(3, {5: 1.0}, job_id=JOB)


def test_qbraid_sends_counts_and_the_probabilities_are_estimates():
    result = _result(QBRAID, _counted({"00": 1, "10": 3}, measurements=[[0, 0]], seed=5))
    assert result.counts == {0: 1, 2: 3}
    assert result.probabilities == {0: 0.25, 2: 0.75}
    assert result.estimated


def test_qbraid_may_send_probabilities():
    data = {"status": "COMPLETED", "resultData": {"measurementProbabilities": {"01": 0.25, "10": 7.5e-1}}}
    result = _result(QBRAID, enveloped(data))
    assert (result.probabilities, result.counts, result.estimated) == ({1: 0.25, 2: 0.75}, None, False)


def test_registers_may_stand_apart():
    assert _result(QBRAID, _counted({"1 00": 4})).distribution() == {"100": 1.0}


def test_a_cost_in_a_result_may_be_a_text():
    for cost in (0.375, "0.375", "0E-33", "130.0"):
        data = {"status": "COMPLETED", "cost": cost, "resultData": {"measurementCounts": {"1": 1}}}
        assert _result(QBRAID, enveloped(data)).counts == {1: 1}


@pytest.mark.parametrize(
    ("sent", "word"),
    [
        ({"zero": 1.0}, "decimal"),
        ({"-1": 1.0}, "decimal"),
        ({"": 1.0}, "decimal"),
        ({"1" * 5000: 1.0}, "decimal"),
        ({"\u0661": 1.0}, "decimal"),
        ({"0": 1.5}, "between 0 and 1"),
        ({"0": -0.1}, "between 0 and 1"),
        ({"0": float("nan")}, "between 0 and 1"),
        ({"0": 10**400}, "between 0 and 1"),
        ({"0": True}, "between 0 and 1"),
        ({"0": None}, "between 0 and 1"),
        ({"0": "0.5"}, "between 0 and 1"),
        ({"1": 0.5, "01": 0.5}, "same state"),
    ],
    ids=lambda value: repr(value)[:24],
)
@pytest.mark.parametrize("case", IONQ, ids=str)
def test_what_is_no_probability_is_refused(case: Case, sent, word):
    error = _outcome(case, sent).expect(ResponseShapeError)
    assert word in str(error)
    assert len(str(error)) < 6000


@pytest.mark.parametrize(
    "data",
    [
        {"measurementCounts": {"0x1": 1}},
        {"measurementCounts": {"": 1}},
        {"measurementCounts": {"01": 1.5}},
        {"measurementCounts": {"01": "1"}},
        {"measurementCounts": {"01": -1}},
        {"measurementCounts": {"01": True}},
        {"measurementCounts": {"01": 1, "0 1": 1}},
        {"measurementProbabilities": {"01": 1.5}},
        {"measurementProbabilities": {"01": "1"}},
        {"measurementProbabilities": {"01": 0.5, "0 1": 0.5}},
        {"measurementCounts": [1, 2]},
        {"solutions": [[1, 0]], "solutionCount": 1},
        {},
    ],
    ids=repr,
)
def test_what_is_no_histogram_is_refused(data):
    sent = enveloped({"status": "COMPLETED", "resultData": data})
    assert _outcome(QBRAID, sent).expect(ResponseShapeError).request_id == "req-7"


def test_several_circuits_come_in_the_order_of_the_children(case: Case):
    if case is QBRAID:
        parts = [_counted({"01": 1})["data"], _counted({"1": 1})["data"]]
        result = _result(case, enveloped({"results": parts}))
        assert [circuit.distribution() for circuit in result.circuits] == [{"01": 1.0}, {"1": 1.0}]
    else:
        children = "children" if case is V03 else "child_job_ids"
        several = {"type": "ionq.multi-circuit.v1", "results": None} if case in IONQ_V04 else {}
        sent = {CHILD_1: {"1": 1.0}, CHILD_2: {"4": 0.5, "2": 0.5}}
        result = _result(case, sent, **{children: [CHILD_2, CHILD_1]}, **several)
        assert [circuit.job_id for circuit in result.circuits] == [CHILD_2, CHILD_1]
        assert [circuit.probabilities for circuit in result.circuits] == [{4: 0.5, 2: 0.5}, {1: 1.0}]
    with pytest.raises(ValueError, match="2 circuits"):
        result.only  # noqa: B018


def test_v0_4_asks_for_the_aggregated_form_only_of_several_circuits():
    single = _outcome(OCTOBER, {"0": 1})
    assert single.requests[1].path == f"/v0.4/jobs/{JOB}/results/probabilities"
    several = _outcome(
        OCTOBER, {CHILD_1: {"0": 1}}, type="ionq.multi-circuit.v1", results=None, child_job_ids=[CHILD_1]
    )
    assert several.requests[1].path == f"/v0.4/jobs/{JOB}/results/probabilities/aggregated"


def test_a_multi_circuit_job_out_of_a_list_does_not_name_its_children():
    listed = OCTOBER.job(type="ionq.multi-circuit.v1")
    del listed["child_job_ids"]
    [job] = ask(OCTOBER, lambda client: client.jobs.list(), said(OCTOBER.page([listed]))).value
    outcome = ask(OCTOBER, lambda client: client.jobs.result(job), said({CHILD_2: {"1": 1}, CHILD_1: {"0": 1}}))
    assert outcome.requests[0].path.endswith("/aggregated")
    assert [circuit.job_id for circuit in outcome.value.circuits] == [CHILD_2, CHILD_1]


@pytest.mark.parametrize("case", IONQ, ids=str)
def test_a_circuit_without_a_result_does_not_shift_the_others(case: Case):
    job = {"children": [CHILD_2, CHILD_1]} if case is V03 else {"child_job_ids": [CHILD_2, CHILD_1]}
    error = _outcome(case, {CHILD_1: {"1": 1.0}}, **job).expect(ResponseShapeError)
    assert error.field == CHILD_2


def test_a_child_of_v0_3_that_never_ran_has_null_and_keeps_its_place():
    children = [CHILD_2, CHILD_1]
    result = _result(V03, {CHILD_1: {"1": 1.0}, CHILD_2: None}, children=children)
    assert [circuit.probabilities for circuit in result.circuits] == [{}, {1: 1.0}]
    assert [circuit.job_id for circuit in result.circuits] == children
    result = _result(V03, {CHILD_1: None, CHILD_2: None}, children=children)
    assert [circuit.distribution() for circuit in result.circuits] == [{}, {}]


def test_a_list_of_one_circuit_on_v0_3_may_answer_flat_or_nested():
    flat = _result(V03, {"1": 1.0}, children=[CHILD_1])
    nested = _result(V03, {CHILD_1: {"1": 1.0}}, children=[CHILD_1])
    assert flat.probabilities == nested.probabilities == {1: 1.0}
    assert (flat.only.job_id, nested.only.job_id) == (JOB, CHILD_1)


@pytest.mark.parametrize("status", [200, 201])
def test_a_result_of_qbraid_may_come_some_seconds_late(status):
    late = said({"success": False, "message": "results are being stored"}, status)
    known = said(QBRAID.one())
    outcome = ask(QBRAID, lambda client: client.jobs.result(QRN), known, late, late, late, said(_counted({"1": 1})))
    assert outcome.value.counts == {1: 1}
    assert outcome.sleeps == [0.5, 0.5, 0.5]


def test_a_result_that_never_comes_is_a_conflict():
    late = said({"success": False, "error": {"code": "RESULT_PENDING", "message": "results are being stored"}})
    outcome = ask(QBRAID, lambda client: client.jobs.result(QRN), said(QBRAID.one()), *[late] * 10)
    error = outcome.expect(ConflictError)
    assert "results are being stored" in str(error)
    assert len(outcome.requests) == 11


def test_a_job_without_a_result():
    refused = said({"detail": "job has failed"}, 409)
    error = ask(QBRAID, lambda client: client.jobs.result(QRN), said(QBRAID.one(status="FAILED")), refused).error
    assert isinstance(error, ConflictError)
    for case in IONQ:
        gone = said({"error": "Not Found Error", "message": "no such result", "statusCode": 404}, 404)
        error = ask(case, lambda client: client.jobs.result(JOB), said(case.one()), gone).expect(NotFoundError)
        assert "no such result" in str(error)
