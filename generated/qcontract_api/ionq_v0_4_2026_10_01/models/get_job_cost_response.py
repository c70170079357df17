from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.get_job_cost_response_cost import GetJobCostResponseCost
    from ..models.get_job_cost_response_estimated_cost import GetJobCostResponseEstimatedCost


T = TypeVar("T", bound="GetJobCostResponse")


@_attrs_define
class GetJobCostResponse:
    """Cost of a job."""

    dry_run: bool
    """ Whether the job was a dry run, which is priced but not run. """
    estimated_cost: GetJobCostResponseEstimatedCost | Unset = UNSET
    """ What the job was expected to cost. """
    cost: GetJobCostResponseCost | Unset = UNSET
    """ What the job did cost; absent until that is known. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "dry_run": ("dry_run", (bool,)),
        "estimated_cost": ("estimated_cost", (dict,)),
        "cost": ("cost", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        dry_run = self.dry_run
        estimated_cost: dict[str, Any] | Unset = UNSET
        if not isinstance(self.estimated_cost, Unset):
            estimated_cost = self.estimated_cost.to_dict()
        cost: dict[str, Any] | Unset = UNSET
        if not isinstance(self.cost, Unset):
            cost = self.cost.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_["dry_run"] = dry_run
        if estimated_cost is not UNSET:
            _fields_["estimated_cost"] = estimated_cost
        if cost is not UNSET:
            _fields_["cost"] = cost
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GetJobCostResponse", src_dict)
        _members_ = dict(src_dict)
        try:
            dry_run = _members_.pop("dry_run")
            _estimated_cost = _members_.pop("estimated_cost", UNSET)
            estimated_cost: GetJobCostResponseEstimatedCost | Unset
            if isinstance(_estimated_cost, Unset):
                estimated_cost = UNSET
            else:
                estimated_cost = _models_.GetJobCostResponseEstimatedCost.from_dict(_estimated_cost)

            _cost = _members_.pop("cost", UNSET)
            cost: GetJobCostResponseCost | Unset
            if isinstance(_cost, Unset):
                cost = UNSET
            else:
                cost = _models_.GetJobCostResponseCost.from_dict(_cost)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("GetJobCostResponse", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            dry_run=dry_run,
            estimated_cost=estimated_cost,
            cost=cost,
        )
        _model_.unknown_fields = _members_
        return _model_
