from ..types import OpenStrEnum


class MultiCircuitJobType(OpenStrEnum):
    IONQ_MULTI_CIRCUIT_V1 = "ionq.multi-circuit.v1"
