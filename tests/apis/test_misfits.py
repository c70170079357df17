"""An answer that cannot be read ends in an error with operation, field, request id and the body: never a traceback."""

from __future__ import annotations

import math

import pytest
from apis.asking import ask, body, said
from apis.cases import IONQ_V04, JOB, MAY, OCTOBER, QBRAID, V03, Case
from apis.pointing import REMOVED, changed
from qcontract.contract import packaged
from qcontract.errors import ResponseShapeError, SubmissionUnknown
from qcontract.model.circuit import Circuit

CIRCUIT = Circuit(1).x(0)


def _required(case: Case) -> list[str]:
    schemas = packaged(case.contract).document["components"]["schemas"]
    return schemas[case.schema]["required"]


def _expect_misfit(case: Case, outcome, field, sent: bytes):
    error = outcome.expect(ResponseShapeError)
    assert error.field == field
    assert error.operation.startswith(f"{case.contract} ")
    assert error.request_id == "req-7"
    assert error.body == sent
    for part in (error.operation, "req-7", "qcontract specs list", field or "contract"):
        assert part in str(error)


def test_a_missing_required_member_is_named(case: Case):
    required = _required(case)
    assert len(required) >= 3
    for name in required:
        sent = body(case.wrap(changed(case.job(), f"/{name}", REMOVED)))
        outcome = ask(case, lambda client: client.jobs.get(case.job_id), said(sent))
        _expect_misfit(case, outcome, name, sent)
        assert outcome.events == []


def test_a_missing_required_member_deep_inside_is_named():
    for case, pointer in (
        (OCTOBER, "/failure/code"),
        (MAY, "/failure/message"),
        (OCTOBER, "/noise/model"),
        (OCTOBER, "/results/ionq.result.probabilities.json.v1/id"),
        (QBRAID, "/timeStamps/createdAt"),
        (QBRAID, "/device/qrn"),
    ):
        sent = body(case.wrap(changed(case.job(), pointer, REMOVED)))
        outcome = ask(case, lambda client: client.jobs.get(JOB), said(sent))
        _expect_misfit(case, outcome, pointer.rpartition("/")[2], sent)


def test_one_unreadable_job_spoils_its_page_and_is_named(case: Case):
    good = {name: value for name, value in case.job().items() if name != "child_job_ids"}
    sent = body(case.page([good, changed(good, "/status", REMOVED), good]))
    _expect_misfit(case, ask(case, lambda client: client.jobs.list(), said(sent)), "status", sent)


@pytest.mark.parametrize("value", [None, 5, [], {}], ids=repr)
def test_a_status_that_is_no_word_is_named(case: Case, value):
    sent = body(case.one(status=value))
    _expect_misfit(case, ask(case, lambda client: client.jobs.get(case.job_id), said(sent)), "status", sent)


def test_null_or_a_scalar_in_place_of_an_object_is_named():
    for case, name in ((V03, "failure"), (V03, "noise"), (OCTOBER, "stats"), (MAY, "settings"), (QBRAID, "device")):
        for value in (None, "text", 5, []):
            sent = body(case.one(**{name: value}))
            _expect_misfit(case, ask(case, lambda client: client.jobs.get(JOB), said(sent)), name, sent)


def test_an_empty_id_is_no_id(case: Case):
    name = "jobQrn" if case is QBRAID else "id"
    sent = body(case.one(**{name: ""}))
    outcome = ask(case, lambda client: client.jobs.get(case.job_id), said(sent))
    assert outcome.expect(ResponseShapeError).body == sent


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"null",
        b"5",
        b'"text"',
        b"[]",
        b"[[[]]]",
        b"{}",
        b"{",
        b"\xff\xfe",
        b"<html>hello</html>",
        b"[" * 100_000,
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b"1" * 5_000,
        b'{"jobs": {}, "next": null, "success": true, "data": {}, "pagination": {}}',
        b'{"jobs": null, "next": null, "success": true, "data": null, "pagination": null}',
        b'{"jobs": [5], "next": null, "success": true, "data": [null], "pagination": {}}',
    ],
    ids=lambda sent: sent[:24].decode(errors="replace"),
)
def test_no_body_breaks_a_reader(case: Case, sent):
    doors = (
        lambda client: client.jobs.get(case.job_id),
        lambda client: client.jobs.list(),
        lambda client: client.backends.list(),
        lambda client: client.jobs.delete(case.job_id),
    )
    for use in doors:
        outcome = ask(case, use, said(sent))
        if (case, sent) == (V03, b"{}") and outcome.value == []:
            continue  # v0.3 requires neither member of a page
        if sent == b"[]" and outcome.value == ():
            continue  # IonQ answers a plain array of backends
        error = outcome.expect(ResponseShapeError)
        assert error.body == sent
        assert len(str(error)) < 700


