"""Rules about operations and components: whether they are there, and what they are called."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import BREAKING, COMPATIBLE, RECORD, Example, by_view, define

__all__ = ["RULES"]

_rule = partial(define, "operation")
_documents = partial(Example, "document")
_show = partial(Example, "operation")
_FINE: dict[str, Any] = {"responses": {"200": {"description": "fine"}}}
_LONG = "9999-12-31"
_OBJECT: dict[str, Any] = {"type": "object", "properties": {"id": {"type": "string", "maxLength": 9}}}


def _at(path: str, **said: Any) -> dict[str, Any]:
    return {"paths": {path: {"get": {**_FINE, **said}}}}


def _schemas(*names: str) -> dict[str, Any]:
    return {"paths": {}, "components": {"schemas": dict.fromkeys(names, _OBJECT)}}


_EXISTENCE = (
    _rule(
        "operation-added",
        "operation",
        "A new operation",
        "the operation is new",
        (
            "The service can do something that it could not.",
            "Nobody.",
            "Call {it} once the new contract is in force everywhere you run; nothing you do today depends on it.",
        ),
        COMPATIBLE,
        _documents({"paths": {}}, _at("/jobs")),
    ),
    _rule(
        "operation-removed",
        "operation",
        "An operation is gone",
        "the operation was removed",
        (
            "The service does not answer this operation any more.",
            "Programs that call it.",
            "Find every call of {it} and move it to what takes its place before the switch; if nothing does, drop the"
            " feature or ask the vendor.",
        ),
        BREAKING,
        _documents(_at("/jobs"), {"paths": {}}),
    ),
    _rule(
        "operation-removed-deprecated",
        "operation",
        "A deprecated operation is gone, as announced",
        "the deprecated operation was removed",
        (
            "The operation was removed after it had been deprecated, and not before its sunset date.",
            "Programs that did not follow the announcement.",
            "Move the last calls of {it} to the operation that its deprecation named; the old contract will not come "
            "back.",
        ),
        by_view("risky", "breaking", "breaking"),
        _documents(_at("/jobs", deprecated=True), {"paths": {}}),
    ),
    _rule(
        "operation-removed-before-sunset",
        "operation",
        "An operation is gone earlier than announced",
        "the operation was removed before its sunset date {old}",
        (
            "The operation was removed although its sunset date has not come.",
            "Programs that relied on the announced date.",
            "Stop calling {it} now, although it was promised until {old}; hold the vendor to that date if you need "
            "the time.",
        ),
        BREAKING,
        _documents(_at("/jobs", deprecated=True, **{"x-sunset": _LONG}), {"paths": {}}),
    ),
    _rule(
        "operation-removed-unstable",
        "operation",
        "An operation that was never stable is gone",
        "the operation was removed at stability {old}",
        (
            "The operation was removed, and its stability level promised nothing.",
            "Programs that call it in spite of that.",
            "Stop calling {it}. It was at stability {old}, so expect no replacement unless the vendor names one.",
        ),
        by_view("risky", "breaking", "breaking"),
        _documents(_at("/jobs", **{"x-stability-level": "alpha"}), {"paths": {}}),
    ),
    _rule(
        "operation-moved",
        "operation",
        "An operation stands under another path",
        "the operation moved to {new}",
        (
            "An operation is gone, and a new one with the same id or the same content stands elsewhere.",
            "Programs that call the old path or method.",
            "Call {new} where you called {old}; look through the parameters as well, since a new path may ask for "
            "more of them.",
        ),
        BREAKING,
        _documents(_at("/jobs", operationId="listJobs"), _at("/v2/jobs", operationId="listJobs")),
    ),
)

_NAMES = (
    _rule(
        "operation-id-changed",
        "operationId",
        "The operation has another id",
        "the id went from {old} to {new}",
        (
            "The `operationId` is another one. Requests stay the same.",
            "Programs that call a generated function: its module has another name.",
            "Generate the client anew and import {new} where your code imports {old}; requests stay as they are.",
        ),
        by_view("info", "breaking", "breaking"),
        _show({"operationId": "one"}, {"operationId": "two"}),
    ),
    _rule(
        "operation-tags-changed",
        "tags",
        "The operation has other tags",
        "the tags went from {old} to {new}",
        (
            "The first tag names the package of a generated function. Requests stay the same.",
            "Programs that call a generated function, if the first tag is another one.",
            "Generate the client anew and change the package in your imports: tags went from {old} to {new}. Requests"
            " stay as they are.",
        ),
        by_view("info", "breaking", "breaking"),
        _show({"tags": ["jobs"]}, {"tags": ["work"]}),
    ),
    _rule(
        "operation-further-tags-changed",
        "tags",
        "The operation has other tags after the first",
        "the tags went from {old} to {new}",
        (
            "The tags after the first are others.",
            "Nobody.",
            "Nothing needs to be done: only the first tag names generated code.",
        ),
        RECORD,
        _show({"tags": ["jobs", "a"]}, {"tags": ["jobs", "b"]}),
    ),
    _rule(
        "component-renamed",
        "component",
        "A component has another name",
        "the component {old} is called {new}",
        (
            "The same schema has another name. Messages stay the same.",
            "Programs that import the generated class.",
            "Generate the client anew and import {new} where your code imports {old}; messages stay as they are.",
        ),
        by_view("info", "breaking", "breaking"),
        _documents(_schemas("Job"), _schemas("Task")),
    ),
    _rule(
        "component-removed",
        "component",
        "A component is gone",
        "the component {value} was removed",
        (
            "A schema under `components` is gone. Where it was used, other findings say what changed.",
            "Programs that import the generated class.",
            "Remove imports of the class for {value}; where messages change with it, other findings of the report say"
            " how.",
        ),
        by_view("info", "breaking", "breaking"),
        _documents(_schemas("Job"), _schemas()),
    ),
)

RULES = (*_EXISTENCE, *_NAMES)
