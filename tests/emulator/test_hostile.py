"""Bad input: whatever is sent, the emulator answers in the vendor's words, stays up and does not grow."""

from __future__ import annotations

import json
import os
import random
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from qcontract.emulator import Emulator, Request, Server, serve
from qcontract.emulator.http import MAX_BODY

FAILED = {"failed"}


@pytest.fixture(scope="module")
def own() -> Iterator[Emulator]:
    with Emulator(seed=7, self_check=True, memory=1 << 30, time_limit=20) as started:
        yield started
        assert started.violations == ()


@pytest.fixture
def emulator(own: Emulator) -> Emulator:
    own.reset()
    return own


@pytest.fixture(scope="module")
def server(own: Emulator) -> Iterator[Server]:
    with serve(own) as running:
        yield running


def qasm(text: str) -> dict[str, Any]:
    return {"deviceQrn": "qbraid:qbraid:sim:qir-sv", "shots": 10, "program": {"format": "qasm3", "data": text}}


HEAD = "OPENQASM 3.0; include 'stdgates.inc';"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD} qubit[1000000000] q; h q;",
        f"{HEAD} qubit[99999999999999999999] q;",
        f"{HEAD} qubit[1] q; for int i in [0:1000000000] {{ x q[0]; }}",
        f"{HEAD} qubit[1] q; while (true) {{ x q[0]; }}",
        f"{HEAD} qubit[1] q;" + "{" * 5000 + "}" * 5000,
        f"{HEAD} qubit[1] q; rx(" + "(" * 5000 + "1" + ")" * 5000 + ") q[0];",
        f"{HEAD} qubit[1] q; rx(1/0) q[0];",
        "OPENQASM 2.0; qreg q[99999999999999999999];",
        "\x00\x01\x02",
        "\U0001f4a9" * 1000,
        "",
    ],
    ids=range(11),
)
def test_programs_that_would_take_for_ever_fail(client: Any, text: str) -> None:
    answer = client("POST", "/api/v1/jobs", qasm(text))
    if answer.status == 201:
        job = client.wait(f"/api/v1/jobs/{answer.json()['data']['jobQrn']}", 30)
        assert job["status"] == "FAILED"
        assert job["statusMsg"]
    else:
        assert answer.status in (400, 422)


def circuit(gates: str, **members: str) -> bytes:
    head = '{"type": "ionq.circuit.v1", "backend": "simulator", "input": {"gateset": "qis", "qubits": 2, "circuit": '
    return (head + gates + "}" + "".join(f', "{name}": {value}' for name, value in members.items()) + "}").encode()


@pytest.mark.parametrize(
    ("gates", "statuses"),
    [
        ("[" * 100_000, {400}),
        ("[" * 400 + "]" * 400, {400, 201}),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, {400}),
        ('[{"gate": "rx", "target": 0, "rotation": NaN}]', {400}),
        ('[{"gate": "rx", "target": 0, "rotation": -Infinity}]', {400}),
        ('[{"gate": "rx", "target": 0, "rotation": 1e999}]', {400, 201}),
        ('[{"gate": "rx", "target": 0, "rotation": ' + "9" * 4000 + "}]", {400, 201}),
        ('[{"gate": "x", "target": ' + "9" * 10_000 + "}]", {400, 201}),
        ('[{"gate": "x", "target": -1}]', {400, 201}),
        ('[{"gate": "x", "target": 1e308}]', {400, 201}),
        ('[{"gate": "x", "target": 0, "gate": "nothing"}]', {400, 201}),
        ('[{"gate": "\\ud800", "target": 0}]', {400}),
        ("[" + ",".join(['{"gate":"x","target":0}'] * 100_000) + "]", {400, 201}),
        ("[" + ",".join(["null"] * 1_000_000) + "]", {400, 201}),
        ("[" + ",".join(["[]"] * 1_000_000) + "]", {400, 201}),
    ],
    ids=range(15),
)
def test_circuits_that_are_none(client: Any, gates: str, statuses: set[int]) -> None:
    answer = client("POST", "/v0.4/jobs", circuit(gates))
    assert answer.status in statuses, answer.body[:200]
    assert set(answer.json()) >= ({"error", "message", "statusCode"} if answer.status == 400 else {"id"})
    if answer.status == 201:
        job = client.wait(f"/v0.4/jobs/{answer.json()['id']}", 60)
        assert job["status"] == "completed" if len(gates) > 2_300_000 and "gate" in gates else job["failure"]["code"]


