from ..types import OpenStrEnum


class JobsCanceledResponseStatus(OpenStrEnum):
    CANCELED = "canceled"
