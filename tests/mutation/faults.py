"""The list of small faults, each with the tests that must notice it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).with_name("faults.toml")
TEMPLATES = "specs/generator/templates/"


class Stale(Exception):
    """The text that a fault replaces is not there exactly once: the list has to follow the code."""


@frozen
class Fault:
    """One small fault.

    Args:
        id: A short name.
        what: What the faulty code does.
        file: The file, from the root of the repository.
        old: What stands there, exactly once.
        new: What a careless hand would write in its place.
        tests: What must fail then, each ``file::test``.
    """

    id: str
    what: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    @property
    def is_generated(self) -> bool:
        """Whether the fault shows only in packages that are generated anew."""
        return self.file.startswith(TEMPLATES)

    def planted(self, text: str) -> str:
        """Return a file's text with the fault in it.

        Raises:
            Stale: The text does not hold the old one exactly once.
        """
        if (times := text.count(self.old)) != 1:
            raise Stale(f"{self.id}: the old text occurs {times} times in {self.file}")
        return text.replace(self.old, self.new)


def read(path: Path = LIST) -> tuple[Fault, ...]:
    """Read the list."""
    entries = tomllib.loads(path.read_text("utf-8"))["fault"]
    return tuple(Fault(**{**entry, "tests": tuple(entry["tests"])}) for entry in entries)


def table(faults: Iterable[Fault]) -> str:
    """The list for people: what is wrong, where, and who tells."""
    rows = ["| fault | in | caught by |", "|---|---|---|"]
    for fault in faults:
        place = fault.file.removeprefix("wrapper/qcontract/").removeprefix("specs/generator/")
        tests = ", ".join(f"`{test.removeprefix('tests/')}`" for test in fault.tests)
        rows.append(f"| {fault.what} | `{place}` | {tests} |")
    return "\n".join(rows)
