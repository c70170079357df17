"""The fast way to read JSON and YAML, for texts in which nothing is unusual; it returns what the slow way returns.

orjson and rapidyaml are many times faster than the standard library and PyYAML, and less careful: both lose duplicate
keys, rapidyaml also tags and aliases, and it reads several words as YAML 1.2 does not. So what they might lose is
looked for, and anything suspicious is left to the slow way, which also writes the error messages. Some texts that are
not quite YAML pass here, with the obvious meaning.
"""

from __future__ import annotations

import os
import re
from collections.abc import Generator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from qcontract.contract.jsonvalue import is_object, is_too_deep

__all__ = ["Unusual", "from_json", "from_yaml"]

_DIGITS = bytes(48 if 48 <= code <= 57 else 32 for code in range(256))
_LONG_NUMBER = b"0" * 19  # orjson makes a float of what does not fit into 64 bits
_HIDDEN_COLON = re.compile(rb"\\u00(?:20|22|3[aA])")
_SPACED_COLON = re.compile(rb'"[ \t\r\n]+:')
_ODD_ASCII = bytes([*range(10), *range(11, 32), 127])
_ODD_UNICODE = re.compile(rb"\xc2[\x80-\x9f]|\xe2\x80[\xa8\xa9]|\xef\xbb\xbf|\xef\xbf[\xbe\xbf]")
_OUT_OF_SCOPE = re.compile(
    rb"\n(?:---|\.\.\.|%|[ -]*+\?[ \n]| *+\n\s*+[,}\]])"  # several documents, directives, complex keys, torn flow
    rb"|<< *:|\\[uU]0*[dD][89a-fA-F]"  # merge keys, halves of surrogate pairs
)
_VALUE_BEGINS = rb"[\n,\[{?:\-](?:(?<=[\n,\[{?])\s*+|(?<=[:\-])\s++|(?<=[\"']:))"
_SUSPECT = re.compile(
    _VALUE_BEGINS + rb"(?:(?P<mark>[&*!])(?=\S)"  # anchors, aliases, tags
    rb"|(?P<word>(?:~|Null|NULL|True|TRUE|False|FALSE)(?=[\s:,}\]])"  # other spellings of null, true and false
    rb"|(?:\+[.0-9]|-?0[0-9eExXoObB_]|-?\.[0-9]|-?[0-9]++\.(?![0-9]))[^\s:,\]}\"']*+)"  # and of numbers
    rb"|(?P<infinite>['\"]?[-+]?\.?(?i:inf|infinity|nan)(?=[\s:,}\]'\"])))"  # also what is meant as text
)


class Unusual(Exception):
    """The text needs the slow way; nothing is said about whether it is right."""


def from_json(content: bytes) -> Any:
    """Read JSON with orjson.

    Raises:
        Unusual: orjson is not installed, or the text is broken, nested deeply or holds what orjson would lose.
    """
    try:
        orjson: Any = import_module("orjson")
    except ImportError:
        raise Unusual from None
    if _LONG_NUMBER in content.translate(_DIGITS) or _HIDDEN_COLON.search(content):
        raise Unusual
    try:
        value: Any = orjson.loads(content)
        written = orjson.dumps(value)
    except (TypeError, ValueError):
        raise Unusual from None
    if _colons(content) != _colons(written) or is_too_deep(value):
        raise Unusual
    return value


def from_yaml(content: bytes) -> Any:
    """Read YAML with rapidyaml and orjson.

    Raises:
        Unusual: One of them is not installed, or the text is broken or holds what rapidyaml would lose or misread.
    """
    try:
        ryml: Any = import_module("ryml")
    except ImportError:
        raise Unusual from None
    content = content.replace(b"\r\n", b"\n").removeprefix(b"---\n")
    if not content.endswith(b"\n") and (b"|" in content or b">" in content):
        raise Unusual  # perhaps a block of text whose last line has no end, to which rapidyaml adds one
    lines = b"\n" + content + b"\n"
    if len(lines.translate(None, _ODD_ASCII)) < len(lines) or _ODD_UNICODE.search(lines):
        raise Unusual
    if _OUT_OF_SCOPE.search(lines):
        raise Unusual
    with _silence():
        try:
            tree = ryml.parse_in_arena(content)
            emitted: str | None = ryml.emit_json(tree)
        except Exception:  # whatever rapidyaml has to say, PyYAML says it better
            raise Unusual from None
    if not emitted:
        raise Unusual
    value = from_json(emitted.encode("utf-8", "surrogatepass"))
    suspects = {(found.lastgroup, found[found.lastgroup or 0]) for found in _SUSPECT.finditer(lines)}
    if any(kind == "mark" for kind, _ in suspects) and _has_marks(ryml, tree):
        raise Unusual
    if _misread({word for kind, word in suspects if kind == "word"}, value):
        raise Unusual
    if any(kind == "infinite" for kind, _ in suspects) and (".inf" in emitted or ".nan" in emitted):
        raise Unusual
    if not is_object(value):  # texts and lists at the top are rare, and strange ones are read strangely
        raise Unusual
    return value


def _colons(content: bytes) -> int:
    """How many quotes are followed by a colon: one per member, and some in texts.

    Rewriting a value leaves those in texts as they are, so fewer of them afterwards mean a member that was lost.
    """
    return content.count(b'":') + len(_SPACED_COLON.findall(content))


def _misread(words: set[bytes], value: Any) -> bool:
    """Whether one of the words, which are no texts, has become one; within a longer text it is only a word."""
    written: bytes = import_module("orjson").dumps(value) if words else b""
    return any(b'"' + word + b'"' in written for word in words)


def _has_marks(ryml: Any, tree: Any) -> bool:
    marks = ryml.KEYANCH | ryml.VALANCH | ryml.KEYREF | ryml.VALREF | ryml.KEYTAG | ryml.VALTAG
    return any(tree.type_has_any(node, marks) for node in range(tree.size()))


@contextmanager
def _silence() -> Generator[None]:
    """Keep from the terminal what rapidyaml itself prints there, past Python, when a text is broken."""
    try:
        kept = os.dup(2)
    except OSError:
        yield
        return
    try:
        with open(os.devnull, "wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
