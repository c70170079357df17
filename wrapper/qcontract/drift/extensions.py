"""Extensions that nothing here understands: the `x-` members of documents, operations, parameters and schemas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from qcontract.contract.jsonvalue import is_same

__all__ = ["changed_extensions"]

_UNDERSTOOD = ("x-extensible-enum", "x-qcontract-", "x-stability-level", "x-sunset")
"""Beginnings of names that have rules of their own, or that qcontract itself writes."""


def changed_extensions(names: Iterable[str], old: Callable[[str], Any], new: Callable[[str], Any]) -> Iterator[str]:
    """The extensions among some names that say something else than before.

    Args:
        names: The names of members, before and after.
        old: Gives the value of a member before, None if there is none.
        new: Gives the value of a member after.

    Example:
        >>> before, after = {"x-cost": 1, "x-sunset": "2026-01-01"}, {"x-cost": 2, "summary": "Jobs"}
        >>> list(changed_extensions({*before, *after}, before.get, after.get))
        ['x-cost']
    """
    for name in sorted(set(names)):
        is_other = name.startswith("x-") and not name.startswith(_UNDERSTOOD)
        if is_other and not is_same(old(name), new(name)):
            yield name
