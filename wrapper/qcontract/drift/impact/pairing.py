"""Which function and class of one generated client is which of another one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from attrs import frozen

from qcontract.drift.impact.surface import Class, Function, Surface

__all__ = ["Pairs", "paired_classes", "paired_functions"]

T = TypeVar("T")


@frozen
class Pairs(Generic[T]):
    """What stayed, what is gone and what has come."""

    stayed: tuple[tuple[T, T], ...]
    gone: tuple[T, ...]
    come: tuple[T, ...]


def paired_functions(old: Surface, new: Surface) -> Pairs[Function]:
    """Pair functions by method and path, whatever its parameters are called, then by their names."""
    return _paired(
        old.functions.values(), new.functions.values(), [_route, lambda function: (function.tag, function.module)]
    )


def paired_classes(old: Surface, new: Surface) -> Pairs[Class]:
    """Pair classes by name, then by the place of their schema, then by content if only two have it."""
    return _paired(
        old.classes.values(),
        new.classes.values(),
        [lambda made: made.name, lambda made: (made.kind, _blank(made.pointer)), _content],
    )


def _paired(old: Iterable[T], new: Iterable[T], keys: list[Callable[[T], object]]) -> Pairs[T]:
    stayed: list[tuple[T, T]] = []
    gone, come = list(old), list(new)
    for key in keys:
        before, after = _unique(gone, key), _unique(come, key)
        met = [(one, after[name]) for name, one in before.items() if name in after]
        stayed += met
        left = {id(one) for pair in met for one in pair}
        gone, come = ([one for one in side if id(one) not in left] for side in (gone, come))
    return Pairs(tuple(stayed), tuple(gone), tuple(come))


def _unique(found: list[T], key: Callable[[T], object]) -> dict[object, T]:
    """By key, without those that share one."""
    groups: dict[object, list[T]] = {}
    for one in found:
        groups.setdefault(key(one), []).append(one)
    return {name: group[0] for name, group in groups.items() if len(group) == 1}


def _route(function: Function) -> object:
    return _blank(function.operation)


def _blank(path: str) -> str:
    return re.sub(r"\{[^}]*\}", "{}", path)


def _content(made: Class) -> object:
    attributes = frozenset((slot.name, slot.required) for slot in made.attributes.values())
    return made.kind, attributes, frozenset(made.members.items())
