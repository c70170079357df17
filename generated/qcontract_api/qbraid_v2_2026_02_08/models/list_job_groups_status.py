from ..types import OpenStrEnum


class ListJobGroupsStatus(OpenStrEnum):
    CANCELLED = "CANCELLED"
    CLOSED = "CLOSED"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"
    OPEN = "OPEN"
