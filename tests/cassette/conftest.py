"""Record exchanges with the emulator, and play them back with sockets blocked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from qcontract.emulator import Emulator
from qcontract.flow.context import Context
from support.tape_index import write_index
from support.tapes import BLOCKED, FOLDER, Tape, open_tape, recorded_now, refuse
from support.virtual import VirtualClock

TOKEN = "0123456789abcdef0123456789abcdef"


@pytest.fixture(scope="session")
def recording(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Whether cassettes are written (`make record`) instead of read; the index is written when all are there."""
    wanted = bool(request.config.getoption("--record"))
    yield wanted
    for api in {path.parents[1] for path in recorded_now} if wanted else ():
        assert api.parent == FOLDER / "emulator"
        write_index(api, recorded_now)


@pytest.fixture
def tape(recording: bool) -> Tape:
    """Open a cassette."""
    return partial(open_tape, recording=recording)


@pytest.fixture
def clock() -> VirtualClock:
    """Time that stands still."""
    return VirtualClock()


@pytest.fixture
def context(clock: VirtualClock) -> Context:
    """Time that stands still, and the same token every time."""
    return clock.context(token=lambda: TOKEN)


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
