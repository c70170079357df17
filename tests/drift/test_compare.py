"""Micro pairs around bodies: what is nothing, what breaks, and for whom."""

from __future__ import annotations

import copy
import datetime
from typing import Any

import pytest
from qcontract.contract.source import Spec
from qcontract.drift import compare
from qcontract.errors import ConfigurationError
from qcontract.findings import CLIENTS, Report

TODAY = datetime.date(2026, 11, 21)
KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
TEXT = {"schema": {"type": "string"}}
LIST = {"schema": {"type": "array", "items": {"type": "string"}}}


def document(operation: dict[str, Any] | None = None, *, path: str = "/things", **rest: Any) -> dict[str, Any]:
    said = {"responses": {"200": {"description": "fine"}}} | (operation or {})
    return {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {path: {"post": said}}} | rest


def report(old: dict[str, Any], new: dict[str, Any], client: Any = "wire") -> Report:
    return compare(Spec.of(old, "old"), Spec.of(new, "new"), client, as_of=TODAY)


def found(old: dict[str, Any], new: dict[str, Any], client: Any = "wire") -> dict[str, str]:
    return {finding.rule: finding.level for finding in report(old, new, client).findings}


def query(name: str = "q", **said: Any) -> dict[str, Any]:
    return {"parameters": [{"name": name, "in": "query", **(said or TEXT)}]}


def body(schema: Any, media: str = "application/json", **said: Any) -> dict[str, Any]:
    return {"requestBody": {"content": {media: {"schema": schema}}, **said}}


def answer(schema: Any, media: str = "application/json", status: str = "200") -> dict[str, Any]:
    return {"responses": {status: {"description": "fine", "content": {media: {"schema": schema}}}}}


def secured(*alternatives: dict[str, list[str]], **schemes: Any) -> dict[str, Any]:
    return document(security=list(alternatives), components={"securitySchemes": schemes})


def path_parameter(name: str, **said: Any) -> dict[str, Any]:
    return {"parameters": [{"name": name, "in": "path", "required": True, **TEXT, **said}]}


HOISTED = document()
HOISTED["paths"]["/things"]["parameters"] = query()["parameters"]
REFERRED = document(
    {"parameters": [{"$ref": "#/components/parameters/Q"}]}, components={"parameters": {"Q": query()["parameters"][0]}}
)
OLD_SPELLING = document(body({"type": "string", "nullable": True})) | {"openapi": "3.0.3"}
SERVER = {"url": "https://{region}.example.test/", "variables": {"region": {"default": "eu", "enum": ["eu", "us"]}}}

NOTHING = {
    "placeholder renamed": (
        document(path_parameter("id"), path="/things/{id}"),
        document(path_parameter("key"), path="/things/{key}"),
    ),
    "parameter hoisted to the path": (document(query()), HOISTED),
    "parameter behind a reference": (document(query()), REFERRED),
    "default style spelled out": (document(query(**LIST)), document(query(**LIST, style="form", explode=True))),
    "explode of a scalar": (document(query()), document(query(**TEXT, explode=False))),
    "header in other letters": (
        document({"parameters": [{"name": "X-Id", "in": "header", **TEXT}]}),
        document({"parameters": [{"name": "x-id", "in": "header", **TEXT}]}),
    ),
    "scheme renamed": (secured({"a": []}, a=KEY), secured({"b": []}, b=KEY)),
    "alternatives in another order": (
        secured({"a": []}, {"b": []}, a=KEY, b={**KEY, "name": "B"}),
        secured({"b": []}, {"a": []}, a=KEY, b={**KEY, "name": "B"}),
    ),
    "security said for each operation": (
        secured({"a": []}, a=KEY),
        document({"security": [{"a": []}]}, components={"securitySchemes": {"a": KEY}}),
    ),
    "servers spelled out": (
        document(servers=[SERVER]),
        document(servers=[{"url": "https://EU.example.test"}, {"url": "https://us.example.test/"}]),
    ),
    "character set of a media type": (
        document(body({"type": "string"})),
        document(body({"type": "string"}, "application/json; charset=utf-8")),
    ),
    "null in both dialects": (OLD_SPELLING, document(body({"type": ["string", "null"]}))),
    "component renamed": (
        document(body({"$ref": "#/components/schemas/A"}), components={"schemas": {"A": {"type": "string"}}}),
        document(body({"$ref": "#/components/schemas/B"}), components={"schemas": {"B": {"type": "string"}}}),
    ),
    "encoding default spelled out": (
        document({"requestBody": {"content": {"multipart/form-data": {"encoding": {"f": {}}}}}}),
        document({"requestBody": {"content": {"multipart/form-data": {"encoding": {"f": {"style": "form"}}}}}}),
    ),
    "prose": (document({"summary": "a", "description": "b"}), document({"summary": "c"})),
}


