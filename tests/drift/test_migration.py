"""The migration table; IonQ's two versions are the case whose renames are known one by one."""

from __future__ import annotations

import itertools
import time
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.contract import load
from qcontract.drift.migration import Migration, Row, migration
from qcontract.drift.migration.words import likeness, words

SNAPSHOTS = ("2026-05-15", "2026-10-01")
each_snapshot = pytest.mark.parametrize("label", SNAPSHOTS)


@cache
def ionq(label: str) -> Migration:
    return migration(load("ionq-v0.3").document, load(f"ionq-v0.4@{label}").document)


def told(table: Migration) -> set[tuple[str, str, str | None, str | None]]:
    return {(row.kind, row.change, row.old, row.new) for row in table.rows}


RENAMES = [
    ("operation", "renamed", "getJob", "GetJob"),
    ("operation", "renamed", "createJob", "CreateJob"),
    ("operation", "renamed", "cancelManyJobs", "CancelJobs"),
    ("operation", "renamed", "deleteManyJobs", "DeleteJobs"),
    ("status", "renamed", "200", "201"),
    ("path", "moved", "GET /jobs/{UUID}/results", "GET /jobs/{UUID}/results/probabilities"),
    ("path", "moved", "GET /characterizations/backends/{backend}", "GET /backends/{backend}/characterizations"),
    ("path", "moved", "GET /characterizations/{UUID}", "GET /backends/{backend}/characterizations/{UUID}"),
    ("path", "moved", "GET /report/organizations/{org_id}", "GET /organizations/{organization_id}/usage"),
    ("parameter", "renamed", "id (query)", "ids (query)"),
    ("parameter", "renamed", "org_id (path)", "organization_id (path)"),
    ("parameter", "moved", "ids (query)", "ids (body)"),
    ("parameter", "gone", "include (query)", None),
    ("parameter", "gone", "exclude (query)", None),
    ("parameter", "gone", "project_id (query)", None),
    ("parameter", "retyped", "start (query)", "start (query)"),
    ("request", "renamed", "target", "backend"),
    ("request", "moved", "error_mitigation.debias", "settings.error_mitigation.debiasing"),
    ("request", "gone", "input.format", None),
    ("response", "renamed", "target", "backend"),
    ("response", "renamed", "request", "submitted_at"),
    ("response", "renamed", "start", "started_at"),
    ("response", "renamed", "response", "completed_at"),
    ("response", "renamed", "execution_time", "execution_duration_ms"),
    ("response", "renamed", "predicted_execution_time", "predicted_execution_duration_ms"),
    ("response", "renamed", "children", "child_job_ids"),
    ("response", "moved", "qubits", "stats.qubits"),
    ("response", "moved", "circuits", "stats.circuits"),
    ("response", "moved", "gate_counts", "stats.gate_counts"),
    ("response", "renamed", "failure.error", "failure.message"),
    ("response", "gone", "warning", None),
    ("response", "gone", "cost_usd", None),
    ("response", "renamed", "[].characterization_url", "[].characterization_id"),
    ("response", "retyped", "[].last_updated", "[].last_updated"),
    ("response", "retyped", "date", "date"),
    ("value", "renamed", "status=running", "status=started"),
    ("security", "renamed", "API_Key", "apiKeyAuth"),
    ("operation", "new", None, "GET /whoami"),
    ("operation", "new", None, "POST /sessions"),
    ("response", "new", None, "submitter_id"),
]


@each_snapshot
@pytest.mark.parametrize("row", RENAMES, ids=str)
def test_what_is_known_of_ionq_is_found(label: str, row: tuple[str, str, str | None, str | None]) -> None:
    assert row in told(ionq(label))


def test_the_results_moved_twice() -> None:
    assert ("response", "moved", "results_url", "results.probabilities.url") in told(ionq("2026-05-15"))
    (row,) = (row for row in ionq("2026-10-01").rows if row.old == "results_url")
    assert row.new == "results.*.id"


def test_a_member_that_a_map_takes_is_not_gone() -> None:
    assert not {row.old for table in map(ionq, SNAPSHOTS) for row in table.rows} & {"gate_counts.1q", "gate_counts.2q"}


def test_rare_words_tell_more_than_common_ones() -> None:
    def described_as(*paths: str) -> dict[str, Any]:
        return {"openapi": "3.1.0", "paths": {path: {"get": {"responses": {}}} for path in paths}}

    common = [f"/cloud/{name}" for name in ("one", "two", "three", "four")]
    old, new = described_as("/cloud/alpha", *common), described_as("/cloud/beta", "/alpha/store", *common)
    (row,) = migration(old, new).of("path")
    assert (row.old, row.new) == ("GET /cloud/alpha", "GET /alpha/store")


@each_snapshot
def test_what_another_operation_took_over_is_no_rename(label: str) -> None:
    (row,) = ionq(label).of("operation", "merged")
    assert row.old == "GET /characterizations/backends/{backend}/current"
    assert row.new == "GET /backends/{backend}/characterizations/{UUID}"


@each_snapshot
def test_nothing_is_renamed_that_is_not_known_to_be(label: str) -> None:
    """Every rename of a member that is reported stands in the list above; a wrong one is worse than none."""
    reported = {
        row for row in told(ionq(label)) if row[0] in {"request", "response"} and row[1] in {"renamed", "moved"}
    }
    known = {*RENAMES, ("response", "moved", "results_url", "results.probabilities.url")}
    known |= {("response", "moved", "results_url", "results.*.id")}
    known |= {(kind, "moved", "error_mitigation", "settings.error_mitigation") for kind in ("request", "response")}
    known.add(("response", "moved", "error_mitigation.debias", "settings.error_mitigation.debiasing"))
    assert reported - known == set()


