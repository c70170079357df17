"""The surface of the client that the generator would make of a document, without running it."""

from __future__ import annotations

from collections.abc import Iterable, Set

from attrs import frozen

from qcontract.contract.jsonvalue import JsonObject
from qcontract.drift.impact.forms import Forms
from qcontract.drift.impact.functions import functions
from qcontract.drift.impact.naming import Naming
from qcontract.drift.impact.references import References
from qcontract.drift.impact.surface import Function, Surface
from qcontract.drift.impact.units import Units, unit_of

__all__ = ["surface", "surfaces"]


def surface(document: JsonObject) -> Surface:
    """Model the generated client of a document.

    Tests compare the model with the real packages, name by name. What the generator refuses is modelled as well as
    can be: a schema that it cannot read may be anything.

    Args:
        document: An OpenAPI document whose references stay inside it.
    """
    return _Model.of(Units(document)).surface()


def surfaces(old: Units, new: Units, wanted: Iterable[str]) -> tuple[Surface, Surface]:
    """Model the generated clients of two documents, and of their classes only those that may matter.

    These are the classes that are made of some units, those that have another name or another origin, because it is
    made of the names around them or because two have one name, and all that name them.

    Args:
        old: The units of the document before.
        new: The units of the document after.
        wanted: The units that somebody asks about, among them all that differ.
    """
    before, after = _Model.of(old), _Model.of(new)
    start = {*wanted, *(unit_of(place) for _, place in before.origins ^ after.origins)}
    units = old.naming(start) | new.naming(start)
    return before.surface(units), after.surface(units)


@frozen
class _Model:
    """The functions of a document, and those of its classes that were needed so far."""

    units: Units
    forms: Forms
    functions: tuple[Function, ...]

    @classmethod
    def of(cls, units: Units) -> _Model:
        forms = Forms(References(units.document))
        forms.components()
        return cls(units, forms, tuple(functions(forms)))

    @property
    def origins(self) -> Set[tuple[str, str]]:
        """The names of the classes that were met so far, with the places that they are made of."""
        return {(made.name, made.pointer) for made in self.forms.classes.values()}

    def surface(self, units: Set[str] | None = None) -> Surface:
        """All of the client, or what is made of some units and what uses that."""
        self.forms.finish(units)
        classes = self.forms.classes.values()
        return Surface(
            functions={function.operation: function for function in self.functions},
            classes={made.name: made for made in classes if units is None or unit_of(made.pointer) in units},
            places={place: tuple(elements) for place, elements in self.forms.places.items()},
            users={place: tuple(elements) for place, elements in self.forms.users.items()},
            names=Naming(self.forms, self.functions, self.units),
        )
