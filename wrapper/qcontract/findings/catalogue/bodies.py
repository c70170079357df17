"""Rules about bodies as wholes: whether requests have one, media types, the parts of forms."""

from __future__ import annotations

from functools import partial
from typing import Any

from qcontract.findings.catalogue.definition import BREAKING, COMPATIBLE, NARROWS, WIDENS, Example, define
from qcontract.findings.catalogue.fragments import answers

__all__ = ["RULES"]

_rule = partial(define, "exchange")
_show = partial(Example, "operation")
_JSON: dict[str, Any] = {"application/json": {}}
_XML: dict[str, Any] = {"application/xml": {}}


def _body(content: dict[str, Any] | None, **said: Any) -> dict[str, Any]:
    return {} if content is None else {"requestBody": {"content": content, **said}}


def _form(**encoding: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": {"file": {"type": "string"}}}
    return _body({"multipart/form-data": {"schema": schema, "encoding": {"file": encoding}}})


def _xml(**said: Any) -> dict[str, Any]:
    member = {"type": "string", **({"xml": said} if said else {})}
    return _body({"application/xml": {"schema": {"type": "object", "properties": {"id": member}}}})


RULES = (
    _rule(
        "request-body-added",
        "body",
        "Requests may have a body",
        "an optional body is new",
        ("Requests may have a body.", "Nobody.", "Nothing needs to be done; send a body when you want what it offers."),
        COMPATIBLE,
        _show(_body(None), _body(_JSON)),
    ),
    _rule(
        "request-body-added-required",
        "body",
        "Requests must have a body",
        "a required body is new",
        (
            "Requests must have a body.",
            "Programs that send none: they are refused.",
            "Send a body with every request from the first day of the new contract on: without one the request is "
            "refused.",
        ),
        BREAKING,
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
            "Stop sending a body, and find where its content belongs now: it may have become parameters.",
        ),
        BREAKING,
        _show(_body(_JSON), _body(None)),
    ),
    _rule(
        "request-body-became-required",
        "required",
        "The body is required now",
        "the body is required now",
        (
            "Requests could be without a body.",
            "Programs that send none: they are refused.",
            "Always send a body, an empty object where you have nothing to say and the schema permits it.",
        ),
        BREAKING,
        _show(_body(_JSON), _body(_JSON, required=True)),
    ),
    _rule(
        "request-body-became-optional",
        "required",
        "The body is optional now",
        "the body is optional now",
        (
            "Requests may be without a body.",
            "Nobody.",
            "Nothing needs to be done; leave the body out where you have nothing to say.",
        ),
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
            "Nothing needs to be done; clients name the media type that they want, and {value} is one more.",
        ),
        COMPATIBLE,
        _show(_body(_JSON), _body({**_JSON, **_XML})),
        many="the media types {values} are new",
    ),
    _rule(
        "media-type-removed",
        "media type",
        "One media type fewer",
        "the media type {value} was removed",
        (
            "The body cannot be written in this way any more.",
            "Programs that send this media type, or ask for it.",
            "Send and ask for another media type than {value} of those that the contract lists.",
        ),
        BREAKING,
        _show(_body({**_JSON, **_XML}), _body(_JSON)),
        many="the media types {values} were removed",
    ),
    _rule(
        "media-type-widened",
        "media type",
        "A range of media types",
        "the media type went from {old} to {new}",
        (
            "A range of media types takes the place of one that it includes.",
            "Programs that read answers and know the old media type only.",
            "Choose the parser by the `Content-Type` of each answer: {new} allows more than {old}.",
        ),
        WIDENS,
        _show(answers(content={"application/json": {}}), answers(content={"application/*": {}})),
    ),
    _rule(
        "media-type-narrowed",
        "media type",
        "Fewer media types of a range",
        "the media type went from {old} to {new}",
        (
            "One media type takes the place of a range that includes it.",
            "Programs that send another media type of the range.",
            "Send {new}; other media types of the range {old} are refused with 415.",
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
            "Write the part {value} of the form in the new way: {new} in place of {old}.",
        ),
        BREAKING,
        _show(_form(contentType="image/png"), _form(contentType="image/jpeg")),
    ),
    _rule(
        "encoding-widened",
        "encoding",
        "A part of a form may have more media types",
        "the encoding of {value} went from {old} to {new}",
        (
            "A part of a form may have the media types that it could have, and others.",
            "Programs that receive the form and know the old media types only.",
            "Expect {new} in the part {value} where the form is sent to you; a form that you send can stay as it is.",
        ),
        WIDENS,
        _show(_form(contentType="image/png"), _form(contentType="image/png, image/jpeg")),
    ),
    _rule(
        "encoding-narrowed",
        "encoding",
        "A part of a form may have fewer media types",
        "the encoding of {value} went from {old} to {new}",
        (
            "A part of a form may have some of the media types only that it could have.",
            "Programs that send another one of them.",
            "Write the part {value} of the form as {new}; the other media types are refused.",
        ),
        NARROWS,
        _show(_form(contentType="image/png, image/jpeg"), _form(contentType="image/png")),
    ),
    _rule(
        "xml-changed",
        "xml",
        "A value has another name in XML",
        "in XML it went from {old} to {new}",
        (
            "The name or namespace of an element is another one, or an element became an attribute (`xml`).",
            "Programs that write or read it in the old way.",
            "Write and read {it} as {new} where your program has {old}.",
        ),
        BREAKING,
        _show(_xml(), _xml(attribute=True)),
    ),
)
