"""Parts that nobody can read: told as such, never taken for anything else, and compared around."""

from __future__ import annotations

import json
from typing import Any

import pytest
from qcontract.contract.source import Spec
from qcontract.drift import compare
from qcontract.drift.schemas import Direction, Schemas
from qcontract.findings import CLIENTS, LEVELS, Client, Finding, Level, Report
from qcontract.reports.dossier import Dossier
from qcontract.reports.layouts import LAYOUTS

NAME = "part-unreadable"
TEXT: dict[str, Any] = {"type": "string"}
QUERY = {"name": "q", "in": "query", "schema": TEXT}
KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}


def document(**operation: Any) -> dict[str, Any]:
    answers = {"responses": {"204": {"description": "done"}}}
    return whole({"/a/{x}": {"get": {**answers, **operation}}})


def whole(paths: Any, **more: Any) -> dict[str, Any]:
    return {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": paths, **more}


def holding(part: Any, travels: str, **more: Any) -> dict[str, Any]:
    """A document in whose only message the member ``a`` is this schema."""
    schema = {"type": "object", "properties": {"a": part, "b": TEXT}, **more}
    content = {"content": {"application/json": {"schema": schema}}}
    if travels == "request":
        return document(requestBody={"required": True, **content})
    return document(responses={"200": {"description": "fine", **content}})


def report(old: dict[str, Any], new: dict[str, Any], client: Client = "wire") -> Report:
    return compare(Spec.of(old, "old"), Spec.of(new, "new"), client)


def rules(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.rule for finding in findings}


SCHEMAS: tuple[Any, ...] = (
    {"$ref": "#/components/schemas/Nowhere"},
    7,
    {"type": "strng"},
    {"type": "string", "pattern": 5},
    {"$dynamicRef": "#node"},
    {"anyOf": [TEXT, {"$ref": "#/nowhere"}]},
    {"allOf": [{"type": "strng"}]},
)


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("travels", ["request", "response"])
@pytest.mark.parametrize("part", SCHEMAS, ids=str)
def test_a_schema_that_cannot_be_read_is_no_other_difference(part: Any, travels: str, client: Client) -> None:
    good, bad = holding(TEXT, travels), holding(part, travels)
    for pair in ((good, bad), (bad, good)):
        result = report(*pair, client)
        assert rules(result.findings) == {NAME}
        (found,) = result.findings
        assert (found.verdict, found.operations) == ("unknown", ("GET /a/{x}",))
        assert found.level == ("breaking" if client == "strict" else "risky")
        assert "could not be compared" in found.message
        assert found.evidence.kind == "none"


def test_entries_of_a_list_of_schemas_are_not_invented() -> None:
    lists = [{"type": "array", "items": items} for items in (TEXT, [TEXT])]
    for old, new in (lists, lists[::-1]):
        assert rules(report(holding(old, "request"), holding(new, "request")).findings) == {NAME}


def test_the_decision_says_why() -> None:
    spec = Spec.of(holding({"type": "strng"}, "request"))
    schemas = Schemas(spec.document, spec.document)
    (problem,) = spec.problems
    bad = spec.document["paths"]["/a/{x}"]["get"]["requestBody"]["content"]["application/json"]["schema"]
    for direction in Direction:
        for pair in ((bad["properties"]["a"], TEXT), (TEXT, bad["properties"]["a"])):
            found = schemas.decide(*pair, direction)
            assert (found.verdict, found.why, found.has_witness) == ("unknown", problem.message, False)


def test_a_witness_goes_around_what_cannot_be_read() -> None:
    old, new = (holding(7, "request", properties={"a": 7, "b": {"type": kind}}) for kind in ("string", "integer"))
    (changed,) = (found for found in report(old, new).findings if found.rule == "type-changed")
    assert changed.level == "breaking"
    assert changed.evidence.witness == {"b": "a"}


REST = [{**QUERY, "name": "r"}]
PARTS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "responses": (document(), document(responses=True)),
    "a response": (document(responses={"200": {"description": "x"}}), document(responses={"200": 7})),
    "content": (
        document(responses={"200": {"description": "x", "content": {"application/json": {"schema": TEXT}}}}),
        document(responses={"200": {"description": "x", "content": "text"}}),
    ),
    "headers": (
        document(responses={"200": {"description": "x", "headers": {"X-A": {"schema": TEXT}}}}),
        document(responses={"200": {"description": "x", "headers": 7}}),
    ),
    "parameters": (document(parameters=[{**QUERY, "required": True}]), document(parameters=7)),
    "a parameter": (document(parameters=[{**QUERY, "required": True}, *REST]), document(parameters=[*REST, 7])),
    "a reference": (document(parameters=[QUERY]), document(parameters=[{"$ref": "#/components/parameters/No"}])),
    "an operation": (document(), whole({"/a/{y}": {"get": 7}})),
    "a path item": (document(), whole({"/a/{y}": 7})),
    "paths": (document(), whole(7)),
    "a body": (holding(TEXT, "request"), document(requestBody=7)),
    "callbacks": (document(callbacks={"c": {"{$url}": {"post": {"responses": {}}}}}), document(callbacks={"c": 7})),
    "servers": (
        {**document(), "servers": [{"url": "https://a.test"}]},
        {**document(), "servers": "https://a.test"},
    ),
    "security": (
        {**document(security=[{"key": []}]), "components": {"securitySchemes": {"key": KEY}}},
        {**document(security={}), "components": {"securitySchemes": {"key": KEY}}},
    ),
    "a scheme": (
        {**document(security=[{"key": []}]), "components": {"securitySchemes": {"key": KEY}}},
        {**document(security=[{"key": []}]), "components": {"securitySchemes": {"key": 7}}},
    ),
    "components": (
        {**document(security=[{"key": []}]), "components": {"securitySchemes": {"key": KEY}}},
        {**document(security=[{"key": []}]), "components": 7},
    ),
}


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("name", PARTS)
def test_what_cannot_be_read_is_not_taken_for_gone(name: str, client: Client) -> None:
    good, bad = PARTS[name]
    for pair in ((good, bad), (bad, good)):
        assert rules(report(*pair, client).findings) == {NAME}


