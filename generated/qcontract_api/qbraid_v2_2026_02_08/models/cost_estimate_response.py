from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import MissingFieldError, ShapeError, UnknownVariant, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.cost_estimate_priced import CostEstimatePriced
    from ..models.cost_estimate_unpriced import CostEstimateUnpriced


T = TypeVar("T", bound="CostEstimateResponse")


@_attrs_define
class CostEstimateResponse:
    """Answer to a request for an estimate."""

    success: bool
    """ Whether the request did what it was meant to do; false is possible with a status below 400. """
    data: CostEstimatePriced | CostEstimateUnpriced | UnknownVariant
    """ One of two forms, told apart by `pricingAvailable`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "success": ("success", (bool,)),
        "data": ("data", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:
        from ..models.cost_estimate_priced import CostEstimatePriced
        from ..models.cost_estimate_unpriced import CostEstimateUnpriced

        success = self.success
        data: dict[str, Any]
        if isinstance(self.data, CostEstimatePriced):
            data = self.data.to_dict()
        elif isinstance(self.data, CostEstimateUnpriced):
            data = self.data.to_dict()
        else:
            data = self.data.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["success"] = success
        _fields_["data"] = data
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CostEstimateResponse", src_dict)
        _members_ = dict(src_dict)
        try:
            success = _members_.pop("success")

            def _parse_data(data: object) -> CostEstimatePriced | CostEstimateUnpriced | UnknownVariant:
                if isinstance(data, dict):
                    _tag_ = data.get("pricingAvailable")
                    if isinstance(_tag_, bool):
                        _tag_ = "true" if _tag_ else "false"
                    if _tag_ in ("true",):
                        return _models_.CostEstimatePriced.from_dict(data)
                    if _tag_ in ("false",):
                        return _models_.CostEstimateUnpriced.from_dict(data)
                    return UnknownVariant(data)

                raise TypeError("expected CostEstimatePriced | CostEstimateUnpriced | UnknownVariant")

            data = _parse_data(_members_.pop("data"))

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("CostEstimateResponse", _error_.args[0]) from None
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
