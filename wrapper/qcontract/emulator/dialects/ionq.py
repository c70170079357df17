"""What IonQ's API versions have in common: keys, errors, backends, and how a circuit becomes an order."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final

from attrs import evolve, frozen

from ..http import Answer, Fault
from ..jobs import Draft, Job
from ..store import Filter
from .base import Call

__all__ = [
    "BACKENDS",
    "CIRCUIT",
    "MULTI_CIRCUIT",
    "QASM3",
    "Backend",
    "aggregate",
    "backend",
    "bulk",
    "cost",
    "counts",
    "debiased",
    "entangler",
    "exact",
    "iso",
    "key",
    "page",
    "probabilities",
    "refusal",
    "several",
    "together",
]

CIRCUIT: Final = "ionq.circuit.v1"
QASM3: Final = "ionq.qasm3.v1"
MULTI_CIRCUIT: Final = "ionq.multi-circuit.v1"

DEFAULT_LIMIT: Final = 25
MAX_LIMIT: Final = 1000
"""IonQ documents neither; clients ask for up to 1000."""


@frozen
class Backend:
    """A backend that the emulator offers.

    Prices are the emulator's own, in US dollars: for each shot per gate on one and on two qubits, and the least for a
    job and for a job with error mitigation.
    """

    name: str
    qubits: int
    one: float = 0.0
    two: float = 0.0
    least: float = 0.0
    least_mitigated: float = 0.0

    @property
    def simulator(self) -> bool:
        """Whether it is free and exact."""
        return self.name == "simulator"

    def minimum(self, *, mitigated: bool = False) -> float:
        """Return the least that a job costs."""
        return self.least_mitigated if mitigated else self.least

    def price(self, one: float, two: float, shots: int, *, mitigated: bool = False) -> float:
        """Return the price of a job; the vendor's formula is not published, this one is the emulator's.

        That error mitigation raises the minimum is documented, by how much is the emulator's choice.
        """
        least = self.minimum(mitigated=mitigated)
        return 0.0 if self.simulator else round(max(least, shots * (one * self.one + two * self.two)), 6)


BACKENDS: Final = (
    Backend("simulator", 29),
    Backend("qpu.aria-1", 25, 0.00022, 0.00098, 1.0, 4.0),
    Backend("qpu.forte-1", 36, 0.00016, 0.00113, 12.0, 48.0),
    Backend("qpu.forte-enterprise-1", 36, 0.00016, 0.00113, 12.0, 48.0),
)


def backend(name: str, *, source: str = "path") -> Backend:
    """Return a backend.

    Args:
        name: Its name.
        source: Which part of the request names it.

    Raises:
        Fault: 404 when there is none of the name that the path gives, 400 for other parts.
    """
    for one in BACKENDS:
        if one.name == name:
            return one
    status, keys = (404, []) if source == "path" else (400, ["backend"])
    raise Fault(status, f"there is no backend {name[:60]!r}", source=source, keys=keys, basis="assumed")


def key(headers: Mapping[str, str]) -> str | None:
    """Return the key of the header ``Authorization: apiKey KEY``."""
    scheme, _, value = headers.get("authorization", "").partition(" ")
    return value.strip() if scheme.lower() == "apikey" else None


def refusal(fault: Fault, names: Mapping[int, str]) -> Answer:
    """Return ``{error, message, statusCode}``, and with a 400 what did not validate."""
    content: dict[str, Any] = {
        "error": names.get(fault.status, "Error"),
        "message": fault.message,
        "statusCode": fault.status,
    }
    if fault.status == 400 and fault.source:
        content["validation"] = {"source": "params" if fault.source == "query" else fault.source, "keys": [*fault.keys]}
    return Answer(fault.status, content, fault.basis, fault.headers)


def cost(job: Job) -> float:
    """Return the price of a job in US dollars, as far as its gates are known."""
    counts = job.stats.get("gate_counts", {"1q": 0, "2q": 0})
    return backend(job.backend).price(counts["1q"], counts["2q"], job.shots or 100, mitigated=debiased(job))


def debiased(job: Draft) -> bool:
    """Tell whether a job's circuits run as variants."""
    return job.details.get("debiased") is True


