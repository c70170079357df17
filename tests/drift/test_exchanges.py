"""Micro pairs around messages: who sends them, how they are written, and what is said elsewhere."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.contract.source import Spec
from qcontract.drift import compare
from qcontract.drift.mediatypes import MediaType
from qcontract.findings import CLIENTS

Pair = tuple[dict[str, Any], dict[str, Any]]

TEXT = {"type": "string"}
SHORT = {"type": "string", "maxLength": 9}
WHOLE = {"type": "integer"}
TEXTS = {"type": "array", "items": TEXT}
JSON, XML, FORM = "application/json", "application/xml", "multipart/form-data"


def document(operation: dict[str, Any], path: str = "/a", version: str = "3.1.0", **rest: Any) -> dict[str, Any]:
    said = {"responses": {"204": {"description": "fine"}}} | operation
    return {"openapi": version, "info": {"title": "T", "version": "1"}, "paths": {path: {"post": said}}} | rest


def webhook(name: str = "done", **said: Any) -> dict[str, Any]:
    call = {"responses": {"204": {"description": "fine"}}} | said
    return document({}, webhooks={name: {"post": call}})


def callback(address: str = "{$request.body#/url}", name: str = "done", **said: Any) -> dict[str, Any]:
    call = {"responses": {"204": {"description": "fine"}}} | said
    return document({"callbacks": {name: {address: {"post": call}}}})


def content(**types: Any) -> dict[str, Any]:
    return {"content": {name: {"schema": schema} for name, schema in types.items()}}


def sent(types: dict[str, Any], **said: Any) -> dict[str, Any]:
    return {"requestBody": {**content(**types), "required": True, **said}}


def body(types: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return document(sent(types), **rest)


def answer(types: dict[str, Any], status: str = "200", **rest: Any) -> dict[str, Any]:
    return document({"responses": {status: {"description": "fine", **content(**types)}}}, **rest)


def reply(**said: Any) -> dict[str, Any]:
    return webhook(responses={"200": {"description": "fine", **said}})


def header(schema: Any = TEXT, **said: Any) -> dict[str, Any]:
    return {"headers": {"X-Mark": {"schema": schema, **said}}}


def answer_with(said: dict[str, Any]) -> dict[str, Any]:
    return document({"responses": {"200": {"description": "fine", **said}}})


def parameter(schema: Any = TEXT, name: str = "q", place: str = "query", **said: Any) -> dict[str, Any]:
    return {"parameters": [{"name": name, "in": place, "schema": schema, **said}]}


def query(schema: Any, **said: Any) -> dict[str, Any]:
    return document(parameter(schema, **said))


def placed(name: str, schema: Any = TEXT, **said: Any) -> dict[str, Any]:
    return document(parameter(schema, name, "path", required=True, **said), f"/a/{{{name}}}")


def form(part: Any, encoding: Any = None, media: str = FORM, **rest: Any) -> dict[str, Any]:
    said = {"schema": {"type": "object", "properties": {"f": part}}}
    return document(
        {"requestBody": {"required": True, "content": {media: said | ({"encoding": encoding} if encoding else {})}}},
        **rest,
    )


def served(*urls: str, **variables: Any) -> dict[str, Any]:
    return document({}, servers=[{"url": url, "variables": variables} for url in urls])


def regions(*names: str) -> dict[str, Any]:
    return {"default": names[0], "enum": list(names)} if len(names) > 1 else {"default": names[0]}


def token(**flows: Any) -> dict[str, Any]:
    known = {"o": {"type": "oauth2", "flows": flows}}
    return document({}, security=[{"o": ["r"]}], components={"securitySchemes": known})


def flow(**said: str) -> dict[str, Any]:
    return {"tokenUrl": "https://a.test/token", "scopes": {"r": ""}, **said}


def linked(target: dict[str, Any], name: str = "g") -> dict[str, Any]:
    said = {"200": {"description": "fine", "links": {"next": target}}}
    return document({"operationId": name, "responses": said})


def found(pair: Pair, client: Any = "wire") -> dict[str, str]:
    old, new = (Spec.of(side) for side in pair)
    return {finding.rule: finding.level for finding in compare(old, new, client).findings}


def worst(pair: Pair, client: Any = "wire") -> str:
    return compare(*map(Spec.of, pair), client).verdict


SENT_BY_THE_SERVICE: dict[str, Pair] = {
    "call-body-became-optional": (webhook(**sent({JSON: TEXT})), webhook(**sent({JSON: TEXT}, required=False))),
    "call-body-removed": (webhook(**sent({JSON: TEXT})), webhook()),
    "call-media-type-added": (webhook(**sent({JSON: TEXT})), webhook(**sent({JSON: TEXT, XML: TEXT}))),
    "call-parameter-became-optional": (
        webhook(**parameter(name="X-Sign", place="header", required=True)),
        webhook(**parameter(name="X-Sign", place="header")),
    ),
    "call-parameter-removed": (webhook(**parameter(place="header")), webhook()),
    "reply-header-became-required": (reply(**header()), reply(**header(required=True))),
    "reply-header-added-required": (reply(), reply(**header(required=True))),
    "reply-body-added": (reply(), reply(**content(**{JSON: TEXT}))),
    "reply-status-removed": (
        webhook(responses={"200": {"description": ""}, "202": {"description": ""}}),
        webhook(responses={"200": {"description": ""}}),
    ),
    "response-narrowed": (
        webhook(responses={"2XX": {"description": ""}}),
        webhook(responses={"200": {"description": ""}}),
    ),
    "media-type-removed": (
        reply(**content(**{JSON: TEXT, XML: TEXT})),
        reply(**content(**{JSON: TEXT})),
    ),
    "call-moved": (callback(), callback("{$request.query.hook}")),
}


@pytest.mark.parametrize(("rule", "pair"), SENT_BY_THE_SERVICE.items(), ids=SENT_BY_THE_SERVICE.keys())
def test_what_the_service_sends_may_be_more_reliable_and_never_less(rule: str, pair: Pair) -> None:
    for client in CLIENTS:
        assert found(pair, client).get(rule) == "breaking"
    if rule not in {"call-moved", "reply-body-added"}:  # a reply with a body that nobody reads breaks as well
        assert "breaking" not in found(pair[::-1]).values()


def test_a_callback_is_known_by_where_it_goes_and_not_by_its_name() -> None:
    assert found((callback(name="a"), callback(name="b"))) == {}
    assert worst((callback("{$request.body#/a}"), callback("{$request.body#/b}"))) == "breaking"
    assert worst((webhook("{a}"), webhook("{b}"))) == "breaking"


V1, V2 = "application/json; version=1", 'application/json;version="2"'

NARROWER: dict[str, Pair] = {
    "one of two versions is gone": (body({V1: SHORT, V2: TEXT}), body({V2: TEXT})),
    "one of two versions is narrower": (body({V1: TEXT, V2: TEXT}), body({V1: SHORT, V2: TEXT})),
    "another version": (body({V1: TEXT}), body({V2: TEXT})),
    "another level of text in answers": (answer({"text/html;level=1": TEXT}), answer({"text/html;level=2": TEXT})),
    "a specific type beside its range": (body({"application/*": TEXT}), body({"application/*": TEXT, JSON: SHORT})),
    "a specific type of an answer": (
        answer({"application/*": TEXT}),
        answer({"application/*": TEXT, JSON: {"type": ["string", "null"]}}),
    ),
    "the nearer of two ranges": (body({JSON: TEXT}), body({"*/*": TEXT, "application/*": SHORT})),
    "the nearer of two ranges, listed first": (body({JSON: TEXT}), body({"application/*": SHORT, "*/*": TEXT})),
    "a type that is no longer specific": (body({"application/*": SHORT, JSON: TEXT}), body({"application/*": SHORT})),
    "a suffix that is not listed": (body({"application/hal+json": TEXT}), body({JSON: TEXT})),
    "a name that the style writes": (placed("x", style="matrix"), placed("y", style="matrix")),
    "an attribute in place of an element": (
        body({XML: {"type": "object", "properties": {"id": TEXT}}}),
        body({XML: {"type": "object", "properties": {"id": {**TEXT, "xml": {"attribute": True}}}}}),
    ),
    "another name of an entry": (
        answer({"application/atom+xml": {"type": "array", "items": {**TEXT, "xml": {"name": "a"}}}}),
        answer({"application/atom+xml": {"type": "array", "items": {**TEXT, "xml": {"name": "b"}}}}),
    ),
    "a fixed server": (served("https://{r}.a.test", r=regions("x")), served("https://x.a.test")),
    "a flow is gone": (token(password=flow(), clientCredentials=flow()), token(password=flow())),
    "a token is not refreshed": (token(password=flow(refreshUrl="https://a.test/r")), token(password=flow())),
    "fewer types of a part": (
        form(TEXT, {"f": {"contentType": "image/png, image/jpeg"}}),
        form(TEXT, {"f": {"contentType": "image/png"}}),
    ),
    "numbers as too short a text": (
        query({"type": "integer", "minimum": 0, "maximum": 99}),
        query({**TEXT, "maxLength": 1}),
    ),
    "the default of what may be left out": (query({**WHOLE, "default": 1}), query({**WHOLE, "default": 2})),
    "any text in place of a truth value": (
        answer_with(header({"type": "boolean"})),
        answer_with(header(TEXT)),
    ),
    "any text in place of a number": (
        answer_with(header({"type": "integer", "enum": [1, 2]})),
        answer_with(header(TEXT)),
    ),
    "numbers of which one is two things": (
        query(WHOLE),
        query({"oneOf": [{**TEXT, "maxLength": 0}, WHOLE, {"type": "number"}]}),
    ),
    "a webhook named like an extension": (
        webhook("x-done", **sent({JSON: SHORT})),
        webhook("x-done", **sent({JSON: TEXT})),
    ),
    "objects in place of texts": (form(TEXT), form({"type": "object"})),
}


@pytest.mark.parametrize("pair", NARROWER.values(), ids=NARROWER.keys())
def test_what_was_missed_breaks(pair: Pair) -> None:
    for client in CLIENTS:
        assert worst(pair, client) == "breaking"
    assert found((pair[0], pair[0])) == {}


HARMLESS: dict[str, Pair] = {
    "the type of a wider range": (
        body({"application/*": TEXT, JSON: SHORT}),
        body({"application/*": TEXT}),
    ),
    "a header that is ignored": (document({}), document(parameter(WHOLE, "accept", "header", required=True))),
    "an ignored header of credentials": (document(parameter(place="header", name="Authorization")), document({})),
    "one status of a range": (answer({JSON: TEXT}, "2XX"), answer({JSON: TEXT})),
    "a region that may be any": (
        served("https://{r}.a.test", r=regions("x", "y")),
        served("https://{r}.a.test", r=regions("x")),
    ),
    "a fixed server among any": (served("https://x.a.test"), served("https://{r}.a.test", r=regions("x"))),
    "one more flow": (token(password=flow()), token(password=flow(), clientCredentials=flow())),
    "tokens that can be refreshed": (token(password=flow()), token(password=flow(refreshUrl="https://a.test/r"))),
    "more types of a part": (
        form(TEXT, {"f": {"contentType": "image/png"}}),
        form(TEXT, {"f": {"contentType": "image/*"}}),
    ),
    "a text of at least one letter": (query(WHOLE), query({**TEXT, "minLength": 1})),
    "a text of digits": (query({**WHOLE, "minimum": 0}), query({**TEXT, "pattern": "^[0-9]+$"})),
    "numbers as their texts": (query({"enum": [1, 2]}), query({**TEXT, "enum": ["1", "2", "3"]})),
    "texts that are numbers": (query({**TEXT, "enum": ["1", "2"]}), query(WHOLE)),
    "truth values as their texts": (query({"type": "boolean"}), query({**TEXT, "enum": ["true", "false"]})),
    "a list of one text": (query(WHOLE), query(TEXTS)),
    "a list of one number, separated": (query(WHOLE), query({"type": "array", "items": WHOLE}, explode=False)),
    "a list of one number in the path": (placed("x", WHOLE), placed("x", {"type": "array", "items": WHOLE})),
    "a text or a number": (query({"type": "number"}), query({"type": ["string", "integer"]})),
    "a number in a text": (body({"text/plain": WHOLE}), body({"text/plain": TEXT})),
    "a number in a form": (form(WHOLE), form(TEXT)),
    "a number in a query form": (
        form(WHOLE, media="application/x-www-form-urlencoded"),
        form({**TEXT, "minLength": 1}, media="application/x-www-form-urlencoded"),
    ),
}


@pytest.mark.parametrize("pair", HARMLESS.values(), ids=HARMLESS.keys())
def test_what_is_safe_does_not_break(pair: Pair) -> None:
    assert worst(pair) in {"compatible", "equal"}


OF_BYTES = {**TEXT, "format": "binary"}
MANY = [f"r{number}" for number in range(40)]

SPELLINGS: dict[str, Pair] = {
    "the usual port": (served("https://a.test:443"), served("https://A.test")),
    "character set of a suffix": (
        answer({"application/hal+json": TEXT}),
        answer({"Application/HAL+json ; Charset=UTF-8": TEXT}),
    ),
    "a media type of a parameter": (
        document({"parameters": [{"name": "q", "in": "query", **content(**{JSON: TEXT})}]}),
        document(
            {"parameters": [{"name": "q", "in": "query", **content(**{"Application/JSON; charset=utf-8": TEXT})}]}
        ),
    ),
    "encoding outside of forms": (
        document({"requestBody": {"content": {JSON: {"encoding": {"f": {"contentType": "text/html"}}}}}}),
        document({"requestBody": {"content": {JSON: {}}}}),
    ),
    "encoding of no part": (form(TEXT, {"g": {"contentType": "image/png"}}), form(TEXT)),
    "the usual encoding": (form(TEXT, {"f": {"contentType": "text/plain"}}), form(TEXT)),
    "flags of a query elsewhere": (
        document(parameter(place="header", allowEmptyValue=True, allowReserved=True)),
        document(parameter(place="header")),
    ),
    "the default of what is always there": (
        query({**WHOLE, "default": 1}, required=True),
        query({**WHOLE, "default": 2}, required=True),
    ),
    "lists that are never exploded": (placed("x", TEXTS, explode=True), placed("x", TEXTS)),
    "files in a form": (form(OF_BYTES, version="3.0.3"), form({"contentMediaType": "application/octet-stream"})),
    "files of a type": (
        form(OF_BYTES, version="3.0.3"),
        form({**TEXT, "contentMediaType": "application/octet-stream"}),
    ),
    "a list of files": (
        form({"type": "array", "items": OF_BYTES}, version="3.0.3"),
        form({"type": "array", "items": {}}),
    ),
    "bytes in JSON": (
        body({JSON: {**TEXT, "format": "byte"}}, version="3.0.3"),
        body({JSON: {**TEXT, "contentEncoding": "base64"}}),
    ),
    "bytes": (
        answer({"application/octet-stream": OF_BYTES}, version="3.0.3"),
        document({"responses": {"200": {"description": "fine", "content": {"application/octet-stream": {}}}}}),
    ),
    "a link by reference": (linked({"operationId": "g"}), linked({"operationRef": "#/paths/~1a/post"})),
    "a prefix in XML": (
        body({XML: {**TEXT, "xml": {"prefix": "a", "namespace": "urn:a"}}}),
        body({XML: {**TEXT, "xml": {"namespace": "urn:a"}}}),
    ),
    "variables of another name": (
        served("https://{a}.{b}.test", a=regions(*MANY), b=regions(*MANY)),
        served("https://{x}.{y}.test", x={"default": "r0", "enum": MANY[::-1]}, y=regions(*MANY)),
    ),
}


@pytest.mark.parametrize("pair", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_what_is_said_otherwise_is_nothing(pair: Pair) -> None:
    assert found(pair) == found(pair[::-1]) == {}


def test_a_link_follows_the_operation_that_it_leads_to() -> None:
    assert "link-changed" not in found((linked({"operationId": "g"}), linked({"operationId": "h"}, "h")))
    elsewhere = linked({"operationId": "g", "server": {"url": "https://b.test"}})
    assert found((linked({"operationId": "g"}), elsewhere)) == {"link-changed": "risky"}


def test_servers_are_decided_on_however_many_there_are() -> None:
    old, new = (served("https://{a}.{b}.test", a=regions(*MANY[:many]), b=regions(*MANY)) for many in (40, 30))
    (finding,) = compare(Spec.of(old), Spec.of(new)).findings
    assert (finding.rule, finding.level) == ("server-removed", "breaking")
    assert finding.evidence.witness == {"server": "https://r30.r0.test"}
    assert found((new, old)) == {"server-added": "compatible"}


def test_another_default_of_any_region_is_told() -> None:
    pair = tuple(served("https://{r}.a.test", r=regions(name)) for name in ("x", "y"))
    assert [found(pair, client) for client in CLIENTS] == [  # type: ignore[arg-type]
        {"server-default-changed": level} for level in ("info", "risky", "risky")
    ]


def test_the_order_of_media_types_never_matters() -> None:
    types = {V1: SHORT, V2: TEXT, "application/*": WHOLE, "*/*": TEXT, JSON: {"type": "boolean"}}
    other = {V2: SHORT, JSON: TEXT, "application/hal+json": WHOLE}
    turned, mirrored = (dict(reversed(each.items())) for each in (types, other))
    for make in (body, answer):
        expected = found((make(types), make(other)))
        assert expected == found((make(turned), make(other))) == found((make(types), make(mirrored)))


LONGER = ("application/json;version=1;profile=a", "application/pdf", "image/png", "text/html", "text/plain")
RANGES = ("*/*", "application/*", "text/*", JSON, V1, "application/hal+json", "text/plain", XML)
CONTENTS = st.dictionaries(st.sampled_from(RANGES), st.sampled_from([TEXT, SHORT]), min_size=1, max_size=4)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(CONTENTS, CONTENTS)
def test_requests_break_where_one_media_type_is_refused_or_takes_less(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Every concrete media type is asked by itself: the most specific key of each side says what it holds."""

    def held(name: str, types: dict[str, Any]) -> Any:
        wanted = MediaType.of(name)
        known = [each for each in map(MediaType.of, types) if each.covers(wanted)]
        return types[max(known, key=lambda each: each.specificity).written] if known else None

    def is_worse(name: str) -> bool:
        before, after = held(name, old), held(name, new)
        return before is not None and (after is None or (before == TEXT and after == SHORT))

    concrete = [name for name in RANGES if "*" not in name]
    expected = any(map(is_worse, (*concrete, *LONGER)))
    assert (worst((body(old), body(new))) == "breaking") is expected


def test_one_name_of_generated_code_is_told_once() -> None:
    """An argument that goes, and another one in its place that must be given, are two changes of one name."""
    bytes_sent = {"requestBody": {"content": {"application/octet-stream": {"schema": OF_BYTES}}}}
    old = Spec.of(document(bytes_sent, version="3.0.3"))
    new = Spec.of(document({"requestBody": {"content": {"application/octet-stream": {}}}}))
    for client in ("sdk", "strict"):
        report = compare(old, new, client)  # type: ignore[arg-type]
        names = [finding.fingerprint for finding in report.findings]
        assert len(set(names)) == len(names) == 2
        assert max(len(finding.impact) for finding in report.findings) == 2
