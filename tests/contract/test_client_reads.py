"""Generated clients against every answer that their contract allows: read without loss, and only news is told."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from contract.answers import PACKAGES, Success, bounded, successes
from hypothesis import given
from hypothesis import strategies as st
from qcontract.apis.drift import unknowns
from qcontract.flow.effects import Reply

SUCCESSES = [one for contract in PACKAGES for one in successes(contract)]


def plain(value: Any) -> Any:
    """What a generated value becomes on the wire."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.to_dict() if hasattr(value, "to_dict") else value


def same(read: Any, sent: Any) -> bool:
    """Whether two JSON values say the same; a moment may be written in several ways."""
    if isinstance(read, dict) and isinstance(sent, dict):
        return read.keys() == sent.keys() and all(same(value, sent[name]) for name, value in read.items())
    if isinstance(read, list) and isinstance(sent, list):
        return len(read) == len(sent) and all(map(same, read, sent))
    return read == sent or (isinstance(sent, str) and _moment(read) == _moment(sent) != None)  # noqa: E711


def _moment(text: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None


@pytest.mark.parametrize("success", SUCCESSES, ids=str)
def test_every_allowed_answer_is_read_without_loss(success: Success) -> None:
    """Members that the contract does not name are news even where it allows them; nothing else may be."""

    @bounded
    @given(st.data())
    def reads(data: st.DataObject) -> None:
        body = data.draw(success.strategy)
        reply = Reply(success.status, {"content-type": "application/json"}, json.dumps(body).encode())
        value = success.parse(reply)
        news = unknowns(value, reply.json(), "read")
        assert [one for one in news if one.kind != "field"] == []
        assert same(plain(value), body)

    reads()
