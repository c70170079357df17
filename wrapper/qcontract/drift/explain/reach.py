"""What a schema reaches through references: many operations ask, and most of them reach the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import define, evolve, field

from qcontract.drift.difference import Difference, Surroundings
from qcontract.drift.explain.walk import Unit

__all__ = ["Reach"]


class Reach:
    """Finds the differences below units, in time that grows with the units and with what is found.

    A difference is told once, in the surroundings that are least known of all that lead to it: nothing worse can be
    said of it. For every such bound, units that lead to each other reach the same and share one answer.
    """

    def __init__(self) -> None:
        self._levels = {around: _Level(around) for around in Surroundings}
        self._covered: dict[tuple[int, Surroundings], Difference] = {}

    def differences(self, root: Unit) -> Iterator[Difference]:
        """Every difference at and below a unit, each as bad as it can be when one starts there.

        Args:
            root: A unit of which every part has been walked.
        """
        told: set[int] = set()
        for around, level in self._levels.items():
            if root.surroundings > around:
                continue
            for unit in level.below(root):
                if id(unit) not in told:
                    told.add(id(unit))
                    for difference in unit.differences:
                        yield self._surrounded(difference, around)
            if level.is_whole:
                break

    def _surrounded(self, difference: Difference, around: Surroundings) -> Difference:
        if around <= difference.surroundings:
            return difference
        key = (id(difference), around)
        if key not in self._covered:
            self._covered[key] = evolve(difference, surroundings=around)
        return self._covered[key]


@define(eq=False)
class _Level:
    """Reach along references that lead through no surroundings better known than a bound.

    While it ``is_whole``, no reference led through others, and a higher bound would reach the same.

    Tarjan's algorithm for strongly connected components, without recursion: chains of references may be long.
    """

    bound: Surroundings
    is_whole: bool = True
    _found: dict[int, tuple[Unit, ...]] = field(factory=dict[int, tuple[Unit, ...]])
    _lowest: dict[int, int] = field(factory=dict[int, int])
    _open: list[Unit] = field(factory=list[Unit])

    def below(self, root: Unit) -> tuple[Unit, ...]:
        """The units with differences that can be reached from a unit, itself included."""
        calls = [] if id(root) in self._found else [self._enter(root)]
        while calls:
            unit, number, rest = calls[-1]
            for child in rest:
                if id(child) in self._found:
                    continue
                if id(child) not in self._lowest:
                    calls.append(self._enter(child))
                    break
                self._meet(unit, child)
            else:
                calls.pop()
                if self._lowest[id(unit)] == number:
                    self._close(unit)
                elif calls:
                    self._meet(calls[-1][0], unit)
        return self._found[id(root)]

    def _enter(self, unit: Unit) -> tuple[Unit, int, Iterator[Unit]]:
        number = self._lowest[id(unit)] = len(self._lowest)
        self._open.append(unit)
        return unit, number, self._children(unit)

    def _meet(self, unit: Unit, child: Unit) -> None:
        self._lowest[id(unit)] = min(self._lowest[id(unit)], self._lowest[id(child)])

    def _close(self, unit: Unit) -> None:
        """Everything opened since a unit leads back to it: all of that reaches the same."""
        at = next(index for index in range(len(self._open) - 1, -1, -1) if self._open[index] is unit)
        members, self._open = self._open[at:], self._open[:at]
        parts: dict[int, Any] = {}
        for member in members:
            answers = (self._found.get(id(child), ()) for child in self._children(member))
            parts |= {id(answer): answer for answer in answers}
        own = [member for member in members if member.differences]
        reached = {id(found): found for found in (*own, *(found for part in parts.values() for found in part))}
        self._found |= dict.fromkeys(map(id, members), tuple(reached.values()))

    def _children(self, unit: Unit) -> Iterator[Unit]:
        kept = [link.unit for link in unit.links if link.inside <= self.bound and link.unit.surroundings <= self.bound]
        self.is_whole = self.is_whole and len(kept) == len(unit.links)
        return iter(kept)
