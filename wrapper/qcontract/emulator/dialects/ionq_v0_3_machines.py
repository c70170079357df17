"""Backends and characterizations of IonQ v0.3."""

from __future__ import annotations

import math
from typing import Any

from ..http import Answer, Fault
from . import characterizations, ionq
from .base import Call
from .characterizations import Characterization

__all__ = ["backends", "by_backend", "by_id", "current"]


def backends(call: Call) -> Answer:
    """Return all backends as an array, as the live service does."""
    return Answer(200, [_backend(call, one) for one in ionq.BACKENDS], "observed")


def _backend(call: Call, one: ionq.Backend) -> dict[str, Any]:
    content: dict[str, Any] = {
        "backend": one.name,
        "status": "available",
        "qubits": one.qubits,
        "average_queue_time": call.core.predict_new(one.name).wait_ms,
        "last_updated": int(call.core.clock.now()),
        "degraded": False,
        "has_access": True,
    }
    if one.simulator:
        return {**content, "noise_models": ["ideal", "aria-1", "aria-2", "forte-1"]}
    newest = characterizations.history(call.core.ids, one)[0]
    return {**content, "characterization_url": f"/characterizations/{newest.id}"}


def by_backend(call: Call) -> Answer:
    """Return one page of a machine's characterizations in a period, newest first; the order is our choice."""
    query = call.query
    start, end = query.get("start", -math.inf) / 1000, query.get("end", math.inf) / 1000
    characterizations.refuse_backwards(start, end)
    found = [one for one in _history(call) if start <= one.date <= end]
    limit, page = query["limit"], query["page"]
    shown = found[(page - 1) * limit : page * limit]
    content = {"characterizations": [_document(one) for one in shown], "pages": -(-len(found) // limit)}
    return Answer(200, content, "assumed")


def current(call: Call) -> Answer:
    """Return the newest characterization of a machine."""
    return Answer(200, _document(_history(call)[0]), "assumed")


def by_id(call: Call) -> Answer:
    """Return one characterization, such as the one that a backend points to."""
    found = characterizations.named(call.core.ids, call.path[0])
    if found is None:
        raise Fault(404, f"there is no characterization {call.path[0][:60]}", source="path")
    return Answer(200, _document(found), "assumed")


def _history(call: Call) -> list[Characterization]:
    found = characterizations.history(call.core.ids, ionq.backend(call.path[0]))
    if not found:
        raise Fault(404, f"{call.path[0]} has no characterizations", source="path", basis="assumed")
    return found


def _document(one: Characterization) -> dict[str, Any]:
    return {
        "id": one.id,
        "date": one.date,
        "backend": one.backend.name,
        "qubits": one.backend.qubits,
        "connectivity": one.connectivity,
        "fidelity": {
            "spam": {"mean": one.spam, "median": one.spam, "stderr": 0.0},
            "1q": {"mean": one.one},
            "2q": {"mean": one.two},
        },
        "timing": one.timing,
    }
