"""What released clients of v0.3 send although the contract spells it otherwise; each is a listed deviation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from qcontract.contract.jsonvalue import is_object

__all__ = ["read_submission"]

ANY_MACHINE: Final = "qpu"
"""What both clients call a quantum computer that nobody named."""
_CHOSEN: Final = "qpu.aria-1"


def read_submission(body: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return a submission as the contract spells it, and the names of the deviations that this took."""
    names: list[str] = []
    for name, respell in _SPELLINGS.items():
        respelled = respell(body)
        if respelled is not None:
            body = respelled
            names.append(name)
    return body, tuple(names)


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


_SPELLINGS: Final[dict[str, Callable[[dict[str, Any]], dict[str, Any] | None]]] = {
    "body-of-v0.2": _body_of_v0_2,
    "shots-as-text": _shots_as_text,
    "seed-without-value": _seed_without_value,
    "any-machine": _unnamed_machine,
}
