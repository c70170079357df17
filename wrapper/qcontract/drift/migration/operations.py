"""Which operation of the new contract does what one of the old contract did."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_object
from qcontract.contract.operations import Operation, operations
from qcontract.drift.migration.members import Member, Path, members
from qcontract.drift.migration.words import likeness, words

__all__ = ["Described", "Pair", "described", "pairs"]

_SURE = 0.4
"""Likeness from which an operation without successor of its own counts as merged into another's."""
_WORTH_SAYING = 0.25
"""Likeness below which two operations have nothing to do with each other."""


@frozen(eq=False)
class Described:
    """An operation and the members of its bodies: what it takes, and what its success answers."""

    document: JsonObject
    operation: Operation

    @property
    def title(self) -> str:
        """Method and path."""
        return f"{self.operation.method} {self.operation.path}"

    @property
    def success(self) -> str | None:
        """The first 2xx status."""
        return next((status for status in self.operation.responses if status.startswith("2")), None)

    @cached_property
    def taken(self) -> dict[Path, Member]:
        """Members of the request body."""
        return self._members(self.operation.request_body, f"{self.operation.pointer}/requestBody")

    @cached_property
    def answered(self) -> dict[Path, Member]:
        """Members of the body of a success."""
        if self.success is None:
            return {}
        place = f"{self.operation.pointer}/responses/{self.success}"
        return self._members(self.operation.responses[self.success], place)

    def _members(self, holder: Mapping[str, Any] | None, place: str) -> dict[Path, Member]:
        content = holder.get("content") if holder is not None else None
        if not is_object(content) or not content:
            return {}
        media = next((name for name in content if "json" in name), next(iter(content)))
        schema = content[media].get("schema") if is_object(content[media]) else None
        return members(self.document, schema, f"{place}/content{pointer.join(media)}/schema")


@frozen(eq=False)
class Pair:
    """An old operation and its successor; None if it has none.

    ``merged`` says that the successor also follows another operation, of which it is rather the continuation.
    """

    old: Described
    new: Described | None
    likeness: float
    merged: bool = False


def described(document: JsonObject) -> tuple[Described, ...]:
    """The operations of a document."""
    return tuple(Described(document, operation) for operation in operations(document))


def pairs(old: Sequence[Described], new: Sequence[Described]) -> tuple[Pair, ...]:
    """Find the successor of every old operation, in the order of the old contract.

    Same method and path come first, then the same name, then the greatest likeness of path, name, queries and bodies,
    in which rare words tell more than common ones.
    """
    found: dict[Described, Pair] = {}
    for key in (_shape, _identity):
        _pair_equal(old, new, found, key)
    weight = _rarity([*old, *new])
    best = [(each, *_most_alike(each, new, weight)) for each in old if each not in found]
    for each, other, score in sorted(best, key=lambda candidate: -candidate[2]):
        merged = any(pair.new is other for pair in found.values())
        enough = score >= (_SURE if merged else _WORTH_SAYING)
        found[each] = Pair(each, other, score, merged) if enough else Pair(each, None, score)
    return tuple(found[each] for each in old)


def _pair_equal(
    old: Sequence[Described],
    new: Sequence[Described],
    found: dict[Described, Pair],
    key: Callable[[Described], tuple[str, ...]],
) -> None:
    """Pair what has the same key, which nothing else has on its side."""
    taken = {pair.new for pair in found.values()}
    lefts = [each for each in old if each not in found]
    rights = [each for each in new if each not in taken]
    counts = [Counter(map(key, side)) for side in (lefts, rights)]
    successors = {key(each): each for each in rights}
    for each in lefts:
        if all(count[key(each)] == 1 for count in counts):
            found[each] = Pair(each, successors[key(each)], 1.0)


def _shape(each: Described) -> tuple[str, ...]:
    """Method and path, whatever the names of the placeholders."""
    steps = ("{}" if step.startswith("{") else step for step in each.operation.path.split("/"))
    return (each.operation.method, *steps)


def _identity(each: Described) -> tuple[str, ...]:
    return words(each.operation.operation_id)


def _most_alike(
    old: Described, new: Sequence[Described], weight: Mapping[str, float]
) -> tuple[Described | None, float]:
    scores = [(_alike(old, other, weight), other) for other in new]
    score, best = max(scores, key=lambda each: each[0], default=(0.0, None))
    return best, score


def _alike(left: Described, right: Described, weight: Mapping[str, float]) -> float:
    """The mean likeness of those aspects that at least one of two operations has."""
    aspects = [(each, other, much) for (each, much), (other, _) in zip(_aspects(left), _aspects(right), strict=True)]
    told = [(likeness(each, other, weight), much) for each, other, much in aspects if each or other]
    return sum(like * much for like, much in told) / sum(much for _, much in told) if told else 0.0


def _aspects(each: Described) -> tuple[tuple[tuple[str, ...], int], ...]:
    """The words by which an operation is known, and how much each kind of them tells."""
    literal = (step for step in each.operation.path.split("/") if not step.startswith("{"))
    queries = (str(parameter.get("name")) for parameter in each.operation.parameters if parameter.get("in") != "path")
    return (
        ((each.operation.method.lower(), *_words_of(literal)), 3),
        (_identity(each), 2),
        (_words_of(queries), 2),
        (_names_of(each.taken), 2),
        (_names_of(each.answered), 2),
    )


def _words_of(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for name in names for word in words(name))


def _names_of(body: Mapping[Path, Member]) -> tuple[str, ...]:
    return tuple(dict.fromkeys("_".join(words(each.own)) for each in body.values() if each.own))


def _rarity(everything: Sequence[Described]) -> dict[str, float]:
    """The weight of each word: the fewer operations know it, the more it tells."""
    known = Counter(word for each in everything for word in {word for aspect, _ in _aspects(each) for word in aspect})
    return {word: math.log(1 + len(everything) / count) for word, count in known.items()}
