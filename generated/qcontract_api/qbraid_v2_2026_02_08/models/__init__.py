"""The classes of the contract's components, each imported when it is first asked for."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .batch_result import BatchResult
    from .calibration_response import CalibrationResponse
    from .cancel_job_response import CancelJobResponse
    from .cancel_job_response_data import CancelJobResponseData
    from .cost_estimate_priced import CostEstimatePriced
    from .cost_estimate_response import CostEstimateResponse
    from .cost_estimate_unpriced import CostEstimateUnpriced
    from .create_group_request import CreateGroupRequest
    from .create_group_request_metadata import CreateGroupRequestMetadata
    from .create_group_request_tags import CreateGroupRequestTags
    from .create_job_response import CreateJobResponse
    from .credit_balance import CreditBalance
    from .credit_balance_response import CreditBalanceResponse
    from .delete_job_response import DeleteJobResponse
    from .delete_job_response_data import DeleteJobResponseData
    from .delete_multiple_jobs_response import DeleteMultipleJobsResponse
    from .delete_multiple_jobs_response_data import DeleteMultipleJobsResponseData
    from .delete_multiple_jobs_response_data_failed_ids import DeleteMultipleJobsResponseDataFailedIds
    from .device_calibration import DeviceCalibration
    from .device_calibration_edges import DeviceCalibrationEdges
    from .device_calibration_edges_additional_property import DeviceCalibrationEdgesAdditionalProperty
    from .device_calibration_qubits import DeviceCalibrationQubits
    from .device_pricing import DevicePricing
    from .device_status import DeviceStatus
    from .error_body import ErrorBody
    from .error_detail import ErrorDetail
    from .experiment_type import ExperimentType
    from .get_all_devices_devices_get_device_type import GetAllDevicesDevicesGetDeviceType
    from .get_all_devices_devices_get_sort_by import GetAllDevicesDevicesGetSortBy
    from .get_all_devices_devices_get_sort_order import GetAllDevicesDevicesGetSortOrder
    from .get_all_devices_devices_get_vendor import GetAllDevicesDevicesGetVendor
    from .get_all_jobs_jobs_get_status_group import GetAllJobsJobsGetStatusGroup
    from .get_all_jobs_jobs_get_vendor import GetAllJobsJobsGetVendor
    from .get_device_response import GetDeviceResponse
    from .get_devices_response import GetDevicesResponse
    from .get_job_program_response import GetJobProgramResponse
    from .get_job_response import GetJobResponse
    from .get_job_result_response import GetJobResultResponse
    from .get_jobs_response import GetJobsResponse
    from .group_job import GroupJob
    from .group_job_metadata import GroupJobMetadata
    from .group_job_status import GroupJobStatus
    from .group_job_tags import GroupJobTags
    from .group_jobs_response import GroupJobsResponse
    from .group_response import GroupResponse
    from .http_validation_error import HTTPValidationError
    from .job_device import JobDevice
    from .job_receipt import JobReceipt
    from .job_request import JobRequest
    from .job_request_runtime_options import JobRequestRuntimeOptions
    from .job_request_tags import JobRequestTags
    from .job_status import JobStatus
    from .job_status_counts_response import JobStatusCountsResponse
    from .job_status_counts_response_data import JobStatusCountsResponseData
    from .job_summary_response import JobSummaryResponse
    from .job_summary_response_data import JobSummaryResponseData
    from .list_groups_response import ListGroupsResponse
    from .list_job_groups_status import ListJobGroupsStatus
    from .pagination import Pagination
    from .program import Program
    from .providers_response import ProvidersResponse
    from .providers_response_data import ProvidersResponseData
    from .qubit_calibration import QubitCalibration
    from .qubit_calibration_gate_error import QubitCalibrationGateError
    from .response_meta import ResponseMeta
    from .result import Result
    from .result_result_data import ResultResultData
    from .runtime_device import RuntimeDevice
    from .runtime_device_device_type import RuntimeDeviceDeviceType
    from .runtime_device_pricing_model_type_0 import RuntimeDevicePricingModelType0
    from .runtime_device_topology import RuntimeDeviceTopology
    from .runtime_job import RuntimeJob
    from .runtime_job_gcs_destination import RuntimeJobGcsDestination
    from .runtime_job_metadata import RuntimeJobMetadata
    from .runtime_job_runtime_options import RuntimeJobRuntimeOptions
    from .runtime_job_tags import RuntimeJobTags
    from .runtime_provider import RuntimeProvider
    from .runtime_provider_assets import RuntimeProviderAssets
    from .runtime_provider_logo import RuntimeProviderLogo
    from .time_stamps import TimeStamps
    from .unknown_variant import UnknownVariant
    from .validation_error import ValidationError

_MODULES = {
    "BatchResult": ".batch_result",
    "CalibrationResponse": ".calibration_response",
    "CancelJobResponse": ".cancel_job_response",
    "CancelJobResponseData": ".cancel_job_response_data",
    "CostEstimatePriced": ".cost_estimate_priced",
    "CostEstimateResponse": ".cost_estimate_response",
    "CostEstimateUnpriced": ".cost_estimate_unpriced",
    "CreateGroupRequest": ".create_group_request",
    "CreateGroupRequestMetadata": ".create_group_request_metadata",
    "CreateGroupRequestTags": ".create_group_request_tags",
    "CreateJobResponse": ".create_job_response",
    "CreditBalance": ".credit_balance",
    "CreditBalanceResponse": ".credit_balance_response",
    "DeleteJobResponse": ".delete_job_response",
    "DeleteJobResponseData": ".delete_job_response_data",
    "DeleteMultipleJobsResponse": ".delete_multiple_jobs_response",
    "DeleteMultipleJobsResponseData": ".delete_multiple_jobs_response_data",
    "DeleteMultipleJobsResponseDataFailedIds": ".delete_multiple_jobs_response_data_failed_ids",
    "DeviceCalibration": ".device_calibration",
    "DeviceCalibrationEdges": ".device_calibration_edges",
    "DeviceCalibrationEdgesAdditionalProperty": ".device_calibration_edges_additional_property",
    "DeviceCalibrationQubits": ".device_calibration_qubits",
    "DevicePricing": ".device_pricing",
    "DeviceStatus": ".device_status",
    "ErrorBody": ".error_body",
    "ErrorDetail": ".error_detail",
    "ExperimentType": ".experiment_type",
    "GetAllDevicesDevicesGetDeviceType": ".get_all_devices_devices_get_device_type",
    "GetAllDevicesDevicesGetSortBy": ".get_all_devices_devices_get_sort_by",
    "GetAllDevicesDevicesGetSortOrder": ".get_all_devices_devices_get_sort_order",
    "GetAllDevicesDevicesGetVendor": ".get_all_devices_devices_get_vendor",
    "GetAllJobsJobsGetStatusGroup": ".get_all_jobs_jobs_get_status_group",
    "GetAllJobsJobsGetVendor": ".get_all_jobs_jobs_get_vendor",
    "GetDeviceResponse": ".get_device_response",
    "GetDevicesResponse": ".get_devices_response",
    "GetJobProgramResponse": ".get_job_program_response",
    "GetJobResponse": ".get_job_response",
    "GetJobResultResponse": ".get_job_result_response",
    "GetJobsResponse": ".get_jobs_response",
    "GroupJob": ".group_job",
    "GroupJobMetadata": ".group_job_metadata",
    "GroupJobStatus": ".group_job_status",
    "GroupJobTags": ".group_job_tags",
    "GroupJobsResponse": ".group_jobs_response",
    "GroupResponse": ".group_response",
    "HTTPValidationError": ".http_validation_error",
    "JobDevice": ".job_device",
    "JobReceipt": ".job_receipt",
    "JobRequest": ".job_request",
    "JobRequestRuntimeOptions": ".job_request_runtime_options",
    "JobRequestTags": ".job_request_tags",
    "JobStatus": ".job_status",
    "JobStatusCountsResponse": ".job_status_counts_response",
    "JobStatusCountsResponseData": ".job_status_counts_response_data",
    "JobSummaryResponse": ".job_summary_response",
    "JobSummaryResponseData": ".job_summary_response_data",
    "ListGroupsResponse": ".list_groups_response",
    "ListJobGroupsStatus": ".list_job_groups_status",
    "Pagination": ".pagination",
    "Program": ".program",
    "ProvidersResponse": ".providers_response",
    "ProvidersResponseData": ".providers_response_data",
    "QubitCalibration": ".qubit_calibration",
    "QubitCalibrationGateError": ".qubit_calibration_gate_error",
    "ResponseMeta": ".response_meta",
    "Result": ".result",
    "ResultResultData": ".result_result_data",
    "RuntimeDevice": ".runtime_device",
    "RuntimeDeviceDeviceType": ".runtime_device_device_type",
    "RuntimeDevicePricingModelType0": ".runtime_device_pricing_model_type_0",
    "RuntimeDeviceTopology": ".runtime_device_topology",
    "RuntimeJob": ".runtime_job",
    "RuntimeJobGcsDestination": ".runtime_job_gcs_destination",
    "RuntimeJobMetadata": ".runtime_job_metadata",
    "RuntimeJobRuntimeOptions": ".runtime_job_runtime_options",
    "RuntimeJobTags": ".runtime_job_tags",
    "RuntimeProvider": ".runtime_provider",
    "RuntimeProviderAssets": ".runtime_provider_assets",
    "RuntimeProviderLogo": ".runtime_provider_logo",
    "TimeStamps": ".time_stamps",
    "UnknownVariant": ".unknown_variant",
    "ValidationError": ".validation_error",
}

__all__ = (
    "BatchResult",
    "CalibrationResponse",
    "CancelJobResponse",
    "CancelJobResponseData",
    "CostEstimatePriced",
    "CostEstimateResponse",
    "CostEstimateUnpriced",
    "CreateGroupRequest",
    "CreateGroupRequestMetadata",
    "CreateGroupRequestTags",
    "CreateJobResponse",
    "CreditBalance",
    "CreditBalanceResponse",
    "DeleteJobResponse",
    "DeleteJobResponseData",
    "DeleteMultipleJobsResponse",
    "DeleteMultipleJobsResponseData",
    "DeleteMultipleJobsResponseDataFailedIds",
    "DeviceCalibration",
    "DeviceCalibrationEdges",
    "DeviceCalibrationEdgesAdditionalProperty",
    "DeviceCalibrationQubits",
    "DevicePricing",
    "DeviceStatus",
    "ErrorBody",
    "ErrorDetail",
    "ExperimentType",
    "GetAllDevicesDevicesGetDeviceType",
    "GetAllDevicesDevicesGetSortBy",
    "GetAllDevicesDevicesGetSortOrder",
    "GetAllDevicesDevicesGetVendor",
    "GetAllJobsJobsGetStatusGroup",
    "GetAllJobsJobsGetVendor",
    "GetDeviceResponse",
    "GetDevicesResponse",
    "GetJobProgramResponse",
    "GetJobResponse",
    "GetJobResultResponse",
    "GetJobsResponse",
    "GroupJob",
    "GroupJobMetadata",
    "GroupJobsResponse",
    "GroupJobStatus",
    "GroupJobTags",
    "GroupResponse",
    "HTTPValidationError",
    "JobDevice",
    "JobReceipt",
    "JobRequest",
    "JobRequestRuntimeOptions",
    "JobRequestTags",
    "JobStatus",
    "JobStatusCountsResponse",
    "JobStatusCountsResponseData",
    "JobSummaryResponse",
    "JobSummaryResponseData",
    "ListGroupsResponse",
    "ListJobGroupsStatus",
    "Pagination",
    "Program",
    "ProvidersResponse",
    "ProvidersResponseData",
    "QubitCalibration",
    "QubitCalibrationGateError",
    "ResponseMeta",
    "Result",
    "ResultResultData",
    "RuntimeDevice",
    "RuntimeDeviceDeviceType",
    "RuntimeDevicePricingModelType0",
    "RuntimeDeviceTopology",
    "RuntimeJob",
    "RuntimeJobGcsDestination",
    "RuntimeJobMetadata",
    "RuntimeJobRuntimeOptions",
    "RuntimeJobTags",
    "RuntimeProvider",
    "RuntimeProviderAssets",
    "RuntimeProviderLogo",
    "TimeStamps",
    "UnknownVariant",
    "ValidationError",
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
