from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.create_job_response_status import CreateJobResponseStatus
from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="CreateJobResponse")


@_attrs_define
class CreateJobResponse:
    """Receipt for a new job; read the job itself for more."""

    id: UUID
    """ Id of a job, assigned by the service when it is created. A child of a multi-circuit job has an id of its
    own. """
    status: CreateJobResponseStatus
    """ Always `ready`. """
    request: int | Unset = UNSET
    """ When the job was accepted. Not always present. Unix time in whole seconds. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "id": ("id", (str,)),
        "status": ("status", (str,)),
        "request": ("request", (int,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        id = str(self.id)
        status = self.status.value
        request = self.request

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["id"] = id
        _fields_["status"] = status
        if request is not UNSET:
            _fields_["request"] = request
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CreateJobResponse", src_dict)
        _members_ = dict(src_dict)
        try:
            id = UUID(_members_.pop("id"))

            status = CreateJobResponseStatus(_members_.pop("status"))

            request = _members_.pop("request", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("CreateJobResponse", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            id=id,
            status=status,
            request=request,
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
