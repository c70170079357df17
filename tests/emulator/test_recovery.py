"""Accepted jobs survive: dead workers, hanging work, and a killed emulator."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qcontract.emulator import Emulator

LONG = [{"gate": "xx", "rotation": 0.1, "targets": [q, q + 1]} for q in range(16)] * 8
ENDLESS = [{"gate": "xx", "rotation": 0.1, "targets": [q, q + 1]} for q in range(21)] * 500


def running(client: Any, path: str) -> None:
    deadline = time.monotonic() + 10
    while client("GET", path).json()["status"] != "started":
        assert time.monotonic() < deadline
        time.sleep(0.002)


def test_a_killed_worker_is_replaced_and_its_job_runs_again(client_of: Callable[..., Any], circuit_job: Any) -> None:
    with Emulator(self_check=True) as emulator:
        client = client_of(emulator)
        client.run("/v0.4", circuit_job())
        job = client("POST", "/v0.4/jobs", circuit_job(LONG, qubits=17)).json()["id"]
        running(client, f"/v0.4/jobs/{job}")
        (pid,) = emulator.worker_pids
        os.kill(pid, signal.SIGKILL)
        assert client.wait(f"/v0.4/jobs/{job}")["status"] == "completed"
        assert emulator.worker_pids != (pid,)


def test_a_job_that_kills_its_worker_fails_after_three_attempts(
    client_of: Callable[..., Any], circuit_job: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qcontract.emulator.process import WorkerDied, WorkerProcess

    attempts: list[str] = []

    def die(self: WorkerProcess, order: str) -> Any:
        attempts.append(order)
        raise WorkerDied(begun=True)

    monkeypatch.setattr(WorkerProcess, "answer", die)
    with Emulator(self_check=True) as emulator:
        job = client_of(emulator).run("/v0.4", circuit_job())
    assert (job["failure"]["code"], len(attempts)) == ("SimulationError", 3)


def test_a_worker_that_ends_before_it_began_is_no_attempt_of_its_job(
    client_of: Callable[..., Any], circuit_job: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever kills workers on a slow machine meets them while they start, always over the oldest job."""
    from qcontract.emulator.process import WorkerDied, WorkerProcess

    deaths = [begun for _ in range(2) for begun in (False, False, True)]
    real = WorkerProcess.answer

    def die_first(self: WorkerProcess, order: str) -> Any:
        if deaths:
            raise WorkerDied(begun=deaths.pop())
        return real(self, order)

    monkeypatch.setattr(WorkerProcess, "answer", die_first)
    with Emulator(self_check=True) as emulator:
        assert client_of(emulator).run("/v0.4", circuit_job())["status"] == "completed"
    assert not deaths


@pytest.mark.parametrize("begun", [False, True])
def test_a_dead_worker_says_whether_it_had_begun(begun: bool) -> None:
    from qcontract.emulator.process import WorkerDied, WorkerProcess

    worker = WorkerProcess(memory=1 << 30, seconds=60)
    circuit = {"format": "ionq", "program": {"qubits": 22, "circuit": ENDLESS}}
    order = {"circuits": [circuit], "mode": "exact", "max_qubits": 29, "shots": 1, "all_qubits": True}
    full = {"memory": 1 << 30, "seed": 1, "dry_run": False, **order}

    def kill() -> None:
        while worker.pid is None or (begun and _seconds_used(worker.pid) < 1.0):
            time.sleep(0.001)
        os.kill(worker.pid, signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    with pytest.raises(WorkerDied) as died:
        worker.answer(json.dumps(full))
    killer.join()
    assert died.value.begun == begun


def _seconds_used(pid: int) -> float:
    """Return the CPU seconds of a process; its start takes a part of one."""
    after = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(after[11]) + int(after[12])) / os.sysconf("SC_CLK_TCK")


def test_the_end_of_an_emulator_is_no_attempt_of_its_jobs(tmp_path: Path, circuit_job: Any, client_of: Any) -> None:
    """A job at the head of the queue may be met by many kills before it has run once."""
    from qcontract.emulator.database import Database
    from qcontract.emulator.queue import MAX_ATTEMPTS, Queue

    db = tmp_path / "store.sqlite"
    with Emulator(db=db) as emulator:
        client = client_of(emulator)
        job = client("POST", "/v0.4/jobs", circuit_job(LONG, qubits=17)).json()["id"]
        running(client, f"/v0.4/jobs/{job}")
    for _ in range(MAX_ATTEMPTS + 1):
        database = Database(db)
        queue = Queue(database, set())
        queue.recover()
        taken = queue.claim(0.0, flowing=True)
        assert taken is not None
        assert (taken.job, taken.attempts) == (job, 1)
        database.close()
    with Emulator(db=db) as emulator:
        assert client_of(emulator).wait(f"/v0.4/jobs/{job}")["status"] == "completed"


