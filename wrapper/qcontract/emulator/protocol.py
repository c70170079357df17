"""uvicorn's HTTP, with a bound on a request's head, and with what an application may say about its connection.

The classes that are extended are uvicorn's own and not part of its interface; tests hold them to what is used here.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from typing import Any, Final

import anyio.to_thread
import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from .app import DISCONNECT, EXPENDABLE, App, Receive, Scope, Send

__all__ = ["MAX_HEAD", "HttpServer", "Protocol", "quiet"]

MAX_HEAD: Final = 64 * 1024
"""Bytes of path, query and headers together."""

_GRACE_SECONDS: Final = 2.0
"""How long a server that stops waits for answers that are being made."""

_THREADS: Final = 500
"""How many answers are made at once: those that wait for a job must not keep out what would let it go on."""

_TOO_LARGE: Final = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: text/plain\r\ncontent-length: 0\r\n"
    b"connection: close\r\n\r\n"
)


class Protocol(HttpToolsProtocol):
    """One connection."""

    _head = 0
    _unread = 0
    _in_head = True

    def __init__(self, *arguments: Any, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._cycles: list[Any] = []
        self._expendable: Any = None

    def data_received(self, data: bytes) -> None:
        """Take bytes; those of a head that does not end count as well."""
        self._unread += len(data)
        super().data_received(data)
        if self._in_head and self._unread > 2 * MAX_HEAD:
            self._refuse()

    def on_message_begin(self) -> None:
        """Begin a request, and offer what the application may say about the connection."""
        super().on_message_begin()
        self._head, self._in_head = 0, True
        extended: Any = self.scope
        extended["extensions"] = {DISCONNECT: self.transport.close, EXPENDABLE: self._expend}

    def on_url(self, url: bytes) -> None:
        """Take a piece of the address."""
        self._weigh(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header."""
        self._weigh(len(name) + len(value))
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Take the end of the head."""
        self._in_head = False
        super().on_headers_complete()
        self._cycles = [*(one for one in self._cycles if not one.response_complete), self.cycle]

    def on_message_complete(self) -> None:
        """Take the end of the request."""
        super().on_message_complete()
        self._unread, self._in_head = 0, True

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell every request of the connection; uvicorn itself tells only the last of those that follow each other."""
        super().connection_lost(exc)
        self.pipeline.clear()
        for cycle in self._cycles:
            cycle.disconnected = cycle.disconnected or not cycle.response_complete
            cycle.message_event.set()
        self._cycles.clear()

    def shutdown(self) -> None:
        """Let the server stop: at once where nobody need wait for the answer."""
        if self._expendable is not None and not self._expendable.response_complete:
            self.transport.abort()
        else:
            super().shutdown()

    def send_400_response(self, msg: str) -> None:
        """Say that this is no HTTP, unless something was said already."""
        if not self.transport.is_closing():
            super().send_400_response(msg)

    def _expend(self) -> None:
        self._expendable = next((one for one in self._cycles if not one.response_complete), None)

    def _weigh(self, size: int) -> None:
        self._head += size
        if self._head > MAX_HEAD:
            self._refuse()
            raise ValueError("the request's head is too large")

    def _refuse(self) -> None:
        if not self.transport.is_closing():
            self.transport.write(_TOO_LARGE)
            self.transport.close()


class HttpServer(uvicorn.Server):
    """A server that serves many who wait, and when it stops ends within seconds, without a word about them."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen."""
        anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
        await super().startup(sockets)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop, and end after a while what has not ended by itself."""
        asyncio.get_running_loop().call_later(_GRACE_SECONDS, self._give_up)
        await super().shutdown(sockets)

    def _give_up(self) -> None:
        self.force_exit = True
        for connection in list(self.server_state.connections):
            if connection.transport:
                connection.transport.abort()


def quiet(app: App) -> App:
    """Let nobody hear of requests that are cancelled: only a server does so that has stopped and waited long enough."""

    async def quietly(scope: Scope, receive: Receive, send: Send) -> None:
        with contextlib.suppress(asyncio.CancelledError):
            await app(scope, receive, send)

    return quietly
