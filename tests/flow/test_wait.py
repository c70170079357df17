"""Waiting: late by a bounded amount, with a bounded number of looks, and not impressed by outages."""

from __future__ import annotations

import math
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract import (
    APIError,
    AuthenticationError,
    Circuit,
    ConfigurationError,
    ConnectionFailed,
    Drift,
    IonQ,
    JobCanceled,
    JobFailed,
    JobHeld,
    NotFoundError,
    Pace,
    Progress,
    ResponseShapeError,
    WaitTimeout,
)
from support.client import Bench, bench
from support.scripted import Asked, answer, html
from support.services import DIALECTS, JOB, QBRAID, V03, V04, Dialect
from support.virtual import VirtualClock

REF = f"ionq-v0.4:{JOB}"


def running_for(seconds: float, **more: Any) -> Bench:
    """A service whose job ends after so many seconds."""
    b = bench()

    def look(_: Asked) -> Any:
        return V04.shown("completed" if b.clock.elapsed >= seconds else "running", **more)

    b.server._then = look
    return b


@settings(max_examples=40, deadline=None)
@given(st.floats(0, 300) | st.sampled_from([1e3, 3e3]))
def test_the_end_is_seen_late_by_a_part_of_the_duration_at_most(duration: float) -> None:
    pace, b = Pace(), running_for(duration)
    assert b.run("jobs.wait", JOB, timeout=None).status == "completed"
    late = b.clock.elapsed - duration
    assert late <= min(pace.first + pace.growth * duration, pace.ceiling) + 1e-6
    growing = math.log1p(pace.growth * duration / pace.first) / math.log1p(pace.growth)
    assert len(b.server.requests) <= 3 + growing + duration / pace.ceiling


@settings(max_examples=40, deadline=None)
@given(st.floats(0.1, 5), st.floats(0, 1), st.floats(1, 100), st.floats(0, 10))
def test_the_pace_is_the_callers(first: float, growth: float, ceiling: float, duration: float) -> None:
    b = running_for(duration)
    b.run("jobs.wait", JOB, timeout=None, pace=Pace(first=first, growth=growth, ceiling=ceiling))
    elapsed = 0.0
    for slept in b.clock.sleeps:
        assert slept == pytest.approx(min(first + growth * elapsed, ceiling))
        elapsed += slept


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 60_000), st.integers(0, 60_000))
def test_a_prediction_is_believed_once(wait_ms: int, run_ms: int) -> None:
    duration = (wait_ms + run_ms) / 1000
    b = running_for(duration, predicted_wait_time_ms=wait_ms, predicted_execution_duration_ms=run_ms)
    b.run("jobs.wait", JOB)
    assert b.clock.sleeps[:1] == ([] if duration == 0 else [pytest.approx(max(0.2, min(duration, 60.0)))])
    if 0.2 < duration <= 60:
        assert b.clock.elapsed == pytest.approx(duration)
        assert len(b.server.requests) == 2


def test_a_prediction_that_proves_wrong_is_not_believed_again() -> None:
    b = running_for(20, predicted_execution_duration_ms=5000)
    b.run("jobs.wait", JOB)
    assert b.clock.sleeps[:3] == [5.0, pytest.approx(0.7), pytest.approx(0.77)]


@settings(max_examples=20)
@given(st.integers(61_000, 10**9))
def test_a_far_prediction_is_believed_a_minute_at_a_time(milliseconds: int) -> None:
    b = running_for(61, predicted_execution_duration_ms=milliseconds)
    b.run("jobs.wait", JOB)
    assert b.clock.sleeps[0] == 60.0


@pytest.mark.parametrize("asked", ["7", "90"])
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_respected(status: int, asked: str) -> None:
    b = bench(answer(status, retry_after=asked), V04.shown())
    b.run("jobs.wait", JOB)
    assert b.clock.sleeps == [float(asked)]


def test_retry_after_has_a_cap() -> None:
    b = bench(answer(503, retry_after="86400"), V04.shown())
    b.run("jobs.wait", JOB)
    assert b.clock.sleeps == [120.0]


