"""Bodies that released clients send to IonQ v0.4 and that its published schema refuses.

The service evidently takes a number of shots as text and a member that it does not know, since cirq-ionq sends both,
and ``null`` for a seed, as qiskit-ionq sends it. That it takes every unknown member, and ``null`` for any absent one,
is concluded from that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from qcontract.contract.jsonvalue import is_object

from ..http import Basis, weaker

__all__ = ["spelled"]

_OF_ALL: Final = ("type", "backend", "input", "name", "metadata", "shots", "session_id", "settings", "dry_run", "noise")
_MEMBERS: Final = frozenset([*_OF_ALL, "external_settings", "parent"])
_OF_CIRCUIT: Final = frozenset(["gateset", "qubits", "circuit", "data"])
_CIRCUIT_TYPES: Final = ("ionq.circuit.v1", "ionq.qasm3.v1")
_SEEN: Final = frozenset({"lang"})


def spelled(body: object) -> tuple[object, Basis]:
    """Return a submission as the contract spells it, and what it rests on that the service takes it so."""
    if not is_object(body):
        return body, "documented"
    left_out = {name for name, value in body.items() if name not in _MEMBERS or value is None}
    known = {name: value for name, value in body.items() if name not in left_out}
    basis: Basis = "documented" if not left_out else "observed" if left_out <= _SEEN else "assumed"
    for name, repaired, found in (_shots(known), _noise(known), _input(known)):
        if found != "documented":
            known[name], basis = repaired, weaker(basis, found)
    return known, basis


def _shots(body: Mapping[str, Any]) -> tuple[str, object, Basis]:
    value = body.get("shots")
    number = isinstance(value, str) and re.fullmatch(r"[0-9]{1,9}", value)
    return ("shots", int(number[0]), "observed") if number else ("shots", value, "documented")


def _noise(body: Mapping[str, Any]) -> tuple[str, object, Basis]:
    value = body.get("noise")
    if is_object(value) and "seed" in value and value["seed"] is None:
        return "noise", {name: member for name, member in value.items() if name != "seed"}, "observed"
    return "noise", value, "documented"


def _input(body: Mapping[str, Any]) -> tuple[str, object, Basis]:
    value = body.get("input")
    if body.get("type") in _CIRCUIT_TYPES and is_object(value) and not value.keys() <= _OF_CIRCUIT:
        return "input", {name: member for name, member in value.items() if name in _OF_CIRCUIT}, "assumed"
    return "input", value, "documented"
