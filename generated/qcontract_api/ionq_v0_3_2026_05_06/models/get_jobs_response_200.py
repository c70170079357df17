from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.job import Job


T = TypeVar("T", bound="GetJobsResponse200")


@_attrs_define
class GetJobsResponse200:
    """A page of jobs and the cursor of the following page."""

    jobs: list[Job] | Unset = UNSET
    """ The jobs of this page. Their order is not documented. """
    next_: None | str | Unset = UNSET
    """ Cursor of the following page. Absent or null on the last page. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "jobs": ("jobs", (list,)),
        "next_": ("next", (str, NoneType)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "jobs": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        jobs: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.jobs, Unset):
            jobs = []
            for jobs_item_data in self.jobs:
                jobs_item = jobs_item_data.to_dict()
                jobs.append(jobs_item)

        next_: None | str | Unset
        if isinstance(self.next_, Unset):
            next_ = UNSET
        else:
            next_ = self.next_

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if jobs is not UNSET:
            _fields_["jobs"] = jobs
        if next_ is not UNSET:
            _fields_["next"] = next_
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GetJobsResponse200", src_dict)
        _members_ = dict(src_dict)
        try:
            _jobs = _members_.pop("jobs", UNSET)
            jobs: list[Job] | Unset = UNSET
            if _jobs is not UNSET:
                jobs = []
                for jobs_item_data in as_list(_jobs):
                    jobs_item = _models_.Job.from_dict(jobs_item_data)

                    jobs.append(jobs_item)

            next_ = _members_.pop("next", UNSET)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            jobs=jobs,
            next_=next_,
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
