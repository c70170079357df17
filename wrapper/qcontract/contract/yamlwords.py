"""What a YAML scalar means: the words of the core schema of YAML 1.2, as far as JSON can hold them."""

from __future__ import annotations

import math
import re
from typing import Any

__all__ = ["NUMBERS", "TAG", "scalar"]

TAG = "tag:yaml.org,2002:"

NUMBERS = {
    "int": re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    "float": re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
}
_WORDS = {
    "null": re.compile(r"|~|null|Null|NULL"),
    "bool": re.compile(r"true|True|TRUE|false|False|FALSE"),
    **NUMBERS,
}
_NOT_JSON = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_MAX_DIGITS = 300  # Python refuses to read integers of thousands of digits


def scalar(text: str, tag: str | None, *, plain: bool) -> Any:
    """The value of a scalar.

    Args:
        text: The scalar without its quotes.
        tag: Its tag, if it carries one.
        plain: Whether it stands without quotes.

    Raises:
        ValueError: The scalar has an unknown tag, is not what its tag says, or is a number that JSON cannot hold.
    """
    if tag in {"!", TAG + "str"} or (tag is None and not plain):
        return text
    if tag is None:
        return _untagged(text)
    kind = tag.removeprefix(TAG)
    if kind not in _WORDS:
        raise ValueError(f"the tag {tag} has no meaning in a contract")
    if not _WORDS[kind].fullmatch(text):
        raise ValueError(f"{text!r:.40} is not of the type {kind}")
    return _value(kind, text)


def _untagged(word: str) -> Any:
    if _NOT_JSON.fullmatch(word):
        raise ValueError(f"{word} is not a JSON number; quote it if it is meant as text")
    kind = next((kind for kind, pattern in _WORDS.items() if pattern.fullmatch(word)), None)
    return word if kind is None else _value(kind, word)


def _value(kind: str, word: str) -> bool | int | float | None:
    if kind == "null":
        return None
    if kind == "bool":
        return word.lower() == "true"
    if len(word) > _MAX_DIGITS:
        raise ValueError(f"a number of {len(word)} characters")
    if kind == "int":
        return int(word, {"0o": 8, "0x": 16}.get(word[:2], 10))
    value = float(word)
    if math.isinf(value):
        raise ValueError(f"the number {word} is out of range")
    return value
