"""The catalogue of rules as text, JSON and markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from textwrap import indent, wrap
from typing import Any, Protocol

from qcontract.findings import CLIENTS, Exchange, Rule
from qcontract.reports.markdown import code, plain, table
from qcontract.reports.text import columns

__all__ = ["LAYOUTS", "Layout"]

_DIRECTIONS: tuple[Exchange, ...] = ("request", "response", "both")
_VIEWS = tuple(name.upper() for name in CLIENTS)


class Layout(Protocol):
    """Shows rules: all of each, or a line of each."""

    def __call__(self, known: Sequence[Rule], *, whole: bool) -> str:
        """Return them as one text."""
        ...


def _as_text(known: Sequence[Rule], *, whole: bool) -> str:
    if whole:
        return "\n".join("\n".join(_page(rule)) for rule in known) + "\n"
    rows = ((rule.id, *_short_levels(rule), rule.title) for rule in known)
    return "\n".join(columns(rows, ("RULE", *_VIEWS, "WHAT IT FINDS"))) + "\n"


def _short_levels(rule: Rule) -> list[str]:
    """Per view, the level of requests and that of responses when they differ."""
    told: list[str] = []
    for client in CLIENTS:
        sent, received = (rule.level(client, way) for way in ("request", "response"))
        told.append(sent if sent == received else f"{sent}/{received}")
    return told


def _levels(rule: Rule) -> Iterator[tuple[str, ...]]:
    """The table of levels: one row when the direction does not matter."""
    rows = {way: tuple(str(rule.level(client, way)) for client in CLIENTS) for way in _DIRECTIONS}
    if len(set(rows.values())) == 1:
        yield ("any", *rows["both"])
    else:
        yield from ((way, *levels) for way, levels in rows.items())


def _page(rule: Rule) -> Iterator[str]:
    yield f"{rule.id}: {rule.title} ({rule.area})"
    said = (("", rule.meaning), ("Says: ", rule.sentence), ("Breaks: ", rule.breaks), ("Advice: ", rule.advice))
    for head, text in said:
        yield from ("", *wrap(head + text, 80, break_on_hyphens=False))
    yield from ("", "Level, where no decision about values says otherwise:", "")
    yield from (f"  {line}" for line in columns(_levels(rule), ("DIRECTION", *_VIEWS)))
    example = rule.example
    where = f" of a {example.direction}" if example.frame == "schema" else ""
    for head, fragment in (("before", example.old), ("after", example.new)):
        yield from ("", f"Example, {example.frame}{where} {head}:", "", indent(_json(fragment), "  "))


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False)


def _as_markdown(known: Sequence[Rule], *, whole: bool) -> str:
    if whole:
        return "\n".join("\n".join(_section(rule)) for rule in known)
    rows = ((code(rule.id), *_short_levels(rule), plain(rule.title)) for rule in known)
    return "\n".join(table(("rule", *CLIENTS, "what it finds"), rows)) + "\n"


def _section(rule: Rule) -> Iterator[str]:
    yield from (f"## {rule.id}", "", f"{plain(rule.title)}. {plain(rule.meaning)}", "")
    yield from (f"**Says**: {plain(rule.sentence)}", "")
    yield from (f"**Breaks**: {plain(rule.breaks)}", "", f"**Advice**: {plain(rule.advice)}", "")
    yield from (*table(("direction", *CLIENTS), _levels(rule)), "")
    for head, fragment in (("Before", rule.example.old), ("After", rule.example.new)):
        yield from (f"{head} ({rule.example.frame}):", "", "```json", _json(fragment), "```", "")


def _as_json(known: Sequence[Rule], *, whole: bool) -> str:
    del whole  # programs get all there is
    content = {"schema": "qcontract.rules/1", "rules": [_value(rule) for rule in known]}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _value(rule: Rule) -> dict[str, Any]:
    example = rule.example
    return {
        "id": rule.id,
        "area": rule.area,
        "title": rule.title,
        "meaning": rule.meaning,
        "says": rule.sentence,
        "breaks": rule.breaks,
        "advice": rule.advice,
        "levels": {client: {way: rule.level(client, way) for way in _DIRECTIONS} for client in CLIENTS},
        "example": {"frame": example.frame, "direction": example.direction, "old": example.old, "new": example.new},
    }


LAYOUTS: dict[str, Layout] = {"text": _as_text, "json": _as_json, "markdown": _as_markdown}
