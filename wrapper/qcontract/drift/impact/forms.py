"""The annotations and classes that the generator makes of schemas."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import chain
from typing import Any

from attrs import define, evolve, field

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_array, is_object, is_true
from qcontract.drift.impact.form import Form, Use
from qcontract.drift.impact.merging import merged
from qcontract.drift.impact.names import class_name, identifier, member_names, pascal_case
from qcontract.drift.impact.references import References, target_of
from qcontract.drift.impact.spellings import objects_in, only_reference, properties_of, texts_in, with_null
from qcontract.drift.impact.surface import CLOSED, OPEN, Class, Element, Slot, Types, named_in, written
from qcontract.drift.impact.units import unit_of

__all__ = ["UNKNOWN", "Forms"]

UNKNOWN = "UnknownVariant"
"""The class of an object whose tag the contract does not know; the generator adds it to every union of objects."""

_ANY: Types = frozenset({"Any"})
_DEEPEST = 40
"""Levels of schemas without a class between them; nobody nests arrays so deep, and no code could say its type."""
_FORMATS = {"date-time": "datetime.datetime", "date": "datetime.date", "binary": "File", "uuid": "UUID"}
_PLAIN = {"boolean": "bool", "number": "float", "integer": "int", "null": "None"}


@define(eq=False)
class Forms:
    """Reads the schemas of one document, and collects the classes that come of them.

    Args:
        references: Follows the references of the document.
        classes: By name; their attributes are read when somebody asks to finish them.
        places: The elements that were made of what stands at a pointer, in the order in which they were read.
        users: The elements whose annotation names the class that was made of what stands at a pointer.
        namers: By class, the classes whose attributes name it.
    """

    references: References
    classes: dict[str, Class] = field(factory=dict[str, Class])
    places: dict[str, dict[Element, None]] = field(factory=dict[str, dict[Element, None]])
    users: dict[str, dict[Element, None]] = field(factory=dict[str, dict[Element, None]])
    namers: dict[str, dict[str, None]] = field(factory=dict[str, dict[str, None]])
    _components: dict[str, Form | None] = field(factory=dict[str, Form | None])
    _pending: dict[str, tuple[JsonObject, str]] = field(factory=dict[str, tuple[JsonObject, str]])
    _pending_in: dict[str, dict[str, None]] = field(factory=dict[str, dict[str, None]])
    _sources: dict[str, dict[str, list[Form]]] = field(factory=dict[str, dict[str, list[Form]]])
    _depth: int = 0

    def components(self) -> None:
        """Read every component."""
        found = self.references.document.get("components")
        schemas = found.get("schemas") if is_object(found) else None
        for name in schemas if is_object(schemas) else ():
            self._referenced(pointer.join("components", "schemas", name))

    def finish(self, units: Container[str] | None = None) -> None:
        """Read the attributes of every class, and so of the classes that come of them.

        Args:
            units: Where the classes stand that matter; all do, unless given.
        """
        while names := [name for name, (_, place) in self._pending.items() if units is None or unit_of(place) in units]:
            for name in names:
                self._complete(name)

    def finish_units(self, units: Iterable[str]) -> None:
        """Read the attributes of the classes in some units, where the order of all classes matters no more."""
        for unit in units:
            while names := self._pending_in.get(unit):
                self._complete(next(iter(names)))

    def names_below(self, name: str) -> set[str]:
        """Every name in the annotations of a class."""
        self._complete(name)
        return {named for slot in self.classes[name].attributes.values() for named in named_in(slot.types)}

    def read(self, schema: object, place: str, name: str, parent: str = "") -> Form:
        """Read a schema.

        Args:
            schema: The schema.
            place: Where it stands.
            name: Name of what it describes.
            parent: Name of what that belongs to.
        """
        if self._depth > _DEEPEST:
            return Form(_ANY, (place,))
        self._depth += 1
        try:
            return self._read(schema, Use(place, name, parent))
        finally:
            self._depth -= 1

    def mark(self, element: Element, form: Form) -> None:
        """Remember what an element was made of, and which classes it uses."""
        for known, places in ((self.places, form.places), (self.users, form.classes)):
            for place in places:
                known.setdefault(place, {})[element] = None

    def _inner(self, schema: object, use: Use) -> Form:
        return self.read(schema, use.place, use.name, use.parent)

    def _read(self, schema: object, use: Use) -> Form:
        if not is_object(schema):
            return Form(_ANY, (use.place,))
        if isinstance(reference := schema.get("$ref"), str):
            return self._behind(reference, use)
        data = self._prepared(schema)
        only = only_reference(data)
        if only is not None:
            return evolve(self._behind(only, use), default=data.get("default"))
        return self._own(data, use)

    def _own(self, data: JsonObject, use: Use) -> Form:
        """Read a schema that says something itself; the order of the questions is the generator's."""
        kind = data.get("type")
        if kind == "boolean":
            return Form(frozenset({"bool"}), (use.place,), data.get("default"))
        if is_array(data.get("enum")) and data["enum"]:
            return self._enumeration(data, use)
        if data.get("anyOf") or data.get("oneOf") or is_array(kind):
            return self._union(data, use)
        if data.get("const") is not None:
            return Form(frozenset({f"Literal[{data['const']!r}]"}), (use.place,), data.get("default"))
        if kind == "string":
            return self._string(data, use)
        if isinstance(kind, str) and kind in _PLAIN:
            return Form(frozenset({_PLAIN[kind]}), (use.place,), data.get("default"))
        if kind == "array":
            return self._list(data, use)
        if kind == "object" or data.get("allOf") or (kind is None and data.get("properties")):
            return self._model(data, use)
        return Form(_ANY, (use.place,), data.get("default"))

    def _string(self, data: JsonObject, use: Use) -> Form:
        kind = _FORMATS.get(str(data.get("format")), "str")
        return Form(frozenset({kind}), (use.place,), None if kind == "File" else data.get("default"))

    def _list(self, data: JsonObject, use: Use) -> Form:
        tuple_items = data.get("prefixItems")
        heads: list[Any] = tuple_items if is_array(tuple_items) else []
        items = [*heads, *([data["items"]] if data.get("items") else [])]
        inner = use.below("items", name=f"{use.name}_item")
        found = self._inner(items[0] if len(items) == 1 else {"anyOf": items}, inner)
        types = frozenset({f"list[{written(found.types)}]"})
        return Form(types, (use.place, *found.places), classes=found.classes)

    def _union(self, data: JsonObject, use: Use) -> Form:
        found = [self._inner(*branch) for branch in _branches(data, use)]
        types = frozenset(chain.from_iterable(form.types for form in found))
        places = dict.fromkeys(chain([use.place], *(form.places for form in found)))
        classes = dict.fromkeys(chain.from_iterable(form.classes for form in found))
        return Form(types, tuple(places), data.get("default"), tuple(classes))

    def _enumeration(self, data: JsonObject, use: Use) -> Form:
        values = [value for value in data["enum"] if value is not None]
        if not values:
            return Form(frozenset({"None"}), (use.place,))
        if len(values) < len(data["enum"]):
            rest = {key: value for key, value in data.items() if key != "enum"}
            return self._union({**rest, "oneOf": [{"type": "null"}, {**data, "enum": values}]}, use)
        if {type(value) for value in values} not in ({str}, {int}):
            return Form(_ANY, (use.place,))
        name = self._class_name(use)
        members = dict(zip(member_names(values), values, strict=True))
        self.classes.setdefault(name, Class(name, "enum", use.place, {}, members))
        form = Form(frozenset({name}), (use.place,), data.get("default"), (use.place,))
        self.mark(Element(f"models.{name}"), Form(form.types, form.places))
        return form

    def _model(self, data: JsonObject, use: Use) -> Form:
        name = self._class_name(use)
        form = Form(frozenset({name}), (use.place,), classes=(use.place,))
        if name not in self.classes:
            self.classes[name] = Class(name, "model", use.place, {}, {})
            self.mark(Element(f"models.{name}"), Form(form.types, form.places))
            self._pending[name] = (data, use.place)
            self._pending_in.setdefault(unit_of(use.place), {})[name] = None
        return form

    def _complete(self, name: str) -> None:
        """Read the attributes of a class, if that is still to be done."""
        if name not in self._pending or self._depth > _DEEPEST:
            return
        self._depth += 1
        data, place = self._pending.pop(name)
        del self._pending_in[unit_of(place)][name]
        slots = self._attributes(data, place, name)
        self.classes[name] = evolve(self.classes[name], attributes={slot.name: slot for slot in slots})
        for slot in slots:
            for named in named_in(slot.types):
                self.namers.setdefault(named, {})[name] = None
            for form in self._sources[name][slot.key]:
                self.mark(Element(f"models.{name}", slot.name), form)
        self._depth -= 1

    @staticmethod
    def _class_name(use: Use) -> str:
        return class_name(pascal_case(use.parent) + pascal_case(use.name) if use.parent else use.name)

    def _attributes(self, data: JsonObject, place: str, owner: str) -> list[Slot]:
        slots: dict[str, Slot] = {}
        sources = self._sources[owner] = {}
        required = set(texts_in(data.get("required")))
        own = list(properties_of(data, place))
        for position, part in enumerate(objects_in(data.get("allOf"))):
            if isinstance(reference := part.get("$ref"), str):
                self._inherit(reference, slots, sources)
            else:
                own += properties_of(part, place + pointer.join("allOf", position))
                required |= set(texts_in(part.get("required")))
        slots = {key: evolve(slot, required=slot.required or key in required) for key, slot in slots.items()}
        for key, schema, where in own:
            form = self.read(schema, where, key, owner)
            slot = Slot(identifier(key), key, form.types, key in required, form.default)
            slots[key] = merged(slots.get(key), slot)
            sources[key] = [*sources.get(key, []), form]
        return [*_apart(slots.values()), self._rest(data, place, owner)]

    def _inherit(self, reference: str, slots: dict[str, Slot], sources: dict[str, list[Form]]) -> None:
        """Take over the attributes of a class that a schema is all of."""
        types = self._referenced(target_of(reference)).types
        for name in sorted(name for name in types if name in self.classes):
            self._complete(name)
            for slot in self.classes[name].attributes.values():
                if slot.key:
                    slots[slot.key] = merged(slots.get(slot.key), slot)
                    sources[slot.key] = [*sources.get(slot.key, []), *self._sources[name][slot.key]]

    def _rest(self, data: JsonObject, place: str, owner: str) -> Slot:
        """The attribute that holds members without an attribute of their own."""
        extra = data.get("additionalProperties")
        where = place + pointer.join("additionalProperties")
        if extra is False:
            form = Form(_ANY, (where,))
            slot = Slot(CLOSED, "", frozenset({"dict[str, Any]"}), required=False, default={})
        else:
            form = self.read(extra, where, "AdditionalProperty", owner)
            slot = Slot(OPEN, "", frozenset({f"dict[str, {written(form.types)}]"}), required=False, default={})
        self._sources[owner][""] = [form]
        return slot

    def _behind(self, reference: str, use: Use) -> Form:
        if reference == UNKNOWN:
            return Form(frozenset({UNKNOWN}), (use.place,))
        form = self._referenced(target_of(reference))
        if len(form.types) == 1 and all(name in self.classes for name in form.types):
            return Form(form.types, (use.place,), classes=form.places)
        return Form(form.types, (use.place, *form.places), classes=form.classes)

    def _referenced(self, target: str) -> Form:
        """Read what stands at a pointer, once; a schema that consists of itself can be anything."""
        if target not in self._components:
            self._components[target] = None
            name = pointer.parts(target)[-1] if target else "Document"
            place, schema = self.references.landed(target)
            self._components[target] = self.read(schema, place, name)
        return self._components[target] or self._unfinished(target)

    def _unfinished(self, target: str) -> Form:
        """A class may refer to itself before all of it is read; anything else cannot."""
        name = class_name(pointer.parts(target)[-1]) if target else ""
        return Form(frozenset({name}) if name in self.classes else _ANY, (target,))

    def _prepared(self, schema: JsonObject) -> JsonObject:
        """A schema as the generator is given it: unions of objects know that there may be more, null is a type."""
        data = dict(schema)
        if self.references.is_union_of_objects(data):
            key = "anyOf" if "anyOf" in data else "oneOf"
            data[key] = [*objects_in(data.get(key)), {"$ref": UNKNOWN}]
        return with_null(data) if is_true(data.get("nullable")) else data


def _branches(data: JsonObject, use: Use) -> Iterator[tuple[Any, Use]]:
    listed = [(key, i, part) for key in ("anyOf", "oneOf") for i, part in enumerate(objects_in(data.get(key)))]
    for number, (key, position, part) in enumerate(listed):
        yield part, use.below(key, position, name=f"{use.name}_type_{number}")
    kinds = data.get("type")
    rest = {key: value for key, value in data.items() if key not in {"default", "nullable"}}
    for number, kind in enumerate(kinds if is_array(kinds) else (), len(listed)):
        yield {**rest, "type": kind}, evolve(use, name=f"{use.name}_type_{number}")


def _apart(slots: Any) -> list[Slot]:
    """Keep two names apart that would become one."""
    found = list(slots)
    names = [slot.name for slot in found]
    return [
        slot if names.count(slot.name) == 1 else evolve(slot, name=identifier(slot.key, is_plain=True))
        for slot in found
    ]
