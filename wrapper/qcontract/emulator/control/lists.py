"""Lists that lag, that are in no order, whose pages are short or never end.

IonQ's lists go on by a cursor, qBraid's by a page number; both are read whole where their order or content is changed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from attrs import evolve

from qcontract.contract.jsonvalue import is_array, is_object

from ..dialects.base import Call, Handler
from ..http import Answer
from .faults import Hit

__all__ = ["LIST_KINDS", "NewJob", "perform"]

LIST_KINDS: Final = ("list-lag", "list-order", "page-limit", "cursor")

_DEFAULT: Final = 25
_WHOLE: Final = {"next": 1000, "page": 100}
"""The largest pages that the APIs give."""
_BEGINNING: Final = 1 << 61
"""A place beyond every job: cursors from here on count items, and the first of them leads to the first page."""

NewJob = Callable[[str], "tuple[int, float] | None"]
"""Finds the place in the order of submission and the time of submission of a job."""


def perform(call: Call, handler: Handler, hits: Sequence[Hit], find: NewJob) -> Answer:
    """Answer a request for a list as these faults have it."""
    by = "page" if "page" in call.query else "next"
    for hit in hits:
        if hit.kind == "page-limit":
            limit = min(call.query.get("limit", _DEFAULT), hit.settings["limit"])
            call = evolve(call, query={**call.query, "limit": limit})
    content = [hit for hit in hits if hit.kind in ("list-lag", "list-order")]
    answer = _from_whole(call, handler, by, content, find) if content else handler(call)
    for hit in hits:
        if hit.kind == "cursor" and answer.status == 200:
            answer = _endless(call, handler, by, answer, hit.settings["form"])
    return answer


def _items(content: Any) -> tuple[str, list[Any]] | None:
    """Return the member of an answer that holds the items, and the items."""
    for name in ("jobs", "data"):
        if is_object(content) and is_array(content.get(name)):
            return name, content[name]
    return None


def _content(answer: Answer) -> Any:
    return json.loads(answer.body())


def _from_whole(call: Call, handler: Handler, by: str, hits: Sequence[Hit], find: NewJob) -> Answer:
    first, every = _read_whole(call, handler, by)
    if every is None:
        return first
    for hit in hits:
        if hit.kind == "list-order":
            every.sort(key=lambda item: hit.chance(_name(item)))
        else:
            every = [item for item in every if not _hidden(item, hit, find, call.core.clock.now())]
    limit = call.query.get("limit", _DEFAULT)
    offset = (call.query["page"] - 1) * limit if by == "page" else _offset(call)
    return evolve(first, content=_page(call, _content(first), every, offset, limit), encoded=False)


def _read_whole(call: Call, handler: Handler, by: str) -> tuple[Answer, list[Any] | None]:
    """Return the first page and the items of all pages, None when the answer is no list."""
    query = {**call.query, "limit": _WHOLE[by]} | ({"page": 1} if by == "page" else {})
    query.pop("next", None)
    every: list[Any] = []
    first: Answer | None = None
    while True:
        answer = handler(evolve(call, query=query))
        first = first or answer
        found = _items(_content(answer)) if answer.status == 200 else None
        if found is None:
            return first, None
        every += found[1]
        onward = _content(answer).get("next")
        if by == "page" and len(found[1]) == _WHOLE[by]:
            query = {**query, "page": query["page"] + 1}
        elif onward:
            query = {**query, "next": onward}
        else:
            return first, every


def _offset(call: Call) -> int:
    place = call.core.ids.place(call.query["next"]) if "next" in call.query else None
    return max(0, (place or 0) - _BEGINNING)


def _page(call: Call, content: dict[str, Any], every: list[Any], offset: int, limit: int) -> dict[str, Any]:
    """Return one page of a list in the words of its first one."""
    found = _items(content)
    changed = {**content, found[0] if found else "jobs": every[offset : offset + limit]}
    after = offset + limit
    if "pagination" in content:
        pages = -(-len(every) // limit)
        page = offset // limit + 1
        changed["pagination"] = {
            **content["pagination"],
            "page": page,
            "limit": limit,
            "total": len(every),
            "totalPages": pages,
            "hasNext": page < pages,
            "hasPrev": page > 1,
        }
    elif after < len(every):
        changed["next"] = call.core.ids.cursor(_BEGINNING + after)
    elif "next" in content:
        changed["next"] = None
    return changed


def _name(item: Any) -> str:
    return str(item.get("id") or item.get("jobQrn")) if is_object(item) else str(item)


def _hidden(item: Any, hit: Hit, find: NewJob, now: float) -> bool:
    """Tell whether a lagging list does not show a job yet."""
    name = _name(item)
    known = find(name)
    if known is None or known[0] <= hit.memory.get("newest", 0):
        return False
    if hit.settings["seconds"] is not None and known[1] + hit.settings["seconds"] > now:
        return True
    missed = hit.memory.get(name, 0)
    hit.memory[name] = missed + 1
    return missed < (hit.settings["requests"] or 0)


def _endless(call: Call, handler: Handler, by: str, answer: Answer, form: str) -> Answer:
    content = _content(answer)
    if _items(content) is None:
        return answer
    if by == "page":
        return evolve(answer, content=_endless_pages(call, handler, content, form), encoded=False)
    onward: Any = content.get("next")
    if form == "repeat":
        onward = call.query.get("next", onward)
    onward = onward or call.core.ids.cursor(_BEGINNING)
    return evolve(answer, content={**content, "next": onward}, encoded=False)


def _endless_pages(call: Call, handler: Handler, content: dict[str, Any], form: str) -> Mapping[str, Any]:
    pages = content.get("pagination", {}).get("totalPages", 1) or 1
    page = 1 if form == "repeat" else (call.query["page"] - 1) % pages + 1
    again = _content(handler(evolve(call, query={**call.query, "page": page})))
    shown = {**again.get("pagination", {}), "page": call.query["page"], "hasNext": True}
    return {**again, "pagination": shown}
