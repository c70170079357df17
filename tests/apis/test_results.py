"""Results: bit order, numbers, several circuits, and results that are not there yet."""

from __future__ import annotations

import pytest
from apis.asking import ask, body, said
from apis.cases import CHILD_1, CHILD_2, IONQ_V04, JOB, OCTOBER, QBRAID, QRN, V03, Case, enveloped
from qcontract.errors import ConflictError, NotFoundError, ResponseShapeError
from qcontract.model.job import Job
from qcontract.model.result import CircuitResult
from qcontract.model.status import JobStatus

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
    job = {"qubits": None} if case is V03 else {"stats": {}}
    outcome = _outcome(case, {"5": 1.0}, **job)
    assert outcome.value.only == CircuitResult(3, {5: 1.0}, job_id=JOB)
    assert [kind for kind, *_ in outcome.drift if kind == "result"] == []


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


IMPOSSIBLE = [
    ({}, "add up to 0"),
    ({"0": 0.2}, "add up to 0.2"),
    ({"0": 1, "1": 1}, "add up to 2"),
    ({"0": 0.98}, "add up to 0.98"),
    ({"0": 0.5, "9": 0.5}, "a state of 4 qubits, and the job has 3"),
]


@pytest.mark.parametrize(("sent", "what"), IMPOSSIBLE, ids=repr)
@pytest.mark.parametrize("case", IONQ, ids=str)
def test_a_result_that_cannot_be_is_returned_and_told(case: Case, sent, what):
    """It may have been paid for, and a wrong histogram must not be silent."""
    outcome = _outcome(case, sent)
    assert outcome.value.probabilities == {int(state): p for state, p in sent.items()}
    [(kind, path, told)] = outcome.drift
    assert (kind, path) == ("result", "")
    assert what in told


@pytest.mark.parametrize("case", IONQ, ids=str)
def test_of_several_circuits_the_one_that_cannot_be_is_named(case: Case):
    several = {} if case is V03 else {"type": "ionq.multi-circuit.v1", "results": None}
    names = {"children" if case is V03 else "child_job_ids": [CHILD_1, CHILD_2]}
    outcome = _outcome(case, {CHILD_1: {"1": 1.0}, CHILD_2: {"0": 0.25}}, **several, **names)
    assert [(kind, path) for kind, path, _ in outcome.drift] == [("result", f"/{CHILD_2}")]


@pytest.mark.parametrize("digits", [4, 6, 12])
@pytest.mark.parametrize("number", [1, 2, 3, 7, 8])
def test_rounded_probabilities_are_possible(number: int, digits: int):
    sent = {str(state): round(1 / number, digits) for state in range(number)}
    assert _outcome(OCTOBER, sent).drift == []


@pytest.mark.parametrize("case", IONQ, ids=str)
@pytest.mark.parametrize("sent", [b'{"0":.25,"0":.5,"3":.5}', b'{"0": 0.5, "0": 0.5, "1": 0.5}'])
def test_a_state_that_occurs_twice_is_refused(case: Case, sent: bytes):
    error = _outcome(case, sent.replace(b":.", b":0.")).expect(ResponseShapeError)
    assert "twice" in str(error)


def test_a_circuit_that_occurs_twice_is_refused():
    sent = f'{{"{CHILD_1}": {{"0": 1}}, "{CHILD_1}": {{"1": 1}}}}'.encode()
    several = {"type": "ionq.multi-circuit.v1", "results": None, "child_job_ids": [CHILD_1]}
    assert "twice" in str(_outcome(OCTOBER, sent, **several).expect(ResponseShapeError))


@pytest.mark.parametrize(
    ("data", "path", "what"),
    [
        ({"measurementCounts": {}}, "/measurementCounts", "no shot"),
        ({"measurementCounts": {"0": 0, "1": 0}}, "/measurementCounts", "no shot"),
        ({"measurementProbabilities": {"0": 0.1}}, "/measurementProbabilities", "add up to 0.1"),
        ({"measurementProbabilities": {}}, "/measurementProbabilities", "add up to 0"),
        ({"measurementCounts": {"00": 1}, "measurementProbabilities": {"11": 1.0}}, "", "contradict"),
        ({"measurementCounts": {"0": 50, "1": 50}, "measurementProbabilities": {"0": 1.0}}, "", "contradict"),
        ({"measurementCounts": {"0": 5}, "measurementProbabilities": {"0": -1}}, "", "beside its counts"),
    ],
    ids=repr,
)
def test_qbraid_results_that_cannot_be_are_returned_and_told(data, path: str, what: str):
    outcome = _outcome(QBRAID, enveloped({"status": "COMPLETED", "resultData": data}))
    assert outcome.value.counts == (
        {int(bits, 2): number for bits, number in data["measurementCounts"].items()}
        if "measurementCounts" in data
        else None
    )
    [(kind, place, told)] = outcome.drift
    assert (kind, place) == ("result", f"/data/resultData{path}")
    assert what in told


