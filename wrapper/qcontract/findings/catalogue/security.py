"""Rules about who may call: credentials, schemes and scopes."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import BREAKING, COMPATIBLE, Example, define
from qcontract.findings.catalogue.fragments import JOBS

__all__ = ["RULES"]

_rule = partial(define, "access")
_show = partial(Example, "document")
_KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
_FLOW = {"tokenUrl": "https://example.test/token", "scopes": {"read": "", "write": ""}}
_OAUTH: dict[str, Any] = {"type": "oauth2", "flows": {"clientCredentials": _FLOW}}
_READ, _BOTH = {"oauth": ["read"]}, {"oauth": ["read", "write"]}


def _secured(*alternatives: dict[str, list[str]], **schemes: Any) -> dict[str, Any]:
    known = {"key": _KEY, "oauth": _OAUTH, **schemes}
    return {"paths": JOBS, "security": list(alternatives), "components": {"securitySchemes": known}}


RULES = (
    _rule(
        "security-added",
        "security",
        "Callers must identify themselves",
        "{new} is required where nothing was",
        (
            "The operation could be called by anybody, and cannot any more.",
            "Programs that call it without credentials.",
            "Get credentials for {new} and send them with every call of this operation before the switch: calls "
            "without any will be refused with 401.",
        ),
        BREAKING,
        _show(_secured(), _secured({"key": []})),
    ),
    _rule(
        "security-removed",
        "security",
        "Callers need not identify themselves",
        "it can be called without credentials now",
        (
            "The operation can be called by anybody.",
            "Nobody.",
            "Nothing needs to be done; credentials that you go on sending do no harm.",
        ),
        COMPATIBLE,
        _show(_secured({"key": []}), _secured()),
    ),
    _rule(
        "security-alternative-removed",
        "security",
        "One way of identifying fewer",
        "{old} is no longer enough",
        (
            "A set of credentials that was enough is not any more, and no single scope or scheme accounts for it.",
            "Programs that identify themselves in this way.",
            "Move callers that show {old} to {new} before the switch.",
        ),
        BREAKING,
        _show(_secured({"key": []}, _READ), _secured({"key": []})),
    ),
    _rule(
        "security-alternative-added",
        "security",
        "One more way of identifying",
        "{new} is enough now",
        (
            "Another set of credentials is enough.",
            "Nobody.",
            "Nothing needs to be done; {new} is there if you prefer it.",
        ),
        COMPATIBLE,
        _show(_secured({"key": []}), _secured({"key": []}, _READ)),
    ),
    _rule(
        "security-requirement-added",
        "security",
        "One more credential is required",
        "with {old} there must also be {new}",
        (
            "Credentials that were enough must be joined by others.",
            "Programs that send the old ones only.",
            "Send {new} where you send {old} alone: both are checked from now on.",
        ),
        BREAKING,
        _show(_secured({"key": []}), _secured({"key": [], **_READ})),
    ),
    _rule(
        "security-requirement-removed",
        "security",
        "One credential fewer is required",
        "with {new} there need not be {old} any more",
        ("Fewer credentials are enough.", "Nobody.", "Nothing needs to be done; you may stop sending {old}."),
        COMPATIBLE,
        _show(_secured({"key": [], **_READ}), _secured({"key": []})),
    ),
    _rule(
        "security-scope-added",
        "scope",
        "One more scope is required",
        "the scope {value} is required now",
        (
            "A token needs a scope that it did not need.",
            "Programs whose token does not have it.",
            "Ask for the scope {value} when you get a token, and replace tokens that were issued without it.",
        ),
        BREAKING,
        _show(_secured(_READ), _secured(_BOTH)),
        many="the scopes {values} are required now",
    ),
    _rule(
        "security-scope-removed",
        "scope",
        "One scope fewer is required",
        "the scope {value} is no longer required",
        (
            "A token needs one scope fewer.",
            "Nobody.",
            "Nothing needs to be done; new tokens can do without the scope {value}.",
        ),
        COMPATIBLE,
        _show(_secured(_BOTH), _secured(_READ)),
        many="the scopes {values} are no longer required",
    ),
    _rule(
        "security-scheme-changed",
        "scheme",
        "Credentials are sent or obtained in another way",
        "{value} went from {old} to {new}",
        (
            "The same scheme has another type, header name, place or address.",
            "Programs that send or obtain credentials in the old way.",
            "Change how {value} is sent or obtained: {new} takes the place of {old}. Switch together with the "
            "contract, since the old way is not understood.",
        ),
        BREAKING,
        _show(_secured({"key": []}), _secured({"key": []}, key={**_KEY, "name": "X-Token"})),
    ),
    _rule(
        "security-scheme-widened",
        "scheme",
        "Tokens are obtained in one more way",
        "{value} gives tokens in more ways: {new}",
        (
            "The same scheme has another flow, or an address at which tokens are refreshed.",
            "Nobody.",
            "Nothing needs to be done; tokens of {value} are obtained as before.",
        ),
        COMPATIBLE,
        _show(_secured(_READ), _secured(_READ, oauth={**_OAUTH, "flows": {**_OAUTH["flows"], "password": _FLOW}})),
    ),
)
