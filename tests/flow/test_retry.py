"""One request: what is repeated, how often, and what is said at the end."""

from __future__ import annotations

import email.utils
import random

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcontract import (
    APIError,
    Backoff,
    ConnectionFailed,
    JobStatus,
    NotFoundError,
    RateLimitError,
    RequestTimeout,
    ResponseShapeError,
)
from qcontract.flow.backoff import retry_after
from support.client import bench
from support.failures import MAYBE_SENT, NOT_SENT
from support.scripted import answer, html
from support.services import DIALECTS, JOB, V03, V04, job_ids
from support.virtual import EPOCH

RETRIED = (408, 429, 500, 502, 503, 504, 520, 522, 524, 529)
FINAL = (400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 418, 422, 501, 505, 530)


@pytest.mark.parametrize("status", RETRIED)
def test_a_passing_failure_of_a_read_is_repeated(status: int) -> None:
    b = bench(answer(status), answer(status), V04.shown())
    assert b.run("jobs.get", JOB).status == "completed"
    assert len(b.server.requests) == 3
    assert len({(asked.method, asked.url, asked.body) for asked in b.server.requests}) == 1


@pytest.mark.parametrize("status", [301, 302, 307, *FINAL])
def test_a_final_refusal_is_not_repeated(status: int) -> None:
    b = bench(answer(status, {"message": "no"}))
    with pytest.raises(APIError, match=f"HTTP {status}: no") as caught:
        b.run("jobs.get", JOB)
    assert caught.value.status == status
    assert b.clock.sleeps == []


@pytest.mark.parametrize("kind", [*NOT_SENT, *MAYBE_SENT])
def test_a_broken_connection_of_a_read_is_repeated(kind: type[httpx.HTTPError]) -> None:
    b = bench(kind("broken"), V04.shown())
    assert b.run("jobs.get", JOB).id == JOB
    assert len(b.server.requests) == 2


@pytest.mark.parametrize(
    ("kind", "raised"),
    [
        (httpx.ConnectTimeout, ConnectionFailed),
        (httpx.ReadTimeout, RequestTimeout),
        (httpx.ReadError, ConnectionFailed),
    ],
)
def test_the_last_broken_connection_is_the_error(kind: type[Exception], raised: type[Exception]) -> None:
    b = bench(then=kind("broken"))
    with pytest.raises(raised) as caught:
        b.run("jobs.get", JOB)
    assert type(caught.value) is raised
    assert len(b.server.requests) == Backoff().attempts


@given(st.integers(1, 8), st.floats(0, 10), st.floats(0.01, 20), st.integers(0, 2**32))
def test_pauses_are_full_jitter_below_a_doubling_bound(attempts: int, initial: float, most: float, seed: int) -> None:
    policy = Backoff(attempts=attempts, initial=initial, maximum=most, budget=1e9)
    b = bench(then=answer(503), changes={"backoff": policy, "rng": random.Random(seed)})
    with pytest.raises(APIError):
        b.run("jobs.get", JOB)
    assert len(b.server.requests) == attempts
    bounds = [min(most, initial * 2**number) for number in range(attempts - 1)]
    assert len(b.clock.sleeps) == len(bounds)
    assert all(0 <= slept <= bound for slept, bound in zip(b.clock.sleeps, bounds, strict=True))


def test_jitter_uses_the_whole_range() -> None:
    rng, policy = random.Random(1), Backoff(initial=1, maximum=64)
    for attempt in (1, 2, 3, 9):
        drawn = [policy.delay(attempt, None, rng) or 0.0 for _ in range(300)]
        bound = min(64, 2 ** (attempt - 1))
        assert min(drawn) < bound * 0.05
        assert max(drawn) > bound * 0.95


def test_a_policy_of_very_many_attempts_does_not_overflow() -> None:
    assert 0 <= (Backoff(attempts=9999).delay(5000, None, random.Random(0)) or 0) <= 8


@pytest.mark.parametrize("name", ["initial", "maximum", "budget", "retry_after_cap"])
@pytest.mark.parametrize("value", [-1.0, float("nan")])
def test_a_policy_takes_no_negative_times(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=name):
        Backoff(**{name: value})


@given(st.floats(0.1, 50), st.floats(0.0, 20))
def test_all_attempts_stay_within_the_budget(budget: float, latency: float) -> None:
    policy = Backoff(attempts=50, initial=4, maximum=16, budget=budget)
    b = bench(changes={"backoff": policy})

    def slow(_: object) -> tuple[int, dict[str, str], bytes]:
        b.clock.elapsed += latency
        return answer(503)

    b.server._then = slow
    with pytest.raises(APIError):
        b.run("jobs.get", JOB)
    assert b.clock.elapsed <= budget + latency


@pytest.mark.parametrize("asked", ["7", "7.0", " 7 ", "date"])
@pytest.mark.parametrize("status", [429, 503])
def test_what_the_service_asks_for_is_waited(status: int, asked: str) -> None:
    header = email.utils.formatdate(EPOCH + 7, usegmt=True) if asked == "date" else asked
    b = bench(answer(status, retry_after=header), V04.shown())
    b.run("jobs.get", JOB)
    assert b.clock.sleeps == [7.0]


