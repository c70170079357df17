from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_status import JobStatus
from ..types import UNSET, ShapeError, Unset, as_list, not_an_object, unfit

T = TypeVar("T", bound="GetJobsQueryParams")


@_attrs_define
class GetJobsQueryParams:
    """The filters of the job list as one object. No operation refers to it."""

    ids: list[str] | Unset = UNSET
    """ Only the jobs with these ids. """
    parent_job_id: str | Unset = UNSET
    """ Only the children of this job. """
    status: JobStatus | Unset = UNSET
    """ Where a job stands. `submitted`: being checked and compiled. `ready`: waiting in the queue. `started`:
    running, or, for a job with children, partly finished. `completed`, `failed`, `canceled`: ended for good. """
    target: str | Unset = UNSET
    """ Only jobs sent to this backend, or to one of several in a comma-separated text. """
    session_id: str | Unset = UNSET
    """ Only jobs of this session. """
    submitter_id: str | Unset = UNSET
    """ Only jobs of this submitter. """
    limit: int | Unset = UNSET
    """ Largest number of jobs on a page. """
    next_: str | Unset = UNSET
    """ Cursor of the wanted page. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "ids": ("ids", (list,)),
        "parent_job_id": ("parent_job_id", (str,)),
        "status": ("status", (str,)),
        "target": ("target", (str,)),
        "session_id": ("session_id", (str,)),
        "submitter_id": ("submitter_id", (str,)),
        "limit": ("limit", (int,)),
        "next_": ("next", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "ids": ((str,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        ids: list[str] | Unset = UNSET
        if not isinstance(self.ids, Unset):
            ids = self.ids

        parent_job_id = self.parent_job_id
        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        target = self.target
        session_id = self.session_id
        submitter_id = self.submitter_id
        limit = self.limit
        next_ = self.next_

        _fields_: dict[str, Any] = {}
        if ids is not UNSET:
            _fields_["ids"] = ids
        if parent_job_id is not UNSET:
            _fields_["parent_job_id"] = parent_job_id
        if status is not UNSET:
            _fields_["status"] = status
        if target is not UNSET:
            _fields_["target"] = target
        if session_id is not UNSET:
            _fields_["session_id"] = session_id
        if submitter_id is not UNSET:
            _fields_["submitter_id"] = submitter_id
        if limit is not UNSET:
            _fields_["limit"] = limit
        if next_ is not UNSET:
            _fields_["next"] = next_
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GetJobsQueryParams", src_dict)
        _members_ = dict(src_dict)
        try:
            _ids = _members_.pop("ids", UNSET)
            ids: list[str] | Unset = UNSET
            if _ids is not UNSET:
                ids = as_list(_ids)

            parent_job_id = _members_.pop("parent_job_id", UNSET)
            _status = _members_.pop("status", UNSET)
            status: JobStatus | Unset
            if isinstance(_status, Unset):
                status = UNSET
            else:
                status = JobStatus(_status)

            target = _members_.pop("target", UNSET)
            session_id = _members_.pop("session_id", UNSET)
            submitter_id = _members_.pop("submitter_id", UNSET)
            limit = _members_.pop("limit", UNSET)
            next_ = _members_.pop("next", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            ids=ids,
            parent_job_id=parent_job_id,
            status=status,
            target=target,
            session_id=session_id,
            submitter_id=submitter_id,
            limit=limit,
            next_=next_,
        )
        _model_.unknown_fields = _members_
        return _model_
