"""What a part of a document mentions anywhere in it: references, and words that decide how it can be compared."""

from __future__ import annotations

from typing import Any, TypeGuard

from attrs import frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import is_array, is_object

__all__ = ["Mentions", "mentions"]

_CONTRARY = frozenset({"contains", "dependentSchemas", "if", "not", "propertyNames"})


@frozen(eq=False)
class Mentions:
    """What is mentioned; also in examples, where it means nothing, which costs time and never truth.

    Args:
        targets: Pointers to which references lead.
        contrary: Whether something stands under a negation and the like, where more below is less above.
        joint: Whether several schemas must be met at once; a reference alone is followed, and one beside others is met.
    """

    targets: frozenset[str]
    contrary: bool
    joint: bool


def mentions(value: Any) -> Mentions:
    """Look through all of a value."""
    targets: set[str] = set()
    holders: set[str] = set()
    beside = False
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if is_array(part):
            waiting += part
        elif is_object(part):
            for name, inner in part.items():
                if type(inner) is dict or type(inner) is list:
                    waiting.append(inner)
                    holders.add(name)
                elif name == "$ref" and _is_local(inner):
                    targets.add(pointer.from_fragment(inner))
                    beside = beside or len(part) > 1
    return Mentions(frozenset(targets), any(map(_is_contrary, holders)), beside or "allOf" in holders)


def _is_contrary(name: str) -> bool:
    return name in _CONTRARY or name.startswith("unevaluated")


def _is_local(reference: object) -> TypeGuard[str]:
    return isinstance(reference, str) and (reference == "#" or reference.startswith("#/"))
