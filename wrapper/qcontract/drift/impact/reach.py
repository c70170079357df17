"""Which operations a generated class is for."""

from __future__ import annotations

from qcontract.drift.impact.surface import Element, Surface

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
    users = side.class_users
    open_ends = list(wanted)
    while open_ends:
        more = users.get(open_ends.pop(), set()) - wanted
        wanted |= more
        open_ends += more
    return tuple(sorted(name for name in wanted if name in side.functions))
