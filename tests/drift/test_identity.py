"""Fingerprints: another change has another one, and nothing else does."""

from __future__ import annotations

import json
from typing import Any

import pytest
from qcontract.contract.source import Spec
from qcontract.drift import compare
from qcontract.findings import Policy, read_baseline

TEXT: dict[str, Any] = {"type": "string"}
NUMBER: dict[str, Any] = {"type": "integer"}


def body(part: Any, **more: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": {"a": part}, **more}
    content = {"application/json": {"schema": schema}}
    operation = {"requestBody": {"required": True, "content": content}, "responses": {"204": {"description": "done"}}}
    return whole({"/jobs/{id}": {"post": operation}})


def whole(paths: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"openapi": "3.1.0", "info": {"title": "A", "version": "1"}, "paths": paths, **more}


def secured(**scheme: Any) -> dict[str, Any]:
    operation = {"responses": {"204": {"description": "done"}}, "security": [{"key": []}]}
    schemes = {"key": {"type": "apiKey", "in": "header", **scheme}}
    return whole({"/jobs": {"get": operation}}, components={"securitySchemes": schemes})


def at(path: str) -> dict[str, Any]:
    return whole({path: {"get": {"operationId": "getJobs", "responses": {"204": {"description": "done"}}}}})


def names(old: dict[str, Any], new: dict[str, Any]) -> set[str]:
    return {finding.fingerprint for finding in compare(Spec.of(old, "old"), Spec.of(new, "new")).findings}


STEPS: dict[str, tuple[Any, Any, Any]] = {
    "type": (TEXT, NUMBER, {"type": "boolean"}),
    "maxLength": ({**TEXT, "maxLength": 100}, {**TEXT, "maxLength": 50}, {**TEXT, "maxLength": 10}),
    "minimum": (NUMBER, {**NUMBER, "minimum": 1}, {**NUMBER, "exclusiveMinimum": 1}),
    "multipleOf": (NUMBER, {**NUMBER, "multipleOf": 2}, {**NUMBER, "multipleOf": 3}),
    "pattern": (TEXT, {**TEXT, "pattern": "^a{2}$"}, {**TEXT, "pattern": "^a{3}$"}),
    "format": (TEXT, {**TEXT, "format": "date"}, {**TEXT, "format": "uuid"}),
    "enum": (TEXT, {**TEXT, "enum": ["a"]}, {**TEXT, "enum": ["a", "b"]}),
    "const": ({"const": "a"}, {"const": "b"}, {"const": "c"}),
    "default": ({**TEXT, "default": "a"}, {**TEXT, "default": "b"}, {**TEXT, "default": "c"}),
    "not": (TEXT, {**TEXT, "not": {"const": "a"}}, {**TEXT, "not": {"const": "b"}}),
    "items": (TEXT, {"type": "array", "items": TEXT}, {"type": "object"}),
}


@pytest.mark.parametrize("name", STEPS)
def test_another_change_at_the_same_place_has_another_name(name: str) -> None:
    old, once, twice = map(body, STEPS[name])
    assert names(old, once)
    assert names(old, once).isdisjoint(names(old, twice))
    assert names(old, once).isdisjoint(names(once, twice))


def test_another_credential_and_another_address_have_other_names() -> None:
    assert names(secured(name="A"), secured(name="B")).isdisjoint(names(secured(name="A"), secured(name="C")))
    assert names(at("/jobs"), at("/tasks")).isdisjoint(names(at("/jobs"), at("/works")))


ALIKE: dict[str, tuple[Any, Any, Any]] = {
    "order": (TEXT, {**TEXT, "enum": ["a", "b"]}, {"enum": ["b", "a"], **TEXT}),
    "number": (NUMBER, {**NUMBER, "maximum": 9}, {**NUMBER, "maximum": 9.0}),
    "words": (TEXT, {**TEXT, "not": {"const": "a"}}, {**TEXT, "not": {"const": "a", "description": "no"}}),
    "members": (
        {"type": "object"},
        {"type": "object", "not": {"required": ["x", "y"], "properties": {"title": {"const": 1}}}},
        {"not": {"properties": {"title": {"const": 1, "title": "T"}}, "required": ["y", "x"]}, "type": "object"},
    ),
}


@pytest.mark.parametrize("name", ALIKE)
def test_the_same_change_in_other_words_has_the_same_name(name: str) -> None:
    old, one, other = map(body, ALIKE[name])
    assert names(old, one) == names(old, other) != set()


def test_unrelated_edits_and_names_of_placeholders_change_no_name() -> None:
    old, new = body(TEXT), body(NUMBER)
    more = body(NUMBER, description="changed", additionalProperties=True)
    more["paths"] = {"/jobs/{job}": more["paths"]["/jobs/{id}"], "/more": at("/more")["paths"]["/more"]}
    assert names(old, new) < names(old, more)
    moved = [at(path) for path in ("/jobs/{id}", "/tasks/{id}", "/tasks/{task}")]
    assert names(moved[0], moved[1]) & names(moved[0], moved[2])


def test_a_baseline_hides_no_later_break() -> None:
    released, now, later = (Spec.of(body({**TEXT, "maxLength": most}), "spec") for most in (100, 50, 10))
    known = Policy(baseline=read_baseline(compare(released, now).to_json().decode()))
    assert compare(released, now, policy=known).verdict == "compatible"
    assert compare(released, later, policy=known).verdict == "breaking"
    assert compare(now, later, policy=known).verdict == "breaking"


def test_a_report_says_what_it_became() -> None:
    (found,) = json.loads(compare(Spec.of(body(TEXT)), Spec.of(body(NUMBER))).to_json())["findings"]
    assert (found["subject"]["value"], found["subject"]["change"]) == (None, "integer")
