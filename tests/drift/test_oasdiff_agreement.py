"""Agreement with the recorded answers of oasdiff, and a proof for every case in which we differ."""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from attrs import frozen
from qcontract.contract.source import Spec, open_spec
from qcontract.drift import compare
from qcontract.drift.comparing import Comparing
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Direction, Schemas, View
from qcontract.findings import Finding, Report

CASES = Path(__file__).parents[2].parent / "shared" / "peer-cases" / "oasdiff"
EXCEPTIONS = tomllib.loads((Path(__file__).parent / "oasdiff_exceptions.toml").read_text())["case"]
PROMISES = ("x-sunset", "x-stability-level", "deprecated")

pytestmark = [
    pytest.mark.peer,
    pytest.mark.skipif(not CASES.exists(), reason="the recorded cases of oasdiff are not on this machine"),
]

Place = tuple[Any, Any, Direction]

ALIASES = {  # what oasdiff's ids say, by our rule; the direction is compared besides
    r"operation-added": r"endpoint-added",
    r"operation-removed.*": r"api(-path)?-removed",
    r"operation-deprecated": r"endpoint-deprecated",
    r"operation-reactivated": r"endpoint-reactivated",
    r"operation-id-changed": r"operation-id",
    r"operation(-further)?-tags-changed": r"api-tag",
    r"sunset-.*": r"sunset",
    r"stability-.*": r"stability",
    r"security-.*": r"api(-global)?-security",
    r"parameter-added(-required)?": r"new-(optional|required)-request-.*parameter|new-request-path-parameter",
    r"parameter-removed.*": r"request-parameter-removed",
    r"parameter-(deprecated|reactivated)": r"request-parameter-(deprecated|reactivated)",
    r"(parameter-)?default-.*": r"default-value",
    r"(parameter|property|request-body|header)-became-(required|optional)": r"became-(required|optional)",
    r"parameter-content-changed": r"parameter",
    r"request-body-added.*": r"request-body-added",
    r"request-body-removed": r"request-body-removed",
    r"media-type-.*": r"media-?type",
    r"(error-)?response-(added|removed)": r"status-(added|removed)",
    r"header-(added|removed)": r"header-(added|removed)",
    r"type-.*|format-.*": r"type-(changed|generalized|specialized|compatible)|list-of-types",
    r"null-.*": r"nullable|type-|list-of-types",
    r"enum-.*|const-.*|extensible-.*": r"enum|const",
    r"property-added.*": r"property.*-added|new-(optional|required)-request-.*property",
    r"property-removed.*": r"property-removed|write-only-property-removed",
    r"property-renamed": r"property-removed|property-added|new-.*-property",
    r"property-(deprecated|reactivated)": r"property-(deprecated|reactivated)",
    r"read-only-.*|write-only-.*": r"read-only|write-only",
    r"(maximum|minimum)-.*": r"-(max|min)-(increased|decreased|set)",
    r"(max|min)-(length|items|contains)-.*": r"-(max|min)-(length|items|contains)-",
    r"union-.*": r"one-of|any-of|list-of-types|type-",
    r"all-of-.*": r"all-of|one-of|any-of",
    r"discriminator-.*": r"discriminator",
    r"pattern-property-.*": r"pattern-property",
    r"pattern-.*": r"pattern",
    r"property-names-.*": r"property-names",
    r"dependent-.*": r"dependent",
    r"if-.*": r"-(if|then|else)-",
    r"unevaluated-.*": r"unevaluated",
    r"contains-.*": r"contains",
    r"prefix-item-.*": r"prefix-items",
    r"content-(encoding|media-type|schema)-.*": r"content-(encoding|media-type|schema)",
    r"webhook-.*": r"webhook",
}


@frozen(eq=False)
class Case:
    """A pair of documents, what oasdiff said and what we say."""

    id: str
    old: Spec
    new: Spec
    expected: list[dict[str, str]]
    report: Report
    places: list[Place]

    @property
    def theirs(self) -> bool:
        return any(entry["level"] == "ERR" for entry in self.expected)

    @property
    def ours(self) -> bool:
        return self.report.verdict == "breaking"


@cache
def cases() -> tuple[Case, ...]:
    content = json.loads((CASES / "cases.json").read_text())
    return tuple(_case(entry) for entry in (content["cases"] if isinstance(content, dict) else content))


