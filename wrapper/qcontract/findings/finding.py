"""One difference between what was agreed and what is."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal

from attrs import field, frozen

from qcontract.findings.place import Place
from qcontract.findings.subject import Subject, fingerprint

__all__ = ["LEVELS", "NO_EVIDENCE", "Evidence", "Finding", "Level", "Location", "Verdict"]

Level = Literal["breaking", "risky", "compatible", "info"]
Verdict = Literal["safe", "breaking", "unknown"]

LEVELS: tuple[Level, ...] = ("breaking", "risky", "compatible", "info")
"""The worst first: a client fails; a client may fail; no client notices; said for the record."""


@frozen
class Location:
    """Where something stands in a file.

    ``line`` and ``column`` count from 1; ``caret`` is the index in ``excerpt``, a part of the line, of the column.
    """

    file: str
    line: int
    column: int
    excerpt: str = ""
    caret: int = 0


@frozen
class Evidence:
    """What shows that a finding is true.

    Args:
        kind: ``value`` for a JSON value that one side may send and the other refuses, ``request`` for a description
            of a request that was answered before and is not now, ``none``.
        witness: That value or request.
        accepted_by: The side that takes it: ``old`` or ``new``.
        refused_by: The other one.
        path: JSON Pointer into the value, to what the finding is about; empty for the whole.
        operation: The operation in whose messages the value travels; empty for a component that no message was found
            for.
        part: The part of its messages that the value is, such as ``request body application/json``; or the component.
        direction: Which way the value travels: ``request`` or ``response``.
        old_schema: What describes the value in the old document: a JSON Pointer into it, or a schema object whose
            references lead there where the text was read in a wider sense.
        new_schema: The same for the new document. ``Schemas.project`` writes both as plain JSON Schema, of which one
            accepts the value and the other does not.
        reason: What a break rests on that nothing shows.
    """

    kind: Literal["value", "request", "none"]
    witness: Any = None
    accepted_by: str = ""
    refused_by: str = ""
    path: str = ""
    operation: str = ""
    part: str = ""
    direction: Literal["request", "response", "both", ""] = ""
    old_schema: Any = None
    new_schema: Any = None
    reason: str = ""


NO_EVIDENCE = Evidence("none")


@frozen(kw_only=True)
class Finding:
    """A difference, the rule that names it, what it rests on and whom it reaches.

    Args:
        rule: Id of the rule.
        level: How bad it is for the client of the report.
        subject: What it is about.
        message: One sentence for people, which begins with the place; never part of an identity.
        place: Where it stands, for people; None where the message says it in its own way.
        verdict: What the decision said; ``unknown`` means that ``level`` is the rule's own.
        evidence: What shows it.
        basis: ``documented``, or ``inferred`` where nobody has seen that part of the contract.
        operations: Every operation that it reaches, as ``GET /jobs``.
        old_pointer: Where it stands in the old document; empty if nowhere.
        new_pointer: Where it stands in the new document; empty if nowhere.
        old_location: The same as file and line, once somebody has looked it up.
        new_location: Likewise.
        advice: What to do about it.
        impact: What it does to the generated client, a sentence each.
        used: Whether given code uses what changed; None when nobody asked.
        ignored: Why it does not count, from an ignore file or a baseline; empty when it counts.
    """

    rule: str
    level: Level
    subject: Subject
    message: str
    place: Place | None = None
    verdict: Verdict = "unknown"
    evidence: Evidence = NO_EVIDENCE
    basis: str = "documented"
    operations: tuple[str, ...] = ()
    old_pointer: str = ""
    new_pointer: str = ""
    old_location: Location | None = None
    new_location: Location | None = None
    advice: str = ""
    impact: tuple[str, ...] = ()
    used: bool | None = None
    ignored: str = field(default="", repr=False)

    @property
    def fingerprint(self) -> str:
        """The name of this finding in ignore files and baselines."""
        return fingerprint(self.rule, self.subject)

    @cached_property
    def order(self) -> tuple[int | str, ...]:
        """The worst first, then by place: the order of every report."""
        place = (self.subject.pointer, self.subject.direction, self.subject.path)
        return (LEVELS.index(self.level), *place, self.rule, self.fingerprint)
