from ..types import OpenStrEnum


class ExperimentType(OpenStrEnum):
    ANALOG = "analog"
    ANNEALING = "annealing"
    GATE_MODEL = "gate_model"
    OTHER = "other"
