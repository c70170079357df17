"""The classes of the contract's components, each imported when it is first asked for."""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .add_job_results_payload import AddJobResultsPayload
    from .add_job_results_response import AddJobResultsResponse
    from .aggregation_artifact_descriptor import AggregationArtifactDescriptor
    from .aggregations_output import AggregationsOutput
    from .ansatz import Ansatz
    from .api_cost_model import ApiCostModel
    from .artifact_descriptor import ArtifactDescriptor
    from .backend import Backend
    from .bad_request_error import BadRequestError
    from .base_job import BaseJob
    from .characterization import Characterization
    from .characterization_fidelity import CharacterizationFidelity
    from .characterization_fidelity_spam import CharacterizationFidelitySpam
    from .characterization_timing import CharacterizationTiming
    from .child_circuit_probabilities import ChildCircuitProbabilities
    from .circuit_formats_catalog import CircuitFormatsCatalog
    from .circuit_job_compilation_settings import CircuitJobCompilationSettings
    from .circuit_job_creation_payload import CircuitJobCreationPayload
    from .circuit_job_creation_payload_settings import CircuitJobCreationPayloadSettings
    from .circuit_job_creation_payload_settings_error_mitigation import CircuitJobCreationPayloadSettingsErrorMitigation
    from .circuit_job_creation_payload_type import CircuitJobCreationPayloadType
    from .circuit_job_error_mitigation_settings import CircuitJobErrorMitigationSettings
    from .circuit_job_output import CircuitJobOutput
    from .circuit_job_results import CircuitJobResults
    from .circuit_job_settings import CircuitJobSettings
    from .circuit_job_stats import CircuitJobStats
    from .clone_job_payload import CloneJobPayload
    from .clone_job_payload_settings import CloneJobPayloadSettings
    from .clone_job_payload_settings_error_mitigation import CloneJobPayloadSettingsErrorMitigation
    from .compilation_output import CompilationOutput
    from .compiled_circuits import CompiledCircuits
    from .create_session_request import CreateSessionRequest
    from .debiasing_output import DebiasingOutput
    from .error import Error
    from .error_mitigation_output import ErrorMitigationOutput
    from .error_mitigation_output_symmetry_verification_type_0 import ErrorMitigationOutputSymmetryVerificationType0
    from .failure import Failure
    from .failure_code import FailureCode
    from .format_schema_document import FormatSchemaDocument
    from .formats import Formats
    from .gate_native_gate import GateNativeGate
    from .gate_qis_gate import GateQisGate
    from .generic_quantum_function_input import GenericQuantumFunctionInput
    from .generic_quantum_function_input_data import GenericQuantumFunctionInputData
    from .get_characterizations_for_backend_response_200 import GetCharacterizationsForBackendResponse200
    from .get_job_cost_response import GetJobCostResponse
    from .get_job_cost_response_cost import GetJobCostResponseCost
    from .get_job_cost_response_estimated_cost import GetJobCostResponseEstimatedCost
    from .get_job_estimate_context import GetJobEstimateContext
    from .get_job_estimate_query_params import GetJobEstimateQueryParams
    from .get_job_estimate_response import GetJobEstimateResponse
    from .get_job_estimate_response_rate_card import GetJobEstimateResponseRateCard
    from .get_jobs_query_params import GetJobsQueryParams
    from .get_jobs_response import GetJobsResponse
    from .get_results_response import GetResultsResponse
    from .get_sessions_query_params import GetSessionsQueryParams
    from .group_by import GroupBy
    from .group_usage import GroupUsage
    from .hamiltonian_energy_data import HamiltonianEnergyData
    from .hamiltonian_energy_input import HamiltonianEnergyInput
    from .hamiltonian_energy_input_data import HamiltonianEnergyInputData
    from .hamiltonian_energy_input_data_type import HamiltonianEnergyInputDataType
    from .hamiltonian_pauli_term import HamiltonianPauliTerm
    from .ionq_native_v1 import IonqNativeV1
    from .ionq_result_histogram_json_v1 import IonqResultHistogramJsonV1
    from .ionq_result_histogram_json_v2 import IonqResultHistogramJsonV2
    from .ionq_result_probabilities_aggregate_json_v1 import IonqResultProbabilitiesAggregateJsonV1
    from .ionq_result_probabilities_json_v1 import IonqResultProbabilitiesJsonV1
    from .ionq_result_probabilities_json_v2 import IonqResultProbabilitiesJsonV2
    from .ionq_result_shots_json_v2 import IonqResultShotsJsonV2
    from .job_canceled_response import JobCanceledResponse
    from .job_canceled_response_status import JobCanceledResponseStatus
    from .job_creation_response import JobCreationResponse
    from .job_deleted_response import JobDeletedResponse
    from .job_deleted_response_status import JobDeletedResponseStatus
    from .job_metadata import JobMetadata
    from .job_q_ctrl_status import JobQCtrlStatus
    from .job_status import JobStatus
    from .jobs_bulk_operation_request import JobsBulkOperationRequest
    from .jobs_canceled_response import JobsCanceledResponse
    from .jobs_canceled_response_status import JobsCanceledResponseStatus
    from .jobs_deleted_response import JobsDeletedResponse
    from .jobs_deleted_response_status import JobsDeletedResponseStatus
    from .json_multi_circuit_input import JsonMultiCircuitInput
    from .json_multi_circuit_input_gateset import JsonMultiCircuitInputGateset
    from .json_object import JsonObject
    from .linear_constraint import LinearConstraint
    from .modality import Modality
    from .multi_circuit_job import MultiCircuitJob
    from .multi_circuit_job_creation_payload import MultiCircuitJobCreationPayload
    from .multi_circuit_job_creation_payload_settings import MultiCircuitJobCreationPayloadSettings
    from .multi_circuit_job_creation_payload_settings_error_mitigation import (
        MultiCircuitJobCreationPayloadSettingsErrorMitigation,
    )
    from .multi_circuit_job_creation_payload_type import MultiCircuitJobCreationPayloadType
    from .multi_circuit_job_results import MultiCircuitJobResults
    from .multi_circuit_job_type import MultiCircuitJobType
    from .native_circuit import NativeCircuit
    from .native_circuit_gateset import NativeCircuitGateset
    from .native_circuit_input import NativeCircuitInput
    from .native_circuit_input_gateset import NativeCircuitInputGateset
    from .native_gate import NativeGate
    from .noise import Noise
    from .number_map import NumberMap
    from .partial_base_child_job_creation_payload import PartialBaseChildJobCreationPayload
    from .partial_base_child_job_creation_payload_settings import PartialBaseChildJobCreationPayloadSettings
    from .partial_base_child_job_creation_payload_settings_error_mitigation import (
        PartialBaseChildJobCreationPayloadSettingsErrorMitigation,
    )
    from .qaoa_job import QaoaJob
    from .qaoa_job_results import QaoaJobResults
    from .qaoa_job_type import QaoaJobType
    from .qaoa_results import QaoaResults
    from .qaoa_results_processing_status import QaoaResultsProcessingStatus
    from .qasm_3_circuit_input import Qasm3CircuitInput
    from .qctrl_qaoa_job_creation_payload import QctrlQaoaJobCreationPayload
    from .qctrl_qaoa_job_creation_payload_external_settings import QctrlQaoaJobCreationPayloadExternalSettings
    from .qctrl_qaoa_job_creation_payload_settings import QctrlQaoaJobCreationPayloadSettings
    from .qctrl_qaoa_job_creation_payload_settings_error_mitigation import (
        QctrlQaoaJobCreationPayloadSettingsErrorMitigation,
    )
    from .qctrl_qaoa_job_creation_payload_type import QctrlQaoaJobCreationPayloadType
    from .qctrl_qaoa_job_input import QctrlQaoaJobInput
    from .qctrl_qaoa_job_input_problem import QctrlQaoaJobInputProblem
    from .qctrl_qaoa_job_input_problem_type import QctrlQaoaJobInputProblemType
    from .qis_circuit import QISCircuit
    from .qis_circuit_gateset import QISCircuitGateset
    from .qis_circuit_input import QisCircuitInput
    from .qis_circuit_input_gateset import QisCircuitInputGateset
    from .qis_gate import QisGate
    from .quadratic_constraint import QuadraticConstraint
    from .quantum_function_job import QuantumFunctionJob
    from .quantum_function_job_creation_payload import QuantumFunctionJobCreationPayload
    from .quantum_function_job_creation_payload_settings import QuantumFunctionJobCreationPayloadSettings
    from .quantum_function_job_creation_payload_settings_error_mitigation import (
        QuantumFunctionJobCreationPayloadSettingsErrorMitigation,
    )
    from .quantum_function_job_creation_payload_type import QuantumFunctionJobCreationPayloadType
    from .quantum_function_job_output import QuantumFunctionJobOutput
    from .quantum_function_job_results import QuantumFunctionJobResults
    from .quantum_function_job_settings import QuantumFunctionJobSettings
    from .quantum_function_job_stats import QuantumFunctionJobStats
    from .quantum_function_job_type import QuantumFunctionJobType
    from .rate_card_entry import RateCardEntry
    from .rate_card_entry_unit import RateCardEntryUnit
    from .register_histogram import RegisterHistogram
    from .register_probabilities import RegisterProbabilities
    from .registered_histogram import RegisteredHistogram
    from .registered_histogram_registers import RegisteredHistogramRegisters
    from .registered_probabilities import RegisteredProbabilities
    from .registered_probabilities_registers import RegisteredProbabilitiesRegisters
    from .registers import Registers
    from .request_validation import RequestValidation
    from .result_format import ResultFormat
    from .result_format_histogram_v2 import ResultFormatHistogramV2
    from .result_formats_catalog import ResultFormatsCatalog
    from .result_link import ResultLink
    from .session import Session
    from .session_cost_limit import SessionCostLimit
    from .session_settings import SessionSettings
    from .session_settings_request import SessionSettingsRequest
    from .session_status_enum import SessionStatusEnum
    from .sessions_response import SessionsResponse
    from .shot_registers import ShotRegisters
    from .shot_result import ShotResult
    from .shot_result_leakage_bits_item import ShotResultLeakageBitsItem
    from .single_circuit_job import SingleCircuitJob
    from .single_circuit_job_type import SingleCircuitJobType
    from .unknown_variant import UnknownVariant
    from .usage import Usage
    from .usage_amount import UsageAmount
    from .usages import Usages
    from .variant_info import VariantInfo
    from .variant_results import VariantResults
    from .whoami import Whoami

