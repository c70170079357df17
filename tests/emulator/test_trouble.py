"""What an emulator does with files, disks, signals and clocks that do not work well: it says so, and loses nothing."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from qcontract import errors
from qcontract.emulator import Emulator
from qcontract.emulator.database import StoreUnusable
from qcontract.emulator.queue import Queue

resource = pytest.importorskip("resource", reason="bounds files as only Unix can")

HEADERS = {"authorization": "apiKey test-key"}
HARD = [{"gate": "xx", "rotation": 0.1, "targets": [q, q + 1]} for q in range(21)] * 500


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


def refused(path: Path, told: str) -> None:
    with pytest.raises(errors.ConfigurationError, match=told) as caught:
        Emulator(db=path)
    assert "--db" in str(caught.value.hint)


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        (["PRAGMA user_version=99"], "layout is number 99"),
        (["CREATE TABLE jobs (a)", "PRAGMA user_version=1"], "layout is number 1,"),
        (["CREATE TABLE mine (a)", "INSERT INTO mine VALUES (7)"], "holds something else"),
    ],
)
def test_a_database_that_is_not_ours_is_left_as_it_is(db: Path, statements: list[str], told: str) -> None:
    connection = sqlite3.connect(db)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    before = db.read_bytes()
    refused(db, told)
    assert db.read_bytes() == before
    assert [path.name for path in db.parent.iterdir()] == [db.name]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_circle_of_links_is_told(db: Path) -> None:
    db.symlink_to(db)
    refused(db, "cannot be")
    other = db.with_name("other.sqlite")
    other.symlink_to(other.with_name("third.sqlite"))
    other.with_name("third.sqlite").symlink_to(other)
    refused(other, "cannot be")


def test_a_file_that_is_no_database_is_left_as_it_is(db: Path) -> None:
    db.write_text("a diary, long enough to be taken for a page of a database" * 100)
    refused(db, "not a database")
    assert db.read_text().startswith("a diary")


def test_a_folder_that_is_not_there_is_told(db: Path) -> None:
    refused(db.parent / "none" / "store.sqlite", "cannot be written: No such file")


def test_a_store_has_one_emulator_by_whatever_name(db: Path) -> None:
    link, hard = db.with_name("link.sqlite"), db.with_name("hard.sqlite")
    with Emulator(db=db) as emulator:
        link.symlink_to(db)
        refused(link, "another emulator has store.sqlite open")
        assert emulator.db == db.resolve()
    os.link(db, hard)
    refused(hard, "several names")
    hard.unlink()
    with Emulator(db=link) as emulator:
        assert emulator.db == db.resolve()


def test_a_damaged_file_is_told_and_does_not_end_the_emulator(db: Path, client_of: Any, circuit_job: Any) -> None:
    with Emulator(db=db) as emulator:
        client = client_of(emulator)
        jobs = [client("POST", "/v0.4/jobs", circuit_job(name="n" * 200)).json()["id"] for _ in range(60)]
        emulator.settle()
    content = bytearray(db.read_bytes())
    for page in range(len(content) // 4096 * 3 // 4 * 4096, len(content), 4096):  # the tables come first
        content[page : page + 2000] = b"\xff" * 2000
    db.write_bytes(content)
    with Emulator(db=db) as emulator:
        client = client_of(emulator)
        answers = [client("GET", f"/v0.4/jobs/{job}") for job in jobs]
        told = {answer.json()["message"] for answer in answers if answer.status == 503}
        (text,) = told
        assert "malformed" in text
        assert "begin anew" in text
        assert "room" not in text, "its disk has nothing to do with it"
        assert client("GET", "/v0.4/backends").status == 200


def test_nothing_is_accepted_into_a_file_that_is_gone(db: Path, client_of: Any, circuit_job: Any) -> None:
    with Emulator(db=db) as emulator:
        client = client_of(emulator)
        kept = client("POST", "/v0.4/jobs", circuit_job()).json()["id"]
        emulator.settle()
        away = db.rename(db.with_name("away.sqlite"))
        refused = client("POST", "/v0.4/jobs", circuit_job())
        assert refused.status == 503
        assert "it was removed" in refused.json()["message"]
        assert "put it back" in refused.json()["message"]
        assert client("GET", f"/v0.4/jobs/{kept}").json()["status"] == "completed", "what was read can be read on"
        db.write_bytes(b"")
        assert b"put it back" in client("POST", "/v0.4/jobs", circuit_job()).body, "another file of its name is not it"
        away.replace(db)
        later = client("POST", "/v0.4/jobs", circuit_job()).json()["id"]
        emulator.settle()
    with Emulator(db=db) as again:
        assert {job["id"] for job in again.jobs()} == {kept, later}


def test_an_emulator_that_cannot_be_made_lets_go_of_its_store(db: Path) -> None:
    with pytest.raises(errors.ConfigurationError):
        Emulator(db=db, limits={"nothing": 5})  # type: ignore[dict-item]
    Emulator(db=db).stop()


class Process:
    """``qcontract emulator`` on a store, with a bound on the length of its files if one is wanted."""

    def __init__(self, db: Path, largest: int | None = None) -> None:
        def bound() -> None:
            for ignored in (signal.SIGINT, signal.SIGHUP):  # as background jobs of a shell inherit them
                signal.signal(ignored, signal.SIG_DFL)
            if largest is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))

        command = [sys.executable, "-m", "qcontract", "emulator", "--db", str(db)]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=bound
        )
        assert self.process.stdout
        lines = [self.process.stdout.readline().split() for _ in range(3)]
        self.client = httpx.Client(base_url=dict(lines)["ionq-v0.4"], headers=HEADERS, trust_env=False, timeout=30)

    def submit(self, body: object) -> httpx.Response:
        return self.client.post("/jobs", json=body)

    def wait(self, job: str, *statuses: str) -> None:
        deadline = time.monotonic() + 30
        while self.client.get(f"/jobs/{job}").json()["status"] not in statuses:
            assert time.monotonic() < deadline
            time.sleep(0.02)

    def end(self, how: signal.Signals) -> str:
        """Return what it wrote to its standard error."""
        self.client.close()
        self.process.send_signal(how)
        return self.process.communicate(timeout=20)[1]


@pytest.fixture
def process(db: Path) -> Iterator[Callable[..., Process]]:
    made: list[Process] = []

    def start(largest: int | None = None) -> Process:
        made.append(Process(db, largest))
        return made[-1]

    yield start
    for one in (one for one in made if one.process.poll() is None):
        one.end(signal.SIGKILL)


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="lets a file grow again as only Linux can")
def test_a_full_disk_is_told_and_nothing_accepted_is_lost(process: Callable[..., Process], circuit_job: Any) -> None:
    full = process(300_000)
    body, accepted = circuit_job(metadata={"note": "x" * 3000}), list[str]()
    for _ in range(300):
        answer = full.submit(body)
        if answer.status_code != 201:
            break
        accepted.append(answer.json()["id"])
    assert (answer.status_code, "make room" in answer.json()["message"]) == (503, True), answer.text
    assert accepted
    assert full.client.get("/jobs").status_code == 200
    resource.prlimit(full.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    for job in accepted:
        full.wait(job, "completed")
    assert full.submit(body).status_code == 201
    told = full.end(signal.SIGTERM)
    assert "Traceback" not in told
    assert told.count("cannot be used") == 1


def test_jobs_run_when_the_store_can_be_written_again(
    client_of: Any, circuit_job: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever takes and ends jobs meets the full disk as well, and must not give up."""
    failing = {"claim": 2, "finish": 2}

    def unwritable(name: str) -> Callable[..., Any]:
        real = getattr(Queue, name)

        def fail_first(self: Queue, *given: Any, **named: Any) -> Any:
            failing[name] -= 1
            if failing[name] >= 0:
                raise StoreUnusable("the disk is full")
            return real(self, *given, **named)

        return fail_first

    for name in failing:
        monkeypatch.setattr(Queue, name, unwritable(name))
    monkeypatch.setattr("qcontract.emulator.runner.RETRY_SECONDS", 0.01)
    with Emulator(self_check=True) as emulator:
        assert client_of(emulator).run("/v0.4", circuit_job())["status"] == "completed"
    assert max(failing.values()) < 0


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_in_good_order_while_jobs_run(
    process: Callable[..., Process], db: Path, circuit_job: Any, how: signal.Signals
) -> None:
    first = process()
    hard = first.submit(circuit_job(HARD, qubits=22)).json()["id"]
    soft = first.submit(circuit_job()).json()["id"]
    first.wait(hard, "started")
    told = first.end(how)
    assert (first.process.returncode, told.splitlines()[-1]) == (0, "emulator stopped"), told
    assert not db.with_name(db.name + "-wal").exists(), "the store was closed"
    second = process()
    second.wait(hard, "started")
    assert second.client.delete(f"/jobs/{hard}").status_code == 200
    second.wait(soft, "completed")
    assert "Traceback" not in second.end(how)


