"""Every value in a report is a whole one, and a validator agrees with the report about it."""

from __future__ import annotations

import itertools
import json
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.contract import pointer
from qcontract.contract.source import Spec, open_spec
from qcontract.drift import compare
from qcontract.drift.comparing import Comparing
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Direction, Schemas, View
from qcontract.findings import CLIENTS, Client, Finding, Report
from support.judged import doubted
from support.mutations import mutation

HISTORY = [f"ionq-v0.4@2026-{day}" for day in ("04-15", "04-23", "05-15", "06-24", "09-02", "10-01")]
QBRAID = ("qbraid-v2@2026-02-08", "qbraid-v2@observed-2026-09")
PAIRS = (
    *itertools.pairwise(HISTORY),
    ("ionq-v0.3@2026-05-06", "ionq-v0.4@2026-05-15"),
    ("ionq-v0.4@2026-05-15", "ionq-v0.3@2026-05-06"),
    QBRAID,
    QBRAID[::-1],
)
MUTATED = ("ionq-v0.3@2026-05-06", "ionq-v0.4@2026-04-30.get-jobs", "qbraid-v2@documented.get-job")


def breaks(report: Report) -> Iterator[Finding]:
    return (finding for finding in report.findings if finding.level == "breaking")


def assert_shown(report: Report, old: Spec, new: Spec) -> None:
    """Values hold, stand where something breaks, and a break without evidence says why."""
    assert doubted(report.to_json(), old, new) == []
    for finding in report.findings:
        evidence = finding.evidence
        assert evidence.kind != "value" or finding.level == "breaking", finding
        assert (finding.level == "breaking" and evidence.kind == "none") is bool(evidence.reason), finding
        assert not evidence.operation or evidence.operation in finding.operations, finding


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_values_of_real_changes(before: str, after: str) -> None:
    old, new = open_spec(before), open_spec(after)
    for client in CLIENTS:
        assert_shown(compare(old, new, client), old, new)


def test_what_breaks_is_mostly_shown(capsys: pytest.CaptureFixture[str]) -> None:
    for client in CLIENTS:
        reports = [compare(*pair, client) for pair in PAIRS]
        found = Counter(_shown(finding) for report in reports for finding in breaks(report))
        with capsys.disabled():
            print(f"\n{client}: " + ", ".join(f"{count} by {kind}" for kind, count in sorted(found.items())), end="")
        assert found["a whole message"] >= 200
        assert found["a component"] == 0
        assert found["nothing, undecided"] <= 1  # a list of 5,001 circuits, too long to show
    with capsys.disabled():
        print()


def _shown(finding: Finding) -> str:
    evidence = finding.evidence
    if evidence.kind == "value":
        return "a whole message" if evidence.operation else "a component"
    if evidence.kind == "request":
        return "a request"
    return "nothing, undecided" if "decided" in evidence.reason else "nothing, a matter of rules"


@settings(max_examples=25, derandomize=True, deadline=None)
@given(
    st.sampled_from(MUTATED).map(open_spec),
    st.integers(0, 10_000).map(random.Random),
    st.sampled_from(CLIENTS),
    st.booleans(),
)
def test_values_of_mutated_documents(original: Spec, chance: random.Random, client: Client, backwards: bool) -> None:
    pair = original, mutation(original, chance)
    old, new = pair[::-1] if backwards else pair
    assert_shown(compare(old, new, client), old, new)


def assert_told(old: Spec, new: Spec, client: Client) -> int:
    """Every message that breaks as a whole has a finding that breaks its operation; how many do."""
    asked: list[tuple[str, Any, Any, Direction]] = []

    def note(comparing: Comparing, one: Node, other: Node, direction: Direction, part: str, **options: bool) -> None:
        asked.append((comparing.operation, one.schema, other.schema, direction))
        schema(comparing, one, other, direction, part, **options)

    schema = Comparing.schema
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Comparing, "schema", note)
        report = compare(old, new, client)
    told = {operation for finding in breaks(report) for operation in finding.operations}
    schemas = Schemas(old.document, new.document, old.version, new.version, view=View(client))
    broken = [operation for operation, *pair in asked if schemas.decide(*pair).verdict == "breaking"]
    assert set(broken) <= told
    return len(broken)


def test_no_message_breaks_untold() -> None:
    assert sum(assert_told(*map(open_spec, pair), client) for pair in PAIRS for client in CLIENTS) >= 200


@settings(max_examples=25, derandomize=True, deadline=None)
@given(
    st.sampled_from(MUTATED).map(open_spec),
    st.integers(0, 10_000).map(random.Random),
    st.sampled_from(CLIENTS),
    st.booleans(),
)
def test_no_message_of_mutated_documents_breaks_untold(
    original: Spec, chance: random.Random, client: Client, backwards: bool
) -> None:
    pair = original, mutation(original, chance)
    assert_told(*(pair[::-1] if backwards else pair), client)


@pytest.mark.parametrize("fault", ["witness", "new_schema", "path"])
def test_a_part_in_place_of_the_whole_would_be_noticed(fault: str) -> None:
    old, new = open_spec("ionq-v0.4@2026-04-15"), open_spec("ionq-v0.4@2026-04-23")
    report = json.loads(compare(old, new).to_json())
    inner = [each for each in report["findings"] if each["evidence"]["path"]]
    assert inner
    for finding in inner:
        evidence = finding["evidence"]
        whole, path = evidence["witness"], evidence["path"]
        evidence |= {
            "witness": {"witness": pointer.find(whole, path)},
            "new_schema": {"new_schema": finding["new_pointer"]},
            "path": {"path": f"{path}/nowhere"},
        }[fault]
    assert len(doubted(json.dumps(report).encode(), old, new)) >= len(inner) / 2


