"""The names that the generator gives, so that tables can be made before it runs and its result checked after it."""

from __future__ import annotations

import re

_DELIMITERS = r"\. _-"


def class_name(component: str) -> str:
    """The class of a component."""
    return "".join(word if word.isupper() else word.capitalize() for word in _words(component))


def snake_case(name: str) -> str:
    """The module of an operation, or the attribute of a property, unless the name is a reserved word."""
    return "_".join(_words(name)).lower()


def _words(name: str) -> list[str]:
    kept = "".join(c for c in name if c.isidentifier() or c.isdecimal() or c in _DELIMITERS)
    if any(c.isupper() for c in kept):
        kept = " ".join(re.split("([A-Z]?[a-z]+)", kept))
    return re.findall(rf"[^{re.escape(_DELIMITERS)}]+", kept)