def test_a_start_that_is_killed_leaves_a_file_that_can_be_used(db: Path) -> None:
    """The tables and the number of their layout come at once."""
    started = f"from qcontract.emulator.database import Database; from pathlib import Path; Database(Path({str(db)!r}))"
    for pause in (0.05, 0.1, 0.15, 0.2, 0.25):
        db.unlink(missing_ok=True)
        victim = subprocess.Popen([sys.executable, "-c", started])
        time.sleep(pause)
        victim.kill()
        victim.wait()
        Emulator(db=db).stop()


def test_the_calendar_ends(client_of: Any, circuit_job: Any) -> None:
    with Emulator(clock="virtual", self_check=True) as emulator:
        client = client_of(emulator)
        client.run("/v0.4", circuit_job())
        for _ in range(209):
            emulator.advance(900_000_000)
        with pytest.raises(errors.ConfigurationError, match="cannot be advanced by 9") as caught:
            emulator.advance(900_000_000)
        assert "year 8000" in str(caught.value.hint)
        for path in ("/v0.4/jobs", "/v0.4/backends", "/v0.3/jobs", "/api/v1/jobs"):
            assert client("GET", path).status == 200
        huge = client("POST", "/_qcontract/clock", json.loads('{"advance": 1' + "0" * 400 + "}"))
        assert (huge.status, len(huge.body) < 300) == (400, True)
