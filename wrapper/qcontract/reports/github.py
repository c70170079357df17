"""A report as workflow commands of GitHub Actions, which annotate the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from qcontract.findings import Finding, Level
from qcontract.reports.dossier import Dossier
from qcontract.reports.grouping import Group, grouped
from qcontract.reports.printable import printable
from qcontract.reports.words import location_of, proof, reach, tally, witness

__all__ = ["render"]

_COMMANDS: dict[Level, str] = {"breaking": "error", "risky": "warning", "compatible": "notice", "info": "notice"}


def render(dossier: Dossier) -> str:
    """Return one command per line for what belongs together; the last one tells what the report comes to."""
    report = dossier.report
    said = f"{printable(report.old)} to {printable(report.new)} is {report.verdict}: {tally(report)}"
    lines = [*map(_annotation, grouped(report.findings)), f"::notice title=qcontract drift::{_data(said)}"]
    return "\n".join(lines) + "\n"


def _annotation(group: Group) -> str:
    finding = group.first
    properties = {**_place(finding), "title": f"{finding.level}: {finding.rule}"}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.level]} {listed}::{_data(chr(10).join(_paragraphs(group)))}"


def _place(finding: Finding) -> dict[str, str]:
    place = location_of(finding)
    if place is None:
        return {}
    return {"file": printable(place.file), "line": str(place.line), "col": str(place.column)}


def _paragraphs(group: Group) -> Iterator[str]:
    finding = group.first
    yield printable(group.message)
    if finding.evidence.kind != "none":
        yield f"{finding.evidence.kind}: {witness(finding.evidence)} {proof(finding.evidence)}"
    if finding.operations:
        yield f"reaches {reach(finding.operations, 6)}"
    if group.advice:
        yield printable(group.advice)
    yield f"name: {printable(', '.join(group.names))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
