from ..types import OpenStrEnum


class GroupBy(OpenStrEnum):
    JOB = "job"
    PROJECT = "project"
    USER = "user"
