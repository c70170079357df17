"""JSON read strictly, with a place for every complaint."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from typing import Any, Literal

from qcontract.contract.jsonvalue import MAX_DEPTH, JsonObject, is_too_deep
from qcontract.errors import ContractError

__all__ = ["loads", "members", "root"]

_Token = tuple[Literal["open", "close", "key", "value"], str, int]
"""What begins or ends, its text (``{`` or ``[``, a key, or a scalar as it is written), and its offset."""

_MAX_DIGITS = 300  # Python refuses to read integers of thousands of digits
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:]|[^\s{}\[\],:"]+')
_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()
_HALF_A_PAIR = re.compile(r"\\u[dD][89a-fA-F]")


def loads(text: str, *, origin: str) -> Any:
    """Read JSON: no key twice, no number that JSON does not know, no text that is not Unicode.

    Args:
        text: The document.
        origin: What to call it in a message, usually a file name.

    Raises:
        ContractError: The text is not such JSON; names line and column where known.
    """
    try:
        value = json.loads(
            text, object_pairs_hook=_members, parse_constant=_not_a_number, parse_int=_integer, parse_float=_float
        )
    except json.JSONDecodeError as error:
        raise ContractError(f"{origin}, line {error.lineno}, column {error.colno}: {error.msg}") from None
    except _KeyTwice:
        raise ContractError(f"{origin}, {_first_key_twice(text)}") from None
    except RecursionError:
        raise ContractError(f"{origin}: nested more than {MAX_DEPTH} levels deep") from None
    except ValueError as error:
        raise ContractError(f"{origin}: not readable as JSON: {error}") from None
    if is_too_deep(value):
        raise ContractError(f"{origin}: nested more than {MAX_DEPTH} levels deep")
    if _HALF_A_PAIR.search(text):
        _refuse_half_pairs(value, origin)
    return value


def _tokens(text: str) -> Iterator[_Token]:
    """The tokens of a text that is known to be JSON, without commas and colons."""
    pending: tuple[str, int] | None = None  # a string is a key if a colon follows
    for found in _TOKEN.finditer(text):
        word = found[0]
        if word == ":" and pending is not None:
            yield "key", _unquoted(pending[0]), pending[1]
            pending = None
            continue
        if pending is not None:
            yield "value", *pending
            pending = None
        if word in "{[":
            yield "open", word, found.start()
        elif word in "}]":
            yield "close", word, found.start()
        elif word[0] == '"':
            pending = (word, found.start())
        else:
            yield "value", word, found.start()
    if pending is not None:
        yield "value", *pending


def root(text: str) -> int:
    """The offset at which the value of a JSON text begins.

    Raises:
        ValueError: The text is not JSON.
    """
    first = _after_space(text, 0)
    _, end = _DECODER.raw_decode(text, first)
    if _after_space(text, end) != len(text):
        raise ValueError("more than one value")
    return first


def members(text: str, offset: int) -> Iterator[tuple[str, int, int]]:
    """What is in the object or array that begins at ``offset`` of a JSON text, and nothing for other values.

    What is inside the members is passed over at the speed of a parser in C.

    Returns:
        For each member its name, the offset of its name, and that of its value; for each entry of an array no name and
        twice the offset of its value.
    """
    kind = text[offset]
    at = _after_space(text, offset + 1)
    while kind in "{[" and text[at] not in "}]":
        name, shown = "", at
        if kind == "{":
            name, at = _DECODER.raw_decode(text, at)
            at = _after_space(text, _after_space(text, at) + 1)
        yield name, shown, at
        _, at = _DECODER.raw_decode(text, at)
        at = _after_space(text, at)
        if text[at] == ",":
            at = _after_space(text, at + 1)


def _after_space(text: str, offset: int) -> int:
    found = _SPACE.match(text, offset)
    return found.end() if found else offset


class _KeyTwice(Exception):
    """An object has two members of one name; the hook that sees it does not know where."""


def _members(pairs: list[tuple[str, Any]]) -> JsonObject:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _KeyTwice
    return found


def _not_a_number(word: str) -> Any:
    raise ValueError(f"{word} is not a JSON number")


def _integer(word: str) -> int:
    if len(word) > _MAX_DIGITS:
        raise ValueError(f"a number of {len(word)} characters")
    return int(word)


def _float(word: str) -> float:
    value = float(word)
    if math.isinf(value) or len(word) > _MAX_DIGITS:
        raise ValueError(f"the number {word:.40} is out of range")
    return value


def _first_key_twice(text: str) -> str:
    known: list[dict[str, int]] = []
    for kind, word, offset in _tokens(text):
        if kind == "open":
            known.append({})
        elif kind == "close":
            known.pop()
        elif kind == "key" and (first := known[-1].setdefault(word, offset)) != offset:
            line, column = _line(text, offset)
            return (
                f"line {line}, column {column}: the key {word!r} appears twice in one object, "
                f"first in line {_line(text, first)[0]}"
            )
    return "a key appears twice in one object"


def _line(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _unquoted(word: str) -> str:
    if "\\" not in word:
        return word[1:-1]
    key: str = json.loads(word)
    return key


def _refuse_half_pairs(value: object, origin: str) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise ContractError(f"{origin}: not readable as JSON: a text holds half a surrogate pair") from None
