"""A client without any of our transports, and circuits that every binding runs."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from math import pi
from typing import Any

import httpx
import pytest
from attrs import frozen
from qcontract.emulator import Emulator, Request, Response, Server, serve
from support.deviating import unlisted

ASYMMETRIC = [{"gate": "x", "target": 0}, {"gate": "ry", "rotation": pi / 3, "target": 2}]
ENDED = ("completed", "failed", "canceled", "COMPLETED", "FAILED", "CANCELLED")


@frozen
class Client:
    """Asks an emulator directly."""

    emulator: Emulator
    key: str = "test-key"

    def __call__(self, method: str, target: str, body: object = None, **headers: str) -> Response:
        path, _, query = target.partition("?")
        sent = {"authorization": f"apiKey {self.key}", "x-api-key": self.key, "content-type": "application/json"}
        content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        return self.emulator.handle(Request(method, path, query, {**sent, **headers}, content))

    def wait(self, target: str, seconds: float = 20.0) -> Any:
        """Return a job when it has ended."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            job = self("GET", target).json()
            job = job.get("data", job)
            if job["status"] in ENDED:
                return job
            time.sleep(0.003)
        raise AssertionError(f"{target} did not end")

    def run(self, mount: str, body: object) -> Any:
        """Submit to IonQ and return the ended job."""
        created = self("POST", f"{mount}/jobs", body)
        assert created.status in (200, 201), created.body
        return self.wait(f"{mount}/jobs/{created.json()['id']}")


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(seed=7, self_check=True) as started:
        yield started
        assert started.violations == ()
        assert list(unlisted(started.basis())) == []


@pytest.fixture(scope="module")
def own(request: pytest.FixtureRequest) -> Iterator[Emulator]:
    with Emulator(seed=7, self_check=True, **getattr(request.module, "OPTIONS", {})) as started:
        yield started
        assert started.violations == ()


@pytest.fixture
def anew(own: Emulator) -> Emulator:
    """Return an emulator of the module's own, as it was at its beginning; a module takes it as its ``emulator``."""
    own.reset()
    return own


@pytest.fixture(scope="module")
def server(own: Emulator) -> Iterator[Server]:
    with serve(own) as running:
        yield running


@pytest.fixture
def client(emulator: Emulator) -> Client:
    return Client(emulator)


@pytest.fixture(scope="session")
def client_of() -> Callable[..., Client]:
    return Client


@pytest.fixture(scope="session")
def asymmetric() -> list[dict[str, Any]]:
    return ASYMMETRIC


@pytest.fixture(scope="session")
def circuit_job(asymmetric: list[dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """Make a v0.4 submission of one circuit; arguments replace or add members."""

    def make(circuit: object = None, *, qubits: object = 3, gateset: str = "qis", **members: object) -> dict[str, Any]:
        input_ = {"gateset": gateset, "qubits": qubits, "circuit": asymmetric if circuit is None else circuit}
        return {"type": "ionq.circuit.v1", "backend": "simulator", "input": input_, **members}

    return make


@pytest.fixture
def many(emulator: Emulator, client: Any, circuit_job: Any) -> Callable[[str, int], list[str]]:
    def submit(mount: str, number: int) -> list[str]:
        if mount == "/api/v1":
            program = {"format": "qasm3", "data": "OPENQASM 3.0; qubit[1] q;"}
            body: Any = {"deviceQrn": "qbraid:qbraid:sim:qir-sv", "shots": 10, "program": program}
            return [client("POST", "/api/v1/jobs", body).json()["data"]["jobQrn"] for _ in range(number)]
        body = circuit_job() if "0.4" in mount else {"target": "simulator", "input": circuit_job()["input"]}
        return [client("POST", f"{mount}/jobs", body).json()["id"] for _ in range(number)]

    return submit


@pytest.fixture
def http_of(emulator: Emulator) -> Callable[..., httpx.Client]:
    """Make an httpx client of a contract; every key has a project of its own."""

    def make(contract: str, key: str = "test-key", of: Emulator = emulator) -> httpx.Client:
        headers = {"authorization": f"apiKey {key}"}
        return httpx.Client(transport=of.transport(), base_url=of.base_url(contract), headers=headers)

    return make
