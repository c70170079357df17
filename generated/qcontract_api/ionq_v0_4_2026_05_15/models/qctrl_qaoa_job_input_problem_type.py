from ..types import OpenStrEnum


class QctrlQaoaJobInputProblemType(OpenStrEnum):
    MAXCUT = "maxcut"
