from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="JobDevice")


@_attrs_define
class JobDevice:
    """The device of a job in short."""

    qrn: str
    """ QRN of the device. """
    name: str | Unset = UNSET
    """ Name for people. """
    device_type: str | Unset = UNSET
    """ SIMULATOR or QPU. """
    vendor: str | Unset = UNSET
    """ Through whom the device is reached. """
    status: str | Unset = UNSET
    """ Status of the device. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "qrn": ("qrn", (str,)),
        "name": ("name", (str,)),
        "device_type": ("deviceType", (str,)),
        "vendor": ("vendor", (str,)),
        "status": ("status", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        qrn = self.qrn
        name = self.name
        device_type = self.device_type
        vendor = self.vendor
        status = self.status

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["qrn"] = qrn
        if name is not UNSET:
            _fields_["name"] = name
        if device_type is not UNSET:
            _fields_["deviceType"] = device_type
        if vendor is not UNSET:
            _fields_["vendor"] = vendor
        if status is not UNSET:
            _fields_["status"] = status
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("JobDevice", src_dict)
        _members_ = dict(src_dict)
        try:
            qrn = _members_.pop("qrn")
            name = _members_.pop("name", UNSET)
            device_type = _members_.pop("deviceType", UNSET)
            vendor = _members_.pop("vendor", UNSET)
            status = _members_.pop("status", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("JobDevice", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            qrn=qrn,
            name=name,
            device_type=device_type,
            vendor=vendor,
            status=status,
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
