from ..types import OpenStrEnum


class JobCostModel(OpenStrEnum):
    EXECUTION_TIME = "execution_time"
    QUANTUM_COMPUTE_TIME = "quantum_compute_time"
