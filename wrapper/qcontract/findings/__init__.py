"""Findings: what was found about a contract, in words that every report, ignore file and join shares."""

from __future__ import annotations

from qcontract.findings.catalogue import (
    CLIENTS,
    METADATA,
    SUBTYPE,
    UNREADABLE,
    Client,
    Example,
    Levels,
    Rule,
    documents,
    rule,
    rules,
)
from qcontract.findings.finding import LEVELS, NO_EVIDENCE, Evidence, Finding, Level, Location, Verdict
from qcontract.findings.joins import Join, join
from qcontract.findings.place import Place
from qcontract.findings.policy import Ignored, Policy, read_baseline, read_ignore_file, read_levels
from qcontract.findings.report import Outcome, Report, Unread, Worth
from qcontract.findings.report_schema import report_schema
from qcontract.findings.subject import Exchange, Subject, fingerprint

__all__ = [
    "CLIENTS",
    "LEVELS",
    "METADATA",
    "NO_EVIDENCE",
    "SUBTYPE",
    "UNREADABLE",
    "Client",
    "Evidence",
    "Example",
    "Exchange",
    "Finding",
    "Ignored",
    "Join",
    "Level",
    "Levels",
    "Location",
    "Outcome",
    "Place",
    "Policy",
    "Report",
    "Rule",
    "Subject",
    "Unread",
    "Verdict",
    "Worth",
    "documents",
    "fingerprint",
    "join",
    "read_baseline",
    "read_ignore_file",
    "read_levels",
    "report_schema",
    "rule",
    "rules",
]
