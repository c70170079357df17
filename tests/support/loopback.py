"""A server of plain HTTP on this machine, for what has to go over a socket: the command line and other processes."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import socket

from attrs import define, field
from support.scripted import Answer, Asked


@define
class Loopback:
    """A running server; `requests` remembers what it was asked."""

    origin: str
    requests: list[Asked] = field(factory=list)

    def sent(self, method: str) -> list[Asked]:
        """The requests so far with one method."""
        return [asked for asked in self.requests if asked.method == method]

    @property
    def token(self) -> str:
        """The token that the last submission carried."""
        body = json.loads(self.sent("POST")[-1].body)
        token: str = (body.get("metadata") or body["tags"])["qcontract_token"]
        return token


@contextmanager
def loopback(answer: Callable[[Asked], Answer]) -> Iterator[Loopback]:
    """Serve until the block ends; every request is given to `answer`."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # headers and body in one packet: in two, the second waits for the first to be acknowledged

        def handle_any(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(self.command, self.path, headers, self.rfile.read(length))
            served.requests.append(asked)
            status, named, body = answer(asked)
            self.send_response(status)
            for name, value in {**named, "content-length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_DELETE = handle_any  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Say nothing: a client that was interrupted hangs up."""

    with Server(("127.0.0.1", 0), Handler) as server:
        served = Loopback(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


def closed_origin() -> str:
    """An address on this machine where nobody listens."""
    with socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{unused.getsockname()[1]}"
