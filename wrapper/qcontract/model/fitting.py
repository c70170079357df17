"""Values that callers give by name, each of a kind that can be meant; static types do not reach every caller."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeAlias, cast

from qcontract.errors import ConfigurationError

__all__ = ["Kinds", "are_texts", "optional", "refuse_unfit"]

Kinds: TypeAlias = Mapping[str, tuple[Callable[[Any], bool], str]]
"""For a name whether a value fits, and in words what does."""


def refuse_unfit(what: str, given: Mapping[str, object], kinds: Kinds, *, secret: Collection[str] = ()) -> None:
    """Refuse values that would fail later, or be taken for something else.

    Args:
        what: What was given the values, for the error.
        given: Values by name.
        kinds: What fits; a name that is not here takes anything.
        secret: Names whose values are not shown.

    Raises:
        ConfigurationError: A value does not fit; the hint says what does.
    """
    for name, (fits, wanted) in kinds.items():
        if name in given and not fits(given[name]):
            shown = "..." if name in secret else repr(given[name])[:60]
            raise ConfigurationError(f"{what} cannot use {name}={shown}", hint=f"give {wanted}")


def optional(*types: type[Any]) -> Callable[[object], bool]:
    """Return whether a value is None or of one of these types."""
    return lambda value: value is None or isinstance(value, types)


def are_texts(value: object) -> bool:
    """Whether these are several texts: a single one is a collection, too, of its characters."""
    if not isinstance(value, Collection) or isinstance(value, str):
        return False
    return all(isinstance(one, str) for one in cast("Collection[object]", value))
