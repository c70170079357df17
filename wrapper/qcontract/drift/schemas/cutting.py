"""What is left of a cell when others are taken out of it, as cells again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from attrs import define, evolve

from qcontract.drift.schemas.apart import Apart
from qcontract.drift.schemas.arrays import Arrays
from qcontract.drift.schemas.cells import Cell, Piece
from qcontract.drift.schemas.heads import Heads
from qcontract.drift.schemas.objects import Objects
from qcontract.drift.schemas.terms import Term
from qcontract.drift.schemas.world import World

__all__ = ["Cutting", "touching"]


class Thrifty(World, Protocol):
    """A world that knows where to look first."""

    def distance(self, term: Term) -> float:
        """Over how many references the next change lies that the term may owe a value to."""
        ...

    def promising(self, choices: Iterable[Piece], distance: Callable[[Piece], float]) -> Iterable[Piece]:
        """The choices to look at now."""
        ...


@define(eq=False)
class Cutting:
    """Cuts lazily: whoever finds a value in the first cell needs no other."""

    heads: Heads
    apart: Apart
    world: Thrifty

    def without(self, cell: Cell, others: list[Cell]) -> Iterator[Cell]:
        """Cells whose union is what is left of a cell; each is cut by one other after the other.

        Raises:
            TooLarge: There are too many.
        """
        self.world.spend()
        if not others:
            yield cell
            return
        for piece in self._minus(cell, others[0]):
            yield from self.without(piece, others[1:])

    def _minus(self, cell: Cell, other: Cell) -> Iterator[Cell]:
        for piece in self.world.promising(self._pieces(cell, other), self._distance):
            if piece.critical is None or self.world.probe(piece.critical).rank:
                yield cell.reshaped(piece.shape)
        yield from cell.negated_guards(other)
        for term in other.outside:
            for inner in self.heads.cells(term):
                yield from self._within(cell, inner)

    def _distance(self, piece: Piece) -> float:
        return self.world.distance(piece.critical) if piece.critical else 0

    def _pieces(self, cell: Cell, other: Cell) -> Iterable[Piece]:
        if isinstance(cell.shape, Arrays | Objects):
            return cell.shape.minus(other.shape, self.world)
        return (Piece(piece) for piece in cell.shape.minus(other.shape))

    def _within(self, cell: Cell, inner: Cell) -> Iterator[Cell]:
        """What was taken out of the other, and so is left of the cell."""
        met = self.heads.meet(cell, inner)
        if met is None:
            return
        if isinstance(inner.shape, Objects) and inner.shape.tests_names():
            self.world.doubt("patternProperties or propertyNames under not")
        if met.outside:
            kept_out = touching(met, met.outside, self.heads, self.apart)
            yield from self.without(evolve(met, outside=()), kept_out)
        else:
            yield met


def touching(cell: Cell, terms: Iterable[Term], heads: Heads, apart: Apart) -> list[Cell]:
    """The cells of some terms that may share a value with a cell."""
    return [other for term in terms for other in heads.cells(term) if not apart.cells(cell, other)]
