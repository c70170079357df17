"""Ways from messages to differences: the shortest, and of these the first in the order of the references."""

from __future__ import annotations

from collections import deque

from hypothesis import given, settings
from hypothesis import strategies as st
from qcontract.drift.difference import Surroundings
from qcontract.drift.explain.routes import Routes
from qcontract.drift.explain.trail import Step
from qcontract.drift.explain.walk import Link, Unit
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Direction, Relation

BREAKING = Relation("breaking", 1, has_witness=True)
SETTINGS = settings(max_examples=150, derandomize=True, deadline=None)

LINKS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from(Surroundings)), max_size=24)
ROOTS = st.lists(st.integers(0, 7), min_size=1, max_size=3, unique=True)


def graph(links: list[tuple[int, int, Surroundings]]) -> list[Unit]:
    """Eight units with these links, each of which is a step named by its number."""
    nodes = [Node({}, "old", f"/{number}", {}, "") for number in range(8)]
    units = [Unit(node, node, Direction.REQUEST, BREAKING) for node in nodes]
    for number, (source, target, inside) in enumerate(links):
        trail = (Step(number, nodes[target], nodes[target]),)
        units[source].links.append(Link(units[target], inside, units[source], trail))
    return units


def by_search(roots: list[Unit], goal: Unit) -> tuple[Unit, list[int]] | None:
    """What a search from the roots finds first."""
    waiting = deque((root, root, list[int]()) for root in roots)
    seen = set(map(id, roots))
    while waiting:
        root, at, way = waiting.popleft()
        if at is goal:
            return root, way
        for link in at.links:
            if link.inside is Surroundings.OPEN and id(link.unit) not in seen:
                seen.add(id(link.unit))
                waiting.append((root, link.unit, [*way, link.trail[0].name]))
    return None


@SETTINGS
@given(LINKS, ROOTS)
def test_a_way_is_the_first_that_a_search_from_its_beginning_finds(
    links: list[tuple[int, int, Surroundings]], chosen: list[int]
) -> None:
    units = graph(links)
    roots = [units[number] for number in chosen]
    routes = Routes(roots)
    for unit in units:
        found, expected = routes.nearest(unit), by_search(roots, unit)
        assert (found and (found[0], [step.name for step in found[1]])) == expected
        for root in roots:
            way, alone = routes.shortest(root, unit), by_search([root], unit)
            assert (way is not None and [step.name for step in way]) == (alone is not None and alone[1])
