from ..types import OpenStrEnum


class NativeCircuitGateset(OpenStrEnum):
    NATIVE = "native"
