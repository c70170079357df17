from ..types import OpenStrEnum


class NoiseModel(OpenStrEnum):
    ARIA_1 = "aria-1"
    FORTE_1 = "forte-1"
    HARMONY = "harmony"
    IDEAL = "ideal"
