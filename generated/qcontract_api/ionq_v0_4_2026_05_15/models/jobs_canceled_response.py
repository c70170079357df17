from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.jobs_canceled_response_status import JobsCanceledResponseStatus
from ..types import MissingFieldError, ShapeError, as_list, not_an_object, unfit

T = TypeVar("T", bound="JobsCanceledResponse")


@_attrs_define
class JobsCanceledResponse:
    """Receipt for several cancellations."""

    ids: list[str]
    """ Ids of the jobs. """
    status: JobsCanceledResponseStatus
    """ Always `canceled`. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "ids": ("ids", (list,)),
        "status": ("status", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "ids": ((str,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        ids = self.ids

        status = self.status.value

        _fields_: dict[str, Any] = {}
        _fields_["ids"] = ids
        _fields_["status"] = status
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("JobsCanceledResponse", src_dict)
        _members_ = dict(src_dict)
        try:
            ids = as_list(_members_.pop("ids"))

            status = JobsCanceledResponseStatus(_members_.pop("status"))

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("JobsCanceledResponse", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            ids=ids,
            status=status,
        )
        _model_.unknown_fields = _members_
        return _model_
