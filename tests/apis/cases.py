"""The four bindings under test, with payloads of our own in the form that each service answers in."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from attrs import frozen
from qcontract.clients.asynchronous import AsyncClient, AsyncIonQ, AsyncQBraid
from qcontract.clients.sync import IonQ, QBraid, SyncClient

JOB, CHILD_1, CHILD_2 = (f"0199f000-0000-7000-8000-00000000000{digit}" for digit in "123")
DEVICE = "qbraid:qbraid:sim:qir-sv"
QRN = f"{DEVICE}-1a2b-qjob-0123456789abcdef01234567"

V03_JOB: dict[str, Any] = {
    "id": JOB,
    "name": "w state",
    "status": "completed",
    "target": "qpu.aria-1",
    "noise": {"model": "aria-1", "seed": 7},
    "metadata": {"experiment": "w", "run": 3},
    "shots": 500,
    "error_mitigation": {"debias": True},
    "gate_counts": {"1q": 5, "2q": 3},
    "qubits": 3,
    "cost_model": "quantum_compute_time",
    "cost_usd": 0.1,
    "request": 1768000000,
    "start": 1768000060,
    "response": 1768000067,
    "execution_time": 7012,
    "predicted_execution_time": 8500,
    "children": [CHILD_2, CHILD_1],
    "results_url": f"/v0.3/jobs/{JOB}/results",
    "failure": {"error": "the laser was off", "code": "QuantumComputerError"},
    "warning": {"messages": ["close to the limit"]},
    "circuits": 2,
    "dry_run": False,
    "type": "circuit",
    "submitted_by": "user-1",
    "project_id": CHILD_1,
    "registers": {"meas": [0, None, 1]},
    "settings": {"compilation": {"opt": 1}},
}

V04_JOB: dict[str, Any] = {
    "id": JOB,
    "status": "completed",
    "type": "ionq.circuit.v1",
    "backend": "qpu.forte-1",
    "dry_run": False,
    "submitter_id": "user-1",
    "project_id": CHILD_1,
    "parent_job_id": CHILD_2,
    "session_id": None,
    "metadata": {"experiment": "w"},
    "name": "w state",
    "submitted_at": "2026-10-02T08:00:00.250Z",
    "started_at": "2026-10-02T10:01:00.000+02:00",
    "completed_at": "2026-10-02T08:01:07.012Z",
    "predicted_wait_time_ms": 60000,
    "predicted_execution_duration_ms": 8500,
    "execution_duration_ms": 7012,
    "shots": 500,
    "noise": {"model": "forte-1", "seed": 7},
    "failure": {"code": "QuantumComputerError", "message": "the laser was off"},
    "output": {"compilation": {}},
    "settings": {"error_mitigation": {"debiasing": True}},
    "stats": {"qubits": 3, "circuits": 1, "gate_counts": {"1q": 5, "2q": 3}, "kwh": 0.25},
    "results": {"ionq.result.probabilities.json.v1": {"id": CHILD_1, "format": "x.v1", "media_type": "text/plain"}},
    "child_job_ids": None,
}

QBRAID_JOB: dict[str, Any] = {
    "name": "w state",
    "shots": 500,
    "deviceQrn": DEVICE,
    "tags": {"experiment": "w", "run": 3, "draft": True},
    "runtimeOptions": {"seed": 7},
    "jobQrn": QRN,
    "batchJobQrn": None,
    "vendor": "qbraid",
    "provider": "qbraid",
    "status": "COMPLETED",
    "statusMsg": None,
    "experimentType": "gate_model",
    "queuePosition": 4,
    "timeStamps": {
        "createdAt": "2026-02-09T08:00:00.250Z",
        "endedAt": "2026-02-09T08:00:07Z",
        "executionDuration": 7012,
    },
    "cost": 0.1,
    "estimatedCost": 0.5,
    "metadata": {},
    "device": {"qrn": DEVICE, "name": "state vector"},
    "numCircuits": 1,
}

ESTIMATE_OCTOBER = {
    "estimate_context": {"backend": "qpu.forte-1", "organization": None, "project": None},
    "estimated_at": "2026-10-02T08:00:00.250Z",
    "estimated_unit": "USD",
    "rate_card": {"id": "card", "rates": [{"sku": "a", "unit": "gates", "cost_1q_gate": 0.1}]},
    "estimated_total_cost": 12.3,
    "estimated_execution_time": 1000,
    "current_predicted_queue_time": 2000,
}
ESTIMATE_MAY = {
    "estimated_at": "2026-05-16T08:00:00.250Z",
    "cost_unit": "USD",
    "estimated_cost": 12.3,
    "estimated_execution_time": 1.0,
    "current_predicted_queue_time": 2.0,
}
PRICED = {"pricingAvailable": True, "estimatedCost": 0.125, "deviceQrn": DEVICE, "shots": 1000}


@frozen(eq=False)
class Case:
    """One binding: how it is reached, and what its service answers.

    `at` is where a job stands in an answer for one job; `wrap` makes that answer out of a job, `page` that of a list.
    """

    contract: str
    package: str
    client: type[SyncClient]
    async_client: type[AsyncClient]
    prefix: str
    job_id: str
    payload: dict[str, Any]
    at: str
    list_at: str
    schema: str
    wrap: Callable[[Any], Any]
    page: Callable[..., Any]
    receipt: Any
    created: int
    result: Any
    backend: Any
    backends: Any
    canceled: Any
    deleted: Any
    priced_backend: str
    estimate: Any = None
    cancel_status: int = 200

    def __str__(self) -> str:
        return self.contract

    @property
    def api(self) -> str:
        return self.contract.partition("@")[0]

    def job(self, **changes: Any) -> dict[str, Any]:
        return {**copy.deepcopy(self.payload), **changes}

    def one(self, **changes: Any) -> Any:
        """The answer for one job."""
        return self.wrap(self.job(**changes))


def enveloped(data: Any) -> dict[str, Any]:
    return {"success": True, "data": data}


def qbraid_page(jobs: list[Any], page: int = 1, *, more: bool = False) -> dict[str, Any]:
    numbers = {"page": page, "limit": 50, "total": len(jobs), "totalPages": page + more}
    return {**enveloped(jobs), "pagination": {**numbers, "hasNext": more, "hasPrev": page > 1}}


def ionq_page(jobs: list[Any], following: str | None = None) -> dict[str, Any]:
    return {"jobs": jobs, "next": following}


_V03_BACKEND = {
    "backend": "qpu.aria-1",
    "status": "available",
    "qubits": 25,
    "average_queue_time": 136598879,
    "last_updated": 1768000000,
    "degraded": False,
}
_V04_BACKEND = {
    "backend": "simulator",
    "status": "available",
    "qubits": 29,
    "average_queue_time": 1500,
    "last_updated": "2026-10-02T08:00:00Z",
}
_DEVICE = {"name": "state vector", "qrn": DEVICE, "status": "ONLINE", "deviceType": "SIMULATOR", "numberQubits": 30}


def _ionq_v04(label: str, schema: str, estimate: Any) -> Case:
    return Case(
        contract=f"ionq-v0.4@{label}",
        package=f"ionq_v0_4_{label.replace('-', '_')}",
        client=IonQ,
        async_client=AsyncIonQ,
        prefix="/v0.4",
        job_id=JOB,
        payload=V04_JOB,
        at="",
        list_at="/jobs",
        schema=schema,
        wrap=lambda job: job,
        page=ionq_page,
        receipt={"id": JOB, "status": "submitted", "session_id": None},
        created=201,
        result={"1": 0.75, "4": 2.5e-1},
        backend=_V04_BACKEND,
        backends=[_V04_BACKEND],
        canceled={"id": JOB, "status": "canceled"},
        deleted={"id": JOB, "status": "deleted"},
        priced_backend="qpu.forte-1",
        estimate=estimate,
    )


V03 = Case(
    contract="ionq-v0.3@2026-05-06",
    package="ionq_v0_3_2026_05_06",
    client=IonQ,
    async_client=AsyncIonQ,
    prefix="/v0.3",
    job_id=JOB,
    payload=V03_JOB,
    at="",
    list_at="/jobs",
    schema="Job",
    wrap=lambda job: job,
    page=ionq_page,
    receipt={"id": JOB, "status": "ready", "request": 1768000000},
    created=200,
    result={"1": 0.75, "4": 2.5e-1},
    backend=None,
    backends=[_V03_BACKEND],
    canceled={"id": JOB, "status": "canceled"},
    deleted={"id": JOB, "status": "deleted"},
    priced_backend="qpu.aria-1",
)
MAY = _ionq_v04("2026-05-15", "GetCircuitJobResponse", ESTIMATE_MAY)
OCTOBER = _ionq_v04("2026-10-01", "SingleCircuitJob", ESTIMATE_OCTOBER)
QBRAID = Case(
    contract="qbraid-v2@2026-02-08",
    package="qbraid_v2_2026_02_08",
    client=QBraid,
    async_client=AsyncQBraid,
    prefix="",
    job_id=QRN,
    payload=QBRAID_JOB,
    at="/data",
    list_at="/data",
    schema="RuntimeJob",
    wrap=enveloped,
    page=qbraid_page,
    receipt=enveloped({"jobQrn": QRN, "status": "INITIALIZING"}),
    created=201,
    result=enveloped(
        {"status": "COMPLETED", "cost": "0E-33", "resultData": {"measurementCounts": {"001": 3, "100": 1}}}
    ),
    backend=enveloped(_DEVICE),
    backends=enveloped([_DEVICE]),
    canceled=enveloped({"message": "on its way", "jobQrn": QRN, "status": "CANCELLING"}),
    deleted=enveloped({"message": "gone"}),
    priced_backend="aws:iqm:qpu:garnet",
    estimate=enveloped(PRICED),
    cancel_status=202,
)
CASES = (V03, MAY, OCTOBER, QBRAID)
IONQ_V04 = (MAY, OCTOBER)
