from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.job_status import JobStatus
from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.result_result_data import ResultResultData
    from ..models.time_stamps import TimeStamps


T = TypeVar("T", bound="Result")


@_attrs_define
class Result:
    """Result of one circuit, or of the job as a whole."""

    status: JobStatus
    """ Status of a job. INITIALIZING, then QUEUED, possibly VALIDATING, then RUNNING, and at the end COMPLETED,
    FAILED or CANCELLED; CANCELLING between a cancellation and its confirmation. HOLD means finished, but the result
    is withheld for reasons of the account: nothing more will happen by itself. UNKNOWN is not explained anywhere.
    """
    result_data: ResultResultData
    """ The measured data. Gate-based devices answer `measurementCounts` (bit string to number of shots), sometimes
    `measurements` (one list of 0 and 1 per shot), `seed` and runner details; annealers answer `solutions` and
    `solutionCount`. Which end of a bit string is qubit 0 is unknown. """
    cost: float | str | Unset = UNSET
    """ What was charged, in credits: a number (documented) or a decimal number as text such as `0.375` or `0E-33`
    (live). Read it as a decimal. """
    time_stamps: TimeStamps | Unset = UNSET
    """ Points in time of a job. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "status": ("status", (str,)),
        "result_data": ("resultData", (dict,)),
        "cost": ("cost", (float, int, str)),
        "time_stamps": ("timeStamps", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        status = self.status.value
        result_data = self.result_data.to_dict()
        cost: float | str | Unset
        if isinstance(self.cost, Unset):
            cost = UNSET
        else:
            cost = self.cost
        time_stamps: dict[str, Any] | Unset = UNSET
        if not isinstance(self.time_stamps, Unset):
            time_stamps = self.time_stamps.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["status"] = status
        _fields_["resultData"] = result_data
        if cost is not UNSET:
            _fields_["cost"] = cost
        if time_stamps is not UNSET:
            _fields_["timeStamps"] = time_stamps
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Result", src_dict)
        _members_ = dict(src_dict)
        try:
            status = JobStatus(_members_.pop("status"))

            result_data = _models_.ResultResultData.from_dict(_members_.pop("resultData"))

            cost = _members_.pop("cost", UNSET)

            _time_stamps = _members_.pop("timeStamps", UNSET)
            time_stamps: TimeStamps | Unset
            if isinstance(_time_stamps, Unset):
                time_stamps = UNSET
            else:
                time_stamps = _models_.TimeStamps.from_dict(_time_stamps)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("Result", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            status=status,
            result_data=result_data,
            cost=cost,
            time_stamps=time_stamps,
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