_MODULES = {
    "AddJobResultsPayload": ".add_job_results_payload",
    "AddJobResultsResponse": ".add_job_results_response",
    "AggregationArtifactDescriptor": ".aggregation_artifact_descriptor",
    "AggregationsOutput": ".aggregations_output",
    "Ansatz": ".ansatz",
    "ApiCostModel": ".api_cost_model",
    "ArtifactDescriptor": ".artifact_descriptor",
    "Backend": ".backend",
    "BadRequestError": ".bad_request_error",
    "BaseJob": ".base_job",
    "Characterization": ".characterization",
    "CharacterizationFidelity": ".characterization_fidelity",
    "CharacterizationFidelitySpam": ".characterization_fidelity_spam",
    "CharacterizationTiming": ".characterization_timing",
    "ChildCircuitProbabilities": ".child_circuit_probabilities",
    "CircuitFormatsCatalog": ".circuit_formats_catalog",
    "CircuitJobCompilationSettings": ".circuit_job_compilation_settings",
    "CircuitJobCreationPayload": ".circuit_job_creation_payload",
    "CircuitJobCreationPayloadSettings": ".circuit_job_creation_payload_settings",
    "CircuitJobCreationPayloadSettingsErrorMitigation": ".circuit_job_creation_payload_settings_error_mitigation",
    "CircuitJobCreationPayloadType": ".circuit_job_creation_payload_type",
    "CircuitJobErrorMitigationSettings": ".circuit_job_error_mitigation_settings",
    "CircuitJobOutput": ".circuit_job_output",
    "CircuitJobResults": ".circuit_job_results",
    "CircuitJobSettings": ".circuit_job_settings",
    "CircuitJobStats": ".circuit_job_stats",
    "CloneJobPayload": ".clone_job_payload",
    "CloneJobPayloadSettings": ".clone_job_payload_settings",
    "CloneJobPayloadSettingsErrorMitigation": ".clone_job_payload_settings_error_mitigation",
    "CompilationOutput": ".compilation_output",
    "CompiledCircuits": ".compiled_circuits",
    "CreateSessionRequest": ".create_session_request",
    "DebiasingOutput": ".debiasing_output",
    "Error": ".error",
    "ErrorMitigationOutput": ".error_mitigation_output",
    "ErrorMitigationOutputSymmetryVerificationType0": ".error_mitigation_output_symmetry_verification_type_0",
    "Failure": ".failure",
    "FailureCode": ".failure_code",
    "FormatSchemaDocument": ".format_schema_document",
    "Formats": ".formats",
    "GateNativeGate": ".gate_native_gate",
    "GateQisGate": ".gate_qis_gate",
    "GenericQuantumFunctionInput": ".generic_quantum_function_input",
    "GenericQuantumFunctionInputData": ".generic_quantum_function_input_data",
    "GetCharacterizationsForBackendResponse200": ".get_characterizations_for_backend_response_200",
    "GetJobCostResponse": ".get_job_cost_response",
    "GetJobCostResponseCost": ".get_job_cost_response_cost",
    "GetJobCostResponseEstimatedCost": ".get_job_cost_response_estimated_cost",
    "GetJobEstimateContext": ".get_job_estimate_context",
    "GetJobEstimateQueryParams": ".get_job_estimate_query_params",
    "GetJobEstimateResponse": ".get_job_estimate_response",
    "GetJobEstimateResponseRateCard": ".get_job_estimate_response_rate_card",
    "GetJobsQueryParams": ".get_jobs_query_params",
    "GetJobsResponse": ".get_jobs_response",
    "GetResultsResponse": ".get_results_response",
    "GetSessionsQueryParams": ".get_sessions_query_params",
    "GroupBy": ".group_by",
    "GroupUsage": ".group_usage",
    "HamiltonianEnergyData": ".hamiltonian_energy_data",
    "HamiltonianEnergyInput": ".hamiltonian_energy_input",
    "HamiltonianEnergyInputData": ".hamiltonian_energy_input_data",
    "HamiltonianEnergyInputDataType": ".hamiltonian_energy_input_data_type",
    "HamiltonianPauliTerm": ".hamiltonian_pauli_term",
    "IonqNativeV1": ".ionq_native_v1",
    "IonqResultHistogramJsonV1": ".ionq_result_histogram_json_v1",
    "IonqResultHistogramJsonV2": ".ionq_result_histogram_json_v2",
    "IonqResultProbabilitiesAggregateJsonV1": ".ionq_result_probabilities_aggregate_json_v1",
    "IonqResultProbabilitiesJsonV1": ".ionq_result_probabilities_json_v1",
    "IonqResultProbabilitiesJsonV2": ".ionq_result_probabilities_json_v2",
    "IonqResultShotsJsonV2": ".ionq_result_shots_json_v2",
    "JobCanceledResponse": ".job_canceled_response",
    "JobCanceledResponseStatus": ".job_canceled_response_status",
    "JobCreationResponse": ".job_creation_response",
    "JobDeletedResponse": ".job_deleted_response",
    "JobDeletedResponseStatus": ".job_deleted_response_status",
    "JobMetadata": ".job_metadata",
    "JobQCtrlStatus": ".job_q_ctrl_status",
    "JobStatus": ".job_status",
    "JobsBulkOperationRequest": ".jobs_bulk_operation_request",
    "JobsCanceledResponse": ".jobs_canceled_response",
    "JobsCanceledResponseStatus": ".jobs_canceled_response_status",
    "JobsDeletedResponse": ".jobs_deleted_response",
    "JobsDeletedResponseStatus": ".jobs_deleted_response_status",
    "JsonMultiCircuitInput": ".json_multi_circuit_input",
    "JsonMultiCircuitInputGateset": ".json_multi_circuit_input_gateset",
    "JsonObject": ".json_object",
    "LinearConstraint": ".linear_constraint",
    "Modality": ".modality",
    "MultiCircuitJob": ".multi_circuit_job",
    "MultiCircuitJobCreationPayload": ".multi_circuit_job_creation_payload",
    "MultiCircuitJobCreationPayloadSettings": ".multi_circuit_job_creation_payload_settings",
    "MultiCircuitJobCreationPayloadSettingsErrorMitigation": ".multi_circuit_job_creation_payload_settings_error_mitigation",
    "MultiCircuitJobCreationPayloadType": ".multi_circuit_job_creation_payload_type",
    "MultiCircuitJobResults": ".multi_circuit_job_results",
    "MultiCircuitJobType": ".multi_circuit_job_type",
    "NativeCircuit": ".native_circuit",
    "NativeCircuitGateset": ".native_circuit_gateset",
    "NativeCircuitInput": ".native_circuit_input",
    "NativeCircuitInputGateset": ".native_circuit_input_gateset",
    "NativeGate": ".native_gate",
    "Noise": ".noise",
    "NumberMap": ".number_map",
    "PartialBaseChildJobCreationPayload": ".partial_base_child_job_creation_payload",
    "PartialBaseChildJobCreationPayloadSettings": ".partial_base_child_job_creation_payload_settings",
    "PartialBaseChildJobCreationPayloadSettingsErrorMitigation": ".partial_base_child_job_creation_payload_settings_error_mitigation",
    "QaoaJob": ".qaoa_job",
    "QaoaJobResults": ".qaoa_job_results",
    "QaoaJobType": ".qaoa_job_type",
    "QaoaResults": ".qaoa_results",
    "QaoaResultsProcessingStatus": ".qaoa_results_processing_status",
    "Qasm3CircuitInput": ".qasm_3_circuit_input",
    "QctrlQaoaJobCreationPayload": ".qctrl_qaoa_job_creation_payload",
    "QctrlQaoaJobCreationPayloadExternalSettings": ".qctrl_qaoa_job_creation_payload_external_settings",
    "QctrlQaoaJobCreationPayloadSettings": ".qctrl_qaoa_job_creation_payload_settings",
    "QctrlQaoaJobCreationPayloadSettingsErrorMitigation": ".qctrl_qaoa_job_creation_payload_settings_error_mitigation",
    "QctrlQaoaJobCreationPayloadType": ".qctrl_qaoa_job_creation_payload_type",
    "QctrlQaoaJobInput": ".qctrl_qaoa_job_input",
    "QctrlQaoaJobInputProblem": ".qctrl_qaoa_job_input_problem",
    "QctrlQaoaJobInputProblemType": ".qctrl_qaoa_job_input_problem_type",
    "QISCircuit": ".qis_circuit",
    "QISCircuitGateset": ".qis_circuit_gateset",
    "QisCircuitInput": ".qis_circuit_input",
    "QisCircuitInputGateset": ".qis_circuit_input_gateset",
    "QisGate": ".qis_gate",
    "QuadraticConstraint": ".quadratic_constraint",
    "QuantumFunctionJob": ".quantum_function_job",
    "QuantumFunctionJobCreationPayload": ".quantum_function_job_creation_payload",
    "QuantumFunctionJobCreationPayloadSettings": ".quantum_function_job_creation_payload_settings",
    "QuantumFunctionJobCreationPayloadSettingsErrorMitigation": ".quantum_function_job_creation_payload_settings_error_mitigation",
    "QuantumFunctionJobCreationPayloadType": ".quantum_function_job_creation_payload_type",
    "QuantumFunctionJobOutput": ".quantum_function_job_output",
    "QuantumFunctionJobResults": ".quantum_function_job_results",
    "QuantumFunctionJobSettings": ".quantum_function_job_settings",
    "QuantumFunctionJobStats": ".quantum_function_job_stats",
    "QuantumFunctionJobType": ".quantum_function_job_type",
    "RateCardEntry": ".rate_card_entry",
    "RateCardEntryUnit": ".rate_card_entry_unit",
    "RegisterHistogram": ".register_histogram",
    "RegisterProbabilities": ".register_probabilities",
    "RegisteredHistogram": ".registered_histogram",
    "RegisteredHistogramRegisters": ".registered_histogram_registers",
    "RegisteredProbabilities": ".registered_probabilities",
    "RegisteredProbabilitiesRegisters": ".registered_probabilities_registers",
    "Registers": ".registers",
    "RequestValidation": ".request_validation",
    "ResultFormat": ".result_format",
    "ResultFormatHistogramV2": ".result_format_histogram_v2",
    "ResultFormatsCatalog": ".result_formats_catalog",
    "ResultLink": ".result_link",
    "Session": ".session",
    "SessionCostLimit": ".session_cost_limit",
    "SessionSettings": ".session_settings",
    "SessionSettingsRequest": ".session_settings_request",
    "SessionStatusEnum": ".session_status_enum",
    "SessionsResponse": ".sessions_response",
    "ShotRegisters": ".shot_registers",
    "ShotResult": ".shot_result",
    "ShotResultLeakageBitsItem": ".shot_result_leakage_bits_item",
    "SingleCircuitJob": ".single_circuit_job",
    "SingleCircuitJobType": ".single_circuit_job_type",
    "UnknownVariant": ".unknown_variant",
    "Usage": ".usage",
    "UsageAmount": ".usage_amount",
    "Usages": ".usages",
    "VariantInfo": ".variant_info",
    "VariantResults": ".variant_results",
    "Whoami": ".whoami",
}

