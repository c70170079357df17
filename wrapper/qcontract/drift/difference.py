"""A difference before it is known whom it reaches."""

from __future__ import annotations

import enum
from typing import Any

from attrs import field, frozen

from qcontract.contract.jsonvalue import canonical
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Relation
from qcontract.findings import Evidence, Exchange, Rule

__all__ = ["Difference", "Surroundings", "shown"]

_LONGEST = 120


class Surroundings(enum.IntEnum):
    """What is known about the values around a difference: it cannot be worse than what it is a part of."""

    OPEN = 0
    SAFE = 1
    EQUAL = 2

    @classmethod
    def of(cls, relation: Relation) -> Surroundings:
        """What a decision about a whole says about its parts."""
        if relation.verdict != "safe":
            return cls.OPEN
        return cls.EQUAL if relation.equal else cls.SAFE


@frozen(eq=False)
class Difference:
    """What differs, where, and what was decided about it.

    Args:
        rule: The rule that names it.
        direction: Which messages.
        home: Pointer of the component or operation.
        path: From there to the place.
        value: Which one, where the aspect has several.
        before: What stood there.
        after: What stands there.
        old_pointer: Where in the old document.
        new_pointer: Where in the new document.
        relation: The decision about this difference alone; None where it is no question of values.
        evidence: What shows it, where no decision does.
        surroundings: What is known about the values around it.
    """

    rule: Rule
    direction: Exchange
    home: str
    path: str = ""
    value: Any = None
    before: Any = None
    after: Any = None
    old_pointer: str = ""
    new_pointer: str = ""
    relation: Relation | None = None
    evidence: Evidence | None = None
    surroundings: Surroundings = field(default=Surroundings.OPEN)

    @classmethod
    def between(cls, old: Node | None, new: Node | None, *, rule: Rule, direction: Exchange, **rest: Any) -> Difference:
        """A difference of two places, of which there may be only one: the old one names it."""
        first = old or new
        assert first is not None, "a difference stands somewhere"
        return cls(
            rule,
            direction,
            first.home,
            first.path,
            old_pointer=old.pointer if old else "",
            new_pointer=new.pointer if new else "",
            **rest,
        )

    @property
    def sentence(self) -> str:
        """The rule's sentence about this difference."""
        said = self.rule.says.format(value=shown(self.value), old=shown(self.before), new=shown(self.after))
        return f"{self._label}: {said}"

    @property
    def _label(self) -> str:
        name = self.home.rsplit("/", 1)[-1] if self.home.startswith("/components/") else self.home
        return name + self.path


def shown(value: Any) -> str:
    """A value as it stands in a sentence: texts as they are, the rest as JSON, both cut when long."""
    text = value if isinstance(value, str) else "nothing" if value is None else canonical(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
