"""One run: a peer's tests in its own process, against an emulator of its own that shows one contract."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.request import Request, urlopen
from xml.etree import ElementTree

from environments import HERE, Peer, own_tests
from qcontract.emulator import Emulator, Server, Timing, serve

KEY = "test-key"
TIMING = Timing(submitted=0.05, ready=0.15, running=0.1)
"""Long enough that no job has ended when a client looks for the first time."""

LIMIT = 900
FLOWS = HERE / "flows"
TRIPWIRE = HERE.parent / "support" / "tripwire.py"
OUTCOMES = ("tests", "failures", "errors", "skipped")


class Outcome(NamedTuple):
    """What one run came to."""

    peer: Peer
    contract: str
    suite: str
    passed: int
    failed: int
    skipped: int
    violations: int
    strays: int
    seconds: float

    @property
    def green(self) -> bool:
        """Whether everything passed, nothing was left out, and nobody looked beyond this machine."""
        return self.passed > 0 and not (self.failed or self.skipped or self.violations or self.strays)


def run(peer: Peer, contract: str) -> Iterator[Outcome]:
    """Run our flows with a peer, and its own tests if it has any for a service."""
    alone = ["-c", str(FLOWS / "pytest.ini"), "--rootdir", str(FLOWS), "--confcutdir", str(FLOWS)]
    yield _run(peer, contract, "our flows", [*alone, *(str(FLOWS / one) for one in peer.flows)])
    if peer.own_tests:
        source = own_tests(peer)
        own = ["-c", str(source / "pyproject.toml"), "--rootdir", str(source), "-o", "addopts=", *peer.own_options]
        yield _run(peer, contract, "its own tests", [*own, str(source / peer.own_tests)])


def _run(peer: Peer, contract: str, suite: str, arguments: list[str]) -> Outcome:
    start = time.monotonic()
    with _emulator(contract) as (emulator, server), TemporaryDirectory(prefix="qcontract-peer-") as scratch:
        _seed(server, contract)
        folder = Path(scratch)
        report = folder / "report.xml"
        command = [peer.python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--import-mode=importlib", "--junitxml"]
        environment = _environment(contract, server, folder)
        ended_well = _ends_well([*command, report, *arguments], folder, environment)
        tests, failures, errors, skipped = _counts(report)
        failed = failures + errors or int(not ended_well)
        log = (folder / "tripwire.log").read_text(encoding="utf-8").splitlines()
        strays = sum(" armed " not in line for line in log)
        return Outcome(
            peer=peer,
            contract=contract,
            suite=suite,
            passed=tests - failures - errors - skipped,
            failed=failed,
            skipped=skipped,
            violations=len(emulator.violations) + _noted(folder),
            strays=strays,
            seconds=time.monotonic() - start,
        )


def _ends_well(command: list[str | Path], folder: Path, environment: dict[str, str]) -> bool:
    """Run a peer's process, its output on the standard error, where no table is expected."""
    try:
        done = subprocess.run(command, cwd=folder, env=environment, stdout=sys.stderr, timeout=LIMIT)
    except subprocess.TimeoutExpired:
        print(f"it did not end within {LIMIT} s", file=sys.stderr)
        return False
    return done.returncode == 0


@contextmanager
def _emulator(contract: str) -> Iterator[tuple[Emulator, Server]]:
    made = Emulator(snapshots=[contract], keys=[KEY], lifecycle="timed", timing=TIMING, self_check=True, seed=7)
    with made as emulator, serve(emulator) as server:
        yield emulator, server


def _seed(server: Server, contract: str) -> None:
    """Leave a few completed jobs, as every account of a real service has them."""
    asymmetric = {"gateset": "qis", "qubits": 2, "circuit": [{"gate": "x", "target": 0}]}
    body = {"type": "ionq.circuit.v1", "backend": "simulator", "shots": 100, "input": asymmetric}
    if contract.startswith("ionq-v0.3"):
        body = {"target": "simulator", "shots": 100, "input": {"format": "ionq.circuit.v0", **asymmetric}}
    for _ in range(4):
        _ask(f"{server.base_url(contract.partition('@')[0])}/jobs", body)
    _ask(f"{server.origin}/_qcontract/settle", {})


def _ask(url: str, body: object = None) -> object:
    headers = {"Authorization": f"apiKey {KEY}", "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    with urlopen(Request(url, data, headers)) as answer:  # a loopback address
        return json.load(answer)


def _environment(contract: str, server: Server, folder: Path) -> dict[str, str]:
    """Return the variables of a peer's process: nothing of ours, every vendor's names, and a guard at the sockets."""
    (folder / "guard").mkdir()
    guard = folder / "guard" / "sitecustomize.py"
    guard.write_text(TRIPWIRE.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "tripwire.log").touch()
    (folder / "guard" / "tripwire.log").symlink_to(folder / "tripwire.log")
    api = contract.partition("@")[0]
    address = server.base_url(api)
    variables = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(folder / "guard"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "IONQ_API_KEY": KEY,
        "IONQ_API_URL": address,
        "IONQ_REMOTE_HOST": server.origin,
        "PEERS_ORIGIN": server.origin,
        "PEERS_API_URL": address,
        "PEERS_CONTRACT": contract,
        "PEERS_NOTES": str(folder / "violations.txt"),
    }
    if api == "ionq-v0.4":
        sessions = _ask(f"{address}/sessions")
        variables["IONQ_ORG_ID"] = sessions["organization_id"]  # type: ignore[index]
    return variables


def _counts(report: Path) -> tuple[int, int, int, int]:
    """Read how many tests there were, failed, broke and were skipped; a process that died left no report."""
    if not report.exists():
        return 0, 0, 0, 0
    suite = ElementTree.parse(report).getroot().find("testsuite")  # written by our own process
    assert suite is not None
    tests, failures, errors, skipped = (int(suite.get(name, 0)) for name in OUTCOMES)
    return tests, failures, errors, skipped


def _noted(folder: Path) -> int:
    """Count the violations that flows saw before they reset the emulator."""
    notes = folder / "violations.txt"
    return len(notes.read_text(encoding="utf-8").splitlines()) if notes.exists() else 0
