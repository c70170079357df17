"""Figures of the emulator's server over TCP: CPU time of its process for each request, with few jobs and with 100,000.

A goal of 3,000 requests per second and core is one of 333 microseconds each. Workers are other processes and do not
count.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from run import KEY, interleaved, row

ROUNDS = 7
CONNECTIONS = 8
MANY = 100_000
GET = 1 / 3000
GROWTH = 50

SERVER = """
import json, os, sys, time
from pathlib import Path
from qcontract.emulator import Emulator, Request, serve

checked, body = json.loads(sys.argv[1]), sys.argv[2].encode()
headers = {"authorization": "apiKey " + sys.argv[3], "content-type": "application/json"}

def fill(number):
    for _ in range(number):
        answer = emulator.handle(Request("POST", "/v0.4/jobs", "", headers, body))
        assert answer.status == 201, answer.body
    return answer.json()["id"]

def memory():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

with Emulator(lifecycle="stepped", self_check=checked) as emulator, serve(emulator) as server:
    job = fill(200)
    emulator.step(job, "completed")
    print(json.dumps([server.port, job]), flush=True)
    for line in sys.stdin:
        what, number = line.split()
        found = time.process_time() if what == "cpu" else memory() if what == "memory" else fill(int(number))
        print(json.dumps(found), flush=True)
"""

CIRCUIT = {"gateset": "qis", "qubits": 2, "circuit": [{"gate": "h", "target": 0}, {"gate": "x", "target": 1}]}
BODY = json.dumps({"type": "ionq.circuit.v1", "backend": "simulator", "metadata": {"n": "1"}, "input": CIRCUIT})


class Server:
    """An emulator in a process of its own."""

    def __init__(self, *, checked: bool) -> None:
        command = [sys.executable, "-c", SERVER, json.dumps(checked), BODY, KEY]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._port, self.job = self._read()

    def _read(self) -> Any:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def tell(self, what: str, number: int = 0) -> Any:
        """Have the process fill its store or say how much CPU or memory it has used."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{what} {number}\n")
        self._process.stdin.flush()
        return self._read()

    def cpu(self, method: str, path: str, turns: int) -> float:
        """Return the CPU seconds of the process for one request; several connections ask ``turns`` times each."""
        body = BODY if method == "POST" else ""
        head = f"{method} /v0.4{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: apiKey {KEY}\r\n"
        asked = f"{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()
        connections = [socket.create_connection(("127.0.0.1", self._port)) for _ in range(CONNECTIONS)]
        _ask(connections, asked)
        before = self.tell("cpu")
        for _ in range(turns):
            _ask(connections, asked)
        used: float = self.tell("cpu") - before
        for connection in connections:
            connection.close()
        return used / (turns * CONNECTIONS)

    def measures(self) -> dict[str, Callable[[], float]]:
        """Everything that is asked of a server."""
        return {
            "get": partial(self.cpu, "GET", f"/jobs/{self.job}", 100),
            "post": partial(self.cpu, "POST", "/jobs", 12),
            "list": partial(self.cpu, "GET", "/jobs?limit=100", 3),
            "rare": partial(self.cpu, "GET", "/jobs?status=completed&limit=100", 12),
        }

    def stop(self) -> None:
        self._process.communicate()


def _ask(connections: list[socket.socket], asked: bytes) -> None:
    for connection in connections:
        connection.sendall(asked)
    for connection in connections:
        _receive(connection)


def _receive(connection: socket.socket) -> None:
    """Read one answer, which must be a success."""
    received = connection.recv(1 << 20)
    assert received.startswith((b"HTTP/1.1 200", b"HTTP/1.1 201")), received[:300]
    while b"\r\n\r\n" not in received:
        received += connection.recv(1 << 20)
    head, _, body = received.partition(b"\r\n\r\n")
    left = int(head.lower().partition(b"content-length:")[2].split()[0]) - len(body)
    while left:
        left -= len(connection.recv(left))


def asked() -> list[dict[str, Any]]:
    """What requests cost while there are few jobs."""
    plain, checked = Server(checked=False), Server(checked=True)
    try:
        found = interleaved(ROUNDS, **plain.measures(), checked=checked.measures()["get"])
    finally:
        plain.stop()
        checked.stop()
    return [
        figure("emulator: GET a job", found["get"], GET),
        figure("emulator: GET a job, self-check", found["checked"]),
        figure("emulator: POST a job", found["post"]),
        figure("emulator: GET a list of 100", found["list"]),
    ]


def many() -> list[dict[str, Any]]:
    """What the same requests cost when there are many jobs, as ratios to before, and the memory of the server."""
    server = Server(checked=False)
    try:
        before, held = interleaved(ROUNDS, **server.measures()), server.tell("memory")
        print(f"  submitting {MANY} jobs", end="", file=sys.stderr, flush=True)
        server.tell("fill", MANY)
        growth = (server.tell("memory") - held) / 1e6
        after = interleaved(ROUNDS, **server.measures())
    finally:
        server.stop()
    what = {"get": "GET a job", "post": "POST a job", "list": "GET a list of 100", "rare": "GET the completed ones"}
    return [
        *(
            {**row(f"{told}, {MANY} jobs / few", after[name] / before[name], 1.5), **rate(after[name])}
            for name, told in what.items()
        ),
        {**row(f"memory of {MANY} jobs / {GROWTH} MB", growth / GROWTH, 1.0), "megabytes": round(growth, 1)},
    ]


def figure(what: str, seconds: float, goal: float | None = None) -> dict[str, Any]:
    """Return a figure in CPU seconds, as a part of a GET's goal."""
    return {**row(f"{what} / {GET * 1e6:.0f} us", seconds / GET, 1.0 if goal else None), **rate(seconds)}


def rate(seconds: float) -> dict[str, Any]:
    """Return how many requests one core answers."""
    return {"seconds": round(seconds, 7), "per_second": round(1 / seconds)}


def main() -> None:
    """Measure, print a table on stderr and JSON on stdout."""
    rows = [*asked(), *many()]
    for one in rows:
        goal = "" if one["goal"] is None else f"  (goal: at most {one['goal']})"
        told = f"{one['per_second']:>7}/s" if "per_second" in one else f"{one['megabytes']:>6} MB"
        print(f"{one['what']:<48} {one['ratio']:>7.3f} {told}{goal}", file=sys.stderr)
    print(json.dumps({"schema": "qcontract.bench/1", "python": sys.version.split()[0], "figures": rows}, indent=2))


if __name__ == "__main__":
    main()
