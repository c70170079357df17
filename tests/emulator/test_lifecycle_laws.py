"""Jobs never go back, whatever is done to them, and a killed emulator knows where they were."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract import errors
from qcontract.emulator import Emulator, Timing

_VICTIM = """
import json, sys
from pathlib import Path
from qcontract.emulator import Emulator, Request

emulator = Emulator(db=Path(sys.argv[1]), seed=3, lifecycle="stepped").start()
body = sys.stdin.buffer.read()
headers = {"authorization": "apiKey test-key", "content-type": "application/json"}
ids = [emulator.handle(Request("POST", "/v0.4/jobs", "", headers, body)).json()["id"] for _ in range(4)]
emulator.advance(1000)
emulator.step(ids[1]); emulator.step(ids[2], "running"); emulator.step(ids[3], "completed"); emulator.settle()
print(json.dumps([ids, emulator.clock.now()]), flush=True)
sys.stdin.close()
import time; time.sleep(60)
"""


def test_a_killed_emulator_knows_where_its_jobs_and_its_clock_were(
    client_of: Callable[..., Any], circuit_job: Any, tmp_path: Path
) -> None:
    db = tmp_path / "store.sqlite"
    with subprocess.Popen(
        [sys.executable, "-c", _VICTIM, str(db)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as victim:
        assert victim.stdin
        assert victim.stdout
        victim.stdin.write(json.dumps(circuit_job()).encode())
        victim.stdin.close()
        ids, now = json.loads(victim.stdout.readline())
        victim.kill()
    with Emulator(db=db, seed=3, lifecycle="stepped", self_check=True) as emulator:
        client = client_of(emulator)
        assert emulator.clock.now() == now
        states = [client("GET", f"/v0.4/jobs/{one}").json()["status"] for one in ids]
        assert states == ["submitted", "ready", "started", "completed"]
        assert emulator.step(ids[2]) == "completed"
        assert emulator.step() == {ids[0]: "ready", ids[1]: "running"}
    with Emulator(db=db, seed=3, self_check=True) as emulator:
        client = client_of(emulator)
        assert {client.wait(f"/v0.4/jobs/{one}")["status"] for one in ids} == {"completed"}


ACTIONS = st.lists(
    st.tuples(st.sampled_from(["step", "advance", "hold", "release", "cancel", "fail", "submit"]), st.integers(0, 3)),
    max_size=14,
)


@settings(max_examples=12, derandomize=True, deadline=None)
@given(actions=ACTIONS)
def test_jobs_never_go_back(actions: list[tuple[str, int]]) -> None:
    order = ["submitted", "ready", "running", "completed", "failed", "canceled"]
    emulator = _shared()
    emulator.reset()
    known: dict[str, int] = {}

    def look() -> None:
        for job in emulator.jobs():
            place = order.index(str(job["status"]))
            before = known.get(str(job["id"]), 0)
            assert place == before if before >= 3 else place >= before
            known[str(job["id"])] = place

    from qcontract.emulator import Request

    headers = {"authorization": "apiKey test-key", "content-type": "application/json"}
    body = json.dumps(
        {"type": "ionq.circuit.v1", "backend": "simulator", "input": {"gateset": "qis", "qubits": 1, "circuit": []}}
    ).encode()
    for action, number in [("submit", 0), *actions]:
        jobs = [str(job["id"]) for job in emulator.jobs()]
        job = jobs[number % len(jobs)] if jobs else ""
        try:
            match action:
                case "submit":
                    assert emulator.handle(Request("POST", "/v0.4/jobs", "", headers, body)).status == 201
                case "advance":
                    emulator.advance(float(number))
                case "cancel":
                    emulator.handle(Request("PUT", f"/v0.4/jobs/{job}/status/cancel", "", headers))
                case _:
                    getattr(emulator, action)(job)
        except errors.ConfigurationError:
            assert action in ("step", "fail")
        look()
    emulator.release()
    emulator.advance(1000)
    assert {str(job["status"]) for job in emulator.jobs()} <= {"completed", "failed", "canceled"}


_SHARED: list[Emulator] = []


def _shared() -> Emulator:
    if not _SHARED:
        _SHARED.append(Emulator(lifecycle="timed", timing=Timing(1, 1, 1), clock="virtual").start())
    return _SHARED[0]


@pytest.fixture(autouse=True, scope="module")
def shared_stopped() -> Iterator[None]:
    yield
    for emulator in _SHARED:
        emulator.stop()
