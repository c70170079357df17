"""A storm: a real server process under load, killed over and over, and the books of what it had accepted."""

from __future__ import annotations

import itertools
import os
import random
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx
from attrs import define, field

HEADERS = {"authorization": "apiKey test-key"}
BITS = 8
PAUSE = 0.01
HEAVY_EVERY = 150
KINDS = ("server", "group", "worker")


def program(number: int) -> dict[str, Any]:
    """A circuit whose only outcome is the number's low bits; some of them take a while to find that out."""
    gates: list[dict[str, Any]] = [{"gate": "x", "target": bit} for bit in range(BITS) if number >> bit & 1]
    if number % HEAVY_EVERY:
        return {"gateset": "qis", "qubits": BITS, "circuit": gates}
    pairs = [(a, a + 1) for a in range(13)]
    turns = [{"gate": "xx", "targets": [*pair], "rotation": angle} for pair in pairs * 8 for angle in (0.3, -0.3)]
    return {"gateset": "qis", "qubits": 14, "circuit": [*gates, *turns]}


@define
class Books:
    """What the storm did and what came of it."""

    kills: dict[str, int] = field(factory=lambda: dict.fromkeys(KINDS, 0))
    accepted: dict[int, str] = field(factory=dict)
    unanswered: set[int] = field(factory=set)
    refused: list[str] = field(factory=list)
    stored_unanswered: int = 0
    lost: list[int] = field(factory=list)
    wrong: list[str] = field(factory=list)
    twice: list[int] = field(factory=list)
    left_running: list[int] = field(factory=list)

    def __str__(self) -> str:
        return (
            f"{sum(self.kills.values())} kills {self.kills}: {len(self.accepted)} jobs accepted, {len(self.lost)} lost,"
            f" {len(self.wrong)} wrong, {len(self.twice)} stored twice; {len(self.unanswered)} requests without an"
            f" answer, of which {self.stored_unanswered} were kept; {len(self.left_running)} processes left behind"
        )


class Server:
    """``qcontract emulator`` on one store, in a process group of its own."""

    def __init__(self, db: Path) -> None:
        command = [sys.executable, "-m", "qcontract", "emulator", "--port", "0", "--db", str(db)]
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True
        )
        assert self._process.stdout
        lines = [self._process.stdout.readline().split() for _ in range(3)]
        self.url = next(url for name, url in lines if name == "ionq-v0.4")

    def workers(self) -> list[int]:
        """Ids of the processes that this server has started."""
        found: list[int] = []
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                after = stat.read_text().rpartition(")")[2].split()
                if int(after[1]) == self._process.pid:
                    found.append(int(stat.parent.name))
        return found

    def kill(self, kind: str) -> None:
        """Kill -9 the server, its process group, or its workers alone."""
        if kind == "worker":
            for pid in self.workers():
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            return
        if kind == "group":
            os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()
        self._end()

    def stop(self) -> None:
        """End the server in good order."""
        self._process.terminate()  # not SIGINT, which a shell's background jobs ignore
        self._end()

    def _end(self) -> None:
        self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()


class Storm:
    """Clients that submit without pause while the server is killed and started again.

    Args:
        db: The store.
        seed: From which the moments of the kills follow.
        clients: Number of threads that submit.
    """

    def __init__(self, db: Path, seed: int, clients: int = 3) -> None:
        self.books = Books()
        self._db = db
        self._random = random.Random(seed)
        self._numbers = itertools.count(1)
        self._ended = threading.Event()
        self._server = Server(db)
        self._workers: set[int] = set()
        self._threads = [threading.Thread(target=self._submit) for _ in range(clients)]

    def _submit(self) -> None:
        with httpx.Client(headers=HEADERS, timeout=10, trust_env=False) as client:
            while not self._ended.is_set():
                number = next(self._numbers)
                body = {"type": "ionq.circuit.v1", "backend": "simulator", "input": program(number)}
                try:
                    answer = client.post(f"{self._server.url}/jobs", json={**body, "metadata": {"number": str(number)}})
                except httpx.ConnectError:
                    self._ended.wait(PAUSE)  # nothing was sent: the server is being started again
                except httpx.TransportError:
                    self.books.unanswered.add(number)
                else:
                    if answer.status_code == 201:
                        self.books.accepted[number] = answer.json()["id"]
                    else:
                        self.books.refused.append(f"{number}: {answer.status_code} {answer.text[:200]}")
                self._ended.wait(PAUSE)

    def rage(self, kills: int) -> Books:
        """Kill as often as asked, in turns; then let everything end, and check the books."""
        for thread in self._threads:
            thread.start()
        for kind in itertools.islice(itertools.cycle(KINDS), kills):
            time.sleep(self._random.uniform(0.05, 0.9))
            self._workers.update(self._server.workers())
            self._server.kill(kind)
            self.books.kills[kind] += 1
            if kind != "worker":
                self._server = Server(self._db)
        self._ended.set()
        for thread in self._threads:
            thread.join()
        self._audit()
        self._server.stop()
        self.books.left_running = [pid for pid in self._workers if _runs_ours(pid)]
        return self.books

    def _audit(self) -> None:
        with httpx.Client(headers=HEADERS, timeout=30, trust_env=False) as client:
            stored = self._settled(client)
            for number, jobs in stored.items():
                if len(jobs) > 1:
                    self.books.twice.append(number)
                for job in jobs:
                    if not self._right(client, number, job):
                        self.books.wrong.append(f"{number}: {job['status']} {job['failure']}")
        known = {job["id"] for jobs in stored.values() for job in jobs}
        self.books.lost = [number for number, job in self.books.accepted.items() if job not in known]
        self.books.stored_unanswered = len(self.books.unanswered & stored.keys())

    def _settled(self, client: httpx.Client) -> dict[int, list[dict[str, Any]]]:
        """Return all jobs of the store by their number, when all have ended."""
        deadline = time.monotonic() + 300
        while True:
            jobs = self._all(client)
            if all(job["status"] in ("completed", "failed", "canceled") for job in jobs):
                break
            assert time.monotonic() < deadline, "the jobs do not end"
            time.sleep(0.2)
        found: dict[int, list[dict[str, Any]]] = {}
        for job in jobs:
            found.setdefault(int(job["metadata"]["number"]), []).append(job)
        return found

    def _all(self, client: httpx.Client) -> list[dict[str, Any]]:
        jobs: list[dict[str, Any]] = []
        query: dict[str, Any] = {"limit": 500}
        while True:
            page = client.get(f"{self._server.url}/jobs", params=query).json()
            jobs += page["jobs"]
            if not page["next"]:
                return jobs
            query["next"] = page["next"]

    def _right(self, client: httpx.Client, number: int, job: dict[str, Any]) -> bool:
        if job["status"] != "completed":
            return False
        found = client.get(f"{self._server.url}/jobs/{job['id']}/results/probabilities").json()
        return max(found, key=found.__getitem__) == str(number % (1 << BITS)) and abs(max(found.values()) - 1) < 1e-9


def _runs_ours(pid: int) -> bool:
    """Tell whether a worker is still there; its number may belong to another process by now."""
    for _ in range(30):
        try:
            if b"qcontract.emulator.worker" not in Path(f"/proc/{pid}/cmdline").read_bytes():
                return False
        except OSError:
            return False
        time.sleep(0.1)
    return True
