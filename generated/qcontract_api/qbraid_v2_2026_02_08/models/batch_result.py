from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.job_status import JobStatus
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.result import Result
    from ..models.time_stamps import TimeStamps


T = TypeVar("T", bound="BatchResult")


@_attrs_define
class BatchResult:
    """Result of a job of several circuits."""

    results: list[Result]
    """ One result per circuit, in the order of the programs. """
    status: JobStatus | Unset = UNSET
    """ Status of a job. INITIALIZING, then QUEUED, possibly VALIDATING, then RUNNING, and at the end COMPLETED,
    FAILED or CANCELLED; CANCELLING between a cancellation and its confirmation. HOLD means finished, but the result
    is withheld for reasons of the account: nothing more will happen by itself. UNKNOWN is not explained anywhere.
    """
    cost: float | str | Unset = UNSET
    """ What was charged for all circuits, in credits; see Result. """
    time_stamps: TimeStamps | Unset = UNSET
    """ Points in time of a job. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "results": ("results", (list,)),
        "status": ("status", (str,)),
        "cost": ("cost", (float, int, str)),
        "time_stamps": ("timeStamps", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "results": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        results = []
        for results_item_data in self.results:
            results_item = results_item_data.to_dict()
            results.append(results_item)

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

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
        _fields_["results"] = results
        if status is not UNSET:
            _fields_["status"] = status
        if cost is not UNSET:
            _fields_["cost"] = cost
        if time_stamps is not UNSET:
            _fields_["timeStamps"] = time_stamps
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("BatchResult", src_dict)
        _members_ = dict(src_dict)
        try:
            results = []
            for results_item_data in as_list(_members_.pop("results")):
                results_item = _models_.Result.from_dict(results_item_data)

                results.append(results_item)

            _status = _members_.pop("status", UNSET)
            status: JobStatus | Unset
            if isinstance(_status, Unset):
                status = UNSET
            else:
                status = JobStatus(_status)

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
            raise MissingFieldError("BatchResult", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            results=results,
            status=status,
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