@each_snapshot
def test_pointers_lead_to_what_is_named(label: str) -> None:
    (row,) = (row for row in ionq(label).rows if row.old == "execution_time")
    assert row.old_pointer == "/components/schemas/Job/properties/execution_time"
    assert str(row.new_pointer).endswith("/properties/execution_duration_ms")
    assert row.operations == ("GET /jobs", "GET /jobs/{UUID}")


def test_json() -> None:
    written = ionq(SNAPSHOTS[0]).to_json()
    assert written["schema"] == "qcontract.migration/1"
    assert written["rows"][0] == {
        "kind": "operation",
        "change": "renamed",
        "old": "getJobs",
        "new": "GetJobs",
        "likeness": 1.0,
        "operations": ("GET /jobs",),
        "old_pointer": "/paths/~1jobs/get",
        "new_pointer": "/paths/~1jobs/get",
        "types": None,
    }


@pytest.mark.parametrize("name", ["ionq-v0.3", "ionq-v0.4", "ionq-v0.4@2026-04-08", "qbraid-v2"])
def test_a_contract_is_its_own_successor(name: str) -> None:
    document = load(name).document
    assert migration(document, document).rows == ()


def api(properties: dict[str, Any], **more: Any) -> dict[str, Any]:
    answer = {"content": {"application/json": {"schema": {"type": "object", "properties": properties}}}}
    paths = {"/things": {"get": {"operationId": "getThings", "responses": {"200": answer}}}}
    return {"openapi": "3.1.0", "paths": paths, **more}


STRING, NUMBER, DAY = {"type": "string"}, {"type": "number"}, {"type": "string", "format": "date-time"}
LINK = {"type": "string", "format": "uri"}
OBJECT = {"type": "object", "properties": {"value": NUMBER, "unit": STRING}}


@pytest.mark.parametrize(
    ("old", "new", "rows"),
    [
        ({"fooBar": STRING}, {"foo_bar": STRING}, [("renamed", "fooBar", "foo_bar")]),
        ({"foo_ms": NUMBER}, {"foo": STRING}, [("gone", "foo_ms", None), ("new", None, "foo")]),
        ({"a": STRING}, {"z": STRING}, [("renamed", "a", "z")]),
        ({"a": LINK, "b": STRING}, {"z": LINK}, [("renamed", "a", "z"), ("gone", "b", None)]),
        ({"a": LINK, "b": LINK}, {"z": LINK}, [("gone", "a", None), ("gone", "b", None), ("new", None, "z")]),
        ({"a": STRING, "b": STRING}, {"z": STRING}, [("gone", "a", None), ("gone", "b", None), ("new", None, "z")]),
        (
            {"begun": DAY, "ended": DAY},
            {"start": DAY, "ended_at": DAY},
            [("renamed", "begun", "start"), ("renamed", "ended", "ended_at")],
        ),
        (
            {"cost": OBJECT},
            {"price": {"type": "object", "properties": {"cost": OBJECT}}},
            [("moved", "cost", "price.cost")],
        ),
        ({"kind": {"enum": ["a", "b", "c"]}}, {"kind": {"enum": ["a", "x", "c"]}}, [("renamed", "kind=b", "kind=x")]),
        ({"n": NUMBER}, {"n": STRING}, [("retyped", "n", "n")]),
        ({"n": NUMBER}, {"n": {"type": ["number", "null"]}}, []),
    ],
)
def test_members(old: Any, new: Any, rows: list[tuple[str, str | None, str | None]]) -> None:
    found = migration(api(old), api(new)).rows
    assert [(row.change, row.old, row.new) for row in found if row.change != "new" or len(rows) > 1] == rows


def test_equal_schemes_under_another_name() -> None:
    key = {"type": "apiKey", "in": "header", "name": "X-Key"}
    old = api({}, components={"securitySchemes": {"a": {**key, "description": "ours"}}})
    same = api({}, components={"securitySchemes": {"b": {**key, "description": "theirs"}}})
    other = api({}, components={"securitySchemes": {"b": {**key, "name": "Y-Key"}}})
    assert [(row.old, row.new) for row in migration(old, same).of("security")] == [("a", "b")]
    assert migration(old, other).of("security") == ()


def test_dense_recursion_ends() -> None:
    names = [f"N{number}" for number in range(40)]
    refs = {name: {"$ref": f"#/components/schemas/{name}"} for name in names}
    schemas = {name: {"type": "object", "properties": {**refs, "own": STRING}} for name in names}
    one = api(refs, components={"schemas": schemas})
    other = api({f"new_{name}": value for name, value in refs.items()}, components={"schemas": schemas})
    began = time.perf_counter()
    migration(one, other)
    assert time.perf_counter() - began < 20


@given(
    st.lists(st.text("abc_XY", min_size=1, max_size=8), max_size=4),
    st.lists(st.text("abc_XY", min_size=1, max_size=8), max_size=4),
)
@settings(max_examples=60, derandomize=True, deadline=None)
def test_likeness_is_a_measure(left: list[str], right: list[str]) -> None:
    one, other = (tuple(itertools.chain.from_iterable(map(words, side))) for side in (left, right))
    assert 0 <= likeness(one, other) <= 1.0000001
    assert likeness(one, one) == (pytest.approx(1.0) if one else 0.0)


def test_rows_say_how_sure_they_are() -> None:
    rows: tuple[Row, ...] = ionq(SNAPSHOTS[1]).of("path")
    assert {row.new: row.likeness == 1.0 for row in rows} == {
        "GET /jobs/{UUID}/results/probabilities": False,
        "GET /backends/{backend}/characterizations": True,
        "GET /backends/{backend}/characterizations/{UUID}": True,
        "GET /organizations/{organization_id}/usage": False,
    }
