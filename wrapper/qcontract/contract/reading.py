"""From bytes to a JSON value: which encoding, which notation, the fast way where it is safe."""

from __future__ import annotations

import codecs
from typing import Any

from qcontract.contract import fastread, jsontext, yaml12
from qcontract.errors import ContractError

__all__ = ["decoded", "is_json", "value"]

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def value(content: bytes, *, origin: str) -> Any:
    """Read a document from bytes.

    A name that ends in ``.json`` means JSON; under any other name, what begins with a brace is tried as JSON first.

    Args:
        content: The document in UTF-8, with or without a byte order mark.
        origin: What to call it in a message, usually a file name.

    Raises:
        ContractError: The content is broken; names line and column where known.
        MissingExtra: It is YAML, and PyYAML is not installed.
    """
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        if is_json(content, origin):
            return fastread.from_json(content)
        return fastread.from_yaml(content)
    except fastread.Unusual:
        return _carefully(content, origin)


def is_json(content: bytes, origin: str) -> bool:
    """Whether a document is JSON rather than YAML, by its name or its first character."""
    return origin.endswith(".json") or content[:200].lstrip().startswith(b"{")


def decoded(content: bytes, origin: str) -> str:
    """The text of a document, without a byte order mark.

    Raises:
        ContractError: It is not UTF-8.
    """
    other = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if other is None and b"\0" in content[:4]:
        other = "UTF-16 or UTF-32"
    if other is not None:
        raise ContractError(f"{origin} is not UTF-8 text: it looks like {other}", hint="save it as UTF-8")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ContractError(
            f"{origin} is not UTF-8 text: bad byte at offset {error.start}, in line {line}", hint="save it as UTF-8"
        ) from None


def _carefully(content: bytes, origin: str) -> Any:
    text = decoded(content, origin)
    if not is_json(content, origin):
        return yaml12.loads(text, origin=origin)
    try:
        return jsontext.loads(text, origin=origin)
    except ContractError:
        if origin.endswith(".json"):
            raise
    return yaml12.loads(text, origin=origin)
