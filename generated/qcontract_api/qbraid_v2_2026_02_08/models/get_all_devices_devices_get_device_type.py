from ..types import OpenStrEnum


class GetAllDevicesDevicesGetDeviceType(OpenStrEnum):
    QPU = "QPU"
    SIMULATOR = "SIMULATOR"
