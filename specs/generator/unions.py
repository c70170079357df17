"""Unions of objects: which classes they hold, and the tags that tell them apart."""

from __future__ import annotations

from typing import Any

from naming import class_name
from refusal import Refused
from walk import component, resolve

DISPATCH = "x-qcontract-dispatch"
UNKNOWN = "UnknownVariant"


def object_branches(document: dict[str, Any], schema: dict[str, Any], around: tuple[int, ...] = ()) -> list[str | None]:
    """The branches of a union that are objects: the component's name, or None for one that has no name."""
    found: list[str | None] = []
    for branch in [*schema.get("anyOf", ()), *schema.get("oneOf", ())]:
        target = resolve(document, branch)
        if id(target) in around:
            raise Refused("the contract has a union that is one of its own branches; correct the contract")
        if "anyOf" in target or "oneOf" in target:
            found += object_branches(document, target, (*around, id(target)))
        elif target.get("type") == "object" or "properties" in target or "allOf" in target:
            found.append(component(branch))
    return found


def dispatch_table(document: dict[str, Any], everything: list[dict[str, Any]]) -> dict[str, Any]:
    """What `x-qcontract-dispatch` says of every union, under its class names, sorted and joined by `|`.

    Raises:
        Refused: If a rule does not fit the branches, or two rules contradict each other.
    """
    table: dict[str, Any] = {}
    for schema in everything:
        if DISPATCH in schema:
            key, entry = _entry(schema[DISPATCH], object_branches(document, schema))
            if table.setdefault(key, entry) != entry:
                raise Refused(f"two unions of {key} are told apart by different tags; make them one component")
    return table


def _entry(rule: dict[str, Any], branches: list[str | None]) -> tuple[str, dict[str, Any]]:
    names = [name for name in branches if name is not None]
    absent = rule.get("absent")
    wanted = {*rule["map"].values(), *([absent] if absent else [])}
    if len(names) < 2 or len(names) != len(branches) or not wanted <= set(names):
        found = sorted(map(str, branches))
        raise Refused(f"{DISPATCH} names {sorted(wanted)}, but its union has {found}; correct the overlay")
    classes: dict[str, list[str]] = {}
    for tag, name in rule["map"].items():
        classes.setdefault(class_name(name), []).append(tag)
    key = "|".join(sorted(class_name(name) for name in names))
    return key, {
        "property": rule["property"],
        "classes": classes,
        "boolean": rule["map"].keys() <= {"true", "false"},  # keys of a YAML map are texts, the tag is none
        "absent": class_name(absent) if absent else "",
    }
