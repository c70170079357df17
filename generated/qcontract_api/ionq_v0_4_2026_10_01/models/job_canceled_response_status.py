from ..types import OpenStrEnum


class JobCanceledResponseStatus(OpenStrEnum):
    CANCELED = "canceled"
