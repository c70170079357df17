from ..types import OpenStrEnum


class Gateset(OpenStrEnum):
    NATIVE = "native"
    QIS = "qis"
