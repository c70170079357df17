from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.compilation_output import CompilationOutput
    from ..models.error_mitigation_output import ErrorMitigationOutput


T = TypeVar("T", bound="CircuitJobOutput")


@_attrs_define
class CircuitJobOutput:
    """By-products of a circuit job; further members may occur."""

    compilation: CompilationOutput | Unset = UNSET
    """ What the compiler produced. """
    error_mitigation: ErrorMitigationOutput | Unset = UNSET
    """ What error mitigation did. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "compilation": ("compilation", (dict,)),
        "error_mitigation": ("error_mitigation", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = True

    def to_dict(self) -> dict[str, Any]:

        compilation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.compilation, Unset):
            compilation = self.compilation.to_dict()
        error_mitigation: dict[str, Any] | Unset = UNSET
        if not isinstance(self.error_mitigation, Unset):
            error_mitigation = self.error_mitigation.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if compilation is not UNSET:
            _fields_["compilation"] = compilation
        if error_mitigation is not UNSET:
            _fields_["error_mitigation"] = error_mitigation
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CircuitJobOutput", src_dict)
        _members_ = dict(src_dict)
        try:
            _compilation = _members_.pop("compilation", UNSET)
            compilation: CompilationOutput | Unset
            if isinstance(_compilation, Unset):
                compilation = UNSET
            else:
                compilation = _models_.CompilationOutput.from_dict(_compilation)

            _error_mitigation = _members_.pop("error_mitigation", UNSET)
            error_mitigation: ErrorMitigationOutput | Unset
            if isinstance(_error_mitigation, Unset):
                error_mitigation = UNSET
            else:
                error_mitigation = _models_.ErrorMitigationOutput.from_dict(_error_mitigation)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            compilation=compilation,
            error_mitigation=error_mitigation,
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
