"""The command as a process: signals, pipes, terminals, encodings and odd file names; the rest is tested in process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pytest
from support.command import ASYMMETRIC, environment, process
from support.loopback import loopback
from support.scripted import Answer, Asked
from support.services import JOB, V04

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and descriptors as on Unix")

RUN = ("run", str(ASYMMETRIC), "--emulator")
CIRCUIT = json.dumps({"qubits": 1, "circuit": [{"gate": "x", "target": 0}]})


@contextmanager
def running(*arguments: str, home: Path, **env: str) -> Iterator[subprocess.Popen[bytes]]:
    """A command under way, in a process group of its own, as a shell starts it."""
    command = [sys.executable, "-m", "qcontract", *arguments]
    with subprocess.Popen(
        command,
        env=environment(home, **env),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as under_way:
        try:
            yield under_way
        finally:
            if under_way.poll() is None:
                under_way.kill()


def interrupt(under_way: subprocess.Popen[bytes], sent: int = signal.SIGINT) -> tuple[int, str, str]:
    """Press Ctrl-C, which every process of the group gets, or send what asks to end."""
    os.killpg(under_way.pid, sent)
    out, err = under_way.communicate(timeout=20)
    return under_way.returncode, out.decode(), err.decode()


def line_with(stream: IO[bytes] | None, word: str) -> str:
    assert stream is not None
    for line in stream:
        if word in line.decode():
            return line.decode()
    raise AssertionError(f"nothing said {word!r}")


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_end_while_waiting_leaves_the_job_and_names_it(tmp_path: Path, sent: int) -> None:
    def reply(asked: Asked) -> Answer:
        return V04.accepted() if asked.method == "POST" else V04.shown("running")

    with (
        loopback(reply) as server,
        running(
            "run", str(ASYMMETRIC), "--live", home=tmp_path, IONQ_API_KEY="test-key", IONQ_API_URL=server.origin
        ) as under_way,
    ):
        line_with(under_way.stderr, "running")
        code, out, err = interrupt(under_way, sent)
    assert (code, out) == (130, "")
    assert err == f"ionq-v0.4:{JOB} goes on at the service: wait for it or cancel it there\n\ninterrupted\n"
    assert {asked.method for asked in server.requests} == {"POST", "GET"}
    assert len(server.sent("POST")) == 1


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_end_while_submitting_names_the_token(tmp_path: Path, sent: int) -> None:
    interrupted = threading.Event()

    def reply(asked: Asked) -> Answer:
        interrupted.wait(20)
        return V04.accepted()

    with (
        loopback(reply) as server,
        running(
            "run", str(ASYMMETRIC), "--live", home=tmp_path, IONQ_API_KEY="test-key", IONQ_API_URL=server.origin
        ) as under_way,
    ):
        deadline = time.monotonic() + 20
        while not server.requests and time.monotonic() < deadline:
            time.sleep(0.02)
        code, out, err = interrupt(under_way, sent)
        interrupted.set()
        assert (code, out) == (130, "")
        assert err.startswith(f"the job may have been submitted: look for one that carries the token {server.token}\n")
        assert "Traceback" not in err


def test_ctrl_c_ends_the_emulator_with_all_its_processes(tmp_path: Path) -> None:
    with running("emulator", home=tmp_path) as under_way:
        line_with(under_way.stderr, "running")
        code, out, err = interrupt(under_way)
        with pytest.raises(ProcessLookupError):
            os.killpg(under_way.pid, 0)
    assert (code, [line.split()[0] for line in out.splitlines()]) == (0, ["ionq-v0.3", "ionq-v0.4", "qbraid-v2"])
    assert err == "emulator stopped\n"


def test_ctrl_c_ends_a_run_on_the_emulator(tmp_path: Path) -> None:
    slow = tmp_path / "slow.json"
    gates = [{"gate": "h", "target": qubit} for qubit in range(22)] * 30
    slow.write_text(json.dumps({"qubits": 22, "circuit": gates}))
    with running("run", str(slow), "--emulator", home=tmp_path) as under_way:
        line_with(under_way.stderr, "running")
        code, out, err = interrupt(under_way)
        with pytest.raises(ProcessLookupError):
            os.killpg(under_way.pid, 0)
    assert (code, out) == (130, "")
    assert err.endswith("has ended with its emulator\n\ninterrupted\n")
    assert "Traceback" not in err, err


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    """As in ``qcontract specs show ionq-v0.4 | head -1``: the document is longer than what a pipe holds."""
    with running("specs", "show", "ionq-v0.4", home=tmp_path) as under_way:
        assert under_way.stdout is not None
        under_way.stdout.readline()
        under_way.stdout.close()
        assert under_way.wait(20) == 0
        assert under_way.stderr is not None
        assert under_way.stderr.read().decode().count("\n") == 1


def test_a_reader_of_progress_that_leaves_does_not_end_the_wait(tmp_path: Path) -> None:
    with running(*RUN, home=tmp_path) as under_way:
        assert under_way.stderr is not None
        under_way.stderr.close()
        assert under_way.stdout is not None
        assert under_way.stdout.read().decode().startswith("ionq-v0.4:")
        assert under_way.wait(20) == 0


def redirected(line: str, home: Path) -> subprocess.CompletedProcess[bytes]:
    """Run the example with redirections by a shell, which alone can close a stream."""
    command = f"{sys.executable} -m qcontract {' '.join(RUN)} {line}"
    return subprocess.run(
        ["/bin/sh", "-c", command], env=environment(home), capture_output=True, check=False, timeout=60
    )


def test_a_closed_stdout_loses_the_result_and_not_the_job(tmp_path: Path) -> None:
    ended = redirected(">&-", tmp_path)
    assert (ended.returncode, b"completed" in ended.stderr, b"error" in ended.stderr) == (0, True, False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux")
def test_a_full_disk(tmp_path: Path) -> None:
    ended = redirected(">/dev/full", tmp_path)
    assert (ended.returncode, ended.stderr.decode().splitlines()[-1]) == (2, "error: No space left on device")


def test_a_closed_stdin(tmp_path: Path) -> None:
    ended = process("run", "-", "--emulator", home=tmp_path, stdin=None, preexec_fn=lambda: os.close(0))
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr == b"error: cannot read standard input: it is closed\n"


@pytest.mark.parametrize("env", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}], ids=str)
def test_output_is_ascii_where_the_terminal_is(tmp_path: Path, env: dict[str, str]) -> None:
    ended = process(*RUN, home=tmp_path, env={"PYTHONCOERCECLOCALE": "0", **env})
    assert (ended.returncode, ended.stdout.isascii(), b"#" * 40 in ended.stdout) == (0, True, True), ended


@pytest.mark.parametrize("name", ["-dash.json", "sp ace.json", "ünï.json", b"\xff\xfe.json", "new\nline.json"])
def test_odd_file_names(tmp_path: Path, name: str | bytes) -> None:
    path = os.path.join(os.fsencode(tmp_path), os.fsencode(name))
    missing = process("run", path, "--emulator", home=tmp_path)
    assert (missing.returncode, missing.stdout, missing.stderr.count(b"\n")) == (2, b"", 1)
    assert missing.stderr.startswith(b"error: cannot read ")
    try:
        with open(path, "w") as file:
            file.write("{")
    except OSError:
        pytest.skip("the file system has no such names")
    broken = process("run", "--emulator", "--", os.fsencode(name), home=tmp_path, cwd=tmp_path)
    assert (broken.returncode, b"is not valid JSON" in broken.stderr, b"Traceback" in broken.stderr) == (2, True, False)


WITHOUT = """
from importlib.machinery import PathFinder
find = PathFinder.find_spec
def find_all_but_one(name, path=None, target=None):
    return None if name.partition(".")[0] == "{package}" else find(name, path, target)
