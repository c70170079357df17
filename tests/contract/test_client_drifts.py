"""Drift planted in right answers: it is told with its place, or refused with the member's name, and never silent."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from apis.pointing import REMOVED, changed
from contract.answers import PACKAGES, Success, bounded, successes
from contract.places import Place, allows, kinds, other, places
from hypothesis import assume, given
from hypothesis import strategies as st
from qcontract.apis.drift import unknowns
from qcontract.flow.effects import Reply
from qcontract_api.runtime import ShapeError

FREE = {"GetCompiledFile", "GetJobArtifact"}
"""Answers of which the contract says nothing, so that nothing can drift."""

PLAIN = {"GetVariantShots"}
"""A list of plain values by itself: no class reads it, and our wrapper does not ask for it."""

SUCCESSES = [one for contract in PACKAGES for one in successes(contract) if one.operation not in FREE | PLAIN]


def drifted(body: Any, place: Place, kind: str) -> Any:
    """The answer after one kind of drift."""
    if kind == "new field":
        return changed(body, f"{place.pointer}/qcontract_news", {"deep": [1]})
    if kind == "renamed field":
        moved = changed(body, f"{place.pointer}_renamed", place.value)
        return changed(moved, place.pointer, REMOVED)
    value = {"new value": "qcontract-news", "wrong type": None, "null": None, "missing field": REMOVED}[kind]
    return changed(body, place.pointer, other(place) if kind == "wrong type" else value)


def told(success: Success, body: Any) -> list[str]:
    """Where the client says that an answer is not what it knows: places of news, or the refused member."""
    reply = Reply(success.status, {"content-type": "application/json"}, json.dumps(body).encode())
    try:
        value = success.parse(reply)
    except ShapeError as error:
        return ["/" + re.sub(r"\[(\d+)\]", r"/\1", error.field or "")]
    except TypeError as error:  # an item of an answer that is a list has no member's name
        return [f"item: {error}"]
    return [news.path for news in unknowns(value, reply.json(), "read")]


def names(path: str, pointer: str) -> bool:
    """Whether what was said leads to the place: it is there, around or inside it, or the member's own name."""
    if path.startswith("item: "):
        return pointer.count("/") == 1
    return f"{pointer}/".startswith(f"{path}/") or path.startswith(pointer) or f"{pointer}/".endswith(f"{path}/")


@pytest.mark.parametrize("success", SUCCESSES, ids=str)
def test_no_drift_is_silent(success: Success) -> None:
    @bounded
    @given(st.data())
    def speaks(data: st.DataObject) -> None:
        body = data.draw(success.strategy)
        possible = [(place, kind) for place in places(success.contract, success.schema, body) for kind in kinds(place)]
        assume(possible)
        place, kind = data.draw(st.sampled_from(possible))
        news = drifted(body, place, kind)
        assume(kind == "new field" or not allows(success.contract, success.schema, news))
        said = told(success, news)
        before = told(success, body)
        fresh = [path for path in said if path not in before]
        assert any(names(path, place.pointer) for path in fresh), (kind, place.pointer, said)

    speaks()
