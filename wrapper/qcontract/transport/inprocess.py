"""Transports that answer inside this process, for the emulator and for scripted servers in tests."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any, TypeAlias

import httpx

__all__ = ["Handler", "asgi_transport", "mock_transport"]

Handler: TypeAlias = Callable[[str, str, Mapping[str, str], bytes], "tuple[int, Mapping[str, str], bytes]"]
"""``(method, url, headers, body) -> (status, headers, body)``; header names are in lower case."""

AsgiApp: TypeAlias = Callable[
    [
        MutableMapping[str, Any],
        Callable[[], Awaitable[MutableMapping[str, Any]]],
        Callable[[MutableMapping[str, Any]], Awaitable[None]],
    ],
    Awaitable[None],
]


def mock_transport(handler: Handler) -> httpx.MockTransport:
    """Return a transport for sync and async clients that calls ``handler`` for every request."""

    def answer(request: httpx.Request) -> httpx.Response:
        headers = {name.lower(): value for name, value in request.headers.items()}
        status, answered, body = handler(request.method, str(request.url), headers, request.read())
        return httpx.Response(status, headers=dict(answered), content=body)

    return httpx.MockTransport(answer)


def asgi_transport(app: AsgiApp) -> httpx.ASGITransport:
    """Return an async transport that calls an ASGI application."""
    return httpx.ASGITransport(app=app, raise_app_exceptions=False)