def document(schema: Any, **schemas: Any) -> Spec:
    content = {"application/json": {"schema": schema}}
    operation = {"requestBody": {"required": True, "content": content}, "responses": {"200": {"description": "fine"}}}
    said = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/things": {"post": operation}}}
    return Spec.of({**said, "components": {"schemas": schemas}})


def answering(schema: Any, **schemas: Any) -> Spec:
    answer = {"description": "fine", "content": {"application/json": {"schema": schema}}}
    said = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}}
    paths = {"/things": {"get": {"responses": {"200": answer}}}}
    return Spec.of({**said, "paths": paths, "components": {"schemas": schemas}})


THING = {"$ref": "#/components/schemas/Thing"}


def only(report: Report) -> Finding:
    (finding,) = report.findings
    return finding


def test_a_value_is_led_through_arrays_maps_and_branches_to_its_place() -> None:
    body = {
        "type": "object",
        "required": ["kind", "list"],
        "properties": {
            "kind": {"const": "x"},
            "list": {
                "type": "array",
                "prefixItems": [{"type": "string"}],
                "items": {"type": "object", "additionalProperties": {"oneOf": [{"type": "boolean"}, THING]}},
            },
        },
    }
    old, new = (document(body, Thing={"type": "integer", "maximum": most}) for most in (9, 5))
    finding = only(compare(old, new))
    assert finding.rule == "maximum-tightened"
    assert (finding.evidence.operation, finding.evidence.part) == ("POST /things", "request body application/json")
    assert finding.evidence.path == "/list/1/undeclared"
    assert_shown(compare(old, new), old, new)


def test_null_where_anything_may_be_sent_is_led_to_its_place() -> None:
    """The plainest of all values is null, which has no members: it must not be taken for the place."""
    inner = {"type": "object", "additionalProperties": {"type": "number"}}
    body = {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Thing"}}
    for thing_before, thing_after in ((inner, {"type": "object"}), (inner, {})):
        old, new = (answering(body, Thing=one) for one in (thing_before, thing_after))
        assert compare(old, new).verdict == "breaking"
        assert_shown(compare(old, new), old, new)


def test_what_no_message_can_hold_breaks_nothing() -> None:
    """The part that was narrowed is limited once more where it is used."""
    body = {"type": "object", "properties": {"n": {"allOf": [THING, {"maximum": 3}]}, "m": {"type": "integer"}}}
    other = {**body, "properties": {**body["properties"], "m": {"type": "integer", "maximum": 1}}}
    old, new = (
        document(body, Thing={"type": "integer", "maximum": 9}),
        document(other, Thing={"type": "integer", "maximum": 5}),
    )
    found = {finding.subject.path: finding for finding in compare(old, new).findings}
    levels = {path: finding.level for path, finding in found.items()}
    assert "breaking" in levels.values()
    assert [path for path, level in levels.items() if level == "breaking"] == ["/requestBody/application~1json/m"]
    assert_shown(compare(old, new), old, new)


def thing(**said: Any) -> dict[str, Any]:
    return {"type": "integer", **said}


def test_of_several_places_the_one_that_breaks_is_shown() -> None:
    """What is read-only is never sent, and what is limited where it is used sends nothing that is refused."""
    members = {"id": {"allOf": [THING], "readOnly": True}, "m": {"allOf": [THING, {"maximum": 3}]}}
    for more, path in (({"n": THING}, "/n"), ({"n": {"type": "array", "items": {"allOf": [THING]}}}, "/n/0")):
        body = {"type": "object", "properties": {**members, **more}}
        old, new = (document(body, Thing=thing(maximum=most)) for most in (9, 5))
        assert only(compare(old, new)).evidence.path == path
        assert_shown(compare(old, new), old, new)


def test_a_read_only_member_breaks_nothing_where_something_else_does() -> None:
    body = {"type": "object", "properties": {"id": {"allOf": [THING], "readOnly": True}, "n": {"type": "integer"}}}
    other = {**body, "properties": {**body["properties"], "n": thing(maximum=1)}}
    old, new = document(body, Thing=thing(maximum=9)), document(other, Thing=thing(maximum=5))
    breaking = [finding.evidence.path for finding in breaks(compare(old, new))]
    assert breaking == ["/n"]


def test_a_place_that_recursion_leads_to_again_is_not_taken_for_harmless() -> None:
    """The outermost value is limited besides, and the values in it are not."""
    tree = {"type": "object", "properties": {"n": {"type": "integer"}, "child": {"$ref": "#/components/schemas/Tree"}}}
    body = {"allOf": [{"$ref": "#/components/schemas/Tree"}, {"properties": {"n": {"maximum": 3}}}]}
    smaller = {**tree, "properties": {**tree["properties"], "n": thing(maximum=5)}}
    old, new = document(body, Tree=tree), document(body, Tree=smaller)
    report = compare(old, new)
    assert [finding.rule for finding in breaks(report)] == ["maximum-tightened"]
    assert_shown(report, old, new)
