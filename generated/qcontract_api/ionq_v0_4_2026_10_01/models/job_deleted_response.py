from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_deleted_response_status import JobDeletedResponseStatus
from ..types import MissingFieldError, ShapeError, not_an_object, unfit

T = TypeVar("T", bound="JobDeletedResponse")


@_attrs_define
class JobDeletedResponse:
    """Receipt for a deletion."""

    id: str
    """ Id of the job, which is now gone. """
    status: JobDeletedResponseStatus
    """ Always `deleted`; no job that can be read has this status. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "id": ("id", (str,)),
        "status": ("status", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        id = self.id
        status = self.status.value

        _fields_: dict[str, Any] = {}
        _fields_["id"] = id
        _fields_["status"] = status
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("JobDeletedResponse", src_dict)
        _members_ = dict(src_dict)
        try:
            id = _members_.pop("id")
            status = JobDeletedResponseStatus(_members_.pop("status"))

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("JobDeletedResponse", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            id=id,
            status=status,
        )
        _model_.unknown_fields = _members_
        return _model_
