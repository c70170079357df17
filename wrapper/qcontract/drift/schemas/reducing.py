"""Less to take out: of a composition that is taken out, only what the rest does not settle already.

So the alternatives of a ``oneOf``, each without all others, settle each other by a look at their texts, where
multiplying them out would never end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from attrs import define, field

from qcontract.drift.schemas.terms import Meet, Node, Term, Union

__all__ = ["Reducing", "is_discreet"]

_Within = Callable[[Node, Node], bool]
_Texts = dict[bytes | None, list[Node]]


@define(eq=False)
class Reducing:
    """The values of everything ``inside`` and of nothing ``outside``; each step leaves them the same.

    ``within`` says of two nodes whether their texts alone tell that all values of the one are in the other.
    """

    inside: dict[Term, None]
    outside: dict[Term, None]
    within: _Within
    _inner: _Texts = field(init=False)
    _outer: _Texts = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._inner, self._outer = _texts(self.inside), _texts(self.outside)

    def reduce(self, meet: Callable[[list[Term], list[Term]], Term], union: Callable[[list[Term]], Term]) -> None:
        """Drop compositions of which nothing lies inside, and of the others what is known to hold."""
        for part in [one for one in self.outside if isinstance(one, Meet) and not is_discreet(one)]:
            del self.outside[part]
            if self._misses(part):
                continue
            asked = [one for one in part.inside if not self.lies_in(one)]
            kept_out = [one for one in part.outside if not self._is_out_of(one)]
            if asked:
                self.outside[meet(asked, kept_out)] = None
            else:
                self.inside[union(kept_out)] = None

    def _misses(self, part: Meet) -> bool:
        """Whether no value here is a value of a composition, as its parts tell."""
        return any(map(self._is_out_of, part.inside)) or any(map(self.lies_in, part.outside))

    def lies_in(self, term: Term) -> bool:
        """Whether all values here are known to be values of the term."""
        if term in self.inside:
            return True
        match term:
            case Node():
                return any(self.within(one, term) for one in self._inner.get(term.text, ()))
            case Meet():
                return all(map(self.lies_in, term.inside)) and all(map(self._is_out_of, term.outside))
            case Union():
                return any(map(self.lies_in, term.members))
            case _:
                return False

    def _is_out_of(self, term: Term) -> bool:
        """Whether no value here is known to be a value of the term."""
        if term in self.outside:
            return True
        match term:
            case Node():
                return any(self.within(term, one) for one in self._outer.get(term.text, ()))
            case Meet():
                return self._misses(term) or any(_holds(one, term, self.within) for one in self.outside)
            case Union() if term.members:
                return all(map(self._is_out_of, term.members))
            case _:
                return False


def _holds(outer: Term, inner: Meet, within: _Within) -> bool:
    """Whether all values of one composition are known to be values of another."""
    if not isinstance(outer, Meet):
        return False
    return Reducing(dict.fromkeys(inner.inside), dict.fromkeys(inner.outside), within).lies_in(outer)


def is_discreet(term: Term) -> bool:
    """Whether a sender speaks here: the names that it declares count even where the rest settles the matter."""
    match term:
        case Node():
            return term.context.discreet
        case Meet():
            return any(map(is_discreet, (*term.inside, *term.outside)))
        case Union():
            return any(map(is_discreet, term.members))
        case _:
            return False


def _texts(terms: Iterable[Term]) -> _Texts:
    found: _Texts = defaultdict(list)
    for term in terms:
        if isinstance(term, Node):
            found[term.text].append(term)
    return found
