"""Whole values for differences: what one side sends and the other refuses because of one place in it."""

from __future__ import annotations

from typing import Any, Protocol, cast

from attrs import define, field

from qcontract.drift.difference import Decided
from qcontract.drift.explain.trail import Trail, around, landing, put
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Direction, Relation, Schemas

__all__ = ["Lifting"]

_NEVER = Relation("safe", equal=lambda: False)
"""A difference that no whole value shows; the schemas differ all the same."""


class _Validator(Protocol):
    def is_valid(self, instance: Any, /) -> bool: ...


@define(eq=False)
class Lifting:
    """Decides whether a difference of a part is one of the whole, by a whole value that shows it."""

    schemas: Schemas
    _examples: dict[tuple[str, str, Direction], Relation] = field(factory=dict[tuple[str, str, Direction], Relation])

    _validators: dict[tuple[str, str, Direction], _Validator | None] = field(factory=dict[Any, Any])

    def between(self, old: Node, new: Node, trail: Trail, decided: Decided, direction: Direction) -> Relation:
        """The decision about one place, within whole values that contain it.

        Args:
            old: The whole schema before.
            new: The same after.
            trail: The way from there to the place.
            decided: What was decided about the place alone: values of one schema that the other one has not.
            direction: Which way the values travel.

        Returns:
            ``breaking`` with a whole value that is sent and refused and shows the difference at the place; ``safe`` if
            there is none.
        """
        built = self._built(old, new, trail, decided.relation.witness, direction)
        fits = landing(built, trail)
        relation = self._sent(old, new, built, direction) if fits else None
        relation = relation or self._found(old, new, trail, decided, direction)
        if relation.verdict == "unknown" and fits:
            return self._validated(old, new, built, direction) or relation
        return relation

    def text(self, pattern: str) -> str:
        """A text that fits a pattern; one that may not fit if none was found."""
        relation = self.schemas.decide({"type": "string", "pattern": pattern}, False, Direction.REQUEST)
        return str(relation.witness) if relation.has_witness else "undeclared"

    def _found(self, old: Node, new: Node, trail: Trail, decided: Decided, direction: Direction) -> Relation:
        """A value of the sender that has the difference at the place and is refused.

        What the receiver takes is widened by everything that does not show the difference, having nothing there at all.
        """
        requests = direction is Direction.REQUEST
        parts = (decided.old, decided.new) if requests else (decided.new, decided.old)
        sent, taken = around(trail, *parts, requests=requests)
        sender, receiver = (old, new) if requests else (new, old)
        pair = {"allOf": [sender.reference, sent]}, {"anyOf": [receiver.reference, taken]}
        one, other = pair if requests else pair[::-1]
        relation = self.schemas.decide(one, other, direction)
        return _NEVER if relation.verdict == "safe" else relation

    def _sent(self, old: Node, new: Node, value: Any, direction: Direction) -> Relation | None:
        """The decision about one value; None if it shows nothing."""
        only = [{"enum": [value]}]
        if direction is Direction.REQUEST:
            relation = self.schemas.decide({"allOf": [old.reference, *only]}, new.schema, direction)
        else:
            relation = self.schemas.decide(old.schema, {"allOf": [new.reference, *only]}, direction)
        return relation if relation.verdict == "breaking" else None

    def _validated(self, old: Node, new: Node, value: Any, direction: Direction) -> Relation | None:
        """What a validator says of a value that could not be decided on, such as a text of some format.

        It is asked when it is installed; without it a break stays a break, and only has no value to show.
        """
        sender, receiver = (old, new) if direction is Direction.REQUEST else (new, old)
        sent, taken = (self._validator(node, direction) for node in (sender, receiver))
        if sent is None or taken is None or not sent.is_valid(value) or taken.is_valid(value):
            return None
        return Relation("breaking", value, True, equal=lambda: False)

    def _validator(self, node: Node, direction: Direction) -> _Validator | None:
        key = (node.side, node.key, direction)
        if key not in self._validators:
            self._validators[key] = _compiled(self.schemas.project(node.side, node.schema, direction))
        return self._validators[key]

    def _built(self, old: Node, new: Node, trail: Trail, part: Any, direction: Direction) -> Any:
        """The part within the plainest whole value.

        This is a guess, made without a search: of the schemas of one value, only the last is asked for an example.
        """
        places: list[tuple[str | int, Node]] = []
        for step in trail:
            if step.name is not None:
                places.append((step.name, old if direction is Direction.REQUEST else new))
            old, new = step.old, step.new
        value = part
        for name, node in reversed(places):
            value = put(self._example(node, direction), name, value)
        return value

    def _example(self, node: Node, direction: Direction) -> Any:
        """The plainest value that a sender has; None if none was found."""
        key = (node.side, node.key, direction)
        if key not in self._examples:
            old, new = (node.schema, False) if direction is Direction.REQUEST else (False, node.schema)
            self._examples[key] = self.schemas.decide(old, new, direction)
        return self._examples[key].witness


def _compiled(schema: dict[str, Any]) -> _Validator | None:
    """A validator; None if there is none here, or none for this schema."""
    try:
        import jsonschema_rs

        return cast("_Validator", jsonschema_rs.Draft202012Validator(schema, validate_formats=True))
    except (ImportError, ValueError):
        return None
