"""What an emulator can be set up with, checked before anything of it exists."""

from __future__ import annotations

from collections.abc import Collection
from os import PathLike
from typing import Final, cast

from qcontract.errors import ConfigurationError
from qcontract.model.fitting import Kinds, are_texts, optional, refuse_unfit
from qcontract.model.names import suggestion
from qcontract.model.untyped import is_finite, is_integer

from .callers import is_sendable

__all__ = ["refuse_misspelt", "refuse_unusable"]


def _is_count(value: object) -> bool:
    return is_integer(value) and value >= 1


def _are_keys(value: object) -> bool:
    return are_texts(value) and all(map(is_sendable, cast("Collection[str]", value)))


_KINDS: Final[Kinds] = {
    "db": (optional(str, PathLike), "the path of a file"),
    "snapshots": (are_texts, 'a list of contracts, such as ["ionq-v0.4@2026-05-15"]'),
    "seed": (is_integer, "a whole number"),
    "keys": (lambda value: value is None or _are_keys(value), 'a list of keys, or {"key": "project"}'),
    "dialect": (lambda value: value in ("documented", "observed"), "documented or observed"),
    "clock": (lambda value: value in (None, "virtual") or hasattr(value, "now"), "virtual, or a Clock"),
    "workers": (_is_count, "a whole number of processes, at least 1"),
    "memory": (lambda value: value is None or _is_count(value), "a whole number of bytes"),
    "time_limit": (lambda value: is_finite(value) and value > 0, "a number of seconds, more than 0"),
}


def refuse_misspelt(given: Collection[str], known: Collection[str]) -> None:
    """Refuse options that the emulator does not have.

    Raises:
        ConfigurationError: It has no such option; the hint names the close ones and all.
    """
    for name in given:
        raise ConfigurationError(f"the emulator has no option {name!r}", hint=suggestion(name, known))


def refuse_unusable(**settings: object) -> None:
    """Refuse values that would stop a later job, or would be taken for something else.

    Raises:
        ConfigurationError: A value is none of those that its setting may have.
    """
    refuse_unfit("the emulator", settings, _KINDS, secret=["keys"])  # somebody's own key may be among them
