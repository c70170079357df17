"""The sync driver: performs the effects of a flow, one after the other."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterator
from typing import Any, TypeVar, cast

import httpx

from qcontract.flow.effects import Call, Effect, Event, Flow, Page, Pause, Reply, Unheard
from qcontract.transport.wire import Arrival, Destination, Timeouts, set_up, tell, translated

__all__ = ["SyncDriver"]

T = TypeVar("T")


class SyncDriver:
    """Runs flows over one connection pool.

    Args:
        destination: Where requests go.
        timeouts: Time limits of one request.
        transport: An ``httpx.BaseTransport`` instead of the network.
        on_event: Called with every event that is not IO.
        sleep: What to do instead of really pausing; see ``Context``.
    """

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
        self._on_event = on_event
        self._sleep = sleep or time.sleep
        self._given: httpx.BaseTransport | None = transport
        self._pool = self._open()

    def run(self, flow: Flow[T]) -> T:
        """Run a flow to its end and return its value."""
        steps = self._perform(flow)
        while True:
            try:
                next(steps)
            except StopIteration as stop:
                return cast("T", stop.value)

    def pages(self, flow: Flow[None]) -> Iterator[Page[Any]]:
        """Run a flow and deliver its pages as they come."""
        return self._perform(flow)

    def close(self) -> None:
        """Close the connections, unless they are another process's."""
        process, transport = self._pool
        if process == os.getpid():
            transport.close()

    def _perform(self, flow: Flow[T]) -> Generator[Page[Any], None, T]:
        reply: Reply | None = None
        failure: BaseException | None = None
        while True:
            try:
                effect: Effect = flow.send(reply) if failure is None else flow.throw(failure)
            except StopIteration as stop:
                return cast("T", stop.value)
            except Unheard as unheard:
                raise unheard.error from unheard.error.__cause__
            reply = failure = None
            try:
                if isinstance(effect, Call):
                    reply = self._exchange(effect)
                elif isinstance(effect, Page):
                    yield effect
                else:
                    tell(self._on_event, effect)
                    if isinstance(effect, Pause):
                        self._sleep(effect.seconds)
            except BaseException as error:  # an interruption, too: the flow may know what must not be forgotten
                failure = error

    def _exchange(self, call: Call[Any]) -> Reply:
        request, deadline = self._destination.build(call.request, self._timeouts.within(call.patience))
        arrival = Arrival(deadline)
        with translated():
            response = self._connections().handle_request(request)
            try:
                for piece in response.iter_bytes():
                    if not arrival.goes_on(piece):
                        break
            finally:
                response.close()
            return self._destination.read(response, arrival.content)

    def _connections(self) -> httpx.BaseTransport:
        """Return the connections of this process: on those from before a fork, answers to the parent arrive as well."""
        if self._pool[0] != os.getpid():
            self._pool = self._open()
        return self._pool[1]

    def _open(self) -> tuple[int, httpx.BaseTransport]:
        with set_up():
            return os.getpid(), self._given or httpx.HTTPTransport(**self._destination.connections())
