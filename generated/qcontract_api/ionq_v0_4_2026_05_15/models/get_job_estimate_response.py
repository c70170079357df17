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
    from ..models.get_job_estimate_query_params import GetJobEstimateQueryParams
    from ..models.get_job_estimate_response_rate_card import GetJobEstimateResponseRateCard
    from ..models.get_job_estimate_response_rate_information import GetJobEstimateResponseRateInformation


T = TypeVar("T", bound="GetJobEstimateResponse")


@_attrs_define
class GetJobEstimateResponse:
    """Estimate of cost and time. Two generations of names occur: input_values, cost_unit, rate_information and
    estimated_cost, or estimate_context, estimated_unit, rate_card and estimated_total_cost."""

    estimated_at: datetime.datetime
    """ A moment in ISO 8601 form, UTC, with milliseconds: `2026-10-01T12:30:00.000Z`. """
    estimated_execution_time: float
    """ Expected running time. This version does not state the unit; later ones say milliseconds. """
    current_predicted_queue_time: float
    """ Expected wait before the job starts. This version does not state the unit; later ones say milliseconds. """
    input_values: GetJobEstimateQueryParams | Unset = UNSET
    """ The questions of an estimate as one object. """
    cost_unit: str | Unset = UNSET
    """ Currency of all amounts: a code such as `usd`, or `credit`. """
    rate_information: GetJobEstimateResponseRateInformation | Unset = UNSET
    """ Prices that the estimate is based on. """
    estimated_cost: float | Unset = UNSET
    """ Expected cost of the job. How it follows from the prices is not published. """
    estimate_context: GetJobEstimateContext | Unset = UNSET
    """ What an estimate was made for: the questions asked, defaults filled in, and who asked. """
    estimated_unit: str | Unset = UNSET
    """ Currency of all amounts: a code such as `usd`, or `credit`. """
    rate_card: GetJobEstimateResponseRateCard | Unset = UNSET
    """ Prices that the estimate is based on. """
    estimated_total_cost: float | Unset = UNSET
    """ Expected cost of the job. """
    estimated_quantum_compute_time_us: int | Unset = UNSET
    """ Expected time on the quantum computer, in microseconds; only where compute seconds are priced. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "estimated_at": ("estimated_at", (str,)),
        "estimated_execution_time": ("estimated_execution_time", (float, int)),
        "current_predicted_queue_time": ("current_predicted_queue_time", (float, int)),
        "input_values": ("input_values", (dict,)),
        "cost_unit": ("cost_unit", (str,)),
        "rate_information": ("rate_information", (dict,)),
        "estimated_cost": ("estimated_cost", (float, int)),
        "estimate_context": ("estimate_context", (dict,)),
        "estimated_unit": ("estimated_unit", (str,)),
        "rate_card": ("rate_card", (dict,)),
        "estimated_total_cost": ("estimated_total_cost", (float, int)),
        "estimated_quantum_compute_time_us": ("estimated_quantum_compute_time_us", (int,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        estimated_at = self.estimated_at.isoformat()
        estimated_execution_time = self.estimated_execution_time
        current_predicted_queue_time = self.current_predicted_queue_time
        input_values: dict[str, Any] | Unset = UNSET
        if not isinstance(self.input_values, Unset):
            input_values = self.input_values.to_dict()
        cost_unit = self.cost_unit
        rate_information: dict[str, Any] | Unset = UNSET
        if not isinstance(self.rate_information, Unset):
            rate_information = self.rate_information.to_dict()
        estimated_cost = self.estimated_cost
        estimate_context: dict[str, Any] | Unset = UNSET
        if not isinstance(self.estimate_context, Unset):
            estimate_context = self.estimate_context.to_dict()
        estimated_unit = self.estimated_unit
        rate_card: dict[str, Any] | Unset = UNSET
        if not isinstance(self.rate_card, Unset):
            rate_card = self.rate_card.to_dict()
        estimated_total_cost = self.estimated_total_cost
        estimated_quantum_compute_time_us = self.estimated_quantum_compute_time_us

        _fields_: dict[str, Any] = {}
        _fields_["estimated_at"] = estimated_at
        _fields_["estimated_execution_time"] = estimated_execution_time
        _fields_["current_predicted_queue_time"] = current_predicted_queue_time
        if input_values is not UNSET:
            _fields_["input_values"] = input_values
        if cost_unit is not UNSET:
            _fields_["cost_unit"] = cost_unit
        if rate_information is not UNSET:
            _fields_["rate_information"] = rate_information
        if estimated_cost is not UNSET:
            _fields_["estimated_cost"] = estimated_cost
        if estimate_context is not UNSET:
            _fields_["estimate_context"] = estimate_context
        if estimated_unit is not UNSET:
            _fields_["estimated_unit"] = estimated_unit
        if rate_card is not UNSET:
            _fields_["rate_card"] = rate_card
        if estimated_total_cost is not UNSET:
            _fields_["estimated_total_cost"] = estimated_total_cost
        if estimated_quantum_compute_time_us is not UNSET:
            _fields_["estimated_quantum_compute_time_us"] = estimated_quantum_compute_time_us
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GetJobEstimateResponse", src_dict)
        _members_ = dict(src_dict)
        try:
            estimated_at = datetime.datetime.fromisoformat(_members_.pop("estimated_at"))

            estimated_execution_time = _members_.pop("estimated_execution_time")
            current_predicted_queue_time = _members_.pop("current_predicted_queue_time")
            _input_values = _members_.pop("input_values", UNSET)
            input_values: GetJobEstimateQueryParams | Unset
            if isinstance(_input_values, Unset):
                input_values = UNSET
            else:
                input_values = _models_.GetJobEstimateQueryParams.from_dict(_input_values)

            cost_unit = _members_.pop("cost_unit", UNSET)
            _rate_information = _members_.pop("rate_information", UNSET)
            rate_information: GetJobEstimateResponseRateInformation | Unset
            if isinstance(_rate_information, Unset):
                rate_information = UNSET
            else:
                rate_information = _models_.GetJobEstimateResponseRateInformation.from_dict(_rate_information)

            estimated_cost = _members_.pop("estimated_cost", UNSET)
            _estimate_context = _members_.pop("estimate_context", UNSET)
            estimate_context: GetJobEstimateContext | Unset
            if isinstance(_estimate_context, Unset):
                estimate_context = UNSET
            else:
                estimate_context = _models_.GetJobEstimateContext.from_dict(_estimate_context)

            estimated_unit = _members_.pop("estimated_unit", UNSET)
            _rate_card = _members_.pop("rate_card", UNSET)
            rate_card: GetJobEstimateResponseRateCard | Unset
            if isinstance(_rate_card, Unset):
                rate_card = UNSET
            else:
                rate_card = _models_.GetJobEstimateResponseRateCard.from_dict(_rate_card)

            estimated_total_cost = _members_.pop("estimated_total_cost", UNSET)
            estimated_quantum_compute_time_us = _members_.pop("estimated_quantum_compute_time_us", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("GetJobEstimateResponse", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            estimated_at=estimated_at,
            estimated_execution_time=estimated_execution_time,
            current_predicted_queue_time=current_predicted_queue_time,
            input_values=input_values,
            cost_unit=cost_unit,
            rate_information=rate_information,
            estimated_cost=estimated_cost,
            estimate_context=estimate_context,
            estimated_unit=estimated_unit,
            rate_card=rate_card,
            estimated_total_cost=estimated_total_cost,
            estimated_quantum_compute_time_us=estimated_quantum_compute_time_us,
        )
        _model_.unknown_fields = _members_
        return _model_
