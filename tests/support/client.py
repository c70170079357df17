"""Clients on a scripted server and a virtual clock, sync and async behind one face."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import anyio
from attrs import define, field
from qcontract import QContractError
from qcontract.flow.effects import Event
from support.scripted import ScriptedServer
from support.services import V04, Dialect
from support.virtual import VirtualClock

KEY = "test-key-1234"
DRIVERS = ("sync", "asyncio", "trio")


@define
class Bench:
    """One client, the server it talks to, the clock it sleeps on, and the events it told.

    `run("jobs.get", JOB)` calls a method of a fresh client with any driver and closes the client; an async iterator
    comes back as a list.
    """

    server: ScriptedServer
    dialect: Dialect = V04
    driver: str = "sync"
    clock: VirtualClock = field(factory=VirtualClock)
    events: list[Event] = field(factory=list)
    options: dict[str, Any] = field(factory=dict)
    changes: dict[str, Any] = field(factory=dict)

    def client(self) -> Any:
        kind = self.dialect.sync if self.driver == "sync" else self.dialect.asynchronous
        given = {
            "key": KEY,
            "transport": self.server.transport,
            "context": self.clock.context(**self.changes),
            "on_event": self.events.append,
        }
        return kind(self.dialect.contract, **(given | self.options))

    def run(self, method: str, *arguments: Any, **options: Any) -> Any:
        """Call one method and return its value; what it raises is raised here."""
        if self.driver == "sync":
            with self.client() as client:
                found = _method(client, method)(*arguments, **options)
                return list(found) if method in _ITERATING else found
        return anyio.run(self._run, method, arguments, options, backend=self.driver)

    def attempt(self, method: str, *arguments: Any, **options: Any) -> Any:
        """Call one method and return its value, or the error of qcontract that it raised."""
        try:
            return self.run(method, *arguments, **options)
        except QContractError as error:
            return error

    async def _run(self, method: str, arguments: tuple[Any, ...], options: dict[str, Any]) -> Any:
        async with self.client() as client:
            found = _method(client, method)(*arguments, **options)
            return [item async for item in found] if method in _ITERATING else await found


_ITERATING = frozenset({"jobs.list", "jobs.pages"})


def _method(client: Any, name: str) -> Callable[..., Awaitable[Any]]:
    room, _, method = name.partition(".")
    found: Callable[..., Awaitable[Any]] = getattr(getattr(client, room), method)
    return found


def bench(*script: Any, then: Any = None, **given: Any) -> Bench:
    """A bench whose server answers with the given steps, or with one function."""
    return Bench(ScriptedServer(script, then=then), **given)
