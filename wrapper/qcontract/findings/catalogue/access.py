"""Rules about who may call and where: security and servers."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import COMPATIBLE, Example, by_view, define

__all__ = ["RULES"]

_rule = partial(define, "access")
_BREAKING = by_view("breaking", "breaking", "breaking")
_KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
_OAUTH = {
    "type": "oauth2",
    "flows": {"clientCredentials": {"tokenUrl": "https://example.test/token", "scopes": {"read": "", "write": ""}}},
}
_FINE = {"/jobs": {"get": {"responses": {"200": {"description": "fine"}}}}}


def _secured(*alternatives: dict[str, list[str]], **schemes: Any) -> dict[str, Any]:
    known = {"key": _KEY, "oauth": _OAUTH, **schemes}
    return {"paths": _FINE, "security": list(alternatives), "components": {"securitySchemes": known}}


def _served(*urls: str) -> dict[str, Any]:
    return {"paths": _FINE, "servers": [{"url": url} for url in urls]}


def _region(default: str) -> dict[str, Any]:
    variable = {"default": default, "enum": ["eu", "us"]}
    server = {"url": "https://{region}.example.test", "variables": {"region": variable}}
    return {"paths": _FINE, "servers": [server]}


def _show(old: dict[str, Any], new: dict[str, Any]) -> Example:
    return Example("document", old, new)


_READ, _BOTH = {"oauth": ["read"]}, {"oauth": ["read", "write"]}
_SECURITY = (
    _rule(
        "security-added",
        "security",
        "Callers must identify themselves",
        "{new} is required where nothing was",
        (
            "The operation could be called by anybody, and cannot any more.",
            "Programs that call it without credentials.",
            "Get credentials and send them.",
        ),
        _BREAKING,
        _show(_secured(), _secured({"key": []})),
    ),
    _rule(
        "security-removed",
        "security",
        "Callers need not identify themselves",
        "it can be called without credentials now",
        ("The operation can be called by anybody.", "Nobody.", "Nothing needs to be done."),
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
            "Use one of the ways that are left.",
        ),
        _BREAKING,
        _show(_secured({"key": []}, _READ), _secured({"key": []})),
    ),
    _rule(
        "security-alternative-added",
        "security",
        "One more way of identifying",
        "{new} is enough now",
        ("Another set of credentials is enough.", "Nobody.", "Use it if you like."),
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
            "Send all of them.",
        ),
        _BREAKING,
        _show(_secured({"key": []}), _secured({"key": [], **_READ})),
    ),
    _rule(
        "security-requirement-removed",
        "security",
        "One credential fewer is required",
        "with {new} there need not be {old} any more",
        ("Fewer credentials are enough.", "Nobody.", "Leave them out if you like."),
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
            "Ask for the scope when you get a token.",
        ),
        _BREAKING,
        _show(_secured(_READ), _secured(_BOTH)),
    ),
    _rule(
        "security-scope-removed",
        "scope",
        "One scope fewer is required",
        "the scope {value} is no longer required",
        ("A token needs one scope fewer.", "Nobody.", "Ask for fewer scopes if you like."),
        COMPATIBLE,
        _show(_secured(_BOTH), _secured(_READ)),
    ),
    _rule(
        "security-scheme-changed",
        "scheme",
        "Credentials are sent or obtained in another way",
        "{value} went from {old} to {new}",
        (
            "The same scheme has another type, header name, place or address.",
            "Programs that send or obtain credentials in the old way.",
            "Send and obtain credentials in the new way.",
        ),
        _BREAKING,
        _show(_secured({"key": []}), _secured({"key": []}, key={**_KEY, "name": "X-Token"})),
    ),
)

_SERVERS = (
    _rule(
        "server-removed",
        "server",
        "One server fewer",
        "the server {value} was removed",
        (
            "The service is not reached at this address any more.",
            "Programs that call it there.",
            "Call one of the addresses that are left.",
        ),
        _BREAKING,
        _show(_served("https://a.example.test", "https://b.example.test"), _served("https://a.example.test")),
    ),
    _rule(
        "server-added",
        "server",
        "One more server",
        "the server {value} is new",
        ("The service is reached at one more address.", "Nobody.", "Use it if you like."),
        COMPATIBLE,
        _show(_served("https://a.example.test"), _served("https://a.example.test", "https://b.example.test")),
    ),
    _rule(
        "server-default-changed",
        "server",
        "Another server comes first",
        "the first server went from {old} to {new}",
        (
            "The address that a client takes by itself is another one; the old one is still there.",
            "Programs that rely on being sent to the old one, such as its region.",
            "Name the server that you mean.",
        ),
        by_view("info", "risky", "risky"),
        _show(_region("eu"), _region("us")),
    ),
)

RULES = (*_SECURITY, *_SERVERS)
