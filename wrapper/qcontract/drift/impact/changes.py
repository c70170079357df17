"""What is different between two generated clients, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from attrs import evolve

from qcontract.drift.impact.change import TYPE_CHANGED, Change, added, gone, renamed
from qcontract.drift.impact.pairing import paired_classes, paired_functions
from qcontract.drift.impact.slots import Slots, unexpected
from qcontract.drift.impact.surface import (
    CLOSED,
    OPEN,
    Class,
    Element,
    Function,
    Names,
    Surface,
    after_renames,
    written,
)

__all__ = ["changes"]

_FUNCTION, _ARGUMENT = "generated-function-renamed", "generated-argument-changed"
_CLASS, _CLASS_GONE = "generated-class-renamed", "generated-class-removed"
_ATTRIBUTE, _MEMBER = "generated-attribute-changed", "generated-member-changed"
_KINDS = {"model": "a class with attributes", "enum": "an enumeration"}


def changes(old: Surface, new: Surface) -> tuple[Change, ...]:
    """Compare two generated clients.

    Args:
        old: The client that code was written for.
        new: The one that would take its place.
    """
    classes = paired_classes(old, new)
    names = {before.name: after.name for before, after in classes.stayed if before.name != after.name}
    return (
        *_functions(old, new, names),
        *(change for pair in classes.stayed for change in _class(*pair, names, old.names)),
        *(gone(made.element, _CLASS_GONE) for made in classes.gone),
        *(added(made.element) for made in classes.come),
    )


def _functions(old: Surface, new: Surface, names: Mapping[str, str]) -> Iterator[Change]:
    functions = paired_functions(old, new)
    for before, after in functions.stayed:
        yield from (evolve(change, operation=before.operation) for change in _function(before, after, names))
    for function in functions.gone:
        yield evolve(gone(function.element, _FUNCTION), operation=function.operation)
    for function in functions.come:
        yield evolve(added(function.element), operation=function.operation)


def _function(old: Function, new: Function, names: Mapping[str, str]) -> Iterator[Change]:
    if old.element != new.element:
        yield renamed(old.element, new.element, _FUNCTION)
    slots = Slots(old.element, new.element, _ARGUMENT, names, sent=lambda: True)
    yield from slots.changes([*old.arguments.values()], [*new.arguments.values()], _by_position(old, new))
    before, after = after_renames(old.returns, names), new.returns
    if before != after:
        says = f"{new.element} returns {written(after)}, was {written(old.returns)}"
        yield Change(TYPE_CHANGED, old.element, new.element, says, bool(unexpected(before, after)))


def _by_position(old: Function, new: Function) -> dict[str, str]:
    """Names before and after of the arguments in the path, if there are as many as before."""
    is_alike = len(old.positional) == len(new.positional)
    return dict(zip(old.positional, new.positional, strict=True)) if is_alike else {}


def _class(old: Class, new: Class, names: Mapping[str, str], used: Names) -> Iterator[Change]:
    if old.name != new.name:
        yield renamed(old.element, new.element, _CLASS)
    if old.kind != new.kind:
        says = f"{new.element} is {_KINDS[new.kind]}, no longer {_KINDS[old.kind]}"
        yield Change(_CLASS_GONE, old.element, new.element, says, breaks=True)
        return
    yield from _members(old, new)
    if OPEN in old.attributes and CLOSED in new.attributes:
        yield _closed(old, new)
    ways = (partial(used.is_sent, old.name), partial(used.is_received, old.name))
    slots = Slots(old.element, new.element, _ATTRIBUTE, names, *ways)
    before, after = ([slot for slot in made.attributes.values() if slot.key] for made in (old, new))
    yield from slots.changes(before, after, {})


def _closed(old: Class, new: Class) -> Change:
    """Say that further members are kept elsewhere; that matters to code only where they had a type of their own."""
    elements = Element(old.element.home, OPEN), Element(new.element.home, CLOSED)
    return evolve(renamed(*elements, _ATTRIBUTE), breaks=old.attributes[OPEN].types != frozenset({"dict[str, Any]"}))


def _members(old: Class, new: Class) -> Iterator[Change]:
    called = {value: Element(new.element.home, name) for name, value in new.members.items()}
    for name, value in old.members.items():
        element = Element(old.element.home, name)
        after = called.get(value)
        if after is None:
            yield gone(element, _MEMBER, value)
        elif after.member != name:
            yield renamed(element, after, _MEMBER, value)
    known = set(old.members.values())
    for value, element in called.items():
        if value not in known:
            yield added(element, value)
