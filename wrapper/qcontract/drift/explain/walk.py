"""One walk through two schemas, side by side."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import define, evolve, field, frozen

from qcontract.drift.difference import Decided, Difference, Surroundings
from qcontract.drift.explain import arrays, objects, types, unions, words
from qcontract.drift.explain.annotations import compare as compare_annotations
from qcontract.drift.explain.shape import Shape, shape_of
from qcontract.drift.explain.trail import Step, Trail
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Direction, Relation
from qcontract.findings import rule

if TYPE_CHECKING:
    from qcontract.drift.explain.explainer import Explainer

__all__ = ["Link", "Unit", "Walk", "whole"]

_ASPECTS = (words.compare, objects.compare, arrays.compare, unions.compare)


@frozen(eq=False)
class Link:
    """A reference from within one unit to another.

    Args:
        unit: Where it leads.
        inside: What is known about the values around it.
        source: The unit that it stands in.
        trail: The way to it within that.
        target: What the text at the end of the trail refers to, somewhere; empty if the reference stands right there.
    """

    unit: Unit
    inside: Surroundings
    source: Unit
    trail: Trail
    target: str = ""


@define(eq=False)
class Unit:
    """A pair of schemas: its differences, and the pairs that references lead to from there."""

    old: Node
    new: Node
    direction: Direction
    relation: Relation
    same_text: bool = False
    differences: list[Difference] = field(factory=list[Difference])
    links: list[Link] = field(factory=list[Link])

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
        old: The schema before.
        new: The same after.
        surroundings: What is known about the values around this place.
        trail: The way to here within the unit.
        optional: Whether the value here may be left out, so that its default matters.
    """

    explainer: Explainer
    unit: Unit
    old: Node
    new: Node
    surroundings: Surroundings
    trail: Trail = ()
    optional: bool = True

    @property
    def direction(self) -> Direction:
        """Which way the values travel."""
        return self.unit.direction

    def compare(self, relation: Relation) -> None:
        """Compare the two schemas, of which the decision is known."""
        count, linked = len(self.unit.differences), len(self.unit.links)
        links = self.explainer.sameness.links(self.old, self.new)
        if links is None:
            self._compare(shape_of(self.old), shape_of(self.new))
        else:
            self._link(self.old, self.new, self.trail, links)
        if not self._is_explained(relation, count, linked):
            self._fall_back(relation)

    def _compare(self, old: Shape, new: Shape) -> None:
        if old.unread | new.unread:
            self._readable(old, new)
            return
        compare_annotations(self, old, new)
        if types.compare(self, old, new):
            for aspect in (unions.compare,) if unions.only_one_is_union(old, new) else _ASPECTS:
                aspect(self, old, new)

    def _readable(self, old: Shape, new: Shape) -> None:
        """Go on below what cannot be compared itself, with what stands on both sides."""
        for name, member in old.properties.items():
            if name in new.properties:
                self.descend(member, new.properties[name], name)
        before, after = (shape.keywords.get("items") for shape in (old, new))
        if before and after:
            self.descend(before.owner.child("items", path="/*"), after.owner.child("items", path="/*"), 0)

    def _link(self, old: Node, new: Node, trail: Trail, targets: list[str]) -> None:
        """Go on where texts of one wording lead: only there something differs."""
        for target in targets:
            unit = self.explainer.linked(old, new, target, self.direction)
            self.unit.links.append(Link(unit, self.surroundings, self.unit, trail, unit.old.pointer))

    def descend(self, old: Node, new: Node, name: str | int | None, *, optional: bool = True) -> None:
        """Compare what stands below: within this unit, or as another one if a reference led there.

        Args:
            old: The schema below.
            new: The same after.
            name: The member or entry that it describes; None for the same value.
            optional: Whether that may be left out.
        """
        if self.explainer.sameness.same(old, new):
            return
        trail = (*self.trail, Step(name, old, new))
        if old.is_referenced or new.is_referenced:
            unit = self.explainer.unit(old, new, self.direction)
            self.unit.links.append(Link(unit, self.surroundings, self.unit, trail))
            return
        links = self.explainer.sameness.links(old, new)
        if links is not None:
            self._link(old, new, trail, links)
            return
        relation = self.relation(old, new)
        around = max(self.surroundings, Surroundings.of(relation))
        below = evolve(self, old=old, new=new, surroundings=around, trail=trail, optional=optional)
        below.compare(relation)

    def relation(self, old: Node, new: Node) -> Relation:
        """The decision about two places."""
        return self.explainer.relation(old, new, self.direction)

    def decide(self, old: Any, new: Any) -> Decided:
        """The decision about two schemas made for the purpose, whose references lead into their documents."""
        return Decided(old, new, self.explainer.schemas.decide(old, new, self.direction))

    def add(
        self,
        name: str,
        old: Node | None,
        new: Node | None,
        decided: Decided | None,
        *,
        value: Any = None,
        before: Any = None,
        after: Any = None,
    ) -> None:
        """Add a difference, unless the decision about it says that there is none."""
        if decided is not None:
            if _says_equal(decided.relation):
                return
            decided = self._in_place(decided)
        self.unit.differences.append(
            Difference.between(
                old,
                new,
                rule=rule(name),
                direction=self.direction.value,
                value=value,
                before=before,
                after=after,
                decided=decided,
                unit=self.unit,
                trail=self.trail,
                surroundings=self.surroundings,
            )
        )

    def _in_place(self, decided: Decided) -> Decided:
        """What breaks alone breaks here, too, if the whole schemas of this place still send and refuse such a value."""
        if decided.relation.verdict != "breaking" or self.surroundings is not Surroundings.OPEN:
            return decided
        relation = self.explainer.lifting.between(self.old, self.new, (), decided, self.direction)
        return decided if relation.verdict == "unknown" else evolve(decided, relation=relation)

    def _is_explained(self, relation: Relation, count: int, linked: int) -> bool:
        """Whether what was added since accounts for a decision: what breaks needs a part that breaks."""
        parts = [difference.relation for difference in self.unit.differences[count:]]
        parts += [link.unit.relation for link in self.unit.links[linked:]]
        if relation.verdict == "breaking":
            return any(part is not None and part.verdict == "breaking" for part in parts)
        if self._rests_on_unread(relation):
            return True  # which is told of where it stands
        return self.unit.same_text or any(map(_differs, parts)) or _says_equal(relation)

    def _rests_on_unread(self, relation: Relation) -> bool:
        unread = self.explainer.unread
        return bool(unread) and (relation.why in unread or (relation.verdict == "safe" and relation.equal is None))

    def _fall_back(self, relation: Relation) -> None:
        name = whole(relation, self.direction)
        self.add(name, self.old, self.new, Decided(self.old.reference, self.new.reference, relation))


def whole(relation: Relation, direction: Direction) -> str:
    """The rule for schemas that differ as a whole, and in no part that could be named."""
    requests = direction is Direction.REQUEST
    names = {
        "breaking": "body-narrowed" if requests else "body-widened",
        "safe": "body-widened" if requests else "body-narrowed",
        "unknown": "body-changed",
    }
    return names[relation.verdict]


def _differs(relation: Relation | None) -> bool:
    return relation is not None and not _says_equal(relation)


def _says_equal(relation: Relation) -> bool:
    """What breaks is never equal, so that it need not be found out."""
    return relation.verdict == "safe" and bool(relation.equal)
