"""Who sends, who receives, and how literally a contract is read."""

from __future__ import annotations

import enum
from functools import cache, lru_cache
from typing import Literal

from attrs import frozen

__all__ = ["Context", "Direction", "Role", "Side", "View", "context"]

Side = Literal["old", "new"]
Role = Literal["sender", "receiver"]


class Direction(enum.Enum):
    """The way that a value travels.

    A request goes from a client built for the old contract to a server of the new one; a response comes from a server
    of the new contract to a client built for the old one.
    """

    REQUEST = "request"
    RESPONSE = "response"


class View(enum.Enum):
    """The client for which two schemas are compared; the package's README has the table of what each view means.

    ``EXACT`` is not a client: both schemas mean precisely the values that they describe, and nothing is assumed.
    """

    WIRE = "wire"
    SDK = "sdk"
    STRICT = "strict"
    EXACT = "exact"


@frozen(eq=False)
class Context:
    """How one schema object is read; equal ones are one object, since they are looked up often.

    ``unsent`` is the keyword that marks properties as absent in this direction. A ``discreet`` sender keeps away from
    names that only its receiver declares. ``tolerant`` opens closed objects and enumerations. ``marked`` names the
    properties that other parts of the same composition mark as absent.
    """

    side: Side
    role: Role
    unsent: Literal["readOnly", "writeOnly"]
    discreet: bool
    tolerant: bool
    marked: frozenset[str]

    def negated(self) -> Context:
        """The reading under ``not``, where opening a schema would refuse more values."""
        return _one(self.side, self.role, self.unsent, self.discreet, False, self.marked)

    def alone(self) -> Context:
        """The reading of a value of its own: what surrounds it marks nothing in it."""
        return self.marking(frozenset[str]())

    def marking(self, names: frozenset[str]) -> Context:
        """The reading where other parts mark these names as absent."""
        if names == self.marked:
            return self
        return _one(self.side, self.role, self.unsent, self.discreet, self.tolerant, names)

    def across(self, side: Side) -> Context:
        """The same reading of a schema object of some side."""
        return _one(side, self.role, self.unsent, self.discreet, self.tolerant, self.marked)


_one = lru_cache(maxsize=1 << 14)(Context)


@cache
def context(side: Side, direction: Direction, view: View) -> Context:
    """How the schemas of one side are read when values travel in ``direction``."""
    sends = (side == "old") is (direction is Direction.REQUEST)
    return _one(
        side,
        "sender" if sends or view is View.EXACT else "receiver",
        "readOnly" if direction is Direction.REQUEST else "writeOnly",
        sends and view is not View.EXACT,  # discreet
        not sends and direction is Direction.RESPONSE and view in {View.WIRE, View.SDK},  # tolerant
        frozenset[str](),
    )