def test_a_million_gates_are_computed_or_refused(client: Any) -> None:
    gates = b'[{"gate":"x","target":0}' + b',{"gate":"x","target":0}' * 400_000 + b"]"
    assert len(gates) < MAX_BODY
    answer = client("POST", "/v0.4/jobs", circuit(gates.decode()))
    assert answer.status in (201, 400)
    too_long = client(
        "POST", "/v0.4/jobs", b'[{"gate":"x","target":0}' + b',{"gate":"x","target":0}' * 1_000_000 + b"]"
    )
    assert too_long.status == 413


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


KEY = b"Authorization: apiKey test-key\r\nX-API-KEY: test-key\r\nContent-Type: application/json\r\n"
ALIVE = b"GET /v0.4/backends HTTP/1.1\r\nHost: h\r\n\r\n"


@pytest.mark.parametrize(
    ("name", "sent", "statuses"),
    [
        ("huge header", b"GET /v0.4/backends HTTP/1.1\r\nHost: h\r\nX: " + b"a" * 300_000 + b"\r\n\r\n", {431}),
        ("many headers", b"GET /v0.4/backends HTTP/1.1\r\n" + b"X: a\r\n" * 100_000 + b"\r\n", {431}),
        ("endless header", b"GET /v0.4/backends HTTP/1.1\r\nX: " + b"a" * 3_000_000, {431}),
        ("huge query", b"GET /v0.4/backends?" + b"a=b&" * 50_000 + b" HTTP/1.1\r\nHost: h\r\n\r\n", {431}),
        ("no http", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", {400}),
        ("wrong version", b"GET / HTTP/9.9\r\n\r\n", {400}),
        ("invalid utf-8", b"GET /v0.4/jobs/\xff\xfe HTTP/1.1\r\nHost: h\r\n\r\n", {400, 404, 401}),
        ("percent of invalid utf-8", b"GET /v0.4/jobs/%ff%fe HTTP/1.1\r\nHost: h\r\n" + KEY + b"\r\n", {404}),
        ("control in header", b"GET /v0.4/backends HTTP/1.1\r\nX: a\x00b\r\n\r\n", {400}),
        ("absolute form", b"GET http://evil/v0.4/backends HTTP/1.1\r\nHost: h\r\n\r\n", {200}),
        ("connect", b"CONNECT evil:80 HTTP/1.1\r\nHost: h\r\n\r\n", {400, 404, 405}),
        ("star", b"OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", {400, 404, 405}),
        (
            "two lengths",
            b"POST /v0.4/jobs HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 9\r\n" + KEY + b"\r\n{}",
            {400},
        ),
        ("negative length", b"POST /v0.4/jobs HTTP/1.1\r\nContent-Length: -2\r\n" + KEY + b"\r\n{}", {400}),
        (
            "length and chunks",
            b"POST /v0.4/jobs HTTP/1.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n"
            + KEY
            + b"\r\n0\r\n\r\nGET /_qcontract/state HTTP/1.1\r\n\r\n",
            {400},
        ),
        (
            "strange chunks",
            b"POST /v0.4/jobs HTTP/1.1\r\nTransfer-Encoding: xchunked\r\n" + KEY + b"\r\n0\r\n\r\n",
            {400},
        ),
        ("bad chunk size", b"POST /v0.4/jobs HTTP/1.1\r\nTransfer-Encoding: chunked\r\n" + KEY + b"\r\nzz\r\n", {400}),
        ("folded header", b"GET /v0.4/backends HTTP/1.1\r\nX: a\r\n b\r\n\r\n", {200, 400}),
        ("space before colon", b"GET /v0.4/backends HTTP/1.1\r\nX : a\r\n\r\n", {400}),
        (
            "upgrade",
            b"GET /v0.4/backends HTTP/1.1\r\nHost: h\r\nConnection: upgrade\r\nUpgrade: h2c\r\n\r\n",
            {200, 400},
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bytes_that_are_hardly_http(server: Server, name: str, sent: bytes, statuses: set[int]) -> None:
    answer = raw(server, sent)
    assert answer.startswith(b"HTTP/1.1 "), (name, answer[:100])
    assert int(answer[9:12]) in statuses, (name, answer[:200])
    assert answer.count(b"HTTP/1.1 2") <= 1
    assert b"qcontract.emulator-control" not in answer
    assert raw(server, ALIVE).startswith(b"HTTP/1.1 200")


def test_half_a_submission_is_no_job(server: Server, emulator: Emulator, circuit_job: Callable[..., Any]) -> None:
    body = json.dumps(circuit_job()).encode()
    head = b"POST /v0.4/jobs HTTP/1.1\r\nHost: h\r\n" + KEY + f"Content-Length: {len(body)}\r\n\r\n".encode()
    assert raw(server, head + body[:-1], half_close=True) == b""
    chunked = b"POST /v0.4/jobs HTTP/1.1\r\nHost: h\r\n" + KEY + b"Transfer-Encoding: chunked\r\n\r\n"
    part = f"{len(body):x}\r\n".encode() + body
    assert raw(server, chunked + part + b"\r\n", half_close=True) == b"", "the last chunk is missing"
    assert emulator.jobs() == []
    assert raw(server, chunked + part + b"\r\n0\r\n\r\n").startswith(b"HTTP/1.1 201")
    assert len(emulator.jobs()) == 1


def test_a_body_without_end_is_cut_off(server: Server) -> None:
    head = b"POST /v0.4/jobs HTTP/1.1\r\nHost: h\r\n" + KEY + b"Content-Length: 99999999999\r\n\r\n"
    before = memory()
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(head)
        sent = 0
        try:
            while sent < 200 << 20:
                sent += connection.send(b"x" * 65536)
        except ConnectionError:
            pass
    assert sent < 200 << 20, "the server stops reading some time"
    assert memory() - before < 60 << 20


PATHS = """
/v0.4/../v0.3/jobs /v0.4/%2e%2e/v0.3/jobs /v0.4/jobs/..%2f..%2fetc%2fpasswd /v0.4//jobs //v0.4/jobs /v0.4/jobs/
/v0.4/jobs;x=1 /v0.4/jobs/%2e /v0.4/jobs/%00 /v0.4\\jobs /v0.4/jobs/a%2fb /v0.4/jobs/%252e%252e /_qcontract/../v0.4/jobs
/v0.4/_qcontract/state /@2026-05-15/../v0.4/jobs /@/v0.4/jobs /@../v0.4/jobs /v0.4/jobs/%F0%9F%92%A9
/v0.4/jobs/%C0%AE%C0%AE /%5f%71contract/state
"""


@pytest.mark.parametrize("path", PATHS.split())
def test_paths_lead_nowhere_else(client: Any, server: Server, path: str) -> None:
    direct = client("GET", path)
    assert direct.status in (200, 400, 404), direct.body
    if direct.status == 200:
        assert path in ("/v0.4/jobs/", "/%5f%71contract/state")
    over_tcp = raw(server, b"GET " + path.encode() + b" HTTP/1.1\r\nHost: localhost\r\n" + KEY + b"\r\n")
    assert over_tcp.startswith(f"HTTP/1.1 {direct.status}".encode())


# A generator of hostile requests: bodies that almost fit, mutated; queries, headers and paths that do not.

NASTY: list[Any] = [
    None, True, False, 0, -1, 1e308, -0.0, 2**31, 2**63, 10**30, "", "\x00", "\u202e", "\ud83d\ude00", "%s%n", "../..",
    "a" * 300, [], {}, [[]], [None], {"": {}}, "NaN", "'; DROP TABLE jobs; --", "<script>",
]  # fmt: skip
OPERATIONS = [
    ("POST", "/v0.4/jobs"), ("POST", "/v0.3/jobs"), ("POST", "/api/v1/jobs"), ("GET", "/v0.4/jobs"),
    ("GET", "/v0.3/jobs"),
    ("GET", "/api/v1/jobs"), ("PUT", "/v0.4/jobs/status/cancel"), ("DELETE", "/v0.4/jobs"), ("DELETE", "/api/v1/jobs"),
    ("POST", "/v0.4/sessions"), ("GET", "/v0.4/jobs/estimate"), ("GET", "/api/v1/jobs/cost-estimate"),
    ("POST", "/api/v1/jobs/group"), ("POST", "/v0.4/jobs/{}/clone"), ("GET", "/v0.4/jobs/{}"),
    ("GET", "/v0.4/jobs/{}/cost"),
    ("GET", "/v0.3/jobs/{}/results"), ("GET", "/v0.4/backends/{}/characterizations"), ("GET", "/api/v1/devices"),
    ("GET", "/@2026-05-15/v0.4/jobs/{}/results/probabilities"), ("GET", "/v0.4/organizations/{}/usage"),
    ("POST", "/@observed-2026-09/api/v1/jobs"), ("POST", "/_qcontract/faults"), ("PUT", "/_qcontract/limits"),
]  # fmt: skip
NAMES = [
    "limit", "next", "page", "status", "ids", "target", "start", "end", "backend", "shots", "qubits", "tags", "search",
    "qrns", "statusGroup", "sharpen", "include", "exclude",
]  # fmt: skip
CONTROL_KINDS = ["page-limit", "list-order"]


class Hostile:
    """Makes requests from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.jobs = ["x"]

    def request(self) -> Request:
        chosen = self.random
        method, path = chosen.choice(OPERATIONS)
        method = chosen.choice([method] * 30 + ["PATCH", "HEAD", "OPTIONS", "G\u00c4T"])
        path = path.replace(
            "{}", chosen.choice([*self.jobs[-5:], "%00", "%2e%2e", "a" * 200, "\u00e9", "%ff", "status"])
        )
        if chosen.random() < 0.03:
            path = self.bent(path)
        query = "&".join(f"{chosen.choice(NAMES)}={self.word()}" for _ in range(chosen.choice([0, 0, 1, 2, 5])))
        headers = {
            "content-type": chosen.choice(
                ["application/json"] * 20 + ["text/plain", "", "application/json; charset=\xff"]
            )
        }
        key = chosen.choice(["test-key"] * 10 + ["other", "", "\xff" * 50, "k" * 5000])
        headers |= {
            "authorization": chosen.choice([f"apiKey {key}"] * 9 + ["Bearer x", "apiKey", ""]),
            "x-api-key": key,
        }
        if chosen.random() < 0.02:
            headers["x-qcontract-fault"] = chosen.choice(
                ["drift; change=null", "status; status=503", "junk", ";;,", "html"]
            )
        return Request(method, path, query, headers, self.body(path) if method != "GET" else b"")

    def bent(self, path: str) -> str:
        place = self.random.randrange(len(path))
        return path[:place] + self.random.choice(["/", "..", "%2f", ";", "//", "?", "#", "%", "\\"]) + path[place:]

    def word(self) -> str:
        chosen = self.random.choice(NASTY)
        return self.random.choice([str(chosen), json.dumps(chosen), "1", "100", self.jobs[-1], "%00", "%ff", "a,b,,c"])[
            :500
        ]

    def body(self, path: str) -> bytes:
        chosen = self.random
        shape = chosen.random()
        if shape < 0.05:
            return chosen.randbytes(chosen.randrange(200))
        if shape < 0.07:
            return b"[" * chosen.choice([10, 1000, 50_000])
        if shape < 0.08:
            return b'{"a":1,"a":' + b'{"b":' * 200 + b"1" + b"}" * 201
        value = self.almost(path)
        for _ in range(chosen.choice([0, 0, 1, 1, 2, 4])):
            value = self.mutated(value)
        text = json.dumps(value, ensure_ascii=chosen.random() < 0.5)
        if chosen.random() < 0.03:
            text = text.replace("0", "NaN", 1)
        return text.encode("utf-8", "surrogatepass")[: chosen.choice([None] * 30 + [40])]

    def almost(self, path: str) -> Any:
        gates = [
            {"gate": self.random.choice(["x", "h", "rx", "zz", "nothing"]), "target": 0, "rotation": 0.1}
        ] * self.random.choice([0, 1, 9])
        if "_qcontract" in path:
            return {"fault": self.random.choice(CONTROL_KINDS), "limit": 3, "times": 1, "operation": "GetJobs"}
        if "/api/v1" in path:
            text = self.random.choice(["OPENQASM 3.0; qubit[1] q;", "OPENQASM 2.0; qreg q[1];", "junk", ""])
            return {
                "deviceQrn": "qbraid:qbraid:sim:qir-sv",
                "shots": 5,
                "program": {"format": "qasm3", "data": text},
                "tags": {"a": 1},
            }
        input_ = {"gateset": "qis", "qubits": 1, "circuit": gates}
        if "/v0.3" in path:
            return {"target": "simulator", "input": input_, "shots": 5, "metadata": {"a": "b"}}
        return {
            "type": "ionq.circuit.v1",
            "backend": "simulator",
            "input": input_,
            "metadata": {"a": "b"},
            "ids": self.jobs[-2:],
        }

    def mutated(self, value: Any) -> Any:
        """Return the value with something nasty in one place."""
        if isinstance(value, dict) and value and self.random.random() < 0.9:
            name = self.random.choice(list(value))
            change = self.random.random()
            rest = {one: inner for one, inner in value.items() if one != name}
            if change < 0.1:
                return rest
            if change < 0.2:
                return {**value, self.random.choice(["", "__proto__", "extra", "\x00"]): self.random.choice(NASTY)}
            return {**rest, name: self.mutated(value[name])}
        if isinstance(value, list) and value and self.random.random() < 0.8:
            return [self.mutated(value[0]), *value[1:]]
        return self.random.choice(NASTY)


def test_half_characters_from_a_caller_in_python_are_refused(client: Any) -> None:
    assert client("GET", "/v0.4/jobs/\ud800").status == 404
    assert client("GET", "/v0.4/jobs?status=\ud800").status == 400
    assert client("GET", "/v0.4/backends", **{"x-qcontract-fault": "\ud800"}).status == 400
    assert client("GET", "/v0.4/whoami", authorization="apiKey \ud800").status in (200, 401)


def memory() -> int:
    """Return the bytes that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def assault(emulator: Emulator, number: int, seed: int) -> dict[int, int]:
    """Send hostile requests; return how often each status came."""
    hostile, seen = Hostile(seed), dict[int, int]()
    for _ in range(number):
        request = hostile.request()
        answer = emulator.handle(request)
        seen[answer.status] = seen.get(answer.status, 0) + 1
        faulty = "x-qcontract-fault" in request.headers or "x-qcontract-fault" in answer.headers
        if not faulty:
            assert answer.status < 500 or answer.status == 501, (request, answer.body)
            content = answer.json()
            if answer.status in (200, 201) and isinstance(content, dict) and isinstance(content.get("id"), str):
                hostile.jobs.append(content["id"])
    return seen


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux to measure memory")
def test_three_thousand_hostile_requests(emulator: Emulator) -> None:
    assault(emulator, 1000, seed=1)
    before = memory()
    seen = assault(emulator, 2000, seed=2)
    assert memory() - before < 40 << 20
    assert {200, 201, 400, 401, 404, 405} <= set(seen), seen
    emulator.settle(60)
    assert {job["status"] for job in emulator.jobs()} <= {"completed", "failed", "canceled"}


@pytest.mark.heavy
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs Linux to measure memory")
def test_a_hundred_thousand_hostile_requests() -> None:
    with Emulator(seed=7, memory=1 << 30) as emulator:
        assault(emulator, 10_000, seed=3)
        before = memory()
        assault(emulator, 90_000, seed=4)
        assert memory() - before < 60 << 20
        emulator.settle(600)
        assert {job["status"] for job in emulator.jobs()} <= {"completed", "failed", "canceled"}


def test_hostile_requests_from_many_sockets(server: Server, emulator: Emulator) -> None:
    failed: list[str] = []

    def attack(seed: int) -> None:
        hostile = Hostile(seed)
        for _ in range(40):
            request = hostile.request()
            head = f"{request.method} {request.path}?{request.query} HTTP/1.1\r\nHost: localhost\r\n"
            head += "".join(f"{name}: {value}\r\n" for name, value in request.headers.items())
            sent = (
                head.encode("utf-8", "replace")
                + f"Content-Length: {len(request.body)}\r\nConnection: close\r\n\r\n".encode()
            )
            answer = raw(server, sent + request.body, half_close=False)
            if not answer.startswith(b"HTTP/1.1 "):
                failed.append(repr((sent[:300], answer[:100])))

    threads = [threading.Thread(target=attack, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed, failed[0]
    assert raw(server, ALIVE).startswith(b"HTTP/1.1 200")
