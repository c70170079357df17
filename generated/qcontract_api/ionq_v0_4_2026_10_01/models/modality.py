from ..types import OpenStrEnum


class Modality(OpenStrEnum):
    DAILY = "daily"
    MONTHLY = "monthly"
    WEEKLY = "weekly"
