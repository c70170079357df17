"""Which difference between two generated clients belongs to which finding."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from weakref import WeakKeyDictionary, ref

from attrs import field, frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject
from qcontract.contract.loader import effective
from qcontract.contract.registry import registry
from qcontract.contract.source import Spec
from qcontract.drift.impact.change import TYPE_CHANGED, Change
from qcontract.drift.impact.changes import changes
from qcontract.drift.impact.modelling import surfaces
from qcontract.drift.impact.reach import operations_with
from qcontract.drift.impact.surface import Element, Surface
from qcontract.drift.impact.units import Units, rewritten, unit_of
from qcontract.findings import Finding

__all__ = ["GENERATED", "NAMES", "Effects"]

GENERATED = "generated"
"""The aspect of findings about generated code alone."""
NAMES = frozenset({"operationId", "tags", "component"})
"""The aspects of names that only generated code knows."""
_KINDS = frozenset({"type", "nullable", "format"})
_WHOLES = NAMES | {"operation"}


@frozen(eq=False)
class Effects:
    """What a change of a contract does to the generated client.

    Args:
        old: The client before.
        new: The client after.
        changes: What differs between them.
        units: What both were read for.
    """

    old: Surface
    new: Surface
    changes: tuple[Change, ...] = field(repr=False)
    units: frozenset[str] = field(repr=False)
    _using: dict[str, tuple[set[str], Iterator[str]]] = field(
        factory=dict[str, tuple[set[str], Iterator[str]]], init=False, repr=False
    )

    @classmethod
    def between(cls, old: Spec, new: Spec, findings: Iterable[Finding]) -> Effects:
        """Compare the generated clients of two contracts, as far as they differ or findings ask for it.

        Two contracts that both have a package are compared as they were generated, which is with their overlays.
        """
        asked = {unit_of(place) for found in findings for place in _places(found)}
        known = _KNOWN.get(old)
        if known is not None and known[0]() is new and asked <= known[1].units:
            return known[1]
        documents = (old.document, new.document)
        if _has_package(old) and _has_package(new):
            documents = (_as_generated(old), _as_generated(new))
        effects = cls._of(Units(documents[0]), Units(documents[1]), asked)
        _KNOWN[old] = (ref(new), effects)
        return effects

    @classmethod
    def _of(cls, old: Units, new: Units, asked: set[str]) -> Effects:
        units = frozenset(asked | rewritten(old, new))
        before, after = surfaces(old, new, units)
        return cls(before, after, changes(before, after), units)

    def of(self, finding: Finding) -> tuple[Change, ...]:
        """The differences that a finding makes or is a part of, in the order in which they were found."""
        found = self._whole(finding) if finding.subject.aspect in _WHOLES else self._part(finding)
        wanted = {id(change) for change in found}
        return tuple(change for change in self.changes if id(change) in wanted)

    def elements(self, finding: Finding) -> tuple[Element, ...]:
        """The elements of the old client that a finding is about; those of the new one if there are none."""
        if finding.subject.aspect == GENERATED:
            said = finding.subject.value
            return tuple(element for element in self._by_old if str(element) == said)
        named = [change.old for change in self.of(finding) if change.old]
        if named:
            return tuple(dict.fromkeys(named))
        return self._near(finding, self.old, finding.old_pointer) or self._near(finding, self.new, finding.new_pointer)

    def _near(self, finding: Finding, side: Surface, place: str) -> tuple[Element, ...]:
        """The nearest elements, or the attribute or member of them that the finding names."""
        homes = {side.functions[name].element.home for name in finding.operations if name in side.functions}
        elements = tuple(e for e in side.at(place) if not (homes and e.is_function) or e.home in homes)
        named = [
            Element(element.home, name)
            for element in (*elements, *side.users.get(place, ()))
            for name, key in _parts(side, element)
            if key == finding.subject.value and key != ""
        ]
        return tuple(dict.fromkeys(named)) or elements

    def _whole(self, finding: Finding) -> Iterator[Change]:
        """What happens to a function or class as a whole, and to the classes whose names are made of its name."""
        places = [place for place in (finding.old_pointer, finding.new_pointer) if place]
        users = {element for place in places for element in self.old.users.get(place, ())}
        for change in self._at(places):
            is_annotation = change.rule == TYPE_CHANGED
            if change.old in users if is_annotation else change.is_of_whole:
                yield change
        yield from self._below(finding)

    def _part(self, finding: Finding) -> list[Change]:
        places = [place for place in (finding.old_pointer, finding.new_pointer) if place]
        value = finding.subject.value
        found = [change for change in self._at(places) if _may_do(finding, change)]
        named = [change for change in found if value not in (None, "") and change.key == value]
        if not named:
            named = [change for change in found if not self._is_of_other_part(change, places)]
        return [*named, *(self._below(finding) if _is_of_schema(places[0]) else ())] if places else named

    def _is_of_other_part(self, change: Change, places: list[str]) -> bool:
        """Whether a change is about a part of what the finding is about, and the finding names no part."""
        elements = [element for element in (change.old, change.new) if element]
        marked = {element for place in places for element in (*self.old.at(place), *self.new.at(place))}
        used = {e for place in places for side in (self.old, self.new) for e in side.users.get(place, ())}
        return not any(element in marked or element in used for element in elements)

    def _at(self, places: Iterable[str]) -> Iterator[Change]:
        """The changes of the nearest elements, of their parts, and of what uses them."""
        for place in places:
            for side, known in ((self.old, self._by_old), (self.new, self._by_new)):
                for element in side.at(place):
                    yield from known.get(element, ())
                    if not element.member and not element.is_function:
                        yield from self._parts_of.get(element.home, ())
                for element in side.users.get(place, ()):
                    yield from (change for change in known.get(element, ()))

    def _below(self, finding: Finding) -> Iterator[Change]:
        """The changes of whole classes whose schemas stand here or below; after, where nothing was before."""
        place = finding.old_pointer or finding.new_pointer
        listed = self._wholes[0 if finding.old_pointer else 1]
        for where, change in listed[bisect_left(listed, place, key=lambda entry: entry[0]) :]:
            if where == place or where.startswith(place + "/"):
                yield change
            elif where > place + "0":  # the character after the slash
                return

    @cached_property
    def _wholes(self) -> tuple[list[tuple[str, Change]], list[tuple[str, Change]]]:
        """The changes of whole classes by where the class stood before, and the new classes by where they stand."""
        wholes = [change for change in self.changes if change.is_of_class]
        before = [(place, c) for c in wholes if c.old for place in self._from_old.get(c.old, ())]
        after = [(place, c) for c in wholes if c.new and not c.old for place in self._from_new.get(c.new, ())]
        return sorted(before, key=lambda entry: entry[0]), sorted(after, key=lambda entry: entry[0])

    def is_in(self, element: Element, operations: Collection[str]) -> bool:
        """Whether one of some operations uses an element, in either client."""
        if element.home not in self._using:
            self._using[element.home] = (
                set(),
                chain(*(operations_with(side, element) for side in (self.old, self.new))),
            )
        found, more = self._using[element.home]
        if not found.isdisjoint(operations):
            return True
        for operation in more:
            found.add(operation)
            if operation in operations:
                return True
        return False

    def places(self, change: Change) -> tuple[str, ...]:
        """Where the elements of a change come from."""
        sides = ((change.old, self._from_old), (change.new, self._from_new))
        return tuple(place for element, known in sides if element for place in known.get(element, ()))

    def used_by(self, change: Change) -> tuple[str, ...]:
        """The places of the classes that the annotation before a change named."""
        return self._used.get(change.old, ()) if change.old else ()

    @cached_property
    def _used(self) -> dict[Element, tuple[str, ...]]:
        return {element: tuple(places) for element, places in _inverted(self.old.users).items()}

    @cached_property
    def _from_old(self) -> dict[Element, list[str]]:
        return _inverted(self.old.places)

    @cached_property
    def _from_new(self) -> dict[Element, list[str]]:
        return _inverted(self.new.places)

    @cached_property
    def _by_old(self) -> dict[Element, list[Change]]:
        return _grouped((change.old, change) for change in self.changes)

    @cached_property
    def _by_new(self) -> dict[Element, list[Change]]:
        return _grouped((change.new, change) for change in self.changes)

    @cached_property
    def _parts_of(self) -> dict[str, list[Change]]:
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            for home in {element.home for element in (change.old, change.new) if element and element.member}:
                found.setdefault(home, []).append(change)
        return found


_KNOWN: WeakKeyDictionary[Spec, tuple[ref[Spec], Effects]] = WeakKeyDictionary()
"""The last comparison of each contract, as long as somebody holds it: a report asks for it several times."""


def _places(finding: Finding) -> tuple[str, ...]:
    """Where a finding stands; what is said of generated code alone names its element itself."""
    return () if finding.subject.aspect == GENERATED else (finding.old_pointer, finding.new_pointer)


def _may_do(finding: Finding, change: Change) -> bool:
    """Whether a finding of this aspect can be the cause of such a change."""
    aspect, value = finding.subject.aspect, str(finding.subject.value)
    if change.is_of_function:
        is_answer = "responses" in (finding.old_pointer or finding.new_pointer).split("/")
        is_other = aspect == "status" and not value.startswith("2")
        return change.rule == TYPE_CHANGED and not is_other and (is_answer or aspect == "union")
    if change.rule == TYPE_CHANGED:
        return aspect != "required"
    return aspect not in _KINDS or change.old is None or change.new is None or change.is_of_class


def _has_package(spec: Spec) -> bool:
    return spec.ref is not None and any(entry.ref == spec.ref and entry.package for entry in registry())


def _as_generated(spec: Spec) -> JsonObject:
    return effective(spec.ref).document if spec.ref else spec.document


def _is_of_schema(place: str) -> bool:
    names = pointer.parts(place)
    return "schema" in names or names[:2] == ("components", "schemas")


def _parts(side: Surface, element: Element) -> Iterator[tuple[str, str | int]]:
    """The attributes or members of a class, or an attribute or argument itself, with its name in the contract."""
    made = side.classes.get(element.home.removeprefix("models."))
    if made is None:
        return
    if made.kind == "enum":
        yield from made.members.items()
    for slot in made.attributes.values():
        if element.member in ("", slot.name):
            yield slot.name, slot.key


def _grouped(found: Iterable[tuple[Element | None, Change]]) -> dict[Element, list[Change]]:
    groups: dict[Element, list[Change]] = {}
    for element, change in found:
        if element:
            groups.setdefault(element, []).append(change)
    return groups


def _inverted(listed: Mapping[str, tuple[Element, ...]]) -> dict[Element, list[str]]:
    found: dict[Element, list[str]] = {}
    for place, elements in listed.items():
        for element in elements:
            found.setdefault(element, []).append(place)
    return found
