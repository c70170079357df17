from ..types import OpenStrEnum


class DeviceStatus(OpenStrEnum):
    OFFLINE = "OFFLINE"
    ONLINE = "ONLINE"
    RETIRED = "RETIRED"
    UNAVAILABLE = "UNAVAILABLE"
