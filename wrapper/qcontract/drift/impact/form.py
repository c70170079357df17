"""What a schema becomes in the place where it is used."""

from __future__ import annotations

from typing import Any

from attrs import evolve, frozen

from qcontract.contract import pointer
from qcontract.drift.impact.surface import Types

__all__ = ["Form", "Use"]


@frozen
class Form:
    """What a schema becomes where it is used.

    Args:
        types: The annotation.
        places: Every pointer that it was read from.
        default: What stands in when nothing is said.
        classes: Pointers of the classes that it refers to.
    """

    types: Types
    places: tuple[str, ...]
    default: Any = None
    classes: tuple[str, ...] = ()


@frozen
class Use:
    """Where a schema is used: its place, and the names that classes below it are made of."""

    place: str
    name: str
    parent: str = ""

    def below(self, *steps: str | int, name: str) -> Use:
        """The use of a part, which has a name of its own."""
        return evolve(self, place=self.place + pointer.join(*steps), name=name)
