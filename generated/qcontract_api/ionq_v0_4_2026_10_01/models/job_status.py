from ..types import OpenStrEnum


class JobStatus(OpenStrEnum):
    CANCELED = "canceled"
    COMPLETED = "completed"
    FAILED = "failed"
    READY = "ready"
    STARTED = "started"
    SUBMITTED = "submitted"
