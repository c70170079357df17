from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.usage_amount import UsageAmount


T = TypeVar("T", bound="GroupUsage")


@_attrs_define
class GroupUsage:
    """Usage of one job, project or user in a period."""

    amount: float | Unset = UNSET
    """ Cost of the jobs, in the unit of the report. """
    amount_unit: str | Unset = UNSET
    """ Currency of the amount: a code such as `usd`, or `credit`. """
    amounts: list[UsageAmount] | Unset = UNSET
    """ The cost split by currency. """
    group_id: str | Unset = UNSET
    """ Id of the job, project or user. """
    group_name: str | Unset = UNSET
    """ Its name. """
    job_count: int | Unset = UNSET
    """ Number of jobs. """
    time_us: float | Unset = UNSET
    """ Running time of the jobs, in microseconds. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "amount": ("amount", (float, int)),
        "amount_unit": ("amount_unit", (str,)),
        "amounts": ("amounts", (list,)),
        "group_id": ("group_id", (str,)),
        "group_name": ("group_name", (str,)),
        "job_count": ("job_count", (int,)),
        "time_us": ("time_us", (float, int)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "amounts": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        amount = self.amount
        amount_unit = self.amount_unit
        amounts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.amounts, Unset):
            amounts = []
            for amounts_item_data in self.amounts:
                amounts_item = amounts_item_data.to_dict()
                amounts.append(amounts_item)

        group_id = self.group_id
        group_name = self.group_name
        job_count = self.job_count
        time_us = self.time_us

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if amount is not UNSET:
            _fields_["amount"] = amount
        if amount_unit is not UNSET:
            _fields_["amount_unit"] = amount_unit
        if amounts is not UNSET:
            _fields_["amounts"] = amounts
        if group_id is not UNSET:
            _fields_["group_id"] = group_id
        if group_name is not UNSET:
            _fields_["group_name"] = group_name
        if job_count is not UNSET:
            _fields_["job_count"] = job_count
        if time_us is not UNSET:
            _fields_["time_us"] = time_us
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GroupUsage", src_dict)
        _members_ = dict(src_dict)
        try:
            amount = _members_.pop("amount", UNSET)
            amount_unit = _members_.pop("amount_unit", UNSET)
            _amounts = _members_.pop("amounts", UNSET)
            amounts: list[UsageAmount] | Unset = UNSET
            if _amounts is not UNSET:
                amounts = []
                for amounts_item_data in as_list(_amounts):
                    amounts_item = _models_.UsageAmount.from_dict(amounts_item_data)

                    amounts.append(amounts_item)

            group_id = _members_.pop("group_id", UNSET)
            group_name = _members_.pop("group_name", UNSET)
            job_count = _members_.pop("job_count", UNSET)
            time_us = _members_.pop("time_us", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            amount=amount,
            amount_unit=amount_unit,
            amounts=amounts,
            group_id=group_id,
            group_name=group_name,
            job_count=job_count,
            time_us=time_us,
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
