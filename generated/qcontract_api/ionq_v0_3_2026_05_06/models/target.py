from ..types import OpenStrEnum


class Target(OpenStrEnum):
    QPU_ARIA_1 = "qpu.aria-1"
    QPU_ARIA_2 = "qpu.aria-2"
    QPU_FORTE_1 = "qpu.forte-1"
    QPU_FORTE_ENTERPRISE_1 = "qpu.forte-enterprise-1"
    QPU_FORTE_ENTERPRISE_2 = "qpu.forte-enterprise-2"
    QPU_HARMONY = "qpu.harmony"
    SIMULATOR = "simulator"
