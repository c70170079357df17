"""SARIF as the standard wants it; the schema here is ours, of the parts that we write."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
import pytest
from attrs import evolve
from qcontract.findings import Location, Report
from qcontract.reports.dossier import Dossier
from qcontract.reports.layouts import LAYOUTS
from support.reports import NASTY, finding, nasty, report


def closed(required: str = "", **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required.split(), "additionalProperties": False}


def array(items: Any, **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": items, **more}


TEXT = {"type": "string"}
COUNT = {"type": "integer", "minimum": 1}
BAG = {"type": "object", "properties": {"tags": array(TEXT, uniqueItems=True)}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = closed("text", text=TEXT)
REGION = closed("startLine", startLine=COUNT, startColumn=COUNT, snippet=closed("text", text=TEXT))
ARTIFACT = closed("uri", uri={"type": "string", "format": "uri-reference", "minLength": 1})
PHYSICAL = closed("artifactLocation", artifactLocation=ARTIFACT, region=REGION)
LOGICAL = closed("", fullyQualifiedName=TEXT, kind=TEXT)
LOCATION = closed("", id={"type": "integer", "minimum": 0}, physicalLocation=PHYSICAL, logicalLocations=array(LOGICAL))
RESULT = closed(
    "message ruleId ruleIndex",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=array(LOCATION),
    relatedLocations=array(LOCATION, uniqueItems=True),
    partialFingerprints={"type": "object", "additionalProperties": TEXT, "minProperties": 1},
    suppressions=array(closed("kind", kind={"enum": ["inSource", "external"]}, justification=TEXT), uniqueItems=True),
    properties=BAG,
)
RULE = closed(
    "id",
    id=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=closed("", level=LEVEL),
    properties=BAG,
)
INVOCATION = closed(
    "executionSuccessful",
    executionSuccessful={"type": "boolean"},
    toolExecutionNotifications=array(closed("message", level=LEVEL, message=MESSAGE)),
)
RUN = closed(
    "tool results",
    tool=closed("driver", driver=closed("name", name=TEXT, version=TEXT, semanticVersion=TEXT, rules=array(RULE))),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    automationDetails=closed("", id=TEXT),
    invocations=array(INVOCATION),
    results=array(RESULT),
    properties=BAG,
)
LOG = closed("version runs", version={"const": "2.1.0"}, runs=array(RUN), **{"$schema": TEXT})
CHECK = jsonschema_rs.validator_for(LOG, validate_formats=True)


def sarif(content: Report) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(LAYOUTS["sarif"](Dossier(content)))
    CHECK.validate(log)
    run: dict[str, Any] = log["runs"][0]
    return run


@pytest.mark.parametrize("text", ["", *NASTY])
def test_any_report_fits_the_standard(text: str) -> None:
    sarif(nasty(text))


def test_results_point_at_their_rules_and_rules_explain_themselves() -> None:
    run = sarif(report(finding(), finding("server-removed", number=1), finding(number=2, level="risky")))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["enum-value-removed", "server-removed"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert all(rule["help"]["text"] and rule["fullDescription"]["text"] for rule in rules)
    assert sorted(result["level"] for result in run["results"]) == ["error", "error", "warning"]


def test_fingerprints_do_not_depend_on_words_or_lines() -> None:
    [one] = sarif(report(finding()))["results"]
    [other] = sarif(report(finding(message="said otherwise", new_location=None)))["results"]
    assert one["partialFingerprints"] == other["partialFingerprints"] == {"qcontract/v1": finding().fingerprint}


def test_both_sides_are_located() -> None:
    [result] = sarif(report(finding()))["results"]
    [new] = result["locations"]
    [old] = result["relatedLocations"]
    assert new["physicalLocation"]["region"] == {"startLine": 9, "startColumn": 5, "snippet": {"text": "    Job:"}}
    assert old["physicalLocation"]["artifactLocation"]["uri"] == "old.yaml"
    assert [each["fullyQualifiedName"] for each in new["logicalLocations"]] == ["GET /jobs", "POST /jobs"]


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("api/a b.yaml", "api/a%20b.yaml"),
        ("main:api.yaml", "main%3Aapi.yaml"),
        ("https://api.example/v1/spec.json?a=1", "https://api.example/v1/spec.json?a=1"),
        ("https://api.example/%zz", "https%3A//api.example/%25zz"),
        ("https://api.example/[x]", "https%3A//api.example/%5Bx%5D"),
    ],
)
def test_files_become_addresses(file: str, uri: str) -> None:
    [result] = sarif(report(finding(new_location=Location(file, 1, 1))))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_what_is_ignored_is_suppressed_with_its_reason() -> None:
    run = sarif(evolve(report(), ignored=(finding(ignored="never used"),)))
    [result] = run["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "never used"}]


def test_a_rule_of_another_catalogue_is_named() -> None:
    [rule] = sarif(report(finding("seen-only-in-traffic")))["tool"]["driver"]["rules"]
    assert rule == {"id": "seen-only-in-traffic"}
