from ..types import OpenStrEnum


class NativeGate(OpenStrEnum):
    GPI = "gpi"
    GPI2 = "gpi2"
    MS = "ms"
    NOP = "nop"
    ZZ = "zz"
