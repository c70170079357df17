"""The three drivers do the same, whatever the service does."""

from __future__ import annotations

import email.utils
from typing import Any

import httpx
import pytest
from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract import Circuit, QContractError
from support.client import DRIVERS, KEY, Bench, bench
from support.scripted import ScriptedServer, answer, html
from support.services import DIALECTS, JOB, V04, Dialect, job_ids
from support.virtual import EPOCH

CIRCUIT = Circuit(1).x(0)


@frozen
class Outcome:
    """Everything that a caller or a service can see of one call."""

    value: object
    requests: list[object]
    sleeps: list[float]
    events: list[object]


def outcome(script: list[Any], dialect: Dialect, driver: str, method: str, *arguments: Any, **options: Any) -> Outcome:
    b = Bench(ScriptedServer(script, then=answer(418, {"message": "the script has ended"})), dialect, driver)
    value = b.attempt(method, *arguments, **options)
    if isinstance(value, QContractError):
        value = f"{type(value).__name__}: {value}"
    requests: list[object] = [(a.method, a.url, dict(a.headers), a.body) for a in b.server.requests]
    return Outcome(value, requests, b.clock.sleeps, list(b.events))


def steps(dialect: Dialect) -> st.SearchStrategy[Any]:
    """What a service may do next."""
    first, second, _ = job_ids(3)
    date = email.utils.formatdate(EPOCH + 9, usegmt=True)
    return st.sampled_from(
        [
            dialect.shown("running"),
            dialect.shown(),
            dialect.shown("failed"),
            dialect.shown("teleporting"),
            dialect.accepted(),
            dialect.listed([first, second], dialect.cursors[0]),
            dialect.listed([first], None),
            dialect.canceled(),
            dialect.deleted(),
            *(answer(status) for status in (302, 404, 409, 408, 500, 520)),
            answer(429, retry_after="3"),
            answer(503, retry_after=date),
            answer(503, retry_after="never"),
            answer(429, retry_after="1000"),
            html(),
            answer(200, b'{"id": "0199'),
            answer(200, {"new": [1, {"a": None}]}),
            httpx.ConnectError("refused"),
            httpx.ConnectTimeout("slow"),
            httpx.ReadTimeout("late"),
            httpx.RemoteProtocolError("cut"),
        ]
    )


METHODS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("jobs.submit", (CIRCUIT,), {"shots": 7, "name": "n", "metadata": {"a": "b"}}),
    ("jobs.get", (JOB,), {}),
    ("jobs.wait", (JOB,), {"timeout": 30}),
    ("jobs.result", (JOB,), {}),
    ("jobs.pages", (), {}),
    ("jobs.list", (), {}),
    ("jobs.cancel", (JOB,), {}),
    ("jobs.delete", tuple(job_ids(2)), {}),
    ("backends.list", (), {}),
    ("backends.get", ("simulator",), {}),
]


@pytest.mark.parametrize(("method", "arguments", "options"), METHODS, ids=[name for name, *_ in METHODS])
@given(st.data())
@settings(max_examples=20, deadline=None)
def test_drivers_agree(method: str, arguments: tuple[Any, ...], options: dict[str, Any], data: st.DataObject) -> None:
    dialect = data.draw(st.sampled_from(DIALECTS))
    script = data.draw(st.lists(steps(dialect), max_size=8))
    expected = outcome(script, dialect, "sync", method, *arguments, **options)
    for driver in DRIVERS[1:]:
        assert outcome(script, dialect, driver, method, *arguments, **options) == expected


@pytest.mark.parametrize("driver", DRIVERS)
def test_every_request_carries_the_key_and_what_it_accepts(driver: str) -> None:
    for dialect in DIALECTS:
        b = bench(dialect.shown(), dialect=dialect, driver=driver)
        b.run("jobs.get", JOB)
        (asked,) = b.server.requests
        is_qbraid = dialect.api == "qbraid-v2"
        assert asked.headers["x-api-key" if is_qbraid else "authorization"] == ("" if is_qbraid else "apiKey ") + KEY
        assert asked.headers["accept"] == "application/json"
        assert asked.headers["user-agent"].startswith("qcontract/")


@pytest.mark.parametrize("method", ["jobs.get", "jobs.submit", "jobs.wait", "backends.list"])
def test_every_request_has_limits_in_seconds(method: str) -> None:
    """A request without them waits for ever on a service that does not answer."""
    limits: list[dict[str, float]] = []

    def hang(request: httpx.Request) -> httpx.Response:
        limits.append(request.extensions["timeout"])
        raise httpx.ReadTimeout("hangs")

    arguments = {"jobs.submit": (CIRCUIT,), "backends.list": ()}.get(method, (JOB,))
    b = bench(options={"transport": httpx.MockTransport(hang)})
    assert isinstance(
        b.attempt(method, *arguments, **({"timeout": 60} if method == "jobs.wait" else {})), QContractError
    )
    assert limits[0] == {"connect": 10.0, "read": 30.0, "write": 30.0, "pool": 10.0}
    assert max(max(each.values()) for each in limits) == 30.0


@pytest.mark.parametrize("driver", DRIVERS)
def test_pauses_are_told_and_named(driver: str) -> None:
    b = bench(answer(503), V04.shown(), driver=driver)
    b.run("jobs.get", JOB)
    (pause,) = b.events
    assert pause.seconds == b.clock.sleeps[0]  # type: ignore[union-attr]
    assert "GetJob" in pause.why  # type: ignore[union-attr]


@pytest.mark.parametrize("driver", DRIVERS)
def test_an_error_of_the_callers_own_callback_is_not_swallowed(driver: str) -> None:
    def explode(_: object) -> None:
        raise KeyError("mine")

    b = bench(answer(503), driver=driver, options={"on_event": explode})
    with pytest.raises(KeyError, match="mine"):
        b.run("jobs.get", JOB)
