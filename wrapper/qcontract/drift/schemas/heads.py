"""The cells of a term, and whether a value lies in one: what can be known without a search."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from attrs import define, field

from qcontract.drift.schemas.answers import TooLarge
from qcontract.drift.schemas.arrays import Arrays
from qcontract.drift.schemas.basics import KINDS, Basics
from qcontract.drift.schemas.cells import Cell, kind_of
from qcontract.drift.schemas.objects import Objects
from qcontract.drift.schemas.terms import Leaf, Meet, Node, Term, Union

if TYPE_CHECKING:
    from qcontract.drift.schemas.world import World

__all__ = ["Heads", "conjunction", "negation"]

_MOST_CELLS = 2_000


@define(eq=False)
class Heads:
    """Cells are made once per term. ``form`` says what a node's schema object means."""

    basics: Basics
    form: Callable[[Node], Term]
    world: World = field(init=False)
    _known: dict[Term, tuple[Cell, ...]] = field(factory=dict[Term, tuple[Cell, ...]])
    _open: set[Term] = field(factory=set[Term])
    _crowded: set[Term] = field(factory=set[Term])  # those with too many cells
    _asked: set[tuple[Term, int]] = field(factory=set[tuple[Term, int]])
    _found: dict[tuple[Term, int], tuple[bool | None, Any]] = field(factory=dict[Any, Any])

    def cells(self, term: Term) -> tuple[Cell, ...]:
        """The cells whose union is the term.

        Raises:
            TooLarge: There are too many.
        """
        known = self._known.get(term)
        if known is None:
            if term in self._open:
                return self.cells(self.basics.endless)
            if term in self._crowded:
                raise TooLarge
            self._open.add(term)
            try:
                known = self._known[term] = self._make(term)
            except TooLarge:
                self._crowded.add(term)
                raise
            finally:
                self._open.discard(term)
        return known

    def has(self, term: Term, value: Any) -> bool | None:
        """Whether the value lies in the term, or None when that is not known."""
        if not value or kind_of(value) not in {"array", "object"}:
            return self._find(term, value)
        key = (term, id(value))
        if key not in self._found:
            self._found[key] = self._find(term, value), value  # which lives as long as it is known by its identity
        return self._found[key][0]

    def _find(self, term: Term, value: Any) -> bool | None:
        """Part by part: unlike cells, parts need not be multiplied out."""
        match term:
            case Node():
                return self._meant(term, value)
            case Union() if term is not self.basics.terms.everything:
                return negation(conjunction(negation(self.has(member, value)) for member in term.members))
            case Meet():
                answers = (self.has(one, value) for one in term.inside)
                return conjunction(chain(answers, (negation(self.has(one, value)) for one in term.outside)))
            case _:
                return self._in_any(term, value)

    def _meant(self, node: Node, value: Any) -> bool | None:
        key = (node, id(value))
        if key in self._asked:
            return None  # a schema that contains itself without an end
        self._asked.add(key)
        try:
            return self.has(self.form(node), value)
        finally:
            self._asked.discard(key)

    def _in_any(self, term: Term, value: Any) -> bool | None:
        kind = kind_of(value)
        doubt = False
        for cell in self.cells(term):
            if cell.shape.kind == kind:
                answer = self._in_cell(cell, value)
                if answer:
                    return True
                doubt = doubt or answer is None
        return None if doubt else False

    def meet(self, one: Cell, two: Cell) -> Cell | None:
        """The values in both cells, or None when there are none at first sight."""
        if one.shape.kind != two.shape.kind:
            return None
        if isinstance(one.shape, Arrays | Objects):
            shape = one.shape.meet(two.shape, self.world)
        else:
            shape = one.shape.meet(two.shape)
        return None if shape is None else one.guarded(two, shape)

    def _in_cell(self, cell: Cell, value: Any) -> bool | None:
        answers = self._facts(cell, value)
        return conjunction(answers)

    def _facts(self, cell: Cell, value: Any) -> Iterator[bool | None]:
        if isinstance(cell.shape, Arrays | Objects):
            yield cell.shape.has(value, self.world)
        else:
            yield cell.shape.has(value)
        for term in cell.outside:
            yield negation(self.has(term, value))
        if cell.claims or cell.denials:
            yield None

    def _make(self, term: Term) -> tuple[Cell, ...]:
        if term is self.basics.terms.everything:
            return tuple(Cell(self.basics.shape(kind)) for kind in KINDS)
        match term:
            case Leaf():
                return term.cells
            case Node():
                return self.cells(self.form(term))
            case Union():
                return _limited(cell for member in term.members for cell in self.cells(member))
            case Meet():
                return self._met(term)
            case _:
                raise TypeError(term)

    def _met(self, term: Meet) -> tuple[Cell, ...]:
        inside = term.inside or (self.basics.terms.everything,)
        cells = self.cells(inside[0])
        for other in inside[1:]:
            cells = _limited(self._pairs(cells, self.cells(other)))
        outside = term.outside
        return tuple(cell.guarded(Cell(None, outside), cell.shape) or cell for cell in cells) if outside else cells

    def _pairs(self, ones: Iterable[Cell], others: tuple[Cell, ...]) -> Iterator[Cell]:
        for one in ones:
            for other in others:
                met = self.meet(one, other)
                if met is not None:
                    self.world.spend()
                    yield met


def conjunction(answers: Iterable[bool | None]) -> bool | None:
    """False if any is, else None if any is."""
    doubt = False
    for answer in answers:
        if answer is False:
            return False
        doubt = doubt or answer is None
    return None if doubt else True


def negation(answer: bool | None) -> bool | None:
    """The opposite, if it is known."""
    return None if answer is None else not answer


def _limited(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    result: list[Cell] = []
    for cell in cells:
        result.append(cell)
        if len(result) > _MOST_CELLS:
            raise TooLarge
    return tuple(result)
