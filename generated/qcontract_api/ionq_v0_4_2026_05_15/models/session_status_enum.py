from ..types import OpenStrEnum


class SessionStatusEnum(OpenStrEnum):
    CREATED = "created"
    ENDED = "ended"
    STARTED = "started"
