from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import MissingFieldError, ShapeError, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.rate_card_entry import RateCardEntry


T = TypeVar("T", bound="GetJobEstimateResponseRateCard")


@_attrs_define
class GetJobEstimateResponseRateCard:
    """Prices that the estimate is based on."""

    id: str
    """ Id of the price list. """
    rates: list[RateCardEntry]
    """ The prices. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "id": ("id", (str,)),
        "rates": ("rates", (list,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "rates": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        id = self.id
        rates = []
        for rates_item_data in self.rates:
            rates_item = rates_item_data.to_dict()
            rates.append(rates_item)

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["id"] = id
        _fields_["rates"] = rates
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GetJobEstimateResponseRateCard", src_dict)
        _members_ = dict(src_dict)
        try:
            id = _members_.pop("id")
            rates = []
            for rates_item_data in as_list(_members_.pop("rates")):
                rates_item = _models_.RateCardEntry.from_dict(rates_item_data)

                rates.append(rates_item)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("GetJobEstimateResponseRateCard", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            id=id,
            rates=rates,
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
