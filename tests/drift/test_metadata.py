"""What no client can notice is told of when somebody asks, and never otherwise."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from qcontract.contract.source import Spec
from qcontract.drift import compare
from qcontract.findings import METADATA, rules

OLD: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Jobs", "version": "1", "x-logo": "a"},
    "x-top": 1,
    "paths": {
        "/jobs": {
            "get": {
                "x-cost": 1,
                "parameters": [{"name": "limit", "in": "query", "x-unit": "jobs", "schema": {"type": "integer"}}],
                "responses": {
                    "200": {
                        "description": "fine",
                        "content": {"application/json": {"schema": {"type": "object", "x-order": ["a"]}}},
                    }
                },
            }
        }
    },
}


def changed() -> dict[str, Any]:
    new = copy.deepcopy(OLD)
    get = new["paths"]["/jobs"]["get"]
    new["info"] = {"title": "Work", "version": "2", "x-logo": "b"}
    new["x-top"] = 2
    get["x-cost"] = 2
    get["x-new"] = True
    get["x-stability-level"] = "stable"
    get["parameters"][0]["x-unit"] = "pages"
    get["responses"]["200"]["content"]["application/json"]["schema"]["x-order"] = ["b"]
    return new


def told(*, metadata: bool) -> dict[str, str]:
    report = compare(Spec.of(OLD, name="old"), Spec.of(changed(), name="new"), "strict", metadata=metadata)
    return {f"{found.rule} {found.subject.value or ''}".strip(): str(found.place) for found in report.findings}


def test_each_is_told_of_in_its_place() -> None:
    assert told(metadata=True) == {
        "version-changed": "info",
        "title-changed": "info",
        "extension-changed x-logo": "info",
        "extension-changed x-top": "document",
        "extension-changed x-cost": "GET /jobs",
        "extension-changed x-new": "GET /jobs",
        "extension-changed x-unit": "GET /jobs, query parameter limit",
        "extension-changed x-order": "GET /jobs 200",
    }


def test_nobody_asked() -> None:
    assert told(metadata=False) == {}
    assert compare(Spec.of(OLD, name="old"), Spec.of(changed(), name="new")).verdict == "equal"


@pytest.mark.parametrize("client", ["wire", "sdk", "strict"])
def test_it_is_for_the_record_and_asks_for_no_new_version(client: Any) -> None:
    report = compare(Spec.of(OLD, name="old"), Spec.of(changed(), name="new"), client, metadata=True)
    assert {found.level for found in report.findings} == {"info"}
    assert (report.verdict, report.semver) == ("compatible", "patch")


def test_the_same_document_says_the_same_of_itself() -> None:
    assert compare(Spec.of(OLD, name="old"), Spec.of(OLD, name="new"), metadata=True).verdict == "equal"


def test_these_rules_are_a_chapter_of_their_own() -> None:
    assert {rule.id for rule in rules() if rule.area == METADATA} == {
        "version-changed",
        "title-changed",
        "extension-changed",
    }
