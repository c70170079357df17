"""What holds for every contract that is vendored, whichever it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import jsonschema_rs
import pytest
from qcontract.contract import ContractRef, Entry, compile_schema, effective, load, packaged, pointer, registry, seal
from qcontract.contract.check import check_contract

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
ENTRIES = registry()
NAMES = [str(entry.ref) for entry in ENTRIES]
each = pytest.mark.parametrize("entry", ENTRIES, ids=NAMES)

OPERATIONS = {
    "ionq-v0.3@2026-05-06": 13,
    "ionq-v0.3@2026-05-06.get-job": 1,
    "ionq-v0.4@2026-04-08": 20,
    "ionq-v0.4@2026-04-15": 21,
    "ionq-v0.4@2026-04-23": 25,
    "ionq-v0.4@2026-04-30.get-jobs": 1,
    "ionq-v0.4@2026-05-15": 25,
    "ionq-v0.4@2026-06-24": 26,
    "ionq-v0.4@2026-09-02": 25,
    "ionq-v0.4@2026-10-01": 25,
    "qbraid-v2@2026-02-08": 21,
    "qbraid-v2@documented.get-job": 1,
    "qbraid-v2@observed-2026-09": 22,
}


@pytest.mark.parametrize(("name", "count"), OPERATIONS.items())
def test_the_snapshots_have_their_operations(name: str, count: int) -> None:
    assert len(load(name).operations) == count


def test_these_are_all_contracts() -> None:
    assert set(NAMES) == set(OPERATIONS)


@each
def test_the_check_finds_the_known_defects_and_nothing_else(entry: Entry) -> None:
    problems = check_contract(entry.ref)
    assert [problem for problem in problems if not problem.known] == []
    assert {problem.pointer for problem in problems} == set(entry.defects)


def test_the_first_snapshot_is_kept_as_invalid_as_it_was() -> None:
    assert [str(entry.ref) for entry in ENTRIES if entry.defects] == ["ionq-v0.4@2026-04-08"]
    data = load("ionq-v0.4@2026-04-08").document["components"]["schemas"]["HamiltonianEnergyData"]["properties"]
    assert data["penalty"]["anyOf"] == data["cvar_alpha"]["anyOf"] == [{"type": "number"}, {"type": "null"}]


def test_the_history_stands_in_its_order_and_has_no_client() -> None:
    days = [entry.observed_at for entry in ENTRIES if entry.api == "ionq-v0.4"]
    assert days == sorted(day for day in days if day)
    old = {"2026-04-08", "2026-04-15", "2026-04-23", "2026-06-24", "2026-09-02"}
    kept = [entry for entry in ENTRIES if entry.label in old]
    assert len(kept) == len(old)
    assert not any(entry.package or entry.overlay_sha256 or entry.current for entry in kept)


@each
def test_every_schema_compiles(entry: Entry) -> None:
    document = effective(entry.ref).document
    for name in document["components"]["schemas"]:
        for policy in ("lenient", "strict"):
            compiled = compile_schema(document, pointer.join("components", "schemas", name), nullable=policy)  # type: ignore[arg-type]
            jsonschema_rs.validator_for(compiled)


@each
def test_every_operation_is_found_by_its_own_path(entry: Entry) -> None:
    contract = effective(entry.ref)
    for operation in contract.operations:
        path = operation.path.replace("{", "").replace("}", "")
        assert contract.operation(operation.method, operation.path) is operation
        assert contract.operation(operation.method, path) is operation


@each
def test_the_client_carries_its_contract(entry: Entry) -> None:
    if entry.package is None:
        pytest.skip("no client is generated from it")
    assert packaged(entry.ref).document == effective(entry.ref).document


def test_the_hashes_are_sealed() -> None:
    assert seal.seal(ROOT / "specs/qcontract_specs", check=True) == []


def test_each_api_has_one_default() -> None:
    assert {entry.api for entry in ENTRIES} == {entry.api for entry in ENTRIES if entry.current}
    assert all(entry.scope == "full" and entry.package for entry in ENTRIES if entry.current)
    assert ContractRef.parse("ionq-v0.4").label == "2026-10-01"


def test_what_was_not_seen_is_marked() -> None:
    for entry in ENTRIES:
        assert bool(entry.inferred) == (entry.provenance in {"assembled", "observed"}), entry.ref


@pytest.mark.peer
@each
def test_the_structure_is_that_of_the_facts(entry: Entry) -> None:
    tool, facts = SHARED / "tools/spec_facts.py", SHARED / f"facts/{entry.api}/{entry.label}.json"
    if not (tool.is_file() and facts.is_file()):
        pytest.skip("the facts lie under ../shared, which is not part of the repository")
    spec = ROOT / "specs/qcontract_specs" / entry.file
    ended = subprocess.run([sys.executable, tool, spec, facts], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout[:2000]
