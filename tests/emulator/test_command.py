"""``qcontract emulator`` as a process, with everything that can be set for it."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from qcontract import errors
from qcontract.cli.emulator import emulator as command
from qcontract.emulator import Emulator, serve
from support.command import invoked


@contextmanager
def running(folder: Path, *arguments: str) -> Iterator[Any]:
    """Run the command; return what its ready file says."""
    ready = folder / "ready.json"
    started = [sys.executable, "-m", "qcontract", "emulator", "--ready-file", str(ready), *arguments]
    with subprocess.Popen(started, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 20
        while not ready.exists():
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < deadline
            time.sleep(0.01)
        assert stat.S_IMODE(ready.stat().st_mode) == 0o600
        yield json.loads(ready.read_text())
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0
        assert not ready.exists()


def ask(port: int, method: str, path: str, body: Any = None, key: str = "test-key") -> tuple[int, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {"authorization": f"apiKey {key}", "content-type": "application/json"}
    connection.request(method, path, None if body is None else json.dumps(body), headers)
    answer = connection.getresponse()
    content = json.loads(answer.read())
    connection.close()
    return answer.status, content


def test_everything_can_be_set(tmp_path: Path, circuit_job: Any) -> None:
    keys, faults = tmp_path / "keys.txt", tmp_path / "faults.json"
    keys.write_text("test-key team\nother-key team\n\nlonely-key\n")
    faults.write_text(json.dumps([{"fault": "status", "status": 503, "operation": "getWhoami", "times": 1}]))
    options = ["--lifecycle", "timed", "--timing", "1,2,3", "--virtual-clock", "--keys", str(keys)]
    with running(tmp_path, *options, "--faults", str(faults), "--seed", "3", "--self-check") as ready:
        assert ready["schema"] == "qcontract.emulator-ready/1"
        assert ready["apis"]["ionq-v0.4"] == f"{ready['origin']}/v0.4"
        port = int(ready["origin"].rpartition(":")[2])
        assert ready["pid"] != os.getpid()
        assert [ask(port, "GET", "/v0.4/whoami")[0] for _ in range(2)] == [503, 200]
        job = ask(port, "POST", "/v0.4/jobs", circuit_job())[1]["id"]
        seen = [ask(port, "GET", f"/v0.4/jobs/{job}", key=key)[0] for key in ("other-key", "lonely-key", "no-key")]
        assert seen == [200, 404, 401]
        assert ask(port, "POST", "/_qcontract/clock", {"advance": 6})[0] == 200
        assert ask(port, "GET", f"/v0.4/jobs/{job}")[1]["status"] == "completed"


@pytest.mark.parametrize(
    ("option", "text", "told"),
    [
        ("--faults", "{", "no JSON"),
        ("--faults", "{}", "array of rules"),
        ("--faults", '[{"fault": "rate_limit"}]', "did you mean rate-limit"),
        ("--faults", '[{"fault": "drop-after"}, {"fault": "nothing"}]', "file, rule 2: there is no fault 'nothing'"),
        ("--faults", '[{"fault": "latency", "seconds": 1, "kind": 3}]', "no setting of latency 'kind'"),
        ("--faults", '[{"fault": "latency", "seconds": 1, "self": 3}]', "no setting of latency 'self'"),
        ("--faults", '[{"fualt": "drop-after"}]', "there is no fault"),
        ("--faults", "[" * 100_000, "no JSON"),
        ("--keys", None, "cannot be read"),
        ("--keys", " \n", "holds no key"),
    ],
    ids=range(10),
)
def test_files_that_cannot_be_meant_are_refused(tmp_path: Path, option: str, text: str | None, told: str) -> None:
    path = tmp_path / "file"
    if text is not None:
        path.write_text(text)
    result = invoked(command, [option, str(path)])
    assert isinstance(result.exception, errors.ConfigurationError)
    assert told in str(result.exception)


@pytest.mark.parametrize("timing", ["1,2", "a,b,c", "1,2,-3", "nan,1,1"])
def test_times_that_cannot_be_meant_are_refused(timing: str) -> None:
    result = invoked(command, ["--lifecycle", "timed", "--timing", timing])
    assert isinstance(result.exception, errors.ConfigurationError)


def test_a_ready_file_that_cannot_be_written_ends_the_command_before_it_serves(tmp_path: Path) -> None:
    result = invoked(command, ["--ready-file", str(tmp_path / "none" / "ready.json")])
    assert isinstance(result.exception, errors.ConfigurationError)
    assert "cannot be written: No such file" in str(result.exception)
    assert result.output == "", "no address of a server that ends at once"


def test_what_a_killed_emulator_left_is_not_taken_for_the_ready_file_of_the_next(tmp_path: Path) -> None:
    (tmp_path / "ready.json").write_text('{"origin": "http://127.0.0.1:1"}')
    unusable = str(tmp_path / "none" / "store")
    result = invoked(command, ["--ready-file", str(tmp_path / "ready.json"), "--db", unusable])
    assert isinstance(result.exception, errors.ConfigurationError)
    assert list(tmp_path.iterdir()) == []


def _unknown(*_: object, **__: object) -> None:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@pytest.mark.parametrize("expose", [False, True])
@pytest.mark.parametrize("host", ["nosuchhost", "127.0.0.1:8123", "", "a\nb", "\u00fc..x"])
def test_what_is_no_address_is_not_called_reachable(host: str, expose: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if host.isascii():
        monkeypatch.setattr(socket, "getaddrinfo", _unknown)
    with Emulator() as emulator, pytest.raises(errors.ConfigurationError) as caught:
        serve(emulator, host, expose=expose).stop()
    assert f"{host!r} is no address to listen on" in caught.value.message
    assert "127.0.0.1" in (caught.value.hint or "")
    assert "port, or 0" not in (caught.value.hint or "")


def test_an_address_that_this_machine_does_not_have() -> None:
    with Emulator() as emulator, pytest.raises(errors.ConfigurationError) as caught:
        serve(emulator, "192.0.2.1", expose=True).stop()
    assert "does not have this address" in (caught.value.hint or "")
