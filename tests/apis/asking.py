"""Ask a scripted service the same thing through the sync and the async client, and see that both say the same."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import anyio
from apis.cases import Case
from attrs import field, frozen
from qcontract.flow.effects import Drift
from support.scripted import Answer, Asked, ScriptedServer
from support.virtual import VirtualClock

HOST = "http://127.0.0.1:9"


@frozen
class Outcome:
    """What came of one use of a client: a value or an error, the events on the way, and what was sent."""

    value: Any
    error: Exception | None
    events: list[Any]
    requests: list[Asked]
    sleeps: list[float] = field(repr=False)

    @property
    def drift(self) -> list[tuple[str, str, Any]]:
        return [(event.kind, event.path, event.value) for event in self.events if isinstance(event, Drift)]

    def expect(self, kind: type[Exception]) -> Any:
        """The error, which must be of exactly this class."""
        assert type(self.error) is kind, self
        return self.error


def body(value: Any) -> bytes:
    """JSON as a service may send it, NaN included."""
    return json.dumps(value).encode()


def said(value: Any, status: int = 200, **headers: str) -> Answer:
    """An answer; a value that is no bytes becomes JSON."""
    named = {"content-type": "application/json", "x-request-id": "req-7", **headers}
    return status, named, value if isinstance(value, bytes) else body(value)


def ask(case: Case, use: Callable[[Any], Any], *answers: Answer) -> Outcome:
    """Use both clients against the same answers, and return what the sync one made of them.

    `use` gets a client and returns what a method of it returns; an iterator is read to its end.
    """
    blocking = _record(case, answers, lambda options: _sync(case, use, options))
    asynchronous = _record(case, answers, lambda options: anyio.run(_async, case, use, options))
    assert repr(blocking) == repr(asynchronous)
    assert blocking.drift == asynchronous.drift or "nan" in repr(blocking.drift)
    return blocking


def _record(case: Case, answers: tuple[Answer, ...], run: Callable[[dict[str, Any]], Any]) -> Outcome:
    server, clock, events = ScriptedServer(answers), VirtualClock(), []
    options = {
        "key": "test-key",
        "base_url": HOST,
        "transport": server.transport,
        "context": clock.context(),
        "on_event": events.append,
    }
    value, error = None, None
    try:
        value = run(options)
    except Exception as found:  # whatever it is, it is the outcome
        error = found
    return Outcome(value, error, events, server.requests, clock.sleeps)


def _sync(case: Case, use: Callable[[Any], Any], options: dict[str, Any]) -> Any:
    with case.client(case.contract, **options) as client:
        found = use(client)
        return list(found) if isinstance(found, Iterator) else found


async def _async(case: Case, use: Callable[[Any], Any], options: dict[str, Any]) -> Any:
    async with case.async_client(case.contract, **options) as client:
        found = use(client)
        if isinstance(found, AsyncIterator):
            return [item async for item in found]
        return await found
