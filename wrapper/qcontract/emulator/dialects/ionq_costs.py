"""What jobs of IonQ v0.4 cost, before and after; prices and formula are the emulator's own and marked so."""

from __future__ import annotations

from typing import Any, Final

from ..http import Answer
from . import ionq
from .base import Call

__all__ = ["Costs"]

_ASKED: Final[dict[str, Any]] = {
    "type": ionq.CIRCUIT,
    "qubits": 25,
    "shots": 1000,
    "1q_gates": 0,
    "2q_gates": 0,
    "error_mitigation": False,
}


class Costs:
    """Operations on prices.

    Args:
        by_format: Whether the snapshot has the newer form of an estimate.
    """

    def __init__(self, *, by_format: bool) -> None:
        self._newer = by_format

    def estimate(self, call: Call) -> Answer:
        """Price a job that is not submitted."""
        one = ionq.backend(str(call.query["backend"]), source="query")
        query = {**_ASKED, **call.query}
        mitigated, predicted = query["error_mitigation"], call.core.predict_new(one.name)
        total = one.price(query["1q_gates"], query["2q_gates"], query["shots"], mitigated=mitigated)
        rates = {"job_cost_minimum": one.minimum(mitigated=mitigated), "cost_1q_gate": one.one, "cost_2q_gate": one.two}
        common = {
            "estimated_at": ionq.iso(call.core.clock.now()),
            "estimated_execution_time": predicted.run_ms,
            "current_predicted_queue_time": predicted.wait_ms,
        }
        own = _newer(call, query, rates, total) if self._newer else _older(call, query, rates, total)
        return Answer(200, {**own, **common}, "assumed")

    def cost(self, call: Call) -> Answer:
        """Return what a job costs; simulator jobs were never priced and have no estimate in the newer snapshot."""
        job = call.job("ionq", call.path[0])
        price = {"value": ionq.cost(job), "unit": "usd"}
        content: dict[str, Any] = {"dry_run": job.dry_run}
        if job.status == "completed":
            content["cost"] = {**price, "value": 0.0} if job.dry_run else price
        if not self._newer or job.backend != "simulator":
            content["estimated_cost"] = price
        return Answer(200, content, "assumed")


def _newer(call: Call, query: dict[str, Any], rates: dict[str, float], total: float) -> dict[str, Any]:
    name = query["backend"]
    return {
        "estimate_context": {**query, "organization": call.owner.organization, "project": call.owner.project},
        "estimated_unit": "usd",
        "rate_card": {"id": f"emulator-{name}", "rates": [{"sku": name, "unit": "gates", **rates}]},
        "estimated_total_cost": total,
    }


def _older(call: Call, query: dict[str, Any], rates: dict[str, float], total: float) -> dict[str, Any]:
    return {
        "input_values": query,
        "cost_unit": "usd",
        "rate_information": {**rates, "organization": call.owner.organization},
        "estimated_cost": total,
    }
