"""Explanations of pairs of schemas, each made once, however many operations lead to it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from qcontract.drift.difference import Difference
from qcontract.drift.explain import impossible
from qcontract.drift.explain.lifting import Lifting
from qcontract.drift.explain.reach import Reach
from qcontract.drift.explain.walk import Unit, Walk
from qcontract.drift.lifecycle import Lifecycle
from qcontract.drift.nodes import Node
from qcontract.drift.sameness import Sameness
from qcontract.drift.schemas import Direction, Relation, Schemas

__all__ = ["Explainer"]


@define(eq=False)
class Explainer:
    """Explains pairs of schemas of two documents.

    A schema that a reference leads to is a unit of its own: it is explained once for each pair and direction, and what
    operation reaches it is found by following the links between units. ``unread`` says why parts cannot be read.
    """

    schemas: Schemas
    sameness: Sameness
    lifecycle: Lifecycle
    unread: frozenset[str] = frozenset()
    lifting: Lifting = field(init=False)
    _units: dict[tuple[str, str, Direction], Unit] = field(factory=dict[tuple[str, str, Direction], Unit])
    _linked: dict[tuple[str, Direction], Unit] = field(factory=dict[tuple[str, Direction], Unit])
    _waiting: list[Unit] = field(factory=list[Unit])
    _reach: Reach = field(factory=Reach)

    def __attrs_post_init__(self) -> None:
        self.lifting = Lifting(self.schemas)

    def explain(self, old: Node, new: Node, direction: Direction) -> Unit | None:
        """The explanation of two schemas, with everything that they lead to; None where nothing differs.

        Args:
            old: A schema of the old document.
            new: Its counterpart in the new one.
            direction: Which way its values travel.
        """
        if self.sameness.same(old, new):
            return None
        root = self.unit(old, new, direction)
        self._finish()
        return root

    def differences(self, root: Unit) -> Iterator[Difference]:
        """Every difference at and below an explained pair, each as bad as it can be when values start there."""
        return self._reach.differences(root)

    def relation(self, old: Node, new: Node, direction: Direction) -> Relation:
        """The decision about two schemas as a whole."""
        return self.schemas.decide(old.schema, new.schema, direction)

    def unit(self, old: Node, new: Node, direction: Direction) -> Unit:
        """The explanation of one pair: decided at once, and walked later, since references may lead on for long."""
        key = (old.key, new.key, direction)
        if key not in self._units:
            same_text = self.sameness.links(old, new) is not None
            unit = self._units[key] = Unit(old, new, direction, self.relation(old, new, direction), same_text)
            self._waiting.append(unit)
        return self._units[key]

    def linked(self, old: Node, new: Node, target: str, direction: Direction) -> Unit:
        """The explanation of what a reference leads to on both sides."""
        key = (target, direction)
        if key not in self._linked:
            self._linked[key] = self.unit(old.led(target), new.led(target), direction)
        return self._linked[key]

    def _finish(self) -> None:
        while self._waiting:
            unit = self._waiting.pop()
            Walk(self, unit, unit.old, unit.new, unit.surroundings).compare(unit.relation)
            impossible.tell(self, unit)
