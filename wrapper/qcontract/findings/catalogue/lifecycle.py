"""Rules about how long operations stay: deprecation, sunset dates, stability levels."""

from __future__ import annotations

from functools import partial

from qcontract.findings.catalogue.definition import BREAKING, RECORD, Example, define

__all__ = ["RULES"]

_rule = partial(define, "operation")
_show = partial(Example, "operation")
_LONG = "9999-12-31"


RULES = (
    _rule(
        "operation-deprecated",
        "deprecated",
        "The operation is deprecated",
        "the operation is deprecated{value}",
        (
            "The contract announces that the operation will go.",
            "Nobody yet.",
            "Plan to leave {it} before it goes, and ask what replaces it if the contract does not say.",
        ),
        RECORD,
        _show({}, {"deprecated": True}),
    ),
    _rule(
        "operation-reactivated",
        "deprecated",
        "The operation is not deprecated any more",
        "the operation is no longer deprecated",
        ("An announcement was taken back.", "Nobody.", "Nothing needs to be done; plans to leave {it} can wait."),
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
            "Move the date by which you leave {it} from {old} to {new}, and check that nothing runs longer.",
        ),
        BREAKING,
        _show({"deprecated": True, "x-sunset": _LONG}, {"deprecated": True, "x-sunset": "9998-01-01"}),
    ),
    _rule(
        "sunset-later",
        "sunset",
        "The sunset date is later",
        "the sunset date moved from {old} to {new}",
        (
            "Something deprecated will stay longer.",
            "Nobody.",
            "Nothing needs to be done; you may use {it} until {new}.",
        ),
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
            "Leave {it} as if the date {old} still held, or ask the vendor for a new one.",
        ),
        BREAKING,
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
            "Leave {it} today: its date {new} is over, and the service may refuse it at any time.",
        ),
        BREAKING,
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
            "Ask the vendor which day is meant by {new}, and plan as if {it} could go at any time.",
        ),
        BREAKING,
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
            "Expect {it} to change without notice at {new}: pin the contract you tested, and keep a way to do without"
            " it.",
        ),
        BREAKING,
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
            "Ask the vendor what {new} promises; until then treat {it} as if nothing were promised.",
        ),
        BREAKING,
        _show({"x-stability-level": "stable"}, {"x-stability-level": "solid"}),
    ),
    _rule(
        "stability-raised",
        "stability",
        "The stability level is higher",
        "the stability level went from {old} to {new}",
        (
            "The contract promises more than before.",
            "Nobody.",
            "Nothing needs to be done; {it} is promised more than before.",
        ),
        RECORD,
        _show({"x-stability-level": "beta"}, {"x-stability-level": "stable"}),
    ),
)
