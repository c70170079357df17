from ..types import OpenStrEnum


class QaoaJobType(OpenStrEnum):
    QCTRL_QAOA_V1 = "qctrl.qaoa.v1"