def test_qbraid_counts_with_their_own_frequencies_are_no_news():
    counts = {"00": 1, "01": 1, "11": 1}
    _result(QBRAID, _counted(counts, measurementProbabilities=dict.fromkeys(counts, 0.3333)))


@pytest.mark.parametrize("member", ["measurementCounts", "measurementProbabilities"])
def test_states_of_several_widths_are_refused(member: str):
    """Is "1" qubit 0 of two, or the last of a longer state that was cut?"""
    sent = enveloped({"status": "COMPLETED", "resultData": {member: {"1": 1, "10": 0}}})
    assert _outcome(QBRAID, sent).expect(ResponseShapeError).field == member


def test_a_count_that_occurs_twice_is_refused():
    sent = body(_counted({"0": 1, "1": 2})).replace(b'"1": 2', b'"0": 2')
    assert "twice" in str(_outcome(QBRAID, sent).expect(ResponseShapeError))


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


@pytest.mark.parametrize("case", IONQ_V04, ids=str)
def test_a_multi_circuit_job_out_of_a_list_is_read_for_the_order_of_its_circuits(case: Case):
    """A list leaves the children out, and the order of members in JSON means nothing."""
    several = {"type": "ionq.multi-circuit.v1", "results": None}
    listed = case.job(**several)
    del listed["child_job_ids"]
    [job] = ask(case, lambda client: client.jobs.list(), said(case.page([listed]))).value
    whole = said(case.one(**several, child_job_ids=[CHILD_1, CHILD_2]))
    sent = said({CHILD_2: {"1": 1}, CHILD_1: {"0": 1}})
    outcome = ask(case, lambda client: client.jobs.result(job), whole, sent)
    assert [circuit.job_id for circuit in outcome.value.circuits] == [CHILD_1, CHILD_2]
    assert outcome.drift == []


@pytest.mark.parametrize("case", IONQ, ids=str)
def test_a_receipt_of_a_job_that_has_ended_is_no_reason_to_guess_its_circuits(case: Case):
    receipt = Job(JOB, case.contract, "service", JobStatus.COMPLETED, "completed", raw={"id": JOB})
    several = {} if case is V03 else {"type": "ionq.multi-circuit.v1", "results": None}
    names = {"children" if case is V03 else "child_job_ids": [CHILD_1, CHILD_2]}
    sent = said({CHILD_2: {"1": 1}, CHILD_1: {"0": 1}})
    outcome = ask(case, lambda client: client.jobs.result(receipt), said(case.one(**several, **names)), sent)
    assert [circuit.job_id for circuit in outcome.value.circuits] == [CHILD_1, CHILD_2]


def test_circuits_whose_order_nobody_tells_are_told():
    several = {"type": "ionq.multi-circuit.v1", "results": None, "child_job_ids": None}
    outcome = _outcome(OCTOBER, {CHILD_2: {"1": 1}, CHILD_1: {"0": 1}}, **several)
    assert [circuit.job_id for circuit in outcome.value.circuits] == [CHILD_2, CHILD_1]
    [(kind, path, what)] = outcome.drift
    assert (kind, path) == ("result", "")
    assert "order" in what
    assert _outcome(OCTOBER, {CHILD_2: {"1": 1}}, **several).drift == []


@pytest.mark.parametrize("case", IONQ, ids=str)
def test_a_result_of_a_stranger_is_told(case: Case):
    several = {} if case is V03 else {"type": "ionq.multi-circuit.v1", "results": None}
    names = {"children" if case is V03 else "child_job_ids": [CHILD_1]}
    outcome = _outcome(case, {CHILD_2: {"1": 1}, CHILD_1: {"0": 1}}, **several, **names)
    assert [circuit.job_id for circuit in outcome.value.circuits] == [CHILD_1]
    assert [(kind, path) for kind, path, _ in outcome.drift] == [("result", f"/{CHILD_2}")]


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
