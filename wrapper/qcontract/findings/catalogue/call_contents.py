"""Rules about what calls of the service hold, which the client receives: bodies, media types, parameters."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import BREAKING, COMPATIBLE, Example, define
from qcontract.findings.catalogue.fragments import query, webhook

__all__ = ["RULES"]

_rule = partial(define, "exchange")
_show = partial(Example, "document")
_JSON: dict[str, Any] = {"application/json": {}}
_BOTH: dict[str, Any] = {**_JSON, "application/xml": {}}


def _sent(content: dict[str, Any], **said: Any) -> dict[str, Any]:
    return webhook(requestBody={"content": content, **said})


def _with(**said: Any) -> dict[str, Any]:
    return webhook(parameters=[query(**said)])


_BODIES = (
    _rule(
        "call-body-added",
        "body",
        "Calls of the service have a body",
        "the call has a body now",
        (
            "The service sends a body with its call, where it sent none.",
            "Nobody.",
            "Nothing needs to be done; read the body of {it} when you need what it says.",
        ),
        COMPATIBLE,
        _show(webhook(), _sent(_JSON)),
    ),
    _rule(
        "call-body-removed",
        "body",
        "Calls of the service have no body any more",
        "the call has no body any more",
        (
            "The service sent a body with its call, and does not any more.",
            "Programs that read it.",
            "Do without the body of {it}: ask for what it said by an operation of the service.",
        ),
        BREAKING,
        _show(_sent(_JSON), webhook()),
    ),
    _rule(
        "call-body-became-optional",
        "required",
        "Calls of the service may be without a body",
        "the body may be missing now",
        (
            "The service always sent a body with its call, and may leave it out now.",
            "Programs that read it without asking whether it is there.",
            "Ask whether there is a body before you read it, and decide what its absence means.",
        ),
        BREAKING,
        _show(_sent(_JSON, required=True), _sent(_JSON)),
    ),
    _rule(
        "call-body-became-required",
        "required",
        "Calls of the service always have a body",
        "the body is always there now",
        (
            "The service always sends a body with its call.",
            "Nobody.",
            "Nothing needs to be done; the body can be relied on.",
        ),
        COMPATIBLE,
        _show(_sent(_JSON), _sent(_JSON, required=True)),
    ),
    _rule(
        "call-media-type-added",
        "media type",
        "The service may send one more media type",
        "the service may send {value} now",
        (
            "The service may write the body of its call in one more way, and does not ask which one is wanted.",
            "Programs that read the old media types only.",
            "Choose the parser by the `Content-Type` of each call, and be ready for {value}.",
        ),
        BREAKING,
        _show(_sent(_JSON), _sent(_BOTH)),
        many="the service may send {values} now",
    ),
    _rule(
        "call-media-type-removed",
        "media type",
        "The service sends one media type fewer",
        "the service does not send {value} any more",
        (
            "The service does not write the body of its call in this way any more.",
            "Nobody: the other ways were there before.",
            "Nothing needs to be done; the code that reads {value} may stay.",
        ),
        COMPATIBLE,
        _show(_sent(_BOTH), _sent(_JSON)),
        many="the service does not send {values} any more",
    ),
)

_PARAMETERS = (
    _rule(
        "call-parameter-added",
        "parameter",
        "Calls of the service have one more parameter",
        "the service sends the parameter {value} now",
        (
            "The service may send a parameter with its call that it did not send.",
            "Nobody.",
            "Nothing needs to be done; read {value} when you need what it says.",
        ),
        COMPATIBLE,
        _show(webhook(), _with()),
    ),
    _rule(
        "call-parameter-removed",
        "parameter",
        "Calls of the service have lost a parameter",
        "the service does not send the parameter {value} any more",
        (
            "The service sent a parameter with its call that the contract does not name any more.",
            "Programs that read it, such as a signature that they check.",
            "Read what {value} said from somewhere else, or go on without it.",
        ),
        BREAKING,
        _show(_with(), webhook()),
    ),
    _rule(
        "call-parameter-became-optional",
        "required",
        "A parameter of a call may be missing",
        "the service may leave the parameter out now",
        (
            "The service always sent the parameter, and may leave it out now.",
            "Programs that read it without asking whether it is there.",
            "Ask whether {it} is there before you read it, and decide what its absence means.",
        ),
        BREAKING,
        _show(_with(required=True), _with()),
    ),
    _rule(
        "call-parameter-became-required",
        "required",
        "A parameter of a call is always there",
        "the service always sends the parameter now",
        ("The service always sends the parameter.", "Nobody.", "Nothing needs to be done; it can be relied on."),
        COMPATIBLE,
        _show(_with(), _with(required=True)),
    ),
)

RULES = (*_BODIES, *_PARAMETERS)
