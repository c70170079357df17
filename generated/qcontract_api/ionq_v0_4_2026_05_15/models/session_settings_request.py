from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.session_cost_limit import SessionCostLimit


T = TypeVar("T", bound="SessionSettingsRequest")


@_attrs_define
class SessionSettingsRequest:
    """Limits for a new session; defaults are not documented."""

    job_count_limit: int | Unset = UNSET
    """ Largest number of jobs. """
    duration_limit_min: int | Unset = UNSET
    """ Longest duration, in minutes. """
    cost_limit: SessionCostLimit | Unset = UNSET
    """ Most that the jobs of a session may cost. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "job_count_limit": ("job_count_limit", (int,)),
        "duration_limit_min": ("duration_limit_min", (int,)),
        "cost_limit": ("cost_limit", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        job_count_limit = self.job_count_limit
        duration_limit_min = self.duration_limit_min
        cost_limit: dict[str, Any] | Unset = UNSET
        if not isinstance(self.cost_limit, Unset):
            cost_limit = self.cost_limit.to_dict()

        _fields_: dict[str, Any] = {}
        if job_count_limit is not UNSET:
            _fields_["job_count_limit"] = job_count_limit
        if duration_limit_min is not UNSET:
            _fields_["duration_limit_min"] = duration_limit_min
        if cost_limit is not UNSET:
            _fields_["cost_limit"] = cost_limit
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("SessionSettingsRequest", src_dict)
        _members_ = dict(src_dict)
        try:
            job_count_limit = _members_.pop("job_count_limit", UNSET)
            duration_limit_min = _members_.pop("duration_limit_min", UNSET)
            _cost_limit = _members_.pop("cost_limit", UNSET)
            cost_limit: SessionCostLimit | Unset
            if isinstance(_cost_limit, Unset):
                cost_limit = UNSET
            else:
                cost_limit = _models_.SessionCostLimit.from_dict(_cost_limit)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            job_count_limit=job_count_limit,
            duration_limit_min=duration_limit_min,
            cost_limit=cost_limit,
        )
        _model_.unknown_fields = _members_
        return _model_
