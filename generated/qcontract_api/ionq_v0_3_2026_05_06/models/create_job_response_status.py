from ..types import OpenStrEnum


class CreateJobResponseStatus(OpenStrEnum):
    READY = "ready"
