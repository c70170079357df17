"""Evidence for findings about values: whole messages, or components, that one side sends and the other refuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import define, field

from qcontract.drift.difference import Decided, Difference
from qcontract.drift.drafts import Case, Draft, level_in_doubt, level_of
from qcontract.drift.explain.lifting import Lifting
from qcontract.drift.explain.routes import Routes
from qcontract.drift.explain.trail import Trail, spelled
from qcontract.drift.explain.walk import Unit, whole
from qcontract.drift.message import Message
from qcontract.drift.schemas import Relation
from qcontract.findings import Client, Evidence, Exchange, rule

__all__ = ["Proving"]

_MOST = 12
"""Messages that are asked for each finding. What reaches more is taken to break the others alike."""


@define(eq=False)
class Proving:
    """Looks for messages that show differences, and finds out where a difference never shows.

    A part that breaks alone may be harmless in a message that cannot hold such a value. So the messages are asked for
    one that shows it, the nearest first; where that is proven impossible, nothing breaks.
    """

    client: Client
    lifting: Lifting
    messages: list[Message]
    _routes: Routes = field(init=False)

    def __attrs_post_init__(self) -> None:
        units = {id(message.unit): message.unit for message in self.messages if message.unit}
        self._routes = Routes(list(units.values()))

    def prove(self, draft: Draft) -> None:
        """Give a draft its evidence, and its cases the level that can be shown."""
        for case in self._ordered([case for case in draft.cases if case.breaks]):
            if not case.breaks:
                continue
            root = case.message.unit
            assert root is not None, "values travel in a part of a message"
            relation, trail = self._lifted(root, case.difference)
            if relation.verdict == "breaking" and draft.evidence is None:
                draft.evidence = _evidence(case.difference, relation, trail, case.message)
                draft.shown = case
            elif relation.verdict == "safe":
                same = (one for one in draft.cases if one.message.unit is root and one.difference is case.difference)
                self._settle(same)
        if not draft.evidence:
            self._within_components(draft)

    def unexplained(self, drafts: Iterable[Draft]) -> Iterator[tuple[Difference, Message]]:
        """What breaks as a whole, and in no part that a finding names: it is told as a whole."""
        explained = {id(case.message) for draft in drafts for case in draft.cases if case.breaks}
        for message in self.messages:
            unit = message.unit
            if unit is None or unit.relation.verdict != "breaking" or id(message) in explained:
                continue
            name = rule(whole(unit.relation, unit.direction))
            decided = Decided(unit.old.reference, unit.new.reference, unit.relation)
            way: Exchange = unit.direction.value
            found = Difference.between(unit.old, unit.new, rule=name, direction=way, decided=decided, unit=unit)
            yield found, message

    def _ordered(self, cases: list[Case]) -> Iterator[Case]:
        """Cases in which a message is asked for the first time, the nearest message first."""
        seen: set[tuple[int, int]] = set()

        def is_nearest(case: Case) -> bool:
            unit = case.difference.unit
            route = self._routes.nearest(unit) if unit else None
            return route is not None and route[0] is case.message.unit

        first = next((case for case in cases if is_nearest(case)), None)
        for case in ([first] if first else []) + cases:
            key = (id(case.message.unit), id(case.difference))
            if key not in seen and len(seen) < _MOST:
                seen.add(key)
                yield case

    def _lifted(self, root: Unit, difference: Difference) -> tuple[Relation, Trail]:
        """The decision about a difference within a whole, and the way to it from there."""
        unit = difference.unit
        assert unit is not None, "values differ in schemas"
        way = self._routes.shortest(root, unit)
        if way is None:
            return Relation("unknown", why="no way to the difference was found"), ()
        relation, trail = self._along(root, difference, way)
        if relation.verdict != "safe":
            return relation, trail
        ways, complete = self._routes.every(root, unit)
        for way in ways if len(ways) > 1 else ():
            relation, trail = self._along(root, difference, way)
            if relation.verdict != "safe":
                return relation, trail
        return (relation if complete else Relation("unknown", why="it may stand in many more places")), trail

    def _along(self, root: Unit, difference: Difference, way: Trail) -> tuple[Relation, Trail]:
        assert difference.decided is not None, "values differ by decision"
        trail = (*way, *difference.trail)
        return self.lifting.between(root.old, root.new, trail, difference.decided, root.direction), trail

    def _within_components(self, draft: Draft) -> None:
        """Where no message could be found or excluded, the component itself is asked."""
        for case in self._ordered([case for case in draft.cases if case.breaks]):
            unit = case.difference.unit
            if not case.breaks or unit is None:
                continue
            relation, trail = self._lifted(unit, case.difference)
            if relation.verdict == "breaking":
                draft.evidence = _evidence(case.difference, relation, trail, Message("", _name(unit), unit))
                draft.shown, draft.doubt = case, ""
                return
            same = (one for one in draft.cases if one.difference is case.difference)
            if relation.verdict == "safe":
                self._settle(same)
            else:
                draft.doubt = relation.why
        if draft.doubt:
            for case in draft.cases:
                case.level = level_in_doubt(case.difference, self.client) if case.breaks else case.level

    def _settle(self, cases: Iterable[Case]) -> None:
        """No value of these messages shows the difference."""
        for case in cases:
            if case.breaks:
                case.level = level_of(case.difference, self.client, "safe")
                case.refuted = True


def _evidence(difference: Difference, relation: Relation, trail: Trail, message: Message) -> Evidence:
    unit = message.unit
    assert unit is not None, "values travel in a part of a message"
    requests = difference.direction == "request"
    return Evidence(
        "value",
        relation.witness,
        accepted_by="old" if requests else "new",
        refused_by="new" if requests else "old",
        path=spelled(trail),
        operation=message.operation,
        part=message.part,
        direction=difference.direction,
        old_schema=unit.old.schema,
        new_schema=unit.new.schema,
    )


def _name(unit: Unit) -> str:
    """What people call a schema that is no message."""
    is_component = unit.old.pointer.startswith("/components/")
    return f"component {unit.old.pointer.rsplit('/', 1)[-1]}" if is_component else f"schema at {unit.old.pointer}"
