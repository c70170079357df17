from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="ErrorDetail")


@_attrs_define
class ErrorDetail:
    """The error in detail; more members than these occur."""

    message: str | Unset = UNSET
    """ Explanation for people. """
    code: str | Unset = UNSET
    """ Short name of the reason, for programs. Seen: INVALID_API_KEY_FORMAT, INVALID_API_KEY,
    NO_VALID_AUTHENTICATION, NOT_FOUND, JOB_CANCEL_CONFLICT. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "message": ("message", (str,)),
        "code": ("code", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = True

    def to_dict(self) -> dict[str, Any]:

        message = self.message
        code = self.code

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if message is not UNSET:
            _fields_["message"] = message
        if code is not UNSET:
            _fields_["code"] = code
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("ErrorDetail", src_dict)
        _members_ = dict(src_dict)
        try:
            message = _members_.pop("message", UNSET)
            code = _members_.pop("code", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            message=message,
            code=code,
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
