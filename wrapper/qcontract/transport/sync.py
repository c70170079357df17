"""The sync driver: performs the effects of a flow, one after the other."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator
from typing import Any, TypeVar, cast

import httpx

from qcontract.flow.effects import Call, Effect, Event, Flow, MaybeSent, NotSent, Page, Pause, Reply
from qcontract.transport.wire import Destination, Timeouts, set_up, translated

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
        with set_up():
            self._transport: httpx.BaseTransport = transport or httpx.HTTPTransport(**destination.connections())

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
        """Close the connections."""
        self._transport.close()

    def _perform(self, flow: Flow[T]) -> Generator[Page[Any], None, T]:
        reply: Reply | None = None
        failure: NotSent | MaybeSent | None = None
        try:
            while True:
                try:
                    effect: Effect = flow.send(reply) if failure is None else flow.throw(failure)
                except StopIteration as stop:
                    return cast("T", stop.value)
                reply = failure = None
                if isinstance(effect, Call):
                    try:
                        reply = self._exchange(effect)
                    except (NotSent, MaybeSent) as error:
                        failure = error
                elif isinstance(effect, Page):
                    yield effect
                else:
                    self._on_event(effect)
                    if isinstance(effect, Pause):
                        self._sleep(effect.seconds)
        finally:
            flow.close()

    def _exchange(self, call: Call[Any]) -> Reply:
        request = self._destination.build(call.request, self._timeouts.within(call.patience))
        with translated():
            response = self._transport.handle_request(request)
            try:
                response.read()
            finally:
                response.close()
            return self._destination.read(response)
