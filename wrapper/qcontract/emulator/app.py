"""The emulator as an ASGI application."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import anyio
import anyio.to_thread

from qcontract.transport.delivery import AT_ONCE, Delivery, Disconnected

from .http import MAX_BODY, Request, Response

if TYPE_CHECKING:
    from .emulator import Emulator

__all__ = ["DISCONNECT", "EXPENDABLE", "App", "Receive", "Scope", "Send", "application"]

_TOO_LARGE: Final = 413
_READ: Final = 4 * MAX_BODY
"""So much of a body that is too long is read before the connection ends, since many listen only when they are done."""

_LISTENING_SECONDS: Final = 5.0
"""How long its sender has for that."""

_PART: Final = 1 << 18
"""Bytes of a body that are handed over at once."""

_TOO_LONG: Final = bytes(MAX_BODY + 1)
"""Stands for a body that says that it is too long."""

DISCONNECT: Final = "qcontract.disconnect"
"""Extension of a scope: ends the connection. A server that does not offer it is shown an exception instead."""

EXPENDABLE: Final = "qcontract.expendable"
"""Extension of a scope: says that a server which stops need not wait for this answer."""

Scope: TypeAlias = MutableMapping[str, Any]
Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]


def application(emulator: Emulator) -> App:
    """Return an application that answers at once what reads little, and the rest in a thread, since disks are slow."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        method: str = scope["method"]
        headers = _headers(scope)
        excessive = _length(headers) > MAX_BODY
        body = _TOO_LONG if excessive else await _body(receive)
        if body is None:
            return
        request = Request(method, _path(scope), scope["query_string"].decode("latin-1"), headers, body)
        if method in ("GET", "HEAD") and not emulator.takes_long(request):
            answer = emulator.handle(request)
        else:
            answer = await anyio.to_thread.run_sync(emulator.handle, request)
        if excessive:
            await _interrupt(answer, headers, scope, receive, send)
        elif answer.delivery == AT_ONCE:
            await _send(answer, b"" if method == "HEAD" else answer.body, send)
        else:
            await _deliver(answer, answer.delivery, scope, receive, send)

    return app


async def _send(answer: Response, body: bytes, send: Send) -> None:
    """Send an answer, a long one by the part: to hand it over as one would take long as well."""
    await send(_start(answer))
    last = max(0, len(body) - 1) // _PART * _PART
    for place in range(0, last, _PART):
        await send({"type": "http.response.body", "body": body[place : place + _PART], "more_body": True})
    await send({"type": "http.response.body", "body": body[last:]})


async def _interrupt(answer: Response, headers: Mapping[str, str], scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a body that is too long before it comes; who sends it without being asked may do so before the end."""
    await send(_start(answer, last=True))
    await send({"type": "http.response.body", "body": answer.body, "more_body": True})
    if "expect" not in headers:
        _say(scope, EXPENDABLE)
        with anyio.move_on_after(_LISTENING_SECONDS):
            await _body(receive)
    await send({"type": "http.response.body", "body": b""})


async def _deliver(answer: Response, how: Delivery, scope: Scope, receive: Receive, send: Send) -> None:
    """Send an answer as a network would that does not work well."""
    _say(scope, EXPENDABLE)
    try:
        await _pause(how.delay, receive)
        if how.drop:
            raise Disconnected
        await send(_start(answer))
        for pause, part in how.parts(answer.body):
            await _pause(pause, receive)
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
    except Disconnected:
        if not _say(scope, DISCONNECT):
            raise
        await _departure(receive)


async def _pause(seconds: float, receive: Receive) -> None:
    """Let time pass, as long as the client is there."""
    if seconds:
        with anyio.move_on_after(seconds):
            await _departure(receive)


async def _departure(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _say(scope: Scope, extension: str) -> bool:
    """Tell the server something; return whether it offers to listen."""
    offered = scope.get("extensions", {}).get(extension)
    if offered is None:
        return False
    offered()
    return True


def _start(answer: Response, *, last: bool = False) -> Message:
    headers = [(name.encode("latin-1"), value.encode("latin-1", "replace")) for name, value in answer.headers.items()]
    headers.append((b"content-length", str(len(answer.body)).encode()))
    if last or answer.status == _TOO_LARGE:
        headers.append((b"connection", b"close"))
    return {"type": "http.response.start", "status": answer.status, "headers": headers}


def _path(scope: Scope) -> str:
    """Return the path as it was sent, for which a decoded slash is not the same as a slash."""
    raw: bytes | None = scope.get("raw_path")
    path: str = raw.decode("latin-1") if raw else scope["path"]
    return path.partition("?")[0]


def _headers(scope: Scope) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}


def _length(headers: Mapping[str, str]) -> int:
    """Return what a body says about its length; servers let nothing but digits through."""
    given = headers.get("content-length", "")
    return int(given) if given.isdecimal() and len(given) < 20 else 0


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
