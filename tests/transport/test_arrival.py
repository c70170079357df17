"""An answer takes no longer than it may, is no larger than any answer, and reaches whoever asked for it."""

from __future__ import annotations

import asyncio
import gzip
import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import anyio
import httpx
import pytest
from qcontract import (
    AsyncIonQ,
    Backoff,
    Circuit,
    ConnectionFailed,
    IonQ,
    RequestTimeout,
    SubmissionUnknown,
    WaitTimeout,
)
from qcontract.transport.wire import Deadline, Timeouts
from support.client import DRIVERS, KEY, bench
from support.loopback import loopback
from support.scripted import Answer, Asked, answer
from support.services import JOB, V04

ONCE = Backoff(attempts=1)
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n"
CIRCUIT = Circuit(1).x(0)


@contextmanager
def serving(say: Callable[[socket.socket], None]) -> Iterator[str]:
    """A server that hears one request of each connection, and then says what it likes."""

    def serve(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.recv(65536)
            say(connection)

    def accept() -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def trickle(connection: socket.socket) -> None:
    """A byte now and then, always sooner than anybody stops to wait for one."""
    connection.sendall(HEAD + b"content-length: 100000\r\n\r\n")
    for _ in range(200):
        connection.sendall(b" ")
        time.sleep(0.05)


def use(driver: str, url: str, call: Callable[[Any], Any], **options: Any) -> Any:
    """Call a method of a client with a real transport."""
    given = {"key": KEY, "base_url": url, "retry": ONCE, **options}
    if driver == "sync":
        with IonQ(**given) as client:
            return call(client)

    async def main() -> Any:
        async with AsyncIonQ(**given) as client:
            return await call(client)

    return anyio.run(main, backend=driver)


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda client: client.jobs.get(JOB), RequestTimeout),
        (lambda client: client.jobs.submit(CIRCUIT), SubmissionUnknown),
        (lambda client: client.jobs.wait(JOB, timeout=0.3), WaitTimeout),
    ],
    ids=["get", "submit", "wait"],
)
def test_an_answer_that_trickles_is_given_up(driver: str, call: Callable[[Any], Any], error: type[Exception]) -> None:
    start = time.monotonic()
    with serving(trickle) as url, pytest.raises(error):
        use(driver, url, call, timeout=0.5)
    assert time.monotonic() - start < 7  # by itself it would take ten seconds


def test_of_each_phase_only_what_is_left_may_be_used() -> None:
    deadline = Deadline(Timeouts.each(30.0).within(0.2))
    assert deadline.get("connect") <= 0.2
    assert deadline.get("sip") is None
    time.sleep(0.1)
    assert 0 < deadline.get("read") <= 0.1
    time.sleep(0.15)
    assert 0 < deadline.get("read") < 0.01
    assert deadline.left < 0


@pytest.mark.parametrize("driver", DRIVERS)
def test_an_answer_that_swells_is_given_up(driver: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few kilobytes of gzip can be gigabytes of nothing."""
    monkeypatch.setattr("qcontract.transport.wire._MOST_BYTES", 2**20)
    bomb = gzip.compress(b" " * 2**23)
    assert len(bomb) < 2**14
    head = HEAD + b"content-encoding: gzip\r\ncontent-length: %d\r\n\r\n" % len(bomb)
    with serving(lambda connection: connection.sendall(head + bomb)) as url:
        with pytest.raises(ConnectionFailed, match="larger than 1 MiB"):
            use(driver, url, lambda client: client.jobs.get(JOB))
        with pytest.raises(SubmissionUnknown, match="larger than 1 MiB"):
            use(driver, url, lambda client: client.jobs.submit(CIRCUIT))


FORKING = """
import os, sys
from qcontract import IonQ, QContractError
client = IonQ(key="test-key", base_url=sys.argv[1])
client.jobs.get("both")
child = os.fork()
mine = "parent" if child else "child"
wrong = 0
for _ in range(20):
    try:
        wrong += client.jobs.get(mine).id != mine
    except QContractError as error:
        wrong += 1
client.close()
if not child:
    os._exit(wrong)
sys.exit(wrong + os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_after_a_fork_everybody_gets_their_own_answers() -> None:
    def reply(asked: Asked) -> Answer:
        time.sleep(0.005)
        return answer(200, V04.job(job_id=asked.path.rpartition("/")[2]))

    with loopback(reply) as server:
        found = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", FORKING, server.origin], timeout=60, capture_output=True, check=False
        )
    assert (found.returncode, found.stderr) == (0, b"")
    assert len(server.requests) == 41


def test_threads_with_event_loops_of_their_own_do_not_close_each_others_connections(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[object] = []

    class Transport(httpx.AsyncBaseTransport):
        def __init__(self, **_: object) -> None:
            made.append(self)

        async def handle_async_request(self, _: httpx.Request) -> httpx.Response:
            await asyncio.sleep(0.002)
            return httpx.Response(200, content=json.dumps(V04.job()).encode())

    monkeypatch.setattr(httpx, "AsyncHTTPTransport", Transport)
    client = AsyncIonQ(key=KEY, base_url="http://127.0.0.1:9")
    seen: list[str] = []

    async def main() -> None:
        seen.extend([(await client.jobs.get(JOB)).id for _ in range(10)])

    threads = [threading.Thread(target=lambda: asyncio.run(main())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [JOB] * 40
    assert len(made) == 4


def test_a_look_near_the_deadline_has_little_time() -> None:
    limits: list[Any] = []

    def hang(request: httpx.Request) -> httpx.Response:
        limits.append(request.extensions["timeout"].get("read"))
        raise httpx.ReadTimeout("hangs")

    b = bench(options={"transport": httpx.MockTransport(hang)})
    assert isinstance(b.attempt("jobs.wait", JOB, timeout=60), WaitTimeout)
    assert limits[0] == 30.0
    assert limits[-1] <= 1.0
