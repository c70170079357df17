from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="CharacterizationTiming")


@_attrs_define
class CharacterizationTiming:
    """Durations and coherence times, all in seconds and often fractions."""

    readout: float | Unset = UNSET
    """ Duration of a readout, in seconds. """
    reset: float | Unset = UNSET
    """ Duration of a reset, in seconds. """
    field_1q: float | Unset = UNSET
    """ Duration of a one-qubit gate, in seconds. """
    field_2q: float | Unset = UNSET
    """ Duration of a two-qubit gate, in seconds. """
    t1: float | Unset = UNSET
    """ Relaxation time T1, in seconds. """
    t2: float | Unset = UNSET
    """ Dephasing time T2, in seconds. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "readout": ("readout", (float, int)),
        "reset": ("reset", (float, int)),
        "field_1q": ("1q", (float, int)),
        "field_2q": ("2q", (float, int)),
        "t1": ("t1", (float, int)),
        "t2": ("t2", (float, int)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        readout = self.readout
        reset = self.reset
        field_1q = self.field_1q
        field_2q = self.field_2q
        t1 = self.t1
        t2 = self.t2

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if readout is not UNSET:
            _fields_["readout"] = readout
        if reset is not UNSET:
            _fields_["reset"] = reset
        if field_1q is not UNSET:
            _fields_["1q"] = field_1q
        if field_2q is not UNSET:
            _fields_["2q"] = field_2q
        if t1 is not UNSET:
            _fields_["t1"] = t1
        if t2 is not UNSET:
            _fields_["t2"] = t2
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CharacterizationTiming", src_dict)
        _members_ = dict(src_dict)
        try:
            readout = _members_.pop("readout", UNSET)
            reset = _members_.pop("reset", UNSET)
            field_1q = _members_.pop("1q", UNSET)
            field_2q = _members_.pop("2q", UNSET)
            t1 = _members_.pop("t1", UNSET)
            t2 = _members_.pop("t2", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            readout=readout,
            reset=reset,
            field_1q=field_1q,
            field_2q=field_2q,
            t1=t1,
            t2=t2,
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
