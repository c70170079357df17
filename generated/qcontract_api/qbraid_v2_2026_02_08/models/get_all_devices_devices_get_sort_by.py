from ..types import OpenStrEnum


class GetAllDevicesDevicesGetSortBy(OpenStrEnum):
    CREATEDAT = "createdAt"
    DEVICETYPE = "deviceType"
    NAME = "name"
    NUMBERQUBITS = "numberQubits"
    STATUS = "status"
    UPDATEDAT = "updatedAt"
    VENDOR = "vendor"
