from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import MissingFieldError, ShapeError, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.runtime_device import RuntimeDevice


T = TypeVar("T", bound="GetDevicesResponse")


@_attrs_define
class GetDevicesResponse:
    """Answer to listing devices."""

    success: bool
    """ Whether the request did what it was meant to do; false is possible with a status below 400. """
    data: list[RuntimeDevice]
    """ The devices of this page. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "success": ("success", (bool,)),
        "data": ("data", (list,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "data": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        success = self.success
        data = []
        for data_item_data in self.data:
            data_item = data_item_data.to_dict()
            data.append(data_item)

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["success"] = success
        _fields_["data"] = data
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GetDevicesResponse", src_dict)
        _members_ = dict(src_dict)
        try:
            success = _members_.pop("success")
            data = []
            for data_item_data in as_list(_members_.pop("data")):
                data_item = _models_.RuntimeDevice.from_dict(data_item_data)

                data.append(data_item)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("GetDevicesResponse", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            success=success,
            data=data,
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
