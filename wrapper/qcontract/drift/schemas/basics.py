"""The terms that schema objects are made of: every value of some types, listed values, and what nobody can decide."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from hashlib import sha256
from typing import Any

from attrs import define, field

from qcontract.contract.jsonvalue import canonical, is_array, is_number, is_object
from qcontract.drift.schemas.arrays import Arrays, alike
from qcontract.drift.schemas.cells import Cell, Points, kind_of
from qcontract.drift.schemas.expressions import Expression
from qcontract.drift.schemas.numbers import EVERY_NUMBER, Numbers, exact
from qcontract.drift.schemas.objects import Layer, Objects
from qcontract.drift.schemas.strings import EVERY_TEXT, Texts
from qcontract.drift.schemas.terms import Term, Terms

__all__ = ["KINDS", "Basics", "reason"]

KINDS = ("null", "boolean", "number", "string", "array", "object")


@define(eq=False)
class Basics:
    """Builds each of them once. ``values`` are those of terms that list them.

    They are ``vague`` once some schema object was read that names a format which nobody checks.
    """

    terms: Terms
    endless: Term = field(init=False)
    vague: bool = False
    values: dict[Term, list[Any]] = field(factory=dict[Term, list[Any]])
    _built: dict[Any, Term] = field(factory=dict[Any, Term])

    def __attrs_post_init__(self) -> None:
        self.endless = self.unknown("a schema that contains itself without an end")

    def shape(self, kind: str, *, discreet: bool = False) -> Any:
        """Every value of a JSON type."""
        match kind:
            case "null":
                return Points("null", (None,))
            case "boolean":
                return Points("boolean", (False, True))
            case "number":
                return EVERY_NUMBER
            case "string":
                return EVERY_TEXT
            case "array":
                return Arrays(rest=self.terms.everything)
            case _:
                return Objects(layers=(Layer({}, (), self.terms.everything),), sent=discreet)

    def of_kinds(self, kinds: Iterable[str], *, discreet: bool = False) -> Term:
        """Every value of some JSON types; ``integer`` counts as one."""
        key = ("kinds", frozenset(kinds), discreet)
        if key not in self._built:
            shapes = [self.shape(kind, discreet=discreet) for kind in KINDS if kind in key[1]]
            if "integer" in key[1] and "number" not in key[1]:
                shapes.append(Numbers(step=Fraction(1)))
            self._built[key] = self.terms.leaf(map(Cell, shapes), local=True)
        return self._built[key]

    def like(self, values: list[Any]) -> Term:
        """Every value of the types that the listed ones have."""
        kinds = {kind_of(value) for value in values}
        if all(exact(value).denominator == 1 for value in values if is_number(value)):
            kinds = {"integer" if kind == "number" else kind for kind in kinds}
        return self.of_kinds(kinds)

    def listed(self, values: list[Any]) -> Term:
        """These values and no others."""
        key = ("listed", tuple(sorted({alike(value) for value in values})))
        if key not in self._built:
            numbers = frozenset(exact(value) for value in values if is_number(value))
            texts = frozenset(value for value in values if isinstance(value, str))
            shapes: list[Any] = [Points("null", (None,))] if None in values else []
            points = tuple(point for point in (False, True) if any(value is point for value in values))
            shapes += [Points("boolean", points)] if points else []
            shapes += [Numbers(only=numbers)] if numbers else []
            shapes += [Texts(only=texts)] if texts else []
            shapes += [self._array(value) for value in values if is_array(value)]
            shapes += [self._object(value) for value in values if is_object(value)]
            self._built[key] = self.terms.leaf(map(Cell, shapes), local=True)
            self.values[self._built[key]] = values
        return self._built[key]

    def matching(self, pattern: Expression) -> Term:
        """The texts of a pattern."""
        key = ("pattern", pattern)
        if key not in self._built:
            self._built[key] = self.terms.leaf([Cell(Texts(patterns=frozenset([pattern])))], local=True)
        return self._built[key]

    def having(self, names: Iterable[str]) -> Term:
        """The objects that have these members."""
        layer = Layer({}, (), self.terms.everything)
        return self.terms.leaf([Cell(Objects(layers=(layer,), required=frozenset(names)))], local=True)

    def tagged(self, name: str, tags: list[str], *, discreet: bool) -> Term:
        """The objects whose member ``name`` is there and is one of the tags."""
        layer = Layer({name: self.listed(tags)}, (), self.terms.everything)
        shape = Objects(layers=(layer,), required=frozenset([name]), sent=discreet)
        return self.terms.leaf([Cell(shape)], local=True)

    def mistagged(self, name: str, tags: list[str]) -> Term:
        """The objects whose member ``name`` is there and is none of the tags."""
        key = ("mistagged", name, tuple(sorted(tags)))
        if key not in self._built:
            layer = Layer({name: self.terms.meet((), (self.listed(tags),))}, (), self.terms.everything)
            shape = Objects(layers=(layer,), required=frozenset([name]))
            self._built[key] = self.terms.leaf([Cell(shape)], local=True)
        return self._built[key]

    def unknown(self, what: str, detail: Any = "") -> Term:
        """Some set that nobody here can decide; the same set for the same words."""
        digest = sha256(canonical(detail).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        claim = f"{what}\0{digest}"
        if claim not in self._built:
            cells = [Cell(self.shape(kind), claims=frozenset([claim])) for kind in KINDS]
            self._built[claim] = self.terms.leaf(cells, local=True)
        return self._built[claim]

    def _array(self, items: list[Any]) -> Arrays:
        terms = tuple(self.listed([item]) for item in items)
        return Arrays(first=terms, rest=self.terms.nothing, fewest=len(items), most=len(items))

    def _object(self, members: dict[str, Any]) -> Objects:
        properties = {name: self.listed([value]) for name, value in members.items()}
        return Objects(layers=(Layer(properties, (), self.terms.nothing),), required=frozenset(members))


def reason(claim: str) -> str:
    """What a claim is about, without what tells it from others of its kind."""
    return claim.partition("\0")[0]
