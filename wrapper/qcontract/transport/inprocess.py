"""Transports that answer inside this process, for the emulator and for scripted servers in tests."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, MutableMapping
from typing import Any, TypeAlias

import anyio
import httpx

from .delivery import AT_ONCE, Delivery, Disconnected

__all__ = ["AsgiApp", "AsyncTransport", "Handler", "Transport", "asgi_transport", "mock_transport"]

Transport: TypeAlias = httpx.MockTransport
"""What :func:`mock_transport` returns, for annotations where httpx is not imported."""

AsyncTransport: TypeAlias = httpx.AsyncBaseTransport
"""What :func:`asgi_transport` returns."""

Handler: TypeAlias = Callable[
    [str, str, Mapping[str, str], bytes],
    "tuple[int, Mapping[str, str], bytes] | tuple[int, Mapping[str, str], bytes, Delivery]",
]
"""``(method, url, headers, body) -> (status, headers, body[, delivery])``; header names are in lower case."""

AsgiApp: TypeAlias = Callable[
    [
        MutableMapping[str, Any],
        Callable[[], Awaitable[MutableMapping[str, Any]]],
        Callable[[MutableMapping[str, Any]], Awaitable[None]],
    ],
    Awaitable[None],
]


def mock_transport(handler: Handler) -> httpx.MockTransport:
    """Return a transport for sync and async clients that calls ``handler`` for every request.

    An answer that does not travel as it should fails with the exception that a network would have caused; time limits
    of the request hold for its delays.
    """

    def answer(request: httpx.Request) -> httpx.Response:
        headers = {name.lower(): value for name, value in request.headers.items()}
        status, answered, body, *how = handler(request.method, str(request.url), headers, request.read())
        delivery = how[0] if how else AT_ONCE
        if delivery == AT_ONCE:
            return httpx.Response(status, headers=dict(answered), content=body)
        time.sleep(_patience(request, delivery.delay))
        if delivery.drop:
            raise _no_answer(request)
        sized = {**answered, "content-length": str(len(body))}
        return httpx.Response(status, headers=sized, stream=_Body(request, body, delivery))

    return httpx.MockTransport(answer)


class _Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that comes late or not whole."""

    def __init__(self, request: httpx.Request, body: bytes, delivery: Delivery) -> None:
        self._request = request
        self._body = body
        self._delivery = delivery

    def __iter__(self) -> Iterator[bytes]:
        try:
            for pause, part in self._delivery.parts(self._body):
                time.sleep(_patience(self._request, pause))
                yield part
        except Disconnected:
            raise _cut(self._request) from None

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            for pause, part in self._delivery.parts(self._body):
                await anyio.sleep(_patience(self._request, pause))
                yield part
        except Disconnected:
            raise _cut(self._request) from None


def _patience(request: httpx.Request, seconds: float) -> float:
    """Return the seconds to wait, or wait as long as the client does and fail as its socket would."""
    limit: float | None = request.extensions.get("timeout", {}).get("read")
    if limit is None or seconds < limit:
        return seconds
    time.sleep(limit)
    raise httpx.ReadTimeout("timed out", request=request)


def _no_answer(request: httpx.Request) -> httpx.RemoteProtocolError:
    return httpx.RemoteProtocolError("Server disconnected without sending a response.", request=request)


def _cut(request: httpx.Request) -> httpx.RemoteProtocolError:
    message = "peer closed connection without sending complete message body"
    return httpx.RemoteProtocolError(message, request=request)


def asgi_transport(app: AsgiApp) -> httpx.AsyncBaseTransport:
    """Return an async transport that calls an ASGI application.

    Where the application raises ``Disconnected``, the client gets the exception that a network would have caused.
    """
    return _AsgiTransport(app)


class _AsgiTransport(httpx.AsyncBaseTransport):
    def __init__(self, app: AsgiApp) -> None:
        self._app = app

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        started = False

        async def watched(scope: Any, receive: Any, send: Any) -> None:
            async def sent(message: MutableMapping[str, Any]) -> None:
                nonlocal started
                started = True
                await send(message)

            await self._app(scope, receive, sent)

        limit: float | None = request.extensions.get("timeout", {}).get("read")
        try:
            with anyio.fail_after(limit):
                return await httpx.ASGITransport(watched).handle_async_request(request)
        except Disconnected:
            raise (_cut if started else _no_answer)(request) from None
        except TimeoutError:
            raise httpx.ReadTimeout("timed out", request=request) from None
