"""Results: read from a job or its name, and waited for when the service is a moment behind itself."""

from __future__ import annotations

from typing import Any

import pytest
from qcontract import APIError, ConflictError, NotFoundError, Result
from support.client import DRIVERS, bench
from support.scripted import Answer, answer
from support.services import JOB, QBRAID, V03, V04, V04_MAY, Dialect

NOT_YET = answer(200, {"success": False, "message": "results are not ready"})


def counts(**states: int) -> Answer:
    data = {"status": "COMPLETED", "resultData": {"measurementCounts": {k.strip("b"): n for k, n in states.items()}}}
    return answer(200, QBRAID.wrap(data))


@pytest.mark.parametrize("dialect", [V03, V04_MAY, V04], ids=str)
@pytest.mark.parametrize("driver", DRIVERS)
def test_probabilities_are_read_by_state(dialect: Dialect, driver: str) -> None:
    more: dict[str, Any] = {"qubits": 3} if dialect is V03 else {"stats": {"qubits": 3}}
    b = bench(dialect.shown(**more), answer(200, {"1": 0.25, "6": 0.75}), dialect=dialect, driver=driver)
    result: Result = b.run("jobs.result", JOB)
    assert result.distribution() == {"001": 0.25, "110": 0.75}
    assert (result.ref, result.counts, result.estimated) == (f"{dialect.api}:{JOB}", None, False)
    assert b.server.calls[0] == ("GET", f"{dialect.root}/jobs/{JOB}")


def test_a_job_that_has_ended_is_not_read_again() -> None:
    b = bench(V04.shown(stats={"qubits": 1}), answer(200, {"0": 1}))
    assert b.run("jobs.result", b.run("jobs.get", JOB)).probabilities == {0: 1.0}
    assert len(b.server.requests) == 2


def test_a_job_that_ran_when_it_was_seen_is_read_again() -> None:
    b = bench(V04.shown("running"), V04.shown(stats={"qubits": 1}), answer(200, {"0": 1}))
    b.run("jobs.result", b.run("jobs.get", JOB))
    assert len(b.server.requests) == 3


@pytest.mark.parametrize("driver", DRIVERS)
def test_a_result_that_is_not_there_yet_is_waited_for(driver: str) -> None:
    b = bench(QBRAID.shown(), NOT_YET, NOT_YET, counts(b00=3, b01=1), dialect=QBRAID, driver=driver)
    result = b.run("jobs.result", JOB)
    assert result.counts == {0: 3, 1: 1}
    assert result.estimated
    assert b.clock.sleeps == [0.5, 0.5]


def test_a_result_that_never_comes_is_a_conflict() -> None:
    b = bench(QBRAID.shown(), then=NOT_YET, dialect=QBRAID)
    with pytest.raises(ConflictError, match="results are not ready"):
        b.run("jobs.result", JOB)
    assert len(b.server.requests) == 11
    assert sum(b.clock.sleeps) == 4.5


@pytest.mark.parametrize("refusal", [answer(404, {"message": "no results"}), answer(409, {"message": "too early"})])
@pytest.mark.parametrize("dialect", [V03, V04_MAY, V04, QBRAID], ids=str)
def test_a_result_that_is_read_too_early_says_how_to_wait(dialect: Dialect, refusal: Answer) -> None:
    b = bench(dialect.shown("running"), refusal, dialect=dialect)
    with pytest.raises(APIError) as caught:
        b.run("jobs.result", JOB)
    assert caught.value.hint == (
        f"the job is running: wait for its end with jobs.wait('{dialect.api}:{JOB}'), then read the result"
    )


def test_a_result_of_a_running_job_is_not_waited_for() -> None:
    b = bench(QBRAID.shown("running"), NOT_YET, dialect=QBRAID)
    with pytest.raises(ConflictError, match=r"is running and the service has no result(.|\n)*jobs\.wait"):
        b.run("jobs.result", JOB)
    assert b.clock.sleeps == []


def test_a_failed_job_says_that_no_result_will_come() -> None:
    failure = {"code": "TooLong", "message": "stopped after an hour"}
    b = bench(V04.shown("failed", failure=failure), answer(404, {"message": "no results"}))
    with pytest.raises(NotFoundError) as caught:
        b.run("jobs.result", JOB)
    assert caught.value.hint == (
        "the job is failed (TooLong: stopped after an hour), and only a completed one has a result"
    )


def test_a_state_that_nobody_knows_leads_to_no_advice() -> None:
    b = bench(V04.shown("dreaming"), answer(404, {"message": "no results"}))
    with pytest.raises(NotFoundError) as caught:
        b.run("jobs.result", JOB)
    assert "check the id" in (caught.value.hint or "")


def test_a_result_that_does_not_exist_is_an_error() -> None:
    b = bench(V04.shown("running"), answer(404, {"message": "no results"}))
    with pytest.raises(NotFoundError, match="no results"):
        b.run("jobs.result", JOB)