def iso(seconds: float | None) -> str | None:
    """Return a time as ``2026-10-01T12:00:00.000Z``."""
    if seconds is None:
        return None
    whole = math.floor(seconds)
    micro = min(999_999, round((seconds - whole) * 1_000_000))
    return f"{_second(whole)}.{micro // 1000:03d}Z"


@lru_cache(4096)
def _second(whole: int) -> str:
    return datetime.fromtimestamp(whole, UTC).strftime("%Y-%m-%dT%H:%M:%S")


def several(job: Draft) -> bool:
    """Tell whether a job was sent with a list of circuits, which may be gone by now."""
    return job.type == MULTI_CIRCUIT


def exact(job: Draft) -> bool:
    """Tell whether a job is computed without sampling."""
    return job.backend == "simulator" and (job.noise or {}).get("model", "ideal") == "ideal"


def entangler(machine: str) -> str:
    """Return the gate on two qubits that a machine has."""
    return "ms" if machine.removeprefix("qpu.").startswith(("aria", "harmony")) else "zz"


def page(call: Call, criteria: Filter) -> tuple[list[Job], str | None]:
    """Return one page of the list, newest first, and the cursor of the next.

    Raises:
        Fault: 400 for a limit below 1 or a cursor that this emulator did not make.
    """
    limit = call.query.get("limit", DEFAULT_LIMIT)
    if limit < 1:
        raise Fault(400, "'limit' must be at least 1", source="query", keys=["limit"], basis="assumed")
    limit = min(limit, MAX_LIMIT)
    before = None
    if "next" in call.query:
        before = call.core.ids.place(call.query["next"])
        if before is None:
            raise Fault(400, "'next' is no cursor of this list", source="query", keys=["next"], basis="assumed")
    found = call.core.store.find(call.owner.project, "ionq", evolve(criteria, before=before), limit + 1)
    shown = found[:limit]
    return shown, call.core.ids.cursor(shown[-1].seq) if len(found) > limit else None


def bulk(call: Call, identifiers: Sequence[str]) -> list[Job]:
    """Return the jobs of a bulk operation, all of them or none.

    Raises:
        Fault: 404 naming a job that does not exist.
    """
    return [call.job("ionq", identifier) for identifier in dict.fromkeys(identifiers)]


def probabilities(call: Call, job: Job) -> str:
    """Return the probabilities of a job as JSON text.

    Raises:
        Fault: 404 while there are none, and for a job of several circuits.
    """
    text = call.core.store.result(job.id, "probabilities") if job.finished else None
    if text is None:
        raise Fault(404, f"the job {job.id} has no results of this kind", source="path")
    return text


def counts(call: Call, job: Job) -> str:
    """Return the histogram of a sampled job as JSON text."""
    return call.core.store.result(job.id, "counts") or "{}"


def aggregate(call: Call, job: Job) -> str:
    """Return ``{child id: probabilities}`` in the order of the circuits, as JSON text; cancelled ones have none.

    Raises:
        Fault: 404 while there are none, and for a job of one circuit.
    """
    if not job.finished or not several(job):
        raise Fault(404, f"the job {job.id} has no aggregated results", source="path")
    found = ((child, call.core.store.result(child, "probabilities")) for child in job.children)
    return together({child: text for child, text in found if text is not None})


def together(results: Mapping[str, str]) -> str:
    """Return the results of several circuits as one JSON text; long ones are copied once."""
    members = (piece for name, text in results.items() for piece in (",", f'"{name}":', text))
    next(members, None)  # no comma before the first
    return "".join(("{", *members, "}"))
