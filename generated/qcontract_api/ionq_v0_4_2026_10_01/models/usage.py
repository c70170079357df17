from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.group_usage import GroupUsage
    from ..models.usage_amount import UsageAmount


T = TypeVar("T", bound="Usage")


@_attrs_define
class Usage:
    """Usage in one period."""

    amount: float
    """ Cost of the jobs, in the unit of the report. """
    from_: datetime.datetime
    """ First moment of the period. """
    group_usages: list[GroupUsage]
    """ The five largest groups of the period. """
    job_count: int
    """ Number of jobs. """
    time_us: float
    """ Running time of the jobs, in microseconds. """
    amount_unit: str | Unset = UNSET
    """ Currency of the amount: a code such as `usd`, or `credit`. """
    amounts: list[UsageAmount] | Unset = UNSET
    """ The cost split by currency. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "amount": ("amount", (float, int)),
        "from_": ("from", (str,)),
        "group_usages": ("group_usages", (list,)),
        "job_count": ("job_count", (int,)),
        "time_us": ("time_us", (float, int)),
        "amount_unit": ("amount_unit", (str,)),
        "amounts": ("amounts", (list,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "group_usages": ((dict,),),
        "amounts": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        amount = self.amount
        from_ = self.from_.isoformat()
        group_usages = []
        for group_usages_item_data in self.group_usages:
            group_usages_item = group_usages_item_data.to_dict()
            group_usages.append(group_usages_item)

        job_count = self.job_count
        time_us = self.time_us
        amount_unit = self.amount_unit
        amounts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.amounts, Unset):
            amounts = []
            for amounts_item_data in self.amounts:
                amounts_item = amounts_item_data.to_dict()
                amounts.append(amounts_item)

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["amount"] = amount
        _fields_["from"] = from_
        _fields_["group_usages"] = group_usages
        _fields_["job_count"] = job_count
        _fields_["time_us"] = time_us
        if amount_unit is not UNSET:
            _fields_["amount_unit"] = amount_unit
        if amounts is not UNSET:
            _fields_["amounts"] = amounts
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Usage", src_dict)
        _members_ = dict(src_dict)
        try:
            amount = _members_.pop("amount")
            from_ = datetime.datetime.fromisoformat(_members_.pop("from"))

            group_usages = []
            for group_usages_item_data in as_list(_members_.pop("group_usages")):
                group_usages_item = _models_.GroupUsage.from_dict(group_usages_item_data)

                group_usages.append(group_usages_item)

            job_count = _members_.pop("job_count")
            time_us = _members_.pop("time_us")
            amount_unit = _members_.pop("amount_unit", UNSET)
            _amounts = _members_.pop("amounts", UNSET)
            amounts: list[UsageAmount] | Unset = UNSET
            if _amounts is not UNSET:
                amounts = []
                for amounts_item_data in as_list(_amounts):
                    amounts_item = _models_.UsageAmount.from_dict(amounts_item_data)

                    amounts.append(amounts_item)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("Usage", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            amount=amount,
            from_=from_,
            group_usages=group_usages,
            job_count=job_count,
            time_us=time_us,
            amount_unit=amount_unit,
            amounts=amounts,
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
