from ..types import OpenStrEnum


class JobQCtrlStatus(OpenStrEnum):
    COMPLETE = "complete"
    MAX_ITERATION = "max_iteration"
    RUNNING = "running"
