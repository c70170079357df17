from ..types import OpenIntEnum


class ShotResultLeakageBitsItem(OpenIntEnum):
    VALUE_0 = 0
    VALUE_1 = 1
