"""Record exchanges with the emulator, and play them back with sockets blocked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from qcontract.emulator import Emulator
from qcontract.flow.context import Context
from support.tapes import BLOCKED, Tape, open_tape, refuse
from support.virtual import VirtualClock


@pytest.fixture
def recording(request: pytest.FixtureRequest) -> bool:
    """Whether cassettes are written (`make record`) instead of read."""
    return bool(request.config.getoption("--record"))


@pytest.fixture
def tape(recording: bool) -> Tape:
    """Open a cassette."""
    return partial(open_tape, recording=recording)


@pytest.fixture
def context() -> Context:
    """Time that stands still, and the same token every time."""
    return VirtualClock().context(token=lambda: "0123456789abcdef0123456789abcdef")


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator whose clock stands still."""
    with Emulator(seed=1, clock=VirtualClock()) as started:
        yield started


@pytest.fixture(autouse=True)
def _blocked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection."""
    for owner, name in BLOCKED:
        monkeypatch.setattr(owner, name, refuse)
