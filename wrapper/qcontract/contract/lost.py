"""Text whose structure is gone: copied without its indentation, or cut off before its end.

Such text often still reads as YAML, as another document than the vendor wrote. So it is judged as text, line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from qcontract.contract import pointer
from qcontract.contract.check import check_document
from qcontract.contract.jsonvalue import JsonObject, is_array, is_object
from qcontract.contract.keywords import words

__all__ = ["Loss", "losses"]

_HOLDERS = words(
    "allOf anyOf components content delete get headers info items oneOf parameters patch paths post properties put",
    "requestBody responses schema schemas securitySchemes servers",
)
"""Keys of OpenAPI below which something always stands."""
_DATA = frozenset({"const", "default", "enum", "example", "examples", "value"})
_BARE_KEY = re.compile(r"""(?P<indent>[ ]*(?:- +)*)["']?(?P<key>[^\s"'#\[{][^\s"']*?)["']?:[ ]*(?:#.*)?$""")
_TRUNCATED = re.compile(r"#.*\btruncated\b", re.IGNORECASE)


@frozen(order=True)
class Loss:
    """A place at which structure is lost: a line from 1, and what is wrong there."""

    line: int
    message: str


def losses(text: str, document: JsonObject | None, *, first: int = 1) -> tuple[Loss, ...]:
    """Find where a fragment has lost its structure.

    Args:
        text: The fragment as it stands in its page.
        document: What it reads as; None if it is not readable.
        first: Line of the page on which the fragment begins.

    Returns:
        The places, in their order; none when the text is whole.
    """
    lines = text.split("\n")
    found = [*_said_truncated(lines), *_hollow(lines, document)]
    if document is not None and not found:
        found += _incomplete(lines, document)
    return tuple(sorted(Loss(first + index, message) for index, message in found))


def _said_truncated(lines: list[str]) -> Iterator[tuple[int, str]]:
    """A comment after the last content that owns up to the cut, as copying tools leave it."""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index].strip()
        if _TRUNCATED.match(line):
            yield index, f"the text says itself that it was cut off: {line:.60}"
        elif line and not line.startswith("#"):
            return


def _hollow(lines: list[str], document: JsonObject | None) -> Iterator[tuple[int, str]]:
    """The first key that must hold something and has nothing indented below it."""
    filled = [(index, line) for index, line in enumerate(lines) if line.strip()]
    flat = _is_flat([line for _, line in filled])
    if document is None and not flat:
        return  # then whatever made it unreadable says more
    suspects = _HOLDERS if document is None else frozenset(_empty_keys(document))
    for (index, line), (_, below) in zip(filled, [*filled[1:], (0, "")], strict=True):
        found = _BARE_KEY.match(line)
        if found and found["key"] in suspects and not _is_below(below, len(found["indent"])):
            why = "the indentation is gone" if flat else "the text is cut off, or its indentation is damaged"
            yield index, f"nothing stands below {found['key']!r}: {why}"
            return


def _is_flat(lines: list[str]) -> bool:
    """Whether most lines begin at the same column; in a contract nearly all are deeper than the first."""
    depths = [_depth(line) for line in lines]
    return 2 * depths.count(min(depths, default=0)) > len(depths)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_below(line: str, indent: int) -> bool:
    depth = _depth(line)
    return depth > indent or (depth == indent and line[depth : depth + 2] in {"-", "- "})


def _empty_keys(document: JsonObject) -> Iterator[str]:
    """Keys whose value is null where OpenAPI knows no null, which is everywhere but in data."""
    waiting: list[Any] = [document]
    while waiting:
        node = waiting.pop()
        if is_array(node):
            waiting += node
        elif is_object(node):
            for key, value in node.items():
                if key in _DATA or key.startswith("x-"):
                    continue
                if value is None:
                    yield key
                waiting.append(value)


def _incomplete(lines: list[str], document: JsonObject) -> Iterator[tuple[int, str]]:
    """References whose target did not make it into the text, and paths that hold no operations."""
    for problem in check_document(document, ""):
        if problem.rule == "structure":
            yield 0, f"{problem.message}: the structure is lost"
        elif problem.rule == "reference":
            target = pointer.find(document, problem.pointer)
            yield _line_with(lines, target), f"{target} leads nowhere: the text is cut off, or not complete"


def _line_with(lines: list[str], text: str) -> int:
    return next((index for index, line in enumerate(lines) if text in line), 0)
