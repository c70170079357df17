from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_canceled_response_status import JobCanceledResponseStatus
from ..types import MissingFieldError, ShapeError, not_an_object, unfit

T = TypeVar("T", bound="JobCanceledResponse")


@_attrs_define
class JobCanceledResponse:
    """Receipt for a cancellation."""

    id: str
    """ Id of the job. """
    status: JobCanceledResponseStatus
    """ Always `canceled`. """
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
            raise not_an_object("JobCanceledResponse", src_dict)
        _members_ = dict(src_dict)
        try:
            id = _members_.pop("id")
            status = JobCanceledResponseStatus(_members_.pop("status"))

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("JobCanceledResponse", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            id=id,
            status=status,
        )
        _model_.unknown_fields = _members_
        return _model_
