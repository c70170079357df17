"""What IonQ's API versions have in common: keys, errors, backends, and how a circuit becomes an order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from attrs import frozen

from qcontract.contract.jsonvalue import is_array, is_object

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
    "circuits",
    "cost",
    "exact",
    "iso",
    "key",
    "page",
    "probabilities",
    "refusal",
    "submit",
]

CIRCUIT: Final = "ionq.circuit.v1"
QASM3: Final = "ionq.qasm3.v1"
MULTI_CIRCUIT: Final = "ionq.multi-circuit.v1"

MAX_GATES: Final = 150_000
"""Largest number of gates in all circuits of one job."""

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

_EMULATED_QUBITS: Final = 29


def backend(name: str) -> Backend:
    """Return a backend.

    Raises:
        Fault: 404 when there is none of that name.
    """
    for one in BACKENDS:
        if one.name == name:
            return one
    raise Fault(404, f"there is no backend {name[:60]!r}", source="path", basis="assumed")


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
    return backend(job.backend).price(counts["1q"], counts["2q"], job.shots or 100)


def iso(seconds: float | None) -> str | None:
    """Return a time as ``2026-10-01T12:00:00.000Z``."""
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def exact(job: Draft) -> bool:
    """Tell whether a job is computed without sampling."""
    return job.backend == "simulator" and (job.noise or {}).get("model", "ideal") == "ideal"


def circuits(input_: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Return the circuits of a multi-circuit input, each with what it inherits; None if there is no array of them.

    Raises:
        Fault: 400 when both forms are given, or there are too many gates.
    """
    found = input_.get("circuits")
    if not is_array(found):
        return None
    if "circuit" in input_:
        raise Fault(400, "give 'circuit' or 'circuits', not both", source="body", keys=["input.circuit"])
    if not all(is_object(one) for one in found):
        raise Fault(400, "each of 'circuits' must be an object", source="body", keys=["input.circuits"])
    inherited = {name: input_[name] for name in ("gateset", "qubits") if name in input_}
    gates = sum(len(one["circuit"]) for one in found if is_array(one.get("circuit")))
    if gates > MAX_GATES:
        raise Fault(400, f"a job has at most {MAX_GATES} gates", source="body", keys=["input.circuits"])
    return [{**inherited, **one} for one in found]


def submit(call: Call, draft: Mapping[str, Any], program: Mapping[str, Any]) -> Draft:
    """Keep a job, with a job for each of its circuits if it has several, and return it.

    Args:
        call: The submission.
        draft: Members of the job's :class:`Draft` beside its id and owner.
        program: IonQ's ``input`` object.
    """
    several = circuits(program) if draft["type"] == MULTI_CIRCUIT else None
    first = call.core.store.reserve(1 + len(several or ()))
    project = call.owner.project
    job = Draft(**draft, vendor="ionq", project=project, id=call.core.ids.job(first), program=dict(program))
    children = [_child(call, job, first + 1 + place, one) for place, one in enumerate(several or ())]
    sources = several if several is not None else [dict(program)]
    call.core.submit(job, children, {"circuits": [_source(job, one) for one in sources], **_mode(job)})
    return job


def _child(call: Call, parent: Draft, number: int, circuit: Mapping[str, Any]) -> Draft:
    return Draft(
        id=call.core.ids.job(number),
        vendor="ionq",
        project=parent.project,
        type=CIRCUIT,
        backend=parent.backend,
        name=circuit.get("name"),
        metadata=None,
        shots=parent.shots,
        noise=parent.noise,
        session=parent.session,
        dry_run=parent.dry_run,
        details=parent.details,
        program=circuit,
    )


def _source(job: Draft, circuit: Mapping[str, Any]) -> dict[str, Any]:
    """Return one circuit as a worker reads it."""
    if job.type not in (CIRCUIT, QASM3, MULTI_CIRCUIT):
        return {"format": job.type, "program": None}
    if job.type == QASM3 or circuit.get("format") in ("qasm", "qasm2", "qasm3"):
        return {"format": "qasm", "program": circuit.get("data")}
    declared = str(circuit.get("format", "ionq.circuit.v0"))
    return {"format": "ionq" if declared.startswith("ionq.circuit") else declared, "program": circuit}


def _mode(job: Draft) -> dict[str, Any]:
    """Return how a job is run: exactly, with a noise model, or as counts on an emulated machine."""
    qubits = min(backend(job.backend).qubits, _EMULATED_QUBITS)
    common = {"max_qubits": qubits, "shots": job.shots or 100, "all_qubits": True}
    if job.backend != "simulator":
        return {**common, "mode": "counts"}
    if exact(job):
        return {**common, "mode": "exact"}
    noise = job.noise or {}
    seeded = {"seed": noise["seed"] % (1 << 32)} if isinstance(noise.get("seed"), int) else {}
    return {**common, "mode": "noisy", "model": str(noise.get("model")), **seeded}


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
    place = Filter(
        **{name: getattr(criteria, name) for name in ("ids", "parent", "statuses", "backends", "session")},
        before=before,
    )
    found = call.core.store.find(call.owner.project, "ionq", place, limit + 1)
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


def aggregate(call: Call, job: Job) -> str:
    """Return ``{child id: probabilities}`` in the order of the circuits, as JSON text.

    Raises:
        Fault: 404 while there are none, and for a job of one circuit.
    """
    if not job.finished or not job.children:
        raise Fault(404, f"the job {job.id} has no aggregated results", source="path")
    parts = (f'"{child}":{call.core.store.result(child, "probabilities") or "null"}' for child in job.children)
    return "{" + ",".join(parts) + "}"
