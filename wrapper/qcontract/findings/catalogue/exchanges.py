"""Rules about what travels: bodies, media types, statuses, headers, links."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import COMPATIBLE, NARROWS, WIDENS, Example, by_view, define

__all__ = ["RULES"]

_rule = partial(define, "exchange")
_BREAKING = by_view("breaking", "breaking", "breaking")
_JSON: dict[str, Any] = {"application/json": {}}
_XML: dict[str, Any] = {"application/xml": {}}


def _body(content: dict[str, Any] | None, **said: Any) -> dict[str, Any]:
    return {} if content is None else {"requestBody": {"content": content, **said}}


def _answers(**said: Any) -> dict[str, Any]:
    return {"responses": {"200": {"description": "fine", **said}}}


def _statuses(*statuses: str) -> dict[str, Any]:
    return {"responses": {status: {"description": "as its number says"} for status in statuses}}


def _form(**encoding: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": {"file": {"type": "string"}}}
    return _body({"multipart/form-data": {"schema": schema, "encoding": {"file": encoding}}})


def _rates(**said: Any) -> dict[str, Any]:
    return _answers(headers={"X-Rate": {"schema": {"type": "integer"}, **said}})


def _link(**said: Any) -> dict[str, Any]:
    return _answers(links={"next": {"operationId": "next", **said}})


def _show(*pair: Any) -> Example:
    return Example("operation", *pair)


_BODIES = (
    _rule(
        "request-body-added",
        "body",
        "Requests may have a body",
        "an optional body is new",
        ("Requests may have a body.", "Nobody.", "Use it when you need it."),
        COMPATIBLE,
        _show(_body(None), _body(_JSON)),
    ),
    _rule(
        "request-body-added-required",
        "body",
        "Requests must have a body",
        "a required body is new",
        ("Requests must have a body.", "Programs that send none: they are refused.", "Send a body."),
        _BREAKING,
        _show(_body(None), _body(_JSON, required=True)),
    ),
    _rule(
        "request-body-removed",
        "body",
        "Requests have no body any more",
        "the body was removed",
        (
            "Requests have no place for a body any more.",
            "Programs that send one: it is ignored or refused.",
            "Send what the body said in another way.",
        ),
        _BREAKING,
        _show(_body(_JSON), _body(None)),
    ),
    _rule(
        "request-body-became-required",
        "required",
        "The body is required now",
        "the body is required now",
        ("Requests could be without a body.", "Programs that send none: they are refused.", "Always send a body."),
        _BREAKING,
        _show(_body(_JSON), _body(_JSON, required=True)),
    ),
    _rule(
        "request-body-became-optional",
        "required",
        "The body is optional now",
        "the body is optional now",
        ("Requests may be without a body.", "Nobody.", "Leave it out where you do not need it."),
        COMPATIBLE,
        _show(_body(_JSON, required=True), _body(_JSON)),
    ),
    _rule(
        "media-type-added",
        "media type",
        "One more media type",
        "the media type {value} is new",
        (
            "The body can be written in one more way.",
            "Nobody: clients name the type that they want.",
            "Use it if you like.",
        ),
        by_view("compatible", "compatible", "compatible"),
        _show(_body(_JSON), _body({**_JSON, **_XML})),
    ),
    _rule(
        "media-type-removed",
        "media type",
        "One media type fewer",
        "the media type {value} was removed",
        (
            "The body cannot be written in this way any more.",
            "Programs that send this media type, or ask for it.",
            "Use one of the media types that are left.",
        ),
        _BREAKING,
        _show(_body({**_JSON, **_XML}), _body(_JSON)),
    ),
    _rule(
        "media-type-widened",
        "media type",
        "A range of media types",
        "the media type went from {old} to {new}",
        (
            "A range of media types takes the place of one that it includes.",
            "Programs that read answers and know the old media type only.",
            "Look at the content type of answers.",
        ),
        WIDENS,
        _show(_answers(content={"application/json": {}}), _answers(content={"application/*": {}})),
    ),
    _rule(
        "media-type-narrowed",
        "media type",
        "Fewer media types of a range",
        "the media type went from {old} to {new}",
        (
            "One media type takes the place of a range that includes it.",
            "Programs that send another media type of the range.",
            "Send the one that is left.",
        ),
        NARROWS,
        _show(_body({"application/*": {}}), _body({"application/json": {}})),
    ),
    _rule(
        "encoding-changed",
        "encoding",
        "A part of a form is encoded in another way",
        "the encoding of {value} went from {old} to {new}",
        (
            "A part of a form has another content type, style or headers.",
            "Programs that write the part in the old way.",
            "Write the part in the new way.",
        ),
        _BREAKING,
        _show(_form(contentType="image/png"), _form(contentType="image/jpeg")),
    ),
)

_ANSWERS = (
    _rule(
        "response-added",
        "status",
        "One more status of success",
        "the status {value} is new",
        (
            "Success can be said with a status that was not documented.",
            "Programs that take the old statuses only.",
            "Take every 2xx as success.",
        ),
        by_view("compatible", "risky", "breaking"),
        _show(_statuses("200"), _statuses("200", "202")),
    ),
    _rule(
        "error-response-added",
        "status",
        "One more status of failure",
        "the status {value} is new",
        (
            "A failure is documented that was not.",
            "Nobody who treats every 4xx and 5xx as a failure.",
            "Handle it like other failures of its class.",
        ),
        by_view("compatible", "compatible", "risky"),
        _show(_statuses("200"), _statuses("200", "409")),
    ),
    _rule(
        "response-removed",
        "status",
        "A status of success is gone",
        "the status {value} was removed",
        (
            "Success is not said with this status any more.",
            "Programs that wait for it.",
            "Take the statuses that are left.",
        ),
        _BREAKING,
        _show(_statuses("200", "202"), _statuses("200")),
    ),
    _rule(
        "error-response-removed",
        "status",
        "A status of failure is gone",
        "the status {value} was removed",
        ("A failure is not documented any more.", "Nobody.", "Nothing needs to be done."),
        COMPATIBLE,
        _show(_statuses("200", "409"), _statuses("200")),
    ),
    _rule(
        "header-added",
        "header",
        "Answers have one more header",
        "the header {value} is new",
        ("Answers may have a header that they had not.", "Nobody.", "Use it when you need it."),
        COMPATIBLE,
        _show(_answers(), _rates()),
    ),
    _rule(
        "header-removed",
        "header",
        "Answers have lost a header",
        "the header {value} was removed",
        (
            "Answers do not have a header any more that the contract named.",
            "Programs that read it.",
            "Do without it.",
        ),
        _BREAKING,
        _show(_rates(), _answers()),
    ),
    _rule(
        "header-became-optional",
        "required",
        "A header may be missing",
        "the header may be missing now",
        (
            "Answers always had the header, and may be without it now.",
            "Programs that read it without asking whether it is there.",
            "Handle its absence.",
        ),
        _BREAKING,
        _show(_rates(required=True), _rates()),
    ),
    _rule(
        "header-became-required",
        "required",
        "A header is always there",
        "the header is always there now",
        ("Answers always have the header.", "Nobody.", "Nothing needs to be done."),
        COMPATIBLE,
        _show(_rates(), _rates(required=True)),
    ),
    _rule(
        "link-added",
        "link",
        "Answers lead to one more operation",
        "the link {value} is new",
        ("The contract tells how to go on from this answer.", "Nobody.", "Use it when you need it."),
        COMPATIBLE,
        _show(_answers(), _link()),
    ),
    _rule(
        "link-removed",
        "link",
        "Answers do not lead to an operation any more",
        "the link {value} was removed",
        (
            "The contract no longer tells how to go on from this answer.",
            "Programs that follow links.",
            "Call the operation directly.",
        ),
        by_view("risky", "risky", "breaking"),
        _show(_link(), _answers()),
    ),
    _rule(
        "link-changed",
        "link",
        "A link leads elsewhere",
        "the link {value} went from {old} to {new}",
        (
            "A link leads to another operation, or with other parameters.",
            "Programs that follow links.",
            "Check where the link leads now.",
        ),
        by_view("risky", "risky", "breaking"),
        _show(_link(), _link(parameters={"after": "$response.body#/id"})),
    ),
)


def _hook(*names: str) -> dict[str, Any]:
    post = {"post": {"responses": {"200": {"description": "fine"}}}}
    return {"callbacks": {name: {"{$request.body#/url}": post} for name in names}}


_CALLS_BACK = (
    _rule(
        "callback-added",
        "callback",
        "The service calls back once more",
        "the callback {value} is new",
        (
            "The service may call the client where it did not.",
            "Nobody who did not ask for it.",
            "Answer it when you ask for it.",
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
            "Ask for the state instead.",
        ),
        _BREAKING,
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
            "Use it if you like.",
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
            "Ask for the state instead.",
        ),
        _BREAKING,
        Example("document", {"webhooks": {"done": {"post": {"responses": {}}}}}, {"webhooks": {}}),
    ),
)

RULES = (*_BODIES, *_ANSWERS, *_CALLS_BACK)
