from ..types import OpenStrEnum


class GetAllJobsJobsGetVendor(OpenStrEnum):
    ALL = "all"
    AWS = "aws"
    AZURE = "azure"
    IBM = "ibm"
    IONQ = "ionq"
    QBRAID = "qbraid"
