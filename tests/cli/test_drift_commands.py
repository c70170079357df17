"""The commands of `qcontract drift` besides `compare`."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest
from qcontract.findings import rules
from support.command import Command

NAMES = [rule.id for rule in rules()]


def test_the_schema_is_one_and_is_what_compare_follows(qcontract: Command) -> None:
    ended = qcontract("drift", "schema")
    assert ended.code == 0
    schema = json.loads(ended.out)
    jsonschema_rs.meta.validate(schema)
    assert schema["properties"]["schema"] == {"const": "qcontract.drift/1"}


def test_all_rules_are_listed_in_one_line_each(qcontract: Command) -> None:
    ended = qcontract("drift", "rule")
    lines = ended.out.splitlines()
    assert (ended.code, lines[0].split()) == (0, ["RULE", "WIRE", "SDK", "STRICT", "WHAT", "IT", "FINDS"])
    assert [line.split()[0] for line in lines[1:]] == NAMES
    listed = qcontract("drift", "rule", "--format", "markdown").out
    assert all(f"`{name}`" in listed for name in NAMES)


def test_all_rules_as_json(qcontract: Command) -> None:
    content = json.loads(qcontract("drift", "rule", "--format", "json").out)
    assert content["schema"] == "qcontract.rules/1"
    assert [each["id"] for each in content["rules"]] == NAMES
    [one] = json.loads(qcontract("drift", "rule", "enum-value-removed", "--format", "json").out)["rules"]
    assert one in content["rules"]
    assert set(one["levels"]) == {"wire", "sdk", "strict"}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_explains_itself(qcontract: Command, rule: object) -> None:
    told = qcontract("drift", "rule", rule.id)  # type: ignore[attr-defined]
    flat = " ".join(told.out.split())
    assert told.code == 0
    for words in (rule.title, rule.meaning, rule.breaks, rule.advice):  # type: ignore[attr-defined]
        assert " ".join(words.split()) in flat
    for fragment in (rule.example.old, rule.example.new):  # type: ignore[attr-defined]
        assert " ".join(json.dumps(fragment, indent=2).split()) in flat
    page = qcontract("drift", "rule", rule.id, "--format", "markdown").out  # type: ignore[attr-defined]
    assert page.startswith(f"## {rule.id}\n")  # type: ignore[attr-defined]
    assert page.count("```json") == 2


def test_an_unknown_rule_is_refused_with_close_names(qcontract: Command) -> None:
    qcontract("drift", "rule", "enum-value-remved").refused(2, "there is no rule", "enum-value-removed")


def test_history_tells_every_step(qcontract: Command) -> None:
    ended = qcontract("drift", "history", "ionq-v0.4")
    heads = [line for line in ended.out.splitlines() if line.startswith("ionq-v0.4@")]
    assert (ended.code, ended.err) == (0, "")
    steps = json.loads(qcontract("drift", "history", "ionq-v0.4", "--format", "json").out)
    assert steps["schema"] == "qcontract.history/1"
    expected = [f"{step['old']} -> {step['new']}: {step['report']['verdict']}" for step in steps["steps"]]
    assert [head.partition(" (")[0] for head in heads] == expected
    assert len(heads) >= 6
    page = qcontract("drift", "history", "ionq-v0.4", "--format", "markdown").out
    assert page.count("\n## ") == len(heads)


def test_history_of_a_stretch(qcontract: Command) -> None:
    ended = qcontract("drift", "history", "ionq-v0.4", "--from", "2026-05-15", "--to", "ionq-v0.4@2026-06-24")
    assert ended.out.startswith("ionq-v0.4@2026-05-15 -> ionq-v0.4@2026-06-24: ")
    assert ended.out.count(" -> ") == 1
    one = qcontract("drift", "history", "ionq-v0.4", "--from", "2026-05-15", "--to", "2026-05-15")
    assert (one.code, one.out) == (0, "ionq-v0.4 has one documented snapshot: nothing to compare\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ionq-v9"], ["there is no API 'ionq-v9'", "qbraid-v2"]),
        (["ionq-v0.4", "--from", "2020-01-01"], ["'2020-01-01' is not on the documented line", "2026-05-15"]),
        (["ionq-v0.4", "--from", "2026-10-01", "--to", "2026-05-15"], ["comes before", "older"]),
    ],
)
def test_history_of_nothing_is_refused(qcontract: Command, arguments: list[str], words: list[str]) -> None:
    qcontract("drift", "history", *arguments).refused(2, *words)


@pytest.fixture
def no_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qcontract.drift.generated.source_tree", lambda: None)


@pytest.mark.usefixtures("no_checkout")
def test_generated_packages_carry_their_contracts(qcontract: Command) -> None:
    ended = qcontract("drift", "generated")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.count("carries its contract") == 4
    assert "generated anew: unchecked\nthis is no checkout" in ended.out
    content = json.loads(qcontract("drift", "generated", "--format", "json").out)
    assert content["schema"] == "qcontract.generated/1"
    assert [each["problem"] for each in content["packages"]] == [None] * 4


@pytest.mark.usefixtures("no_checkout")
def test_a_package_with_another_contract_is_found(qcontract: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    from qcontract.contract import packaged
    from qcontract.drift import generated

    def changed(ref: object) -> object:
        carried = packaged(ref)  # type: ignore[arg-type]
        if str(ref) == "ionq-v0.3@2026-05-06":
            del carried.document["paths"]["/jobs"]["get"]
        return carried

    monkeypatch.setattr(generated, "packaged", changed)
    ended = qcontract("drift", "generated")
    assert ended.code == 1
    assert "its contract differs at /paths/~1jobs/get" in ended.out
    assert ended.out.count("carries its contract") == 3


def checkout(tmp_path: Path, script: str) -> Path:
    """A checkout whose generator does what the script does, and an environment with a generator."""
    (tmp_path / "specs" / "generator").mkdir(parents=True)
    (tmp_path / "specs" / "generator" / "generate.py").write_text(script)
    folder = tmp_path / ".venv-generator" / "bin"
    folder.mkdir(parents=True)
    (folder / "openapi-python-client").write_text("")
    return tmp_path


@pytest.mark.parametrize(
    ("script", "code", "words"),
    [
        ("", 0, ["generated anew: equal"]),
        (
            "import sys; print('generated/x.py differs', file=sys.stderr); sys.exit(1)",
            1,
            ["generated anew: different", "generated/x.py differs"],
        ),
        ("import sys; print('wrong version of ruff', file=sys.stderr); sys.exit(2)", 2, ["wrong version of ruff"]),
        ("raise SystemExit(1)", 2, ["could not be generated"]),
    ],
)
def test_in_a_checkout_packages_are_generated_anew(
    qcontract: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, code: int, words: list[str]
) -> None:
    root = checkout(tmp_path, script)
    monkeypatch.setattr("qcontract.drift.generated.source_tree", lambda: root)
    ended = qcontract("drift", "generated")
    assert ended.code == code, ended
    for word in words:
        assert word in ended.out + ended.err


def test_a_chosen_environment_without_the_generator_is_refused(qcontract: Command, tmp_path: Path) -> None:
    ended = qcontract("drift", "generated", "--generator", tmp_path)
    ended.refused(2, "has no openapi-python-client")
    ended = qcontract("drift", "generated", QCONTRACT_GENERATOR=str(tmp_path))
    ended.refused(2, "has no openapi-python-client")


def test_without_the_environment_it_says_that_bytes_were_not_compared(
    qcontract: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qcontract.drift.generated.source_tree", lambda: tmp_path)
    ended = qcontract("drift", "generated")
    assert (ended.code, "generated anew: unchecked\nthe generator's environment is missing" in ended.out) == (0, True)


def test_the_generator_is_found_beside_this_checkout() -> None:
    from qcontract.drift.generated import source_tree

    root = source_tree()
    assert root is not None
    assert (root / "specs" / "generator" / "generate.py").is_file()
