"""Rules about operations: whether they are there, what they are called, how long they will stay."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import COMPATIBLE, RECORD, Example, by_view, define

__all__ = ["RULES"]

_rule = partial(define, "operation")
_BREAKING = by_view("breaking", "breaking", "breaking")
_FINE: dict[str, Any] = {"responses": {"200": {"description": "fine"}}}
_LONG = "9999-12-31"
_OBJECT: dict[str, Any] = {"type": "object", "properties": {"id": {"type": "string", "maxLength": 9}}}


def _at(path: str, **said: Any) -> dict[str, Any]:
    return {"paths": {path: {"get": {**_FINE, **said}}}}


def _schemas(*names: str) -> dict[str, Any]:
    return {"paths": {}, "components": {"schemas": dict.fromkeys(names, _OBJECT)}}


def _documents(old: dict[str, Any], new: dict[str, Any]) -> Example:
    return Example("document", old, new)


def _show(old: dict[str, Any], new: dict[str, Any]) -> Example:
    return Example("operation", old, new)


_EXISTENCE = (
    _rule(
        "operation-added",
        "operation",
        "A new operation",
        "the operation is new",
        ("The service can do something that it could not.", "Nobody.", "Use it when you need it."),
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
            "Look for what replaces it.",
        ),
        _BREAKING,
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
            "Call what replaces it.",
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
            "Call what replaces it now.",
        ),
        _BREAKING,
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
            "Do without it.",
        ),
        by_view("risky", "breaking", "breaking"),
        _documents(_at("/jobs", **{"x-stability-level": "alpha"}), {"paths": {}}),
    ),
    _rule(
        "operation-moved",
        "operation",
        "An operation stands under another path",
        "the operation moved from {old} to {new}",
        (
            "An operation is gone, and a new one with the same id or the same content stands elsewhere.",
            "Programs that call the old path or method.",
            "Call the new path and method.",
        ),
        _BREAKING,
        _documents(_at("/jobs", operationId="listJobs"), _at("/v2/jobs", operationId="listJobs")),
    ),
    _rule(
        "operation-id-changed",
        "operationId",
        "The operation has another id",
        "the id went from {old} to {new}",
        (
            "The `operationId` is another one. Requests stay the same.",
            "Programs that call a generated function: its module has another name.",
            "Change the import.",
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
            "Change the import.",
        ),
        by_view("info", "breaking", "breaking"),
        _show({"tags": ["jobs"]}, {"tags": ["work"]}),
    ),
    _rule(
        "operation-further-tags-changed",
        "tags",
        "The operation has other tags after the first",
        "the tags went from {old} to {new}",
        ("The tags after the first are others.", "Nobody.", "Nothing needs to be done."),
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
            "Change the import.",
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
            "Do without the class.",
        ),
        by_view("info", "breaking", "breaking"),
        _documents(_schemas("Job"), _schemas()),
    ),
)

_LIFECYCLE = (
    _rule(
        "operation-deprecated",
        "deprecated",
        "The operation is deprecated",
        "the operation is deprecated{value}",
        (
            "The contract announces that the operation will go.",
            "Nobody yet.",
            "Plan to do without it before its sunset date, if it has one.",
        ),
        RECORD,
        _show({}, {"deprecated": True}),
    ),
    _rule(
        "operation-reactivated",
        "deprecated",
        "The operation is not deprecated any more",
        "the operation is no longer deprecated",
        ("An announcement was taken back.", "Nobody.", "Nothing needs to be done."),
        RECORD,
        _show({"deprecated": True}, {}),
    ),
    _rule(
        "sunset-earlier",
        "sunset",
        "The sunset date is earlier",
        "the sunset date moved from {old} to {new}",
        (
            "Something deprecated will go earlier than was announced.",
            "Programs whose change was planned for the old date.",
            "Plan for the new date.",
        ),
        _BREAKING,
        _show({"deprecated": True, "x-sunset": _LONG}, {"deprecated": True, "x-sunset": "9998-01-01"}),
    ),
    _rule(
        "sunset-later",
        "sunset",
        "The sunset date is later",
        "the sunset date moved from {old} to {new}",
        ("Something deprecated will stay longer.", "Nobody.", "Nothing needs to be done."),
        RECORD,
        _show({"deprecated": True, "x-sunset": "9998-01-01"}, {"deprecated": True, "x-sunset": _LONG}),
    ),
    _rule(
        "sunset-removed",
        "sunset",
        "The sunset date is gone",
        "the sunset date {old} was removed",
        (
            "Something is still deprecated, and until when it stays is not said any more.",
            "Programs whose change was planned for the old date: they have no date to rely on.",
            "Change soon, or ask for a date.",
        ),
        _BREAKING,
        _show({"deprecated": True, "x-sunset": _LONG}, {"deprecated": True}),
    ),
    _rule(
        "sunset-past",
        "sunset",
        "Deprecated with a sunset date that has passed",
        "it is deprecated with the sunset date {new}, which has passed",
        (
            "A deprecation is new, and its sunset date has passed already.",
            "Programs that use it: there was no time to change.",
            "Change now.",
        ),
        _BREAKING,
        _show({}, {"deprecated": True, "x-sunset": "2001-01-01"}),
    ),
    _rule(
        "sunset-invalid",
        "sunset",
        "The sunset date cannot be read",
        "the sunset date {new} is not a date",
        (
            "`x-sunset` holds something that is not a date.",
            "Everybody who uses it: it may go on any day.",
            "Ask for a date, and plan to do without it.",
        ),
        _BREAKING,
        _show({"deprecated": True}, {"deprecated": True, "x-sunset": "some day"}),
    ),
    _rule(
        "stability-lowered",
        "stability",
        "The stability level is lower",
        "the stability level went from {old} to {new}",
        (
            "The contract promises less than before (`x-stability-level`).",
            "Programs that relied on the promise.",
            "Expect changes without notice, or do without it.",
        ),
        _BREAKING,
        _show({"x-stability-level": "stable"}, {"x-stability-level": "beta"}),
    ),
    _rule(
        "stability-unknown",
        "stability",
        "The stability level is none",
        "the stability level {new} is none that is known",
        (
            "`x-stability-level` is not `draft`, `alpha`, `beta` or `stable`.",
            "Programs that relied on a promise: there is none that can be read.",
            "Ask which level is meant.",
        ),
        _BREAKING,
        _show({"x-stability-level": "stable"}, {"x-stability-level": "solid"}),
    ),
    _rule(
        "stability-raised",
        "stability",
        "The stability level is higher",
        "the stability level went from {old} to {new}",
        ("The contract promises more than before.", "Nobody.", "Nothing needs to be done."),
        RECORD,
        _show({"x-stability-level": "beta"}, {"x-stability-level": "stable"}),
    ),
)

RULES = (*_EXISTENCE, *_LIFECYCLE)
