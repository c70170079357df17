"""The errors of this package."""

from qcontract_api.runtime import ApiStatusError, MissingFieldError, ShapeError, WrongTypeError

__all__ = ["ApiStatusError", "MissingFieldError", "ShapeError", "WrongTypeError"]
