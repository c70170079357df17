"""Which check of the suite notices which drift: planted one by one, in the service and in the contract.

The table stands in this folder's README and is written by this test: `QCONTRACT_WRITE_TABLE=1 pytest` on this file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from contract.planting import (
    KINDS,
    Kind,
    Subject,
    changed,
    client_speaks,
    comparison_finds,
    package_differs,
    service_breaks_contract,
)
from qcontract.contract import packaged

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- planted: begin -->", "<!-- planted: end -->"
CONTRACTS = ("ionq-v0.3@2026-05-06", "ionq-v0.4@2026-05-15", "ionq-v0.4@2026-10-01", "qbraid-v2@2026-02-08")
CONFORMS = "contract/test_emulator_conforms.py"
CLIENT = "contract/test_wrapper_answers.py"
PACKAGE = "generated/test_completeness.py::test_a_package_carries_the_effective_contract"
COMPARE = "qcontract drift compare"

Row = tuple[str, str, list[str]]
"""Kind of drift, where it was planted, and who noticed on every contract where the kind is possible."""


@pytest.fixture(scope="module")
def subjects() -> Iterator[list[Subject]]:
    found = [Subject(contract) for contract in CONTRACTS]
    yield found
    for subject in found:
        subject.close()


@pytest.fixture(scope="module")
def rows(subjects: list[Subject]) -> list[Row]:
    return [row for kind in KINDS for row in (in_service(kind, subjects), in_contract(kind, subjects))]


def in_service(kind: Kind, subjects: list[Subject]) -> Row:
    noticed = [found for subject in subjects if (found := _after_fault(kind, subject)) is not None]
    assert noticed, f"no contract has a place for: {kind.name}"
    return kind.name, "service", [name for name in noticed[0] if all(name in found for found in noticed)]


def _after_fault(kind: Kind, subject: Subject) -> list[str] | None:
    """Who notices a drifted answer; None when the answer has no place for it."""
    document, before = packaged(subject.contract).document, subject.answer()
    with subject.emulator.fault("drift", operation=subject.operation, api=subject.contract, **kind.fault):
        if subject.answer() == before:
            return None
        checks = {CONFORMS: service_breaks_contract(subject, document), CLIENT: client_speaks(subject)}
        return [name for name, noticed in checks.items() if noticed]


def in_contract(kind: Kind, subjects: list[Subject]) -> Row:
    noticed = []
    for subject in subjects:
        document = changed(subject, kind)
        checks = {
            PACKAGE: package_differs(subject, document),
            COMPARE: comparison_finds(subject, document),
            CONFORMS: service_breaks_contract(subject, document),
        }
        noticed.append([name for name, found in checks.items() if found])
    return kind.name, "contract", [name for name in noticed[0] if all(name in found for found in noticed)]


def test_nothing_is_noticed_where_nothing_was_planted(subjects: list[Subject]) -> None:
    for subject in subjects:
        document = packaged(subject.contract).document
        checks = (service_breaks_contract, comparison_finds, package_differs)
        assert not [check for check in checks if check(subject, document)]
        assert not client_speaks(subject)


def test_every_drift_is_noticed(rows: list[Row]) -> None:
    assert [(kind, where) for kind, where, noticed in rows if not noticed] == []


def test_the_table_in_the_readme_is_what_was_found(rows: list[Row]) -> None:
    lines = ["| drift | planted in | noticed by |", "|---|---|---|"]
    lines += [f"| {kind} | {where} | {', '.join(f'`{name}`' for name in noticed)} |" for kind, where, noticed in rows]
    text = README.read_text()
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    wanted = before + "\n".join([BEGIN, *lines, END]) + after
    if os.environ.get("QCONTRACT_WRITE_TABLE"):
        README.write_text(wanted)
    assert wanted == README.read_text(), "write it anew with QCONTRACT_WRITE_TABLE=1"