def _case(entry: dict[str, Any]) -> Case:
    places: list[Place] = []

    def note(comparing: Comparing, old: Node, new: Node, direction: Direction, part: str, **options: bool) -> None:
        if not comparing.sameness.same(old, new):
            places.append((old.schema, new.schema, direction))
        schema(comparing, old, new, direction, part, **options)

    schema = Comparing.schema
    as_of = datetime.date.fromisoformat(entry["recorded_on"][:10]) if entry.get("recorded_on") else None
    old, new = open_spec(CASES / entry["base"]), open_spec(CASES / entry["revision"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Comparing, "schema", note)
        report = compare(old, new, as_of=as_of)
    return Case(entry["id"], old, new, entry["expected"], report, places)


def test_verdicts_agree_or_the_difference_is_proven(tell: Callable[[str], None]) -> None:
    listed = {entry["id"] for entry in EXCEPTIONS}
    differing = {case.id for case in cases() if case.theirs != case.ours}
    raw = 1 - len(differing) / len(cases())
    after = 1 - len(differing - listed) / len(cases())
    tell(f"oasdiff: verdicts agree in {raw:.1%} of {len(cases())} cases, in {after:.1%} after proven exceptions")
    assert after >= 0.97
    assert listed == differing
    assert raw >= 0.84


def test_rules_agree(tell: Callable[[str], None]) -> None:
    total = found = 0
    for case in cases():
        for name in {entry["id"] for entry in case.expected}:
            if re.match(r"api-security-component|api-schema", name):  # nothing that a message shows
                continue
            total += 1
            found += any(_is_named(name, finding) for finding in case.report.findings)
    tell(f"oasdiff: {found / total:.1%} of {total} recorded rule names have a finding of ours beside them")
    assert found / total >= 0.85


def _is_named(name: str, finding: Finding) -> bool:
    direction = finding.subject.direction
    if name.startswith(("request-", "response-")) and direction != "both" and not name.startswith(direction):
        return False
    return any(re.fullmatch(ours, finding.rule) and re.search(theirs, name) for ours, theirs in ALIASES.items())


def _schemas(case: Case, view: View) -> Schemas:
    versions = {"old_version": case.old.version, "new_version": case.new.version}
    return Schemas(case.old.document, case.new.document, **versions, view=view)


def _equal(case: Case) -> None:
    schemas = _schemas(case, View.WIRE)
    assert case.places
    assert all(schemas.decide(*place).equal for place in case.places)


def _safe(case: Case) -> None:
    for view in (View.WIRE, View.STRICT):
        schemas = _schemas(case, view)
        assert case.places
        assert all(schemas.decide(*place).verdict == "safe" for place in case.places)


def _tolerant(case: Case) -> None:
    wire, strict = (_schemas(case, view) for view in (View.WIRE, View.STRICT))
    assert all(wire.decide(*place).verdict == "safe" for place in case.places)
    assert any(strict.decide(*place).verdict == "breaking" for place in case.places)


def _witness(case: Case) -> None:
    schemas = _schemas(case, View.WIRE)
    broken = [place for place in case.places if schemas.decide(*place).verdict == "breaking"]
    assert broken
    for old, new, direction in broken:
        relation = schemas.decide(old, new, direction)
        takes = [
            jsonschema_rs.validator_for(schemas.project(side, schema, direction)).is_valid(relation.witness)
            for side, schema in (("old", old), ("new", new))
        ]
        assert takes == ([True, False] if direction is Direction.REQUEST else [False, True])


def _security(case: Case) -> None:
    breaking = case.report.at_least("breaking")
    assert all(finding.rule.startswith("security-") and finding.evidence.kind == "request" for finding in breaking)
    parts = [
        (spec.document.get("security"), spec.document.get("components", {}).get("securitySchemes"), _demands(spec))
        for spec in (case.old, case.new)
    ]
    assert parts[0] != parts[1]


def _demands(spec: Spec) -> list[Any]:
    items = spec.document["paths"].values()
    return [operation.get("security") for item in items for operation in item.values() if isinstance(operation, dict)]


def _default(case: Case) -> None:
    breaking = case.report.at_least("breaking")
    assert breaking
    for finding in breaking:
        assert finding.rule in {"default-changed", "parameter-default-changed"}
        assert "default" in finding.subject.aspect


def _header(case: Case) -> None:
    (finding,) = case.report.at_least("breaking")
    assert finding.rule == "header-removed"
    assert finding.old_pointer
    assert not finding.new_pointer


def _called(case: Case) -> None:
    """Only a call of the service differs, and what it sends fits what was promised before."""
    assert case.old.document["paths"] == case.new.document["paths"]
    bodies = [
        [call["requestBody"] for item in spec.document["webhooks"].values() for call in item.values()]
        for spec in (case.old, case.new)
    ]
    assert all(new["required"] or not old.get("required") for old, new in zip(*bodies, strict=True))
    _safe(case)


def _promise(case: Case) -> None:
    """What clients meet is the same: only words about how long it stays differ."""
    assert _without_promises(case.old.document["paths"]) == _without_promises(case.new.document["paths"])


def _without_promises(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_promises(part) for key, part in value.items() if key not in PROMISES}
    return [_without_promises(part) for part in value] if isinstance(value, list) else value


def _unreadable(case: Case) -> None:
    """All that differs is a part that one document says in no way that OpenAPI knows."""
    assert any(not problem.compared for problem in case.report.problems)
    assert {finding.rule for finding in case.report.findings} == {"part-unreadable"}


PROOFS: dict[str, Callable[[Case], None]] = {
    "equal": _equal,
    "safe": _safe,
    "tolerant": _tolerant,
    "witness": _witness,
    "security": _security,
    "default": _default,
    "header": _header,
    "called": _called,
    "promise": _promise,
    "unreadable": _unreadable,
}


@pytest.mark.parametrize("entry", EXCEPTIONS, ids=lambda entry: f"{entry['proof']}-{entry['id']}")
def test_an_exception_is_proven(entry: dict[str, str]) -> None:
    case = next(case for case in cases() if case.id == entry["id"])
    assert entry["reason"]
    PROOFS[entry["proof"]](case)
