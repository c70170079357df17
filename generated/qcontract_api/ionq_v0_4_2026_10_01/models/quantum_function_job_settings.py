from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.circuit_job_error_mitigation_settings import CircuitJobErrorMitigationSettings


T = TypeVar("T", bound="QuantumFunctionJobSettings")


@_attrs_define
class QuantumFunctionJobSettings:
    """Settings of a hybrid job."""

    error_mitigation: CircuitJobErrorMitigationSettings | Unset = UNSET
    """ What the job uses against noise. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "error_mitigation": ("error_mitigation", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        error_mitigation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.error_mitigation, Unset):
            error_mitigation = self.error_mitigation.to_dict()

        _fields_: dict[str, Any] = {}
        if error_mitigation is not UNSET:
            _fields_["error_mitigation"] = error_mitigation
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("QuantumFunctionJobSettings", src_dict)
        _members_ = dict(src_dict)
        try:
            _error_mitigation = _members_.pop("error_mitigation", UNSET)
            error_mitigation: CircuitJobErrorMitigationSettings | Unset
            if isinstance(_error_mitigation, Unset):
                error_mitigation = UNSET
            else:
                error_mitigation = _models_.CircuitJobErrorMitigationSettings.from_dict(_error_mitigation)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            error_mitigation=error_mitigation,
        )
        _model_.unknown_fields = _members_
        return _model_
