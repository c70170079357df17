from ..types import OpenStrEnum


class RateCardEntryUnit(OpenStrEnum):
    COMPUTE_SECOND = "compute_second"
    GATES = "gates"
