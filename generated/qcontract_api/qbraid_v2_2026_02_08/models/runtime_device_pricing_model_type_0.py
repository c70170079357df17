from ..types import OpenStrEnum


class RuntimeDevicePricingModelType0(OpenStrEnum):
    DYNAMIC = "dynamic"
    FIXED = "fixed"
