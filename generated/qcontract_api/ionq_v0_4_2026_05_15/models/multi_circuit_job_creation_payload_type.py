from ..types import OpenStrEnum


class MultiCircuitJobCreationPayloadType(OpenStrEnum):
    IONQ_MULTI_CIRCUIT_V1 = "ionq.multi-circuit.v1"
