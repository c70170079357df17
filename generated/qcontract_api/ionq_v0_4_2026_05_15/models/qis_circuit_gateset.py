from ..types import OpenStrEnum


class QISCircuitGateset(OpenStrEnum):
    QIS = "qis"
