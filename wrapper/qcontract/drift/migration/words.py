"""How much two names say the same: as sets of words, whatever their spelling.

>>> likeness(words("predicted_execution_time"), words("predictedExecutionDurationMs"))
0.8
>>> likeness(words("start"), words("started_at"))
0.8
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

__all__ = ["STEM", "Words", "likeness", "words"]

Words = tuple[str, ...]

_SPLIT = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+")
_UNITS = frozenset({"at", "ms", "s", "us"})
_VAGUE = frozenset({"date", "duration", "get", "id", "name", "time", "type", "uuid", "value"})
STEM = 4
"""Fewest letters that two forms of one word share, as in ``debias`` and ``debiasing``."""


def words(name: str) -> Words:
    """The words of a name, in lower case and singular, without units."""
    found = [word.lower() for word in _SPLIT.split(name) if word]
    kept = [word for word in found if word not in _UNITS] or found
    return tuple(word.removesuffix("s") if len(word) > 2 and not word.endswith("ss") else word for word in kept)


def likeness(left: Iterable[str], right: Iterable[str], weight: Mapping[str, float] | None = None) -> float:
    """Between 0 and 1: the weight of the shared words in that of all.

    Args:
        left: The words of one name.
        right: Those of the other.
        weight: How much a word tells; by default 1, and half of that for words such as ``time`` and ``id``.
    """
    rest = list(right)
    total = sum(_weight(word, weight) for word in (*left, *rest))
    shared = 0.0
    for word in left:
        best = max(rest, key=lambda other: _form(word, other), default=None)
        if best is not None and _form(word, best):
            shared += _form(word, best) * (_weight(word, weight) + _weight(best, weight))
            rest.remove(best)
    return shared / total if total else 0.0


def _weight(word: str, weight: Mapping[str, float] | None) -> float:
    return (0.5 if word in _VAGUE else 1.0) if weight is None else weight.get(word, 1.0)


def _form(left: str, right: str) -> float:
    if left == right:
        return 1.0
    short, long = sorted((left, right), key=len)
    return 0.8 if len(short) >= STEM and long.startswith(short) else 0.0
