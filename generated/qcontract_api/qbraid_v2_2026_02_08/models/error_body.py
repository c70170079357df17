from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.error_detail import ErrorDetail
    from ..models.validation_error import ValidationError


T = TypeVar("T", bound="ErrorBody")


@_attrs_define
class ErrorBody:
    """Body of an error answer in either style: `detail` (documented), or `success`, `message` and `error` (live). For
    people show `message`, else the text in `error`, else `detail`."""

    detail: list[ValidationError] | str | Unset = UNSET
    """ Documented style: explanation for people, or the list of faults of the request. """
    success: bool | Unset = UNSET
    """ Live style: always false. """
    message: str | Unset = UNSET
    """ Live style: explanation for people. """
    error: ErrorDetail | str | Unset = UNSET
    """ The error, as an object (seen) or as plain text (clients are ready for it). """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "detail": ("detail", (str, list)),
        "success": ("success", (bool,)),
        "message": ("message", (str,)),
        "error": ("error", (dict, str)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "detail": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:
        from ..models.error_detail import ErrorDetail

        detail: list[dict[str, Any]] | str | Unset
        if isinstance(self.detail, Unset):
            detail = UNSET
        elif isinstance(self.detail, list):
            detail = []
            for detail_type_1_item_data in self.detail:
                detail_type_1_item = detail_type_1_item_data.to_dict()
                detail.append(detail_type_1_item)

        else:
            detail = self.detail
        success = self.success
        message = self.message
        error: dict[str, Any] | str | Unset
        if isinstance(self.error, Unset):
            error = UNSET
        elif isinstance(self.error, ErrorDetail):
            error = self.error.to_dict()
        else:
            error = self.error

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if detail is not UNSET:
            _fields_["detail"] = detail
        if success is not UNSET:
            _fields_["success"] = success
        if message is not UNSET:
            _fields_["message"] = message
        if error is not UNSET:
            _fields_["error"] = error
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("ErrorBody", src_dict)
        _members_ = dict(src_dict)
        try:

            def _parse_detail(data: object) -> list[ValidationError] | str | Unset:
                if isinstance(data, Unset):
                    return data
                if isinstance(data, list):
                    detail_type_1 = []
                    for detail_type_1_item_data in as_list(data):
                        detail_type_1_item = _models_.ValidationError.from_dict(detail_type_1_item_data)

                        detail_type_1.append(detail_type_1_item)

                    return detail_type_1
                return cast("list[ValidationError] | str | Unset", data)

            detail = _parse_detail(_members_.pop("detail", UNSET))

            success = _members_.pop("success", UNSET)
            message = _members_.pop("message", UNSET)

            def _parse_error(data: object) -> ErrorDetail | str | Unset:
                if isinstance(data, Unset):
                    return data
                if isinstance(data, dict):
                    return _models_.ErrorDetail.from_dict(data)

                return cast("ErrorDetail | str | Unset", data)

            error = _parse_error(_members_.pop("error", UNSET))

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            detail=detail,
            success=success,
            message=message,
            error=error,
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
