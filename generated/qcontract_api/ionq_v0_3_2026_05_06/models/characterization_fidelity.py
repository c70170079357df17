from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.fidelity import Fidelity


T = TypeVar("T", bound="CharacterizationFidelity")


@_attrs_define
class CharacterizationFidelity:
    """Fidelities by kind of operation. The documentation lists only `spam`; the others come from traffic."""

    spam: Fidelity | Unset = UNSET
    """ A measured fidelity with its spread; 1 is perfect. """
    field_1q: Fidelity | Unset = UNSET
    """ A measured fidelity with its spread; 1 is perfect. """
    field_2q: Fidelity | Unset = UNSET
    """ A measured fidelity with its spread; 1 is perfect. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "spam": ("spam", (dict,)),
        "field_1q": ("1q", (dict,)),
        "field_2q": ("2q", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        spam: dict[str, Any] | Unset = UNSET
        if not isinstance(self.spam, Unset):
            spam = self.spam.to_dict()
        field_1q: dict[str, Any] | Unset = UNSET
        if not isinstance(self.field_1q, Unset):
            field_1q = self.field_1q.to_dict()
        field_2q: dict[str, Any] | Unset = UNSET
        if not isinstance(self.field_2q, Unset):
            field_2q = self.field_2q.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if spam is not UNSET:
            _fields_["spam"] = spam
        if field_1q is not UNSET:
            _fields_["1q"] = field_1q
        if field_2q is not UNSET:
            _fields_["2q"] = field_2q
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CharacterizationFidelity", src_dict)
        _members_ = dict(src_dict)
        try:
            _spam = _members_.pop("spam", UNSET)
            spam: Fidelity | Unset
            if isinstance(_spam, Unset):
                spam = UNSET
            else:
                spam = _models_.Fidelity.from_dict(_spam)

            _field_1q = _members_.pop("1q", UNSET)
            field_1q: Fidelity | Unset
            if isinstance(_field_1q, Unset):
                field_1q = UNSET
            else:
                field_1q = _models_.Fidelity.from_dict(_field_1q)

            _field_2q = _members_.pop("2q", UNSET)
            field_2q: Fidelity | Unset
            if isinstance(_field_2q, Unset):
                field_2q = UNSET
            else:
                field_2q = _models_.Fidelity.from_dict(_field_2q)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            spam=spam,
            field_1q=field_1q,
            field_2q=field_2q,
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
