"""Fenced code blocks of a Markdown page, with the line and column at which their content stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

__all__ = ["Fence", "fences"]

_OPENING = re.compile(r"(?P<before>[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+|>)*)(?P<mark>`{3,}|~{3,})(?P<info>[^\n]*)")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_QUOTE = re.compile(r"(?:[ \t]*>)+")


@frozen
class Fence:
    """One fenced block: what follows its opening mark, its content, and where both stand in the page.

    ``text`` keeps the columns of the page: its lines are indented as the block is. ``line`` is that of the opening
    mark, from 1, so that the content begins one line further down.
    """

    info: str
    text: str
    line: int
    closed: bool


def fences(text: str) -> Iterator[Fence]:
    r"""Find the fenced blocks of a page, in lists and quotations too.

    A block that is never closed runs to the end of the page, as CommonMark has it, and says so.

    >>> [(fence.info, fence.text) for fence in fences("- ~~~yaml\n  a: 1\n  ~~~")]
    [('yaml', '  a: 1')]
    """
    opened: re.Match[str] | None = None
    start, content = 0, list[str]()
    for number, line in enumerate(_LINE_BREAK.split(text), start=1):
        if opened is None:
            opened, start, content = _opening(line), number, []
            continue
        line = _unquoted(line) if ">" in opened["before"] else line
        if _closes(line, opened):
            yield Fence(opened["info"].strip(), "\n".join(content), start, closed=True)
            opened = None
        else:
            content.append(line)
    if opened is not None:
        yield Fence(opened["info"].strip(), "\n".join(content), start, closed=False)


def _opening(line: str) -> re.Match[str] | None:
    found = _OPENING.match(line)
    if found and found["mark"][0] == "`" and "`" in found["info"]:
        return None  # code within a line of prose
    return found


def _closes(line: str, opened: re.Match[str]) -> bool:
    """Whether a line ends the block; one that is indented further than CommonMark allows is content."""
    bare, mark = line.strip(), opened["mark"]
    if len(bare) < len(mark) or bare != mark[0] * len(bare):
        return False
    return line.index(bare) <= len(opened["before"]) + 3


def _unquoted(line: str) -> str:
    """The line with the marks of a quotation blanked out, so that columns stay."""
    quoted = _QUOTE.match(line)
    return " " * quoted.end() + line[quoted.end() :] if quoted else line
