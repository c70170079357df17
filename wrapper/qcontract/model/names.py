"""Names that callers choose from, and what they are told when they miss."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import Final, TypeVar

from qcontract.errors import ConfigurationError

__all__ = ["choose", "refuse_unknown", "suggestion"]

Name = TypeVar("Name", bound=str)

_FEW: Final = 16
"""So many names are listed beside the close ones."""
_MANY: Final = 40
"""So many are listed when none is close."""


def choose(what: str, name: object, known: Collection[Name]) -> Name:
    """Return one of the known names.

    Raises:
        ConfigurationError: It is none of them; the hint has the close ones, or all.
    """
    for one in known:
        if one == name:
            return one
    raise ConfigurationError(f"there is no {what} {str(name)[:60]!r}", hint=suggestion(name, known))


def refuse_unknown(what: str, given: Iterable[str], known: Collection[str]) -> None:
    """Refuse names that are not known.

    Raises:
        ConfigurationError: One is not; the hint has the close ones, or all.
    """
    for name in given:
        choose(what, name, known)


def suggestion(name: object, known: Collection[str]) -> str:
    """Say which names are close to one that nobody knows, and which there are unless they are too many to read.

    Example:
        >>> suggestion("sed", ["db", "seed"])
        'did you mean seed? known are db, seed'
        >>> suggestion("x", [])
        'known are none'
    """
    close = get_close_matches(str(name), dict.fromkeys(known), n=3, cutoff=0.5)
    meant = f"did you mean {' or '.join(close)}?"
    if close and len(known) > _FEW:
        return meant
    listed = f"known are {_listed(list(dict.fromkeys(known)))}"
    return f"{meant} {listed}" if close else listed


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - _MANY} more" if len(names) > _MANY else ""
    return (", ".join(names[:_MANY]) or "none") + more
