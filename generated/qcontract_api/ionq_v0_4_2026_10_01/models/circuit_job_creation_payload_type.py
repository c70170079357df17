from ..types import OpenStrEnum


class CircuitJobCreationPayloadType(OpenStrEnum):
    IONQ_CIRCUIT_V1 = "ionq.circuit.v1"
    IONQ_QASM3_V1 = "ionq.qasm3.v1"
