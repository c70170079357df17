"""The surface of the client that the generator would make of a document, without running it."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from qcontract.contract.jsonvalue import JsonObject
from qcontract.drift.impact.forms import Forms
from qcontract.drift.impact.functions import functions
from qcontract.drift.impact.references import References
from qcontract.drift.impact.surface import Class, Function, Surface, named_in

__all__ = ["surface"]


def surface(document: JsonObject) -> Surface:
    """Model the generated client of a document.

    Tests compare the model with the real packages, name by name. What the generator refuses is modelled as well as
    can be: a schema that it cannot read may be anything.

    Args:
        document: An OpenAPI document whose references stay inside it.
    """
    forms = Forms(References(document))
    forms.components()
    found = list(functions(forms))
    forms.finish()
    return Surface(
        functions={function.operation: function for function in found},
        classes=_with_directions(forms.classes, found),
        places={place: tuple(elements) for place, elements in forms.places.items()},
        users={place: tuple(elements) for place, elements in forms.users.items()},
    )


def _with_directions(classes: dict[str, Class], found: list[Function]) -> dict[str, Class]:
    sent = {name for function in found for slot in function.arguments.values() for name in named_in(slot.types)}
    received = {name for function in found for name in named_in(function.returns)}
    sent, received = _reached(classes, sent), _reached(classes, received)
    return {name: evolve(c, sent=name in sent, received=name in received) for name, c in classes.items()}


def _reached(classes: dict[str, Class], names: Iterable[str]) -> set[str]:
    """The classes with these names, and those that their attributes lead to."""
    found: set[str] = set()
    open_ends = [name for name in names if name in classes]
    while open_ends:
        name = open_ends.pop()
        if name not in found:
            found.add(name)
            slots = classes[name].attributes.values()
            open_ends += [inner for slot in slots for inner in named_in(slot.types) if inner in classes]
    return found
