"""Results of a megabyte and more: nobody else waits while they are computed, kept, checked and sent."""

from __future__ import annotations

import io
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.emulator import Emulator, Request, Response, Server, extracts, process, protocol, serve
from qcontract.emulator.app import application
from qcontract.emulator.database import Database
from qcontract.emulator.extracts import LONG, ends, parts

QUBITS = 16
KEY = {"authorization": "apiKey test-key", "host": "localhost"}


def dense() -> dict[str, Any]:
    """Return a circuit in which all states have probabilities of many digits."""
    turned = [{"gate": "ry", "target": qubit, "rotation": 0.3 + qubit / 20} for qubit in range(QUBITS)]
    return {"gateset": "qis", "qubits": QUBITS, "circuit": turned}


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator(seed=7, self_check=True) as started:
        yield started
        assert started.violations == ()


@pytest.fixture(scope="module")
def jobs(emulator: Emulator, client_of: Any) -> dict[str, str]:
    """Return a job with a long result, one of two circuits, and a small one, by what they are."""
    client, dense_ = client_of(emulator), dense()
    circuits = {"gateset": "qis", "qubits": QUBITS, "circuits": [{"circuit": dense_["circuit"]}] * 2}
    small = {"gateset": "qis", "qubits": 1, "circuit": [{"gate": "h", "target": 0}]}
    about = {"type": "ionq.circuit.v1", "backend": "simulator"}
    bodies = {
        "long": {**about, "input": dense_},
        "several": {**about, "type": "ionq.multi-circuit.v1", "input": circuits},
        "small": {**about, "input": small},
    }
    return {name: client.run("/v0.4", body)["id"] for name, body in bodies.items()}


def result(jobs: dict[str, str], name: str) -> str:
    return f"/v0.4/jobs/{jobs[name]}/results/probabilities" + ("/aggregated" if name == "several" else "")


