"""Answers that have drifted away from their contract, each in one way that the contract itself suggests."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from attrs import frozen

from qcontract.contract.jsonvalue import is_array, is_object

from .places import Path, Place, matches, places, pointer

__all__ = ["Drifted", "drift"]

_TRIED: Final = 60
"""At how many shapes of places a change is tried before it counts as impossible."""

_ABSENT: Final = object()


@frozen
class Drifted:
    """A changed answer, and where it was changed."""

    value: Any
    place: str


def drift(
    value: Any,
    schema: Mapping[str, Any],
    valid: Callable[[Any, Any], bool],
    chance: Callable[[object], float],
    settings: Mapping[str, Any],
) -> Drifted | None:
    """Change an answer, at one place or at the same place of every item, so that it drifts as was asked for.

    What is returned was checked: it breaks the contract, except for a new field in an open object, which does not.

    Args:
        value: The answer.
        schema: What the contract says about it, compiled with all that it refers to.
        valid: Whether a value fits a schema.
        chance: A number for a place, which follows from the seed: the least one is taken first.
        settings: See the kind ``drift``.

    Returns:
        None when the answer has no such place.
    """
    change: str = settings["change"]
    breaks = not (change == "new-field" and settings["where"] == "open")
    for group in _groups(places(schema, value, valid), chance, settings):
        changed = json.loads(json.dumps(value))
        for place in reversed(group):
            changed = _CHANGES[change](changed, place, settings)
        if changed != value and (change == "new-field" or valid(schema, changed) != breaks):
            return Drifted(changed, pointer(group[0].shape))
    return None


def _groups(
    found: Iterable[Place], chance: Callable[[object], float], settings: Mapping[str, Any]
) -> list[list[Place]]:
    """Return the places that suit a change, those of one shape together, in the order of chance."""
    shapes: dict[Path, list[Place]] = {}
    for place in found:
        if _suits(place, settings):
            shapes.setdefault(place.shape, []).append(place)
    if settings["at"] is not None:
        return [
            [one for one in group if _is_at(one, settings["at"])]
            for group in shapes.values()
            if _any_at(group, settings["at"])
        ]
    # The whole answer comes last: that it is of another type says less than that a member is.
    order = sorted(shapes, key=lambda shape: (not shape and settings["change"] != "new-field", chance(pointer(shape))))
    return [shapes[shape] for shape in order[:_TRIED]]


def _is_at(place: Place, wanted: str) -> bool:
    return matches(place.path, wanted)


def _any_at(group: Sequence[Place], wanted: str) -> bool:
    return any(_is_at(one, wanted) for one in group)


def _suits(place: Place, settings: Mapping[str, Any]) -> bool:
    match settings["change"]:
        case "new-value":
            return any(isinstance(one, str) for one in place.values)
        case "new-field":
            wanted = settings["where"]
            return _is_object_place(place) and (wanted is None or place.closed == (wanted == "closed"))
        case "missing-field" | "renamed":
            return place.required
        case _:
            return bool(place.schemas)


def _is_object_place(place: Place) -> bool:
    return any(schema.get("type") == "object" or "properties" in schema for schema in place.schemas)


def _new_value(root: Any, place: Place, settings: Mapping[str, Any]) -> Any:
    return _replaced(root, place.path, settings["name"] or "qcontract_new_value")


def _new_field(root: Any, place: Place, settings: Mapping[str, Any]) -> Any:
    inner = _at(root, place.path)
    if is_object(inner):
        inner[settings["name"] or "qcontractNewField"] = "new"
    return root


def _missing(root: Any, place: Place, _: Mapping[str, Any]) -> Any:
    return _replaced(root, place.path, _ABSENT)


def _wrong_type(root: Any, place: Place, _: Mapping[str, Any]) -> Any:
    present = _at(root, place.path)
    if isinstance(present, str) or present is None:
        other: Any = {"qcontract": 12345}
    elif is_array(present):
        other = {}
    else:
        other = ["qcontract"] if is_object(present) else "qcontract"
    return _replaced(root, place.path, other)


def _null(root: Any, place: Place, _: Mapping[str, Any]) -> Any:
    return _replaced(root, place.path, None)


def _renamed(root: Any, place: Place, settings: Mapping[str, Any]) -> Any:
    holder = _at(root, place.path[:-1])
    old = place.path[-1]
    new = settings["name"] or f"{old}V2"
    renamed = {new if name == old else name: inner for name, inner in holder.items()}
    return _replaced(root, place.path[:-1], renamed)


_CHANGES: Final[Mapping[str, Callable[[Any, Place, Mapping[str, Any]], Any]]] = {
    "new-value": _new_value,
    "new-field": _new_field,
    "missing-field": _missing,
    "wrong-type": _wrong_type,
    "null": _null,
    "renamed": _renamed,
}


def _at(root: Any, path: Path) -> Any:
    for step in path:
        root = root[step]
    return root


def _replaced(root: Any, path: Path, value: Any) -> Any:
    """Put a value at a place, or take the member away; return the root, which may be the place itself."""
    if not path:
        return root if value is _ABSENT else value
    holder = _at(root, path[:-1])
    if value is _ABSENT:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return root
