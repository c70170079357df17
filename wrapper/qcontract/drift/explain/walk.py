"""One walk through two schemas, side by side."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import define, evolve, field, frozen

from qcontract.drift.difference import Difference, Surroundings
from qcontract.drift.explain import arrays, objects, types, unions, words
from qcontract.drift.explain.annotations import compare as compare_annotations
from qcontract.drift.explain.shape import shape_of
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Direction, Relation
from qcontract.findings import rule

if TYPE_CHECKING:
    from qcontract.drift.explain.explainer import Explainer

__all__ = ["Unit", "Walk"]

_ASPECTS = (words.compare, objects.compare, arrays.compare, unions.compare)


@define(eq=False)
class Unit:
    """The differences within one pair of schemas, and the pairs that references lead to from there."""

    relation: Relation
    differences: list[Difference] = field(factory=list[Difference])
    children: list[tuple[Unit, Surroundings]] = field(factory=list[Any])

    @cached_property
    def surroundings(self) -> Surroundings:
        """What the decision says about everything within."""
        return Surroundings.of(self.relation)


@frozen(eq=False)
class Walk:
    """Names the differences of two schemas and adds them to a unit.

    Args:
        explainer: Where other units come from.
        unit: Where differences go.
        direction: Which way the values travel.
        surroundings: What is known about the values around this place.
        optional: Whether the value here may be left out, so that its default matters.
    """

    explainer: Explainer
    unit: Unit
    direction: Direction
    surroundings: Surroundings
    optional: bool = True

    def compare(self, old: Node, new: Node, relation: Relation) -> None:
        """Compare two schemas of which the decision is known."""
        before, count = shape_of(old), len(self.unit.differences)
        after, links = shape_of(new), len(self.unit.children)
        compare_annotations(self, before, after)
        if types.compare(self, before, after):
            for aspect in (unions.compare,) if unions.only_one_is_union(before, after) else _ASPECTS:
                aspect(self, before, after)
        if not relation.equal and not self._is_explained(relation, count, links):
            self._fall_back(old, new, relation)

    def descend(self, old: Node, new: Node, *, optional: bool = True) -> None:
        """Compare what stands below: within this unit, or as another one if a reference led there."""
        if self.explainer.sameness.same(old, new):
            return
        if old.is_referenced or new.is_referenced:
            self.unit.children.append((self.explainer.unit(old, new, self.direction), self.surroundings))
            return
        relation = self.relation(old, new)
        around = max(self.surroundings, Surroundings.of(relation))
        evolve(self, surroundings=around, optional=optional).compare(old, new, relation)

    def relation(self, old: Node, new: Node) -> Relation:
        """The decision about two places."""
        return self.explainer.relation(old, new, self.direction)

    def decide(self, old: Any, new: Any) -> Relation:
        """The decision about two schemas made for the purpose, whose references lead into their documents."""
        return self.explainer.schemas.decide(old, new, self.direction)

    def add(
        self,
        name: str,
        old: Node | None,
        new: Node | None,
        relation: Relation | None,
        *,
        value: Any = None,
        before: Any = None,
        after: Any = None,
    ) -> None:
        """Add a difference, unless the decision about it says that there is none."""
        if relation is not None and relation.equal:
            return
        self.unit.differences.append(
            Difference.between(
                old,
                new,
                rule=rule(name),
                direction=self.direction.value,
                value=value,
                before=before,
                after=after,
                relation=relation,
                surroundings=self.surroundings,
            )
        )

    def _is_explained(self, relation: Relation, count: int, links: int) -> bool:
        """Whether what was added since accounts for a decision: what breaks needs a part that breaks."""
        parts = [difference.relation for difference in self.unit.differences[count:]]
        parts += [child.relation for child, _ in self.unit.children[links:]]
        decided = [part for part in parts if part is not None and not part.equal]
        if relation.verdict == "breaking":
            return any(part.verdict == "breaking" for part in decided)
        return bool(decided)

    def _fall_back(self, old: Node, new: Node, relation: Relation) -> None:
        requests = self.direction is Direction.REQUEST
        names = {
            "breaking": "body-narrowed" if requests else "body-widened",
            "safe": "body-widened" if requests else "body-narrowed",
            "unknown": "body-changed",
        }
        self.add(names[relation.verdict], old, new, relation)