@pytest.mark.parametrize(("name", "here"), [("small", True), ("long", False), ("several", False)])
def test_the_loop_makes_small_answers_only(
    emulator: Emulator, jobs: dict[str, str], name: str, here: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    real = emulator.handle

    def handle(request: Request) -> Response:
        threads.append(threading.current_thread())
        return real(request)

    monkeypatch.setattr(emulator, "handle", handle)
    with serve(emulator) as server:
        for _ in range(2):
            found = httpx.get(server.origin + result(jobs, name), headers=KEY)
            assert found.content == real(Request("GET", result(jobs, name), "", KEY)).body
        httpx.get(f"{server.origin}/v0.4/whoami", headers=KEY)
    assert len(found.content) > LONG or here
    *asked, loop = threads
    assert [one is loop for one in asked] == [here] * 2


def test_a_job_is_known_to_be_long_after_its_first_answer(tmp_path: Path, client_of: Any) -> None:
    """What an emulator before this one has computed is not looked at before somebody asks."""
    with Emulator(db=tmp_path / "store") as first:
        job = client_of(first).run("/v0.4", {"type": "ionq.circuit.v1", "backend": "simulator", "input": dense()})
    request = Request("GET", f"/v0.4/jobs/{job['id']}/results/probabilities", "", KEY)
    with Emulator(db=tmp_path / "store") as second:
        assert not second.takes_long(request)
        assert len(second.handle(request).body) > LONG
        assert second.takes_long(request)
        second.reset()
        assert not second.takes_long(request)


@pytest.mark.parametrize("lifecycle", ["immediate", "stepped"])
def test_every_form_of_a_long_result_has_the_same_numbers(client_of: Any, lifecycle: Any) -> None:
    with Emulator(self_check=True, lifecycle=lifecycle) as emulator:
        client = client_of(emulator)
        body = {"type": "ionq.circuit.v1", "backend": "simulator", "input": dense()}
        job = client("POST", "/v0.4/jobs", body).json()["id"]
        if lifecycle == "stepped":
            emulator.step(job, to="completed")
        found = client.wait(f"/v0.4/jobs/{job}")["results"]
        plain = client("GET", f"/v0.4/jobs/{job}/results/probabilities").json()
        first, second = (
            client(
                "GET", f"/v0.4/jobs/{job}/artifacts/{found[f'ionq.result.probabilities.json.v{version}']['id']}"
            ).json()
            for version in (1, 2)
        )
        assert len(plain) > 2**QUBITS - 100, "states that are all but impossible are left out"
        assert sum(plain.values()) == pytest.approx(1)
        assert first == plain == client("GET", f"/v0.3/jobs/{job}/results").json()
        registers = second["probabilities"]["registers"]["output_all"]
        assert {str(int(bits, 2)): value for bits, value in registers.items()} == plain


def test_the_self_check_sees_the_ends_of_a_long_result(jobs: dict[str, str], client_of: Any) -> None:
    with Emulator(self_check=True) as emulator:
        client = client_of(emulator)
        job = client.run("/v0.4", {"type": "ionq.circuit.v1", "backend": "simulator", "input": dense()})["id"]
        target = f"/v0.4/jobs/{job}/results/probabilities"
        text = client("GET", target).body.decode()
        for broken in (text.replace('"0":', '"0":"x","1":', 1), text[:-1] + ',"65536":[]}'):
            with emulator._core._database.transaction() as db:
                db.execute("UPDATE results SET body = ? WHERE job = ?", (broken, job))
            assert client("GET", target).status == 500
        assert len(emulator.violations) == 2


NUMBERS = st.dictionaries(st.integers(0, 2**20).map(str), st.floats(0, 1), max_size=40)


@given(NUMBERS, st.integers(1, 60), st.text("abc-", max_size=9))
@settings(max_examples=60, derandomize=True, deadline=None)
def test_parts_and_ends_are_of_the_whole(numbers: dict[str, float], size: int, name: str) -> None:
    text = json.dumps(numbers, separators=(",", ":"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extracts, "_END", size)
        together = [item for part in parts(text) for item in part.items()]
        assert together == list(numbers.items())
        nested = json.loads(ends(f'{{"{name}":{text},"{name}2":{text}}}'))
        assert list(nested) == [name, f"{name}2"]
        found = [*nested.values(), json.loads(ends(text))]
    whole = list(numbers.items())
    for kept in (list(one.items()) for one in found):
        assert kept == [item for item in whole if item in kept]
        assert kept[:1] + kept[-1:] == whole[:1] + whole[-1:]


def test_reading_does_not_wait_for_what_is_being_written(tmp_path: Path) -> None:
    database, seen = Database(tmp_path / "store"), list[Any]()
    with database.transaction() as db:
        db.execute("INSERT INTO meta VALUES ('one', 1)")
        reader = threading.Thread(target=lambda: seen.append(database.rows("SELECT value FROM meta")))
        reader.start()
        reader.join(5)
        assert seen == [[]], "others see what was committed"
        assert database.rows("SELECT value FROM meta") == [(1,)], "who writes sees it at once"
    assert database.rows("SELECT value FROM meta") == [(1,)]
    database.close()


def test_an_answer_of_a_worker_is_whole_or_none() -> None:
    answer = b'{"outcomes":[{"qubits":1,"results":{"probabilities":9}},{"qubits":1,"results":{}}]}\n{"0":1.0}'
    whole = process._outcomes(io.BytesIO(answer))
    assert whole == [{"qubits": 1, "results": {"probabilities": '{"0":1.0}'}}, {"qubits": 1, "results": {}}]
    assert [process._outcomes(io.BytesIO(answer[:size])) for size in range(len(answer))] == [None] * len(answer)


@pytest.mark.anyio
@pytest.mark.parametrize("size", [0, 1, 1 << 18, (1 << 18) + 1, 1 << 19, 1_000_000])
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_a_long_answer_is_handed_over_by_the_part(size: int, anyio_backend: str) -> None:
    class Fixed:
        def handle(self, _: Request) -> Response:
            return Response(200, {}, bytes(size))

        def takes_long(self, _: Request) -> bool:
            return False

    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}
    await application(Fixed())(scope, receive, send)  # type: ignore[arg-type]
    start, *bodies = sent
    assert dict(start["headers"])[b"content-length"] == str(size).encode()
    assert [one.get("more_body", False) for one in bodies] == [True] * (len(bodies) - 1) + [False]
    assert max(len(one["body"]) for one in bodies) <= 1 << 18
    assert sum(len(one["body"]) for one in bodies) == size


def test_a_server_stops_although_nobody_takes_a_long_answer(
    emulator: Emulator, jobs: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol, "_GRACE_SECONDS", 0.2)
    server: Server = serve(emulator)
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        head = f"GET {result(jobs, 'several')} HTTP/1.1\r\n" + "".join(f"{n}: {v}\r\n" for n, v in KEY.items())
        connection.sendall(head.encode() + b"\r\n")
        assert connection.recv(9) == b"HTTP/1.1 "
        started = time.monotonic()
        server.stop()
        assert time.monotonic() - started < 1.5
