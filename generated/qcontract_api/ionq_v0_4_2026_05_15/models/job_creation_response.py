from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_status import JobStatus
from ..types import MissingFieldError, ShapeError, not_an_object, unfit

T = TypeVar("T", bound="JobCreationResponse")


@_attrs_define
class JobCreationResponse:
    """Receipt for a new job. Everything else about it must be asked for."""

    id: str
    """ Id of the new job, a UUID string. Keep it: it is the only way back to the job. """
    status: JobStatus
    """ Where a job stands. `submitted`: being checked and compiled. `ready`: waiting in the queue. `started`:
    running, or, for a job with children, partly finished. `completed`, `failed`, `canceled`: ended for good. """
    session_id: None | str
    """ Id of the session that the job runs in; null if none. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "id": ("id", (str,)),
        "status": ("status", (str,)),
        "session_id": ("session_id", (str, NoneType)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        id = self.id
        status = self.status.value
        session_id: None | str
        session_id = self.session_id

        _fields_: dict[str, Any] = {}
        _fields_["id"] = id
        _fields_["status"] = status
        _fields_["session_id"] = session_id
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("JobCreationResponse", src_dict)
        _members_ = dict(src_dict)
        try:
            id = _members_.pop("id")
            status = JobStatus(_members_.pop("status"))

            session_id = _members_.pop("session_id")

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("JobCreationResponse", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            id=id,
            status=status,
            session_id=session_id,
        )
        _model_.unknown_fields = _members_
        return _model_
