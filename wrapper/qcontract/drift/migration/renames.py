"""Which member of a new body is an old one under another name or in another place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from qcontract.drift.migration.members import Member, Path
from qcontract.drift.migration.words import STEM, Words, likeness, words

__all__ = ["Renamed", "Values", "renames"]

_ENOUGH = 0.5
"""Least likeness of two members that are taken for one."""
_SHARED = 0.5
"""Least share of the shorter of two lists of values that is in the other too."""

_ALIKE_INSIDE = 0.05
"""What the names of their own members add to the likeness of two objects: enough to choose between equals."""

Values = Mapping[str, frozenset[str]]


@frozen
class Renamed:
    """An old member and what it became, with the likeness of the two, from 0 to 1; 0 when only their place says so."""

    old: Member
    new: Member
    likeness: float


def renames(old: Mapping[Path, Member], new: Mapping[Path, Member], values: Values) -> tuple[Renamed, ...]:
    """Pair the members that only one of two bodies has, each at most once, the most alike first.

    Three kinds of pairs need no likeness: moments (dates and times) of one object, as many on both sides, are paired by
    their order, for they tend to be renamed together; and so are the only two members of one format, then those of one
    type, that are left over in an object.

    Args:
        old: Members of the old body by path.
        new: Members of the new body by path.
        values: Which values the whole new contract gives to members and parameters of each name.
    """
    gone = [each for path, each in old.items() if path not in new and each.is_named]
    come = [each for path, each in new.items() if path not in old and each.is_named]
    found = [pair for one, other in _by_parent(gone, come) for pair in _moments(one, other)]
    contents = [_contents(side) for side in (old, new)]
    scored = [
        (
            _alike(left, right, values) + _ALIKE_INSIDE * likeness(contents[0][left.path], contents[1][right.path]),
            left,
            right,
        )
        for left, right in _candidates(gone, come)
    ]
    for score, left, right in sorted(scored, key=lambda each: -each[0]):
        if score >= _ENOUGH and not _settled(left, right, found):
            found.append(Renamed(left, right, score))
    for pairing in (_of_one_format, _of_one_type):
        remaining = _by_parent(*(_left_over(side, found) for side in (gone, come)))
        found += [pair for one, other in remaining for pair in pairing(one, other)]
    order = list(old)
    return tuple(sorted(found, key=lambda pair: order.index(pair.old.path)))


def _candidates(gone: Iterable[Member], come: Iterable[Member]) -> Iterator[tuple[Member, Member]]:
    """Pairs that can be alike at all: one object's members, and those that share the beginning of a word."""
    known: dict[object, dict[int, Member]] = {}
    for each in come:
        for key in (each.path[:-1], *(word[:STEM] for word in _words(each.path))):
            known.setdefault(key, {})[id(each)] = each
    for each in gone:
        keys = (each.path[:-1], *(word[:STEM] for word in words(each.own)))
        near = {number: other for key in keys for number, other in known.get(key, {}).items()}
        yield from ((each, other) for other in near.values())


def _alike(left: Member, right: Member, values: Values) -> float:
    if left.types and right.types and not left.types & right.types:
        return 0.0
    one, other = _apart(left.path, right.path)
    beside = len(one) == len(other) == 1
    if beside and (shared := _share(left, values.get(right.own, frozenset()))) >= _SHARED:
        return shared
    name = max(0.9 * likeness(words(left.own), words(right.own)), likeness(_words(one), _words(other)))
    score = 0.8 * name + (0.2 if beside else 0.1)
    strange = one[:-1] and other[:-1] and not likeness(_words(one[:-1]), _words(other[:-1]))
    return score / 2 if strange or one.count("[]") != other.count("[]") else score


def _contents(body: Mapping[Path, Member]) -> dict[Path, Words]:
    """The words of the direct members of each member."""
    found: dict[Path, Words] = dict.fromkeys(body, ())
    for path in body:
        if path[:-1] in found:
            found[path[:-1]] += words(path[-1])
    return found


def _apart(left: Path, right: Path) -> tuple[Path, Path]:
    """Two paths without the beginning that they share."""
    shared = 0
    while shared < min(len(left), len(right)) - 1 and left[shared] == right[shared]:
        shared += 1
    return left[shared:], right[shared:]


def _words(path: Path) -> Words:
    return tuple(word for step in path for word in words(step))


def _share(member: Member, known: frozenset[str]) -> float:
    listed = {value for value in member.values if isinstance(value, str)}
    fewest = min(len(listed), len(known))
    return len(listed & known) / fewest if fewest > 1 else 0.0


def _by_parent(gone: Iterable[Member], come: Iterable[Member]) -> Iterator[tuple[list[Member], list[Member]]]:
    """The members that an object has lost and those that it has won, for every object that has both."""
    sides: dict[Path, tuple[list[Member], list[Member]]] = {}
    for side, each in [(0, each) for each in gone] + [(1, each) for each in come]:
        sides.setdefault(each.path[:-1], ([], []))[side].append(each)
    yield from (side for side in sides.values() if all(side))


def _moments(gone: Sequence[Member], come: Sequence[Member]) -> Iterator[Renamed]:
    """Moments of one object, by their order, if at least one pair has like names too."""
    left, right = ([each for each in side if each.is_moment] for side in (gone, come))
    if len(left) != len(right) or len(left) < 2:
        return
    pairs = [
        Renamed(one, other, likeness(words(one.own), words(other.own))) for one, other in zip(left, right, strict=True)
    ]
    if any(pair.likeness >= _ENOUGH for pair in pairs):
        yield from pairs


def _of_one_format(gone: Sequence[Member], come: Sequence[Member]) -> Iterator[Renamed]:
    """Members of a format that no other member has that is left over."""
    for name in sorted({name for each in gone for name in each.formats}):
        one, other = ([each for each in side if name in each.formats] for side in (gone, come))
        if len(one) == len(other) == 1 and one[0].types == other[0].types:
            yield Renamed(one[0], other[0], 0.0)


def _of_one_type(gone: Sequence[Member], come: Sequence[Member]) -> Iterator[Renamed]:
    """The only two that are left over, if they are of one type."""
    if len(gone) == len(come) == 1 and gone[0].types == come[0].types:
        yield Renamed(gone[0], come[0], 0.0)


def _settled(left: Member, right: Member, found: Iterable[Renamed]) -> bool:
    """Whether one of the two has its pair, or both stand alike inside a pair, which then says it for them."""
    return any(
        pair.old is left or pair.new is right or (_inside(left, pair.old) == _inside(right, pair.new) != ())
        for pair in found
    )


def _inside(member: Member, around: Member) -> Path:
    depth = len(around.path)
    return member.path[depth:] if member.path[:depth] == around.path else ()


def _left_over(side: Iterable[Member], found: Iterable[Renamed]) -> list[Member]:
    taken = {id(each) for pair in found for each in (pair.old, pair.new)}
    return [each for each in side if id(each) not in taken]
