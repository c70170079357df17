"""Bytes to a server and back, and the memory of this process."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path

from qcontract.emulator import Server

ALIVE = b"GET /v0.4/backends HTTP/1.1\r\nHost: h\r\n\r\n"


def raw(server: Server, sent: bytes, *, half_close: bool = False) -> bytes:
    """Send bytes and return what comes back until the server closes or is silent."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=2) as connection:
        try:
            connection.sendall(sent)
            if half_close:
                time.sleep(0.05)  # what was sent is read before the end is seen
                connection.shutdown(socket.SHUT_WR)
        except ConnectionError:
            pass
        received = b""
        try:
            while part := connection.recv(65536):
                received += part
                if b"\r\n\r\n" in received and not half_close and received.endswith((b"}", b"]")):
                    break
        except (TimeoutError, ConnectionError):
            pass
        return received


def memory() -> int:
    """Return the bytes that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
