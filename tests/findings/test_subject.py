"""Golden vectors: ignore files and joins outlive every release."""

from __future__ import annotations

import pytest
from qcontract.findings import Subject, fingerprint

STATUS = Subject("ionq-v0.4", "response", "/components/schemas/Job", "/status", "enum", "quantum_paused")
LIMIT = Subject("", "request", "/paths/~1jobs~1{}/get", "/parameters/query/limit", "maximum")
BOUND = Subject("", "request", "/paths/~1jobs~1{}/get", "/parameters/query/limit", "maximum", change=25)
TEXT = Subject("qbraid-v2", "both", "/paths/~1jobs/post", "", "operation", {"é": [1, True, None]})


@pytest.mark.parametrize(
    ("subject", "rule", "identity", "mark"),
    [
        (STATUS, "enum-value-added", "3fd4345a826e", "587dadf8e653"),
        (LIMIT, "maximum-tightened", "89d1696fd6d0", "366f8ff68f05"),
        (BOUND, "maximum-tightened", "89d1696fd6d0", "b97fb0162d18"),
        (TEXT, "operation-removed", "ecfa30e4392a", "152de41a5c7a"),
    ],
)
def test_ids_never_change(subject: Subject, rule: str, identity: str, mark: str) -> None:
    assert (subject.id, fingerprint(rule, subject)) == (identity, mark)


def test_every_part_of_a_subject_counts() -> None:
    variants = [
        STATUS,
        Subject("ionq-v0.3", "response", "/components/schemas/Job", "/status", "enum", "quantum_paused"),
        Subject("ionq-v0.4", "request", "/components/schemas/Job", "/status", "enum", "quantum_paused"),
        Subject("ionq-v0.4", "response", "/components/schemas/Task", "/status", "enum", "quantum_paused"),
        Subject("ionq-v0.4", "response", "/components/schemas/Job", "/state", "enum", "quantum_paused"),
        Subject("ionq-v0.4", "response", "/components/schemas/Job", "/status", "type", "quantum_paused"),
        Subject("ionq-v0.4", "response", "/components/schemas/Job", "/status", "enum", "ready"),
    ]
    assert len({subject.id for subject in variants}) == len(variants)


def test_what_it_became_tells_findings_apart_and_not_subjects() -> None:
    changes = [None, 25, "25", True, 1]
    subjects = [Subject("", "both", "/a", "", "maximum", change=change) for change in changes]
    assert len({subject.id for subject in subjects}) == 1
    assert len({fingerprint("maximum-tightened", subject) for subject in subjects}) == len(changes)


def test_true_and_one_are_two_values() -> None:
    ids = {Subject("", "both", "", "", "enum", value).id for value in (1, True, "1", None)}
    assert len(ids) == 4
