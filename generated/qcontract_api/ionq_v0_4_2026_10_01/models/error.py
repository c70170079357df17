from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MissingFieldError, ShapeError, not_an_object, unfit

T = TypeVar("T", bound="Error")


@_attrs_define
class Error:
    """Error answer."""

    error: str
    """ Name of the kind of error, e.g. `Unauthorized Error` or `Not Found Error`. """
    message: str
    """ What went wrong, for people. """
    status_code: int
    """ The HTTP status again. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "error": ("error", (str,)),
        "message": ("message", (str,)),
        "status_code": ("statusCode", (int,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        error = self.error
        message = self.message
        status_code = self.status_code

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["error"] = error
        _fields_["message"] = message
        _fields_["statusCode"] = status_code
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Error", src_dict)
        _members_ = dict(src_dict)
        try:
            error = _members_.pop("error")
            message = _members_.pop("message")
            status_code = _members_.pop("statusCode")
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("Error", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            error=error,
            message=message,
            status_code=status_code,
        )
        _model_.additional_properties = _members_
        return _model_

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
