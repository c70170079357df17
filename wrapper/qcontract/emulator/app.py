"""The emulator as an ASGI application."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import anyio
import anyio.to_thread

from qcontract.transport.delivery import AT_ONCE, Delivery, Disconnected

from .http import MAX_BODY, Request, Response

if TYPE_CHECKING:
    from .emulator import Emulator

__all__ = ["DISCONNECT", "application"]

_TOO_LARGE: Final = 413
_READ: Final = 4 * MAX_BODY
"""So much of a body is read before its sender hears that it is too long, since many listen only when they are done."""

DISCONNECT: Final = "qcontract.disconnect"
"""Extension of a scope: ends the connection. A server that does not offer it is shown an exception instead."""

Scope: TypeAlias = MutableMapping[str, Any]
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]


def application(emulator: Emulator) -> App:
    """Return an application that answers at once what only reads, and the rest in a thread, since disks are slow."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        method: str = scope["method"]
        body = await _body(receive)
        if body is None:
            return
        request = Request(method, _path(scope), scope["query_string"].decode("latin-1"), _headers(scope), body)
        if method in ("GET", "HEAD"):
            answer = emulator.handle(request)
        else:
            answer = await anyio.to_thread.run_sync(emulator.handle, request)
        if answer.delivery == AT_ONCE:
            await send(_start(answer))
            await send({"type": "http.response.body", "body": b"" if method == "HEAD" else answer.body})
        else:
            await _deliver(answer, answer.delivery, scope, receive, send)

    return app


async def _deliver(answer: Response, how: Delivery, scope: Scope, receive: Receive, send: Send) -> None:
    """Send an answer as a network would that does not work well."""
    await anyio.sleep(how.delay)
    try:
        if how.drop:
            raise Disconnected
        await send(_start(answer))
        for pause, part in how.parts(answer.body):
            await anyio.sleep(pause)
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
    except Disconnected:
        end = scope.get("extensions", {}).get(DISCONNECT)
        if end is None:
            raise
        end()
        while (await receive())["type"] != "http.disconnect":
            pass


def _start(answer: Response) -> Message:
    headers = [(name.encode("latin-1"), value.encode("latin-1", "replace")) for name, value in answer.headers.items()]
    headers.append((b"content-length", str(len(answer.body)).encode()))
    if answer.status == _TOO_LARGE:
        headers.append((b"connection", b"close"))
    return {"type": "http.response.start", "status": answer.status, "headers": headers}


def _path(scope: Scope) -> str:
    """Return the path as it was sent, for which a decoded slash is not the same as a slash."""
    raw: bytes | None = scope.get("raw_path")
    path: str = raw.decode("latin-1") if raw else scope["path"]
    return path.partition("?")[0]


def _headers(scope: Scope) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}


async def _body(receive: Receive) -> bytes | None:
    """Read the body, and keep no more of it than shows that it is too long; None when the client leaves before its end.

    Half a submission is not performed.
    """
    received = bytearray()
    size, more = 0, True
    while more and size <= _READ:
        message = await receive()
        if message["type"] != "http.request":
            return None
        part: bytes = message.get("body", b"")
        size += len(part)
        if len(received) <= MAX_BODY:
            received += part
        more = message.get("more_body", False)
    return bytes(received)
