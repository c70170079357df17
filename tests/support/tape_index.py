"""The index of cassettes: for each where it comes from, which contract it follows, its hash and what it breaks."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from attrs import frozen
from qcontract.contract import effective, load
from support.exchanges import exchanges
from support.gate import Violation, violations
from support.secrecy import faults, secrets
from support.tapes import EMULATOR

HEADS = {
    "emulator": "# Written by `make record`: where each cassette comes from, and its hash.",
    "published": "# Written by tests/cassette/seal.py: where each example was published, and its hash.",
    "live": "# Written by `make record-live`: what was asked, and the hash.",
}

bare, whole = cache(load), cache(effective)
"""A contract as it was vendored, and with its overlay."""


@frozen
class Entry:
    """What the index says of one cassette; the violations are those of the bare contract."""

    file: str
    contract: str
    source: str
    sha256: str
    violations: tuple[Violation, ...]

    def __str__(self) -> str:
        lines = [
            "[[cassette]]",
            f"file = {_quoted(self.file)}",
            f"contract = {_quoted(self.contract)}",
            f"source = {_quoted(self.source)}",
            f"sha256 = {_quoted(self.sha256)}",
            "violations = [" + ("" if self.violations else "]"),
        ]
        broken = [
            f"    {{ exchange = {one.exchange}, at = {_quoted(one.at)}, message = {_quoted(one.message)} }},"
            for one in self.violations
        ]
        return "\n".join([*lines, *broken, *(["]"] if self.violations else [])])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def contract_of(path: Path) -> str:
    """The contract that a cassette follows: its folder is named after it."""
    return f"{path.parent.parent.name}@{path.parent.name}"


def read_index(folder: Path) -> list[Entry]:
    """Read the index of one API; it is empty when there is none."""
    listed = _told(folder).get("cassette", [])
    return [
        Entry(
            entry["file"],
            entry["contract"],
            entry["source"],
            entry["sha256"],
            tuple(Violation(**one) for one in entry["violations"]),
        )
        for entry in listed
    ]


def _told(folder: Path) -> dict[str, Any]:
    index = folder / "index.toml"
    return tomllib.loads(index.read_text()) if index.exists() else {}


def write_index(folder: Path, sources: Mapping[Path, str]) -> None:
    """List every cassette of one API; what is not among the sources keeps the source it had."""
    known = {folder / entry.file: entry.source for entry in read_index(folder)} | dict(sources)
    entries = [_entry(path, folder, known[path]) for path in sorted(folder.rglob("*.yaml"))]
    origin = folder.parent.name
    blocks = [f"{HEADS[origin]}\norigin = {_quoted(origin)}", *map(str, entries)]
    (folder / "index.toml").write_text("\n\n".join(blocks) + "\n")


def _entry(path: Path, folder: Path, source: str) -> Entry:
    contract = contract_of(path)
    broken = violations(exchanges(path), bare(contract))
    return Entry(path.relative_to(folder).as_posix(), contract, source, _hash(path), broken)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def problems(folder: Path, origin: Any) -> Iterator[str]:
    """Everything that is wrong with the cassettes of one API, in words; the gate of cassettes."""
    yield from _of_folder(folder, origin)
    listed = {entry.file: entry for entry in read_index(folder)}
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.yaml"))}
    yield from (f"{name}: the index does not list it" for name in found.keys() - listed.keys())
    yield from (f"{name}: the index lists it, and it is not there" for name in listed.keys() - found.keys())
    for name in sorted(found.keys() & listed.keys()):
        yield from (f"{name}: {problem}" for problem in _problems(found[name], listed[name], origin))


def _of_folder(folder: Path, origin: Any) -> Iterator[str]:
    """Say what is wrong with the index itself, and with what lies beside the cassettes."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and path.suffix != ".yaml" and name != "index.toml":
            yield f"{name}: it is no cassette"
    index = folder / "index.toml"
    if not index.exists():
        return
    yield from (f"index.toml: {problem}" for problem in secrets(index.read_text()))
    if (told := _told(folder).get("origin")) != origin:
        yield f"index.toml: it says that these are {told}, and they lie among the {origin}"
    for entry in read_index(folder):
        if entry.source.startswith(EMULATOR) != (origin == "emulator"):
            yield f"index.toml: {entry.file} lies among the {origin}, and its source is {entry.source}"


def _problems(path: Path, entry: Entry, origin: Any) -> Iterator[str]:
    if entry.contract != contract_of(path):
        yield f"it lies among {contract_of(path)}, and the index says {entry.contract}"
    if entry.sha256 != _hash(path):
        yield "it is not the file whose hash is in the index"
    recorded = exchanges(path)
    yield from faults(recorded, path.read_text(), origin)
    yield from _unexpected(violations(recorded, bare(entry.contract)), entry.violations)
    if origin != "live":  # what a service does, it does; what we write down is right
        yield from (
            f"exchange {one.exchange}{one.at} breaks the effective contract: {one.message}"
            for one in violations(recorded, whole(entry.contract))
            if not ("x-qcontract-fault" in recorded[one.exchange - 1].headers and one.at in _GATEWAYS)
        )


_GATEWAYS = ("/response/status", "/response/headers/content-type")
"""Where an emulator that was asked to fail may go beyond its contract, as what stands before a service does."""


def _unexpected(found: tuple[Violation, ...], listed: tuple[Violation, ...]) -> Iterator[str]:
    for one in sorted({*found} - {*listed}):
        yield f"exchange {one.exchange}{one.at} breaks the contract, which the index does not expect: {one.message}"
    for one in sorted({*listed} - {*found}):
        yield f"exchange {one.exchange}{one.at} breaks the contract no longer: {one.message}"
