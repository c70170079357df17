"""Content of bodies and answers: its media types, and what each of them holds."""

from __future__ import annotations

from attrs import define

from qcontract.contract import pointer
from qcontract.drift.comparing import Comparing
from qcontract.drift.media import compare_media
from qcontract.drift.mediatypes import MediaType
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Direction

__all__ = ["compare_content"]


def compare_content(comparing: Comparing, old: Node, new: Node, direction: Direction, part: str) -> None:
    """Compare the media types of a body or answer, and what each of them holds.

    Args:
        comparing: The comparison.
        old: The body or answer before.
        new: The same after.
        direction: Which way it travels.
        part: What people call it.
    """
    types = _Types.of(old, new, received=direction is Direction.RESPONSE)
    for was, will, rule in types.ranges:
        nodes = _media(old, was), _media(new, will[0])
        after = ", ".join(name.written for name in will)
        comparing.add(rule, *nodes, direction, value=was.written, before=was.written, after=after)
    for name in types.gone:
        shown = comparing.request(body=name.written) if direction is comparing.asking else None
        said = {"value": name.written, "evidence": shown}
        comparing.present("media type", "removed", _media(old, name), None, direction, **said)
    for name in types.come:
        comparing.present("media type", "added", None, _media(new, name), direction, value=name.written)
    for one, other in types.pairs:
        specific = max(one, other, key=_specificity)
        compare_media(comparing, _media(old, one), _media(new, other), direction, part, specific)


def _media(node: Node, name: MediaType) -> Node:
    return node.child("content", name.written, path=pointer.join(name.written))


def _specificity(name: MediaType) -> tuple[bool, bool, int]:
    return name.specificity


@define(eq=False)
class _Types:
    """How the media types of two sides relate: for each media type, the most specific of those that cover it counts.

    Args:
        pairs: Whose contents meet.
        ranges: What became wider or narrower, with the rule that says so.
        gone: What is not covered any more.
        come: What was not covered.
    """

    pairs: list[tuple[MediaType, MediaType]]
    ranges: list[tuple[MediaType, list[MediaType], str]]
    gone: list[MediaType]
    come: list[MediaType]

    @classmethod
    def of(cls, old: Node, new: Node, *, received: bool) -> _Types:
        """Relate the media types of two bodies or answers."""
        before, after = (sorted(map(MediaType.of, node.members("content")), key=_written) for node in (old, new))
        types = cls(_met(before, after), [], _uncovered(before, after), _uncovered(after, before))
        types._widen(before, after)
        types._narrow(before, after)
        if received:
            types._specify()
        return types

    def _widen(self, before: list[MediaType], after: list[MediaType]) -> None:
        for name in before:
            wider = name.among(after)
            if wider is not None and wider in self.come:
                self.ranges.append((name, [wider], "media-type-widened"))
        self._forget(come=[other for _, others, _ in self.ranges for other in others])

    def _narrow(self, before: list[MediaType], after: list[MediaType]) -> None:
        for name in list(self.gone):
            left = [other for other in after if name.covers(other) and other not in before]
            if left:
                self.ranges.append((name, left, "media-type-narrowed"))
                self._forget(gone=[name])

    def _specify(self) -> None:
        """Who reads a syntax reads what says more about itself in it; who sends must name what is listed."""
        for name in list(self.gone):
            for other in list(self.come):
                if name in self.gone and (name.underlies(other) or other.underlies(name)):
                    rule = "media-type-narrowed" if name.underlies(other) else "media-type-widened"
                    self.ranges.append((name, [other], rule))
                    self.pairs.append((name, other))
                    self._forget(gone=[name], come=[other])

    def _forget(self, *, gone: list[MediaType] | None = None, come: list[MediaType] | None = None) -> None:
        self.gone[:] = [name for name in self.gone if name not in (gone or [])]
        self.come[:] = [name for name in self.come if name not in (come or [])]


def _written(name: MediaType) -> str:
    return name.written


def _uncovered(names: list[MediaType], known: list[MediaType]) -> list[MediaType]:
    return [name for name in names if name.among(known) is None]


def _met(before: list[MediaType], after: list[MediaType]) -> list[tuple[MediaType, MediaType]]:
    met = {(one.written, other.written): (one, other) for one, other in _meetings(before, after)}
    return [met[key] for key in sorted(met)]


def _meetings(before: list[MediaType], after: list[MediaType]) -> list[tuple[MediaType, MediaType]]:
    pairs = ((name.among(before), name.among(after)) for name in (*before, *after))
    return [(one, other) for one, other in pairs if one is not None and other is not None]
