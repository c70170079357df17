"""Alternatives, further schemas to fit, and the tag that tells alternatives apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qcontract.contract.jsonvalue import canonical, is_array, is_object, is_same
from qcontract.drift.difference import Decided
from qcontract.drift.explain.shape import Shape, shape_of
from qcontract.drift.nodes import Node
from qcontract.drift.schemas import Direction, Relation

if TYPE_CHECKING:
    from qcontract.drift.explain.walk import Walk

__all__ = ["compare", "only_one_is_union"]

_MOST = 20
"""Branches left on one side beyond which not every pair is decided on, only to find out which is which."""
_SAFE = Decided({}, {}, Relation("safe", equal=lambda: False))


def compare(walk: Walk, old: Shape, new: Shape) -> None:
    """Compare unions branch by branch, what must fit besides, and discriminators."""
    if only_one_is_union(old, new) or (old.branches and new.branches):
        _branches(walk, old, new)
    elif old.branches or new.branches:
        _demanded(walk, old, new)
    _further(walk, old, new)
    _discriminator(walk, old, new)


def only_one_is_union(old: Shape, new: Shape) -> bool:
    """Whether a schema became a union as a whole, or the other way round, so that it is one of the branches."""
    if bool(old.branches) is bool(new.branches):
        return False
    union = old if old.branches else new
    return not union.properties and not union.required


def _branches(walk: Walk, old: Shape, new: Shape) -> None:
    before, after = (shape.branches or [_itself(shape)] for shape in (old, new))
    pairs, gone, come = _paired(walk, before, after)
    for pair in _scattered(old, new, pairs):
        pairs.remove(pair)
        gone.append(pair[0])
        come.append(pair[1])
    requests = walk.direction is Direction.REQUEST
    for branch in gone:
        relation = _decided(walk, branch, new.node) if requests else _SAFE
        walk.add("union-branch-removed", _held(branch, old), None, relation, value=_name(branch))
    for branch in come:
        relation = _SAFE if requests else _decided(walk, old.node, branch)
        walk.add("union-branch-added", None, _held(branch, new), relation, value=_name(branch))
    for one, other in pairs:
        walk.descend(one, other, None)
    if old.union and new.union and old.union != new.union:
        relation = _decided(walk, old.node, new.node)
        walk.add("union-kind-changed", old.node, new.node, relation, before=old.union, after=new.union)


def _scattered(old: Shape, new: Shape, pairs: list[tuple[Node, Node]]) -> list[tuple[Node, Node]]:
    """Pairs of a whole and one of its alternatives, where the others have members of it: none of them is the whole."""
    if not only_one_is_union(old, new):
        return []
    branches = old.branches or new.branches
    found: list[tuple[Node, Node]] = []
    for pair in pairs:
        part, whole = pair if old.branches else pair[::-1]
        others = {name for branch in branches if branch is not part for name in shape_of(branch).properties}
        if (shape_of(whole).properties.keys() - shape_of(part).properties.keys()) & others:
            found.append(pair)
    return found


def _decided(walk: Walk, old: Node, new: Node) -> Decided:
    return Decided(old.reference, new.reference, walk.relation(old, new))


def _demanded(walk: Walk, old: Shape, new: Shape) -> None:
    """A union that narrows an object beside it is one more schema to fit."""
    pair = [
        {shape.union: [branch.reference for branch in shape.branches]} if shape.branches else {} for shape in (old, new)
    ]
    name = "all-of-removed" if old.branches else "all-of-added"
    shape = old if old.branches else new
    value = f"{shape.union} of {', '.join(map(_name, shape.branches))}"
    walk.add(name, old.node, new.node, walk.decide(*pair), value=value)


def _itself(shape: Shape) -> Node:
    """A schema that is no union, as the only branch of one."""
    return shape.node


def _held(branch: Node, shape: Shape) -> Node:
    """A branch as a matter of the schema that lists it."""
    return branch if branch is shape.node else branch.named


def _name(branch: Node) -> str:
    """What people call a branch: its component, its title, or what it says."""
    if branch.pointer.startswith("/components/"):
        return branch.pointer.rsplit("/", 1)[-1]
    title = branch.get("title")
    return title if isinstance(title, str) else canonical(branch.value)


def _paired(
    walk: Walk, before: list[Node], after: list[Node]
) -> tuple[list[tuple[Node, Node]], list[Node], list[Node]]:
    """Pairs of branches that are one, then those that are left on either side."""
    pairs: list[tuple[Node, Node]] = []
    gone, come = list(before), list(after)

    def equal(old: Node, new: Node) -> bool:
        few = len(gone) <= _MOST and len(come) <= _MOST
        return few and bool(walk.relation(old, new).equal)

    for same in (_same_text, _same_name, _same_tag, equal, _same_kind):
        for branch in list(gone):
            other = next((candidate for candidate in come if same(branch, candidate)), None)
            if other is not None:
                gone.remove(branch)
                come.remove(other)
                pairs.append((branch, other))
    return pairs, gone, come


def _same_text(old: Node, new: Node) -> bool:
    return not old.is_referenced and not new.is_referenced and is_same(old.value, new.value)


def _same_name(old: Node, new: Node) -> bool:
    titles = old.get("title"), new.get("title")
    if old.is_referenced and new.is_referenced:
        return old.pointer == new.pointer
    return titles[0] is not None and titles[0] == titles[1]


def _same_tag(old: Node, new: Node) -> bool:
    return bool(_tags(old) & _tags(new))


def _tags(branch: Node) -> set[str]:
    """Members that have one value only, which is how branches are told apart."""
    found: set[str] = set()
    for name, member in branch.members("properties").items():
        if is_object(member):
            values: Any = [member["const"]] if "const" in member else member.get("enum")
            if is_array(values) and len(values) == 1:
                found.add(canonical([name, values]))
    return found


def _same_kind(old: Node, new: Node) -> bool:
    """Inline branches of the same type that share members, or have none."""
    if old.get("type") != new.get("type") or old.get("type") is None:
        return False
    before, after = set(old.members("properties")), set(new.members("properties"))
    return (not before and not after) or 2 * len(before & after) >= max(len(before), len(after))


def _further(walk: Walk, old: Shape, new: Shape) -> None:
    pairs, gone, come = _paired(walk, old.further, new.further)
    for branch in gone:
        walk.add("all-of-removed", _held(branch, old), None, walk.decide(branch.reference, {}), value=_name(branch))
    for branch in come:
        walk.add("all-of-added", None, _held(branch, new), walk.decide({}, branch.reference), value=_name(branch))
    for one, other in pairs:
        walk.descend(one, other, None)


def _discriminator(walk: Walk, old: Shape, new: Shape) -> None:
    before, after = old.value("discriminator"), new.value("discriminator")
    owners = old.owner("discriminator"), new.owner("discriminator")
    if not is_object(before) or not is_object(after):
        if is_object(before) or is_object(after):
            name = "discriminator-removed" if is_object(before) else "discriminator-added"
            walk.add(name, *owners, None, before=_tag(before), after=_tag(after))
        return
    if _tag(before) != _tag(after):
        walk.add("discriminator-property-changed", *owners, None, before=_tag(before), after=_tag(after))
    _mapping(walk, old, new)


def _tag(said: Any) -> Any:
    return said.get("propertyName") if is_object(said) else None


def _map(said: dict[str, Any]) -> dict[str, Any]:
    mapping = said.get("mapping")
    return mapping if is_object(mapping) else {}


def _mapping(walk: Walk, old: Shape, new: Shape) -> None:
    before, after = (_map(shape.value("discriminator")) for shape in (old, new))
    owners = old.owner("discriminator"), new.owner("discriminator")
    for tag in sorted({*before, *after}):
        was, will = before.get(tag), after.get(tag)
        if was == will:
            continue
        if was is None:
            walk.add("discriminator-mapping-added", *owners, None, value=tag, after=will)
            continue
        relation = _decided(walk, old.node, new.node)
        name = "discriminator-mapping-removed" if will is None else "discriminator-mapping-changed"
        walk.add(name, *owners, relation, value=tag, before=was, after=will)
