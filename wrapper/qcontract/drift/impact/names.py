"""The names that the generator of the clients gives.

>>> class_name("job-status"), identifier("1q_gates"), identifier("next"), member_names(["ready", "1q"])
('JobStatus', 'field_1q_gates', 'next_', ['READY', 'VALUE_1'])
"""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Sequence
from functools import lru_cache

__all__ = ["class_name", "identifier", "member_names", "pascal_case"]

_DELIMITERS = ". _-"
_PREFIX = "field_"
_RESERVED = frozenset({*dir(builtins), "self", "true", "false", "datetime"}) - {"id"}


@lru_cache(maxsize=4096)
def identifier(name: str, prefix: str = _PREFIX, *, is_plain: bool = False) -> str:
    """The module, argument or attribute for a name of the contract.

    Args:
        name: The name.
        prefix: What makes an identifier of a name that is none, such as one that begins with a digit.
        is_plain: Whether capitals stay, as they do for two names that would become one otherwise.
    """
    kept = _kept(name)
    found = _free(re.sub(r"\W+", "", kept) if is_plain else "_".join(_words(kept)).lower())
    return found if found.isidentifier() and not kept.startswith("_") else prefix + found


@lru_cache(maxsize=4096)
def class_name(name: str) -> str:
    """The class for a name of the contract."""
    found = _free(pascal_case(name))
    return found if found.isidentifier() else _free(pascal_case(_PREFIX + found))


@lru_cache(maxsize=4096)
def pascal_case(name: str) -> str:
    """The words of a name, each with a capital; words in capitals stay."""
    return "".join(word if word.isupper() else word.capitalize() for word in _words(_kept(name)))


def member_names(values: Sequence[str | int]) -> list[str]:
    """The members for the values of an enumeration, in their order."""
    return [_member(value, position) for position, value in enumerate(values)]


def _member(value: str | int, position: int) -> str:
    if isinstance(value, int):
        return f"VALUE_NEGATIVE_{-value}" if value < 0 else f"VALUE_{value}"
    key = value.upper() if value[:1].isalpha() else f"VALUE_{position}"
    return "_".join(_words(_kept(key))).upper()


def _kept(name: str) -> str:
    return "".join(c for c in name if c.isidentifier() or c.isdecimal() or c in _DELIMITERS)


def _words(kept: str) -> list[str]:
    if any(c.isupper() for c in kept):
        kept = " ".join(re.split("([A-Z]?[a-z]+)", kept))
    return re.findall(rf"[^{re.escape(_DELIMITERS)}]+", kept)


def _free(name: str) -> str:
    return f"{name}_" if name in _RESERVED or keyword.iskeyword(name) else name
