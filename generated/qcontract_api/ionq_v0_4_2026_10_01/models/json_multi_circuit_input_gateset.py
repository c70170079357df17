from ..types import OpenStrEnum


class JsonMultiCircuitInputGateset(OpenStrEnum):
    NATIVE = "native"
    QIS = "qis"
