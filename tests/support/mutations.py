"""Documents with something wrong in them, at random: members that were moved, bytes that were lost."""

from __future__ import annotations

import json
import random
from typing import Any

from qcontract.contract.source import Spec
from qcontract.errors import ContractError

_VALUES = (None, True, 0, -1, 1e300, "", "x", [], {}, [[]], {"$ref": "#"}, {"$ref": "#/paths"}, {"type": "null"})
_NAMES = ("$ref", "type", "items", "allOf", "required", "schema", "x")
_PIECES = (
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b",",
    b'"',
    b"'",
    b"\n",
    b"\t",
    b"- ",
    b"&a ",
    b"*a",
    b"!",
    b"\0",
    b"\xff",
    b"|",
)


def with_mutated_members(document: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A copy in which a few members are replaced, copied to elsewhere, removed or renamed."""
    copy: dict[str, Any] = json.loads(json.dumps(document))
    for _ in range(chance.randrange(1, 6)):
        known = _places(copy) or [({}, None)]
        (above, key), (other, elsewhere) = chance.choice(known), chance.choice(known)
        kind = chance.randrange(4)
        if kind == 0:
            above[key] = json.loads(json.dumps(chance.choice(_VALUES)))
        elif kind == 1 and elsewhere is not None:
            above[key] = json.loads(json.dumps(other[elsewhere]))
        elif kind == 2 and key is not None:
            del above[key]
        elif isinstance(above, dict) and key is not None:
            above[chance.choice(_NAMES)] = above.pop(key)
    return copy


def mutation(original: Spec, chance: random.Random) -> Spec:
    """A mutation in its members that can be read; the original itself when none was found."""
    for _ in range(10):
        try:
            return Spec.of(with_mutated_members(original.document, chance))
        except ContractError:
            continue
    return original


def with_mutated_bytes(content: bytes, chance: random.Random) -> bytes:
    """A copy in which a few bytes are replaced by pieces of JSON and YAML."""
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 5)):
        at = chance.randrange(len(changed))
        changed[at : at + chance.randrange(4)] = chance.choice(_PIECES)
    return bytes(changed)


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every member and entry in a value, as what holds it and its key there."""
    found: list[tuple[Any, Any]] = []
    waiting = [value]
    while waiting:
        above = waiting.pop()
        keys = list(above) if isinstance(above, dict) else list(range(len(above))) if isinstance(above, list) else []
        found += [(above, key) for key in keys]
        waiting += [above[key] for key in keys]
    return found