PathFinder.find_spec = find_all_but_one
"""


@pytest.mark.parametrize("package", ["numpy", "uvicorn", "jsonschema_rs"])
def test_a_missing_extra(tmp_path: Path, package: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(WITHOUT.format(package=package))
    ended = process(*RUN, home=tmp_path, env={"PYTHONPATH": str(tmp_path)})
    assert (ended.returncode, ended.stdout, b"Traceback" in ended.stderr) == (2, b"", False), ended
    assert ended.stderr.endswith(b"hint: pip install 'qcontract[emulator]'\n")


def test_on_a_terminal(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    read: Callable[[int, int], bytes] = os.read
    ours, theirs = pty.openpty()
    ended = process(*RUN, home=tmp_path, env={"TERM": "xterm"}, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    shown = read(ours, 100_000).decode()
    os.close(ours)
    assert (ended.returncode, ended.stdout.count(b"\n")) == (0, 4)
    assert "completed after" in shown
    assert shown.endswith("\r")


def test_a_bug_of_ours_says_so(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import qcontract.model.program as program\n"
        "def broken(*_): raise ZeroDivisionError('planted')\n"
        "program.read_program = broken\n"
    )
    env: dict[str, Any] = {"PYTHONPATH": str(tmp_path)}
    ended = process(*RUN, home=tmp_path, env=env)
    assert (ended.returncode, ended.stdout) == (70, b"")
    assert ended.stderr.startswith(b"internal error: ZeroDivisionError: planted\nhint: ")
    traced = process(*RUN, home=tmp_path, env=env | {"QCONTRACT_DEBUG": "1"})
    assert b"Traceback" in traced.stderr
