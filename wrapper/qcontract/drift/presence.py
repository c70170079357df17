"""What comes and goes in messages, and which rule names it: that depends on who sends the message."""

from __future__ import annotations

from typing import Literal

from qcontract.drift.schemas import Direction

__all__ = ["Part", "Presence", "rule_of"]

Part = Literal["body", "header", "media type", "parameter", "status"]
Presence = Literal["added", "added required", "became optional", "became required", "removed"]

_SENT: dict[tuple[Part, Presence], str] = {
    ("body", "added"): "request-body-added",
    ("body", "added required"): "request-body-added-required",
    ("body", "became optional"): "request-body-became-optional",
    ("body", "became required"): "request-body-became-required",
    ("body", "removed"): "request-body-removed",
    ("header", "added"): "reply-header-added",
    ("header", "added required"): "reply-header-added-required",
    ("header", "became optional"): "reply-header-became-optional",
    ("header", "became required"): "reply-header-became-required",
    ("header", "removed"): "reply-header-removed",
    ("media type", "added"): "media-type-added",
    ("media type", "removed"): "media-type-removed",
    ("parameter", "added"): "parameter-added",
    ("parameter", "added required"): "parameter-added-required",
    ("parameter", "became optional"): "parameter-became-optional",
    ("parameter", "became required"): "parameter-became-required",
    ("parameter", "removed"): "parameter-removed",
    ("status", "added"): "reply-status-added",
    ("status", "removed"): "reply-status-removed",
}
"""What the client sends: requests, and its replies where the service calls."""

_RECEIVED: dict[tuple[Part, Presence], str] = {
    ("body", "added"): "call-body-added",
    ("body", "added required"): "call-body-added",
    ("body", "became optional"): "call-body-became-optional",
    ("body", "became required"): "call-body-became-required",
    ("body", "removed"): "call-body-removed",
    ("header", "added"): "header-added",
    ("header", "added required"): "header-added",
    ("header", "became optional"): "header-became-optional",
    ("header", "became required"): "header-became-required",
    ("header", "removed"): "header-removed",
    ("media type", "added"): "media-type-added",
    ("media type", "removed"): "media-type-removed",
    ("parameter", "added"): "call-parameter-added",
    ("parameter", "added required"): "call-parameter-added",
    ("parameter", "became optional"): "call-parameter-became-optional",
    ("parameter", "became required"): "call-parameter-became-required",
    ("parameter", "removed"): "call-parameter-removed",
    ("status", "added"): "response-added",
    ("status", "removed"): "response-removed",
}
"""What the client receives: answers, and the calls of the service."""

_UNASKED: dict[tuple[Part, Presence], str] = {
    ("media type", "added"): "call-media-type-added",
    ("media type", "removed"): "call-media-type-removed",
}
"""What differs where the client receives what it did not ask for, and so cannot choose."""


def rule_of(part: Part, presence: Presence, direction: Direction, *, inverted: bool) -> str:
    """The rule that names what came or went.

    Args:
        part: What it is.
        presence: What became of it.
        direction: Which way the message travels.
        inverted: Whether the service calls the client.
    """
    if direction is Direction.REQUEST:
        return _SENT[part, presence]
    known = _RECEIVED | _UNASKED if inverted else _RECEIVED
    return known[part, presence]
