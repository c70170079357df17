"""Names that callers choose from."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import TypeVar

from qcontract import errors

__all__ = ["choose", "refuse_unknown"]

Name = TypeVar("Name", bound=str)


def choose(what: str, name: str, known: Collection[Name]) -> Name:
    """Return one of the known names.

    Raises:
        ConfigurationError: It is none of them; the hint has the close ones.
    """
    for one in known:
        if one == name:
            return one
    raise errors.ConfigurationError(f"there is no {what} {str(name)[:60]!r}", hint=_hint(name, known))


def refuse_unknown(what: str, given: Iterable[str], known: Collection[str]) -> None:
    """Refuse names that are not known.

    Raises:
        ConfigurationError: One is not; the hint has the close ones.
    """
    for name in given:
        choose(what, name, known)


def _hint(name: str, known: Collection[str]) -> str:
    close = get_close_matches(str(name), set(known), n=3, cutoff=0.5)
    return f"did you mean {' or '.join(close)}?" if close else f"known are {', '.join(sorted(known))}"
