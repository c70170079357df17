"""Connections that end in another way than they should, and a server that stops meanwhile."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.client import HTTPResponse
from typing import Any

import pytest
from qcontract.emulator import Emulator, Server, protocol, serve
from support.sockets import raw

KEY = b"Host: localhost\r\nAuthorization: apiKey test-key\r\nContent-Type: application/json\r\n"
HALF = b"POST /v0.4/jobs HTTP/1.1\r\n" + KEY + b"Content-Length: 1000\r\n\r\n{"
LONG = b"POST /v0.4/jobs HTTP/1.1\r\n" + KEY + b"Content-Length: 4000000000\r\n"


@pytest.fixture
def emulator(anew: Emulator) -> Emulator:
    return anew


@pytest.fixture
def stopping(emulator: Emulator, capfd: pytest.CaptureFixture[str]) -> Iterator[Server]:
    """Return a server of the test's own, which says nothing until it has ended."""
    capfd.readouterr()
    with serve(emulator) as server:
        yield server
    assert capfd.readouterr() == ("", "")


def whoami(fault: str = "", more: bytes = b"") -> bytes:
    asked = f"X-Qcontract-Fault: {fault}\r\n".encode() if fault else b""
    return b"GET /v0.4/whoami HTTP/1.1\r\n" + KEY + asked + more + b"\r\n"


def settling(seconds: float = 30) -> bytes:
    body = json.dumps({"timeout": seconds}).encode()
    return b"POST /_qcontract/settle HTTP/1.1\r\n" + KEY + f"Content-Length: {len(body)}\r\n\r\n".encode() + body


def status(connection: socket.socket) -> int:
    """Read one answer whole."""
    answer = HTTPResponse(connection)
    answer.begin()
    answer.read()
    return answer.status


def tasks(server: Server) -> set[Any]:
    return server._server.server_state.tasks


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


@pytest.mark.parametrize("path", [b"/v0.4/jobs", b"/_qcontract/faults"])
@pytest.mark.parametrize("more", [b"", b"Expect: 100-continue\r\n"], ids=["", "expect"])
def test_a_body_that_says_it_is_too_long_is_refused_before_it_comes(server: Server, path: bytes, more: bytes) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=1) as connection:
        connection.sendall(LONG.replace(b"/v0.4/jobs", path) + more + b"\r\n")
        answer = connection.recv(65536)
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"connection: close" in answer


def test_nobody_is_told_to_send_a_body_that_is_refused(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=2) as connection:
        connection.sendall(LONG + b"Expect: 100-continue\r\n\r\n")
        received = b""
        while part := connection.recv(65536):  # until it is closed, since no body will come
            received += part
    assert b"100 Continue" not in received
    assert json.loads(received.partition(b"\r\n\r\n")[2])["statusCode"] == 413


def test_a_sender_who_listens_only_at_the_end_hears_it_too(server: Server) -> None:
    body = b"x" * (12 << 20)
    head = b"POST /v0.4/jobs HTTP/1.1\r\n" + KEY + f"Content-Length: {len(body)}\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as connection:
        connection.sendall(head + body)  # which fails when nobody reads it
        assert status(connection) == 413


@pytest.mark.parametrize("fault", ["drop-before", "drop-after", "truncate; keep=0.5"])
def test_nothing_is_left_of_a_connection_that_was_dropped_with_requests_waiting(server: Server, fault: str) -> None:
    answer = raw(server, whoami(fault) + whoami())
    assert answer.count(b"HTTP/1.1") == ("truncate" in fault)
    until(lambda: not tasks(server))


@pytest.mark.parametrize("fault", ["latency; seconds=30", "drip; seconds=60; pieces=2"])
@pytest.mark.parametrize("number", [1, 2])
def test_nobody_answers_a_client_who_has_left(server: Server, fault: str, number: int) -> None:
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(whoami(fault) * number)
        until(lambda: bool(tasks(server)))
    until(lambda: not tasks(server))


@pytest.mark.parametrize("fault", ["latency; seconds=30", "drip; seconds=60; pieces=2"])
def test_a_server_that_stops_does_not_wait_for_answers_that_are_late_on_purpose(stopping: Server, fault: str) -> None:
    with socket.create_connection(("127.0.0.1", stopping.port)) as connection:
        connection.sendall(whoami(fault) * 2)
        until(lambda: bool(tasks(stopping)))
        started = time.monotonic()
        stopping.stop()
        assert time.monotonic() - started < 1.5


@pytest.mark.parametrize("sent", [settling(), settling() + whoami(), HALF], ids=range(3))
def test_a_server_that_stops_gives_up_what_does_not_end(
    stopping: Server, emulator: Emulator, client: Any, circuit_job: Any, monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    monkeypatch.setattr(protocol, "_GRACE_SECONDS", 0.2)
    emulator.set_lifecycle("timed")
    client("POST", "/v0.4/jobs", circuit_job())
    with socket.create_connection(("127.0.0.1", stopping.port)) as connection:
        connection.sendall(sent)
        until(lambda: bool(tasks(stopping)))
        started = time.monotonic()
        stopping.stop()
        assert time.monotonic() - started < 1.5


def test_a_server_that_stops_finishes_what_is_being_made(
    stopping: Server, emulator: Emulator, client: Any, circuit_job: Any
) -> None:
    emulator.set_lifecycle("timed")
    client("POST", "/v0.4/jobs", circuit_job())
    with socket.create_connection(("127.0.0.1", stopping.port)) as connection:
        connection.sendall(whoami("latency; seconds=0.001"))
        assert status(connection) == 200
        connection.sendall(settling(0.4))
        until(lambda: bool(tasks(stopping)))
        stopper = threading.Thread(target=stopping.stop)
        stopper.start()
        assert status(connection) == 200
        stopper.join()


def test_those_who_wait_for_jobs_keep_nobody_out(
    server: Server, emulator: Emulator, client: Any, circuit_job: Any
) -> None:
    emulator.set_lifecycle("timed")
    job = client("POST", "/v0.4/jobs", circuit_job()).json()["id"]
    with ExitStack() as waiting:
        for _ in range(60):
            connection = waiting.enter_context(socket.create_connection(("127.0.0.1", server.port)))
            connection.sendall(settling())
        until(lambda: len(tasks(server)) == 60)
        asked = f"DELETE /v0.4/jobs/{job} HTTP/1.1\r\n".encode() + KEY + b"\r\n"
        assert raw(server, asked).startswith(b"HTTP/1.1 200")
        until(lambda: not tasks(server))
