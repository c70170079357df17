"""The classes of the contract's components, each imported when it is first asked for."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .backend import Backend
    from .backend_status import BackendStatus
    from .bad_request_error import BadRequestError
    from .bad_request_error_validation import BadRequestErrorValidation
    from .cancel_job_response_200 import CancelJobResponse200
    from .cancel_job_response_200_status import CancelJobResponse200Status
    from .cancel_many_jobs_body import CancelManyJobsBody
    from .cancel_many_jobs_response_200 import CancelManyJobsResponse200
    from .cancel_many_jobs_response_200_status import CancelManyJobsResponse200Status
    from .characterization import Characterization
    from .characterization_fidelity import CharacterizationFidelity
    from .characterization_timing import CharacterizationTiming
    from .create_job_request import CreateJobRequest
    from .create_job_response import CreateJobResponse
    from .create_job_response_status import CreateJobResponseStatus
    from .delete_job_response_200 import DeleteJobResponse200
    from .delete_job_response_200_status import DeleteJobResponse200Status
    from .delete_many_jobs_response_200 import DeleteManyJobsResponse200
    from .delete_many_jobs_response_200_status import DeleteManyJobsResponse200Status
    from .error import Error
    from .error_mitigation import ErrorMitigation
    from .fidelity import Fidelity
    from .gate import Gate
    from .gateset import Gateset
    from .get_backends_status import GetBackendsStatus
    from .get_characterizations_for_backend_response_200 import GetCharacterizationsForBackendResponse200
    from .get_jobs_response_200 import GetJobsResponse200
    from .job import Job
    from .job_cost_model import JobCostModel
    from .job_failure import JobFailure
    from .job_gate_counts import JobGateCounts
    from .job_input import JobInput
    from .job_input_circuit import JobInputCircuit
    from .job_settings import JobSettings
    from .job_warning import JobWarning
    from .metadata import Metadata
    from .multi_circuit_probabilities import MultiCircuitProbabilities
    from .native_gate_name import NativeGateName
    from .noise import Noise
    from .noise_model import NoiseModel
    from .org_report import OrgReport
    from .org_report_members_item import OrgReportMembersItem
    from .org_report_qpus_item import OrgReportQpusItem
    from .probabilities import Probabilities
    from .qis_gate_name import QisGateName
    from .qpu_target import QpuTarget
    from .registers import Registers
    from .status import Status
    from .target import Target
    from .unknown_variant import UnknownVariant

_MODULES = {
    "Backend": ".backend",
    "BackendStatus": ".backend_status",
    "BadRequestError": ".bad_request_error",
    "BadRequestErrorValidation": ".bad_request_error_validation",
    "CancelJobResponse200": ".cancel_job_response_200",
    "CancelJobResponse200Status": ".cancel_job_response_200_status",
    "CancelManyJobsBody": ".cancel_many_jobs_body",
    "CancelManyJobsResponse200": ".cancel_many_jobs_response_200",
    "CancelManyJobsResponse200Status": ".cancel_many_jobs_response_200_status",
    "Characterization": ".characterization",
    "CharacterizationFidelity": ".characterization_fidelity",
    "CharacterizationTiming": ".characterization_timing",
    "CreateJobRequest": ".create_job_request",
    "CreateJobResponse": ".create_job_response",
    "CreateJobResponseStatus": ".create_job_response_status",
    "DeleteJobResponse200": ".delete_job_response_200",
    "DeleteJobResponse200Status": ".delete_job_response_200_status",
    "DeleteManyJobsResponse200": ".delete_many_jobs_response_200",
    "DeleteManyJobsResponse200Status": ".delete_many_jobs_response_200_status",
    "Error": ".error",
    "ErrorMitigation": ".error_mitigation",
    "Fidelity": ".fidelity",
    "Gate": ".gate",
    "Gateset": ".gateset",
    "GetBackendsStatus": ".get_backends_status",
    "GetCharacterizationsForBackendResponse200": ".get_characterizations_for_backend_response_200",
    "GetJobsResponse200": ".get_jobs_response_200",
    "Job": ".job",
    "JobCostModel": ".job_cost_model",
    "JobFailure": ".job_failure",
    "JobGateCounts": ".job_gate_counts",
    "JobInput": ".job_input",
    "JobInputCircuit": ".job_input_circuit",
    "JobSettings": ".job_settings",
    "JobWarning": ".job_warning",
    "Metadata": ".metadata",
    "MultiCircuitProbabilities": ".multi_circuit_probabilities",
    "NativeGateName": ".native_gate_name",
    "Noise": ".noise",
    "NoiseModel": ".noise_model",
    "OrgReport": ".org_report",
    "OrgReportMembersItem": ".org_report_members_item",
    "OrgReportQpusItem": ".org_report_qpus_item",
    "Probabilities": ".probabilities",
    "QisGateName": ".qis_gate_name",
    "QpuTarget": ".qpu_target",
    "Registers": ".registers",
    "Status": ".status",
    "Target": ".target",
    "UnknownVariant": ".unknown_variant",
}

__all__ = (
    "Backend",
    "BackendStatus",
    "BadRequestError",
    "BadRequestErrorValidation",
    "CancelJobResponse200",
    "CancelJobResponse200Status",
    "CancelManyJobsBody",
    "CancelManyJobsResponse200",
    "CancelManyJobsResponse200Status",
    "Characterization",
    "CharacterizationFidelity",
    "CharacterizationTiming",
    "CreateJobRequest",
    "CreateJobResponse",
    "CreateJobResponseStatus",
    "DeleteJobResponse200",
    "DeleteJobResponse200Status",
    "DeleteManyJobsResponse200",
    "DeleteManyJobsResponse200Status",
    "Error",
    "ErrorMitigation",
    "Fidelity",
    "Gate",
    "Gateset",
    "GetBackendsStatus",
    "GetCharacterizationsForBackendResponse200",
    "GetJobsResponse200",
    "Job",
    "JobCostModel",
    "JobFailure",
    "JobGateCounts",
    "JobInput",
    "JobInputCircuit",
    "JobSettings",
    "JobWarning",
    "Metadata",
    "MultiCircuitProbabilities",
    "NativeGateName",
    "Noise",
    "NoiseModel",
    "OrgReport",
    "OrgReportMembersItem",
    "OrgReportQpusItem",
    "Probabilities",
    "QisGateName",
    "QpuTarget",
    "Registers",
    "Status",
    "Target",
    "UnknownVariant",
)

# Type checkers see the imports above, so that a misspelt name stays an error for them.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        try:
            module = importlib.import_module(_MODULES[name], __name__)
        except KeyError:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}") from None
        value = globals()[name] = getattr(module, name)
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
