"""A submission is sent again only when it was certainly not carried out."""

from __future__ import annotations

import math
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcontract import (
    APIError,
    Circuit,
    ConfigurationError,
    ConnectionFailed,
    InvalidRequestError,
    Job,
    NotInThisSnapshot,
    Qasm,
    SubmissionUnknown,
)
from support.client import DRIVERS, bench
from support.failures import MAYBE_SENT, NOT_SENT
from support.scripted import Answer, answer, html
from support.services import DIALECTS, JOB, QBRAID, V03, V04, V04_MAY, Dialect
from support.strategies import json_values

CIRCUIT = Circuit(2).h(0).cnot(0, 1)
PAGE = {"page": 1, "limit": 20, "total": 2, "totalPages": 1, "hasNext": False, "hasPrev": False}
REFUSED = answer(400, {"message": "no such thing"})


def backends(dialect: Dialect, *names: str) -> Answer:
    """The answer to the question which backends there are."""
    if dialect is QBRAID:
        more = {"name": "a device", "status": "ONLINE", "deviceType": "SIMULATOR", "numberQubits": 30}
        return answer(200, {"success": True, "data": [{"qrn": name, **more} for name in names], "pagination": PAGE})
    seen = 1_790_000_000 if dialect is V03 else "2026-10-01T12:00:00Z"
    more = {"status": "available", "qubits": 11, "average_queue_time": 0, "last_updated": seen, "degraded": False}
    return answer(200, [{"backend": name, **more} for name in names])


@pytest.fixture(params=DIALECTS, ids=str)
def dialect(request: pytest.FixtureRequest) -> Dialect:
    found: Dialect = request.param
    return found


@pytest.mark.parametrize("first", [*(kind("broken") for kind in NOT_SENT), answer(429, retry_after="3")], ids=repr)
def test_it_is_repeated_when_nothing_was_carried_out(dialect: Dialect, first: object) -> None:
    b = bench(first, first, dialect.accepted(), dialect=dialect)
    assert b.run("jobs.submit", CIRCUIT).id == JOB
    assert len({asked.body for asked in b.server.requests}) == 1
    assert len(b.server.sent("POST")) == 3


@pytest.mark.parametrize(
    "first",
    [
        *(kind("broken") for kind in MAYBE_SENT),
        *(answer(status) for status in (301, 302, 303, 304, 307, 308, 408, 500, 502, 503, 504, 520, 524)),
        html(200),
        html(201),
        answer(201, b'{"id": "0199'),
        answer(201, {"status": "submitted"}),
        answer(201),
        answer(202, {"anything": 1}),
        answer(204),
    ],
    ids=repr,
)
def test_it_is_sent_once_when_its_fate_is_open(dialect: Dialect, first: object) -> None:
    b = bench(first, dialect=dialect)
    with pytest.raises(SubmissionUnknown) as caught:
        b.run("jobs.submit", CIRCUIT)
    (asked,) = b.server.requests
    assert caught.value.token == dialect.token_in(asked.json) == "token-1"
    assert "token-1" in str(caught.value)
    assert b.clock.sleeps == []


def test_an_unreadable_answer_after_a_repetition_is_open_as_well(dialect: Dialect) -> None:
    b = bench(httpx.ConnectError("refused"), answer(429), httpx.ReadTimeout("late"), dialect=dialect)
    with pytest.raises(SubmissionUnknown) as caught:
        b.run("jobs.submit", CIRCUIT)
    assert {dialect.token_in(asked.json) for asked in b.server.requests} == {caught.value.token}


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 405, 409, 413, 415, 422])
def test_a_refusal_is_a_refusal(dialect: Dialect, status: int) -> None:
    b = bench(answer(status, {"message": "no"}), dialect=dialect)
    with pytest.raises(APIError) as caught:
        b.run("jobs.submit", CIRCUIT)
    assert caught.value.status == status
    assert len(b.server.requests) == 1


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_refusal_tells_which_backends_there_are(dialect: Dialect, driver: str) -> None:
    b = bench(REFUSED, backends(dialect, "east", "west"), dialect=dialect, driver=driver)
    with pytest.raises(InvalidRequestError) as caught:
        b.run("jobs.submit", CIRCUIT, backend="wets", max_cost=math.inf)
    assert caught.value.hint == "backends.list() has no 'wets': did you mean west or east? known are east, west"
    assert [asked.method for asked in b.server.requests] == ["POST", "GET"]


@pytest.mark.parametrize("second", ["listed", "refused", "unreachable", "unreadable"])
def test_a_refusal_for_another_reason_stays_what_it_is(dialect: Dialect, second: str) -> None:
    then = {
        "listed": backends(dialect, "west"),
        "refused": answer(403, {"message": "not you"}),
        "unreachable": httpx.ConnectError("refused"),
        "unreadable": answer(200, 5),
    }
    b = bench(REFUSED, then=then[second], dialect=dialect)
    with pytest.raises(InvalidRequestError, match="no such thing") as caught:
        b.run("jobs.submit", CIRCUIT, backend="west", max_cost=math.inf)
    assert caught.value.hint is None


