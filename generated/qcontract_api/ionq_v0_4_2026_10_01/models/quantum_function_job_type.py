from ..types import OpenStrEnum


class QuantumFunctionJobType(OpenStrEnum):
    QUANTUM_FUNCTION = "quantum-function"