@pytest.mark.parametrize("pair", NOTHING.values(), ids=NOTHING.keys())
def test_another_spelling_is_nothing(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    for old, new in (pair, pair[::-1]):
        assert found(old, new) == {}


def oauth(*scopes: str, token: str = "https://example.test/token") -> dict[str, Any]:
    flow = {"tokenUrl": token, "scopes": {"r": "", "w": ""}}
    return secured({"o": list(scopes)}, o={"type": "oauth2", "flows": {"clientCredentials": flow}})


BREAKS = {
    "security-scheme-changed": (secured({"a": []}, a=KEY), secured({"a": []}, a={**KEY, "name": "X-Other"})),
    "security-scope-added": (oauth("r"), oauth("r", "w")),
    "security-added": (secured(a=KEY), secured({"a": []}, a=KEY)),
    "security-requirement-added": (
        secured({"a": []}, a=KEY, b={**KEY, "name": "B"}),
        secured({"a": [], "b": []}, a=KEY, b={**KEY, "name": "B"}),
    ),
    "security-alternative-removed": (
        secured({"a": []}, {"b": []}, a=KEY, b={**KEY, "name": "B"}),
        secured({"a": []}, a=KEY, b={**KEY, "name": "B"}),
    ),
    "server-removed": (
        document(servers=[SERVER]),
        document(servers=[{**SERVER, "variables": {"region": {"default": "eu", "enum": ["eu"]}}}]),
    ),
    "parameter-style-changed": (document(query(**LIST)), document(query(**LIST, style="pipeDelimited"))),
    "parameter-content-changed": (document(query()), document(query(content={"application/json": TEXT}))),
    "parameter-reserved-narrowed": (document(query(**TEXT, allowReserved=True)), document(query(**TEXT))),
    "parameter-renamed": (document(query("page_limit")), document(query("pageLimit"))),
    "parameter-moved": (document(query("id")), document({"parameters": [{"name": "id", "in": "cookie", **TEXT}]})),
    "enum-value-removed": (
        document(query(schema={"type": "string", "enum": ["a", "b"]})),
        document(query(schema={"type": "string", "enum": ["a"]})),
    ),
    "media-type-narrowed": (document(body({}, "application/*")), document(body({}, "application/json"))),
    "media-type-removed": (document(answer({})), document(answer({}, "text/html"))),
    "response-removed": (document(answer({}, status="201")), document(answer({}, status="202"))),
    "type-changed": (
        document(answer({"type": "string"}, status="2XX")),
        document(answer({"type": "integer"}, status="200")),
    ),
    "operation-moved": (
        document({"operationId": "make"}),
        document({"operationId": "make"}, path="/v2/things"),
    ),
    "operation-removed": (document(), {**document(), "paths": {}}),
    "webhook-removed": (
        document(webhooks={"done": {"post": {"responses": {}}}}),
        document(webhooks={}),
    ),
}


@pytest.mark.parametrize(("rule", "pair"), BREAKS.items(), ids=BREAKS.keys())
def test_what_breaks_is_named(rule: str, pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    assert found(*pair).get(rule) == "breaking"


def hook(schema: Any, *required: str) -> dict[str, Any]:
    member = {"type": "object", "properties": {"n": schema}, "required": list(required)}
    return document(webhooks={"done": {"post": {**body(member, required=True), "responses": {}}}})


def called(schema: Any) -> dict[str, Any]:
    call = {"{$request.body#/url}": {"post": {**body(schema), "responses": {"200": {"description": "ok"}}}}}
    return document({"callbacks": {"done": call}})


def test_webhooks_and_callbacks_travel_the_other_way() -> None:
    wide, narrow = {"type": ["integer", "string"]}, {"type": "integer"}
    for make in (hook, called):
        assert "breaking" not in found(make(wide), make(narrow)).values()
        assert "breaking" in found(make(narrow), make(wide)).values()
    assert found(hook(narrow), hook(narrow, "n")) == {"property-became-required": "compatible"}


def test_names_of_operations_matter_to_generated_code_only() -> None:
    old, new = document({"operationId": "a", "tags": ["x"]}), document({"operationId": "b", "tags": ["y"]})
    levels = [found(old, new, client) for client in CLIENTS]
    assert levels[0] == {"operation-id-changed": "info", "operation-tags-changed": "info"}
    assert all(set(each.values()) == {"breaking"} for each in levels[1:])
    renamed = NOTHING["placeholder renamed"]
    assert "breaking" in found(*renamed, client="sdk").values()


def test_a_new_member_of_a_closed_answer_breaks_the_strict_only() -> None:
    old = {"type": "object", "properties": {"a": {}}, "additionalProperties": False}
    new = {**old, "properties": {"a": {}, "b": {}}}
    levels = [report(document(answer(old)), document(answer(new)), client).verdict for client in CLIENTS]
    assert levels[0] == "compatible"
    assert levels[2] == "breaking"


def test_a_new_member_of_an_open_answer_breaks_nobody() -> None:
    """Contracts are taken at their word: an object of which nothing is said is open, for a strict client as well."""
    for words in ({}, {"additionalProperties": True}):
        old = {"type": "object", "properties": {"a": {}}, **words}
        new = {**old, "properties": {"a": {}, "b": {"type": "string"}}}
        for client in CLIENTS:
            assert found(document(answer(old)), document(answer(new)), client) == {"property-added": "compatible"}


DATED = {"deprecated": True, "x-sunset": "2026-11-22"}


@pytest.mark.parametrize(
    ("said", "today", "rule"),
    [
        (DATED, datetime.date(2026, 11, 21), "operation-removed-before-sunset"),
        (DATED, datetime.date(2026, 11, 22), "operation-removed-deprecated"),
        ({"deprecated": True}, TODAY, "operation-removed-deprecated"),
        ({}, TODAY, "operation-removed"),
    ],
)
def test_a_removal_is_judged_on_its_day(said: dict[str, Any], today: datetime.date, rule: str) -> None:
    old, new = Spec.of(document(said)), Spec.of({**document(), "paths": {}})
    assert [finding.rule for finding in compare(old, new, as_of=today).findings] == [rule]


def shared(schema: Any, names: str = "abc") -> dict[str, Any]:
    paths = {
        f"/{name}": {"post": body({"$ref": "#/components/schemas/Thing"}) | {"responses": {"200": {"description": ""}}}}
        for name in names
    }
    return document(components={"schemas": {"Thing": schema}}) | {"paths": paths}


def test_one_cause_is_told_once_with_all_operations() -> None:
    thing = {"type": "object", "properties": {"n": {"type": "integer"}}}
    (finding,) = report(shared(thing), shared({**thing, "required": ["n"]})).findings
    assert finding.rule == "property-became-required"
    assert (finding.subject.pointer, finding.subject.path) == ("/components/schemas/Thing", "/n")
    assert finding.operations == ("POST /a", "POST /b", "POST /c")
    assert (finding.evidence.kind, finding.evidence.accepted_by) == ("value", "old")


def test_recursive_components_end() -> None:
    node: dict[str, Any] = {
        "type": "object",
        "properties": {"next": {"$ref": "#/components/schemas/Thing"}, "n": {"type": "integer"}},
    }
    other = copy.deepcopy(node)
    other["properties"]["n"] = {"type": "string"}
    assert found(shared(node), shared(other)) == {"type-changed": "breaking"}
    assert found(shared(node), shared(copy.deepcopy(node))) == {}


def test_a_break_hidden_by_a_safe_whole_does_not_break() -> None:
    old = {"anyOf": [{"type": "integer", "maximum": 9}, {"type": "integer"}]}
    new = {"anyOf": [{"type": "integer", "maximum": 5}, {"type": "integer"}]}
    assert "breaking" not in found(document(body(old)), document(body(new))).values()


def test_a_renamed_member_is_said_as_such() -> None:
    old = {"type": "object", "required": ["job_name"], "properties": {"job_name": {"type": "string", "maxLength": 9}}}
    new = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "maxLength": 9}}}
    (finding,) = report(document(body(old)), document(body(new))).findings
    assert (finding.rule, finding.level) == ("property-renamed", "breaking")
    assert finding.message.endswith("the member job_name is called name")


