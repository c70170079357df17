"""The runner itself: that what it reads is there, and that nothing but a full success looks like one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any

import pytest
from qcontract.contract import registry

HERE = Path(__file__).parent
CONTRACT = "ionq-v0.4@2026-10-01"


@pytest.fixture(scope="module")
def modules() -> Iterator[Any]:
    """The runner's modules, which find each other as a script's do."""
    sys.path.insert(0, str(HERE))
    yield import_module("suites"), import_module("environments"), import_module("run")
    sys.path.remove(str(HERE))
    for name in ("suites", "environments", "run"):
        del sys.modules[name]


def test_every_peer_has_flows_and_a_lock_that_pins_it(modules: Any) -> None:
    _, environments, _ = modules
    for peer in environments.peers().values():
        assert all((HERE / "flows" / one).is_file() for one in peer.flows)
        pins = dict(line.split("==") for line in peer.lock.read_text().splitlines() if not line.startswith("#"))
        assert {name.lower(): version for name, version in pins.items()}[peer.package] == peer.version
        assert "pytest" in pins


def test_every_contract_of_ionq_in_force_has_its_peers(modules: Any) -> None:
    _, environments, _ = modules
    named = {contract for peer in environments.peers().values() for contract in peer.contracts}
    in_force = {f"{entry.api}@{entry.label}" for entry in registry() if entry.package and entry.api.startswith("ionq")}
    assert named == in_force


@pytest.fixture
def run_flow(modules: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """Run a file of tests as a peer's flows, with this interpreter for the peer's own."""
    suites, environments, _ = modules
    flows = tmp_path / "flows"
    copytree(HERE / "flows", flows, ignore=ignore_patterns("test_*", "__pycache__"))
    monkeypatch.setattr(suites, "FLOWS", flows)

    class Here(environments.Peer):  # type: ignore[misc,name-defined]
        python = tmp_path / "python"

    Here.python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    Here.python.chmod(0o755)

    def run(flow: str) -> Any:
        (flows / "test_flow.py").write_text(flow)
        [outcome] = suites.run(Here("planted", "planted", "1", [CONTRACT], ["test_flow.py"]), CONTRACT)
        return outcome

    return run


PASSES = """
def test_the_emulator_begins_empty(emulator):
    assert emulator.jobs() == []
    assert emulator.origin.startswith("http://127.0.0.1:")
"""


def test_a_full_success_is_green(run_flow: Callable[[str], Any], modules: Any) -> None:
    outcome = run_flow(PASSES)
    assert outcome.green
    assert (outcome.passed, outcome.failed, outcome.skipped) == (1, 0, 0)
    assert "| planted | 1       | ionq-v0.4@2026-10-01 |" in modules[2].table([outcome])


PLANTED = {
    "failed": "def test_it(): assert False",
    "failed when the process dies": "import os\ndef test_it(): os._exit(3)",
    "skipped": "import pytest\ndef test_it(): pytest.skip('no account')",
    "strays": "import socket\ndef test_it():\n    socket.create_connection(('192.0.2.1', 443), 1)",
    "violations": "import os\ndef test_it(emulator): open(os.environ['PEERS_NOTES'], 'a').write('an answer\\n')",
}


@pytest.mark.heavy
@pytest.mark.parametrize("planted", PLANTED)
def test_everything_else_is_not(run_flow: Callable[[str], Any], planted: str) -> None:
    outcome = run_flow(PASSES + PLANTED[planted])
    assert not outcome.green
    assert getattr(outcome, planted.partition(" ")[0]) > 0


@pytest.mark.heavy
def test_no_tests_are_no_success(run_flow: Callable[[str], Any]) -> None:
    assert not run_flow("").green


def test_an_unknown_name_is_said(modules: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert modules[2].main(["qiskit"]) == 2
    assert "there are ionq-core, qiskit-ionq" in capsys.readouterr().err
