"""What the flows share: the emulator's controls over HTTP. A peer's environment has pytest and no qcontract."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest

pytest.register_assert_rewrite("with_cirq", "with_qiskit")


class Emulator:
    """The emulator that a flow talks to."""

    def __init__(self) -> None:
        self.origin = os.environ["PEERS_ORIGIN"]
        self.url = os.environ["PEERS_API_URL"]
        self.contract = os.environ["PEERS_CONTRACT"]
        self.key = os.environ["IONQ_API_KEY"]

    def control(self, method: str, path: str, /, **members: Any) -> dict[str, Any]:
        """Use one of the controls."""
        data = json.dumps(members).encode() if method != "GET" else None
        request = Request(f"{self.origin}/_qcontract/{path}", data, {"content-type": "application/json"}, method=method)
        with urlopen(request, timeout=60) as answer:
            found: dict[str, Any] = json.load(answer)
        return found

    def fault(self, kind: str, /, **settings: Any) -> str:
        """Disturb requests from now on, and return the rule's id."""
        identifier: str = self.control("POST", "faults", fault=kind, **settings)["id"]
        return identifier

    def hits(self, identifier: str) -> int:
        """How often a rule has struck."""
        [rule] = [one for one in self.control("GET", "faults")["faults"] if one["id"] == identifier]
        number: int = rule["hits"]
        return number

    def jobs(self) -> list[dict[str, Any]]:
        """All jobs, oldest first."""
        found: list[dict[str, Any]] = self.control("GET", "jobs")["jobs"]
        return found

    def settle(self) -> None:
        """Return when all jobs have ended."""
        self.control("POST", "settle")

    def hold(self) -> None:
        """Let no job move from now on."""
        self.control("POST", "hold")


@pytest.fixture(scope="session")
def controls() -> Emulator:
    return Emulator()


@pytest.fixture
def emulator(controls: Emulator) -> Iterator[Emulator]:
    """An emulator without jobs and faults; what breaks the contract is noted for the table, and fails the test."""
    controls.control("POST", "reset")
    yield controls
    broken = controls.control("GET", "violations")["violations"]
    with Path(os.environ["PEERS_NOTES"]).open("a") as notes:
        notes.writelines(f"{line!r}\n" for line in broken)
    controls.control("POST", "reset")
    assert not broken


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what belongs to another contract: that is no test that was skipped, there is nothing to test."""
    shown = os.environ["PEERS_CONTRACT"]
    others = [item for item in items if any(shown not in mark.args for mark in item.iter_markers("shows"))]
    config.hook.pytest_deselected(items=others)
    items[:] = [item for item in items if item not in others]
