from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from qcontract.cli.specs import specs
from qcontract.contract import effective, load, yaml12
from qcontract.errors import ContractError
from support.command import invoked

NAME = "qbraid-v2@documented.get-job"


def run(*arguments: str) -> Result:
    return invoked(specs, arguments)


def test_list() -> None:
    ended = run("list")
    assert ended.exit_code == 0
    (line,) = (line for line in ended.stdout.splitlines() if line.startswith("ionq-v0.4@2026-10-01"))
    assert " ".join(line.split()) == (
        "ionq-v0.4@2026-10-01 * 2026-10-01 documented full official snapshot ionq_v0_4_2026_10_01"
    )


def test_list_as_json() -> None:
    listed = json.loads(run("list", "--format", "json").stdout)
    assert listed["schema"] == "qcontract.contracts/1"
    current = [item["contract"] for item in listed["contracts"] if item["current"]]
    assert current == ["ionq-v0.3@2026-05-06", "ionq-v0.4@2026-10-01", "qbraid-v2@2026-02-08"]
    (fragment,) = (item for item in listed["contracts"] if item["contract"] == NAME)
    assert (fragment["observed_at"], fragment["package"], fragment["scope"]) == (None, None, "fragment")


@pytest.mark.parametrize("name", [NAME, "ionq-v0.3"])
def test_show_prints_the_document(name: str) -> None:
    bare, whole = load(name).document, effective(name).document
    assert yaml12.loads(run("show", name).stdout, origin="stdout") == bare
    assert json.loads(run("show", name, "--format", "json").stdout) == bare
    assert yaml12.loads(run("show", name, "--effective").stdout, origin="stdout") == whole
    assert json.loads(run("show", name, "--effective", "--format", "json").stdout) == whole


def test_show_says_on_stderr_what_it_shows() -> None:
    assert "ionq-v0.4@2026-10-01: effective" in run("show", "ionq-v0.4", "--effective").stderr
    assert f"{NAME}: bare" in run("show", NAME).stderr


def test_check() -> None:
    ended = run("check", NAME, "--format", "json")
    assert ended.exit_code == 0
    assert json.loads(ended.stdout) == {
        "schema": "qcontract.specs-check/1",
        "ok": True,
        "checked": [NAME],
        "findings": [],
    }
    quiet = run("check", NAME)
    assert (quiet.exit_code, quiet.stdout, quiet.stderr) == (0, "", "1 checked, 0 findings\n")


def test_a_known_defect_is_named_and_is_no_finding() -> None:
    name = "ionq-v0.4@2026-04-08"
    ended = run("check", name)
    assert (ended.exit_code, ended.stdout) == (0, "")
    assert ended.stderr.count(f"{name}: known defect at /components/schemas/HamiltonianEnergyData/") == 2
    report = json.loads(run("check", name, "--format", "json").stdout)
    assert report["ok"] is True
    assert [finding["known"] for finding in report["findings"]] == [True, True]


def test_check_exits_1_on_a_finding(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("openapi: 3.1.0\npaths: {/a: {get: {summary: s, description: d, responses: {}}}}")
    ended = run("check", str(file))
    assert ended.exit_code == 1
    assert "operation-id  /paths/~1a/get  the operation has no operationId" in ended.stdout
    assert json.loads(run("check", str(file), "--format", "json").stdout)["ok"] is False


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Two files that cannot be read, and between them one with a finding."""
    monkeypatch.chdir(tmp_path)
    Path("broken.yaml").write_text("a: [")
    Path("found.yaml").write_text("openapi: 3.1.0\npaths: 3")
    Path("none.json").write_text("{}")
    return ["broken.yaml", "found.yaml", "none.json", "absent.yaml", NAME]


def test_check_looks_at_all_and_names_each(files: list[str]) -> None:
    ended = run("check", *files)
    assert ended.stdout == "found.yaml  structure  /paths  /paths is not an object\n"
    assert ended.stderr == "2 checked, 1 findings\n"
    assert isinstance(ended.exception, ContractError), "which ends the command with 2"
    told = ended.exception.message.split("\n       ")
    assert [line.partition(",")[0].partition(":")[0].split()[0] for line in told] == [files[0], files[2], files[3]]
    assert ended.exception.hint == "OpenAPI 3.0 and 3.1 can be read"


def test_check_reports_what_it_could_not_read(files: list[str]) -> None:
    report = json.loads(run("check", *files, "--format", "json").stdout)
    assert (report["ok"], report["checked"]) == (False, files)
    assert [(one["contract"], one["rule"]) for one in report["findings"]] == [
        ("found.yaml", "structure"),
        *((name, "unreadable") for name in ("broken.yaml", "none.json", "absent.yaml")),
    ]


def test_check_names_the_only_file(files: list[str]) -> None:
    with pytest.raises(ContractError, match=r"none\.json: the document has no 'openapi' member"):
        raise run("check", files[2]).exception or AssertionError


@pytest.mark.parametrize("arguments", [("show", "ionq-v0.5"), ("check", "ionq-v0.5"), ("check", "nowhere.yaml")])
def test_unusable_input_is_a_contract_error(arguments: tuple[str, ...]) -> None:
    assert isinstance(run(*arguments).exception, ContractError)


@pytest.mark.parametrize("arguments", [("list", "--format", "xml"), ("show",), ("shout",)])
def test_wrong_usage_exits_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2