__all__ = (
    "AddJobResultsPayload",
    "AddJobResultsResponse",
    "AggregationArtifactDescriptor",
    "AggregationsOutput",
    "Ansatz",
    "ApiCostModel",
    "ArtifactDescriptor",
    "Backend",
    "BadRequestError",
    "BaseJob",
    "Characterization",
    "CharacterizationFidelity",
    "CharacterizationFidelitySpam",
    "CharacterizationTiming",
    "ChildCircuitProbabilities",
    "CircuitFormatsCatalog",
    "CircuitJobCompilationSettings",
    "CircuitJobCreationPayload",
    "CircuitJobCreationPayloadSettings",
    "CircuitJobCreationPayloadSettingsErrorMitigation",
    "CircuitJobCreationPayloadType",
    "CircuitJobErrorMitigationSettings",
    "CircuitJobOutput",
    "CircuitJobResults",
    "CircuitJobSettings",
    "CircuitJobStats",
    "CloneJobPayload",
    "CloneJobPayloadSettings",
    "CloneJobPayloadSettingsErrorMitigation",
    "CompilationOutput",
    "CompiledCircuits",
    "CreateSessionRequest",
    "DebiasingOutput",
    "Error",
    "ErrorMitigationOutput",
    "ErrorMitigationOutputSymmetryVerificationType0",
    "Failure",
    "FailureCode",
    "Formats",
    "FormatSchemaDocument",
    "GateNativeGate",
    "GateQisGate",
    "GenericQuantumFunctionInput",
    "GenericQuantumFunctionInputData",
    "GetCharacterizationsForBackendResponse200",
    "GetJobCostResponse",
    "GetJobCostResponseCost",
    "GetJobCostResponseEstimatedCost",
    "GetJobEstimateContext",
    "GetJobEstimateQueryParams",
    "GetJobEstimateResponse",
    "GetJobEstimateResponseRateCard",
    "GetJobsQueryParams",
    "GetJobsResponse",
    "GetResultsResponse",
    "GetSessionsQueryParams",
    "GroupBy",
    "GroupUsage",
    "HamiltonianEnergyData",
    "HamiltonianEnergyInput",
    "HamiltonianEnergyInputData",
    "HamiltonianEnergyInputDataType",
    "HamiltonianPauliTerm",
    "IonqNativeV1",
    "IonqResultHistogramJsonV1",
    "IonqResultHistogramJsonV2",
    "IonqResultProbabilitiesAggregateJsonV1",
    "IonqResultProbabilitiesJsonV1",
    "IonqResultProbabilitiesJsonV2",
    "IonqResultShotsJsonV2",
    "JobCanceledResponse",
    "JobCanceledResponseStatus",
    "JobCreationResponse",
    "JobDeletedResponse",
    "JobDeletedResponseStatus",
    "JobMetadata",
    "JobQCtrlStatus",
    "JobsBulkOperationRequest",
    "JobsCanceledResponse",
    "JobsCanceledResponseStatus",
    "JobsDeletedResponse",
    "JobsDeletedResponseStatus",
    "JobStatus",
    "JsonMultiCircuitInput",
    "JsonMultiCircuitInputGateset",
    "JsonObject",
    "LinearConstraint",
    "Modality",
    "MultiCircuitJob",
    "MultiCircuitJobCreationPayload",
    "MultiCircuitJobCreationPayloadSettings",
    "MultiCircuitJobCreationPayloadSettingsErrorMitigation",
    "MultiCircuitJobCreationPayloadType",
    "MultiCircuitJobResults",
    "MultiCircuitJobType",
    "NativeCircuit",
    "NativeCircuitGateset",
    "NativeCircuitInput",
    "NativeCircuitInputGateset",
    "NativeGate",
    "Noise",
    "NumberMap",
    "PartialBaseChildJobCreationPayload",
    "PartialBaseChildJobCreationPayloadSettings",
    "PartialBaseChildJobCreationPayloadSettingsErrorMitigation",
    "QaoaJob",
    "QaoaJobResults",
    "QaoaJobType",
    "QaoaResults",
    "QaoaResultsProcessingStatus",
    "Qasm3CircuitInput",
    "QctrlQaoaJobCreationPayload",
    "QctrlQaoaJobCreationPayloadExternalSettings",
    "QctrlQaoaJobCreationPayloadSettings",
    "QctrlQaoaJobCreationPayloadSettingsErrorMitigation",
    "QctrlQaoaJobCreationPayloadType",
    "QctrlQaoaJobInput",
    "QctrlQaoaJobInputProblem",
    "QctrlQaoaJobInputProblemType",
    "QISCircuit",
    "QISCircuitGateset",
    "QisCircuitInput",
    "QisCircuitInputGateset",
    "QisGate",
    "QuadraticConstraint",
    "QuantumFunctionJob",
    "QuantumFunctionJobCreationPayload",
    "QuantumFunctionJobCreationPayloadSettings",
    "QuantumFunctionJobCreationPayloadSettingsErrorMitigation",
    "QuantumFunctionJobCreationPayloadType",
    "QuantumFunctionJobOutput",
    "QuantumFunctionJobResults",
    "QuantumFunctionJobSettings",
    "QuantumFunctionJobStats",
    "QuantumFunctionJobType",
    "RateCardEntry",
    "RateCardEntryUnit",
    "RegisteredHistogram",
    "RegisteredHistogramRegisters",
    "RegisteredProbabilities",
    "RegisteredProbabilitiesRegisters",
    "RegisterHistogram",
    "RegisterProbabilities",
    "Registers",
    "RequestValidation",
    "ResultFormat",
    "ResultFormatHistogramV2",
    "ResultFormatsCatalog",
    "ResultLink",
    "Session",
    "SessionCostLimit",
    "SessionSettings",
    "SessionSettingsRequest",
    "SessionsResponse",
    "SessionStatusEnum",
    "ShotRegisters",
    "ShotResult",
    "ShotResultLeakageBitsItem",
    "SingleCircuitJob",
    "SingleCircuitJobType",
    "UnknownVariant",
    "Usage",
    "UsageAmount",
    "Usages",
    "VariantInfo",
    "VariantResults",
    "Whoami",
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
