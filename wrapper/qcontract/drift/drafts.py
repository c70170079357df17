"""Findings in the making: equal differences in all the messages that they reach."""

from __future__ import annotations

from attrs import define, field

from qcontract.drift.difference import Difference, Surroundings
from qcontract.drift.message import Message
from qcontract.findings import LEVELS, Client, Evidence, Level, Subject, rule

__all__ = ["Case", "Draft", "level_in_doubt", "level_of", "worse"]


@define(eq=False)
class Case:
    """A difference in one message, and how bad it is there.

    ``refuted`` when no value of the message can show it.
    """

    difference: Difference
    message: Message
    level: Level
    refuted: bool = False

    @property
    def breaks(self) -> bool:
        """Whether values that are sent there are refused, as far as known."""
        relation = self.difference.relation
        may = relation is not None and relation.verdict == "breaking" and not self.refuted
        return may and self.level == "breaking" and self.difference.surroundings is Surroundings.OPEN


@define(eq=False)
class Draft:
    """A finding in the making: the worst of equal differences, and whom they reach at which level.

    ``doubt`` is why no value was found, nor excluded, that shows it.
    """

    subject: Subject
    cases: list[Case] = field(factory=list[Case])
    evidence: Evidence | None = None
    doubt: str = ""
    shown: Case | None = None

    @property
    def worst(self) -> Case:
        """The one that evidence shows, or else the first of the worst."""
        return self.shown or min(self.cases, key=lambda case: LEVELS.index(case.level))

    @property
    def operations(self) -> tuple[str, ...]:
        """Those that it reaches at its level; the others do not notice."""
        level = self.worst.level
        return tuple(sorted({case.message.operation for case in self.cases if case.level == level} - {""}))


def level_of(difference: Difference, client: Client, verdict: str) -> Level:
    """What a decision comes to, and else what the rule says.

    Generated code may notice a change that the wire does not: then the rule's level for that client is the least.
    """
    said = difference.rule.level(client, difference.direction)
    decided: dict[str, Level] = {"safe": "compatible", "breaking": "breaking"}
    return worse(decided.get(verdict, said), _floor(difference, client))


def level_in_doubt(difference: Difference, client: Client) -> Level:
    """What a difference comes to that breaks alone, where no whole value shows it and none is excluded."""
    return worse(rule("body-changed").level(client, difference.direction), _floor(difference, client))


def _floor(difference: Difference, client: Client) -> Level:
    on_the_wire = difference.rule.level("wire", difference.direction)
    in_code = difference.rule.level("sdk", difference.direction)
    return in_code if client != "wire" and in_code != on_the_wire else "info"


def worse(one: Level, other: Level) -> Level:
    """The worse of two levels."""
    return one if LEVELS.index(one) <= LEVELS.index(other) else other