def test_an_unknown_client_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="no client"):
        report(document(), document(), "web")


def test_what_is_invalid_is_told_and_the_rest_compared() -> None:
    old, new = document(query()), document(query(**TEXT, required=True))
    for each in (old, new):
        each["paths"]["/broken"] = {"get": {"responses": 7}}
    result = report(old, new)
    assert [finding.rule for finding in result.findings] == ["parameter-became-required", "part-unreadable"]
    assert {problem.side for problem in result.problems} == {"old", "new"}


def test_an_alternative_without_a_name_is_told_with_its_type() -> None:
    forms: list[dict[str, Any]] = [{"type": "object"}, {"type": "string"}, {"type": "array"}]
    thing = answer({"$ref": "#/components/schemas/Thing"})
    old, new = (document(thing, components={"schemas": {"Thing": {"anyOf": forms[:many]}}}) for many in (2, 3))
    (finding,) = report(old, new).findings
    assert finding.message == "Thing (component, received): the alternative 2 (array) is new"
    assert finding.subject.value == "2", "what ignore files know it by says where it stands, and no more"


def test_of_a_changed_scheme_only_what_differs_is_told() -> None:
    key = {"type": "apiKey", "in": "header"}
    old, new = (secured({"key": []}, key={**key, "name": name}) for name in ("X-Key", "X-Token"))
    (finding,) = (each for each in report(old, new).findings if each.rule == "security-scheme-changed")
    assert finding.message == "security of the whole API: key went from name x-key to name x-token"


def test_a_moved_operation_keeps_the_parameters_that_have_the_same_names() -> None:
    sides = (("/a/{id}", ["id"]), ("/b/{group}/a/{id}", ["group", "id"]))
    listed = [(path, [path_parameter(name)["parameters"][0] for name in names]) for path, names in sides]
    old, new = ({path: {"get": {"operationId": "one", "parameters": known}}} for path, known in listed)
    frame = {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}}
    found = report({**frame, "paths": old}, {**frame, "paths": new}).findings
    told = {each.rule: each.subject.value for each in found}
    assert told == {"operation-moved": None, "parameter-added-required": "group"}
