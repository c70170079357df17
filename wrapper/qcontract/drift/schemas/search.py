"""The search for a value of a term: whatever is found is a witness, and where nothing can be found the term is empty.

Terms that recur reach each other, so answers grow together: every goal starts as empty, is looked at, and is looked at
again when a goal that it asked has got a better answer. Once nothing is waiting, what is still empty is so for good:
each further value would have to be built from values that do not exist. A goal asks others only for values, never for
their absence, so answers only ever grow, and each goal is looked at a few times.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from attrs import define, evolve, field

from qcontract.drift.schemas.answers import EMPTY, Answer, TooLarge, best, perhaps
from qcontract.drift.schemas.apart import Apart
from qcontract.drift.schemas.arrays import Arrays
from qcontract.drift.schemas.basics import Basics, reason
from qcontract.drift.schemas.cells import Cell
from qcontract.drift.schemas.cutting import Cutting, touching
from qcontract.drift.schemas.declared import Declared
from qcontract.drift.schemas.expressions import Expression
from qcontract.drift.schemas.goals import Goal
from qcontract.drift.schemas.heads import Heads, conjunction
from qcontract.drift.schemas.objects import Objects
from qcontract.drift.schemas.parts import Parts
from qcontract.drift.schemas.reducing import is_discreet
from qcontract.drift.schemas.shortcuts import Shortcuts
from qcontract.drift.schemas.terms import Meet, Node, Term, Terms, Union
from qcontract.drift.schemas.twins import Twins, resembles

__all__ = ["Search"]

_Choice = TypeVar("_Choice")

_LIGHT = 300  # steps that every goal may take
_HEAVY = 8_000  # more steps, for all goals that need more: about a second
_HEAVY_PER_NODE = 10  # and some for every schema object that was read, since large documents may ask for more
_STEPS = 60_000  # steps of all kinds for all goals together: a few seconds
_STEPS_PER_NODE = 100
_MOST_OUTSIDE = 120
_DEEPEST = 25  # goals answered on the spot within each other


@define(eq=False)
class Search:
    """One search for all questions about two documents; answers are kept."""

    terms: Terms
    basics: Basics
    heads: Heads
    apart: Apart
    twins: Twins
    fresh: str
    company: tuple[Objects, ...] = ()
    any_text: Term = field(init=False)
    _parts: Parts = field(init=False)
    _shortcuts: Shortcuts = field(init=False)
    _goals: dict[Term, Goal] = field(factory=dict[Term, Goal])
    _queue: deque[Goal] = field(factory=deque[Goal])
    _later: deque[Goal] = field(factory=deque[Goal])
    _current: Goal | None = None
    _depth: int = 0
    _steps: int = 0  # of the goal under way
    _heavy: int = 0  # of all goals, beyond what each may take
    _total: int = 0  # of all goals

    def __attrs_post_init__(self) -> None:
        self.any_text = self.basics.of_kinds(["string"])
        self._parts = Parts(self.heads)
        self._shortcuts = Shortcuts(self.terms, self.basics, self._parts, self.probe, self.has)

    @property
    def count(self) -> int:
        """How many goals there are."""
        return len(self._goals)

    def answer(self, term: Term) -> Answer:
        """The final answer: a value, a proof that there is none, or why neither was found."""
        goal = self._goal(term)
        while goal.answer.rank < 2 and (self._queue or self._later):
            hopeful = bool(self._queue)
            waiting = self._queue.popleft() if hopeful else self._later.popleft()
            waiting.thorough = waiting.thorough or not hopeful
            if waiting.answer.rank < 2:
                self._look_at(waiting)
        return goal.answer

    def probe(self, term: Term) -> Answer:
        """What is known so far about a term."""
        goal = self._goals.get(term)
        if goal is None:
            goal = self._goal(term)
            if self._depth < _DEEPEST and self._is_near(goal):
                self._look_at(goal)
        if goal.answer.rank < 2 and self._current is not None:
            goal.askers[self._current] = None
        return goal.answer

    def _is_near(self, goal: Goal) -> bool:
        """Whether to look at a goal on the spot: it leads nowhere, or nearer to a change than the one that asks."""
        term = goal.term
        if term.local or not isinstance(term, Meet) or not term.outside:
            return True
        return self._current is not None and goal.distance < self._current.distance

    def distance(self, term: Term) -> float:
        """Over how many references the next change lies that the term may owe a value to."""
        return self.twins.distance(term)

    def doubt(self, why: str) -> None:
        """The goal under way cannot be proven empty."""
        if self._current is not None:
            self._current.doubt = self._current.doubt or why

    def spend(self) -> None:
        """Count one more step: a goal, a part of a difference, or a name in one.

        Raises:
            TooLarge: The goal under way has taken too many, and the others have left nothing to spare.
        """
        self._steps += 1
        self._total += 1
        if self._total > _STEPS + _STEPS_PER_NODE * self.terms.nodes:
            raise TooLarge
        if self._steps > _LIGHT:
            self._heavy += 1
            if self._heavy > _HEAVY + _HEAVY_PER_NODE * self.terms.nodes:
                raise TooLarge

    def has(self, term: Term, value: Any) -> bool | None:
        """Whether a term contains a value, if that is known."""
        return self.heads.has(term, value)

    def suspects(self, one: Declared, two: Declared) -> Iterable[str] | None:
        """The names to look at when all others are declared alike; None if nothing is known."""
        found = self.twins.suspects(one, two)
        return None if found is None else self.promising(found, found.__getitem__)

    def all(self, answers: Iterable[bool | None]) -> bool | None:
        """False if any is, else None if any is."""
        return conjunction(answers)

    def unknown(self, what: str) -> Term:
        """A set that nobody can decide."""
        return self.basics.unknown(what)

    def finite(self, value: Any) -> Term:
        """One value."""
        return self.basics.listed([value])

    def matching(self, pattern: Expression) -> Term:
        """The texts of a pattern."""
        return self.basics.matching(pattern)

    def fresh_name(self, is_taken: Callable[[str], bool]) -> str:
        """A name that is not taken and that no schema declares."""
        name, count = self.fresh, 1
        while is_taken(name):
            count += 1
            name = f"{self.fresh}{count}"
        return name

    def _goal(self, term: Term) -> Goal:
        goal = self._goals.get(term)
        if goal is None:
            goal = self._goals[term] = Goal(term, self.twins.distance(term))
            self._enqueue(goal)
        return goal

    def _enqueue(self, goal: Goal) -> None:
        if not goal.waiting:
            goal.waiting = True
            self._queue.append(goal)

    def _look_at(self, goal: Goal) -> None:
        outer, outer_company, outer_steps = self._current, self.company, self._steps
        self._current, self.company, self._steps = goal, (), 0
        self._depth += 1
        goal.waiting = False
        try:
            self.spend()
            answer = self._evaluate(goal.term)
        except TooLarge:
            answer = perhaps("too large to decide")
        finally:
            self._current, self.company, self._steps = outer, outer_company, outer_steps
            self._depth -= 1
        if answer.rank == 0 and goal.doubt:
            answer = perhaps(goal.doubt)
        if answer.rank < 2 and goal.put_off and not goal.thorough:
            goal.put_off = False
            self._later.append(goal)
        if answer.rank > goal.answer.rank:
            goal.answer = answer
            for asker in goal.askers:
                if asker.answer.rank < answer.rank:
                    self._enqueue(asker)

    def _evaluate(self, term: Term) -> Answer:
        match term:
            case Node():
                return self.probe(self.heads.form(term))
            case Union() if term is not self.terms.everything:
                return self._first_of(term.members)
            case Meet():
                return self._meet(term)
            case _:
                return best([self._in_cell(cell, ()) for cell in self.heads.cells(term)])

    def _first_of(self, terms: Iterable[Term]) -> Answer:
        """Ask one after the other, and no further than the first that has a value."""
        answers: list[Answer] = []
        for term in self.promising(terms, self.twins.distance):
            answers.append(self.probe(term))
            if answers[-1].rank == 2:
                break
        return best(answers)

    def promising(self, choices: Iterable[_Choice], distance: Callable[[_Choice], float]) -> Iterable[_Choice]:
        """The choices that are nearest to a change; the goal is looked at again for the others if these fail."""
        goal = self._current
        if goal is None or goal.thorough or goal.term.local:
            return choices
        measured = [(distance(choice), choice) for choice in choices]
        nearest = min((far for far, _ in measured if far), default=0)
        result = [choice for far, choice in measured if far <= nearest]
        goal.put_off = goal.put_off or len(result) < len(measured)
        return result

    def _meet(self, term: Meet) -> Answer:
        for part in term.inside:
            values = self._parts.values(part)
            if values is not None and (answer := self._shortcuts.among(values, term)):
                return answer
        outside = self._parts.flat(term.outside)
        if len(outside) > _MOST_OUTSIDE:
            raise TooLarge
        for index, part in enumerate(term.inside):
            members = self._parts.members(part)
            if members is not None:
                others = term.inside[:index] + term.inside[index + 1 :]
                rests = (self.terms.meet((*others, member), outside) for member in members)
                return self._first_of(rest for rest in rests if rest is not self.terms.nothing)
        plainer = self._shortcuts.reduced(term, outside) if len(outside) > 1 else term
        if plainer is not term:
            return self.probe(plainer)
        if len(outside) > 1:
            return self._weaker(term, outside)
        answer = self._shortcuts.alone(term, outside[0]) if outside and len(term.inside) > 1 else None
        if answer is not None:
            return answer
        form = self._parts.composed(outside[0]) if outside else None
        return self._part_by_part(term, form) if form else self._search(term.inside, outside)

    def _part_by_part(self, term: Meet, taken: Meet) -> Answer:
        """Outside of a composition is what is outside of any of its parts; so nothing has to be multiplied out."""
        inside = self.terms.meet(map(self._parts.opened, term.inside))
        parts = self.terms.meet(self._parts.composed(one) or one for one in term.inside)
        left = [part for part in taken.inside if self.terms.minus(parts, part) is not self.terms.nothing]
        if isinstance(parts, Meet) and any(map(self._parts.members, parts.inside)):
            left = [part for part in left if not self._shortcuts.fits(parts, part)]
        refused = [self.terms.minus(inside, part) for part in left]
        refused += [self.terms.meet((inside, part)) for part in taken.outside]
        return self._first_of(part for part in refused if part is not self.terms.nothing)

    def _weaker(self, term: Meet, outside: list[Term]) -> Answer:
        """When nothing is left after taking out one part, nothing is left after all; a value may outlast the others.

        What resembles the rest is asked first, since it mostly settles the matter. What shares no value with the rest
        need not be taken out.
        """
        alike = [one for one in outside if resembles(term.inside, one)]
        answer = self._one_by_one(term, alike, outside)
        if answer is not None:
            return answer
        inside = self.terms.meet(term.inside)
        near = [one for one in outside if not self.apart.terms(inside, one)]
        answer = self._one_by_one(term, [one for one in near if one not in alike], outside)
        return self._search(term.inside, near) if answer is None else answer

    def _one_by_one(self, term: Meet, asked: list[Term], outside: list[Term]) -> Answer | None:
        own = [one for one in outside if is_discreet(one)]  # the names that a sender declares there count as well
        for one in asked:
            alone = self.terms.meet(term.inside, (one, *own))
            answer = EMPTY if alone is term else self.probe(alone)
            if answer.rank == 0 and alone is not term:
                return EMPTY
            if answer.rank == 2 and all(self.has(other, answer.value) is False for other in outside):
                return answer
        return None

    def _search(self, inside: Iterable[Term], outside: list[Term]) -> Answer:
        answers: list[Answer] = []
        for cell in self.heads.cells(self.terms.meet(inside)):
            answers.append(self._in_cell(cell, tuple(outside)))
            if answers[-1].rank == 2:
                break
        return best(answers)

    def _in_cell(self, cell: Cell, outside: tuple[Term, ...]) -> Answer:
        """A value of the cell outside some terms."""
        kept_out = touching(cell, (*cell.outside, *outside), self.heads, self.apart)
        self.company = tuple(other.shape for other in kept_out if isinstance(other.shape, Objects))
        bare = evolve(cell, outside=()) if cell.outside else cell
        answers: list[Answer] = []
        for rest in Cutting(self.heads, self.apart, self).without(bare, kept_out):
            answers.append(self._inhabit(rest))
            if answers[-1].rank == 2:
                break
        return best(answers)

    def _inhabit(self, cell: Cell) -> Answer:
        shape = cell.shape
        answer: Answer = shape.inhabit(self) if isinstance(shape, Arrays | Objects) else shape.inhabit()
        if answer.rank == 2 and (cell.claims or cell.denials):
            return perhaps(reason(min(cell.claims | cell.denials)))
        return answer
