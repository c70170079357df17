"""Rules about how parameters are written, and what they mean when they are left out."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import BREAKING, NARROWS, WIDENS, Example, define
from qcontract.findings.catalogue.fragments import query

__all__ = ["RULES"]

_rule = partial(define, "parameter")
_show = partial(Example, "parameters")
_LIST = {"schema": {"type": "array", "items": {"type": "string"}}}
_TEXT = {"schema": {"type": "string"}}
_JSON = {"name": "limit", "in": "query", "content": {"application/json": {"schema": {"type": "integer"}}}}


def _assumed(default: int | None = None) -> list[dict[str, Any]]:
    schema = {"type": "integer"} if default is None else {"type": "integer", "default": default}
    return [query(schema=schema)]


_WRITING = (
    _rule(
        "parameter-moved",
        "in",
        "A parameter stands in another part of the request",
        "the parameter {value} moved from {old} to {new}",
        (
            "The same parameter is expected in another part of the request.",
            "Programs that send it in the old part: it is not seen there.",
            "Send {value} in the {new} and no longer in the {old}, where it is not looked for any more.",
        ),
        BREAKING,
        _show([query("token")], [{**query("token"), "in": "header"}]),
    ),
    _rule(
        "parameter-style-changed",
        "style",
        "A parameter is written in another way",
        "the way of writing it went from {old} to {new}",
        (
            "The same value is written with other separators or brackets (`style`, `explode`).",
            "Programs that write it in the old way: the server reads something else.",
            "Write {it} as {new}, not as {old}, and read it so where it is sent to you: separators and brackets in "
            "the old style are taken for a part of the value.",
        ),
        BREAKING,
        _show([query(**_LIST)], [query(**_LIST, explode=False)]),
    ),
    _rule(
        "parameter-content-changed",
        "content",
        "A parameter is encoded by another media type",
        "its encoding went from {old} to {new}",
        (
            "`style` writes the value where a media type did, or the other way round, or another media type does.",
            "Programs that write it in the old way: the server reads something else.",
            "Encode {it} as {new}, not as {old}, and decode it so where it is sent to you.",
        ),
        BREAKING,
        _show([query()], [_JSON]),
    ),
    _rule(
        "parameter-reserved-narrowed",
        "allowReserved",
        "Reserved characters must be encoded",
        "reserved characters must be percent-encoded now",
        (
            "`/`, `?`, `&` and the like could stand in the value as they are, and must be percent-encoded now.",
            "Programs that do not encode them.",
            "Percent-encode `/`, `?`, `&` and the like in {it}; clients that build addresses by hand do so last.",
        ),
        NARROWS,
        _show([query(**_TEXT, allowReserved=True)], [query(**_TEXT)]),
    ),
    _rule(
        "parameter-reserved-widened",
        "allowReserved",
        "Reserved characters need not be encoded",
        "reserved characters may stand as they are now",
        (
            "`/`, `?`, `&` and the like may stand in the value as they are.",
            "Nobody: encoded characters mean the same.",
            "Nothing needs to be done: encoded characters mean the same as before.",
        ),
        WIDENS,
        _show([query(**_TEXT)], [query(**_TEXT, allowReserved=True)]),
    ),
    _rule(
        "parameter-empty-refused",
        "allowEmptyValue",
        "The parameter may not be empty",
        "it may not be sent without a value any more",
        (
            "The parameter could be sent without a value, and cannot any more.",
            "Programs that send it without a value.",
            "Give {it} a value, or leave it out, where your requests name it without one.",
        ),
        NARROWS,
        _show([query(allowEmptyValue=True)], [query()]),
    ),
    _rule(
        "parameter-empty-allowed",
        "allowEmptyValue",
        "The parameter may be empty",
        "it may be sent without a value now",
        ("The parameter may be sent without a value.", "Nobody.", "Nothing needs to be done."),
        WIDENS,
        _show([query()], [query(allowEmptyValue=True)]),
    ),
)

_DEFAULTS = (
    _rule(
        "parameter-default-changed",
        "default",
        "The default of a parameter is another one",
        "the default went from {old} to {new}",
        (
            "What the server assumes when the parameter is left out is something else.",
            "Programs that leave it out: the same request means something else.",
            "Send {it} yourself with {old} to keep what your requests mean today: left out, it means {new} from "
            "now on.",
        ),
        BREAKING,
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
            "Find out what the server assumed so far. If that is not {new}, send {it} yourself.",
        ),
        BREAKING,
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
            "Send {it} yourself with {old}: what the server assumes without it is no longer promised.",
        ),
        BREAKING,
        _show(_assumed(1), _assumed()),
    ),
)

RULES = (*_WRITING, *_DEFAULTS)
