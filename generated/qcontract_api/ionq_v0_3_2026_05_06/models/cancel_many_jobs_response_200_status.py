from ..types import OpenStrEnum


class CancelManyJobsResponse200Status(OpenStrEnum):
    CANCELED = "canceled"
