"""uvicorn's HTTP, with a bound on a request's head, and with a way for the application to end the connection.

The class that is extended is uvicorn's own and not part of its interface; tests hold it to what is used here.
"""

from __future__ import annotations

from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from .app import DISCONNECT

__all__ = ["MAX_HEAD", "Protocol"]

MAX_HEAD: Final = 64 * 1024
"""Bytes of path, query and headers together."""

_TOO_LARGE: Final = (
    b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-type: text/plain\r\ncontent-length: 0\r\n"
    b"connection: close\r\n\r\n"
)


class Protocol(HttpToolsProtocol):
    """One connection."""

    _head = 0
    _unread = 0
    _in_head = True

    def data_received(self, data: bytes) -> None:
        """Take bytes; those of a head that does not end count as well."""
        self._unread += len(data)
        super().data_received(data)
        if self._in_head and self._unread > 2 * MAX_HEAD:
            self._refuse()

    def on_message_begin(self) -> None:
        """Begin a request, and offer to end the connection."""
        super().on_message_begin()
        self._head, self._in_head = 0, True
        extended: Any = self.scope
        extended["extensions"] = {DISCONNECT: self.transport.close}

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

    def on_message_complete(self) -> None:
        """Take the end of the request."""
        super().on_message_complete()
        self._unread, self._in_head = 0, True

    def send_400_response(self, msg: str) -> None:
        """Say that this is no HTTP, unless something was said already."""
        if not self.transport.is_closing():
            super().send_400_response(msg)

    def _weigh(self, size: int) -> None:
        self._head += size
        if self._head > MAX_HEAD:
            self._refuse()
            raise ValueError("the request's head is too large")

    def _refuse(self) -> None:
        if not self.transport.is_closing():
            self.transport.write(_TOO_LARGE)
            self.transport.close()
