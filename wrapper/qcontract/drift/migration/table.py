"""The way from one API to its successor, as a table: what is renamed, moved, retyped, gone and new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from attrs import asdict, evolve, field, frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_object
from qcontract.contract.structure import differences
from qcontract.drift.migration.members import Member, Path, member
from qcontract.drift.migration.operations import Described, Pair, described, pairs
from qcontract.drift.migration.renames import Renamed, Values, renames
from qcontract.drift.migration.words import words

__all__ = ["Migration", "Row", "migration"]

Kind = Literal["operation", "path", "parameter", "request", "response", "value", "status", "security"]
Change = Literal["renamed", "moved", "merged", "retyped", "gone", "new"]

_SCHEMES = ("components", "securitySchemes")
_PLAIN = frozenset({"operation", "path", "parameter", "status"})
"""Kinds whose rows concern one operation each."""


@frozen
class Row:
    """One line of the table.

    Args:
        kind: What is spoken of; ``request`` and ``response`` are members of bodies.
        change: What happened to it.
        old: Its old name; None for what is new.
        new: Its new name; None for what is gone.
        likeness: From 0 to 1: how much the two sides have in common that was compared.
        operations: The old operations that it concerns, or the new ones for what is new.
        old_pointer: Where the old contract has it.
        new_pointer: Where the new one has it.
        types: Its old and its new JSON types, when no value is of both.
    """

    kind: Kind
    change: Change
    old: str | None
    new: str | None
    likeness: float = 1.0
    operations: tuple[str, ...] = ()
    old_pointer: str | None = None
    new_pointer: str | None = None
    types: tuple[str, str] | None = None


@frozen
class Migration:
    """The table from one contract to another."""

    rows: tuple[Row, ...] = field(repr=False)

    def of(self, kind: Kind, change: Change | None = None) -> tuple[Row, ...]:
        """The rows of one kind, and of one change if one is given."""
        return tuple(row for row in self.rows if row.kind == kind and change in {None, row.change})

    def to_json(self) -> JsonObject:
        """The table as JSON, schema ``qcontract.migration/1``."""
        return {"schema": "qcontract.migration/1", "rows": [_as_json(row) for row in self.rows]}


def migration(old: JsonObject, new: JsonObject) -> Migration:
    """Make the table from one OpenAPI document to another, of the same vendor or of two.

    What is said of renames is a judgement by likeness of names, places, types and values; each row says how much there
    was of it.
    """
    before, after = described(old), described(new)
    found = pairs(before, after)
    values = _values(after)
    rows = [*_operations(found, after)]
    for pair in found:
        if pair.new is not None and not pair.merged:
            rows += _within(pair.old, pair.new, values)
    return Migration(_together([*rows, *_security(old, new)]))


def _operations(found: Sequence[Pair], after: Sequence[Described]) -> Iterator[Row]:
    for pair in found:
        old, new = pair.old, pair.new
        where = (old.operation.pointer, new.operation.pointer if new else None)
        if new is None:
            yield Row("operation", "gone", old.title, None, 1.0, (old.title,), *where)
        elif pair.merged:
            yield Row("operation", "merged", old.title, new.title, pair.likeness, (old.title,), *where)
        else:
            if old.title != new.title and _bare(old) != _bare(new):
                yield Row("path", "moved", old.title, new.title, pair.likeness, (old.title,), *where)
            names = old.operation.operation_id, new.operation.operation_id
            if names[0] != names[1]:
                yield Row("operation", "renamed", *names, pair.likeness, (old.title,), *where)
            if old.success != new.success:
                yield Row("status", "renamed", old.success, new.success, 1.0, (old.title,), *where)
    known = {id(pair.new) for pair in found}
    for each in after:
        if id(each) not in known:
            yield Row("operation", "new", None, each.title, 1.0, (each.title,), None, each.operation.pointer)


def _bare(each: Described) -> str:
    """The title without the names of placeholders, which no caller sees."""
    steps = ("{}" if step.startswith("{") else step for step in each.operation.path.split("/"))
    return f"{each.operation.method} {'/'.join(steps)}"


def _within(old: Described, new: Described, values: Values) -> Iterator[Row]:
    """What happened to the parameters and bodies of an operation that goes on."""
    sides: tuple[tuple[Kind, Mapping[Path, Member], Mapping[Path, Member]], ...] = (
        ("parameter", _parameters(old), _parameters(new)),
        ("request", old.taken, new.taken),
        ("response", old.answered, new.answered),
    )
    into_body = _into_body(sides[0], sides[1])
    for kind, before, after in sides:
        found = renames(before, after, values)
        for pair in [*(Renamed(before[path], after[path], 1.0) for path in before if path in after), *found]:
            yield from _changes(kind, pair, old.title)
        forth = {pair.old.path: pair.new.path for pair in found}
        back = {new: old for old, new in forth.items()}
        for each in _topmost(before, forth, after):
            moved = into_body.get(each.path) if kind == "parameter" else None
            row = Row(kind, "gone", _label(kind, each), None, 1.0, (old.title,), each.pointer)
            yield evolve(row, change="moved", new=f"{moved.name} (body)", new_pointer=moved.pointer) if moved else row
        for each in _topmost(after, back, before):
            yield Row(kind, "new", None, _label(kind, each), 1.0, (new.title,), None, each.pointer)


def _changes(kind: Kind, pair: Renamed, operation: str) -> Iterator[Row]:
    old, new = pair.old, pair.new
    apart = not old.types & new.types and bool(old.types) and bool(new.types)
    types = ("/".join(sorted(old.types)), "/".join(sorted(new.types))) if apart else None
    row = Row(
        kind,
        "renamed",
        _label(kind, old),
        _label(kind, new),
        pair.likeness,
        (operation,),
        old.pointer,
        new.pointer,
        types,
    )
    if old.path != new.path:
        yield row if old.path[:-1] == new.path[:-1] else evolve(row, change="moved")
    elif types:
        yield evolve(row, change="retyped")
    gone = [value for value in old.values if value not in new.values]
    come = [value for value in new.values if value not in old.values]
    if len(gone) == len(come) == 1:
        yield evolve(
            row, kind="value", change="renamed", old=f"{old.own}={gone[0]}", new=f"{new.own}={come[0]}", types=None
        )


def _parameters(each: Described) -> dict[Path, Member]:
    found: dict[Path, Member] = {}
    for parameter in each.operation.parameters:
        path = (str(parameter.get("in")), str(parameter.get("name")))
        found[path] = member(each.document, parameter.get("schema"), f"{each.operation.pointer}/parameters", path)
    return found


def _label(kind: Kind, each: Member) -> str:
    return f"{each.path[1]} ({each.path[0]})" if kind == "parameter" else each.name


def _into_body(
    parameters: tuple[Kind, Mapping[Path, Member], Mapping[Path, Member]],
    bodies: tuple[Kind, Mapping[Path, Member], Mapping[Path, Member]],
) -> dict[Path, Member]:
    """Parameters that are now members of the request body, by their old path."""
    _, before, after = parameters
    come = {words(each.own): each for path, each in bodies[2].items() if path not in bodies[1] and len(path) == 1}
    gone = [path for path in before if path not in after]
    return {path: come[words(path[1])] for path in gone if words(path[1]) in come}


def _topmost(side: Mapping[Path, Member], pairs: Mapping[Path, Path], other: Mapping[Path, Member]) -> Iterator[Member]:
    """Named members that the other side does not have, without those inside one that it does not have either."""
    missing = {path for path, each in side.items() if each.is_named and not _stands(_led(path, pairs), other)}
    for path in side:
        if path in missing and not any(path[:length] in missing for length in range(1, len(path))):
            yield side[path]


def _led(path: Path, pairs: Mapping[Path, Path]) -> Path:
    """Where a path leads on the other side: what is inside a renamed object goes with it."""
    for length in range(len(path), 0, -1):
        if path[:length] in pairs:
            return (*pairs[path[:length]], *path[length:])
    return path


def _stands(path: Path, side: Mapping[Path, Member]) -> bool:
    return path in side or (*path[:-1], "*") in side  # a map takes any name


def _values(operations: Iterable[Described]) -> Values:
    found: dict[str, frozenset[str]] = {}
    for operation in operations:
        for each in (*_parameters(operation).values(), *operation.taken.values(), *operation.answered.values()):
            told = frozenset(value for value in each.values if isinstance(value, str))
            found[each.own] = found.get(each.own, frozenset()) | told
    return found


def _security(old: JsonObject, new: JsonObject) -> Iterator[Row]:
    """Schemes that go on under another name."""
    before, after = _schemes(old), _schemes(new)
    for name, scheme in before.items():
        equal = [other for other, each in after.items() if not list(differences(scheme, each))]
        if name not in after and equal:
            where = (pointer.join(*_SCHEMES, name), pointer.join(*_SCHEMES, equal[0]))
            yield Row("security", "renamed", name, equal[0], 1.0, (), *where)


def _schemes(document: JsonObject) -> JsonObject:
    found: Any = document
    for step in _SCHEMES:
        found = found.get(step) if is_object(found) else None
    return found if is_object(found) else {}


def _together(rows: Iterable[Row]) -> tuple[Row, ...]:
    """One row per thing, with all operations that it concerns; it is called by its shortest name."""
    found: dict[tuple[object, ...], Row] = {}
    for row in rows:
        target = row.new_pointer if row.old is None else words((row.new or "").rpartition(".")[2])
        key = (
            row.kind,
            row.change,
            row.old_pointer,
            target,
            *((row.operations, row.old) if row.kind in _PLAIN else ()),
        )
        known = found.get(key)
        found[key] = row if known is None else _joined(known, row)
    return tuple(found.values())


def _joined(one: Row, other: Row) -> Row:
    first = min(one, other, key=lambda row: len(row.old or row.new or ""))
    return evolve(first, operations=tuple(dict.fromkeys((*one.operations, *other.operations))))


def _as_json(row: Row) -> JsonObject:
    return {**asdict(row), "likeness": round(row.likeness, 2)}
