"""Agreement with what vendors themselves say that changed, from one published version to the next."""

from __future__ import annotations

import itertools
import json
import shutil
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from attrs import frozen
from qcontract.contract import pointer
from qcontract.contract.jsonvalue import canonical
from qcontract.contract.source import Spec, open_spec
from qcontract.contract.structure import differences, is_prose
from qcontract.drift import compare
from qcontract.findings import Finding

HERE = Path(__file__).parent
VENDORS = ("open-payments", "cactus-besu")
SHARED = "schemas"
"""A file that the documents of a version refer to; it has no operations of its own."""
FATES = ("breaks", "changes", "letter", "equal", "aside")
NAMED = frozenset({"properties", "schemas", "headers", "parameters"})

Named = tuple[str, str, str]
"""A rule (or several, with a bar between), a name that occurs there, and the end of an operation."""


@frozen
class Step:
    """Two versions of a vendor's documents, what the vendor says of them and what we find."""

    told: dict[str, Any]
    old: dict[str, Spec]
    new: dict[str, Spec]
    findings: tuple[Finding, ...]

    @property
    def notes(self) -> list[dict[str, Any]]:
        notes: list[dict[str, Any]] = self.told["note"]
        return notes

    @property
    def breaking(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.level == "breaking"]

    def matching(self, named: Named) -> list[Finding]:
        return [finding for finding in self.findings if _is(finding, named)]


@cache
def notes(vendor: str) -> dict[str, Any]:
    return tomllib.loads((HERE / vendor / "notes.toml").read_text())


@pytest.fixture(scope="session", params=VENDORS)
def steps(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, list[Step]]:
    vendor: str = request.param
    told = notes(vendor)["step"]
    versions = [told[0]["old"], *(step["new"] for step in told)]
    folders = list(_laid_out(HERE / vendor, versions, tmp_path_factory.mktemp(vendor)))
    return vendor, [_step(told, *pair) for told, pair in zip(told, itertools.pairwise(folders), strict=True)]


def _laid_out(vendor: Path, versions: list[str], folder: Path) -> Iterator[Path]:
    """Whole versions: beside each stands only what is not as in the one before."""
    for before, version in itertools.pairwise([None, *versions]):
        if before:
            shutil.copytree(folder / before, folder / version)
        shutil.copytree(vendor / version, folder / version, dirs_exist_ok=True)
        yield folder / version


def _step(told: dict[str, Any], old_folder: Path, new_folder: Path) -> Step:
    assert (told["old"], told["new"]) == (old_folder.name, new_folder.name)
    old, new = _documents(old_folder), _documents(new_folder)
    found = (compare(old[name], new[name]).findings for name in old.keys() & new.keys())
    return Step(told, old, new, tuple(itertools.chain.from_iterable(found)))


def _documents(folder: Path) -> dict[str, Spec]:
    return {file.stem: open_spec(file) for file in sorted(folder.glob("*.yaml")) if file.stem != SHARED}


