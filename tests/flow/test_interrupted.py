"""What interrupts a submission, or fails while it is told, loses neither the job nor its token."""

from __future__ import annotations

import asyncio
import traceback

import anyio
import httpx
import pytest
from qcontract import Circuit, SubmissionUnknown
from support.client import DRIVERS, bench
from support.scripted import answer
from support.services import DIALECTS, JOB, Dialect

CIRCUIT = Circuit(2).h(0).cnot(0, 1)


@pytest.fixture(params=DIALECTS, ids=str)
def dialect(request: pytest.FixtureRequest) -> Dialect:
    found: Dialect = request.param
    return found


def test_a_job_is_not_lost_to_whoever_listens(dialect: Dialect, caplog: pytest.LogCaptureFixture) -> None:
    def explode(_: object) -> None:
        raise KeyError("mine")

    for driver in DRIVERS:
        caplog.clear()
        status, headers, body = dialect.accepted()
        drifting = (status, headers, body.replace(b'"status": "', b'"status": "NEW_'))
        b = bench(drifting, dialect=dialect, driver=driver, options={"on_event": explode})
        assert b.run("jobs.submit", CIRCUIT).id == JOB
        assert f"{dialect.api}:{JOB} was accepted" in caplog.text
        assert "KeyError: 'mine'" in caplog.text


@pytest.mark.parametrize("interruption", [KeyboardInterrupt(), SystemExit(3), RuntimeError("of a transport")], ids=repr)
def test_what_interrupts_a_submission_tells_its_token(
    dialect: Dialect, interruption: BaseException, caplog: pytest.LogCaptureFixture
) -> None:
    def interrupt(_: httpx.Request) -> httpx.Response:
        raise interruption

    b = bench(dialect=dialect, options={"transport": httpx.MockTransport(interrupt)})
    with pytest.raises(type(interruption)) as caught:
        b.run("jobs.submit", CIRCUIT)
    assert any("token-1" in note for note in caught.value.__notes__)
    assert "token-1" in caplog.text


@pytest.mark.parametrize("driver", ["asyncio", "trio"])
def test_a_cancelled_submission_tells_its_token(driver: str, caplog: pytest.LogCaptureFixture) -> None:
    async def hang(_: httpx.Request) -> httpx.Response:
        await anyio.sleep(60)
        raise AssertionError("it is cancelled before")

    async def main() -> None:
        options = {"transport": httpx.MockTransport(hang)}
        async with bench(driver=driver, options=options).client() as client:
            with pytest.raises(TimeoutError), anyio.fail_after(0.01):
                await client.jobs.submit(CIRCUIT, token="mine-7")

    anyio.run(main, backend=driver)
    assert "mine-7" in caplog.text


def test_asyncio_shows_the_token_below_its_own_error() -> None:
    async def hang(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(60)
        raise AssertionError("it is cancelled before")

    async def main() -> None:
        async with bench(driver="asyncio", options={"transport": httpx.MockTransport(hang)}).client() as client:
            await asyncio.wait_for(client.jobs.submit(CIRCUIT), 0.01)

    with pytest.raises(TimeoutError) as caught:
        asyncio.run(main())
    assert "token-1" in "".join(traceback.format_exception(caught.value))


def test_an_interrupted_reading_is_nobodys_submission(caplog: pytest.LogCaptureFixture) -> None:
    def interrupt(_: httpx.Request) -> httpx.Response:
        raise KeyboardInterrupt

    b = bench(options={"transport": httpx.MockTransport(interrupt)})
    with pytest.raises(KeyboardInterrupt):
        b.run("jobs.get", JOB)
    assert caplog.text == ""


def test_an_error_that_is_nested_deep_does_not_hide_the_token(dialect: Dialect) -> None:
    """Somewhere in this range lies what a reader in C takes, and one that calls itself does not."""
    bodies = [b'{"message":' * depth + b'"x"' + b"}" * depth for depth in (500, 5_000, 50_000)]
    bodies += [b'{"detail":[' + b"[" * depth + b"]" * depth + b"]}" for depth in range(700, 1_000, 3)]
    for body in bodies:
        error = bench(answer(500, body, content_type="application/json"), dialect=dialect).attempt(
            "jobs.submit", CIRCUIT
        )
        assert isinstance(error, SubmissionUnknown)
