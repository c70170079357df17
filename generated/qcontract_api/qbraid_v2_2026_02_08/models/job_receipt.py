from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_status import JobStatus
from ..types import MissingFieldError, ShapeError, not_an_object, unfit

T = TypeVar("T", bound="JobReceipt")


@_attrs_define
class JobReceipt:
    """What the documentation shows of a new job."""

    job_qrn: str
    """ QRN of the new job. """
    status: JobStatus
    """ Status of a job. INITIALIZING, then QUEUED, possibly VALIDATING, then RUNNING, and at the end COMPLETED,
    FAILED or CANCELLED; CANCELLING between a cancellation and its confirmation. HOLD means finished, but the result
    is withheld for reasons of the account: nothing more will happen by itself. UNKNOWN is not explained anywhere.
    """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "job_qrn": ("jobQrn", (str,)),
        "status": ("status", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        job_qrn = self.job_qrn
        status = self.status.value

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["jobQrn"] = job_qrn
        _fields_["status"] = status
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("JobReceipt", src_dict)
        _members_ = dict(src_dict)
        try:
            job_qrn = _members_.pop("jobQrn")
            status = JobStatus(_members_.pop("status"))

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("JobReceipt", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
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
