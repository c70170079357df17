from ..types import OpenStrEnum


class QuantumFunctionJobCreationPayloadType(OpenStrEnum):
    QUANTUM_FUNCTION = "quantum-function"
