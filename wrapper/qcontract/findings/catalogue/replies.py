"""Rules about what the client replies when the service calls it: statuses, headers, bodies."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import BREAKING, COMPATIBLE, ERRATIC, Example, define
from qcontract.findings.catalogue.fragments import answers, webhook

__all__ = ["RULES"]

_rule = partial(define, "exchange")
_show = partial(Example, "document")


def _statuses(*statuses: str) -> dict[str, Any]:
    return webhook(responses={status: {"description": "as its number says"} for status in statuses})


def _reply(**said: Any) -> dict[str, Any]:
    return webhook(**answers(**said))


def _mark(**said: Any) -> dict[str, Any]:
    return _reply(headers={"X-Mark": {"schema": {"type": "string"}, **said}})


_WHOLE = (
    _rule(
        "reply-status-added",
        "status",
        "The service takes one more status",
        "the service takes the status {value} as a reply now",
        (
            "Clients may reply with a status that was not among those that the service takes.",
            "Nobody.",
            "Nothing needs to be done; reply with {value} when it says more.",
        ),
        COMPATIBLE,
        _show(_statuses("200"), _statuses("200", "202")),
        many="the service takes the statuses {values} as replies now",
    ),
    _rule(
        "reply-status-removed",
        "status",
        "The service takes one status fewer",
        "the service does not take the status {value} as a reply any more",
        (
            "Clients replied with a status that the service does not take any more.",
            "Programs that reply with it: the service takes the call for failed.",
            "Reply with a status that is left where your program replies with {value}.",
        ),
        BREAKING,
        _show(_statuses("200", "202"), _statuses("200")),
        many="the service does not take the statuses {values} as replies any more",
    ),
    _rule(
        "reply-body-added",
        "body",
        "Replies must have a body",
        "the reply must have a body now",
        (
            "Clients replied without a body, and the service reads one now.",
            "Programs that reply without one.",
            "Reply with a body as the new contract describes it, from its first day on.",
        ),
        BREAKING,
        _show(_reply(), _reply(content={"application/json": {}})),
    ),
)

_HEADERS = (
    _rule(
        "reply-header-added",
        "header",
        "Replies may have one more header",
        "the reply may have the header {value} now",
        (
            "The service reads a header of the reply when it is there.",
            "Nobody.",
            "Nothing needs to be done; send the header {value} when you want what it offers.",
        ),
        COMPATIBLE,
        _show(_reply(), _mark()),
    ),
    _rule(
        "reply-header-added-required",
        "header",
        "Replies must have one more header",
        "the reply must have the header {value} now",
        (
            "The service asks for a header of the reply that it did not know.",
            "Programs that reply without it.",
            "Send the header {value} with every reply, from the first day of the new contract on.",
        ),
        BREAKING,
        _show(_reply(), _mark(required=True)),
    ),
    _rule(
        "reply-header-removed",
        "header",
        "Replies have lost a header",
        "the service does not read the header {value} any more",
        (
            "Clients sent a header with the reply that the contract does not name any more.",
            "Programs that rely on what it said: the service does not read it.",
            "Stop sending the header {value}, and check what relied on it.",
        ),
        ERRATIC,
        _show(_mark(), _reply()),
    ),
    _rule(
        "reply-header-became-required",
        "required",
        "A header of the reply is required now",
        "the reply must have the header now",
        (
            "Clients could reply without the header, and cannot any more.",
            "Programs that reply without it.",
            "Always send the header with the reply to {it}.",
        ),
        BREAKING,
        _show(_mark(), _mark(required=True)),
    ),
    _rule(
        "reply-header-became-optional",
        "required",
        "A header of the reply is optional now",
        "the reply may be without the header now",
        (
            "Clients may reply without the header.",
            "Nobody.",
            "Nothing needs to be done; leave the header out where you have nothing to say.",
        ),
        COMPATIBLE,
        _show(_mark(required=True), _mark()),
    ),
)

RULES = (*_WHOLE, *_HEADERS)
