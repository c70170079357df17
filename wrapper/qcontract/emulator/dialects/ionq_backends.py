"""Backends of IonQ v0.4 and their characterizations."""

from __future__ import annotations

import math
from typing import Any, Final

from ..http import Answer, Fault
from . import characterizations, ionq
from .base import Call
from .characterizations import Characterization
from .dates import seconds

__all__ = ["Backends"]

_QIS: Final = tuple("x y z rx ry rz h s si v vi t ti not cnot swap xx yy zz pauliexp".split())  # noqa: SIM905


class Backends:
    """Operations on backends.

    Args:
        by_format: Whether the snapshot tells gates and methods of error mitigation.
    """

    def __init__(self, *, by_format: bool) -> None:
        self._by_format = by_format

    def find(self, call: Call) -> Answer:
        """Return all backends."""
        return Answer(200, [self._document(call, one) for one in ionq.BACKENDS], "assumed")

    def get(self, call: Call) -> Answer:
        """Return one backend."""
        return Answer(200, self._document(call, ionq.backend(call.path[0])), "assumed")

    def _document(self, call: Call, one: ionq.Backend) -> dict[str, Any]:
        content: dict[str, Any] = {
            "backend": one.name,
            "status": "available",
            "degraded": False,
            "qubits": one.qubits,
            "average_queue_time": call.core.predict_new(one.name).wait_ms,
            "last_updated": ionq.iso(call.core.clock.now()),
        }
        if not one.simulator:
            content["characterization_id"] = characterizations.history(call.core.ids, one)[0].id
        if self._by_format:
            content["supported_gates"] = [*_QIS]
            content["supported_native_gates"] = [
                "gpi",
                "gpi2",
                *(("ms", "zz") if one.simulator else [ionq.entangler(one.name)]),
            ]
            content["supported_error_mitigations"] = [] if one.simulator else ["debiasing"]
        return content

    def characterizations(self, call: Call) -> Answer:
        """Return a page of reports, newest first; a backend without any has null, as observed."""
        limit, page = call.query["limit"], call.query["page"]
        history = characterizations.history(call.core.ids, ionq.backend(call.path[0]))
        since, until = _moment(call, "start", -math.inf), _moment(call, "end", math.inf)
        characterizations.refuse_backwards(since, until)
        if not history:
            return Answer(200, {"characterizations": None, "pages": 0}, "observed")
        fitting = [one for one in history if since <= one.date <= until]
        shown = fitting[(page - 1) * limit : page * limit]
        left = max(0, -(-len(fitting) // limit) - page)
        return Answer(200, {"characterizations": [_report(one) for one in shown], "pages": left}, "assumed")

    def characterization(self, call: Call) -> Answer:
        """Return one report."""
        name, wanted = ionq.backend(call.path[0]).name, call.path[1]
        found = characterizations.named(call.core.ids, wanted)
        if found is None or found.backend.name != name:
            raise Fault(404, f"{name} has no characterization {wanted[:60]}", source="path")
        return Answer(200, _report(found), "assumed")


def _report(one: Characterization) -> dict[str, Any]:
    return {
        "id": one.id,
        "backend": one.backend.name,
        "date": ionq.iso(one.date),
        "qubits": one.backend.qubits,
        "connectivity": one.connectivity,
        "fidelity": {"spam": {"median": one.spam, "stderr": 0.0}},
        "timing": one.timing,
    }


def _moment(call: Call, name: str, default: float) -> float:
    text = call.query.get(name)
    found = default if text is None else seconds(text)
    if found is None:
        problem = f"the query parameter '{name}' is no ISO 8601 date"
        raise Fault(400, problem, source="query", keys=[name], basis="assumed")
    return found
