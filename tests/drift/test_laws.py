"""Laws of whole reports, on mutations of the vendored contracts."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.contract import pointer
from qcontract.contract.source import Spec, open_spec
from qcontract.drift import compare
from qcontract.drift.impact import with_impact
from qcontract.findings import CLIENTS, Client, Report, rule
from support.mutations import mutation

SMALL = ("ionq-v0.3@2026-05-06.get-job", "ionq-v0.4@2026-04-30.get-jobs", "qbraid-v2@documented.get-job")
FEW = settings(max_examples=15, derandomize=True, deadline=None)
ORIGINALS = st.sampled_from(SMALL).map(open_spec)
CHANCES = st.integers(0, 10_000).map(random.Random)


def breaking(report: Report) -> set[str]:
    return {finding.fingerprint for finding in report.findings if finding.level == "breaking"}


def assert_equal(report: Report) -> None:
    """Nothing differs; where something cannot be read, that is said."""
    assert {(finding.rule, finding.level) for finding in report.findings} <= {("part-unreadable", "info")}
    assert report.semver == "patch"


def assert_nested(old: Spec, new: Spec) -> None:
    """What breaks a client breaks every stricter one.

    A break of generated code is told by itself only where no other breaking finding tells it, and the stricter client
    has more of these: there the same sentence is the impact of another breaking finding.
    """
    wire, sdk, strict = (compare(old, new, client) for client in CLIENTS)
    assert breaking(wire) <= breaking(sdk)
    assert breaking(wire) <= breaking(strict)
    told = {
        said for found in with_impact(strict, old, new).findings if found.level == "breaking" for said in found.impact
    }
    for finding in sdk.findings:
        if finding.level == "breaking" and finding.fingerprint not in breaking(strict):
            assert rule(finding.rule).area == "generated", finding
            assert finding.impact[0] in told, finding


@FEW
@given(ORIGINALS, CHANCES)
def test_nothing_changed_is_equal_for_every_client(original: Spec, chance: random.Random) -> None:
    one = mutation(original, chance)
    copy = Spec.of(json.loads(json.dumps(one.document)))
    for client in CLIENTS:
        assert_equal(compare(one, copy, client))


@FEW
@given(ORIGINALS, CHANCES, st.booleans())
def test_what_breaks_a_tolerant_client_breaks_a_stricter_one(
    original: Spec, chance: random.Random, backwards: bool
) -> None:
    pair = original, mutation(original, chance)
    assert_nested(*(pair[::-1] if backwards else pair))


HISTORY = (
    ("ionq-v0.4@2026-04-15", "ionq-v0.4@2026-04-23"),
    ("ionq-v0.4@2026-06-24", "ionq-v0.4@2026-09-02"),
    ("ionq-v0.3@2026-05-06", "ionq-v0.4@2026-05-15"),
)


@pytest.mark.parametrize(("old", "new"), HISTORY)
def test_clients_are_nested_on_real_changes(old: str, new: str) -> None:
    assert_nested(open_spec(old), open_spec(new))


@FEW
@given(ORIGINALS, CHANCES, st.sampled_from(CLIENTS))
def test_the_order_of_keys_never_matters(original: Spec, chance: random.Random, client: Client) -> None:
    other = mutation(original, chance)
    shuffled = Spec.of(_shuffled(other.document, chance), name=other.name)
    assert_equal(compare(other, shuffled, client))
    one, two = compare(original, other, client), compare(original, shuffled, client)
    assert [(f.fingerprint, f.level) for f in one.findings] == [(f.fingerprint, f.level) for f in two.findings]


@FEW
@given(ORIGINALS, CHANCES)
def test_names_of_components_never_matter_on_the_wire(original: Spec, chance: random.Random) -> None:
    renamed = Spec.of(_renamed(original.document, chance))
    assert compare(original, renamed).verdict == "equal"
    assert compare(renamed, original).verdict == "equal"


@FEW
@given(ORIGINALS, CHANCES)
def test_a_schema_in_place_of_its_reference_never_matters_on_the_wire(original: Spec, chance: random.Random) -> None:
    inlined = Spec.of(_inlined(original.document, original.document, chance))
    assert compare(original, inlined).verdict == "equal"
    assert compare(inlined, original).verdict == "equal"


PROGRAM = """
import sys
from qcontract.drift import compare
sys.stdout.buffer.write(compare("ionq-v0.3@2026-05-06", "ionq-v0.4@2026-10-01", "strict").to_json())
"""


def test_the_same_bytes_every_time() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1
    assert json.loads(outputs.pop())["findings"]


def _shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, list):
        return [_shuffled(item, chance) for item in value]
    if not isinstance(value, dict):
        return value
    names = list(value)
    chance.shuffle(names)
    return {name: _shuffled(value[name], chance) for name in names}


def _renamed(document: Any, chance: random.Random) -> Any:
    """The same with other names for some of its schemas."""
    schemas = document["components"]["schemas"]
    names = {name: f"{name}Other" for name in chance.sample(list(schemas), min(3, len(schemas)))}
    text = json.dumps(document)
    for name, other in names.items():
        text = text.replace(f'"#/components/schemas/{name}"', f'"#/components/schemas/{other}"')
    changed = json.loads(text)
    schemas = {names.get(name, name): schema for name, schema in changed["components"]["schemas"].items()}
    return {**changed, "components": {**changed["components"], "schemas": schemas}}


def _inlined(value: Any, document: Any, chance: random.Random, depth: int = 3) -> Any:
    """The same with some references to schemas replaced by what they lead to."""
    if isinstance(value, list):
        return [_inlined(item, document, chance, depth) for item in value]
    if not isinstance(value, dict):
        return value
    reference = value.get("$ref")
    if isinstance(reference, str) and reference.startswith("#/components/schemas/") and len(value) == 1:
        if depth and chance.random() < 0.5:
            return _inlined(pointer.find(document, reference[1:]), document, chance, depth - 1)
        return value
    return {name: _inlined(item, document, chance, depth) for name, item in value.items()}
