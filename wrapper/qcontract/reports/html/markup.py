"""Pieces of HTML; every text that came from elsewhere goes through here."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from typing import Any

from qcontract.findings import Location
from qcontract.reports.printable import printable
from qcontract.reports.words import compact, spot

__all__ = ["code", "excerpt", "items", "pretty", "text"]

_WIDTH = 80
_LONGEST = 20_000
"""Most characters of a witness: enough to read, and no page is made of one value."""


def text(said: str) -> str:
    r"""A text as HTML: without markup, control characters and characters that turn the direction of writing.

    Example:
        >>> text("</script>\u202e")
        '&lt;/script&gt;\\u202e'
    """
    return html.escape(printable(said))


def code(said: str) -> str:
    """A text in a fixed-width font."""
    return f"<code>{text(said)}</code>"


def items(kind: str, entries: Iterable[str]) -> str:
    """A list of entries that are HTML already; nothing for none."""
    listed = "".join(f"<li>{entry}</li>" for entry in entries)
    return f'<ul class="{kind}">{listed}</ul>' if listed else ""


def pretty(value: Any) -> str:
    """A JSON value as HTML: a short one in a line, another over several; a huge one is cut."""
    if len(short := compact(value)) <= _WIDTH:
        return html.escape(short)
    lines = json.dumps(value, ensure_ascii=False, indent=2).split("\n")
    said = "\n".join(map(printable, lines))
    return html.escape(said if len(said) <= _LONGEST else f"{said[:_LONGEST]}\n…")


def excerpt(place: Location, side: str) -> str:
    """The line of a file, with a caret under the column."""
    caption = f"<figcaption>{side} {code(spot(place))}</figcaption>"
    if not place.excerpt:
        return f"<figure>{caption}</figure>"
    number = str(place.line)
    caret = " " * len(printable(place.excerpt[: place.caret]))
    margin = " " * len(number)
    lines = f"<b>{number} │</b> {text(place.excerpt)}\n<b>{margin} │</b> {caret}<i>^</i>"
    return f"<figure>{caption}<pre>{lines}</pre></figure>"
