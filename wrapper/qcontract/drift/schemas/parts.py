"""What terms are made of: the members of unions, and the parts of schema objects that say several things."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import define, field

from qcontract.drift.schemas.heads import Heads
from qcontract.drift.schemas.terms import Leaf, Meet, Node, Term, Union

__all__ = ["Parts"]


@define(eq=False)
class Parts:
    """Takes terms apart, as far as that multiplies nothing."""

    heads: Heads
    _unions: dict[Term, tuple[Term, ...] | None] = field(factory=dict[Term, "tuple[Term, ...] | None"])

    def members(self, term: Term) -> tuple[Term, ...] | None:
        """The members of a union, or of a schema object that is nothing but one."""
        if term not in self._unions:
            form, everything = self._form(term), self.heads.basics.terms.everything
            self._unions[term] = form.members if isinstance(form, Union) and form is not everything else None
        return self._unions[term]

    def is_leaf(self, term: Term) -> bool:
        """Whether a term says something about the value itself, and nothing by other terms."""
        return isinstance(self._form(term), Leaf)

    def values(self, term: Term) -> list[Any] | None:
        """The values of a term that lists them, or that has a part which does."""
        form = self._form(term)
        listed = (self.heads.basics.values.get(self._form(part)) for part in (form, *self._inner(form)))
        return next((values for values in listed if values is not None), None)

    def _inner(self, form: Term) -> tuple[Term, ...]:
        return form.inside if isinstance(form, Meet) else ()

    def flat(self, terms: Iterable[Term]) -> list[Term]:
        """The same terms, unions by their members."""
        flat: dict[Term, None] = {}
        seen: set[Term] = set()
        waiting = list(terms)[::-1]
        while waiting:
            one = waiting.pop()
            if one in seen:
                continue
            seen.add(one)
            members = self.members(one)
            if members is None:
                flat[one] = None
            else:
                waiting.extend(reversed(members))
        return list(flat)

    def composed(self, term: Term) -> Meet | None:
        """What a schema object of several parts means."""
        form = self._form(term)
        return form if isinstance(form, Meet) and len(form.inside) + len(form.outside) > 1 else None

    def opened(self, term: Term) -> Term:
        """The parts of a schema object, unless there are unions among them that would have to be multiplied out."""
        form = self.composed(term)
        return term if form is None or any(self.members(part) for part in form.inside) else form

    def _form(self, term: Term) -> Term:
        return self.heads.form(term) if isinstance(term, Node) else term
