from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="MultiCircuitJobCreationPayloadSettingsErrorMitigation")


@_attrs_define
class MultiCircuitJobCreationPayloadSettingsErrorMitigation:
    """Methods that reduce the effect of noise. Only quantum computers apply them."""

    debiasing: bool | Unset = UNSET
    """ Run variants of the circuit on different qubits and combine them. Needs at least 500 shots; from there on it
    is the default for QIS gates, and must be asked for with native gates. It raises the minimum price. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "debiasing": ("debiasing", (bool,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        debiasing = self.debiasing

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if debiasing is not UNSET:
            _fields_["debiasing"] = debiasing
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("MultiCircuitJobCreationPayloadSettingsErrorMitigation", src_dict)
        _members_ = dict(src_dict)
        try:
            debiasing = _members_.pop("debiasing", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            debiasing=debiasing,
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
