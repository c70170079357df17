from ..types import OpenStrEnum


class NativeGateName(OpenStrEnum):
    GPI = "gpi"
    GPI2 = "gpi2"
    MS = "ms"
    ZZ = "zz"
