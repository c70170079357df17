from ..types import OpenStrEnum


class NativeCircuitInputGateset(OpenStrEnum):
    NATIVE = "native"
