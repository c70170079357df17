"""Sets of objects: what each name may hold, which names there must be, and how many."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from qcontract.drift.schemas.answers import EMPTY, Answer, TooLarge, found, perhaps
from qcontract.drift.schemas.automaton import matches
from qcontract.drift.schemas.cells import Piece, smallest
from qcontract.drift.schemas.declared import Declared
from qcontract.drift.schemas.expressions import Expression

if TYPE_CHECKING:
    from qcontract.drift.schemas.terms import Term
    from qcontract.drift.schemas.world import World

__all__ = ["Layer", "Objects"]

_MOST_NAME_SETS = 5
_MOST_MEMBERS = 1_000


@frozen(eq=False)
class Layer:
    """One schema object's say about names: declared ones, those that match a pattern, and all others.

    A ``cut`` layer is none of a schema object: it says what is left of some names.
    """

    properties: Mapping[str, Term]
    patterns: tuple[tuple[Expression, Term], ...]
    additional: Term
    cut: bool = False

    def is_idle(self, everything: Term) -> bool:
        """Whether every name may hold everything."""
        return self.additional is everything and not self.properties and not self.patterns

    def says(self, name: str) -> list[Term]:
        """What must hold for the value of a name."""
        if not self.patterns:
            return [self.properties.get(name, self.additional)]
        terms = [term for pattern, term in self.patterns if matches(pattern, name)]
        if name in self.properties:
            terms.append(self.properties[name])
        return terms or [self.additional]


@frozen(eq=False, kw_only=True)
class Objects:
    """Layers all hold at once, so that ``additionalProperties`` of one does not see the names of another.

    ``names`` are terms that every name lies in. ``sent`` says that these are objects of a sender, which keeps away from
    names that only its receiver declares.
    """

    layers: tuple[Layer, ...]
    required: frozenset[str] = frozenset()
    fewest: int = 0
    most: int | None = None
    names: tuple[Term, ...] = ()
    sent: bool = False

    kind = "object"

    def declared(self) -> set[str]:
        """The names that some layer lists."""
        return {name for layer in self.layers for name in layer.properties}

    def declares(self, name: str) -> bool:
        """Whether some layer lists the name."""
        return any(name in layer.properties for layer in self.layers)

    def is_declared_as(self, other: Objects) -> bool:
        """Whether both are what one and the same schema object declares."""
        mine, theirs = self.layers[0].properties, other.layers[0].properties
        if len(self.layers) > 1 or len(other.layers) > 1:
            return False
        return isinstance(mine, Declared) and isinstance(theirs, Declared) and mine.schemas is theirs.schemas

    def tests_names(self) -> bool:
        """Whether names are told apart by more than being declared."""
        return bool(self.names) or any(layer.patterns for layer in self.layers)

    def value_of(self, name: str, world: World) -> Term:
        """What the name may hold; nothing, if it may not be there."""
        if len(self.layers) == 1 and not self.names and not self.layers[0].patterns:
            return self.layers[0].properties.get(name, self.layers[0].additional)
        terms = [term for layer in self.layers for term in layer.says(name)]
        for allowed in self.names:
            allows = world.has(allowed, name)
            if not allows:
                terms.append(world.terms.nothing if allows is False else world.unknown("propertyNames"))
        return terms[0] if len(terms) == 1 else world.terms.meet(terms)

    def has(self, value: Any, world: World) -> bool | None:
        """Whether an object is a member."""
        if len(value) < self.fewest or (self.most is not None and len(value) > self.most) or self.required - set(value):
            return False
        return world.all(world.has(self.value_of(name, world), member) for name, member in value.items())

    def meet(self, other: Objects, world: World) -> Objects | None:
        """The objects in both, or None when their sizes exclude each other."""
        merged = Objects(
            layers=_significant((*self.layers, *other.layers), world),
            required=self.required | other.required,
            fewest=max(self.fewest, other.fewest),
            most=smallest(self.most, other.most),
            names=tuple(dict.fromkeys(self.names + other.names)),
            sent=self.sent or other.sent,
        )
        return None if merged._too_small() else merged

    def minus(self, other: Objects, world: World) -> Iterator[Piece]:
        """Objects that ``other`` refuses: for a missing name, for their size, or for what one name holds."""
        for name in sorted(other.required - self.required):
            yield Piece(self._with(name, world.terms.nothing, world))
        if other.most is not None and (self.most is None or self.most > other.most):
            yield from self._sized(other.most + 1, None)
        if other.fewest > self.fewest:
            yield from self._sized(0, other.fewest - 1)
        for name in self._suspects(other, world):
            yield from self._differing(name, other, world)
        for name in _strangers((self, *world.company), world):
            yield from self._differing(name, other, world)

    def inhabit(self, world: World) -> Answer:
        """An object with no more members than it must have."""
        if self._too_small():
            return EMPTY
        chosen: dict[str, Answer] = {}
        for name in sorted(self.required):
            answer = world.probe(self.value_of(name, world))
            if answer.rank < 2:
                return answer
            chosen[name] = answer
        doubt = self._fill(chosen, world)
        if len(chosen) < self.fewest:
            return doubt
        return found(
            {name: chosen[name].value for name in sorted(chosen)}, 1 + sum(answer.size for answer in chosen.values())
        )

    def _fill(self, chosen: dict[str, Answer], world: World) -> Answer:
        """Choose further members until there are enough; what is returned counts only if there never are."""
        doubt = EMPTY
        if self.fewest > _MOST_MEMBERS:
            return perhaps("minProperties")
        for name in self._more_names(world):
            if len(chosen) >= self.fewest:
                break
            if name not in chosen:
                answer = world.probe(self.value_of(name, world))
                if answer.rank == 2:
                    chosen[name] = answer
                elif answer.rank:
                    doubt = answer
        return doubt

    def _more_names(self, world: World) -> Iterator[str]:
        if self.fewest <= len(self.required):
            return
        yield from sorted(self.declared() - self.required)
        seen: set[str] = set()
        while fresh := list(_strangers((self,), world, seen)):
            yield from fresh
            seen.update(fresh)
            if len(seen) > self.fewest * len(fresh):
                return

    def _differing(self, name: str, other: Objects, world: World) -> Iterator[Piece]:
        world.spend()
        mine = self.value_of(name, world)
        difference = world.terms.minus(mine, other.value_of(name, world))
        if difference is not world.terms.nothing and not self._keeps_away_from(name, mine, other, world):
            yield Piece(self._with(name, difference, world, needed=True), difference)

    def _suspects(self, other: Objects, world: World) -> Iterable[str]:
        """The declared names that may hold something else."""
        mine, theirs = self.layers[0].properties, other.layers[0].properties
        plain = len(self.layers) == len(other.layers) == 1 and not self.tests_names() and not other.tests_names()
        if plain and isinstance(mine, Declared) and isinstance(theirs, Declared):
            found = world.suspects(mine, theirs)
            if found is not None:
                return found
        return sorted(self.declared() | other.declared())

    def _keeps_away_from(self, name: str, mine: Term, other: Objects, world: World) -> bool:
        """Whether ``name`` is one that an open sender does not know, and so does not use for something else."""
        return (
            self.sent
            and not other.sent
            and mine is world.terms.everything
            and name not in self.required
            and not self.declares(name)
            and other.declares(name)
        )

    def _with(self, name: str, term: Term, world: World, *, needed: bool = False) -> Objects:
        """These objects, as far as the name holds something; what was said so about several names is one layer."""
        terms = world.terms
        *others, last = self.layers
        if last.cut:
            held = last.properties.get(name)
            said = {**last.properties, name: term if held is None else terms.meet((held, term))}
        else:
            others, said = list(self.layers), {name: term}
        return Objects(
            layers=(*others, Layer(said, (), terms.everything, cut=True)),
            required=self.required | {name} if needed else self.required,
            fewest=self.fewest,
            most=self.most,
            names=self.names,
            sent=self.sent,
        )

    def _sized(self, fewest: int, most: int | None) -> Iterator[Piece]:
        sized = evolve(self, fewest=max(self.fewest, fewest), most=smallest(self.most, most))
        if not sized._too_small():
            yield Piece(sized)

    def _too_small(self) -> bool:
        return self.most is not None and self.most < max(self.fewest, len(self.required))


def _significant(layers: tuple[Layer, ...], world: World) -> tuple[Layer, ...]:
    """Each of them once, without those that say nothing."""
    return tuple(layer for layer in dict.fromkeys(layers) if not layer.is_idle(world.terms.everything)) or layers[:1]


def _strangers(shapes: Iterable[Objects], world: World, seen: Collection[str] = ()) -> Iterator[str]:
    """One name that nobody declares, for each way in which the shapes' patterns and name terms can tell names apart."""
    listed = tuple(shapes)
    tests: dict[Term, None] = {}
    for shape in listed:
        tests.update(dict.fromkeys(world.matching(pattern) for layer in shape.layers for pattern, _ in layer.patterns))
        tests.update(dict.fromkeys(shape.names))
    if not tests:
        yield world.fresh_name(lambda name: name in seen or any(shape.declares(name) for shape in listed))
        return
    if len(tests) > _MOST_NAME_SETS:
        raise TooLarge
    taken = {name for shape in listed for name in shape.declared()}.union(seen)
    other = [world.finite(name) for name in sorted(taken)]
    for chosen in range(2 ** len(tests)):
        inside = [test for index, test in enumerate(tests) if chosen >> index & 1]
        outside = [test for index, test in enumerate(tests) if not chosen >> index & 1]
        answer = world.probe(world.terms.meet([world.any_text, *inside], [*outside, *other]))
        if answer.rank == 2:
            yield answer.value
        elif answer.rank:
            world.doubt("patternProperties or propertyNames")
