"""How whole messages lead to the pairs of schemas in which something differs."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterable, Iterator

from attrs import define, field

from qcontract.contract.jsonvalue import is_object
from qcontract.drift.difference import Surroundings
from qcontract.drift.explain.trail import Step, Trail
from qcontract.drift.explain.walk import Link, Unit
from qcontract.drift.mentions import mentions
from qcontract.drift.nodes import Node

__all__ = ["Routes"]

_MOST_WAYS = 8
_MOST_CHAINS = 200


@define(eq=False)
class Routes:
    """The shortest ways from whole messages, the ``roots``, to what may break them because of what stands there."""

    roots: list[Unit]
    _into: dict[int, list[Link]] = field(init=False)
    _distances: dict[int, dict[int, int]] = field(factory=dict[int, "dict[int, int]"])
    _nearest: dict[int, tuple[Unit, Trail] | None] = field(factory=dict[int, "tuple[Unit, Trail] | None"])
    _below: dict[int, dict[int, list[Link]]] = field(factory=dict[int, "dict[int, list[Link]]"])

    def __attrs_post_init__(self) -> None:
        self._into = _links_below(self.roots)

    def nearest(self, unit: Unit) -> tuple[Unit, Trail] | None:
        """The root from which the way to a unit is the shortest, and that way; None if there is none."""
        if id(unit) not in self._nearest:
            far = self._distances_to(unit)
            root = min((root for root in self.roots if id(root) in far), key=lambda root: far[id(root)], default=None)
            way = self.shortest(root, unit) if root else None
            self._nearest[id(unit)] = (root, way) if root and way is not None else None
        return self._nearest[id(unit)]

    def shortest(self, root: Unit, unit: Unit) -> Trail | None:
        """The way from one unit to another below it; None if there is none."""
        far, at = self._distances_to(unit), root
        trails: list[Trail | None] = []
        while at is not unit and id(at) in far:
            link = next(link for link in _open(at) if far.get(id(link.unit)) == far[id(at)] - 1)
            trails.append(next(_trails(link), None))
            at = link.unit
        return None if at is not unit or None in trails else tuple(step for trail in trails for step in trail or ())

    def _distances_to(self, unit: Unit) -> dict[int, int]:
        """How many references away a unit is from whatever leads to it."""
        if id(unit) not in self._distances:
            far = self._distances[id(unit)] = {id(unit): 0}
            waiting = deque([unit])
            while waiting:
                at = waiting.popleft()
                for link in self._into.get(id(at), ()):
                    if id(link.source) not in far:
                        far[id(link.source)] = far[id(at)] + 1
                        waiting.append(link.source)
        return self._distances[id(unit)]

    def every(self, root: Unit, unit: Unit) -> tuple[list[Trail], bool]:
        """The ways from one unit to another, the shortest first, and whether there are no others."""
        if id(root) not in self._below:
            self._below[id(root)] = _links_below([root])
        into = self._below[id(root)]
        found: list[Trail] = []
        waiting: deque[tuple[Unit, tuple[Link, ...]]] = deque([(unit, ())])
        complete = True
        for _ in range(_MOST_CHAINS):
            if not waiting or len(found) > _MOST_WAYS:
                break
            at, links = waiting.popleft()
            above = into.get(id(at), [])
            if at is root:
                ways = itertools.product(*map(_trails, links))
                found += (tuple(itertools.chain(*way)) for way in itertools.islice(ways, _MOST_WAYS + 1))
                complete = complete and not above  # whatever leads back to the beginning could be gone round
                continue
            passed = {id(unit), *(id(link.unit) for link in links)}
            complete = complete and all(id(link.source) not in passed for link in above)
            waiting.extend((link.source, (link, *links)) for link in above if id(link.source) not in passed)
        return found[:_MOST_WAYS], complete and not waiting and len(found) <= _MOST_WAYS


def _links_below(roots: Iterable[Unit]) -> dict[int, list[Link]]:
    """What leads to each unit that can be reached, the nearest first."""
    into: dict[int, list[Link]] = {}
    waiting = deque(roots)
    seen = set(map(id, waiting))
    while waiting:
        for link in _open(waiting.popleft()):
            into.setdefault(id(link.unit), []).append(link)
            if id(link.unit) not in seen:
                seen.add(id(link.unit))
                waiting.append(link.unit)
    return into


def _open(unit: Unit) -> Iterator[Link]:
    """The links along which something may break."""
    for link in unit.links:
        if link.inside is Surroundings.OPEN and link.unit.surroundings is Surroundings.OPEN:
            yield link


def _trails(link: Link) -> Iterator[Trail]:
    """The ways along a link: a text may lead there in several places, of which the nearest comes first."""
    if not link.target:
        yield link.trail
        return
    start = (link.trail[-1].old, link.trail[-1].new) if link.trail else (link.source.old, link.source.new)
    waiting: deque[tuple[Node, Node, Trail]] = deque([(*start, ())])
    while waiting:
        old, new, trail = waiting.popleft()
        for step in _steps(old, new):
            if not step.old.is_referenced:
                waiting.append((step.old, step.new, (*trail, step)))
            elif step.old.pointer == link.target:
                yield (*link.trail, *trail, step)


def _steps(old: Node, new: Node) -> Iterator[Step]:
    """One step down, in every way that the text of two schemas offers and that may lead to a reference."""
    if is_object(old.value) and "$ref" in old.value:
        yield Step(None, old.target(), new.target())
    for name, schema in old.members("properties").items():
        if mentions(schema).targets:
            yield _step(name, old, new, "properties", name)
    for word in ("allOf", "anyOf", "oneOf"):
        for index in range(len(old.entries(word))):
            yield _step(None, old, new, word, index)
    leading = len(old.entries("prefixItems"))
    for index in range(leading):
        yield _step(index, old, new, "prefixItems", index)
    if is_object(old.get("items")):
        yield _step(leading, old, new, "items")
    if is_object(old.get("additionalProperties")):
        yield _step("undeclared", old, new, "additionalProperties")


def _step(name: str | int | None, old: Node, new: Node, *way: str | int) -> Step:
    return Step(name, old.child(*way), new.child(*way))