def test_a_deep_value_in_an_open_place_is_kept():
    deep = b"[" * 900 + b"]" * 900
    outcome = ask(V03, lambda client: client.jobs.get(JOB), said(body(V03.job()).replace(b'"w"', deep)))
    assert (outcome.error, outcome.drift) == (None, [])
    inner = outcome.value.metadata["experiment"]
    for _ in range(899):
        [inner] = inner
    assert inner == []


def test_a_member_that_occurs_twice_counts_as_written_last():
    sent = body(OCTOBER.job())[:-1] + b', "name": "second"}'
    outcome = ask(OCTOBER, lambda client: client.jobs.get(JOB), said(sent))
    assert outcome.value.name == "second"


def test_odd_values_never_break_the_common_model():
    odd = {
        V03: {
            "request": [10**400, -(10**20), 1e300, 0.5],
            "predicted_execution_time": [10**400, 1e300, -1e300, 10**18, math.inf, math.nan],
            "qubits": [10**400, -1, 2.0, math.inf, math.nan],
            "cost_usd": [10**400, -0.0, 1e-33, "NaN", "1e5000", "", "abc"],
            "children": [[], [JOB, JOB]],
        },
        OCTOBER: {
            "submitted_at": ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59", "2026-10-02"],
            "predicted_wait_time_ms": [10**400, 1e300, -1],
            "shots": [10**400, 1e22, -5],
            "child_job_ids": [[], [JOB, 5]],
        },
        QBRAID: {
            "cost": ["0E-33", "130.0", 10**400, 1e300, "Infinity", ""],
            "shots": [10**400],
            "tags": [{}, {"a": 1.5}],
            "timeStamps": [None],
        },
    }
    for case, members in odd.items():
        for name, values in members.items():
            for value in values:
                payload = case.job(**{name: value})
                outcome = ask(
                    case, lambda client, job_id=case.job_id: client.jobs.get(job_id), said(case.wrap(payload))
                )
                assert outcome.error is None, (case, name, value)
                assert repr(outcome.value.raw) == repr(payload)
                repr(outcome.value)


def test_a_wrong_time_is_an_error_with_the_body():
    for case, pointer in ((OCTOBER, "/submitted_at"), (MAY, "/started_at"), (QBRAID, "/timeStamps/endedAt")):
        sent = body(case.wrap(changed(case.job(), pointer, "soon")))
        error = ask(case, lambda client: client.jobs.get(JOB), said(sent)).expect(ResponseShapeError)
        assert error.body == sent
        assert "soon" in str(error)


def test_a_receipt_that_cannot_be_read_leaves_the_submission_unknown(case: Case):
    for sent in (b"", b"<html>", b"{}", b"[]", body({"success": True, "data": {"status": "QUEUED"}})):
        outcome = ask(case, lambda client: client.jobs.submit(CIRCUIT), said(sent, case.created))
        error = outcome.expect(SubmissionUnknown)
        assert error.token == "token-1"
        assert error.status == case.created
        assert len(outcome.requests) == 1


def test_a_success_of_an_undocumented_status_is_read_and_named(case: Case):
    outcome = ask(case, lambda client: client.jobs.get(case.job_id), said(case.one(new=[{}]), 206))
    usual = ask(case, lambda client: client.jobs.get(case.job_id), said(case.one(new=[{}])))
    assert repr(outcome.value) == repr(usual.value)
    assert outcome.drift == [("status", "", 206), *usual.drift]


def test_an_unreadable_success_of_an_undocumented_status_is_named(case: Case):
    for sent in (b"[]", b"{}"):
        error = ask(case, lambda client: client.jobs.get(case.job_id), said(sent, 206)).expect(ResponseShapeError)
        assert (error.status, error.body) == (206, sent)


@pytest.mark.parametrize("status", [200, 201, 202, 203])
def test_a_job_that_was_taken_is_known_whatever_the_status_says(case: Case, status):
    outcome = ask(case, lambda client: client.jobs.submit(CIRCUIT), said(case.receipt, status))
    assert outcome.value.id == case.job_id
    assert outcome.drift == ([] if status == case.created else [("status", "", status)])
    assert len(outcome.requests) == 1


@pytest.mark.parametrize("following", [5, 0, False, [], {}, ["text"]], ids=repr)
@pytest.mark.parametrize("case", [V03, *IONQ_V04], ids=str)
def test_a_cursor_that_is_no_text_does_not_end_a_list(case: Case, following):
    sent = body({"jobs": [case.job(child_job_ids=None)], "next": following})
    _expect_misfit(case, ask(case, lambda client: client.jobs.list(), said(sent)), "next", sent)


def test_a_list_of_v0_3_ends_where_no_cursor_is():
    assert len(ask(V03, lambda client: client.jobs.list(), said({"jobs": [V03.job()]})).value) == 1
