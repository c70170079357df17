"""Cassettes: where they lie, and how one is recorded or played back."""

from __future__ import annotations

import socket
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import vcr
from attrs import frozen
from support.secrecy import KEY, REDACTED

FOLDER = Path(__file__).resolve().parents[2] / "cassettes"
EMULATOR = "our emulator, seed 1, its clock standing still"
_MATCH = ("method", "scheme", "host", "port", "path", "query", "body")

recorded_now: dict[Path, str] = {}
"""The cassettes that this process recorded, and where each comes from."""


@frozen
class Recorded:
    """An open cassette."""

    recording: bool


Tape = Callable[..., AbstractContextManager[Recorded]]
"""`tape(contract, name, source=...)` opens a cassette of the emulator for one test."""


def path_of(contract: str, name: str, origin: str = "emulator") -> Path:
    """Where a cassette lies."""
    api, _, label = contract.partition("@")
    return FOLDER / origin / api / label / f"{name}.yaml"


@contextmanager
def open_tape(contract: str, name: str, *, recording: bool, source: str = EMULATOR) -> Generator[Recorded]:
    """Record one cassette of the emulator anew, or play it back."""
    path = path_of(contract, name)
    if recording:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        recorded_now[path] = source
    with play(path, recording=recording) as opened:
        yield opened


@contextmanager
def play(path: Path, *, recording: bool = False) -> Generator[Recorded]:
    """Play a cassette back: every request must be on it, and every exchange on it be asked for."""
    if not recording and not path.exists():
        raise FileNotFoundError(f"{path.name} is missing: make record")
    recorder = vcr.VCR(
        record_mode="all" if recording else "none",
        filter_headers=[
            ("authorization", REDACTED),
            ("x-api-key", REDACTED),
            ("accept-encoding", None),
            ("user-agent", None),
            ("connection", None),
        ],
        filter_sensitive_data={"<key>": KEY},
        match_on=_MATCH,
    )
    with recorder.use_cassette(str(path)) as cassette:
        yield Recorded(recording)
        if not recording:
            assert cassette.all_played, f"{path.name} holds exchanges that were not asked for"


def refuse(*_: object, **__: object) -> None:
    """Stand in for everything that opens a connection."""
    raise AssertionError("a test that replays tried to open a connection")


BLOCKED = ((socket, "create_connection"), (socket, "getaddrinfo"), (socket.socket, "connect"))
