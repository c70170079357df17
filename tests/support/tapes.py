"""Cassettes: where they lie, how they are recorded, and the index that vouches for them."""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import vcr
from attrs import frozen

FOLDER = Path(__file__).resolve().parents[2] / "cassettes" / "emulator"
KEY = "cassette-key"
_MATCH = ("method", "scheme", "host", "port", "path", "query", "body")


@frozen
class Recorded:
    """An open cassette."""

    recording: bool


Tape = Callable[[str, str], AbstractContextManager[Recorded]]
"""`tape(contract, name)` opens a cassette for one test."""


@contextmanager
def open_tape(contract: str, name: str, *, recording: bool) -> Generator[Recorded]:
    """Record one cassette anew, or play it back and fail on every request that is not on it."""
    api, _, label = contract.partition("@")
    path = FOLDER / api / f"{label}.{name}.yaml"
    if recording:
        path.unlink(missing_ok=True)
    elif not path.exists():
        raise FileNotFoundError(f"{path.name} is missing: make record")
    recorder = vcr.VCR(
        record_mode="all" if recording else "none",
        filter_headers=[
            ("authorization", "REDACTED"),
            ("x-api-key", "REDACTED"),
            ("accept-encoding", None),
            ("user-agent", None),
        ],
        filter_sensitive_data={"<key>": KEY},
        match_on=_MATCH,
    )
    with recorder.use_cassette(str(path)) as cassette:
        yield Recorded(recording)
        if not recording:
            assert cassette.all_played, f"{path.name} holds exchanges that were not asked for"
    if recording:
        write_index(path.parent)


def write_index(folder: Path) -> None:
    """List every cassette of one API with its contract and hash."""
    lines = ["# Written by `make record`: where each cassette comes from, and its hash.", 'origin = "emulator"']
    for path in sorted(folder.glob("*.yaml")):
        label = path.name.rsplit(".", 2)[0]
        lines += [
            "",
            "[[cassette]]",
            f'file = "{path.name}"',
            f'contract = "{folder.name}@{label}"',
            'source = "our emulator, seed 1, its clock standing still"',
            f'sha256 = "{hashlib.sha256(path.read_bytes()).hexdigest()}"',
            "violations = []",
        ]
    (folder / "index.toml").write_text("\n".join(lines) + "\n")


def refuse(*_: object, **__: object) -> None:
    """Stand in for everything that opens a connection."""
    raise AssertionError("a test that replays tried to open a connection")


BLOCKED = ((socket, "create_connection"), (socket, "getaddrinfo"), (socket.socket, "connect"))
