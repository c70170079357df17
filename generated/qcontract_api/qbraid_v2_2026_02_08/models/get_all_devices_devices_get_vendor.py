from ..types import OpenStrEnum


class GetAllDevicesDevicesGetVendor(OpenStrEnum):
    AWS = "aws"
    AZURE = "azure"
    IBM = "ibm"
    IONQ = "ionq"
    QBRAID = "qbraid"
