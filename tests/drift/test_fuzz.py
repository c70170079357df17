"""Mutated documents: refused, or compared in good time; never a crash."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from qcontract.contract.source import Spec, open_spec
from qcontract.drift import compare
from qcontract.findings import CLIENTS
from support.compared import SECONDS, Outcome, compared, mutated

SMALL = ("ionq-v0.3@2026-05-06.get-job", "ionq-v0.4@2026-04-30.get-jobs", "qbraid-v2@documented.get-job")
"""Contracts of one operation, for many mutations in little time; the benchmark of this name takes the whole ones."""


@pytest.mark.parametrize("name", SMALL)
def test_a_mutated_document_is_refused_or_compared(name: str, tmp_path: Path) -> None:
    original = open_spec(name)
    outcomes: list[Outcome] = []
    for number in range(50):
        chance = random.Random(f"{name}/{number}")
        file = mutated(original.document, chance, tmp_path)
        outcomes.append(compared(original, file, backwards=number % 2 == 1))
    crashed = [outcome.trace for outcome in outcomes if outcome.kind == "crashed"]
    assert crashed == []
    assert max(outcome.seconds for outcome in outcomes) < SECONDS
    assert Counter(outcome.kind for outcome in outcomes)["compared"] > 20


@pytest.mark.parametrize("place", [{}, [], None, 1, "elsewhere"])
def test_a_parameter_without_a_place_is_told_and_passed_over(place: object) -> None:
    whole, broken = (_spec({"S0": {}}), _spec({"S0": {}}, {"name": "a", "in": place, "schema": {"type": "string"}}))
    for client in CLIENTS:
        assert [finding.rule for finding in compare(whole, broken, client).findings] == ["part-unreadable"]


def test_a_long_chain_of_references_is_walked() -> None:
    """Each component leads to the next one: longer than the stack is deep, and all of it differs."""
    count = 600
    schemas = {
        f"S{index}": {"type": "object", "properties": {"next": {"$ref": f"#/components/schemas/S{index + 1}"}}}
        for index in range(count)
    }
    original = _spec({**schemas, f"S{count}": {"type": "integer"}})
    changed = _spec({**schemas, f"S{count}": {"type": "string"}})
    found = compare(original, changed).findings
    assert [(finding.rule, finding.level) for finding in found] == [("type-changed", "breaking")]


def test_schemas_nested_as_deep_as_is_read() -> None:
    """References are followed in turn, but what is nested in place is walked in depth."""
    plain: dict[str, object] = {"type": "integer"}
    narrower: dict[str, object] = {"type": "integer", "minimum": 1}
    for _ in range(180):
        plain, narrower = ({"type": "array", "items": inner} for inner in (plain, narrower))
    found = compare(_spec({"S0": plain}), _spec({"S0": narrower})).findings
    assert [finding.rule for finding in found] == ["minimum-tightened"]


def _spec(schemas: dict[str, object], *parameters: object) -> Spec:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/S0"}}}
    post: dict[str, object] = {"requestBody": {"content": content}, "responses": {"204": {"description": "Done."}}}
    post |= {"parameters": list(parameters)} if parameters else {}
    info = {"title": "Generated", "version": "1"}
    document = {"openapi": "3.0.3", "info": info, "paths": {"/a": {"post": post}}, "components": {"schemas": schemas}}
    return Spec.of(document)
