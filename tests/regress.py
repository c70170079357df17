"""`make regress`: is what is generated, recorded and promised still true of every contract in force? One table.

Columns: `generated` equals the specs; `property`: the emulator answers as the contract says; `cassette`: recorded
exchanges replay and conform; `client`: every answer that the contract allows is read; `tomorrow`: no drift is silent.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrs import frozen
from qcontract.contract import registry

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = {str(entry.ref): entry.package for entry in registry() if entry.package}

_WRAPPER = "tests/contract/test_wrapper_answers.py"
SELECTIONS: Mapping[str, tuple[str, ...]] = {
    "property": ("tests/contract/test_emulator_conforms.py",),
    "cassette": ("tests/cassette",),
    "client": (
        "tests/contract/test_client_reads.py",
        f"{_WRAPPER}::test_an_allowed_answer_is_read_or_refused_by_name",
    ),
    "tomorrow": (
        "tests/contract/test_client_drifts.py",
        f"{_WRAPPER}::test_planted_drift_is_an_event_or_an_error",
        "tests/testing",
    ),
}
COLUMNS = ("generated", *SELECTIONS)
_STDERR = 2

Column = Mapping[str, str]
"""What came of one column, for every contract."""


@frozen
class Case:
    """One test and what came of it."""

    name: str
    outcome: str


def concerned(name: str) -> list[str]:
    """The contracts that a test is about, by its name: one, those of an API, or none in particular."""
    folded = re.sub(r"[^a-z0-9]", "", name.lower())
    exact = [contract for contract in PACKAGES if re.sub(r"[^a-z0-9]", "", contract) in folded]
    if exact:
        return exact
    apis = {re.sub(r"[^a-z0-9]", "", contract.partition("@")[0]): contract for contract in PACKAGES}
    named = {api for api in apis if api in folded}
    return [one for one in PACKAGES if re.sub(r"[^a-z0-9]", "", one.partition("@")[0]) in named]


def column(cases: Iterable[Case], code: int) -> Column:
    """Judge a run: a contract that no test was about has failed, and all have when the run itself broke.

    What a test of no contract in particular finds is held against every contract, and speaks for none.
    """
    ran: dict[str, list[str]] = {contract: [] for contract in PACKAGES}
    for case in cases:
        named = concerned(case.name)
        for contract in named or PACKAGES:
            if named or case.outcome == "failed":
                ran[contract].append(case.outcome)
    told = any("failed" in outcomes for outcomes in ran.values())
    broken = code not in (0, 1) or (code == 1 and not told)
    return {contract: _word(outcomes, broken=broken) for contract, outcomes in ran.items()}


def _word(outcomes: Sequence[str], *, broken: bool) -> str:
    failures, passed = outcomes.count("failed"), outcomes.count("passed")
    if failures:
        return f"FAILED {failures}"
    return "FAILED" if broken or not passed else f"ok {passed}"


def tested(selection: Sequence[str]) -> Column:
    """Run tests in a process of their own, their output on stderr."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "--tb=short", f"--junitxml={report}", *selection]
        run = subprocess.run(command, cwd=ROOT, stdout=_STDERR, check=False)
        return column(cases_of(report) if report.exists() else [], run.returncode)


def cases_of(report: Path) -> list[Case]:
    """Read what a run says of its tests."""
    return [
        Case(f"{one.get('classname')}::{one.get('name')}", _outcome(one))
        for one in ElementTree.parse(report).iter("testcase")
    ]


def _outcome(case: ElementTree.Element) -> str:
    if case.find("failure") is not None or case.find("error") is not None:
        return "failed"
    return "skipped" if case.find("skipped") is not None else "passed"


def generated() -> Column:
    """Compare the generated packages with what the generator makes of the specs now."""
    bin_folder = os.environ.get("QCONTRACT_GENERATOR") or str(ROOT / ".venv-generator" / "bin")
    command = [sys.executable, "specs/generator/generate.py", "--generator", bin_folder, "--check"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    sys.stderr.write(run.stdout + run.stderr)
    return differing(run.stdout + run.stderr, run.returncode)


def differing(told: str, code: int) -> Column:
    """Judge the generator's check: the packages that it names differ, and all when it names none."""
    named = [contract for contract, package in PACKAGES.items() if str(package) in told]
    wrong = (named or [*PACKAGES]) if code else []
    return {contract: "FAILED" if contract in wrong else "ok" for contract in PACKAGES}


def table(columns: Mapping[str, Column]) -> str:
    """The table as text."""
    rows = [("contract", *columns)]
    rows += [(contract, *(column[contract] for column in columns.values())) for contract in PACKAGES]
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def main(arguments: Sequence[str]) -> int:
    """Fill every column, print the table, and return 1 if a contract has failed somewhere."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("column", nargs="*", help=f"only these of {', '.join(COLUMNS)}")
    wanted = parser.parse_args(arguments).column or COLUMNS
    if unknown := [name for name in wanted if name not in COLUMNS]:
        parser.error(f"there is no column {unknown[0]}")
    columns: dict[str, Column] = {}
    for name in wanted:
        print(f"{name} ...", file=sys.stderr, flush=True)
        columns[name] = generated() if name == "generated" else tested(SELECTIONS[name])
    print(table(columns))
    return int(any(word.startswith("FAILED") for filled in columns.values() for word in filled.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
