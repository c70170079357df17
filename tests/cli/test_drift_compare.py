from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema_rs
import pytest
from qcontract.cli.drift.output import width
from qcontract.reports.document import schema
from support.command import Command, environment, process

Write = Callable[..., Path]


def document(**schemas: Any) -> dict[str, Any]:
    """A contract with an operation that takes a job, one that answers with a list, and what else is given."""
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Job"}}}}
    fine = {"responses": {"200": {"description": "fine"}}}
    paths: dict[str, Any] = {"/jobs": {"post": {"operationId": "submit", "requestBody": body, **fine}, "get": fine}}
    schemas.setdefault("Job", {"type": "object", "properties": {"mode": {"enum": ["fast", "slow"]}}})
    return {
        "openapi": "3.1.0",
        "info": {"title": "Jobs", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


OLD = document()
NEW = document(Job={"type": "object", "properties": {"mode": {"enum": ["fast"]}}})
del NEW["paths"]["/jobs"]["get"]


@pytest.fixture
def old(file: Write) -> Path:
    return file(json.dumps(OLD, indent=1), "old.json")


@pytest.fixture
def new(file: Write) -> Path:
    return file(json.dumps(NEW, indent=1), "new.json")


def found(qcontract: Command, *arguments: object, **more: Any) -> dict[str, Any]:
    ended = qcontract("drift", "compare", *arguments, "--format", "json", **more)
    assert ended.code in (0, 1), ended
    assert ended.err == ""
    content: dict[str, Any] = json.loads(ended.out)
    jsonschema_rs.validator_for(schema()).validate(content)
    return content


def rules(content: dict[str, Any]) -> list[str]:
    return sorted(each["rule"] for each in content["findings"])


def test_a_break_is_shown_with_line_witness_and_operation_and_exits_1(qcontract: Command, old: Path, new: Path) -> None:
    ended = qcontract("drift", "compare", old, new)
    assert (ended.code, ended.err) == (1, "")
    line = next(number for number, text in enumerate(json.dumps(NEW, indent=1).splitlines(), 1) if '"mode"' in text)
    assert f"--> {new}:{line}:" in ended.out
    for words in ("breaking[enum-value-removed]", '"mode": {', "^", '"slow"', "reaches   POST /jobs"):
        assert words in ended.out
    assert "\n2 breaking; version advice: major\n" in ended.out
    assert ended.out.startswith(f"old  {old}  version 1\nnew  {new}  version 1\n\n")


def test_equal_contracts_exit_0(qcontract: Command, old: Path) -> None:
    ended = qcontract("drift", "compare", old, old)
    assert (ended.code, ended.out.splitlines()[-1]) == (0, "no differences; version advice: patch")


def test_the_other_way_round_is_compatible(qcontract: Command, old: Path, new: Path) -> None:
    content = found(qcontract, new, old)
    assert content["verdict"] == "compatible"
    assert {each["level"] for each in content["findings"]} == {"compatible"}


@pytest.mark.parametrize(
    ("back", "bar", "code"),
    [
        (False, "breaking", 1),
        (False, "never", 0),
        (True, "breaking", 0),
        (True, "risky", 0),
        (True, "any", 1),
    ],
)
def test_the_bar(qcontract: Command, old: Path, new: Path, back: bool, bar: str, code: int) -> None:
    pair = (new, old) if back else (old, new)
    assert qcontract("drift", "compare", *pair, "--fail-on", bar).code == code


def test_the_view_of_the_client_counts(qcontract: Command, file: Write, old: Path) -> None:
    renamed = json.loads(json.dumps(OLD))
    renamed["paths"]["/jobs"]["post"]["operationId"] = "createJob"
    other = file(json.dumps(renamed), "renamed.json")
    assert qcontract("drift", "compare", old, other).code == 0
    ended = qcontract("drift", "compare", old, other, "--client", "sdk")
    assert (ended.code, "operation-id-changed" in ended.out) == (1, True)


def test_it_says_what_happens_to_the_generated_client(qcontract: Command, old: Path, new: Path) -> None:
    told = {each["rule"]: each["impact"] for each in found(qcontract, old, new)["findings"]}
    assert any("is gone" in sentence for sentence in told["operation-removed"])


def test_it_says_whether_given_code_uses_what_changed(qcontract: Command, file: Write) -> None:
    lines = "from qcontract_api.ionq_v0_4_2026_05_15.api.default import get_compiled_file\nget_compiled_file.sync()\n"
    code = file(lines, "app.py")
    pair = ("ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01")
    content = found(qcontract, *pair, "--used-by", code)
    gone = [each for each in content["findings"] if each["rule"] == "operation-removed"]
    assert [each["operations"] for each in gone if each["used"]] == [["GET /jobs/{UUID}/circuits/{lang}"]]
    assert len(gone) > 1
    assert any(str(code) in note for note in content["notes"])
    assert {each["used"] for each in found(qcontract, *pair)["findings"]} == {None}
    assert "the given code uses it" in qcontract("drift", "compare", *pair, "--used-by", code).out
    qcontract("drift", "compare", *pair, "--used-by", "nowhere.py").refused(2, "nowhere.py")


@pytest.mark.parametrize("layout", ["text", "json", "markdown", "html", "sarif", "junit", "github"])
def test_every_layout_goes_to_stdout_or_into_a_file_as_the_same_bytes(
    qcontract: Command, old: Path, new: Path, tmp_path: Path, layout: str
) -> None:
    shown = qcontract("drift", "compare", old, new, "--format", layout)
    target = tmp_path / "report"
    written = qcontract("drift", "compare", old, new, "--format", layout, "--output", target)
    assert (shown.code, written.code, written.out) == (1, 1, "")
    assert written.err == f"written to {target}\n"
    assert target.read_text("utf-8") == shown.out
    assert [each.name for each in tmp_path.iterdir() if "tmp" in each.name] == []


def test_machine_layouts_are_utf8_and_text_fits_any_terminal(qcontract: Command, file: Write, old: Path) -> None:
    odd = json.loads(json.dumps(OLD))
    odd["components"]["schemas"]["Job"]["properties"]["mode"] = {"enum": ["fast", "schnell ü"]}
    other = file(json.dumps(odd), "odd.json")
    assert "schnell \\xfc" in qcontract("drift", "compare", other, old, encoding="ascii").out
    page = qcontract("drift", "compare", other, old, "--format", "junit", encoding="latin-1")
    told = ElementTree.fromstring(page.out.encode("latin-1"))
    assert any("schnell ü" in (case.get("name") or "") for case in told.iter("testcase"))


def test_one_of_both_may_come_from_stdin(qcontract: Command, old: Path, new: Path) -> None:
    assert rules(found(qcontract, old, "-", stdin=new.read_bytes())) == rules(found(qcontract, old, new))
    assert rules(found(qcontract, "-", new, stdin=old.read_bytes())) == rules(found(qcontract, old, new))
    qcontract("drift", "compare", "-", "-", stdin=b"{}").refused(2, "standard input can be one of the two")


def test_a_revision_of_git_is_one_side(
    qcontract: Command, old: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = old.parent
    for arguments in (["init", "-q"], ["add", "old.json"], ["commit", "-q", "-m", "old"]):
        who = ["-c", "user.name=t", "-c", "user.email=t@example.invalid"]
        subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)
    old.write_bytes(new.read_bytes())
    monkeypatch.chdir(folder)
    assert len(found(qcontract, "HEAD:old.json", "old.json")["findings"]) == 2


def test_levels_can_be_replaced(qcontract: Command, old: Path, new: Path) -> None:
    levels = ["--level", "operation-removed=risky", "--level", "enum-value-removed=info"]
    content = found(qcontract, old, new, *levels)
    assert content["counts"] == {"breaking": 0, "risky": 1, "compatible": 0, "info": 1}
    assert qcontract("drift", "compare", old, new, *levels).code == 0


def test_accepted_findings_do_not_count_until_they_expire(
    qcontract: Command, old: Path, new: Path, file: Write
) -> None:
    marks = {each["rule"]: each["fingerprint"] for each in found(qcontract, old, new)["findings"]}
    entry = "[[ignore]]\nfingerprint = '{}'\nrule = '{}'\nreason = 'nobody uses it'\nexpires = 2027-01-31\n"
    accepted = file("".join(entry.format(mark, rule) for rule, mark in marks.items()), "ignore.toml")
    arguments = (old, new, "--ignore", accepted, "--as-of")
    assert qcontract("drift", "compare", *arguments, "2027-01-31").code == 0
    content = found(qcontract, *arguments, "2027-01-31")
    assert {each["ignored"] for each in content["ignored"]} == {"nobody uses it"}
    assert qcontract("drift", "compare", *arguments, "2027-02-01").code == 1


def test_a_baseline_leaves_out_what_was_there_before(
    qcontract: Command, old: Path, new: Path, tmp_path: Path, file: Write
) -> None:
    baseline = tmp_path / "baseline.json"
    ended = qcontract("drift", "compare", old, new, "--write-baseline", baseline)
    assert (ended.code, ended.out, ended.err) == (0, "", f"baseline of 2 findings written to {baseline}\n")
    assert qcontract("drift", "compare", old, new, "--baseline", baseline).code == 0
    worse = json.loads(json.dumps(NEW))
    worse["paths"] = {}
    content = found(qcontract, old, file(json.dumps(worse), "worse.json"), "--baseline", baseline)
    assert rules(content) == ["operation-removed"]
    both = qcontract("drift", "compare", old, new, "--baseline", baseline, "--write-baseline", baseline)
    both.refused(2, "exclude each other")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--operation", "GET /jobs"], ["operation-removed"]),
        (["--operation", "get /jobs"], ["operation-removed"]),
        (["--operation", "submit"], ["enum-value-removed"]),
        (["--operation", "submit", "--operation", "GET /jobs"], ["enum-value-removed", "operation-removed"]),
        (["--match", "/j*"], ["enum-value-removed", "operation-removed"]),
    ],
)
def test_some_operations_alone(
    qcontract: Command, old: Path, new: Path, arguments: list[str], expected: list[str]
) -> None:
    assert rules(found(qcontract, old, new, *arguments)) == expected


