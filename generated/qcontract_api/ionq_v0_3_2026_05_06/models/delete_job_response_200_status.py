from ..types import OpenStrEnum


class DeleteJobResponse200Status(OpenStrEnum):
    DELETED = "deleted"
