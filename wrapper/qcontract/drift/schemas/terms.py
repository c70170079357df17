"""Terms: sets of JSON values as expressions, each built once, so that two equal ones are the same object."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from attrs import define, field

from qcontract.drift.schemas.cells import Cell
from qcontract.drift.schemas.views import Context

__all__ = ["Leaf", "Meet", "Node", "Term", "Terms", "Union"]


@define(eq=False)
class Term:
    """``number`` counts terms in the order in which they were built.

    A ``local`` term reaches no other component of its document, so that it can be decided on the spot.
    """

    number: int
    local: bool


@define(eq=False)
class Leaf(Term):
    """A set by its cells."""

    cells: tuple[Cell, ...]


@define(eq=False)
class Union(Term):
    """Values of any member."""

    members: tuple[Term, ...]


@define(eq=False)
class Meet(Term):
    """Values of everything ``inside``, and of nothing ``outside``."""

    inside: tuple[Term, ...]
    outside: tuple[Term, ...]


@define(eq=False)
class Node(Term):
    """A schema object where it stands, read when needed; ``text`` is equal exactly when the JSON text is."""

    schema: Any
    context: Context
    text: bytes | None
    pointer: str


@define
class Terms:
    """Builds terms in their plainest form.

    ``within`` says of two schema objects whether their texts alone tell that all values of the one are in the other.
    """

    within: Callable[[Node, Node], bool]
    count: int = 0
    nodes: int = 0  # the size of the documents, as far as they were read
    built: dict[Any, Term] = field(factory=dict[Any, Term])
    _differences: dict[tuple[Term, Term], Term] = field(factory=dict[tuple["Term", "Term"], "Term"])
    everything: Term = field(init=False)
    nothing: Term = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.nothing = Leaf(self._next(), True, ())
        self.everything = Union(self._next(), True, ())  # known by identity; its cells are made where cells are

    def leaf(self, cells: Iterable[Cell], *, local: bool) -> Term:
        """A set by its cells."""
        listed = tuple(cells)
        return Leaf(self._next(), local, listed) if listed else self.nothing

    def node(self, schema: Any, context: Context, text: bytes | None, pointer: str, *, local: bool) -> Node:
        """A schema object that is to be read when needed."""
        self.nodes += 1
        return Node(self._next(), local, schema, context, text, pointer)

    def union(self, members: Iterable[Term]) -> Term:
        """Values of any member."""
        flat: dict[Term, None] = {}
        for member in members:
            inner = member.members if isinstance(member, Union) and member is not self.everything else (member,)
            flat.update(dict.fromkeys(one for one in inner if one is not self.nothing))
        if self.everything in flat:
            return self.everything
        if len(flat) < 2:
            return next(iter(flat), self.nothing)
        found = self.built.get(("union", *flat))
        if found is None:
            found = Union(self._next(), all(member.local for member in flat), tuple(flat))
            self.built["union", *flat] = found
        return found

    def meet(self, inside: Iterable[Term], outside: Iterable[Term] = ()) -> Term:
        """Values of everything ``inside`` and of nothing ``outside``."""
        within, without = self.flat(inside, outside)
        if self.nothing in within or self.everything in without or not within.keys().isdisjoint(without):
            return self.nothing
        if not without and len(within) < 2:
            return next(iter(within), self.everything)
        key = (frozenset(within), frozenset(without))
        found = self.built.get(key)
        if found is None and self._vanishes(within, without):
            found = self.built[key] = self.nothing
        if found is None:
            local = all(term.local for term in within) and all(term.local for term in without)
            found = Meet(self._next(), local, tuple(within), tuple(without))
            self.built[key] = found
        return found

    def minus(self, inside: Term, outside: Term) -> Term:
        """Values of the one and not of the other."""
        key = (inside, outside)
        known = self._differences.get(key)
        if known is None:
            known = self._differences[key] = self.meet((inside,), (outside,))
        return known

    def _vanishes(self, inside: Iterable[Term], outside: dict[Term, None]) -> bool:
        nodes = [term for term in outside if isinstance(term, Node)]
        return any(self.within(one, node) for one in inside if isinstance(one, Node) for node in nodes)

    def flat(self, inside: Iterable[Term], outside: Iterable[Term]) -> tuple[dict[Term, None], dict[Term, None]]:
        """The same values, with compositions inside and unions outside by their parts."""
        within: dict[Term, None] = {}
        without: dict[Term, None] = {}
        for term in inside:
            if isinstance(term, Meet):
                within.update(dict.fromkeys(term.inside))
                without.update(dict.fromkeys(term.outside))
            elif term is not self.everything:
                within[term] = None
        for term in outside:
            if isinstance(term, Union) and term is not self.everything:
                without.update(dict.fromkeys(term.members))
            elif isinstance(term, Meet) and not term.inside and len(term.outside) == 1:
                within[term.outside[0]] = None
            elif term is not self.nothing:
                without[term] = None
        return within, without

    def _next(self) -> int:
        self.count += 1
        return self.count
