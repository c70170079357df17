"""The async driver: the same as the sync one, with ``await``; runs under asyncio and trio."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable
from typing import Any, Generic, Self, TypeVar, cast

import anyio
import httpx
from anyio.lowlevel import checkpoint, current_token
from attrs import frozen

from qcontract.flow.effects import Call, Effect, Event, Flow, Page, Pause, Reply, Unheard
from qcontract.transport.wire import Arrival, Destination, Timeouts, set_up, tell, translated

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
        sleep: Callable[[float], None] | None = None,
    ) -> None:
        self._destination = destination
        self._timeouts = timeouts
        self._transport = transport
        self._on_event = on_event
        self._sleep = sleep
        self._own = _Own()

    async def run(self, flow: Flow[T]) -> T:
        """Run a flow to its end and return its value."""
        while True:
            step = await self.advance(flow)
            if isinstance(step, _End):
                return step.value

    def pages(self, flow: Flow[None]) -> AsyncIterator[Page[Any]]:
        """Run a flow and deliver its pages as they come."""
        return _Pages(self, flow)

    async def aclose(self) -> None:
        """Close the connections."""
        pool, self._own.pool = self._own.pool, None
        if pool is not None and pool[0] == current_token():
            await pool[1].aclose()

    async def advance(self, flow: Flow[T]) -> Page[Any] | _End[T]:
        """Perform effects until the flow delivers a page or ends; a flow that is left on the way is closed."""
        reply: Reply | None = None
        failure: BaseException | None = None
        while True:
            try:
                effect: Effect = flow.send(reply) if failure is None else flow.throw(failure)
            except StopIteration as stop:
                return _End(cast("T", stop.value))
            except Unheard as unheard:
                raise unheard.error from unheard.error.__cause__
            reply = failure = None
            try:
                if isinstance(effect, Call):
                    reply = await self._exchange(effect)
                elif isinstance(effect, Page):
                    return effect
                else:
                    tell(self._on_event, effect)
                    if isinstance(effect, Pause):
                        await self._pause(effect.seconds)
            except BaseException as error:  # a cancellation, too: the flow may know what must not be forgotten
                failure = error

    async def _pause(self, seconds: float) -> None:
        if self._sleep is None:
            await anyio.sleep(seconds)
        else:
            self._sleep(seconds)
            await checkpoint()  # a pause stays a moment at which the caller can cancel

    async def _exchange(self, call: Call[Any]) -> Reply:
        request, deadline = self._destination.build(call.request, self._timeouts.within(call.patience))
        arrival = Arrival(deadline)
        with translated(), anyio.move_on_after(deadline.left) as scope:
            response = await self._connections().handle_async_request(request)
            try:
                async for piece in response.aiter_bytes():
                    if not arrival.goes_on(piece):
                        scope.cancel()  # which ends the streams from below; they would stay open if we left them here
            finally:
                await response.aclose()
            return self._destination.read(response, arrival.content)
        raise arrival.refusal

    def _connections(self) -> httpx.AsyncBaseTransport:
        """Return the connections of the running event loop: those of a loop that has ended cannot be used again."""
        loop, pool = current_token(), self._own.pool
        if pool is None or pool[0] != loop:
            with set_up():
                transport = self._transport or httpx.AsyncHTTPTransport(**self._destination.connections())
            pool = self._own.pool = loop, transport
        return pool[1]


class _Own(threading.local):
    """An event loop and its connections; every thread that runs one has its own."""

    pool: tuple[object, httpx.AsyncBaseTransport] | None = None


@frozen
class _End(Generic[T]):
    """The end of a flow."""

    value: T


@frozen
class _Pages:
    """The pages of a flow.

    No async generator: a loop that is left early would leave it to the event loop to close, at some later time and
    with a warning under trio. A flow that is not used any more closes at once.
    """

    driver: AsyncDriver
    flow: Flow[None]

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Page[Any]:
        step = await self.driver.advance(self.flow)
        if isinstance(step, Page):
            return step
        raise StopAsyncIteration
