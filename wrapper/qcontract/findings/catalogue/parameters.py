"""Rules about parameters of paths, queries, headers and cookies: whether they are there."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import BREAKING, COMPATIBLE, RECORD, Example, by_view, define
from qcontract.findings.catalogue.fragments import query

__all__ = ["RULES"]

_rule = partial(define, "parameter")
_show = partial(Example, "parameters")
_TEXT = {"schema": {"type": "string"}}


def _placed(name: str) -> dict[str, Any]:
    operation = {"parameters": [{"name": name, "in": "path", "required": True, **_TEXT}]}
    return {"paths": {f"/jobs/{{{name}}}": {"get": operation}}}


RULES = (
    _rule(
        "parameter-added",
        "parameter",
        "A new optional parameter",
        "the optional parameter {value} is new",
        (
            "Requests may have a parameter that they had not.",
            "Nobody.",
            "Nothing needs to be done; send {value} when you want what it offers.",
        ),
        COMPATIBLE,
        _show([], [query()]),
    ),
    _rule(
        "parameter-added-required",
        "parameter",
        "A new required parameter",
        "the required parameter {value} is new",
        (
            "Requests must have a parameter that did not exist.",
            "Programs that send requests without it: they are refused.",
            "Send {value} with every request, from the first day of the new contract on: without it the request is "
            "refused.",
        ),
        BREAKING,
        _show([], [query(required=True)]),
    ),
    _rule(
        "parameter-removed",
        "parameter",
        "A parameter is gone",
        "the parameter {value} was removed",
        (
            "Requests have no place any more for a parameter that they could have.",
            "Programs that send it: it is ignored or refused. A generated client loses an argument.",
            "Stop sending {value}, and check what relied on it: a server that ignores it answers as if it were not "
            "there.",
        ),
        by_view("risky", "breaking", "breaking"),
        _show([query()], []),
    ),
    _rule(
        "parameter-removed-deprecated",
        "parameter",
        "A deprecated parameter is gone, as announced",
        "the deprecated parameter {value} was removed",
        (
            "A parameter was removed after it had been deprecated, and not before its sunset date.",
            "Programs that did not follow the announcement.",
            "Stop sending {value}; whatever its deprecation named takes its place.",
        ),
        by_view("risky", "breaking", "breaking"),
        _show([query(deprecated=True)], []),
    ),
    _rule(
        "parameter-removed-before-sunset",
        "parameter",
        "A parameter is gone earlier than announced",
        "the parameter {value} was removed before its sunset date {old}",
        (
            "A parameter was removed although its sunset date has not come.",
            "Programs that relied on the announced date.",
            "Stop sending {value} now, although it was promised until {old}.",
        ),
        BREAKING,
        _show([query(deprecated=True, **{"x-sunset": "9999-12-31"})], []),
    ),
    _rule(
        "parameter-renamed",
        "parameter",
        "A parameter has another name",
        "the parameter {old} is called {new}",
        (
            "A parameter is gone, and a new one looks the same.",
            "Programs that send the old name: it is ignored or refused.",
            "Send {new} where you send {old}, from the day of the switch: under its old name it is not read.",
        ),
        BREAKING,
        _show([query("page_limit", description="How many")], [query("limit", description="How many")]),
    ),
    _rule(
        "path-parameter-renamed",
        "parameter",
        "A placeholder of the path has another name",
        "the placeholder {old} is called {new}",
        (
            "The same part of the path is called something else. Requests stay the same.",
            "Programs that pass it by name to a generated function.",
            "Pass {new} where your code passes {old} by name to generated functions; addresses stay as they are.",
        ),
        by_view("info", "breaking", "breaking"),
        Example("document", _placed("id"), _placed("job")),
    ),
    _rule(
        "parameter-became-required",
        "required",
        "A parameter is required now",
        "the parameter is required now",
        (
            "Requests could be without the parameter, and cannot any more.",
            "Programs that send requests without it: they are refused.",
            "Always send {it}; write down the value that the server assumed so far, if you relied on it.",
        ),
        BREAKING,
        _show([query()], [query(required=True)]),
    ),
    _rule(
        "parameter-became-optional",
        "required",
        "A parameter is optional now",
        "the parameter is optional now",
        (
            "Requests may be without the parameter.",
            "Nobody.",
            "Nothing needs to be done; leave {it} out where the server's choice is good enough.",
        ),
        COMPATIBLE,
        _show([query(required=True)], [query()]),
    ),
    _rule(
        "parameter-deprecated",
        "deprecated",
        "A parameter is deprecated",
        "the parameter is deprecated{value}",
        (
            "The contract announces that the parameter will go.",
            "Nobody yet.",
            "Plan to do without {it} before it goes, and ask what replaces it if the contract does not say.",
        ),
        RECORD,
        _show([query()], [query(deprecated=True)]),
    ),
    _rule(
        "parameter-reactivated",
        "deprecated",
        "A parameter is not deprecated any more",
        "the parameter is no longer deprecated",
        (
            "An announcement was taken back.",
            "Nobody.",
            "Nothing needs to be done; plans to do without {it} can wait.",
        ),
        RECORD,
        _show([query(deprecated=True)], [query()]),
    ),
)
