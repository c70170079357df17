from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_q_ctrl_status import JobQCtrlStatus
from ..types import MissingFieldError, ShapeError, not_an_object, unfit

T = TypeVar("T", bound="QaoaResults")


@_attrs_define
class QaoaResults:
    """Outcome of an optimization."""

    optimal_cost: float
    """ Best value of the cost function found. """
    optimal_bitstring: str
    """ Bits of the best solution. """
    processing_status: JobQCtrlStatus
    """ State of an optimization at the partner: still running, converged, or stopped at the limit of iterations.
    """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "optimal_cost": ("optimal_cost", (float, int)),
        "optimal_bitstring": ("optimal_bitstring", (str,)),
        "processing_status": ("processing_status", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        optimal_cost = self.optimal_cost
        optimal_bitstring = self.optimal_bitstring
        processing_status = self.processing_status.value

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["optimal_cost"] = optimal_cost
        _fields_["optimal_bitstring"] = optimal_bitstring
        _fields_["processing_status"] = processing_status
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("QaoaResults", src_dict)
        _members_ = dict(src_dict)
        try:
            optimal_cost = _members_.pop("optimal_cost")
            optimal_bitstring = _members_.pop("optimal_bitstring")
            processing_status = JobQCtrlStatus(_members_.pop("processing_status"))

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("QaoaResults", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            optimal_cost=optimal_cost,
            optimal_bitstring=optimal_bitstring,
            processing_status=processing_status,
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