@pytest.mark.parametrize("name", ["GET /jobs/{id}", "GET /jobs/{uuid}"])
def test_an_operation_may_be_named_as_before_or_as_now(qcontract: Command, file: Write, name: str) -> None:
    def contract(placeholder: str, most: int) -> dict[str, Any]:
        schema = {"type": "string", "maxLength": most}
        parameter = {"name": placeholder, "in": "path", "required": True, "schema": schema}
        get = {"parameters": [parameter], "responses": {"200": {"description": "fine"}}}
        return {**OLD, "paths": {f"/jobs/{{{placeholder}}}": {"get": get}, "/other": {"get": get | {"parameters": []}}}}

    old, new = file(json.dumps(contract("id", 9)), "a.json"), file(json.dumps(contract("uuid", 8)), "b.json")
    assert len(found(qcontract, old, new, "--operation", name)["findings"]) == 1
    assert found(qcontract, old, new, "--operation", "GET /other")["findings"] == []


@pytest.mark.parametrize("arguments", [["--operation", "PUT /jobs"], ["--match", "/jab*"]])
def test_a_misspelt_operation_does_not_pass_for_no_findings(
    qcontract: Command, old: Path, new: Path, arguments: list[str]
) -> None:
    qcontract("drift", "compare", old, new, *arguments).refused(2, "neither contract has", arguments[1], "POST /jobs")


