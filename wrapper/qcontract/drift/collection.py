"""Differences gathered by what they are about, with every operation that each of them reaches."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from attrs import define, field, frozen

from qcontract.contract.jsonvalue import canonical
from qcontract.drift.difference import Difference, Surroundings
from qcontract.findings import LEVELS, NO_EVIDENCE, Client, Evidence, Finding, Level, Subject, Verdict

__all__ = ["Collection"]


@define(eq=False)
class _Draft:
    """A finding in the making: the worst of equal differences, and whom they reach at which level."""

    difference: Difference
    subject: Subject
    reached: dict[str, Level] = field(factory=dict[str, Level])

    @property
    def level(self) -> Level:
        return min(self.reached.values(), key=LEVELS.index)

    @property
    def operations(self) -> tuple[str, ...]:
        """Those that it reaches at its level; the others do not notice."""
        return tuple(sorted(name for name, level in self.reached.items() if name and level == self.level))


@frozen(eq=False)
class Collection:
    """Gathers differences for one client of one API."""

    api: str
    client: Client
    _drafts: dict[Hashable, _Draft] = field(factory=dict[Hashable, _Draft])

    def add(self, difference: Difference, operation: str = "") -> Level | None:
        """Add a difference and an operation that it reaches.

        Returns:
            How bad it is there; None if it is no difference in this place.
        """
        level = self._level(difference)
        if level is None:
            return None
        value = difference.value if isinstance(difference.value, str) else (canonical(difference.value),)
        key = (difference.rule.id, difference.direction, difference.home, difference.path, value)
        draft = self._drafts.get(key)
        if draft is None:
            draft = self._drafts[key] = _Draft(difference, self._subject(difference))
        known = draft.reached.get(operation, level)
        draft.reached[operation] = _worse(known, level)
        return level

    def _subject(self, difference: Difference) -> Subject:
        aspect = difference.rule.aspect
        return Subject(self.api, difference.direction, difference.home, difference.path, aspect, difference.value)

    def findings(self) -> Iterator[Finding]:
        """What was gathered, in no particular order."""
        for draft in self._drafts.values():
            difference = draft.difference
            yield Finding(
                rule=difference.rule.id,
                level=draft.level,
                subject=draft.subject,
                message=difference.sentence,
                verdict=_verdict(difference, draft.level),
                evidence=_evidence(difference),
                operations=draft.operations,
                old_pointer=difference.old_pointer,
                new_pointer=difference.new_pointer,
                advice=difference.rule.advice,
            )

    def _level(self, difference: Difference) -> Level | None:
        """What was decided where it was decided, and else what the rule says.

        Generated code may notice a change that the wire does not: then the rule's level for that client is the least.
        """
        said = difference.rule.level(self.client, difference.direction)
        relation = difference.relation
        if relation is None:
            return said
        if difference.surroundings is Surroundings.EQUAL:
            return None
        if relation.verdict == "safe" or difference.surroundings is Surroundings.SAFE:
            decided: Level = "compatible"
        else:
            decided = "breaking" if relation.verdict == "breaking" else said
        return _worse(decided, self._floor(difference))

    def _floor(self, difference: Difference) -> Level:
        on_the_wire = difference.rule.level("wire", difference.direction)
        in_code = difference.rule.level("sdk", difference.direction)
        return in_code if self.client != "wire" and in_code != on_the_wire else "info"


def _verdict(difference: Difference, level: Level) -> Verdict:
    if difference.relation is None:
        return "unknown"
    return "safe" if level in {"compatible", "info"} else difference.relation.verdict


def _evidence(difference: Difference) -> Evidence:
    if difference.evidence is not None:
        return difference.evidence
    relation = difference.relation
    if relation is None or not relation.has_witness:
        return NO_EVIDENCE
    sender, receiver = ("old", "new") if difference.direction == "request" else ("new", "old")
    return Evidence("value", relation.witness, sender, receiver, difference.path)


def _worse(one: Level, other: Level) -> Level:
    return one if LEVELS.index(one) <= LEVELS.index(other) else other
