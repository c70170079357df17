from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.org_report_members_item import OrgReportMembersItem
    from ..models.org_report_qpus_item import OrgReportQpusItem


T = TypeVar("T", bound="OrgReport")


@_attrs_define
class OrgReport:
    """An organization's spending and use in a period. The choice of number or integer for its members is inferred from
    an example."""

    start_date: str | Unset = UNSET
    """ First day of the period. The format is not documented. """
    end_date: str | Unset = UNSET
    """ Last day of the period. The format is not documented. """
    organization: str | Unset = UNSET
    """ Name of the organization. """
    organization_id: str | Unset = UNSET
    """ Id of the organization. """
    budget: float | Unset = UNSET
    """ Money granted for the period, in `currency`. """
    balance: float | Unset = UNSET
    """ Money left, in `currency`. """
    currency: str | Unset = UNSET
    """ Currency of the amounts; which code system it uses is not documented. """
    qpus: list[OrgReportQpusItem] | Unset = UNSET
    """ Use per quantum computer. """
    members: list[OrgReportMembersItem] | Unset = UNSET
    """ Use per member of the organization. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "start_date": ("start_date", (str,)),
        "end_date": ("end_date", (str,)),
        "organization": ("organization", (str,)),
        "organization_id": ("organization_id", (str,)),
        "budget": ("budget", (float, int)),
        "balance": ("balance", (float, int)),
        "currency": ("currency", (str,)),
        "qpus": ("qpus", (list,)),
        "members": ("members", (list,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "qpus": ((dict,),),
        "members": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        start_date = self.start_date
        end_date = self.end_date
        organization = self.organization
        organization_id = self.organization_id
        budget = self.budget
        balance = self.balance
        currency = self.currency
        qpus: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.qpus, Unset):
            qpus = []
            for qpus_item_data in self.qpus:
                qpus_item = qpus_item_data.to_dict()
                qpus.append(qpus_item)

        members: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.members, Unset):
            members = []
            for members_item_data in self.members:
                members_item = members_item_data.to_dict()
                members.append(members_item)

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if start_date is not UNSET:
            _fields_["start_date"] = start_date
        if end_date is not UNSET:
            _fields_["end_date"] = end_date
        if organization is not UNSET:
            _fields_["organization"] = organization
        if organization_id is not UNSET:
            _fields_["organization_id"] = organization_id
        if budget is not UNSET:
            _fields_["budget"] = budget
        if balance is not UNSET:
            _fields_["balance"] = balance
        if currency is not UNSET:
            _fields_["currency"] = currency
        if qpus is not UNSET:
            _fields_["qpus"] = qpus
        if members is not UNSET:
            _fields_["members"] = members
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("OrgReport", src_dict)
        _members_ = dict(src_dict)
        try:
            start_date = _members_.pop("start_date", UNSET)
            end_date = _members_.pop("end_date", UNSET)
            organization = _members_.pop("organization", UNSET)
            organization_id = _members_.pop("organization_id", UNSET)
            budget = _members_.pop("budget", UNSET)
            balance = _members_.pop("balance", UNSET)
            currency = _members_.pop("currency", UNSET)
            _qpus = _members_.pop("qpus", UNSET)
            qpus: list[OrgReportQpusItem] | Unset = UNSET
            if _qpus is not UNSET:
                qpus = []
                for qpus_item_data in as_list(_qpus):
                    qpus_item = _models_.OrgReportQpusItem.from_dict(qpus_item_data)

                    qpus.append(qpus_item)

            _members = _members_.pop("members", UNSET)
            members: list[OrgReportMembersItem] | Unset = UNSET
            if _members is not UNSET:
                members = []
                for members_item_data in as_list(_members):
                    members_item = _models_.OrgReportMembersItem.from_dict(members_item_data)

                    members.append(members_item)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            start_date=start_date,
            end_date=end_date,
            organization=organization,
            organization_id=organization_id,
            budget=budget,
            balance=balance,
            currency=currency,
            qpus=qpus,
            members=members,
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
