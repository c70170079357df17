"""A difference before it is known whom it reaches."""

from __future__ import annotations

import enum
from collections.abc import Hashable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from qcontract.contract.jsonvalue import canonical
from qcontract.drift.identity import outcome
from qcontract.drift.nodes import Node
from qcontract.drift.places import place_of
from qcontract.drift.schemas import Relation
from qcontract.findings import Evidence, Exchange, Place, Rule

if TYPE_CHECKING:
    from qcontract.drift.explain.trail import Trail
    from qcontract.drift.explain.walk import Unit

__all__ = ["Decided", "Difference", "Surroundings", "shown"]

_LONGEST = 120
_SAID_BY_VALUE = frozenset({"security-alternative-removed", "security-requirement-removed"})
"""What stands there now is what was left, and not what came in its place."""


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
class Decided:
    """Two schemas, each of which may refer to its document, and the decision about them."""

    old: Any
    new: Any
    relation: Relation


@frozen(eq=False)
class Difference:
    """What differs, where, and what was decided about it.

    Args:
        rule: The rule that names it.
        direction: Which messages.
        node: The place, in the old document if there is one.
        value: Which one, where the aspect has several.
        before: What stood there.
        after: What stands there.
        old_pointer: Where in the old document.
        new_pointer: Where in the new document.
        decided: What was decided about this difference alone; None where it is no question of values.
        unit: The pair of schemas within which it stands, if it is a difference of values.
        trail: The way to it from there.
        evidence: What shows it, where no decision does.
        surroundings: What is known about the values around it.
    """

    rule: Rule
    direction: Exchange
    node: Node
    value: Any = None
    before: Any = None
    after: Any = None
    old_pointer: str = ""
    new_pointer: str = ""
    decided: Decided | None = None
    unit: Unit | None = None
    trail: Trail = ()
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
            first,
            old_pointer=old.pointer if old else "",
            new_pointer=new.pointer if new else "",
            **rest,
        )

    @cached_property
    def key(self) -> Hashable:
        """What it is about: differences with the same are told as one."""
        value = self.value if isinstance(self.value, str) else (canonical(self.value),)
        return self.rule.id, self.direction, self.home, self.path, value, canonical(self.outcome)

    @cached_property
    def outcome(self) -> Any:
        """What tells it from another difference of the same kind at the same place."""
        return None if self.rule.id in _SAID_BY_VALUE else outcome(self.rule.aspect, self.after)

    @property
    def relation(self) -> Relation | None:
        """The decision about it."""
        return self.decided.relation if self.decided else None

    @property
    def home(self) -> str:
        """Pointer of the component or operation."""
        return self.node.home

    @property
    def path(self) -> str:
        """From there to the place."""
        return self.node.path

    def place(self, operations: tuple[str, ...]) -> Place:
        """Where it stands, for people.

        Args:
            operations: The operations that it reaches.
        """
        return place_of(self.node, self.direction, operations, self.rule.aspect)

    def words(self, place: Place) -> dict[str, str]:
        """What the rule's sentences are filled with."""
        said = {"value": self._named, "old": self.before, "new": self.after}
        return {name: shown(value) for name, value in said.items()} | {"it": place.short}

    @property
    def _named(self) -> Any:
        """The value; an alternative that is known by its place in the list with its type, if it says one."""
        kind = self.node.get("type") if self.rule.aspect in {"allOf", "union"} else None
        is_index = isinstance(self.value, int) or (isinstance(self.value, str) and self.value.isdecimal())
        return f"{self.value} ({shown(kind)})" if is_index and kind is not None else self.value


def shown(value: Any) -> str:
    """A value as it stands in a sentence: texts as they are, the rest as JSON, both cut when long."""
    text = value if isinstance(value, str) else "none" if value is None else canonical(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
