from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, MissingFieldError, ShapeError, UnknownVariant, Unset, fitting, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.batch_result import BatchResult
    from ..models.error_detail import ErrorDetail
    from ..models.result import Result


T = TypeVar("T", bound="GetJobResultResponse")


@_attrs_define
class GetJobResultResponse:
    """Answer to reading a result."""

    success: bool
    """ Whether the request did what it was meant to do; false is possible with a status below 400. """
    data: BatchResult | Result | UnknownVariant | Unset = UNSET
    """ The result, or the results of a batch. Absent when `success` is false. """
    message: str | Unset = UNSET
    """ Explanation for people, when `success` is false. """
    error: ErrorDetail | str | Unset = UNSET
    """ The error, as an object (seen) or as plain text (clients are ready for it). """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "success": ("success", (bool,)),
        "data": ("data", (dict,)),
        "message": ("message", (str,)),
        "error": ("error", (dict, str)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:
        from ..models.batch_result import BatchResult
        from ..models.error_detail import ErrorDetail
        from ..models.result import Result

        success = self.success
        data: dict[str, Any] | Unset
        if isinstance(self.data, Unset):
            data = UNSET
        elif isinstance(self.data, Result):
            data = self.data.to_dict()
        elif isinstance(self.data, BatchResult):
            data = self.data.to_dict()
        else:
            data = self.data.to_dict()

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
        _fields_["success"] = success
        if data is not UNSET:
            _fields_["data"] = data
        if message is not UNSET:
            _fields_["message"] = message
        if error is not UNSET:
            _fields_["error"] = error
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GetJobResultResponse", src_dict)
        _members_ = dict(src_dict)
        try:
            success = _members_.pop("success")

            def _parse_data(data: object) -> BatchResult | Result | UnknownVariant | Unset:
                if isinstance(data, Unset):
                    return data
                if isinstance(data, dict):
                    try:
                        return fitting(_models_.Result, data)
                    except ShapeError:
                        pass
                    try:
                        return fitting(_models_.BatchResult, data)
                    except ShapeError:
                        pass
                    try:
                        return _models_.Result.from_dict(data)
                    except ShapeError:
                        pass
                    try:
                        return _models_.BatchResult.from_dict(data)
                    except ShapeError:
                        pass
                    return UnknownVariant(data)

                raise TypeError("expected BatchResult | Result | UnknownVariant | Unset")

            data = _parse_data(_members_.pop("data", UNSET))

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
        except KeyError as _error_:
            raise MissingFieldError("GetJobResultResponse", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            success=success,
            data=data,
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
