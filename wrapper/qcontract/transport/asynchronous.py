"""The async driver: the same as the sync one, with ``await``; runs under asyncio and trio."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar, cast

import anyio
import httpx
from anyio.lowlevel import current_token

from qcontract.flow.effects import Call, Effect, Event, Flow, MaybeSent, NotSent, Page, Pause, Reply
from qcontract.transport.wire import Destination, Timeouts, read, translated

__all__ = ["AsyncDriver"]

T = TypeVar("T")


class AsyncDriver:
    """Runs flows over one connection pool; see ``SyncDriver``."""

    def __init__(
        self,
        destination: Destination,
        timeouts: Timeouts,
        *,
        transport: Any = None,
        on_event: Callable[[Event], None],
        sleep: Callable[[float], Awaitable[None]] = anyio.sleep,
    ) -> None:
        self._destination = destination
        self._timeouts = timeouts
        self._transport = transport
        self._on_event = on_event
        self._sleep = sleep
        self._pool: tuple[object, httpx.AsyncClient] | None = None

    async def run(self, flow: Flow[T]) -> T:
        """Run a flow to its end and return its value."""
        outcome: list[T] = []
        async for _ in self._perform(flow, outcome):
            pass
        return outcome[0]

    def pages(self, flow: Flow[None]) -> AsyncIterator[Page[Any]]:
        """Run a flow and deliver its pages as they come."""
        return self._perform(flow, [])

    async def aclose(self) -> None:
        """Close the connections."""
        if self._pool is not None and self._pool[0] == current_token():
            await self._pool[1].aclose()
        self._pool = None

    async def _perform(self, flow: Flow[T], outcome: list[T]) -> AsyncGenerator[Page[Any], None]:
        reply: Reply | None = None
        failure: NotSent | MaybeSent | None = None
        try:
            while True:
                try:
                    effect: Effect = flow.send(reply) if failure is None else flow.throw(failure)
                except StopIteration as stop:
                    outcome.append(cast("T", stop.value))
                    return
                reply = failure = None
                if isinstance(effect, Call):
                    try:
                        reply = await self._exchange(effect)
                    except (NotSent, MaybeSent) as error:
                        failure = error
                elif isinstance(effect, Page):
                    yield effect
                else:
                    self._on_event(effect)
                    if isinstance(effect, Pause):
                        await self._sleep(effect.seconds)
        finally:
            flow.close()

    async def _exchange(self, call: Call[Any]) -> Reply:
        http = self._client()
        request = self._destination.build(call.request, http)
        with translated():
            return read(await http.send(request))

    def _client(self) -> httpx.AsyncClient:
        """Return the connections of the running event loop: those of a loop that has ended cannot be used again."""
        loop = current_token()
        if self._pool is None or self._pool[0] != loop:
            timeout = self._timeouts.to_httpx()
            self._pool = loop, httpx.AsyncClient(timeout=timeout, transport=self._transport, follow_redirects=False)
        return self._pool[1]