@pytest.mark.parametrize(
    "outage",
    [
        *(answer(status) for status in (408, 429, 500, 501, 502, 503, 504, 520, 599)),
        html(502),
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("late"),
        httpx.RemoteProtocolError("cut"),
        httpx.ReadError("reset"),
    ],
    ids=repr,
)
def test_an_outage_lasts_until_it_is_over(outage: object) -> None:
    b = bench(V04.shown("running"), *[outage] * 30, V04.shown())
    assert b.run("jobs.wait", JOB, timeout=None).status == "completed"
    told = [event.status for event in b.events if isinstance(event, Progress)]
    assert told == ["running", *["unreachable"] * 30, "completed"]
    assert all(0.2 <= slept <= 30 for slept in b.clock.sleeps)


def test_an_outage_ends_at_the_deadline() -> None:
    b = bench(V04.shown("running"), then=httpx.ConnectError("refused"))
    with pytest.raises(WaitTimeout, match=r"unreachable after 20\.0 s") as caught:
        b.run("jobs.wait", JOB, timeout=20)
    assert b.clock.elapsed == 20
    assert caught.value.job.status == "running"
    assert isinstance(caught.value.__cause__, ConnectionFailed)


@settings(max_examples=40, deadline=None)
@given(st.floats(0, 200))
def test_the_last_look_falls_on_the_deadline(timeout: float) -> None:
    b = bench(then=V04.shown("running"))
    with pytest.raises(WaitTimeout) as caught:
        b.run("jobs.wait", JOB, timeout=timeout)
    assert b.clock.elapsed == pytest.approx(timeout)
    assert (caught.value.resume, caught.value.job.id) == (REF, JOB)
    assert REF in str(caught.value)
    assert len(b.clock.sleeps) == len(b.server.requests) - 1


def test_a_job_that_ends_on_the_deadline_is_seen() -> None:
    b = running_for(10)
    assert b.run("jobs.wait", JOB, timeout=10).status == "completed"


def test_a_wait_without_time_looks_once() -> None:
    b = bench(V04.shown("queued"))
    with pytest.raises(WaitTimeout, match="still queued"):
        b.run("jobs.wait", JOB, timeout=0)


@pytest.mark.parametrize("timeout", [-1, float("nan"), float("-inf"), "5", True, [5]])
def test_a_senseless_timeout_is_refused(timeout: Any) -> None:
    b = bench()
    with pytest.raises(ConfigurationError, match="timeout"):
        b.run("jobs.wait", JOB, timeout=timeout)


@pytest.mark.parametrize("timeout", [None, float("inf")])
def test_a_wait_may_be_endless(timeout: float | None) -> None:
    b = running_for(3000)
    assert b.run("jobs.wait", JOB, timeout=timeout).status == "completed"


@pytest.mark.parametrize("dialect", DIALECTS, ids=str)
@pytest.mark.parametrize(("word", "error"), [("failed", JobFailed), ("canceled", JobCanceled)])
def test_a_job_without_a_result_raises_and_is_kept(dialect: Dialect, word: str, error: type[Exception]) -> None:
    b = bench(dialect.shown("running"), dialect.shown(word), dialect=dialect)
    with pytest.raises(error, match=f"{dialect.api}:{JOB}") as caught:
        b.run("jobs.wait", JOB)
    assert caught.value.job.status == word  # type: ignore[attr-defined]


def test_a_failure_says_why() -> None:
    b = bench(V04.shown("failed", failure={"code": "NotEnoughQubits", "message": "needs 40"}))
    with pytest.raises(JobFailed, match="NotEnoughQubits: needs 40"):
        b.run("jobs.wait", JOB)


def test_a_held_job_says_so() -> None:
    b = bench(QBRAID.shown("held"), dialect=QBRAID)
    with pytest.raises(JobHeld, match="withholds"):
        b.run("jobs.wait", JOB)


