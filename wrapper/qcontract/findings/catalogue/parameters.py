"""Rules about parameters: what stands in paths, queries, headers and cookies, and how it is written there."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import COMPATIBLE, RECORD, Example, by_view, define

__all__ = ["RULES"]

_rule = partial(define, "parameter")
_BREAKING = by_view("breaking", "breaking", "breaking")


def _query(name: str = "limit", /, **said: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": {"type": "integer"}, **said}


_LIST = {"schema": {"type": "array", "items": {"type": "string"}}}
_TEXT = {"schema": {"type": "string"}}
_JSON = {"name": "limit", "in": "query", "content": {"application/json": {"schema": {"type": "integer"}}}}


def _show(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Example:
    return Example("parameters", old, new)


_EXISTENCE = (
    _rule(
        "parameter-added",
        "parameter",
        "A new optional parameter",
        "the optional parameter {value} is new",
        ("Requests may have a parameter that they had not.", "Nobody.", "Use it when you need it."),
        COMPATIBLE,
        _show([], [_query()]),
    ),
    _rule(
        "parameter-added-required",
        "parameter",
        "A new required parameter",
        "the required parameter {value} is new",
        (
            "Requests must have a parameter that did not exist.",
            "Programs that send requests without it: they are refused.",
            "Send it from the first day of the new contract.",
        ),
        _BREAKING,
        _show([], [_query(required=True)]),
    ),
    _rule(
        "parameter-removed",
        "parameter",
        "A parameter is gone",
        "the parameter {value} was removed",
        (
            "Requests have no place any more for a parameter that they could have.",
            "Programs that send it: it is ignored or refused. A generated client loses an argument.",
            "Stop sending it, and look for what replaces it.",
        ),
        by_view("risky", "breaking", "breaking"),
        _show([_query()], []),
    ),
    _rule(
        "parameter-removed-deprecated",
        "parameter",
        "A deprecated parameter is gone, as announced",
        "the deprecated parameter {value} was removed",
        (
            "A parameter was removed after it had been deprecated, and not before its sunset date.",
            "Programs that did not follow the announcement.",
            "Stop sending it.",
        ),
        by_view("risky", "breaking", "breaking"),
        _show([_query(deprecated=True)], []),
    ),
    _rule(
        "parameter-removed-before-sunset",
        "parameter",
        "A parameter is gone earlier than announced",
        "the parameter {value} was removed before its sunset date {old}",
        (
            "A parameter was removed although its sunset date has not come.",
            "Programs that relied on the announced date.",
            "Stop sending it now.",
        ),
        _BREAKING,
        _show([_query(deprecated=True, **{"x-sunset": "9999-12-31"})], []),
    ),
    _rule(
        "parameter-renamed",
        "parameter",
        "A parameter has another name",
        "the parameter {old} is called {new}",
        (
            "A parameter is gone, and a new one looks the same.",
            "Programs that send the old name: it is ignored or refused.",
            "Change the name together with the contract.",
        ),
        _BREAKING,
        _show([_query("page_limit", description="How many")], [_query("limit", description="How many")]),
    ),
    _rule(
        "path-parameter-renamed",
        "parameter",
        "A placeholder of the path has another name",
        "the placeholder {old} is called {new}",
        (
            "The same part of the path is called something else. Requests stay the same.",
            "Programs that pass it by name to a generated function.",
            "Change the name of the argument.",
        ),
        by_view("info", "breaking", "breaking"),
        Example(
            "document",
            {
                "paths": {
                    "/jobs/{id}": {"get": {"parameters": [{"name": "id", "in": "path", "required": True, **_TEXT}]}}
                }
            },
            {
                "paths": {
                    "/jobs/{job}": {"get": {"parameters": [{"name": "job", "in": "path", "required": True, **_TEXT}]}}
                }
            },
        ),
    ),
    _rule(
        "parameter-became-required",
        "required",
        "A parameter is required now",
        "the parameter is required now",
        (
            "Requests could be without the parameter, and cannot any more.",
            "Programs that send requests without it: they are refused.",
            "Always send it.",
        ),
        _BREAKING,
        _show([_query()], [_query(required=True)]),
    ),
    _rule(
        "parameter-became-optional",
        "required",
        "A parameter is optional now",
        "the parameter is optional now",
        ("Requests may be without the parameter.", "Nobody.", "Leave it out where you do not need it."),
        COMPATIBLE,
        _show([_query(required=True)], [_query()]),
    ),
    _rule(
        "parameter-deprecated",
        "deprecated",
        "A parameter is deprecated",
        "the parameter is deprecated{value}",
        (
            "The contract announces that the parameter will go.",
            "Nobody yet.",
            "Plan to do without it before its sunset date, if it has one.",
        ),
        RECORD,
        _show([_query()], [_query(deprecated=True)]),
    ),
    _rule(
        "parameter-reactivated",
        "deprecated",
        "A parameter is not deprecated any more",
        "the parameter is no longer deprecated",
        ("An announcement was taken back.", "Nobody.", "Nothing needs to be done."),
        RECORD,
        _show([_query(deprecated=True)], [_query()]),
    ),
)

_WRITING = (
    _rule(
        "parameter-moved",
        "in",
        "A parameter stands in another part of the request",
        "the parameter {value} moved from {old} to {new}",
        (
            "The same parameter is expected in another part of the request.",
            "Programs that send it in the old part: it is not seen there.",
            "Send it in the new part.",
        ),
        _BREAKING,
        _show([_query("token")], [{**_query("token"), "in": "header"}]),
    ),
    _rule(
        "parameter-style-changed",
        "style",
        "A parameter is written in another way",
        "the way of writing it went from {old} to {new}",
        (
            "The same value is written with other separators or brackets (`style`, `explode`).",
            "Programs that write it in the old way: the server reads something else.",
            "Write the value in the new way.",
        ),
        _BREAKING,
        _show([_query(**_LIST)], [_query(**_LIST, explode=False)]),
    ),
    _rule(
        "parameter-content-changed",
        "content",
        "A parameter is encoded by another media type",
        "its encoding went from {old} to {new}",
        (
            "`style` writes the value where a media type did, or the other way round, or another media type does.",
            "Programs that write it in the old way: the server reads something else.",
            "Write the value in the new way.",
        ),
        _BREAKING,
        _show([_query()], [_JSON]),
    ),
    _rule(
        "parameter-reserved-narrowed",
        "allowReserved",
        "Reserved characters must be encoded",
        "reserved characters must be percent-encoded now",
        (
            "`/`, `?`, `&` and the like could stand in the value as they are, and must be percent-encoded now.",
            "Programs that do not encode them.",
            "Percent-encode the value.",
        ),
        _BREAKING,
        _show([_query(**_TEXT, allowReserved=True)], [_query(**_TEXT)]),
    ),
    _rule(
        "parameter-reserved-widened",
        "allowReserved",
        "Reserved characters need not be encoded",
        "reserved characters may stand as they are now",
        (
            "`/`, `?`, `&` and the like may stand in the value as they are.",
            "Nobody: encoded characters mean the same.",
            "Nothing needs to be done.",
        ),
        COMPATIBLE,
        _show([_query(**_TEXT)], [_query(**_TEXT, allowReserved=True)]),
    ),
    _rule(
        "parameter-empty-refused",
        "allowEmptyValue",
        "The parameter may not be empty",
        "it may not be sent without a value any more",
        (
            "The parameter could be sent without a value, and cannot any more.",
            "Programs that send it without a value.",
            "Send a value.",
        ),
        _BREAKING,
        _show([_query(allowEmptyValue=True)], [_query()]),
    ),
    _rule(
        "parameter-empty-allowed",
        "allowEmptyValue",
        "The parameter may be empty",
        "it may be sent without a value now",
        ("The parameter may be sent without a value.", "Nobody.", "Nothing needs to be done."),
        COMPATIBLE,
        _show([_query()], [_query(allowEmptyValue=True)]),
    ),
)


def _assumed(default: int | None = None) -> list[dict[str, Any]]:
    schema = {"type": "integer"} if default is None else {"type": "integer", "default": default}
    return [_query(schema=schema)]


_DEFAULTS = (
    _rule(
        "parameter-default-changed",
        "default",
        "The default of a parameter is another one",
        "the default went from {old} to {new}",
        (
            "What the server assumes when the parameter is left out is something else.",
            "Programs that leave it out: the same request means something else.",
            "Send the value that you mean.",
        ),
        _BREAKING,
        _show(_assumed(1), _assumed(2)),
    ),
    _rule(
        "parameter-default-added",
        "default",
        "A parameter has a default",
        "the default {new} was added",
        (
            "The contract now says what is assumed when the parameter is left out, which may not be what it was.",
            "Programs that leave it out: the same request may mean something else.",
            "Send the value that you mean.",
        ),
        _BREAKING,
        _show(_assumed(), _assumed(1)),
    ),
    _rule(
        "parameter-default-removed",
        "default",
        "A parameter has no default any more",
        "the default {old} was removed",
        (
            "The contract no longer says what is assumed when the parameter is left out.",
            "Programs that leave it out: what the request means is open.",
            "Send the value that you mean.",
        ),
        _BREAKING,
        _show(_assumed(1), _assumed()),
    ),
)

RULES = (*_EXISTENCE, *_WRITING, *_DEFAULTS)