@pytest.mark.parametrize("asked", ["0", "-5", "Thu, 01 Jan 1970 00:00:30 GMT"])
def test_a_moment_that_has_passed_does_not_take_our_own_pause_away(asked: str) -> None:
    refusals = [answer(429, retry_after=asked)] * 3
    b = bench(*refusals, V04.shown())
    b.run("jobs.get", JOB)
    ours = bench(*[answer(429)] * 3, V04.shown())
    ours.run("jobs.get", JOB)
    assert b.clock.sleeps == ours.clock.sleeps
    assert sum(b.clock.sleeps) > 0


@pytest.mark.parametrize("asked", ["inf", "-inf", "nan", "soon", "", "99 Foo 2026", "Mon, 01 Jan 99999 00:00:00 GMT"])
def test_an_unreadable_wish_counts_as_none(asked: str) -> None:
    b = bench(answer(429, retry_after=asked), V04.shown())
    b.run("jobs.get", JOB)
    assert len(b.clock.sleeps) == 1
    assert 0 <= b.clock.sleeps[0] <= Backoff().initial


@given(st.text(max_size=40) | st.from_regex(r"-?\d{1,400}(\.\d+)?(e\d+)?", fullmatch=True))
def test_retry_after_reads_any_text(text: str) -> None:
    seconds = retry_after({"retry-after": text}, now=0.0)
    assert seconds is None or 0 <= seconds < float("inf")


PATIENT = {"backoff": Backoff(budget=1e9)}


@pytest.mark.parametrize("asked", [121, 86400])
def test_a_service_that_asks_for_more_than_the_cap_is_not_asked_again(asked: int) -> None:
    b = bench(answer(429, {"message": "later"}, retry_after=str(asked)), changes=PATIENT)
    with pytest.raises(RateLimitError) as caught:
        b.run("jobs.get", JOB)
    assert caught.value.retry_after == asked
    assert b.clock.sleeps == []


def test_a_service_that_asks_for_the_cap_is_asked_again() -> None:
    b = bench(answer(429, retry_after="120"), V04.shown(), changes=PATIENT)
    b.run("jobs.get", JOB)
    assert b.clock.sleeps == [120.0]


def test_a_wish_beyond_the_budget_ends_the_attempts() -> None:
    b = bench(answer(429, retry_after="100"))
    with pytest.raises(RateLimitError):
        b.run("jobs.get", JOB)
    assert b.clock.sleeps == []


@pytest.mark.parametrize("body", [b"<html>proxy</html>", b"", b"{", b"[1, 2", b"\xff\xfe", b"null", b"3", b'{"id": 5}'])
def test_a_success_that_cannot_be_read_is_kept_whole(body: bytes) -> None:
    b = bench((200, {"x-request-id": "req-7", "content-type": "text/html"}, body))
    with pytest.raises(ResponseShapeError) as caught:
        b.run("jobs.get", JOB)
    error = caught.value
    assert (error.operation, error.status, error.request_id, error.body) == (
        "ionq-v0.4@2026-10-01 GetJob",
        200,
        "req-7",
        body,
    )
    assert "req-7" in str(error)
    assert len(b.server.requests) == 1


def test_an_error_says_what_the_proxy_sent() -> None:
    b = bench(then=html(502))
    with pytest.raises(APIError, match="HTML page"):
        b.run("jobs.get", JOB)


@pytest.mark.parametrize("dialect", DIALECTS, ids=str)
@pytest.mark.parametrize("method", ["jobs.cancel", "jobs.delete"])
@pytest.mark.parametrize("first", [httpx.ReadTimeout("late"), httpx.ReadError("cut"), answer(502), answer(504)])
@pytest.mark.parametrize("second", [404, 409, 410])
def test_ending_a_job_twice_counts_as_done(dialect: object, method: str, first: object, second: int) -> None:
    b = bench(first, answer(second, {"message": "gone"}), dialect=dialect)
    (done,) = b.run(method, JOB)
    assert done.id == JOB
    assert done.status == ("deleted" if method == "jobs.delete" else done.status)
    assert done.status in ("deleted", "canceled", "canceling")


@pytest.mark.parametrize("method", ["jobs.cancel", "jobs.delete"])
@pytest.mark.parametrize("first", [httpx.ConnectError("refused"), answer(429)])
def test_a_job_that_was_never_there_is_an_error(method: str, first: object) -> None:
    b = bench(first, answer(404, {"message": "unknown"}))
    with pytest.raises(APIError, match="404"):
        b.run(method, JOB)


def test_a_read_never_takes_gone_for_done() -> None:
    b = bench(httpx.ReadTimeout("late"), answer(404, {"message": "unknown"}))
    with pytest.raises(APIError, match="404"):
        b.run("jobs.get", JOB)


def test_of_jobs_that_go_one_by_one_the_refused_one_does_not_hide_the_others() -> None:
    first, second, third = job_ids(3)
    b = bench(
        answer(200, {"id": first, "status": "deleted"}),
        answer(404, {"error": "Not Found", "message": "no such job", "statusCode": 404}),
        answer(200, {"id": third, "status": "deleted"}),
        dialect=V03,
    )
    done = b.run("jobs.delete", first, second, third)
    assert [(one.id, one.status) for one in done] == [
        (first, JobStatus.DELETED),
        (second, JobStatus.UNKNOWN),
        (third, JobStatus.DELETED),
    ]
    assert "no such job" in (done[1].refused or "")
    nothing = bench(*[answer(404, {})] * 2, dialect=V03)
    assert isinstance(nothing.attempt("jobs.delete", first, second), NotFoundError)
