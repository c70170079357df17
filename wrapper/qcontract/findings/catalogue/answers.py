"""Rules about answers: statuses, headers and links."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import BREAKING, COMPATIBLE, NARROWS, Example, by_view, define
from qcontract.findings.catalogue.fragments import answers

__all__ = ["RULES"]

_rule = partial(define, "exchange")
_show = partial(Example, "operation")


def _statuses(*statuses: str) -> dict[str, Any]:
    return {"responses": {status: {"description": "as its number says"} for status in statuses}}


def _rates(**said: Any) -> dict[str, Any]:
    return answers(headers={"X-Rate": {"schema": {"type": "integer"}, **said}})


def _link(**said: Any) -> dict[str, Any]:
    return answers(links={"next": {"operationId": "next", **said}})


_STATUSES = (
    _rule(
        "response-added",
        "status",
        "One more status of success",
        "the status {value} is new",
        (
            "Success can be said with a status that was not documented.",
            "Programs that take the old statuses only.",
            "Take every 2xx as success instead of comparing with known statuses; then {value} is one of them.",
        ),
        by_view("compatible", "risky", "breaking"),
        _show(_statuses("200"), _statuses("200", "202")),
        many="the statuses {values} are new",
    ),
    _rule(
        "error-response-added",
        "status",
        "One more status of failure",
        "the status {value} is new",
        (
            "A failure is documented that was not.",
            "Nobody who treats every 4xx and 5xx as a failure.",
            "Handle {value} like other failures of its class, 4xx or 5xx, unless you can do something better about it.",
        ),
        by_view("compatible", "compatible", "risky"),
        _show(_statuses("200"), _statuses("200", "409")),
        many="the statuses {values} are new",
    ),
    _rule(
        "response-removed",
        "status",
        "A status of success is gone",
        "the status {value} was removed",
        (
            "Success is not said with this status any more.",
            "Programs that wait for it.",
            "Stop waiting for {value}: success is said by the statuses that are left, perhaps with another body.",
        ),
        BREAKING,
        _show(_statuses("200", "202"), _statuses("200")),
        many="the statuses {values} were removed",
    ),
    _rule(
        "response-narrowed",
        "status",
        "Fewer statuses of a range",
        "the statuses of {old} were narrowed to {new}",
        (
            "Some statuses take the place of a range that includes them.",
            "Programs that reply to the service with another status of the range.",
            "Nothing needs to be done where you read the answer; reply with {new} where the service calls you.",
        ),
        NARROWS,
        _show(_statuses("2XX"), _statuses("200", "201")),
    ),
    _rule(
        "error-response-removed",
        "status",
        "A status of failure is gone",
        "the status {value} was removed",
        (
            "A failure is not documented any more.",
            "Nobody.",
            "Nothing needs to be done; code that handles {value} may stay, since a service can fail in ways that it "
            "does not document.",
        ),
        COMPATIBLE,
        _show(_statuses("200", "409"), _statuses("200")),
        many="the statuses {values} were removed",
    ),
)

_HEADERS = (
    _rule(
        "header-added",
        "header",
        "Answers have one more header",
        "the header {value} is new",
        (
            "Answers may have a header that they had not.",
            "Nobody.",
            "Nothing needs to be done; read the header {value} when you need it.",
        ),
        COMPATIBLE,
        _show(answers(), _rates()),
        many="the headers {values} are new",
    ),
    _rule(
        "header-removed",
        "header",
        "Answers have lost a header",
        "the header {value} was removed",
        (
            "Answers do not have a header any more that the contract named.",
            "Programs that read it.",
            "Read what the header {value} said from somewhere else, or go on without it.",
        ),
        BREAKING,
        _show(_rates(), answers()),
        many="the headers {values} were removed",
    ),
    _rule(
        "header-became-optional",
        "required",
        "A header may be missing",
        "the header may be missing now",
        (
            "Answers always had the header, and may be without it now.",
            "Programs that read it without asking whether it is there.",
            "Ask whether the header is there before you read it, and decide what its absence means.",
        ),
        BREAKING,
        _show(_rates(required=True), _rates()),
    ),
    _rule(
        "header-became-required",
        "required",
        "A header is always there",
        "the header is always there now",
        ("Answers always have the header.", "Nobody.", "Nothing needs to be done; the header can be relied on."),
        COMPATIBLE,
        _show(_rates(), _rates(required=True)),
    ),
)

_LINKS = (
    _rule(
        "link-added",
        "link",
        "Answers lead to one more operation",
        "the link {value} is new",
        (
            "The contract tells how to go on from this answer.",
            "Nobody.",
            "Nothing needs to be done; follow the link {value} when you need it.",
        ),
        COMPATIBLE,
        _show(answers(), _link()),
    ),
    _rule(
        "link-removed",
        "link",
        "Answers do not lead to an operation any more",
        "the link {value} was removed",
        (
            "The contract no longer tells how to go on from this answer.",
            "Programs that follow links.",
            "Call the operation that the link {value} led to by its own address.",
        ),
        by_view("risky", "risky", "breaking"),
        _show(_link(), answers()),
    ),
    _rule(
        "link-changed",
        "link",
        "A link leads elsewhere",
        "the link {value} went from {old} to {new}",
        (
            "A link leads to another operation, or with other parameters.",
            "Programs that follow links.",
            "Check what follows the link {value}: it leads to another operation, or with other parameters.",
        ),
        by_view("risky", "risky", "breaking"),
        _show(_link(), _link(parameters={"after": "$response.body#/id"})),
    ),
)

RULES = (*_STATUSES, *_HEADERS, *_LINKS)
