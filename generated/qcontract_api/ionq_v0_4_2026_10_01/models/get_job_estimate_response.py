from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.get_job_estimate_context import GetJobEstimateContext
    from ..models.get_job_estimate_response_rate_card import GetJobEstimateResponseRateCard


T = TypeVar("T", bound="GetJobEstimateResponse")


@_attrs_define
class GetJobEstimateResponse:
    """Estimate of cost and time."""

    estimate_context: GetJobEstimateContext
    """ What an estimate was made for: the questions asked, defaults filled in, and who asked. """
    estimated_at: datetime.datetime
    """ A moment in ISO 8601 form, UTC, with milliseconds: `2026-10-01T12:30:00.000Z`. """
    estimated_unit: str
    """ Currency of all amounts: a code such as `usd`, or `credit`. """
    rate_card: GetJobEstimateResponseRateCard
    """ Prices that the estimate is based on. """
    estimated_total_cost: float
    """ Expected cost of the job. How it follows from the prices is not published. """
    estimated_execution_time: int
    """ Expected running time, in milliseconds. """
    current_predicted_queue_time: int
    """ Expected wait before the job starts, in milliseconds. """
    estimated_quantum_compute_time_us: int | Unset = UNSET
    """ Expected time on the quantum computer, in microseconds; only where compute seconds are priced. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "estimate_context": ("estimate_context", (dict,)),
        "estimated_at": ("estimated_at", (str,)),
        "estimated_unit": ("estimated_unit", (str,)),
        "rate_card": ("rate_card", (dict,)),
        "estimated_total_cost": ("estimated_total_cost", (float, int)),
        "estimated_execution_time": ("estimated_execution_time", (int,)),
        "current_predicted_queue_time": ("current_predicted_queue_time", (int,)),
        "estimated_quantum_compute_time_us": ("estimated_quantum_compute_time_us", (int,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        estimate_context = self.estimate_context.to_dict()
        estimated_at = self.estimated_at.isoformat()
        estimated_unit = self.estimated_unit
        rate_card = self.rate_card.to_dict()
        estimated_total_cost = self.estimated_total_cost
        estimated_execution_time = self.estimated_execution_time
        current_predicted_queue_time = self.current_predicted_queue_time
        estimated_quantum_compute_time_us = self.estimated_quantum_compute_time_us

        _fields_: dict[str, Any] = {}
        _fields_["estimate_context"] = estimate_context
        _fields_["estimated_at"] = estimated_at
        _fields_["estimated_unit"] = estimated_unit
        _fields_["rate_card"] = rate_card
        _fields_["estimated_total_cost"] = estimated_total_cost
        _fields_["estimated_execution_time"] = estimated_execution_time
        _fields_["current_predicted_queue_time"] = current_predicted_queue_time
        if estimated_quantum_compute_time_us is not UNSET:
            _fields_["estimated_quantum_compute_time_us"] = estimated_quantum_compute_time_us
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GetJobEstimateResponse", src_dict)
        _members_ = dict(src_dict)
        try:
            estimate_context = _models_.GetJobEstimateContext.from_dict(_members_.pop("estimate_context"))

            estimated_at = datetime.datetime.fromisoformat(_members_.pop("estimated_at"))

            estimated_unit = _members_.pop("estimated_unit")
            rate_card = _models_.GetJobEstimateResponseRateCard.from_dict(_members_.pop("rate_card"))

            estimated_total_cost = _members_.pop("estimated_total_cost")
            estimated_execution_time = _members_.pop("estimated_execution_time")
            current_predicted_queue_time = _members_.pop("current_predicted_queue_time")
            estimated_quantum_compute_time_us = _members_.pop("estimated_quantum_compute_time_us", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("GetJobEstimateResponse", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            estimate_context=estimate_context,
            estimated_at=estimated_at,
            estimated_unit=estimated_unit,
            rate_card=rate_card,
            estimated_total_cost=estimated_total_cost,
            estimated_execution_time=estimated_execution_time,
            current_predicted_queue_time=current_predicted_queue_time,
            estimated_quantum_compute_time_us=estimated_quantum_compute_time_us,
        )
        _model_.unknown_fields = _members_
        return _model_
