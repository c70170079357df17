"""What a generated client offers to those who program with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Any, Literal, Protocol

from attrs import frozen

from qcontract.drift.impact.names import identifier

__all__ = [
    "CLOSED",
    "OPEN",
    "Class",
    "Element",
    "Function",
    "Slot",
    "Surface",
    "Types",
    "after_renames",
    "named_in",
    "written",
]

Types = frozenset[str]
"""The alternatives of an annotation, as source text."""

OPEN, CLOSED = "additional_properties", "unknown_fields"
"""The attribute for members that have none: of a class that may have such members, and of one that may not."""

_NAME = re.compile(r"[^\W\d]\w*")


def written(types: Types) -> str:
    """An annotation as it is written."""
    return " | ".join(sorted(types, key=str.lower))


@lru_cache(maxsize=4096)
def named_in(types: Types) -> frozenset[str]:
    """Every name in an annotation."""
    return frozenset(name for text in types for name in _NAME.findall(text))


def after_renames(types: Types, names: Mapping[str, str]) -> Types:
    """An annotation after classes were renamed."""
    if named_in(types).isdisjoint(names):
        return types
    return frozenset(_NAME.sub(lambda found: names.get(found[0], found[0]), text) for text in types)


@frozen(order=True)
class Element:
    """Something with a name in the generated client: a function, an argument, a class, an attribute or a member.

    Args:
        home: ``api.<tag>.<module>`` or ``models.<Class>``.
        member: The argument, attribute or member of an enumeration; empty for the function or class itself.
    """

    home: str
    member: str = ""

    @property
    def is_function(self) -> bool:
        """Whether it is a function or an argument."""
        return self.home.startswith("api.")

    def __str__(self) -> str:
        if not self.member:
            return self.home
        return f"{self.home}({self.member})" if self.is_function else f"{self.home}.{self.member}"


@frozen
class Slot:
    """An argument of a function or an attribute of a class.

    Args:
        name: Its name in Python.
        key: Its name in the contract.
        types: Its annotation, without ``Unset``.
        required: Whether a message always has it.
        default: What the generated code fills in; None for nothing.
    """

    name: str
    key: str
    types: Types
    required: bool
    default: Any = None

    @property
    def is_needed(self) -> bool:
        """Whether whoever calls must give it."""
        return self.required and self.default is None

    @property
    def annotation(self) -> str:
        """Its annotation as it is written."""
        return written(self.types if self.required else self.types | {"Unset"})


@frozen
class Function:
    """The module of one operation, whose functions all take the same arguments.

    Args:
        operation: The operation, as ``GET /jobs``.
        tag: The package.
        module: The module.
        arguments: By their name in Python.
        positional: Names of those that may be given by position: the parameters of the path.
        returns: What ``sync`` returns.
        pointer: Where the operation stands.
    """

    operation: str
    tag: str
    module: str
    arguments: Mapping[str, Slot]
    positional: tuple[str, ...]
    returns: Types
    pointer: str

    @property
    def element(self) -> Element:
        """Its name."""
        return Element(f"api.{self.tag}.{self.module}")


@frozen
class Class:
    """A generated class.

    Args:
        name: Its name.
        kind: ``model`` for a set of attributes, ``enum`` for a set of values.
        pointer: Where its schema stands.
        attributes: Of a model, by their name in Python.
        members: Of an enumeration: the values by their name in Python.
    """

    name: str
    kind: Literal["model", "enum"]
    pointer: str
    attributes: Mapping[str, Slot]
    members: Mapping[str, str | int]

    @property
    def module(self) -> str:
        """The module that defines it."""
        return identifier(self.name)

    @property
    def element(self) -> Element:
        """Its name."""
        return Element(f"models.{self.name}")


class Names(Protocol):
    """Knows which annotations name which class."""

    def users(self, name: str) -> Iterable[str]:
        """The operations, then the classes, whose annotations name a class."""
        ...

    def is_sent(self, name: str) -> bool:
        """Whether requests are made of a class."""
        ...

    def is_received(self, name: str) -> bool:
        """Whether answers are made of a class."""
        ...


@frozen(eq=False)
class Surface:
    """What a generated client offers: everything, or as much of it as matters to somebody.

    Args:
        functions: By operation, as ``GET /jobs``.
        classes: By name.
        places: The elements that were made of what stands at a pointer.
        users: The elements whose annotation names the class that was made of what stands at a pointer.
    """

    functions: Mapping[str, Function]
    classes: Mapping[str, Class]
    places: Mapping[str, tuple[Element, ...]]
    users: Mapping[str, tuple[Element, ...]]
    names: Names

    def __contains__(self, element: object) -> bool:
        """Whether the client offers an element."""
        return isinstance(element, Element) and element.member in self._offered.get(element.home, ())

    @cached_property
    def _offered(self) -> Mapping[str, frozenset[str]]:
        functions = {f.element.home: {"", *f.arguments} for f in self.functions.values()}
        classes = {made.element.home: {"", *made.attributes, *made.members} for made in self.classes.values()}
        return {home: frozenset(parts) for home, parts in (functions | classes).items()}

    def at(self, pointer: str) -> tuple[Element, ...]:
        """The elements made of what stands at a pointer, or else of the nearest place above it."""
        while pointer:
            if pointer in self.places:
                return self.places[pointer]
            pointer = pointer.rpartition("/")[0]
        return ()
