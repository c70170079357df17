from ..types import OpenStrEnum


class CancelJobResponse200Status(OpenStrEnum):
    CANCELED = "canceled"
