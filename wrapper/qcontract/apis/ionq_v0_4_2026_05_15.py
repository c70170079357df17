"""IonQ v0.4 as of 2026-05-15."""

from __future__ import annotations

from types import ModuleType
from typing import Final

from qcontract_api.ionq_v0_4_2026_05_15.api.backends import get_backend, get_backends
from qcontract_api.ionq_v0_4_2026_05_15.api.default import (
    cancel_job,
    cancel_jobs,
    create_job,
    delete_job,
    delete_jobs,
    estimate_job_cost,
    get_job,
    get_job_aggregated_probabilities,
    get_job_probabilities,
    get_jobs,
)
from qcontract_api.ionq_v0_4_2026_05_15.models import (
    CircuitJobCreationPayload,
    JobsBulkOperationRequest,
    JobStatus,
    MultiCircuitJobCreationPayload,
)

from qcontract.apis.binding import Bound
from qcontract.apis.ionq_v0_4 import IonQV04

__all__ = ["SERVICE"]

_CONTRACT = "ionq-v0.4@2026-05-15"


def _bound(operation_id: str, module: ModuleType, *, safe: bool = True) -> Bound[...]:
    return Bound(f"{_CONTRACT} {operation_id}", module._get_kwargs, module._parse_response, safe)


SERVICE: Final = IonQV04(
    contract=_CONTRACT,
    create=_bound("CreateJob", create_job, safe=False),
    read=_bound("GetJob", get_job),
    list_jobs=_bound("GetJobs", get_jobs),
    probabilities=_bound("GetJobProbabilities", get_job_probabilities),
    aggregated=_bound("GetJobAggregatedProbabilities", get_job_aggregated_probabilities),
    cancel_one=_bound("CancelJob", cancel_job),
    cancel_many=_bound("CancelJobs", cancel_jobs),
    delete_one=_bound("DeleteJob", delete_job),
    delete_many=_bound("DeleteJobs", delete_jobs),
    list_backends=_bound("getBackends", get_backends),
    read_backend=_bound("getBackend", get_backend),
    estimate_cost=_bound("EstimateJobCost", estimate_job_cost),
    payloads={
        "ionq.circuit.v1": CircuitJobCreationPayload,
        "ionq.multi-circuit.v1": MultiCircuitJobCreationPayload,
    },
    status_word=JobStatus,
    bulk=JobsBulkOperationRequest,
)