def _is(finding: Finding, named: Named) -> bool:
    rules, name, operation = named
    if finding.rule not in rules.split("|") or not any(each.endswith(operation) for each in finding.operations):
        return False
    subject = finding.subject
    places = (finding.old_pointer, finding.new_pointer, subject.pointer, subject.path)
    words = {token for place in places for token in pointer.parts(place)}
    return not name or name in words or name in _text(subject.value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else canonical(value)


def _listed(step: Step, key: str) -> Iterator[Named]:
    for note in step.notes:
        yield from map(tuple, note.get(key, ()))


def _unlisted(step: Step) -> list[Named]:
    return [tuple(entry["breaks"]) for entry in step.told.get("unlisted", ())]


def test_every_line_has_a_fate() -> None:
    for vendor in VENDORS:
        for step in notes(vendor)["step"]:
            for note in step["note"]:
                assert note["says"]
                assert any(fate in note for fate in FATES), note
                assert ("aside" in note) == (not any(fate in note for fate in FATES[:-1])), note


def test_what_the_vendor_lists_is_found(steps: tuple[str, list[Step]]) -> None:
    for step in steps[1]:
        for named in _listed(step, "breaks"):
            assert any(finding.level == "breaking" for finding in step.matching(named)), named
        for named in _listed(step, "changes"):
            found = step.matching(named)
            assert found, named
            assert any(finding.level != "breaking" for finding in found), named


def test_what_breaks_is_listed_or_explained(steps: tuple[str, list[Step]]) -> None:
    for step in steps[1]:
        known = [*_listed(step, "breaks"), *_unlisted(step)]
        assert [each.message for each in step.breaking if not any(_is(each, named) for named in known)] == []
        for named in _unlisted(step):
            assert any(finding.level == "breaking" for finding in step.matching(named)), named


def test_where_a_line_is_not_so_by_the_letter_a_validator_agrees(steps: tuple[str, list[Step]]) -> None:
    for step in steps[1]:
        for letter in itertools.chain.from_iterable(note.get("letter", ()) for note in step.notes):
            value = json.loads(letter["value"])
            for side, documents in (("old", step.old), ("new", step.new)):
                if side in letter:
                    assert _accepts(documents, letter[side], value) is letter[side]["accepts"], letter["why"]


def _accepts(documents: dict[str, Spec], where: dict[str, Any], value: Any) -> bool:
    document = documents[where["document"]].document
    schema = {"$ref": pointer.to_fragment(where["schema"]), **document}
    return jsonschema_rs.validator_for(schema).is_valid(value)


def test_equal_lines_say_nothing_new(steps: tuple[str, list[Step]]) -> None:
    for step in steps[1]:
        for equal in (note["equal"] for note in step.notes if "equal" in note):
            assert list(differences(*_both(step, equal)))
            assert not any(each.old_pointer.startswith(equal["at"]) for each in step.findings)


def _both(step: Step, where: dict[str, Any]) -> tuple[Any, Any]:
    before, after = (documents[where["document"]].document for documents in (step.old, step.new))
    return pointer.find(before, where["at"]), pointer.find(after, where["at"])


def test_facts_have_no_prose() -> None:
    for file in HERE.glob("*/*/*.yaml"):
        assert list(_prose(open_spec(file).document if file.stem != SHARED else {})) == [], file


def _prose(value: Any, *, names: bool = False) -> Iterator[str]:
    members = value.items() if isinstance(value, dict) else ()
    for key, member in members:
        if not names and is_prose(key) and not key.startswith("x-qcontract-") and member:
            yield key
        yield from _prose(member, names=key in NAMED and not names)
    for entry in value if isinstance(value, list) else ():
        yield from _prose(entry)


def test_agreement(steps: tuple[str, list[Step]], capsys: pytest.CaptureFixture[str]) -> None:
    vendor, every = steps
    lines = [note for step in every for note in step.notes if "aside" not in note]
    major = [note for note in lines if note["kind"] == "major"]
    breaking = [(step, finding) for step in every for finding in step.breaking]
    counts = {
        "under lines that the vendor calls breaking": sum(_is_told(*each, "major") for each in breaking),
        "under other lines": sum(not _is_told(*each, "major") and _is_told(*each, "") for each in breaking),
        "that the vendor does not tell": sum(not _is_told(*each, "") for each in breaking),
    }
    with capsys.disabled():
        print(
            f"\n{notes(vendor)['name']}: {len(every)} steps, {len(lines)} lines about the API;"
            f" of {len(major)} called breaking {sum('breaks' in note for note in major)} are found"
            f" and {sum('breaks' not in note for note in major)} shown not to be so;"
            f" {len(breaking)} breaking findings: " + ", ".join(f"{count} {name}" for name, count in counts.items())
        )
    assert all("breaks" in note or "letter" in note for note in major)


def _is_told(step: Step, finding: Finding, kind: str) -> bool:
    """Whether a line of the vendor tells of it: one of a kind, or any."""
    told = (note for note in step.notes if kind in ("", note["kind"]))
    return any(_is(finding, tuple(named)) for note in told for named in note.get("breaks", ()))
