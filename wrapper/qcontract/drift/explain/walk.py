"""One walk through two schemas, side by side."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import define, evolve, field, frozen

from qcontract.drift.difference import Difference, Surroundings
from qcontract.drift.explain import arrays, objects, types, unions, words
from qcontract.drift.explain.annotations import compare as compare_annotations
from qcontract.drift.explain.shape import Shape, shape_of
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
    same_text: bool = False
    differences: list[Difference] = field(factory=list[Difference])
    children: list[tuple[Unit, Surroundings]] = field(factory=list[Any])

    @cached_property
    def surroundings(self) -> Surroundings:
        """What the decision says about everything within.

        Behind one and the same text every unit that a reference leads to knows best whether it is equal; to find it
        out here as well would decide on the whole document twice more.
        """
        if self.same_text and self.relation.verdict == "safe":
            return Surroundings.SAFE
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
        count, linked = len(self.unit.differences), len(self.unit.children)
        links = self.explainer.sameness.links(old, new)
        if links is None:
            self._compare(shape_of(old), shape_of(new))
        else:
            self._link(old, new, links)
        if not self._is_explained(relation, count, linked):
            self._fall_back(old, new, relation)

    def _compare(self, old: Shape, new: Shape) -> None:
        compare_annotations(self, old, new)
        if types.compare(self, old, new):
            for aspect in (unions.compare,) if unions.only_one_is_union(old, new) else _ASPECTS:
                aspect(self, old, new)

    def _link(self, old: Node, new: Node, targets: list[str]) -> None:
        """Go on where texts of one wording lead: only there something differs."""
        for target in targets:
            self.unit.children.append((self.explainer.linked(old, new, target, self.direction), self.surroundings))

    def descend(self, old: Node, new: Node, *, optional: bool = True) -> None:
        """Compare what stands below: within this unit, or as another one if a reference led there."""
        if self.explainer.sameness.same(old, new):
            return
        if old.is_referenced or new.is_referenced:
            self.unit.children.append((self.explainer.unit(old, new, self.direction), self.surroundings))
            return
        links = self.explainer.sameness.links(old, new)
        if links is not None:
            self._link(old, new, links)
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
        if relation is not None and _says_equal(relation):
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

    def _is_explained(self, relation: Relation, count: int, linked: int) -> bool:
        """Whether what was added since accounts for a decision: what breaks needs a part that breaks."""
        parts = [difference.relation for difference in self.unit.differences[count:]]
        parts += [child.relation for child, _ in self.unit.children[linked:]]
        if relation.verdict == "breaking":
            return any(part is not None and part.verdict == "breaking" for part in parts)
        return self.unit.same_text or any(map(_differs, parts)) or _says_equal(relation)

    def _fall_back(self, old: Node, new: Node, relation: Relation) -> None:
        requests = self.direction is Direction.REQUEST
        names = {
            "breaking": "body-narrowed" if requests else "body-widened",
            "safe": "body-widened" if requests else "body-narrowed",
            "unknown": "body-changed",
        }
        self.add(names[relation.verdict], old, new, relation)


def _differs(relation: Relation | None) -> bool:
    return relation is not None and not _says_equal(relation)


def _says_equal(relation: Relation) -> bool:
    """What breaks is never equal, so that it need not be found out."""
    return relation.verdict == "safe" and bool(relation.equal)
