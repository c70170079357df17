"""What released clients of v0.3 send although the contract spells it otherwise.

Source: qiskit-ionq 0.5.13 and cirq-ionq 1.5.0, the last ones that speak v0.3.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from qcontract.contract.jsonvalue import is_object

from ..http import Basis, weaker

__all__ = ["read_submission"]

ANY_MACHINE: Final = "qpu"
"""What both clients call a quantum computer that nobody named; which one IonQ chooses is not documented."""
_CHOSEN: Final = "qpu.aria-1"


def read_submission(body: dict[str, Any]) -> tuple[dict[str, Any], Basis]:
    """Return a submission as the contract spells it, and what it rests on that the service takes it so."""
    basis: Basis = "documented"
    for respell, rests_on in _SPELLINGS:
        respelled = respell(body)
        if respelled is not None:
            body, basis = respelled, weaker(basis, rests_on)
    return body, basis


def _body_of_v0_2(body: dict[str, Any]) -> dict[str, Any] | None:
    if "input" in body or body.get("lang") != "json" or not is_object(body.get("body")):
        return None
    rest = {name: value for name, value in body.items() if name not in ("lang", "body")}
    return {**rest, "input": body["body"]}


def _shots_as_text(body: dict[str, Any]) -> dict[str, Any] | None:
    shots = body.get("shots")
    if not isinstance(shots, str) or not (shots.isascii() and shots.isdigit() and len(shots) <= 9):
        return None
    return {**body, "shots": int(shots)}


def _seed_without_value(body: dict[str, Any]) -> dict[str, Any] | None:
    noise = body.get("noise")
    if not is_object(noise) or noise.get("seed", 0) is not None:
        return None
    return {**body, "noise": {name: value for name, value in noise.items() if name != "seed"}}


def _unnamed_machine(body: dict[str, Any]) -> dict[str, Any] | None:
    return {**body, "target": _CHOSEN} if body.get("target") == ANY_MACHINE else None


_SPELLINGS: Final[tuple[tuple[Callable[[dict[str, Any]], dict[str, Any] | None], Basis], ...]] = (
    (_body_of_v0_2, "observed"),
    (_shots_as_text, "observed"),
    (_seed_without_value, "observed"),
    (_unnamed_machine, "assumed"),
)
