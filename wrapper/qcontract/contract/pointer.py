"""JSON Pointer (RFC 6901): how every part of a contract is named.

>>> join("paths", "/jobs/{id}", "get")
'/paths/~1jobs~1{id}/get'
>>> find({"paths": {"/jobs": {"get": 1}}}, "/paths/~1jobs/get")
1
"""

from __future__ import annotations

import difflib
import re
from functools import lru_cache
from typing import Any
from urllib.parse import quote, unquote

from qcontract.contract.jsonvalue import is_array, is_object
from qcontract.errors import ContractError

__all__ = ["exists", "find", "from_fragment", "join", "parent", "parts", "step", "to_fragment"]

_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")
_BAD_ESCAPE = re.compile(r"~(?![01])")
_FRAGMENT_SAFE = "/~!$&'()*+,;=:@?-._"  # what RFC 3986 leaves as it is in a fragment


@lru_cache(maxsize=1 << 14)
def parts(pointer: str) -> tuple[str, ...]:
    """Split a pointer into its unescaped member names and indexes.

    Raises:
        ContractError: The text is not a JSON Pointer.
    """
    if not pointer:
        return ()
    if not pointer.startswith("/") or _BAD_ESCAPE.search(pointer):
        raise ContractError(
            f"{pointer!r} is not a JSON Pointer",
            hint="start with '/', and write '~0' for '~' and '~1' for '/' inside a name",
        )
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in pointer[1:].split("/"))


@lru_cache(maxsize=1 << 14)
def join(*names: str | int) -> str:
    """Make a pointer from unescaped member names and indexes."""
    return "".join("/" + str(name).replace("~", "~0").replace("/", "~1") for name in names)


def parent(pointer: str) -> tuple[str, str]:
    """Split a pointer into its parent's pointer and its own last, unescaped name."""
    *above, last = parts(pointer)
    return join(*above), last


def step(value: object, name: str) -> Any:
    """The member ``name`` of an object, or the entry at index ``name`` of an array.

    Raises:
        KeyError: There is no such member or entry.
    """
    if is_object(value):
        return value[name]
    if is_array(value) and _INDEX.fullmatch(name) and int(name) < len(value):
        return value[int(name)]
    raise KeyError(name)


def find(document: object, pointer: str) -> Any:
    """The value that ``pointer`` names in ``document``.

    Raises:
        ContractError: The text is not a pointer, or leads nowhere.
    """
    value: Any = document
    walked: list[str] = []
    for name in parts(pointer):
        try:
            value = step(value, name)
        except KeyError:
            raise _nowhere(pointer, value, name, join(*walked)) from None
        walked.append(name)
    return value


def exists(document: object, pointer: str) -> bool:
    """Whether ``pointer`` names a value in ``document``."""
    try:
        find(document, pointer)
    except ContractError:
        return False
    return True


@lru_cache(maxsize=1 << 14)
def to_fragment(pointer: str) -> str:
    """Write a pointer as the value of ``$ref``."""
    return "#" + quote(pointer, safe=_FRAGMENT_SAFE)


@lru_cache(maxsize=1 << 14)
def from_fragment(reference: str) -> str:
    """Read the pointer in the value of a ``$ref`` that stays within its document.

    Raises:
        ContractError: The reference leads out of the document or to an anchor.
    """
    if not reference.startswith("#"):
        raise ContractError(
            f"the reference {reference!r} leads out of the document", hint="bundle it into one file first"
        )
    pointer = unquote(reference[1:])
    if pointer and not pointer.startswith("/"):
        raise ContractError(
            f"the reference {reference!r} names an anchor", hint="use a JSON Pointer, such as #/components/..."
        )
    return pointer


def _nowhere(pointer: str, value: object, name: str, where: str) -> ContractError:
    close = difflib.get_close_matches(name, list(value), n=3) if is_object(value) else []
    return ContractError(
        f"{pointer} does not exist: {where or 'the document'} has no {name!r}",
        hint=f"close names there: {', '.join(close)}" if close else None,
    )
