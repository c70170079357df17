from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_q_ctrl_status import JobQCtrlStatus
from ..types import MissingFieldError, ShapeError, not_an_object, unfit

T = TypeVar("T", bound="AddJobResultsPayload")


@_attrs_define
class AddJobResultsPayload:
    """Results that a partner delivers for an optimization job. No operation refers to it."""

    processing_status: JobQCtrlStatus
    """ State of an optimization at the partner: still running, converged, or stopped at the limit of iterations.
    """
    optimal_cost: float
    """ Best value of the cost function found. """
    optimal_bitstring: str
    """ Bits of the best solution. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "processing_status": ("processing_status", (str,)),
        "optimal_cost": ("optimal_cost", (float, int)),
        "optimal_bitstring": ("optimal_bitstring", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        processing_status = self.processing_status.value
        optimal_cost = self.optimal_cost
        optimal_bitstring = self.optimal_bitstring

        _fields_: dict[str, Any] = {}
        _fields_["processing_status"] = processing_status
        _fields_["optimal_cost"] = optimal_cost
        _fields_["optimal_bitstring"] = optimal_bitstring
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("AddJobResultsPayload", src_dict)
        _members_ = dict(src_dict)
        try:
            processing_status = JobQCtrlStatus(_members_.pop("processing_status"))

            optimal_cost = _members_.pop("optimal_cost")
            optimal_bitstring = _members_.pop("optimal_bitstring")
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("AddJobResultsPayload", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            processing_status=processing_status,
            optimal_cost=optimal_cost,
            optimal_bitstring=optimal_bitstring,
        )
        _model_.unknown_fields = _members_
        return _model_
