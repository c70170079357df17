"""What an emulator is made with: what cannot be meant is refused before anything exists, and with a way out."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from qcontract import errors
from qcontract.emulator import Emulator, Limit, Timing


@pytest.mark.parametrize(("name", "meant"), [("sed", "seed"), ("snapshot", "snapshots"), ("time_limits", "time_limit")])
def test_a_misspelt_option_is_named_with_the_close_one_and_all(name: str, meant: str) -> None:
    options: dict[str, Any] = {name: 1}
    with pytest.raises(errors.ConfigurationError, match=f"the emulator has no option '{name}'") as caught:
        Emulator(**options)
    assert (caught.value.hint or "").startswith(f"did you mean {meant}")
    listed = (caught.value.hint or "").partition("known are ")[2].split(", ")
    assert listed == [known for known in inspect.signature(Emulator).parameters if known != "misspelt"]


UNUSABLE: list[tuple[dict[str, Any], str]] = [
    ({"workers": 0}, "at least 1"),
    ({"workers": "many"}, "at least 1"),
    ({"workers": True}, "at least 1"),
    ({"memory": "1"}, "bytes"),
    ({"memory": -5}, "bytes"),
    ({"time_limit": 0}, "more than 0"),
    ({"time_limit": float("nan")}, "more than 0"),
    ({"time_limit": "a"}, "more than 0"),
    ({"clock": "virt"}, "virtual, or a Clock"),
    ({"dialect": "obs"}, "documented or observed"),
    ({"snapshots": "ionq-v0.4@2026-05-15"}, "a list of contracts"),
    ({"snapshots": [7]}, "a list of contracts"),
    ({"db": 3}, "the path of a file"),
    ({"limits": 3}, "a Limit for each API"),
    ({"limits": {"ionq-v0.4": 3}}, "a Limit for each API"),
    ({"timing": 3}, "give Timing("),
    ({"timing": {"qpu.forte-1": 3}}, "give Timing("),
    ({"timing": {"qpu.fort-1": Timing()}}, "did you mean qpu.forte-1"),
    ({"seed": "x"}, "a whole number"),
    ({"seed": True}, "a whole number"),
    ({"keys": [""]}, "a list of keys"),
    ({"keys": {"key ": None}}, "a list of keys"),
]


@pytest.mark.parametrize(("options", "wanted"), UNUSABLE, ids=str)
def test_a_value_that_cannot_be_meant_is_refused(options: dict[str, Any], wanted: str) -> None:
    with pytest.raises(errors.ConfigurationError) as caught:
        Emulator(**options)
    assert wanted in (caught.value.hint or "")


def test_a_seed_that_is_no_number_resets_nothing() -> None:
    with Emulator(seed=4) as emulator:
        emulator.fault("drop-before")
        with pytest.raises(errors.ConfigurationError, match="seed='x'"):
            emulator.reset("x")  # type: ignore[arg-type]
        assert len(emulator.faults) == 1


@pytest.mark.parametrize("keys", ["a-canary-key", ["fine", 7, "a-canary-key"]])
def test_keys_are_several_texts_and_are_not_shown(keys: Any) -> None:
    with pytest.raises(errors.ConfigurationError, match="cannot use keys=") as caught:
        Emulator(keys=keys)
    assert "canary" not in str(caught.value)


@pytest.mark.parametrize(
    "options",
    [
        {"keys": {"first": "team", "second": None}},
        {"keys": ()},
        {"snapshots": ("ionq-v0.4@2026-05-15",)},
        {"limits": {"ionq-v0.4": Limit(5, 60)}},
        {"limits": {}},
        {"time_limit": 1, "memory": 1 << 30, "workers": 2},
        {"clock": None, "dialect": "observed"},
    ],
    ids=str,
)
def test_what_can_be_meant_is_taken(options: dict[str, Any]) -> None:
    Emulator(**options).stop()