def test_two_apis_give_a_table_of_what_moves_where(qcontract: Command) -> None:
    content = found(qcontract, "ionq-v0.3", "ionq-v0.4")
    moved = {(row["old"], row["new"]) for row in content["migration"]["rows"]}
    assert ("GET /jobs/{UUID}/results", "GET /jobs/{UUID}/results/probabilities") in moved
    assert "what moves where:" in qcontract("drift", "compare", "ionq-v0.3", "ionq-v0.4").out


def test_two_snapshots_of_one_api_give_none(qcontract: Command) -> None:
    content = found(qcontract, "ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01")
    assert "migration" not in content
    assert content["findings"][0]["new_location"]["file"] == "ionq-v0.4/2026-10-01.yaml"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["{old}"], ["Missing argument 'NEW'"]),
        (["{old}", "nowhere.yaml"], ["nowhere.yaml"]),
        (["{old}", "ionq-v0.9"], ["no contract 'ionq-v0.9'"]),
        (["{old}", "https://api.example/spec.json"], ["https://api.example/spec.json"]),
        (["{old}", "{new}", "--level", "server-removed"], ["RULE=LEVEL"]),
        (["{old}", "{new}", "--level", "server-gone=risky"], ["there is no rule 'server-gone'", "server-removed"]),
        (["{old}", "{new}", "--level", "server-removed=bad"], ["'bad' is not a level"]),
        (["{old}", "{new}", "--as-of", "tomorrow"], ["--as-of", "%Y-%m-%d"]),
        (["{old}", "{new}", "--ignore", "nowhere.toml"], ["nowhere.toml cannot be read"]),
        (["{old}", "{new}", "--ignore", "{old}"], ["is not TOML"]),
        (["{old}", "{new}", "--baseline", "{old}"], ["is not a report of qcontract"]),
        (["{old}", "{new}", "--client", "mine"], ["'wire', 'sdk', 'strict'"]),
        (["{old}", "{new}", "--format", "pdf"], ["'text', 'json'"]),
        (["{old}", "{new}", "--output", "nowhere/report"], ["nowhere/report cannot be written"]),
        (["{old}", "{new}", "--output", "."], ["--output"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_input_exits_2_and_says_why(
    qcontract: Command,
    old: Path,
    new: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    words: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    qcontract("drift", "compare", *(each.format(old=old, new=new) for each in arguments)).refused(2, *words)


def test_an_address_is_read_only_with_permission(qcontract: Command, old: Path) -> None:
    qcontract("drift", "compare", old, "https://api.example/spec.json").refused(2, "--allow-remote")


def test_a_file_that_cannot_be_replaced_stays_as_it_was(
    qcontract: Command, old: Path, new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.html"
    target.write_text("before")

    def full(_: Path, __: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    ended = qcontract("drift", "compare", old, new, "--output", target)
    ended.refused(2, f"{target} cannot be written: No space left on device")
    assert target.read_text() == "before"
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".tmp"] == []


def test_a_replaced_file_keeps_its_permissions_and_a_link_its_target(
    qcontract: Command, old: Path, new: Path, tmp_path: Path
) -> None:
    target, link = tmp_path / "report", tmp_path / "link"
    target.write_text("before")
    target.chmod(0o640)
    link.symlink_to(target)
    assert qcontract("drift", "compare", old, new, "--output", link).code == 1
    assert link.is_symlink()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert "breaking" in target.read_text()


def test_a_reader_that_has_gone_is_no_fault(old: Path, new: Path, tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        ended = process("drift", "compare", str(old), str(new), home=tmp_path, stdout=pipe, stderr=subprocess.PIPE)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_long_work_says_what_it_does(qcontract: Command, old: Path, new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from qcontract.cli.drift import working

    assert qcontract("drift", "compare", old, new).err == ""
    monkeypatch.setattr(working, "_PATIENCE", 0.0)
    assert f"reading {old} ..." in qcontract("drift", "compare", old, new).err


def test_a_missing_extra_names_its_install_line(
    qcontract: Command, file: Write, old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    for name in ("yaml", "ryml"):
        monkeypatch.setitem(sys.modules, name, None)
    page = file("openapi: 3.0.0\ninfo: {title: T, version: '1'}\npaths: {}\n", "new.yaml")
    qcontract("drift", "compare", old, page).refused(2, "pip install 'qcontract[drift]'")


def test_both_contracts_are_named_with_their_dates_and_versions(qcontract: Command) -> None:
    ended = qcontract("drift", "compare", "ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01", "--fail-on", "never")
    assert ended.out.startswith(
        "old  ionq-v0.4@2026-05-15  documented 2026-05-15, version v0.4\n"
        "new  ionq-v0.4@2026-10-01  documented 2026-10-01, version v0.4\n"
    )
    seen = qcontract("drift", "compare", "qbraid-v2", "qbraid-v2@observed-2026-09", "--fail-on", "never").out
    assert "observed 2026-09-28" in seen


def test_the_end_says_how_to_go_on_with_the_first_thing_that_is_bad(qcontract: Command, old: Path, new: Path) -> None:
    *_, about, accept = qcontract("drift", "compare", old, new).out.splitlines()
    (rule,) = re.findall(r"about a rule: qcontract (drift rule [a-z-]+)", about)
    assert qcontract(*rule.split()).code == 0
    (mark,) = re.findall(r"names it as ([0-9a-f]{12}) ", accept)
    assert mark in {each["fingerprint"] for each in found(qcontract, old, new)["findings"]}
    assert "about a rule" not in qcontract("drift", "compare", new, old).out


def test_the_same_name_twice_is_said_to_be_that(qcontract: Command, old: Path) -> None:
    assert "note: both names are the same" in qcontract("drift", "compare", old, old).out


def test_versions_and_extensions_are_told_of_on_request(qcontract: Command, file: Write, old: Path) -> None:
    later = json.loads(json.dumps(OLD))
    later["info"]["version"] = "2"
    later["paths"]["/jobs"]["get"] = {**later["paths"]["/jobs"]["get"], "x-cost": 1}
    other = file(json.dumps(later), "later.json")
    assert rules(found(qcontract, old, other)) == []
    told = found(qcontract, old, other, "--metadata")
    assert rules(told) == ["extension-changed", "version-changed"]
    assert {each["place"] for each in told["findings"]} == {"info", "GET /jobs"}


def test_lines_are_as_wide_as_the_terminal_and_no_wider_than_reads_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    for columns, expected in ((20, 40), (80, 80), (500, 120)):
        monkeypatch.setenv("COLUMNS", str(columns))
        assert width(None) == expected
    assert width(Path("report.txt")) is None
    monkeypatch.setattr("sys.stdout.isatty", lambda: False, raising=False)
    assert width(None) is None


def test_a_comparison_of_files_loads_no_http_client(old: Path, tmp_path: Path) -> None:
    script = (
        "import sys; sys.argv = ['qcontract', 'drift', 'compare', *sys.argv[1:], '--format', 'json']\n"
        "from qcontract.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('\\n', sorted({'httpx', 'xml.sax', 'subprocess'} & sys.modules.keys()))"
    )
    command = [sys.executable, "-c", script, str(old), str(old)]
    ended = subprocess.run(command, env=environment(tmp_path), capture_output=True, check=True, timeout=60)
    assert ended.stdout.splitlines()[-1].strip() == b"[]"