def test_a_service_that_is_never_reached_leaves_nothing_open(dialect: Dialect) -> None:
    b = bench(then=httpx.ConnectError("refused"), dialect=dialect)
    with pytest.raises(ConnectionFailed, match="not sent"):
        b.run("jobs.submit", CIRCUIT)


def test_the_caller_may_bring_a_token(dialect: Dialect) -> None:
    b = bench(dialect.accepted(), dialect=dialect)
    job = b.run("jobs.submit", CIRCUIT, token="mine", metadata={"who": "me"})
    assert dialect.token_in(b.server.requests[0].json) == "mine"
    assert job.metadata == {"who": "me", "qcontract_token": "mine"}


def test_tokens_differ_by_default() -> None:
    b = bench(then=V04.accepted(), options={"context": None})
    b.run("jobs.submit", CIRCUIT)
    b.run("jobs.submit", CIRCUIT)
    assert len({V04.token_in(asked.json) for asked in b.server.requests}) == 2


def test_the_accepted_job_says_what_was_asked_for(dialect: Dialect) -> None:
    b = bench(dialect.accepted(), dialect=dialect)
    job = b.run("jobs.submit", CIRCUIT, name="bell", shots=300)
    assert isinstance(job, Job)
    assert (job.ref, job.status, job.contract) == (f"{dialect.api}:{JOB}", "submitted", dialect.contract)
    assert (job.origin, job.name, job.shots, job.qubits) == ("service", "bell", 300, 2)


@pytest.mark.parametrize(
    "options",
    [
        {"shots": 0},
        {"shots": -1},
        {"shots": 1.5},
        {"shots": True},
        {"shots": "100"},
        {"metadata": {"n": 5}},
        {"metadata": {"qcontract_token": "mine"}},
        {"metadata": {"lone": "\ud800"}},
        {"metadata": {1: "a"}},
        {"metadata": "ab"},
        {"metadata": 5},
        {"name": 5},
        {"name": "\ud800"},
        {"token": 5},
        {"token": ["mine"]},
        {"session": 5},
        {"backend": 5},
        {"noise": 5},
        {"dry_run": "no"},
        {"debias": "no"},
    ],
    ids=repr,
)
def test_a_senseless_option_is_refused_before_anything_is_sent(dialect: Dialect, options: dict[str, Any]) -> None:
    b = bench(dialect=dialect)
    with pytest.raises(ConfigurationError):
        b.run("jobs.submit", CIRCUIT, **options)
    assert b.server.requests == []


@pytest.mark.parametrize(
    ("dialect", "program", "options"),
    [
        (V03, Qasm("OPENQASM 3.0;", 3), {}),
        (V03, CIRCUIT, {"session": "s"}),
        (V04_MAY, Qasm("OPENQASM 3.0;", 3), {}),
        (V04, Qasm("OPENQASM 2.0;", 2), {}),
        (DIALECTS[3], CIRCUIT, {"noise": "aria-1"}),
        (DIALECTS[3], CIRCUIT, {"dry_run": True}),
        (DIALECTS[3], CIRCUIT, {"debias": True}),
        (DIALECTS[3], CIRCUIT, {"session": "s"}),
    ],
    ids=repr,
)
def test_what_a_contract_cannot_say_is_refused(dialect: Dialect, program: Any, options: dict[str, Any]) -> None:
    b = bench(dialect=dialect)
    with pytest.raises(NotInThisSnapshot):
        b.run("jobs.submit", program, **options)
    assert b.server.requests == []


JSON = json_values(["id", "status", "session_id", "data", "success", "jobQrn", "x"])


@pytest.mark.parametrize("body", [{"id": 10**400, "status": "ready"}, {"id": "", "status": "ready"}, [], [[]], "x"])
def test_odd_answers_to_a_submission(dialect: Dialect, body: object) -> None:
    b = bench(answer(201, body), dialect=dialect)
    with pytest.raises(SubmissionUnknown):
        b.run("jobs.submit", CIRCUIT)


@given(st.sampled_from(DIALECTS), JSON)
def test_any_json_as_answer_gives_a_job_or_a_named_error(dialect: Dialect, body: object) -> None:
    b = bench(answer(200 if dialect is V03 else 201, body), dialect=dialect)
    found = b.attempt("jobs.submit", CIRCUIT)
    refused = isinstance(body, dict) and body.get("success") is False
    assert isinstance(found, Job | SubmissionUnknown | (APIError if refused else Job))
    assert getattr(found, "token", "token-1") == "token-1"


def test_an_answer_that_names_no_job_leaves_the_fate_open() -> None:
    """The job exists, and `..` would ask for all jobs instead of this one."""
    b = bench(answer(201, {"id": "..", "status": "submitted", "session_id": None}))
    error = b.attempt("jobs.submit", Circuit(1).x(0))
    assert isinstance(error, SubmissionUnknown)
    assert "does not name a job" in error.message
    assert error.token == "token-1"
    assert len(b.server.requests) == 1
