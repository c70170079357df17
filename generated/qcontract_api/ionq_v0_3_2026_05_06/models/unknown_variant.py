from ..types import UnknownVariant

__all__ = ["UnknownVariant"]
