"""Whether two terms share no value, as far as a look at their types, bounds and tags can tell."""

from __future__ import annotations

from attrs import define

from qcontract.drift.schemas.answers import TooLarge
from qcontract.drift.schemas.cells import Cell
from qcontract.drift.schemas.heads import Heads
from qcontract.drift.schemas.objects import Objects
from qcontract.drift.schemas.terms import Term

__all__ = ["Apart"]

_MOST_TAGS = 60
_DEEPEST = 2


@define(eq=False)
class Apart:
    """Asks the cells; true is sure, false only says that no reason was seen."""

    heads: Heads

    def terms(self, one: Term, two: Term, depth: int = 0) -> bool:
        """Whether no cell of the one meets a cell of the other."""
        try:
            return all(self.cells(a, b, depth) for a in self.heads.cells(one) for b in self.heads.cells(two))
        except TooLarge:
            return False

    def cells(self, one: Cell, two: Cell, depth: int = 0) -> bool:
        """Whether two cells share no value."""
        if one.shape.kind != two.shape.kind or one.claims & two.denials or two.claims & one.denials:
            return True
        if isinstance(one.shape, Objects):
            return self._objects(one.shape, two.shape, depth)
        if one.shape.kind == "array":
            return False
        return one.shape.meet(two.shape) is None

    def _objects(self, one: Objects, two: Objects, depth: int) -> bool:
        """A member that must be there, and that the two never fill alike."""
        if depth >= _DEEPEST or one.is_declared_as(two):
            return False
        needed = one.required | two.required
        if len(needed) > _MOST_TAGS:
            needed &= one.declared() & two.declared()
        return any(self._differs(name, one, two, depth) for name in sorted(needed))

    def _differs(self, name: str, one: Objects, two: Objects, depth: int) -> bool:
        world = self.heads.world
        mine, theirs = one.value_of(name, world), two.value_of(name, world)
        if mine is theirs or world.terms.everything in (mine, theirs):
            return world.terms.nothing is mine
        return world.terms.nothing in (mine, theirs) or self.terms(mine, theirs, depth + 1)
