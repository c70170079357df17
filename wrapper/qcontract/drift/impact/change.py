"""One difference between two generated clients, and how it is said."""

from __future__ import annotations

from attrs import field, frozen

from qcontract.drift.impact.surface import Element

__all__ = ["TYPE_CHANGED", "Change", "added", "gone", "renamed"]

TYPE_CHANGED = "generated-type-changed"


@frozen
class Change:
    """One difference between two generated clients.

    Args:
        rule: The rule that says it, where no other finding does; empty for what is new.
        old: The element before; None if it is new.
        new: The element after; None if it is gone.
        says: The difference in a sentence.
        breaks: Whether code that was written for the old client fails.
        key: The name or value in the contract that it is about.
        operation: Of a function or an argument: the operation before.
    """

    rule: str
    old: Element | None
    new: Element | None
    says: str
    breaks: bool
    key: str | int = field(default="")
    operation: str = ""

    @property
    def is_of_whole(self) -> bool:
        """Whether it is about a function or class, and not about a part of one."""
        return not any(element.member for element in (self.old, self.new) if element)

    @property
    def is_of_function(self) -> bool:
        """Whether it is about a whole function."""
        return self.is_of_whole and any(element.is_function for element in (self.old, self.new) if element)

    @property
    def is_of_class(self) -> bool:
        """Whether it is about a whole class."""
        return self.is_of_whole and not self.is_of_function


def gone(element: Element, rule: str, key: str | int = "") -> Change:
    """An element that is not there any more."""
    return Change(rule, element, None, f"{element} is gone", breaks=True, key=key)


def added(element: Element, key: str | int = "") -> Change:
    """An element that was not there before."""
    return Change("", None, element, f"{element} is new", breaks=False, key=key)


def renamed(old: Element, new: Element, rule: str, key: str | int = "") -> Change:
    """An element with another name."""
    return Change(rule, old, new, f"{old} is called {new}", breaks=True, key=key)
