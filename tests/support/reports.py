"""Reports for the tests of layouts, without a comparison behind them."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from qcontract.findings import Evidence, Finding, Location, Place, Report, Subject, Unread

NASTY = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover='alert(1)' x=\"",
    "a\x00b\x1b[2Jc\r\nd\ue000\ufffe\uffff",
    "\u202egnp.exe\u2066\u200b",
    "]]> <!-- --> &amp; &#x3c;",
    "| `code` ``` * _ [link](https://evil.example) @everyone #1 www.evil.example $x$ ~~x~~",
    "::error file=x::boom%0A%25,:",
    "{0} {{1}} {not a placeholder} [x](1)",
    "\ud800 lone, 🤖 pair, é",
)


def finding(rule: str = "enum-value-removed", message: str = "Job/status: paused is gone", **more: Any) -> Finding:
    number = more.pop("number", 0)
    subject = more.pop("subject", Subject("", "request", "/components/schemas/Job", f"/p{number}", "enum", number))
    given: dict[str, Any] = {
        "level": "breaking",
        "verdict": "breaking",
        "evidence": Evidence("value", {"status": "paused"}, "old", "new", "/status"),
        "operations": ("GET /jobs", "POST /jobs"),
        "old_pointer": "/components/schemas/Job",
        "new_pointer": "/components/schemas/Job",
        "old_location": Location("old.yaml", 7, 5, "    Job:", 4),
        "new_location": Location("new.yaml", 9, 5, "    Job:", 4),
        "advice": "Send another value.",
    }
    return Finding(rule=rule, message=message, subject=subject, **(given | more))


def report(*findings: Finding, **more: Any) -> Report:
    given: dict[str, Any] = {"kind": "drift", "old": "old.yaml", "new": "new.yaml", "client": "wire"}
    return Report(**(given | more)).with_findings(findings)


def nasty(text: str) -> Report:
    """A report in which every text that can come from a contract is this one."""
    hostile = finding(
        message=text,
        place=Place(text, text, (text, "x"), text),
        evidence=Evidence("value", {text: [text]}, "old", "new", text, text, text, reason=text),
        operations=(text, f"{text}2"),
        old_pointer=text,
        old_location=Location(text or "x", 1, 1, text, min(len(text), 1)),
        new_location=Location(text or "x", 2, 1, text, 0),
        subject=Subject("", "both", text, text, "enum", text),
        advice=text,
        impact=(text,),
    )
    ignored = finding("server-removed", message=text, ignored=text or "why")
    problems = (Unread("old", text, text),)
    return report(hostile, old=text, new=text, ignored=(ignored,), problems=problems, notes=(text,))


def nasty_group(text: str) -> Report:
    """Findings that are shown together, with this text in everything that they share and in what they differ in."""
    (hostile,) = nasty(text).findings
    others = (evolve(hostile, subject=evolve(hostile.subject, value=f"{text}{number}")) for number in range(3))
    return report(hostile, *others)
