"""Bodies that released clients send to IonQ v0.4 and that its schema refuses; each spelling is a listed deviation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from qcontract.contract.jsonvalue import is_object

__all__ = ["spelled"]

_OF_ALL: Final = ("type", "backend", "input", "name", "metadata", "shots", "session_id", "settings", "dry_run", "noise")
_MEMBERS: Final = frozenset([*_OF_ALL, "external_settings", "parent"])
_OF_CIRCUIT: Final = frozenset(["gateset", "qubits", "circuit", "data"])
_CIRCUIT_TYPES: Final = ("ionq.circuit.v1", "ionq.qasm3.v1")
_LANG: Final = "lang"
_UNKNOWN: Final = "unknown-members"


def spelled(body: object) -> tuple[object, tuple[str, ...]]:
    """Return a submission as the contract spells it, and the names of the deviations that this took."""
    if not is_object(body):
        return body, ()
    left_out = {name for name, value in body.items() if name not in _MEMBERS or value is None}
    known = {name: value for name, value in body.items() if name not in left_out}
    names = {_LANG} & left_out | ({_UNKNOWN} if left_out - {_LANG} else set[str]())
    for member, deviation, repaired in (
        ("shots", "shots-as-text", _shots(known)),
        ("noise", "seed-without-value", _noise(known)),
        ("input", _UNKNOWN, _input(known)),
    ):
        if repaired is not None:
            known[member] = repaired
            names.add(deviation)
    return known, tuple(sorted(names))


def _shots(body: Mapping[str, Any]) -> int | None:
    value = body.get("shots")
    number = isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value)
    return int(number[0]) if number else None


def _noise(body: Mapping[str, Any]) -> dict[str, Any] | None:
    value = body.get("noise")
    if not is_object(value) or value.get("seed", 0) is not None:
        return None
    return {name: member for name, member in value.items() if name != "seed"}


def _input(body: Mapping[str, Any]) -> dict[str, Any] | None:
    value = body.get("input")
    if body.get("type") not in _CIRCUIT_TYPES or not is_object(value) or value.keys() <= _OF_CIRCUIT:
        return None
    return {name: member for name, member in value.items() if name in _OF_CIRCUIT}
