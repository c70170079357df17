"""Which operations a generated class is for."""

from __future__ import annotations

from qcontract.drift.impact.surface import Element, Surface, named_in

__all__ = ["reaching"]


def reaching(side: Surface, element: Element | None) -> tuple[str, ...]:
    """The operations whose requests or answers hold an element.

    Args:
        side: The generated client.
        element: A class, or a part of one.
    """
    if element is None:
        return ()
    wanted = {element.home.removeprefix("models.")}
    if element.is_function:
        return tuple(f.operation for f in side.functions.values() if f.element.home == element.home)
    users = _users(side)
    open_ends = list(wanted)
    while open_ends:
        more = users.get(open_ends.pop(), set()) - wanted
        wanted |= more
        open_ends += more
    return tuple(sorted(name for name in wanted if name in side.functions))


def _users(side: Surface) -> dict[str, set[str]]:
    """By class, the classes and operations whose annotations name it."""
    users: dict[str, set[str]] = {}
    for made in side.classes.values():
        for slot in made.attributes.values():
            for name in named_in(slot.types):
                users.setdefault(name, set()).add(made.name)
    for function in side.functions.values():
        for types in (function.returns, *(slot.types for slot in function.arguments.values())):
            for name in named_in(types):
                users.setdefault(name, set()).add(function.operation)
    return users
