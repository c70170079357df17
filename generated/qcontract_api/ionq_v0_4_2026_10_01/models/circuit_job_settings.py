from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.circuit_job_compilation_settings import CircuitJobCompilationSettings
    from ..models.circuit_job_error_mitigation_settings import CircuitJobErrorMitigationSettings


T = TypeVar("T", bound="CircuitJobSettings")


@_attrs_define
class CircuitJobSettings:
    """Settings that the job was or will be run with, defaults filled in."""

    compilation: CircuitJobCompilationSettings | Unset = UNSET
    """ How the circuit was compiled. """
    error_mitigation: CircuitJobErrorMitigationSettings | Unset = UNSET
    """ What the job uses against noise. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "compilation": ("compilation", (dict,)),
        "error_mitigation": ("error_mitigation", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        compilation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.compilation, Unset):
            compilation = self.compilation.to_dict()
        error_mitigation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.error_mitigation, Unset):
            error_mitigation = self.error_mitigation.to_dict()

        _fields_: dict[str, Any] = {}
        if compilation is not UNSET:
            _fields_["compilation"] = compilation
        if error_mitigation is not UNSET:
            _fields_["error_mitigation"] = error_mitigation
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CircuitJobSettings", src_dict)
        _members_ = dict(src_dict)
        try:
            _compilation = _members_.pop("compilation", UNSET)
            compilation: CircuitJobCompilationSettings | Unset
            if isinstance(_compilation, Unset):
                compilation = UNSET
            else:
                compilation = _models_.CircuitJobCompilationSettings.from_dict(_compilation)

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
            compilation=compilation,
            error_mitigation=error_mitigation,
        )
        _model_.unknown_fields = _members_
        return _model_
