from __future__ import annotations

import ssl
from collections.abc import Callable
from pathlib import Path

import pytest
from support.command import Command
from support.virtual import VirtualClock


@pytest.fixture
def qcontract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """The command, run inside this process."""
    home = tmp_path / "home"
    home.mkdir()
    return Command(monkeypatch, home)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> VirtualClock:
    """Time that stands still while a command waits, so that minutes of retries take none."""
    clock = VirtualClock()
    monkeypatch.setattr("qcontract.clients.assembly.Context", clock.context)
    return clock


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str | bytes], Path]:
    """Write a program into a file."""

    def write(content: str | bytes, name: str = "program") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture(autouse=True)
def no_certificates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading the certificates of all the world takes longer than a command, and nothing here speaks TLS."""
    monkeypatch.setattr(ssl.SSLContext, "load_verify_locations", lambda *_, **__: None)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long a command works is the machine's matter, and what it says meanwhile is told where it is tested."""
    monkeypatch.setattr("qcontract.cli.drift.working._PATIENCE", 60.0)
