"""Which requests there can be at all, so that a rule that could never hit one is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import frozen

from qcontract import errors
from qcontract.model.names import choose, suggestion

__all__ = ["Target", "reached"]

_INSIDE: Final = "{"
"""Stands for one character of a value in a path, which no ``/`` is, and the next for those that may follow it."""
_AFTER: Final = "}"
_ANYTHING: Final = "*"
_PLACEHOLDER: Final = re.compile(r"\{[^}]*\}")


@frozen
class Target:
    """One operation at one place.

    Args:
        contract: The contract that has it.
        operation: Its id.
        method: Its method.
        path: Its path below the mount, with placeholders in braces.
        mounts: Paths below which the contract may be asked.
    """

    contract: str
    operation: str
    method: str
    path: str
    mounts: tuple[str, ...]

    @property
    def names(self) -> tuple[str, str]:
        """What a rule may call its API: with the snapshot or without."""
        return self.contract.partition("@")[0], self.contract

    def meets(self, pattern: str) -> bool:
        """Tell whether a path of this operation fits a pattern in which ``*`` stands for anything."""
        return any(_meet(pattern, mount + self.path) for mount in self.mounts)


def reached(
    every: Sequence[Target], *, api: str | None, operation: str | None, method: str | None, path: str | None
) -> list[Target]:
    """Return the operations that a rule with these names can hit.

    Raises:
        ConfigurationError: There is none; the hint has the close names.
    """
    found = list(every)
    if api is not None:
        choose("API", api, sorted({name for one in found for name in one.names}))
        found = [one for one in found if api in one.names]
    if operation is not None:
        choose("operation", operation, {one.operation: None for one in found})
        found = [one for one in found if one.operation == operation]
    if method is not None:
        choose("method", method.upper(), sorted({one.method for one in found}))
        found = [one for one in found if one.method == method.upper()]
    if path is not None:
        fitting = [one for one in found if one.meets(path)]
        if not fitting:
            raise errors.ConfigurationError(f"no request here has a path like {path[:60]!r}", hint=_way(path, found))
        found = fitting
    return found


def _way(path: str, found: Sequence[Target]) -> str:
    """Say which paths are close; those who forget the mount are shown it."""
    complete = [mount + path for one in found for mount in one.mounts if _meet(mount + path, mount + one.path)]
    if complete:
        return f"paths begin with their mount: did you mean {complete[-1]}?"
    return suggestion(path, {_PLACEHOLDER.sub(_ANYTHING, one.mounts[-1] + one.path): None for one in found})


def _meet(pattern: str, template: str) -> bool:
    """Tell whether there is a path that fits both a pattern of ``fnmatch`` and a template with placeholders."""
    wanted = re.findall(r"\[!?\]?[^\]]*\]|.", pattern, re.DOTALL)
    there = _PLACEHOLDER.sub(_INSIDE + _AFTER, template)
    return _common(wanted, there) or _common(wanted, there + "/")


def _common(wanted: Sequence[str], there: str) -> bool:
    """Walk through both at once, a character at a time, on all ways that there are."""
    waiting, seen = [(0, 0)], set[tuple[int, int]]()
    while waiting:
        i, j = waiting.pop()
        if (i, j) == (len(wanted), len(there)):
            return True
        if (i, j) in seen:
            continue
        seen.add((i, j))
        star, more = wanted[i : i + 1] == [_ANYTHING], there[j : j + 1] == _AFTER
        waiting += [(i + 1, j)] * star + [(i, j + 1)] * more
        if i < len(wanted) and j < len(there) and _alike(wanted[i], there[j]):
            waiting.append((i if star else i + 1, j if more else j + 1))
    return False


def _alike(wanted: str, there: str) -> bool:
    """Tell whether a part of a pattern can stand for a character of a template."""
    if wanted in (_ANYTHING, "?") or len(wanted) > 1:
        return True
    return wanted not in "/{}?#" if there in (_INSIDE, _AFTER) else wanted == there
