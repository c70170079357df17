"""Thousands of hostile requests made from a seed: the emulator stays up and does not grow."""

from __future__ import annotations

import json
import random
import threading
from pathlib import Path
from typing import Any

import pytest
from qcontract.emulator import Emulator, Request, Server
from support.sockets import ALIVE, memory, raw

# Bodies that almost fit, mutated; queries, headers and paths that do not.
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


OPTIONS = {"memory": 1 << 30, "time_limit": 20}


@pytest.fixture
def emulator(anew: Emulator) -> Emulator:
    return anew


def test_half_characters_from_a_caller_in_python_are_refused(client: Any) -> None:
    assert client("GET", "/v0.4/jobs/\ud800").status == 404
    assert client("GET", "/v0.4/jobs?status=\ud800").status == 400
    assert client("GET", "/v0.4/backends", **{"x-qcontract-fault": "\ud800"}).status == 400
    assert client("GET", "/v0.4/whoami", authorization="apiKey \ud800").status in (200, 401)


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
