from ..types import OpenStrEnum


class DeleteManyJobsResponse200Status(OpenStrEnum):
    DELETED = "deleted"
