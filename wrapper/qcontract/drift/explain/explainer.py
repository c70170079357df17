"""Explanations of pairs of schemas, each made once, however many operations lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import define, field

from qcontract.drift.difference import Difference
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
    operation reaches it is found by following the links between units.
    """

    schemas: Schemas
    sameness: Sameness
    lifecycle: Lifecycle
    _units: dict[tuple[str, str, Direction], Unit] = field(factory=dict[tuple[str, str, Direction], Unit])
    _linked: dict[tuple[str, Direction], Unit] = field(factory=dict[tuple[str, Direction], Unit])
    _waiting: list[tuple[Unit, Node, Node, Direction]] = field(factory=list[Any])
    _reach: Reach = field(factory=Reach)

    def explain(self, old: Node, new: Node, direction: Direction) -> Iterator[Difference]:
        """Every difference between two schemas, each as bad as it can be in this place.

        Args:
            old: A schema of the old document.
            new: Its counterpart in the new one.
            direction: Which way its values travel.
        """
        if not self.sameness.same(old, new):
            root = self.unit(old, new, direction)
            self._finish()
            yield from self._reach.differences(root)

    def relation(self, old: Node, new: Node, direction: Direction) -> Relation:
        """The decision about two schemas as a whole."""
        return self.schemas.decide(old.schema, new.schema, direction)

    def unit(self, old: Node, new: Node, direction: Direction) -> Unit:
        """The explanation of one pair: decided at once, and walked later, since references may lead on for long."""
        key = (old.key, new.key, direction)
        if key not in self._units:
            unit = self._units[key] = Unit(
                self.relation(old, new, direction), self.sameness.links(old, new) is not None
            )
            self._waiting.append((unit, old, new, direction))
        return self._units[key]

    def linked(self, old: Node, new: Node, target: str, direction: Direction) -> Unit:
        """The explanation of what a reference leads to on both sides."""
        key = (target, direction)
        if key not in self._linked:
            self._linked[key] = self.unit(old.led(target), new.led(target), direction)
        return self._linked[key]

    def _finish(self) -> None:
        while self._waiting:
            unit, old, new, direction = self._waiting.pop()
            Walk(self, unit, direction, unit.surroundings).compare(old, new, unit.relation)
