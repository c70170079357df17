"""To record again changes nothing: emulator, clock and ids say the same, and so do vcrpy and our clients."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from cassette.reaching import Pair
from cassette.speaking import CONTRACTS
from cassette.stories import asymmetric, costs, pages, polling
from cassette.test_operations import REACHED, record
from cassette.test_stories import tell
from support import tapes
from support.secrecy import KEY
from support.tapes import Tape, open_tape, path_of

STORIES = (asymmetric, polling, pages, costs)


@pytest.fixture
def anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tape:
    """Record into another folder."""
    monkeypatch.setattr(tapes, "FOLDER", tmp_path)
    monkeypatch.setattr(tapes, "recorded_now", {})
    return partial(open_tape, recording=True)


@pytest.mark.parametrize("pair", REACHED[::70], ids=str)
def test_an_answer_is_recorded_to_the_same_bytes(pair: Pair, anew: Tape, monkeypatch: pytest.MonkeyPatch) -> None:
    record(pair, anew)
    same_bytes(pair.contract, pair.name, monkeypatch)


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_story_is_recorded_to_the_same_bytes(contract: str, anew: Tape, monkeypatch: pytest.MonkeyPatch) -> None:
    for story in STORIES:
        tell(story, contract, anew)
    for story in STORIES:
        same_bytes(contract, story.__name__, monkeypatch)


def same_bytes(contract: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = path_of(contract, name).read_bytes()
    with monkeypatch.context() as kept:
        kept.setattr(tapes, "FOLDER", Path(__file__).resolve().parents[2] / "cassettes")
        assert fresh == path_of(contract, name).read_bytes()
    assert KEY.encode() not in fresh
