"""What is different between the arguments of two functions, or the attributes of two classes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrs import frozen

from qcontract.drift.impact.change import TYPE_CHANGED, Change, gone, renamed
from qcontract.drift.impact.surface import Element, Slot, Types, after_renames

__all__ = ["Slots", "unexpected"]


@frozen
class Slots:
    """A comparison of slots.

    Args:
        old: The function or class before.
        new: The function or class after.
        rule: The rule about its slots.
        classes: Names of classes that have another one now.
        sent: Tells whether callers fill the slots; it is asked only where that matters.
        received: Tells whether callers read them.
    """

    old: Element
    new: Element
    rule: str
    classes: Mapping[str, str]
    sent: Callable[[], bool]
    received: Callable[[], bool] = bool

    def changes(self, old: list[Slot], new: list[Slot], known: Mapping[str, str]) -> Iterator[Change]:
        """Compare slots by what they are called in the contract, then by their names.

        Args:
            old: The slots before.
            new: The slots after.
            known: Names before and after of those that are the same whatever they are called.
        """
        after = {slot.name: slot for slot in new}
        keys = [slot.key for slot in new]
        by_key = {slot.key: slot.name for slot in new if keys.count(slot.key) == 1}
        called = {slot.name: known.get(slot.name) or by_key.get(slot.key, slot.name) for slot in old}
        for slot in old:
            yield from self._stayed(slot, after.get(called[slot.name]))
        for slot in new:
            if slot.name not in called.values():
                yield self._come(slot)

    def _stayed(self, old: Slot, new: Slot | None) -> Iterator[Change]:
        before = Element(self.old.home, old.name)
        if new is None:
            yield gone(before, self.rule, old.key)
            return
        after = Element(self.new.home, new.name)
        if old.name != new.name:
            yield renamed(before, after, self.rule, old.key)
        for says, breaks in self._requirement(old, new, after):
            yield Change(self.rule, before, after, says, breaks, new.key)
        if after_renames(old.types, self.classes) != new.types:
            says = f"{after} is {new.annotation}, was {old.annotation}"
            yield Change(TYPE_CHANGED, before, after, says, self._is_wrong(old, new), new.key)

    def _come(self, slot: Slot) -> Change:
        element, is_needed = Element(self.new.home, slot.name), slot.is_needed and self.sent()
        says = f"{element} is new and must be given" if is_needed else f"{element} is new"
        return Change(self.rule, None, element, says, is_needed, slot.key)

    def _requirement(self, old: Slot, new: Slot, after: Element) -> Iterator[tuple[str, bool]]:
        """What callers must give or may miss, and whether that breaks."""
        if new.is_needed and not old.is_needed and self.sent():
            yield f"{after} must be given now", True
        elif new.required and not old.required:
            yield f"{after} is always there now", False
        if old.required and not new.required:
            yield (f"{after} may be UNSET now", True) if self.received() else (f"{after} may be left out now", False)
        if old.default != new.default:
            yield _default(old, new, after), False

    def _is_wrong(self, old: Slot, new: Slot) -> bool:
        """Whether callers give or get what the other side does not know."""
        before = after_renames(old.types, self.classes)
        is_wrong_to_send = unexpected(new.types, before) and self.sent()
        return bool(is_wrong_to_send or (unexpected(before, new.types) and self.received()))


def unexpected(known: Types, given: Types) -> Types:
    """The alternatives that may come and that whoever takes them does not know.

    A float may be an int, and what may be anything may be any of them; but an object of a class of its own is not what
    code expects that took it for plain JSON.
    """
    if known == frozenset({"Any"}):
        return frozenset(kind for kind in given if kind[:1].isupper() and kind != "Any")
    return frozenset() if "Any" in known else given - known - ({"int"} if "float" in known else set())


def _default(old: Slot, new: Slot, after: Element) -> str:
    if new.default is None:
        return f"{after} has no default any more, was {old.default!r}"
    return f"{after} is {new.default!r} unless it is given" + ("" if old.default is None else f", was {old.default!r}")
