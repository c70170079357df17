"""The emulator as an ASGI application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qcontract import errors

from .http import MAX_BODY, Request, Response

if TYPE_CHECKING:
    from starlette.requests import Request as StarletteRequest
    from starlette.types import ASGIApp, Receive, Scope, Send

    from .emulator import Emulator

__all__ = ["application"]


def application(emulator: Emulator) -> ASGIApp:
    """Return an application that answers every request in a thread, since an answer waits for the disk.

    Raises:
        MissingExtra: starlette is not installed.
    """
    try:
        from starlette import requests, responses
        from starlette.concurrency import run_in_threadpool
    except ImportError:
        raise errors.MissingExtra("emulator", "the emulator's server") from None

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        incoming = requests.Request(scope, receive)
        request = Request(
            incoming.method,
            _path(scope),
            scope["query_string"].decode("latin-1"),
            _headers(incoming),
            await _body(incoming),
        )
        answer: Response = await run_in_threadpool(emulator.handle, request)
        await responses.Response(answer.body, answer.status, dict(answer.headers))(scope, receive, send)

    return app


def _path(scope: Scope) -> str:
    """Return the path as it was sent, for which a decoded slash is not the same as a slash."""
    raw: bytes | None = scope.get("raw_path")
    path: str = raw.decode("latin-1") if raw else scope["path"]
    return path.partition("?")[0]


def _headers(request: StarletteRequest) -> dict[str, str]:
    return {name.lower(): value for name, value in request.headers.items()}


async def _body(request: StarletteRequest) -> bytes:
    """Read the body, and no more of it than shows that it is too long."""
    received = bytearray()
    async for chunk in request.stream():
        if len(received) <= MAX_BODY:
            received += chunk
    return bytes(received)
