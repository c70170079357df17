from ..types import OpenStrEnum


class RuntimeDeviceDeviceType(OpenStrEnum):
    QPU = "QPU"
    SIMULATOR = "SIMULATOR"
