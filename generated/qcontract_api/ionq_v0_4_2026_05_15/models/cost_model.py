from ..types import OpenStrEnum


class CostModel(OpenStrEnum):
    EXECUTION_TIME = "execution_time"
    QUANTUM_COMPUTE_TIME = "quantum_compute_time"
