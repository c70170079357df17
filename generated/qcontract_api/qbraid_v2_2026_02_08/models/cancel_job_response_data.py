from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MissingFieldError, ShapeError, not_an_object, unfit

T = TypeVar("T", bound="CancelJobResponseData")


@_attrs_define
class CancelJobResponseData:
    """What was begun."""

    message: str
    """ Confirmation for people. """
    job_qrn: str
    """ QRN of the job. """
    status: str
    """ The job's status now, CANCELLING in the documented sample. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "message": ("message", (str,)),
        "job_qrn": ("jobQrn", (str,)),
        "status": ("status", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        message = self.message
        job_qrn = self.job_qrn
        status = self.status

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["message"] = message
        _fields_["jobQrn"] = job_qrn
        _fields_["status"] = status
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CancelJobResponseData", src_dict)
        _members_ = dict(src_dict)
        try:
            message = _members_.pop("message")
            job_qrn = _members_.pop("jobQrn")
            status = _members_.pop("status")
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("CancelJobResponseData", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            message=message,
            job_qrn=job_qrn,
            status=status,
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
