"""Where differences stand, in words: the same notation for every kind of place, and no pointers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from qcontract.contract.source import Spec, open_spec
from qcontract.drift import compare
from qcontract.findings import Finding, documents, rules
from qcontract.reports.dossier import Dossier
from qcontract.reports.layouts import LAYOUTS

TEXT: dict[str, Any] = {"type": "string"}
NUMBER: dict[str, Any] = {"type": "integer"}
PARAMETERS = {"limit": {"name": "limit", "in": "query", "schema": NUMBER}}


def holding(member: dict[str, Any]) -> dict[str, Any]:
    """An object with a list of objects with a member, and a map of them."""
    entry = {"type": "object", "properties": {"a/b": member, "id": member}}
    some = {"type": "array", "items": entry}
    return {"type": "object", "properties": {"some": some, "known": {"additionalProperties": member}}}


def api(member: dict[str, Any], **operation: Any) -> Spec:
    """An API in which a member stands everywhere it can."""
    schema = {"$ref": "#/components/schemas/Thing"}
    shared = {"description": "no", "content": {"application/json": {"schema": holding(member)}}}
    headers = {"X-Rate": {"schema": member}}
    fine = {"description": "fine", "headers": headers, "content": {"application/json": {"schema": holding(member)}}}
    body = {"content": {"application/json": {"schema": holding(member)}, "text/csv": {"schema": member}}}
    limit = {"$ref": "#/components/parameters/limit"}
    filters = {"name": "filter", "in": "query", "schema": holding(member)}
    refused = {"$ref": "#/components/responses/Refused"}
    paths = {
        "/things/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": member}],
            "put": {"requestBody": body, "responses": {"200": fine, "404": refused}, **operation},
        },
        "/things": {
            "get": {"parameters": [limit, filters], "responses": {"200": {"description": "fine"}}},
            "post": {
                "parameters": [limit],
                "requestBody": {"content": {"application/json": {"schema": schema}}},
                "responses": {"200": {"description": "fine"}, "409": refused},
            },
        },
    }
    components = {
        "schemas": {"Thing": holding(member)},
        "responses": {"Refused": shared},
        "parameters": {"limit": {"name": "limit", "in": "query", "schema": member}},
    }
    info = {"title": "Things", "version": "1"}
    return Spec.of({"openapi": "3.1.0", "info": info, "paths": paths, "components": components}, name="things")


FINDINGS = compare(api(NUMBER), api(TEXT), "strict").findings
PLACES = {str(finding.place) for finding in FINDINGS}


@pytest.mark.parametrize(
    "place",
    [
        "PUT /things/{id}, body .some[].id",
        'PUT /things/{id}, body .some[]["a/b"]',
        "PUT /things/{id}, body .known.*",
        "PUT /things/{id}, body text/csv",
        "PUT /things/{id} 200, .some[].id",
        "PUT /things/{id} 200, header X-Rate",
        "PUT /things/{id}, path parameter id",
        "GET /things, query parameter filter .some[].id",
        "GET /things and 1 more, query parameter limit",
        "POST /things 409 and 1 more, .some[].id",
        "Thing.some[].id (component, sent)",
    ],
)
def test_every_kind_of_place_is_said_in_one_notation(place: str) -> None:
    assert place in PLACES


def test_a_sentence_begins_with_its_place() -> None:
    of_contracts = [finding for finding in FINDINGS if not finding.rule.startswith("generated-")]
    assert len(of_contracts) > 15
    assert all(finding.message.startswith(f"{finding.place}: ") for finding in of_contracts)


def found(old: Spec, new: Spec, rule: str) -> Finding:
    (finding,) = (each for each in compare(old, new).findings if each.rule == rule)
    return finding


def test_who_names_a_component_is_the_place_of_what_is_said_about_the_name() -> None:
    """A member is gone from the object that had it, whatever component its schema is."""
    item = {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/Name"}}, "required": ["a"]}

    def spec(schema: dict[str, Any]) -> Spec:
        answer = {"description": "fine", "content": {"application/json": {"schema": schema}}}
        paths = {"/x": {"get": {"responses": {"200": answer}}}}
        components = {"schemas": {"Name": TEXT, "Item": schema}}
        info = {"title": "X", "version": "1"}
        return Spec.of({"openapi": "3.1.0", "info": info, "paths": paths, "components": components}, name="x")

    gone = found(spec(item), spec({"type": "object"}), "property-removed-required")
    assert str(gone.place) == "GET /x 200, .a"
    assert (gone.subject.pointer, gone.subject.path) == ("/paths/~1x/get", "/responses/200/application~1json/a")


def test_statuses_parameters_and_operations_are_told_of_where_they_are_missed() -> None:
    old, new = api(NUMBER), api(NUMBER, responses={"200": {"description": "fine"}, "409": {"description": "no"}})
    assert str(found(old, new, "error-response-removed").place) == "PUT /things/{id}"
    assert str(found(old, new, "header-removed").place) == "PUT /things/{id} 200, header X-Rate"


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "json"])
@pytest.mark.parametrize("pair", [("ionq-v0.3", "ionq-v0.4"), ("qbraid-v2", "qbraid-v2@observed-2026-09")])
def test_no_report_for_people_shows_a_pointer(layout: str, pair: tuple[str, str]) -> None:
    old, new = map(open_spec, pair)
    shown = LAYOUTS[layout](Dossier(compare(old, new, "strict")))
    assert "~1" not in shown
    assert "/components/schemas" not in shown


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_the_example_of_every_rule_has_a_place_and_advice_without_blanks(rule: Any) -> None:
    old, new = (Spec.of(document, name="example") for document in documents(rule.example))
    findings = [
        each
        for client in ("wire", "sdk", "strict")
        for each in compare(old, new, client, metadata=True).findings  # type: ignore[arg-type]
        if each.rule == rule.id
    ]
    assert findings
    for finding in findings:
        assert not any(blank in finding.advice for blank in ("{value}", "{old}", "{new}", "{it}", "<place>"))
        if "{value}" in rule.advises and isinstance(finding.subject.value, str):
            assert finding.subject.value in finding.advice
        if rule.area != "generated":
            assert str(finding.place)
            assert "~1" not in finding.message


def test_other_files_and_places_within_operations_are_said_without_pointers(tmp_path: Path) -> None:
    def written(kind: str) -> Spec:
        def answering(schema: dict[str, Any]) -> dict[str, Any]:
            return {"description": "x", "content": {"application/json": {"schema": schema}}}

        def holder(name: str) -> dict[str, Any]:
            return {"type": "object", "properties": {name: {"type": kind}}}

        inside = {"$ref": "#/paths/~1c/get/responses/200/content/application~1json/schema"}
        shared = {"200": answering({"$ref": "common.json#/components/schemas/Thing"}), "404": {"$ref": "no.json"}}
        document = {
            "openapi": "3.1.0",
            "info": {"title": "A", "version": "1"},
            "paths": {
                "/a": {"get": {"responses": shared}},
                "/b": {"get": {"responses": {"200": answering(inside)}}},
                "/c": {"get": {"responses": {"200": answering(holder("v"))}}},
            },
            "webhooks": {"done": {"post": {"requestBody": answering(holder("w")), "responses": {}}}},
        }
        folder = tmp_path / kind
        folder.mkdir()
        files = {"common.json": {"components": {"schemas": {"Thing": holder("n")}}}, "no.json": answering(holder("e"))}
        for name, content in {"api.json": document, **files}.items():
            (folder / name).write_text(json.dumps(content))
        return open_spec(folder / "api.json")

    report = compare(written("integer"), written("string"))
    assert {str(finding.place) for finding in report.findings} == {
        "GET /c 200 and 1 more, .v",
        "webhook POST done, body .w",
        "Thing.n (component of common.json, received)",
        "GET /a, no.json .e",
    }
