from ..types import OpenStrEnum


class JobDeletedResponseStatus(OpenStrEnum):
    DELETED = "deleted"