def test_what_is_read_around_it_counts() -> None:
    old = document(parameters=[QUERY], responses=True)
    new = document(parameters=[{**QUERY, "required": True}], responses=True)
    assert rules(report(old, new).findings) == {"parameter-became-required", NAME}


def test_the_same_fault_in_both_is_one_finding_and_not_equal() -> None:
    bad = holding(7, "request")
    (found,) = report(bad, bad).findings
    assert found.old_pointer == found.new_pointer != ""
    assert (found.level, found.verdict) == ("info", "safe"), "the same words mean the same, whatever they mean"
    assert (report(bad, bad).verdict, report(bad, bad).semver) == ("compatible", "patch")


@pytest.mark.parametrize("bad", [{"$ref": "#/nowhere"}, {"type": "strng"}])
@pytest.mark.parametrize("new", [{"type": "integer"}, {"type": "string", "enum": ["a"]}])
def test_an_old_fault_hides_nothing_beside_it(bad: dict[str, Any], new: dict[str, Any]) -> None:
    for fault in (
        {"allOf": [bad, TEXT]},
        {"properties": {"b": TEXT}, **bad},
        {"allOf": [bad, {"properties": {"b": TEXT}}]},
    ):
        other = json.loads(json.dumps(fault).replace(json.dumps(TEXT), json.dumps(new)))
        assert report(holding(fault, "request"), holding(other, "request")).verdict in {"risky", "breaking"}


def test_an_old_fault_in_a_list_hides_nothing_of_the_list() -> None:
    old, new = (document(parameters=[7, *more]) for more in ([], [{**QUERY, "required": True}]))
    assert rules(report(old, new).findings) == {"parameter-added-required", NAME}
    assert rules(report(new, old).findings) == {"parameter-removed", NAME}


def test_the_same_words_that_lead_elsewhere_may_mean_something_else() -> None:
    def tree(kind: str) -> dict[str, Any]:
        anchored = {name: {"$dynamicAnchor": "node", "type": kind} for name in ("x", "y")}
        return {**document(), "components": {"schemas": {**anchored, "Z": {"$dynamicRef": "#node"}}}}

    (found,) = (each for each in report(tree("string"), tree("integer")).findings if each.rule == NAME)
    assert found.level == "risky"


@pytest.mark.parametrize(("bar", "new", "old"), [("breaking", 0, 0), ("risky", 1, 0), ("info", 1, 1), (None, 0, 0)])
def test_a_gate_holds_what_cannot_be_read_for_a_risk(bar: Level | None, new: int, old: int) -> None:
    good, bad = holding(TEXT, "request"), holding(7, "request")
    assert Dossier(report(good, bad), bar).failed == bool(new)
    assert Dossier(report(bad, bad), bar).failed == bool(old), "an old fault is there for the record"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_tells_it(layout: str) -> None:
    result = report(holding(TEXT, "request"), holding({"type": "strng"}, "request"))
    shown = LAYOUTS[layout](Dossier(result))
    assert result.findings[0].fingerprint in shown
    assert "could not be compared" in shown
    assert "no differences" not in shown


def test_two_faults_at_one_place_are_two_findings() -> None:
    found = report(holding(7, "request"), holding(8, "request")).findings
    assert rules(found) == {NAME}
    assert len({each.fingerprint for each in found}) == 2


def test_what_is_plain_nevertheless_is_compared_and_no_finding() -> None:
    old = {**holding({"type": ["string", "null"]}, "request"), "openapi": "3.0.3"}
    new = {**holding({"type": ["string"]}, "request"), "openapi": "3.0.3"}
    result = report(old, new)
    assert rules(result.findings) == {"null-removed"}
    assert all(problem.compared for problem in result.problems)
    assert report(old, old).verdict == "equal"


def test_wire_within_sdk_within_strict() -> None:
    good, bad = holding(TEXT, "request"), holding(7, "request")
    levels = [report(good, bad, each).findings[0].level for each in CLIENTS]
    ranks = [LEVELS.index(level) for level in levels]
    assert ranks == sorted(ranks, reverse=True)


def test_marks_of_a_hostile_document_are_no_crash() -> None:
    marks: tuple[Any, ...] = (5, None, {"a": []}, [7, {"name": []}])
    for mark in marks:
        hostile = holding({"type": "string", "x-qcontract-invalid": mark, "x-qcontract-unread": mark}, "request")
        at_the_top = {**document(), "x-qcontract-invalid": mark, "x-qcontract-unread": mark}
        for each in (hostile, at_the_top):
            for client in CLIENTS:
                assert NAME in rules(report(each, holding(TEXT, "request"), client).findings)
