"""What every part of a comparison works with."""

from __future__ import annotations

from typing import Any

from attrs import evolve, frozen

from qcontract.drift.collection import Collection
from qcontract.drift.difference import Difference
from qcontract.drift.explain import Explainer
from qcontract.drift.lifecycle import Lifecycle
from qcontract.drift.message import Message
from qcontract.drift.nodes import Node
from qcontract.drift.presence import Part, Presence, rule_of
from qcontract.drift.sameness import Sameness
from qcontract.drift.schemas import Direction, Schemas
from qcontract.findings import Client, Evidence, Exchange, rule

__all__ = ["Comparing"]


@frozen(eq=False)
class Comparing:
    """One comparison, within one operation.

    Args:
        client: The client it is made for.
        schemas: The decision.
        sameness: Which places need none.
        explainer: The explanation.
        lifecycle: Judge of dates.
        collection: Where differences go.
        operation: Name of the operation, as ``GET /jobs``; empty outside of all.
        inverted: Whether the service calls the client here, so that requests are received and answers are sent.
    """

    client: Client
    schemas: Schemas
    sameness: Sameness
    explainer: Explainer
    lifecycle: Lifecycle
    collection: Collection
    operation: str = ""
    inverted: bool = False

    def within(self, operation: str, *, inverted: bool | None = None) -> Comparing:
        """The same comparison within an operation."""
        return evolve(self, operation=operation, inverted=self.inverted if inverted is None else inverted)

    @property
    def asking(self) -> Direction:
        """Which way requests travel."""
        return Direction.RESPONSE if self.inverted else Direction.REQUEST

    @property
    def answering(self) -> Direction:
        """Which way answers travel."""
        return Direction.REQUEST if self.inverted else Direction.RESPONSE

    def request(self, **said: str) -> Evidence | None:
        """A request of this operation that was answered before and is not now; none where the service asks.

        Args:
            said: What the request is like.
        """
        if self.inverted:
            return None
        witness = {"operation": self.operation, **said}
        return Evidence("request", witness, "old", "new", operation=self.operation, direction="request")

    def add(
        self,
        name: str,
        old: Node | None,
        new: Node | None,
        direction: Direction | Exchange = "both",
        *,
        value: Any = None,
        before: Any = None,
        after: Any = None,
        evidence: Evidence | None = None,
    ) -> None:
        """Add a difference that is no question of values."""
        way: Exchange = direction.value if isinstance(direction, Direction) else direction
        said = {"value": value, "before": before, "after": after, "evidence": evidence}
        difference = Difference.between(old, new, rule=rule(name), direction=way, **said)
        self.collection.add(difference, Message(self.operation))

    def present(
        self, part: Part, presence: Presence, old: Node | None, new: Node | None, direction: Direction, **said: Any
    ) -> None:
        """Add that a part of a message came or went, or that it need or need not be there.

        Args:
            part: What it is.
            presence: What became of it.
            old: The place before.
            new: The place after.
            direction: Which way the message travels.
            said: What else ``add`` takes.
        """
        self.add(rule_of(part, presence, direction, inverted=self.inverted), old, new, direction, **said)

    def schema(
        self,
        old: Node,
        new: Node,
        direction: Direction,
        part: str,
        *,
        parameter: bool = False,
        optional: bool = False,
    ) -> None:
        """Add every difference between two schemas.

        Args:
            old: The schema before.
            new: The same after.
            direction: Which way its values travel.
            part: The part of a message that it describes.
            parameter: Whether its value is a whole parameter: then its default says what a request without it means.
            optional: Whether there are requests without it.
        """
        root = self.explainer.explain(old, new, direction)
        if root is None:
            return
        message = Message(self.operation, part, root)
        self.collection.messages.append(message)
        for difference in self.explainer.differences(root):
            found = difference
            if parameter and difference.rule.aspect == "default" and difference.old_pointer == old.pointer:
                if not optional:
                    continue
                found = evolve(difference, rule=rule(f"parameter-{difference.rule.id}"))
            self.collection.add(found, message)
