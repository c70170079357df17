"""Differences gathered by what they are about, with every operation that each of them reaches."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from attrs import field, frozen

from qcontract.drift.difference import Difference, Surroundings
from qcontract.drift.drafts import Case, Draft, level_of
from qcontract.drift.explain.lifting import Lifting
from qcontract.drift.message import Message
from qcontract.drift.proving import Proving
from qcontract.findings import NO_EVIDENCE, Client, Evidence, Finding, Level, Subject, Verdict

__all__ = ["IN_CODE", "Collection"]

IN_CODE = "by the rule: messages stay valid, generated code does not"


@frozen(eq=False)
class Collection:
    """Gathers differences for one client of one API; ``messages`` are those whose schemas differ."""

    api: str
    client: Client
    messages: list[Message] = field(factory=list[Message])
    _drafts: dict[Hashable, Draft] = field(factory=dict[Hashable, Draft])

    def add(self, difference: Difference, message: Message) -> Draft | None:
        """Add a difference and a message that it reaches.

        Returns:
            What it became a part of; None if it is no difference in this place.
        """
        level = self._level(difference)
        if level is None:
            return None
        draft = self._drafts.get(difference.key)
        if draft is None:
            draft = self._drafts[difference.key] = Draft(self._subject(difference))
        draft.cases.append(Case(difference, message, level))
        return draft

    def _subject(self, difference: Difference) -> Subject:
        aspect, value, change = difference.rule.aspect, difference.value, difference.outcome
        return Subject(self.api, difference.direction, difference.home, difference.path, aspect, value, change)

    def findings(self, lifting: Lifting) -> Iterator[Finding]:
        """What was gathered, in no particular order, each with its evidence.

        Args:
            lifting: How whole values are found.
        """
        proving = Proving(self.client, lifting, self.messages)
        for draft in self._drafts.values():
            proving.prove(draft)
        for difference, message in proving.unexplained(list(self._drafts.values())):
            whole = self.add(difference, message)
            if whole is not None:
                proving.prove(whole)
        return map(_finding, self._drafts.values())

    def _level(self, difference: Difference) -> Level | None:
        """What was decided where it was decided, and else what the rule says."""
        relation = difference.relation
        if relation is None:
            return difference.rule.level(self.client, difference.direction)
        if difference.surroundings is Surroundings.EQUAL:
            return None
        verdict = "safe" if difference.surroundings is Surroundings.SAFE else relation.verdict
        return level_of(difference, self.client, verdict)


def _finding(draft: Draft) -> Finding:
    case, operations = draft.worst, draft.operations
    difference = case.difference
    place = difference.place(operations)
    words = difference.words(place)
    return Finding(
        rule=difference.rule.id,
        level=case.level,
        subject=draft.subject,
        place=place,
        message=f"{place}: {difference.rule.says.format(**words)}",
        verdict="unknown" if draft.doubt else _verdict(case),
        evidence=draft.evidence or _without_value(case, draft.doubt),
        operations=operations,
        old_pointer=difference.old_pointer,
        new_pointer=difference.new_pointer,
        advice=difference.rule.advises.format(**words),
    )


def _verdict(case: Case) -> Verdict:
    relation = case.difference.relation
    if relation is None:
        return "unknown"
    return "safe" if case.refuted or case.level in {"compatible", "info"} else relation.verdict


def _without_value(case: Case, doubt: str) -> Evidence:
    """Evidence of another kind; or why a break has none."""
    if case.difference.evidence is not None:
        return case.difference.evidence
    relation = case.difference.relation
    if case.level != "breaking" and not doubt:
        return NO_EVIDENCE
    if relation is None:
        return Evidence("none", reason="by the rule: no question of values")
    if relation.verdict == "safe" or case.refuted:
        return Evidence("none", reason=IN_CODE)
    if doubt:
        return Evidence("none", reason=f"a part breaks alone; no whole value could be decided on: {doubt}")
    return Evidence("none", reason=f"by the rule: undecided because of {relation.why}")
