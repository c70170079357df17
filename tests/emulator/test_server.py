"""The emulator behind transports and sockets."""

from __future__ import annotations

import http.client
import json
import socket
from typing import Any

import httpx
import pytest
from qcontract import errors
from qcontract.emulator import Emulator, serve
from support.command import invoked

HEADERS = {"authorization": "apiKey test-key"}


def test_a_synchronous_client_asks_in_process(emulator: Emulator, circuit_job: Any) -> None:
    with httpx.Client(
        transport=emulator.transport(), base_url=emulator.base_url("ionq-v0.4"), headers=HEADERS
    ) as client:
        answer = client.post("/jobs", json=circuit_job())
        assert (answer.status_code, answer.headers["x-qcontract-basis"]) == (201, "observed")
        assert client.get(f"/jobs/{answer.json()['id']}").json()["backend"] == "simulator"
        assert client.get("/jobs/a%2Fb").status_code == 404


@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio", "trio"])
async def test_an_asynchronous_client_asks_in_process(emulator: Emulator, circuit_job: Any, anyio_backend: str) -> None:
    base = emulator.base_url("ionq-v0.4@2026-05-15")
    async with httpx.AsyncClient(transport=emulator.async_transport(), base_url=base, headers=HEADERS) as client:
        answer = await client.post("/jobs", json=circuit_job())
        assert answer.status_code == 201
        assert (await client.get("/jobs", params={"limit": 1})).json()["jobs"][0]["id"] == answer.json()["id"]


def test_a_socket(emulator: Emulator, circuit_job: Any) -> None:
    with serve(emulator) as server:
        assert server.origin == f"http://127.0.0.1:{server.port}"
        assert server.base_url("qbraid-v2") == f"{server.origin}/api/v1"
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        connection.request(
            "POST", "/v0.4/jobs", json.dumps(circuit_job()), {**HEADERS, "content-type": "application/json"}
        )
        assert connection.getresponse().read().startswith(b'{"id":')
        connection.request("POST", "/v0.4/jobs", b"x" * (11 << 20), HEADERS)
        assert connection.getresponse().status == 413
        connection.close()
    with pytest.raises(ConnectionRefusedError):
        http.client.HTTPConnection("127.0.0.1", server.port).request("GET", "/")


def test_other_machines_are_kept_out_unless_it_is_asked_for(emulator: Emulator) -> None:
    with pytest.raises(errors.ConfigurationError, match="other machines"):
        serve(emulator, "0.0.0.0")


def test_a_port_in_use_is_a_clear_error(emulator: Emulator) -> None:
    with serve(emulator) as server, pytest.raises(errors.ConfigurationError, match="cannot listen"):
        serve(emulator, port=server.port)


def test_the_command_lists_addresses_until_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    from qcontract.cli.emulator import emulator as command
    from qcontract.emulator import Server

    def interrupt(_: Server) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Server, "wait", interrupt)
    result = invoked(command, ["--snapshot", "ionq-v0.4@2026-05-15"])
    assert result.exit_code == 0, result.output
    lines = dict(line.split() for line in result.stdout.splitlines())
    assert sorted(lines) == ["ionq-v0.3", "ionq-v0.4", "qbraid-v2"]
    assert lines["ionq-v0.4"].endswith("/v0.4")


def test_small_answers_are_sent_at_once() -> None:
    """With Nagle's algorithm on, each answer would wait for the client's delayed ACK: 40 ms."""
    with Emulator() as emulator, serve(emulator) as server:
        assert server._socket.proto == socket.IPPROTO_TCP  # what asyncio looks at before it sets TCP_NODELAY
