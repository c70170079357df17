from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="CostEstimateUnpriced")


@_attrs_define
class CostEstimateUnpriced:
    """The statement that there is no estimate."""

    pricing_available: bool
    """ Always false here; tells this form from the other. """
    reason: str
    """ Why not; `dynamic_pricing_unavailable` in the documented sample. """
    device_qrn: str
    """ QRN of the device. """
    pricing_model: str | Unset = UNSET
    """ Pricing model of the device; `dynamic` in the documented sample. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "pricing_available": ("pricingAvailable", (bool,)),
        "reason": ("reason", (str,)),
        "device_qrn": ("deviceQrn", (str,)),
        "pricing_model": ("pricingModel", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        pricing_available = self.pricing_available
        reason = self.reason
        device_qrn = self.device_qrn
        pricing_model = self.pricing_model

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["pricingAvailable"] = pricing_available
        _fields_["reason"] = reason
        _fields_["deviceQrn"] = device_qrn
        if pricing_model is not UNSET:
            _fields_["pricingModel"] = pricing_model
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CostEstimateUnpriced", src_dict)
        _members_ = dict(src_dict)
        try:
            pricing_available = _members_.pop("pricingAvailable")
            reason = _members_.pop("reason")
            device_qrn = _members_.pop("deviceQrn")
            pricing_model = _members_.pop("pricingModel", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("CostEstimateUnpriced", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            pricing_available=pricing_available,
            reason=reason,
            device_qrn=device_qrn,
            pricing_model=pricing_model,
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
