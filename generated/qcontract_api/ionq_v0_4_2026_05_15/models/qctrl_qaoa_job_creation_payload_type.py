from ..types import OpenStrEnum


class QctrlQaoaJobCreationPayloadType(OpenStrEnum):
    QCTRL_QAOA_V1 = "qctrl.qaoa.v1"
