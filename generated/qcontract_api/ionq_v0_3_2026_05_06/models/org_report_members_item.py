from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="OrgReportMembersItem")


@_attrs_define
class OrgReportMembersItem:
    """Use of one member."""

    id: str | Unset = UNSET
    """ Id of the member. """
    jobs: int | Unset = UNSET
    """ Number of jobs submitted in the period. """
    user_email: str | Unset = UNSET
    """ Address of the member. """
    first_name: str | Unset = UNSET
    """ First name. """
    last_name: str | Unset = UNSET
    """ Family name. """
    execution_time: float | Unset = UNSET
    """ Time the member's jobs ran; the unit is not documented. """
    quota: float | Unset = UNSET
    """ Amount the member may use; the unit is not documented. """
    quota_consumed: float | Unset = UNSET
    """ Amount used of the quota. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "id": ("id", (str,)),
        "jobs": ("jobs", (int,)),
        "user_email": ("user_email", (str,)),
        "first_name": ("first_name", (str,)),
        "last_name": ("last_name", (str,)),
        "execution_time": ("execution_time", (float, int)),
        "quota": ("quota", (float, int)),
        "quota_consumed": ("quota_consumed", (float, int)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        id = self.id
        jobs = self.jobs
        user_email = self.user_email
        first_name = self.first_name
        last_name = self.last_name
        execution_time = self.execution_time
        quota = self.quota
        quota_consumed = self.quota_consumed

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if id is not UNSET:
            _fields_["id"] = id
        if jobs is not UNSET:
            _fields_["jobs"] = jobs
        if user_email is not UNSET:
            _fields_["user_email"] = user_email
        if first_name is not UNSET:
            _fields_["first_name"] = first_name
        if last_name is not UNSET:
            _fields_["last_name"] = last_name
        if execution_time is not UNSET:
            _fields_["execution_time"] = execution_time
        if quota is not UNSET:
            _fields_["quota"] = quota
        if quota_consumed is not UNSET:
            _fields_["quota_consumed"] = quota_consumed
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("OrgReportMembersItem", src_dict)
        _members_ = dict(src_dict)
        try:
            id = _members_.pop("id", UNSET)
            jobs = _members_.pop("jobs", UNSET)
            user_email = _members_.pop("user_email", UNSET)
            first_name = _members_.pop("first_name", UNSET)
            last_name = _members_.pop("last_name", UNSET)
            execution_time = _members_.pop("execution_time", UNSET)
            quota = _members_.pop("quota", UNSET)
            quota_consumed = _members_.pop("quota_consumed", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            id=id,
            jobs=jobs,
            user_email=user_email,
            first_name=first_name,
            last_name=last_name,
            execution_time=execution_time,
            quota=quota,
            quota_consumed=quota_consumed,
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
