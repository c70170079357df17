"""Findings with whether given code uses what changed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import evolve

from qcontract.contract.source import Spec
from qcontract.drift.impact.effects import Effects
from qcontract.drift.impact.usage.judging import Judge
from qcontract.drift.impact.usage.usage import uses
from qcontract.findings import Report

__all__ = ["with_usage"]


def with_usage(report: Report, old: Spec, new: Spec, paths: Sequence[str | Path]) -> Report:
    """Say with every finding whether code uses what changed; levels stay as they are.

    Args:
        report: A comparison of the two contracts.
        old: The contract before, for which the code was written.
        new: The contract after.
        paths: Python files and folders of them; they are read, never run.

    Returns:
        The same report; its notes tell what was read and what could not be.

    Raises:
        ConfigurationError: A path does not exist.
    """
    usage = uses(paths, old)
    judge = Judge(Effects.between(old, new, report.findings), usage)
    where = ", ".join(str(path) for path in paths)
    note = f"use was looked for in {where}: {usage.files} files, {usage.concerned} of them name the client"
    if not usage.concerned:  # the code may ask the service by other means, or be somewhere else
        blind = f"{note}; so it cannot be told what is used"
        return evolve(report, notes=(*report.notes, blind, *usage.notes))
    found = report.with_findings(tuple(evolve(each, used=judge.used(each)) for each in report.findings))
    return evolve(found, notes=(*report.notes, note, *usage.notes))