@pytest.mark.parametrize("dialect", DIALECTS, ids=str)
def test_an_unknown_status_is_waited_out_and_reported(dialect: Dialect) -> None:
    b = bench(dialect.shown("teleporting"), dialect.shown(), dialect=dialect)
    assert b.run("jobs.wait", JOB).status == "completed"
    (drift,) = [event for event in b.events if isinstance(event, Drift)]
    assert (drift.kind, drift.value) == ("enum", "teleporting")
    assert [event.status for event in b.events if isinstance(event, Progress)] == ["unknown", "completed"]


@pytest.mark.parametrize(
    ("status", "error"), [(401, AuthenticationError), (404, NotFoundError), (400, APIError), (403, APIError)]
)
def test_a_refusal_ends_the_wait_at_once(status: int, error: type[Exception]) -> None:
    b = bench(V04.shown("running"), answer(status, {"message": "no"}))
    with pytest.raises(error):
        b.run("jobs.wait", JOB)
    assert len(b.server.requests) == 2


@pytest.mark.parametrize(
    "outage",
    [html(), answer(200), answer(200, b'{"id": "0199'), answer(302, location="https://maintenance.invalid"), html(302)],
    ids=repr,
)
@pytest.mark.parametrize("dialect", DIALECTS, ids=str)
def test_what_stands_before_the_service_does_not_end_the_wait(dialect: Dialect, outage: object) -> None:
    """A page for signing in and a page about maintenance look like answers, and are no JSON."""
    b = bench(outage, dialect.shown("running"), outage, dialect.shown(), dialect=dialect)
    assert b.run("jobs.wait", JOB).status == "completed"
    late = bench(then=outage, dialect=dialect)
    assert isinstance(late.attempt("jobs.wait", JOB, timeout=30), WaitTimeout)
    assert late.clock.elapsed == 30


def test_an_unreadable_answer_ends_the_wait() -> None:
    b = bench(answer(200, {"id": JOB}))
    with pytest.raises(ResponseShapeError):
        b.run("jobs.wait", JOB)


def test_progress_counts_looks_and_seconds() -> None:
    b = bench(V03.shown("queued"), V03.shown("running"), V03.shown(), dialect=V03)
    b.run("jobs.wait", JOB)
    told = [event for event in b.events if isinstance(event, Progress)]
    assert [(event.status, event.looks) for event in told] == [("queued", 1), ("running", 2), ("completed", 3)]
    assert [event.elapsed for event in told] == [0.0, 0.2, pytest.approx(0.42)]
    assert {event.job for event in told} == {f"ionq-v0.3:{JOB}"}


def test_a_wait_that_never_reaches_the_service_shows_the_job_it_was_given() -> None:
    b = bench(V04.accepted(), then=httpx.ConnectError("refused"))
    job = b.run("jobs.submit", Circuit(1).x(0))
    with pytest.raises(WaitTimeout) as caught:
        b.run("jobs.wait", job, timeout=3)
    assert caught.value.job == job


def test_a_look_is_given_up_with_the_deadline() -> None:
    """A server that hangs may hold a look for the read limit of 30 s; a wait of 5 s must not take that long."""
    limits: list[float] = []

    def hang(request: httpx.Request) -> httpx.Response:
        limits.append(request.extensions["timeout"]["read"])
        raise httpx.ReadTimeout("hangs")

    options: Any = {"key": "test-key", "transport": httpx.MockTransport(hang), "context": VirtualClock().context()}
    with IonQ(base_url="http://127.0.0.1:1", **options) as client, pytest.raises(WaitTimeout):
        client.jobs.wait(JOB, timeout=5.0)
    assert (limits[0], limits[-1]) == (5.0, 1.0)
    assert limits == sorted(limits, reverse=True)


def test_a_prediction_is_believed_until_it_is_over() -> None:
    """One look every minute while the service predicts an hour, instead of the steady pace of one in thirty seconds."""
    b = bench(then=lambda _: V04.shown("submitted", predicted_execution_duration_ms=3_600_000))
    b.attempt("jobs.wait", JOB, timeout=3_600.0)
    assert b.clock.sleeps[:3] == [60.0, 60.0, 60.0]
    assert len(b.server.requests) <= 62
