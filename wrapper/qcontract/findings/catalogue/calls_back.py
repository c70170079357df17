"""Rules about calls that the service makes: callbacks and webhooks."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import BREAKING, COMPATIBLE, Example, define

__all__ = ["RULES"]

_rule = partial(define, "exchange")
_show = partial(Example, "operation")


def _hook(*names: str, address: str = "{$request.body#/url}") -> dict[str, Any]:
    post = {"post": {"responses": {"200": {"description": "fine"}}}}
    return {"callbacks": {name: {address: post} for name in names}}


RULES = (
    _rule(
        "callback-added",
        "callback",
        "The service calls back once more",
        "the callback {value} is new",
        (
            "The service may call the client where it did not.",
            "Nobody who did not ask for it.",
            "Nothing needs to be done, unless you ask for the callback {value}: then be ready to answer it.",
        ),
        COMPATIBLE,
        _show(_hook(), _hook("done")),
    ),
    _rule(
        "callback-removed",
        "callback",
        "The service does not call back any more",
        "the callback {value} was removed",
        (
            "The service called the client, and does not any more.",
            "Programs that wait for it.",
            "Ask for the state yourself where your program waits for the callback {value}.",
        ),
        BREAKING,
        _show(_hook("done"), _hook()),
    ),
    _rule(
        "webhook-added",
        "webhook",
        "One more webhook",
        "the webhook {value} is new",
        (
            "The service can call the client where it could not.",
            "Nobody who did not ask for it.",
            "Nothing needs to be done; subscribe to the webhook {value} when you want it.",
        ),
        COMPATIBLE,
        Example("document", {"webhooks": {}}, {"webhooks": {"done": {"post": {"responses": {}}}}}),
    ),
    _rule(
        "webhook-removed",
        "webhook",
        "One webhook fewer",
        "the webhook {value} was removed",
        (
            "The service called the client, and does not any more.",
            "Programs that wait for it.",
            "Ask for the state yourself where your program waits for the webhook {value}.",
        ),
        BREAKING,
        Example("document", {"webhooks": {"done": {"post": {"responses": {}}}}}, {"webhooks": {}}),
    ),
    _rule(
        "call-moved",
        "callback",
        "The service calls elsewhere",
        "the call goes to {new} where it went to {old}",
        (
            "The name of a webhook is another one, or a callback takes its address from somewhere else.",
            "Programs that wait for the call: it goes to another address, or nowhere.",
            "Be ready for the call at {new} where you waited for it at {old}; a callback finds its address there.",
        ),
        BREAKING,
        _show(_hook("done"), _hook("done", address="{$request.query.url}")),
    ),
)
