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
from qcontract.drift.nodes import Node

__all__ = ["Routes"]

_MOST_WAYS = 8
_MOST_CHAINS = 200


@define(eq=False)
class Routes:
    """The shortest ways from some units to everything below that may break because of what stands there."""

    _into: dict[int, list[Link]] = field(factory=dict[int, list[Link]])
    _last: dict[int, tuple[Unit, Link | None]] = field(factory=dict[int, "tuple[Unit, Link | None]"], alias="last")
    _known: dict[int, tuple[Unit, Trail] | None] = field(factory=dict[int, "tuple[Unit, Trail] | None"])

    @classmethod
    def starting(cls, roots: Iterable[Unit]) -> Routes:
        """The ways from the nearest of these units."""
        routes = cls(last={id(root): (root, None) for root in roots})
        waiting = deque(unit for unit, _ in routes._last.values())
        while waiting:
            unit = waiting.popleft()
            for link in unit.links:
                if link.inside is not Surroundings.OPEN or link.unit.surroundings is not Surroundings.OPEN:
                    continue
                routes._into.setdefault(id(link.unit), []).append(link)
                if id(link.unit) not in routes._last:
                    routes._last[id(link.unit)] = unit, link
                    waiting.append(link.unit)
        return routes

    def to(self, unit: Unit) -> tuple[Unit, Trail] | None:
        """The unit where the way begins, and the way; None if there is none."""
        if id(unit) not in self._known:
            self._known[id(unit)] = self._find(unit)
        return self._known[id(unit)]

    def _find(self, unit: Unit) -> tuple[Unit, Trail] | None:
        links: list[Link] = []
        while id(unit) in self._last:
            above, link = self._last[id(unit)]
            if link is None:
                trails = [next(_trails(each), None) for each in reversed(links)]
                whole = [step for trail in trails for step in trail or ()]
                return None if None in trails else (unit, tuple(whole))
            links.append(link)
            unit = above
        return None

    def every(self, unit: Unit) -> tuple[list[Trail], bool]:
        """The ways to a unit, the shortest first, and whether there are no others."""
        found: list[Trail] = []
        waiting: deque[tuple[Unit, tuple[Link, ...]]] = deque([(unit, ())])
        complete = True
        for _ in range(_MOST_CHAINS):
            if not waiting or len(found) > _MOST_WAYS:
                break
            at, links = waiting.popleft()
            above = self._into.get(id(at), [])
            if self._last[id(at)][1] is None:
                ways = itertools.product(*map(_trails, links))
                found += (tuple(itertools.chain(*way)) for way in itertools.islice(ways, _MOST_WAYS + 1))
                complete = complete and not above  # whatever leads back to the beginning could be gone round
                continue
            passed = {id(unit), *(id(link.unit) for link in links)}
            complete = complete and all(id(link.source) not in passed for link in above)
            waiting.extend((link.source, (link, *links)) for link in above if id(link.source) not in passed)
        return found[:_MOST_WAYS], complete and not waiting and len(found) <= _MOST_WAYS


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
    """One step down, in every way that the text of two schemas offers."""
    if is_object(old.value) and "$ref" in old.value:
        yield Step(None, old.target(), new.target())
    for name in old.members("properties"):
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
