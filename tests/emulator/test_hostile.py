"""Bad input: whatever is sent, the emulator answers in the vendor's words, stays up and does not grow."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from typing import Any

import pytest
from qcontract.emulator import Emulator, Server
from qcontract.emulator.http import MAX_BODY
from support.sockets import ALIVE, memory, raw

FAILED = {"failed"}


OPTIONS = {"memory": 1 << 30, "time_limit": 20}


@pytest.fixture
def emulator(anew: Emulator) -> Emulator:
    return anew


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


GATE = '{"gate": "x", "target": 0}'
TWICE = [
    ("POST", "/v0.4/jobs", circuit(f"[{GATE}]", backend='"qpu.forte-1"'), "backend"),
    ("POST", "/v0.4/jobs", circuit('[{"gate": "x", "gate": "h", "target": 0}]'), "gate"),
    ("POST", "/v0.4/jobs", circuit(f"[{GATE}]", metadata='{"token": "1", "t\\u006fken": "2"}'), "token"),
    ("POST", "/v0.3/jobs", b'{"target": "simulator", "shots": 1, "shots": 1, "input": {"circuit": []}}', "shots"),
    ("POST", "/api/v1/jobs", b'{"shots": 1, "deviceQrn": "x", "program": {}, "shots": 2}', "shots"),
    ("POST", "/@observed-2026-09/api/v1/jobs", b'{"shots": 1, "shots": 2}', "shots"),
    ("DELETE", "/v0.4/jobs", b'{"ids": ["a"], "ids": ["b"]}', "ids"),
    ("POST", "/_qcontract/faults", b'{"fault": "html", "fault": "not-json"}', "fault"),
]


@pytest.mark.parametrize(("method", "path", "body", "name"), TWICE)
def test_a_member_named_twice_is_refused_in_the_vendors_words(
    emulator: Emulator, client: Any, method: str, path: str, body: bytes, name: str
) -> None:
    """Nobody can know which of the two was meant."""
    answer = client(method, path, body)
    assert answer.status in ((400, 422) if path == "/api/v1/jobs" else (400,))
    assert f"two members '{name}'" in answer.body.decode()
    if path.startswith("/v0"):
        assert answer.json()["validation"] == {"source": "body", "keys": [name]}
    assert not emulator.jobs()


@pytest.mark.parametrize("digits", [4_301, 100_000])
def test_a_number_of_many_digits_is_refused_without_words_about_our_tools(client: Any, digits: int) -> None:
    answer = client("POST", "/v0.4/jobs", circuit(f"[{GATE}]", shots="1" * digits))
    assert answer.status == 400
    assert "has too many digits" in answer.json()["message"]
    assert "sys." not in answer.json()["message"]


def test_too_many_of_something_are_named(client: Any) -> None:
    """Behind what is looked at to explain a refusal, the place is told if not the reason."""
    several = {"type": "ionq.multi-circuit.v1", "backend": "simulator"}
    body = {**several, "input": {"gateset": "qis", "circuits": [{"circuit": []}] * 5001}}
    answer = client("POST", "/v0.4/jobs", body).json()
    assert answer["validation"] == {"source": "body", "keys": ["input.circuits"]}
    assert "input.circuits: something behind the first" in answer["message"]


def test_a_million_gates_are_computed_or_refused(client: Any) -> None:
    gates = b'[{"gate":"x","target":0}' + b',{"gate":"x","target":0}' * 400_000 + b"]"
    assert len(gates) < MAX_BODY
    answer = client("POST", "/v0.4/jobs", circuit(gates.decode()))
    assert answer.status in (201, 400)
    too_long = client(
        "POST", "/v0.4/jobs", b'[{"gate":"x","target":0}' + b',{"gate":"x","target":0}' * 1_000_000 + b"]"
    )
    assert too_long.status == 413


KEY = b"Authorization: apiKey test-key\r\nX-API-KEY: test-key\r\nContent-Type: application/json\r\n"


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
