from ..types import OpenStrEnum


class BackendStatus(OpenStrEnum):
    AVAILABLE = "available"
    CALIBRATING = "calibrating"
    OFFLINE = "offline"
    RESERVED = "reserved"
    RETIRED = "retired"
    RUNNING = "running"
    UNAVAILABLE = "unavailable"
