"""Whether code uses what a finding is about."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from qcontract.drift.impact.effects import GENERATED, Effects
from qcontract.drift.impact.reach import reaching
from qcontract.drift.impact.surface import Element, Function, Surface
from qcontract.drift.impact.usage.usage import Usage
from qcontract.findings import Finding

__all__ = ["Judge"]


@frozen(eq=False)
class Judge:
    """Puts findings beside what code uses.

    Args:
        effects: What the findings do to the generated client.
        usage: What the code uses.
    """

    effects: Effects
    usage: Usage

    def used(self, finding: Finding) -> bool | None:
        """Whether the code uses what changed; None if that cannot be told.

        A part of a message counts as used when the code performs an operation with it and says its name anywhere.
        """
        surface = self.effects.old
        named = set(self.effects.elements(finding))
        operations = finding.operations or {name for element in named for name in reaching(surface, element)}
        functions = [surface.functions[name] for name in operations if name in surface.functions]
        if not functions and not finding.old_pointer:
            return False  # what is new cannot be in use
        called = [function for function in functions if self.usage.calls(function)]
        if functions and not called and not self._names_a_class(named):
            return False
        if not named or any(self._is_forced(finding, element, called) for element in named):
            return bool(called) if functions else None
        answers = {self._uses(element, finding, called) for element in named}
        if True in answers:
            return True
        return None if None in answers or self.usage.is_dynamic else False

    def _names_a_class(self, named: set[Element]) -> bool:
        return any(self.usage.knows(element.home.removeprefix("models.")) for element in named)

    def _is_forced(self, finding: Finding, element: Element, called: list[Function]) -> bool:
        """Whether every call has to do with it: what all requests must have now, and what is about a function."""
        if element.is_function:
            return not element.member or element.member in {"client", "body"} or self._is_needed(element)
        is_new_duty = any(change.breaks and change.old is None for change in self.effects.of(finding))
        return is_new_duty and bool(called)

    def _is_needed(self, element: Element) -> bool:
        """Whether every call gives this argument, or must."""
        return any(
            function.element.home == element.home and function.arguments[element.member].is_needed
            for side in (self.effects.old, self.effects.new)
            for function in side.functions.values()
            if element.member in function.arguments
        )

    def _uses(self, element: Element, finding: Finding, called: list[Function]) -> bool | None:
        surface = self.effects.old
        made = surface.classes.get(element.home.removeprefix("models."))
        if made is None or element.is_function:
            return self.usage.has(element.member)
        if element.member in made.attributes:
            return self.usage.has(element.member, made.attributes[element.member].key)
        if self.usage.knows(made.name) and not element.member:
            return True
        if element.member and self.usage.has(element.member, made.members.get(element.member, "")):
            return True
        if finding.subject.aspect == GENERATED:
            return False
        return self._holders(made.pointer, surface, finding, called)

    def _holders(self, place: str, surface: Surface, finding: Finding, called: list[Function]) -> bool | None:
        """Whether what holds such a value is used: then the code receives it, and may send it."""
        homes = {function.element.home for function in called}
        if any(self._is_held(holder, surface, homes) for holder in surface.users.get(place, ())):
            return True if finding.subject.direction != "request" else None
        return False

    def _is_held(self, holder: Element, surface: Surface, homes: set[str]) -> bool:
        if holder.is_function:
            return holder.home in homes
        return self.usage.has(*_names(holder, surface))


def _names(holder: Element, surface: Surface) -> Iterator[str]:
    made = surface.classes.get(holder.home.removeprefix("models."))
    slot = made.attributes.get(holder.member) if made else None
    yield from (holder.member, slot.key) if slot else ()
