from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import MissingFieldError, ShapeError, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.base_job import BaseJob


T = TypeVar("T", bound="GetJobsResponse")


@_attrs_define
class GetJobsResponse:
    """One page of jobs."""

    jobs: list[BaseJob]
    """ The jobs on this page. Their order is not documented. """
    next_: None | str
    """ Cursor of the following page, to be sent back as the query parameter `next`; null on the last page. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

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

        jobs = []
        for jobs_item_data in self.jobs:
            jobs_item = jobs_item_data.to_dict()
            jobs.append(jobs_item)

        next_: None | str
        next_ = self.next_

        _fields_: dict[str, Any] = {}
        _fields_["jobs"] = jobs
        _fields_["next"] = next_
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GetJobsResponse", src_dict)
        _members_ = dict(src_dict)
        try:
            jobs = []
            for jobs_item_data in as_list(_members_.pop("jobs")):
                jobs_item = _models_.BaseJob.from_dict(jobs_item_data)

                jobs.append(jobs_item)

            next_ = _members_.pop("next")

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("GetJobsResponse", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            jobs=jobs,
            next_=next_,
        )
        _model_.unknown_fields = _members_
        return _model_
