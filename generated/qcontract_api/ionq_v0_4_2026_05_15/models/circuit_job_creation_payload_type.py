from ..types import OpenStrEnum


class CircuitJobCreationPayloadType(OpenStrEnum):
    IONQ_CIRCUIT_V1 = "ionq.circuit.v1"
