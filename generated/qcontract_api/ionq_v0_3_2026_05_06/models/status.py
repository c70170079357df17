from ..types import OpenStrEnum


class Status(OpenStrEnum):
    CANCELED = "canceled"
    COMPLETED = "completed"
    FAILED = "failed"
    READY = "ready"
    RUNNING = "running"
    SUBMITTED = "submitted"
