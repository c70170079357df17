from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="CostEstimatePriced")


@_attrs_define
class CostEstimatePriced:
    """An estimate."""

    pricing_available: bool
    """ Always true here; tells this form from the other. """
    estimated_cost: float
    """ Expected cost in credits, with up to six decimals. """
    device_qrn: str
    """ QRN of the device. """
    shots: int | Unset = UNSET
    """ Number of shots assumed. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "pricing_available": ("pricingAvailable", (bool,)),
        "estimated_cost": ("estimatedCost", (float, int)),
        "device_qrn": ("deviceQrn", (str,)),
        "shots": ("shots", (int,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        pricing_available = self.pricing_available
        estimated_cost = self.estimated_cost
        device_qrn = self.device_qrn
        shots = self.shots

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["pricingAvailable"] = pricing_available
        _fields_["estimatedCost"] = estimated_cost
        _fields_["deviceQrn"] = device_qrn
        if shots is not UNSET:
            _fields_["shots"] = shots
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CostEstimatePriced", src_dict)
        _members_ = dict(src_dict)
        try:
            pricing_available = _members_.pop("pricingAvailable")
            estimated_cost = _members_.pop("estimatedCost")
            device_qrn = _members_.pop("deviceQrn")
            shots = _members_.pop("shots", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("CostEstimatePriced", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            pricing_available=pricing_available,
            estimated_cost=estimated_cost,
            device_qrn=device_qrn,
            shots=shots,
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
