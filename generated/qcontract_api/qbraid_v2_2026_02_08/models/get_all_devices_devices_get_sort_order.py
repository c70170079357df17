from ..types import OpenStrEnum


class GetAllDevicesDevicesGetSortOrder(OpenStrEnum):
    ASC = "asc"
    DESC = "desc"
