from ..types import OpenStrEnum


class GroupJobStatus(OpenStrEnum):
    CANCELLED = "CANCELLED"
    CLOSED = "CLOSED"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"
    OPEN = "OPEN"
