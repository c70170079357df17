from ..types import OpenStrEnum


class GetCompiledFileLang(OpenStrEnum):
    NATIVE = "native"
    QASM3 = "qasm3"
