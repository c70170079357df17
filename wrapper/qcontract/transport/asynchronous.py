"""The async driver: the same as the sync one, with ``await``; runs under asyncio and trio."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any, Generic, Self, TypeVar, cast

import anyio
import httpx
from anyio.lowlevel import checkpoint, current_token
from attrs import frozen

from qcontract.flow.effects import Call, Effect, Event, Flow, MaybeSent, NotSent, Page, Pause, Reply
from qcontract.transport.wire import Destination, Timeouts, set_up, translated

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
        self._pool: tuple[object, httpx.AsyncBaseTransport] | None = None

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
        if self._pool is not None and self._pool[0] == current_token():
            await self._pool[1].aclose()
        self._pool = None

    async def advance(self, flow: Flow[T]) -> Page[Any] | _End[T]:
        """Perform effects until the flow delivers a page or ends; a flow that is left on the way is closed."""
        reply: Reply | None = None
        failure: NotSent | MaybeSent | None = None
        try:
            while True:
                try:
                    effect: Effect = flow.send(reply) if failure is None else flow.throw(failure)
                except StopIteration as stop:
                    return _End(cast("T", stop.value))
                reply = failure = None
                if isinstance(effect, Call):
                    try:
                        reply = await self._exchange(effect)
                    except (NotSent, MaybeSent) as error:
                        failure = error
                elif isinstance(effect, Page):
                    return effect
                else:
                    self._on_event(effect)
                    if isinstance(effect, Pause):
                        await self._pause(effect.seconds)
        except BaseException:  # a cancellation, too
            flow.close()
            raise

    async def _pause(self, seconds: float) -> None:
        if self._sleep is None:
            await anyio.sleep(seconds)
        else:
            self._sleep(seconds)
            await checkpoint()  # a pause stays a moment at which the caller can cancel

    async def _exchange(self, call: Call[Any]) -> Reply:
        transport = self._connections()
        request = self._destination.build(call.request, self._timeouts.within(call.patience))
        with translated():
            response = await transport.handle_async_request(request)
            try:
                await response.aread()
            finally:
                await response.aclose()
            return self._destination.read(response)

    def _connections(self) -> httpx.AsyncBaseTransport:
        """Return the connections of the running event loop: those of a loop that has ended cannot be used again."""
        loop = current_token()
        if self._pool is None or self._pool[0] != loop:
            with set_up():
                transport = self._transport or httpx.AsyncHTTPTransport(**self._destination.connections())
            self._pool = loop, transport
        return self._pool[1]


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
