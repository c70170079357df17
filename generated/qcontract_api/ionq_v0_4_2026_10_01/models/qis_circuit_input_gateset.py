from ..types import OpenStrEnum


class QisCircuitInputGateset(OpenStrEnum):
    QIS = "qis"
