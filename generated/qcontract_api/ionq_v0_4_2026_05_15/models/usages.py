from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.group_by import GroupBy
from ..models.modality import Modality
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.usage import Usage


T = TypeVar("T", bound="Usages")


@_attrs_define
class Usages:
    """Usage report of an organization."""

    group_type: GroupBy
    """ What each period is broken down by. """
    modality: Modality
    """ Length of a period. """
    amount_total: float | Unset = UNSET
    """ Cost of all jobs, in the unit of the report. """
    job_count: int | Unset = UNSET
    """ Number of jobs in all. """
    organization: str | Unset = UNSET
    """ Id of an organization. """
    time_us_total: float | Unset = UNSET
    """ Running time of all jobs, in microseconds. """
    usage_data: list[Usage] | Unset = UNSET
    """ The periods. """
    usage_from: datetime.datetime | Unset = UNSET
    """ Begin of the report (ISO 8601, UTC). """
    usage_to: datetime.datetime | Unset = UNSET
    """ End of the report (ISO 8601, UTC). """
    usage_unit: str | Unset = UNSET
    """ Unit of the amounts: a currency code such as `usd`, or `credit`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "group_type": ("group_type", (str,)),
        "modality": ("modality", (str,)),
        "amount_total": ("amount_total", (float, int)),
        "job_count": ("job_count", (int,)),
        "organization": ("organization", (str,)),
        "time_us_total": ("time_us_total", (float, int)),
        "usage_data": ("usage_data", (list,)),
        "usage_from": ("usage_from", (str,)),
        "usage_to": ("usage_to", (str,)),
        "usage_unit": ("usage_unit", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "usage_data": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        group_type = self.group_type.value
        modality = self.modality.value
        amount_total = self.amount_total
        job_count = self.job_count
        organization = self.organization
        time_us_total = self.time_us_total
        usage_data: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.usage_data, Unset):
            usage_data = []
            for usage_data_item_data in self.usage_data:
                usage_data_item = usage_data_item_data.to_dict()
                usage_data.append(usage_data_item)

        usage_from: str | Unset = UNSET
        if not isinstance(self.usage_from, Unset):
            usage_from = self.usage_from.isoformat()
        usage_to: str | Unset = UNSET
        if not isinstance(self.usage_to, Unset):
            usage_to = self.usage_to.isoformat()
        usage_unit = self.usage_unit

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["group_type"] = group_type
        _fields_["modality"] = modality
        if amount_total is not UNSET:
            _fields_["amount_total"] = amount_total
        if job_count is not UNSET:
            _fields_["job_count"] = job_count
        if organization is not UNSET:
            _fields_["organization"] = organization
        if time_us_total is not UNSET:
            _fields_["time_us_total"] = time_us_total
        if usage_data is not UNSET:
            _fields_["usage_data"] = usage_data
        if usage_from is not UNSET:
            _fields_["usage_from"] = usage_from
        if usage_to is not UNSET:
            _fields_["usage_to"] = usage_to
        if usage_unit is not UNSET:
            _fields_["usage_unit"] = usage_unit
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Usages", src_dict)
        _members_ = dict(src_dict)
        try:
            group_type = GroupBy(_members_.pop("group_type"))

            modality = Modality(_members_.pop("modality"))

            amount_total = _members_.pop("amount_total", UNSET)
            job_count = _members_.pop("job_count", UNSET)
            organization = _members_.pop("organization", UNSET)
            time_us_total = _members_.pop("time_us_total", UNSET)
            _usage_data = _members_.pop("usage_data", UNSET)
            usage_data: list[Usage] | Unset = UNSET
            if _usage_data is not UNSET:
                usage_data = []
                for usage_data_item_data in as_list(_usage_data):
                    usage_data_item = _models_.Usage.from_dict(usage_data_item_data)

                    usage_data.append(usage_data_item)

            _usage_from = _members_.pop("usage_from", UNSET)
            usage_from: datetime.datetime | Unset
            if isinstance(_usage_from, Unset):
                usage_from = UNSET
            else:
                usage_from = datetime.datetime.fromisoformat(_usage_from)

            _usage_to = _members_.pop("usage_to", UNSET)
            usage_to: datetime.datetime | Unset
            if isinstance(_usage_to, Unset):
                usage_to = UNSET
            else:
                usage_to = datetime.datetime.fromisoformat(_usage_to)

            usage_unit = _members_.pop("usage_unit", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("Usages", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            group_type=group_type,
            modality=modality,
            amount_total=amount_total,
            job_count=job_count,
            organization=organization,
            time_us_total=time_us_total,
            usage_data=usage_data,
            usage_from=usage_from,
            usage_to=usage_to,
            usage_unit=usage_unit,
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