@pytest.mark.parametrize("how", ["cancel", "delete"])
def test_cancelling_or_deleting_stops_the_work_at_once(client_of: Any, circuit_job: Any, how: str) -> None:
    with Emulator(self_check=True) as emulator:
        client = client_of(emulator)
        client.run("/v0.4", circuit_job())
        job = client("POST", "/v0.4/jobs", circuit_job(ENDLESS, qubits=22)).json()["id"]
        running(client, f"/v0.4/jobs/{job}")
        (pid,) = emulator.worker_pids
        path = f"/v0.4/jobs/{job}"
        assert client(*(("PUT", f"{path}/status/cancel") if how == "cancel" else ("DELETE", path))).status == 200
        start = time.monotonic()
        assert client.run("/v0.4", circuit_job())["status"] == "completed"
        assert time.monotonic() - start < 8
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
        found = client("GET", path)
        assert found.json()["status"] == "canceled" if how == "cancel" else found.status == 404


def test_a_worker_that_cannot_be_started_fails_its_job_and_not_the_emulator(
    client_of: Any, circuit_job: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from qcontract.emulator.process import WorkerProcess

    def refuse(self: WorkerProcess) -> Any:
        raise OSError("no more processes")

    with Emulator(self_check=True) as emulator:
        client = client_of(emulator)
        with monkeypatch.context() as patch:
            patch.setattr(WorkerProcess, "_start", refuse)
            assert client.run("/v0.4", circuit_job())["failure"]["code"] == "SimulationError"
        assert client.run("/v0.4", circuit_job())["status"] == "completed"


def test_a_job_that_takes_too_long_is_stopped(client_of: Callable[..., Any], circuit_job: Any) -> None:
    with Emulator(time_limit=1.5, self_check=True) as emulator:
        client = client_of(emulator)
        job = client.run("/v0.4", circuit_job(ENDLESS, qubits=22))
        assert job["failure"]["code"] == "SimulationTimeout"
        assert client.run("/v0.4", circuit_job())["status"] == "completed"


def test_a_job_beyond_the_memory_limit_fails_and_the_emulator_goes_on(
    client_of: Callable[..., Any], circuit_job: Any
) -> None:
    with Emulator(memory=64 << 20, self_check=True) as emulator:
        client = client_of(emulator)
        job = client.run("/v0.4", circuit_job([{"gate": "x", "target": 0}], qubits=27))
        assert job["failure"]["code"] == "SimulationError"
        assert client.run("/v0.4", circuit_job())["status"] == "completed"


def test_stopping_ends_the_worker_and_keeps_the_job(
    client_of: Callable[..., Any], circuit_job: Any, tmp_path: Path
) -> None:
    db = tmp_path / "store.sqlite"
    with Emulator(db=db) as emulator:
        client = client_of(emulator)
        client.run("/v0.4", circuit_job())
        job = client("POST", "/v0.4/jobs", circuit_job(LONG, qubits=17)).json()["id"]
        running(client, f"/v0.4/jobs/{job}")
        (pid,) = emulator.worker_pids
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    with Emulator(db=db) as emulator:
        client = client_of(emulator)
        assert client.wait(f"/v0.4/jobs/{job}")["status"] == "completed"
        assert client("POST", "/v0.4/jobs", circuit_job()).json()["id"] != job


_VICTIM = """
import json, sys
from pathlib import Path
from qcontract.emulator import Emulator, Request

emulator = Emulator(db=Path(sys.argv[1]), seed=3).start()
body = sys.stdin.buffer.read()
headers = {"authorization": "apiKey test-key", "content-type": "application/json"}
while True:
    answer = emulator.handle(Request("POST", "/v0.4/jobs", "", headers, body))
    print(json.dumps(answer.json()["id"]), flush=True)
"""


def test_no_accepted_job_is_lost_when_the_emulator_is_killed(
    client_of: Callable[..., Any], circuit_job: Any, tmp_path: Path
) -> None:
    db = tmp_path / "store.sqlite"
    accepted: list[str] = []
    for _ in range(2):
        command = [sys.executable, "-c", _VICTIM, str(db)]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as victim:
            assert victim.stdin
            assert victim.stdout
            victim.stdin.write(json.dumps(circuit_job()).encode())
            victim.stdin.close()
            accepted += [json.loads(victim.stdout.readline()) for _ in range(20)]
            victim.kill()
    with Emulator(db=db, seed=3, self_check=True) as emulator:
        client = client_of(emulator)
        for job in accepted:
            ended = client.wait(f"/v0.4/jobs/{job}")
            assert ended["status"] == "completed"
            assert client("GET", ended["results"]["probabilities"]["url"]).json() == pytest.approx(
                {"1": 0.75, "5": 0.25}
            )
    assert len(set(accepted)) == 40
