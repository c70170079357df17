"""Which operations a generated class is for."""

from __future__ import annotations

from collections.abc import Iterator

from qcontract.drift.impact.surface import Element, Surface

__all__ = ["operations_with", "reaching"]


def reaching(side: Surface, element: Element | None) -> tuple[str, ...]:
    """The operations whose requests or answers hold an element, in order.

    Args:
        side: The generated client.
        element: A class, or a part of one.
    """
    return tuple(sorted({*operations_with(side, element)})) if element else ()


def operations_with(side: Surface, element: Element) -> Iterator[str]:
    """The same, one after the other, those first that name the class themselves: whoever has enough may stop."""
    if element.is_function:
        yield from (f.operation for f in side.functions.values() if f.element.home == element.home)
        return
    name = element.home.removeprefix("models.")
    seen, waiting = {name}, [name]
    for one in waiting:
        for user in side.names.users(one):
            if user not in seen:
                seen.add(user)
                if user in side.functions:
                    yield user
                else:
                    waiting.append(user)
