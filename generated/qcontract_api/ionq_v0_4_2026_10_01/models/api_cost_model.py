from ..types import OpenStrEnum


class ApiCostModel(OpenStrEnum):
    QCT = "QCT"
    VALUE_1 = "2QGE_operations"
