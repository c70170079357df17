from ..types import OpenStrEnum


class GetAllJobsJobsGetStatusGroup(OpenStrEnum):
    ALL = "all"
    PENDING = "pending"
    RETURNED = "returned"
