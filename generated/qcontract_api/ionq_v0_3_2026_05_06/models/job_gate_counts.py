from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="JobGateCounts")


@_attrs_define
class JobGateCounts:
    """How many gates the job used, by the number of qubits that a gate acts on."""

    field_1q: float | Unset = UNSET
    """ Number of one-qubit gates. """
    field_2q: float | Unset = UNSET
    """ Number of two-qubit gates. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "field_1q": ("1q", (float, int)),
        "field_2q": ("2q", (float, int)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        field_1q = self.field_1q
        field_2q = self.field_2q

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if field_1q is not UNSET:
            _fields_["1q"] = field_1q
        if field_2q is not UNSET:
            _fields_["2q"] = field_2q
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("JobGateCounts", src_dict)
        _members_ = dict(src_dict)
        try:
            field_1q = _members_.pop("1q", UNSET)
            field_2q = _members_.pop("2q", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
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
