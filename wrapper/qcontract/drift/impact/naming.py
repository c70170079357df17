"""Which classes and operations of a generated client name a class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import frozen

from qcontract.drift.impact.forms import Forms
from qcontract.drift.impact.surface import Function, Types, named_in
from qcontract.drift.impact.units import Units, unit_of

__all__ = ["Naming"]


@frozen(eq=False)
class Naming:
    """Follows annotations, and reads the classes on its way that nobody needed before.

    Args:
        forms: The classes.
        functions: Every function.
        units: Knows what refers to what.
    """

    forms: Forms
    functions: Sequence[Function]
    units: Units

    def users(self, name: str) -> Iterator[str]:
        """The operations, then the classes, whose annotations name a class."""
        yield from self._takers.get(name, ())
        yield from self._givers.get(name, ())
        made = self.forms.classes.get(name)
        if made is not None:
            self.forms.finish_units(self.units.naming([unit_of(made.pointer), *self.units.called(name)]))
            yield from tuple(self.forms.namers.get(name, ()))

    def is_sent(self, name: str) -> bool:
        """Whether requests are made of a class."""
        return name in self._sent

    def is_received(self, name: str) -> bool:
        """Whether answers are made of a class."""
        seen, waiting = {name}, [name]
        for one in waiting:
            if one in self._givers:
                return True
            more = [user for user in self.users(one) if user in self.forms.classes and user not in seen]
            seen.update(more)
            waiting += more
        return False

    @cached_property
    def _takers(self) -> dict[str, dict[str, None]]:
        return _by_name((f, slot.types) for f in self.functions for slot in f.arguments.values())

    @cached_property
    def _givers(self) -> dict[str, dict[str, None]]:
        return _by_name((function, function.returns) for function in self.functions)

    @cached_property
    def _sent(self) -> set[str]:
        """The classes that arguments name, and those that their attributes lead to."""
        found: set[str] = set()
        waiting = [*self._takers]
        while waiting:
            name = waiting.pop()
            if name not in found and name in self.forms.classes:
                found.add(name)
                waiting += self.forms.names_below(name)
        return found


def _by_name(annotated: Iterable[tuple[Function, Types]]) -> dict[str, dict[str, None]]:
    found: dict[str, dict[str, None]] = {}
    for function, types in annotated:
        for name in named_in(types):
            found.setdefault(name, {})[function.operation] = None
    return found
