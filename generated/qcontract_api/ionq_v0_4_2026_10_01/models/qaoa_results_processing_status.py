from ..types import OpenStrEnum


class QaoaResultsProcessingStatus(OpenStrEnum):
    COMPLETE = "complete"
    MAX_ITERATION = "max_iteration"
    RUNNING = "running"
