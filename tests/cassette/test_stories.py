"""What programs do with the wrapper: recorded by the sync driver, and replayed by every driver to the same effect."""

from __future__ import annotations

from typing import Any

import pytest
from cassette.accounts import emulator_of
from cassette.playing import DRIVERS, Stage
from cassette.speaking import CONTRACTS
from cassette.stories import TALES, Story, Tale, name_of
from support.exchanges import exchanges
from support.gate import base_of
from support.tape_index import whole
from support.tapes import Tape, path_of, play

TOLD = [
    pytest.param(tale, contract, id=f"{tale.name}-{contract}")
    for tale in TALES
    for contract in CONTRACTS
    if contract.partition("@")[0] not in tale.without
]


@pytest.mark.parametrize(("tale", "contract"), TOLD)
def test_every_driver_lives_the_same(tale: Tale, contract: str, tape: Tape, recording: bool) -> None:
    lived = [tell(tale.tell, contract, tape)] if recording else []
    for driver in DRIVERS:
        path = path_of(contract, tale.name)
        stage = Stage(contract, base_of(exchanges(path)[0], whole(contract)), driver)
        with play(path):
            lived.append((tale.tell(stage), stage.events))
    assert len({repr(one) for one in lived}) == 1


def tell(story: Story, contract: str, tape: Tape) -> Any:
    """Record what the sync driver lives through with the emulator."""
    with emulator_of(contract) as emulator:
        stage = Stage(contract, emulator.base_url(contract), emulator=emulator, transport=emulator.transport())
        with tape(contract, name_of(story)):
            return story(stage), stage.events
