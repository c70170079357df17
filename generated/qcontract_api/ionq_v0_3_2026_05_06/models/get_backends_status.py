from ..types import OpenStrEnum


class GetBackendsStatus(OpenStrEnum):
    VERBOSE = "verbose"
