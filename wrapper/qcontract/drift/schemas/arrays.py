"""Sets of arrays: what each position may hold, how many there are, and what all of them together must be."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from qcontract.contract.jsonvalue import canonical, is_array, is_object
from qcontract.drift.schemas.answers import EMPTY, Answer, best, found, perhaps
from qcontract.drift.schemas.cells import Piece, smallest
from qcontract.drift.schemas.numbers import exact

if TYPE_CHECKING:
    from qcontract.drift.schemas.terms import Term
    from qcontract.drift.schemas.world import World

__all__ = ["Arrays", "Count", "alike"]

_MOST_ITEMS = 5_000
_MOST_DISTINCT = 12
_MOST_PAIRS = 40


@frozen
class Count:
    """How many items lie in a term."""

    term: Term
    least: int
    most: int | None


@frozen(eq=False, kw_only=True)
class Arrays:
    """``first`` holds for the leading positions, ``rest`` for later ones; ``repeated`` is the opposite of unique."""

    first: tuple[Term, ...] = ()
    rest: Term
    fewest: int = 0
    most: int | None = None
    unique: bool = False
    repeated: bool = False
    counts: tuple[Count, ...] = ()

    kind = "array"

    def item(self, index: int) -> Term:
        """What a position may hold."""
        return self.first[index] if index < len(self.first) else self.rest

    def has(self, value: Any, world: World) -> bool | None:
        """Whether an array is a member."""
        if len(value) < self.fewest or (self.most is not None and len(value) > self.most):
            return False
        if (self.unique or self.repeated) and (_all_differ(value) is not self.unique):
            return False
        items = (world.has(self.item(index), item) for index, item in enumerate(value))
        return world.all([world.all(items), *(_counted(count, value, world) for count in self.counts)])

    def meet(self, other: Arrays, world: World) -> Arrays | None:
        """The arrays in both, or None when they exclude each other at first sight."""
        longest = max(len(self.first), len(other.first))
        merged = Arrays(
            first=tuple(world.terms.meet((self.item(index), other.item(index))) for index in range(longest)),
            rest=world.terms.meet((self.rest, other.rest)),
            fewest=max(self.fewest, other.fewest),
            most=smallest(self.most, other.most),
            unique=self.unique or other.unique,
            repeated=self.repeated or other.repeated,
            counts=self.counts + other.counts,
        )
        return None if merged._impossible() else merged

    def minus(self, other: Arrays, world: World) -> Iterator[Piece]:
        """Arrays that ``other`` refuses: for their length, for one item, or for all items together."""
        yield from self._narrowed(most=other.fewest - 1)
        if other.most is not None:
            yield from self._narrowed(fewest=other.most + 1)
        for index in range(max(len(self.first), len(other.first)) + 1):
            difference = world.terms.minus(self.item(index), other.item(index))
            if difference is not world.terms.nothing:
                for piece in self._narrowed(fewest=index + 1):
                    yield Piece(piece.shape._with(index, difference), difference)
        if other.unique:
            yield from self._narrowed(repeated=True, fewest=2)
        if other.repeated:
            yield from self._narrowed(unique=True)
        for count in other.counts:
            for failing in _opposite(count):
                yield from self._narrowed(counts=(failing,))

    def inhabit(self, world: World) -> Answer:
        """An array with no more items than it must have."""
        shape = self._without_forbidden(world)
        if shape._impossible():
            return EMPTY
        if shape.fewest > _MOST_ITEMS:
            return perhaps("minItems")
        if shape.counts:
            return shape._counting(world)
        if shape.repeated:
            return shape._repeating(world)
        return shape._distinct(world) if shape.unique else shape._simply(shape.fewest, {}, world)

    def _simply(self, length: int, given: dict[int, Answer], world: World) -> Answer:
        items = [given[index] if index in given else world.probe(self.item(index)) for index in range(length)]
        lacking = [answer for answer in items if answer.rank < 2]
        if lacking:
            return min(lacking, key=lambda answer: answer.rank)
        return found([answer.value for answer in items], 1 + sum(answer.size for answer in items))

    def _distinct(self, world: World) -> Answer:
        """Choose one item after the other; when that fails, another choice might have helped, unless all are alike."""
        if self.fewest > _MOST_DISTINCT:
            return perhaps("uniqueItems")
        chosen: dict[int, Answer] = {}
        for index in range(self.fewest):
            others = [world.finite(answer.value) for answer in chosen.values()]
            answer = world.probe(world.terms.meet((self.item(index),), others))
            if answer.rank == 0 and len({self.item(at) for at in range(self.fewest)}) > 1 and index:
                return min(perhaps("uniqueItems"), self._simply(self.fewest, {}, world), key=lambda one: one.rank)
            if answer.rank < 2:
                return answer
            chosen[index] = answer
        return self._simply(self.fewest, chosen, world)

    def _repeating(self, world: World) -> Answer:
        pairs = list(combinations(range(len(self.first) + 2), 2))
        if len(pairs) > _MOST_PAIRS:
            return perhaps("uniqueItems")
        answers: list[Answer] = []
        for left, right in pairs:
            if self.most is not None and right >= self.most:
                continue
            shared = world.probe(world.terms.meet((self.item(left), self.item(right))))
            given = {left: shared, right: shared}
            answers.append(self._simply(max(self.fewest, right + 1), given, world) if shared.rank == 2 else shared)
        return best(answers)

    def _counting(self, world: World) -> Answer:
        """Give each count the items that it wants, after the positions that must be there anyway, and look."""
        plain = evolve(self, counts=())
        if any(count.most is not None and count.least > count.most for count in self.counts):
            return EMPTY
        wanted = [count.term for count in self.counts for _ in range(min(count.least, _MOST_DISTINCT))]
        doubt = perhaps("contains")
        for start in dict.fromkeys((0, max(self.fewest - len(wanted), 0), self.fewest, len(self.first))):
            shape = plain
            for offset, term in enumerate(wanted):
                shape = shape._with(start + offset, world.terms.meet((shape.item(start + offset), term)))
            shape = evolve(shape, fewest=max(self.fewest, start + len(wanted)))
            answer = EMPTY if shape._impossible() else shape.inhabit(world)
            if answer.rank == 2 and self.has(answer.value, world):
                return answer
        return EMPTY if plain.inhabit(world).rank == 0 or self._starved(world) else doubt

    def _starved(self, world: World) -> bool:
        """Whether some count wants items that no position can hold."""
        places = {self.item(index) for index in range(len(self.first) + 1)}
        return any(
            count.least > 0 and all(world.probe(world.terms.meet((place, count.term))).rank == 0 for place in places)
            for count in self.counts
        )

    def _without_forbidden(self, world: World) -> Arrays:
        """A term that no item may lie in is taken out of every position."""
        forbidden = [count.term for count in self.counts if count.most == 0]
        if not forbidden:
            return self
        return evolve(
            self,
            first=tuple(world.terms.meet((item,), forbidden) for item in self.first),
            rest=world.terms.meet((self.rest,), forbidden),
            counts=tuple(count for count in self.counts if count.most != 0 or count.least),
        )

    def _narrowed(
        self,
        fewest: int = 0,
        most: int | None = None,
        unique: bool = False,
        repeated: bool = False,
        counts: tuple[Count, ...] = (),
    ) -> Iterator[Piece]:
        shape = evolve(
            self,
            fewest=max(self.fewest, fewest),
            most=smallest(self.most, most),
            unique=self.unique or unique,
            repeated=self.repeated or repeated,
            counts=_joined(self.counts, counts),
        )
        if not shape._impossible():
            yield Piece(shape)

    def _with(self, index: int, term: Term) -> Arrays:
        first = [self.item(at) for at in range(max(len(self.first), index + 1))]
        first[index] = term
        return evolve(self, first=tuple(first))

    def _impossible(self) -> bool:
        if self.unique and self.repeated:
            return True
        if any(count.least > limit for count in self.counts for limit in (count.most, self.most) if limit is not None):
            return True
        return self.most is not None and self.most < max(self.fewest, 2 * self.repeated)


def _joined(mine: tuple[Count, ...], more: tuple[Count, ...]) -> tuple[Count, ...]:
    """Both lists; counts of the same term become one."""
    result = {count.term: count for count in mine}
    for count in more:
        known = result.get(count.term, Count(count.term, 0, None))
        result[count.term] = Count(count.term, max(known.least, count.least), smallest(known.most, count.most))
    return tuple(result.values())


def _opposite(count: Count) -> Iterator[Count]:
    if count.least:
        yield Count(count.term, 0, count.least - 1)
    if count.most is not None:
        yield Count(count.term, count.most + 1, None)


def _counted(count: Count, items: list[Any], world: World) -> bool | None:
    answers = [world.has(count.term, item) for item in items]
    sure, possible = answers.count(True), len(answers) - answers.count(False)
    if possible < count.least or (count.most is not None and sure > count.most):
        return False
    return True if sure >= count.least and (count.most is None or possible <= count.most) else None


def _all_differ(items: list[Any]) -> bool:
    return len({alike(item) for item in items}) == len(items)


def alike(value: Any) -> str:
    """One text for values that JSON Schema calls equal; 1 and 1.0 are."""
    return canonical(_normal(value))


def _normal(value: Any) -> Any:
    if isinstance(value, float) and exact(value).denominator == 1:
        return int(value)
    if is_array(value):
        return [_normal(item) for item in value]
    return {name: _normal(item) for name, item in value.items()} if is_object(value) else value
