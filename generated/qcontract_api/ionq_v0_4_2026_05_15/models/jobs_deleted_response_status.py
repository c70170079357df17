from ..types import OpenStrEnum


class JobsDeletedResponseStatus(OpenStrEnum):
    DELETED = "deleted"
