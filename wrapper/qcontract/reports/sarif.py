"""A report as SARIF 2.1.0, the exchange format of static analysis."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

from qcontract import __version__
from qcontract.errors import ConfigurationError
from qcontract.findings import Finding, Level, Location, Report, Unread, rule
from qcontract.reports.dossier import Dossier
from qcontract.reports.printable import printable
from qcontract.reports.words import fate, location_of, proof, reach, where, witness

__all__ = ["render"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Level, str] = {"breaking": "error", "risky": "warning", "compatible": "note", "info": "note"}
_ADDRESS = re.compile(r"https?://([A-Za-z0-9._~/?@!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})+")

Json = dict[str, Any]


def render(dossier: Dossier) -> str:
    """Return the report as one run of SARIF, in ASCII."""
    report = dossier.report
    names = sorted({finding.rule for finding in (*report.findings, *report.ignored)})
    index = {name: number for number, name in enumerate(names)}
    results = [_result(finding, index) for finding in report.findings]
    results += [{**_result(finding, index), "suppressions": [_suppression(finding)]} for finding in report.ignored]
    run = {
        "tool": {"driver": _driver(names, report)},
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": f"qcontract/drift/{report.client}/"},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(report)}],
        "results": results,
        "properties": {
            "old": printable(report.old),
            "new": printable(report.new),
            "client": report.client,
            "verdict": report.verdict,
            "semver": report.semver,
        },
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _driver(names: list[str], report: Report) -> Json:
    return {
        "name": "qcontract",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_descriptor(name, report) for name in names],
    }


def _descriptor(name: str, report: Report) -> Json:
    """What the catalogue says about a rule; reports of other kinds bring rules that it does not have."""
    try:
        known = rule(name)
    except ConfigurationError:
        return {"id": name}
    told = f"{known.meaning} {known.breaks}"
    worst: Level = next(each.level for each in (*report.findings, *report.ignored) if each.rule == name)
    return {
        "id": name,
        "shortDescription": _message(known.title),
        "fullDescription": _message(told),
        "help": _message(known.advice),
        "defaultConfiguration": {"level": _LEVELS[worst]},
        "properties": {"tags": ["api", known.area]},
    }


def _result(finding: Finding, index: dict[str, int]) -> Json:
    place = location_of(finding)
    others = [each for each in (finding.old_location, finding.new_location) if each not in (None, place)]
    result: Json = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.level],
        "message": _message(_sentences(finding)),
        "locations": [_location(finding, place)],
        "partialFingerprints": {"qcontract/v1": finding.fingerprint},
        "properties": _properties(finding),
    }
    related = [{"id": number, "physicalLocation": _physical(each)} for number, each in enumerate(others, 1) if each]
    return result | ({"relatedLocations": related} if related else {})


def _sentences(finding: Finding) -> str:
    said = [f"{printable(finding.message)}."]
    if finding.evidence.kind != "none":
        said.append(f"{witness(finding.evidence)} {proof(finding.evidence)}.")
    if finding.operations:
        said.append(f"It reaches {reach(finding.operations, 6)}.")
    return " ".join(
        (*said, *(f"{printable(sentence)}." for sentence in finding.impact), printable(finding.advice))
    ).strip()


def _message(text: str) -> Json:
    """A plain text; braces are doubled, since single ones would be placeholders."""
    return {"text": text.replace("{", "{{").replace("}", "}}")}


def _location(finding: Finding, place: Location | None) -> Json:
    names = [{"fullyQualifiedName": printable(name), "kind": "member"} for name in finding.operations[:10]]
    pointer = finding.new_pointer or finding.old_pointer or finding.subject.pointer
    logical = names or [{"fullyQualifiedName": _qualified(finding, pointer), "kind": "member"}]
    physical = {} if place is None else {"physicalLocation": _physical(place)}
    return {**physical, "logicalLocations": logical}


def _qualified(finding: Finding, pointer: str) -> str:
    return where(pointer) if finding.place is None else printable(str(finding.place))


def _physical(place: Location) -> Json:
    region: Json = {"startLine": place.line, "startColumn": place.column}
    if place.excerpt:
        region["snippet"] = {"text": printable(place.excerpt)}
    return {"artifactLocation": {"uri": _uri(place.file)}, "region": region}


def _uri(file: str) -> str:
    return file if _ADDRESS.fullmatch(file) else quote(printable(file), safe="/")


def _properties(finding: Finding) -> Json:
    evidence = finding.evidence
    return {
        "level": finding.level,
        "verdict": finding.verdict,
        "basis": finding.basis,
        "subject": finding.subject.id,
        "operations": list(map(printable, finding.operations)),
        **({"witness": evidence.witness} if evidence.kind != "none" else {}),
        **({"used": finding.used} if finding.used is not None else {}),
        **({"advice": finding.advice} if finding.advice else {}),
    }


def _suppression(finding: Finding) -> Json:
    return {"kind": "external", "justification": printable(finding.ignored)}


def _notifications(report: Report) -> list[Json]:
    return [
        {"level": "note" if problem.compared else "warning", "message": _message(_unread(problem))}
        for problem in report.problems
    ] + [{"level": "note", "message": _message(printable(note))} for note in report.notes]


def _unread(problem: Unread) -> str:
    return f"{fate(problem)}: {problem.side} {where(problem.pointer)}: {printable(problem.message)}"
