"""Rules about what is said of a value beside which ones there are: defaults, who sends it, how long it stays."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import RECORD, Example, by_direction, define

__all__ = ["RULES"]

_rule = partial(define, "schema")
_CHANGES_MEANING = by_direction("breaking", "info")
_UNSAID = by_direction("risky", "info")


def _member(**said: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"n": {"type": "integer", **said}}}


RULES = (
    _rule(
        "default-changed",
        "default",
        "The default is another one",
        "the default went from {old} to {new}",
        (
            "What the server assumes when the value is left out is something else.",
            "Programs that leave the value out: the same request means something else.",
            "Send {it} yourself with {old} to keep what your messages mean today: left out, it means {new} from now "
            "on.",
        ),
        _CHANGES_MEANING,
        Example("schema", _member(default=1), _member(default=2)),
    ),
    _rule(
        "default-removed",
        "default",
        "The default is gone",
        "the default {old} was removed",
        (
            "The contract no longer says what is assumed when the value is left out.",
            "Programs that leave the value out and rely on the old default.",
            "Send {it} yourself with {old}: what the server assumes without it is no longer promised.",
        ),
        _UNSAID,
        Example("schema", _member(default=1), _member()),
    ),
    _rule(
        "default-added",
        "default",
        "There is a default",
        "the default {new} was added",
        (
            "The contract now says what is assumed when the value is left out.",
            "Programs that leave the value out, if the server assumed something else before.",
            "Find out what the server assumed so far. If that is not {new}, send {it} yourself.",
        ),
        _UNSAID,
        Example("schema", _member(), _member(default=1)),
    ),
    _rule(
        "read-only-added",
        "readOnly",
        "The member is read-only now",
        "it became read-only",
        (
            "Only answers have the member; in requests it has no place.",
            "Programs that send it: the server may ignore it.",
            "Stop sending {it}: the server sets it and may ignore or refuse yours.",
        ),
        by_direction("risky", "info"),
        Example("schema", _member(), _member(readOnly=True)),
    ),
    _rule(
        "read-only-removed",
        "readOnly",
        "The member is not read-only any more",
        "it is no longer read-only",
        (
            "Requests may have the member, too.",
            "Nobody, unless it is required.",
            "Nothing needs to be done; {it} can be sent now.",
        ),
        by_direction("compatible", "info"),
        Example("schema", _member(readOnly=True), _member()),
    ),
    _rule(
        "write-only-added",
        "writeOnly",
        "The member is write-only now",
        "it became write-only",
        (
            "Only requests have the member; answers leave it out.",
            "Programs that read it.",
            "Stop reading {it} from answers; keep what you sent if you need it later.",
        ),
        by_direction("info", "risky"),
        Example("schema", _member(), _member(writeOnly=True), "response"),
    ),
    _rule(
        "write-only-removed",
        "writeOnly",
        "The member is not write-only any more",
        "it is no longer write-only",
        (
            "Answers may have the member, too.",
            "Nobody.",
            "Nothing needs to be done; {it} can be read from answers now.",
        ),
        by_direction("info", "compatible"),
        Example("schema", _member(writeOnly=True), _member(), "response"),
    ),
    _rule(
        "property-deprecated",
        "deprecated",
        "The member is deprecated",
        "it is deprecated{value}",
        (
            "The contract announces that the member will go.",
            "Nobody yet.",
            "Plan to do without {it} before it goes, and ask what replaces it if the contract does not say.",
        ),
        RECORD,
        Example("schema", _member(), _member(deprecated=True)),
    ),
    _rule(
        "property-reactivated",
        "deprecated",
        "The member is not deprecated any more",
        "it is no longer deprecated",
        ("An announcement was taken back.", "Nobody.", "Nothing needs to be done; plans to do without {it} can wait."),
        RECORD,
        Example("schema", _member(deprecated=True), _member()),
    ),
)
