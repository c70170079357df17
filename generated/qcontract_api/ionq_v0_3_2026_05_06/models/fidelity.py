from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="Fidelity")


@_attrs_define
class Fidelity:
    """A measured fidelity with its spread; 1 is perfect."""

    mean: float | Unset = UNSET
    """ Mean over all qubits or pairs. """
    stderr: float | Unset = UNSET
    """ Standard error of the mean. """
    median: float | Unset = UNSET
    """ Median over all qubits or pairs. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "mean": ("mean", (float, int)),
        "stderr": ("stderr", (float, int)),
        "median": ("median", (float, int)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        mean = self.mean
        stderr = self.stderr
        median = self.median

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if mean is not UNSET:
            _fields_["mean"] = mean
        if stderr is not UNSET:
            _fields_["stderr"] = stderr
        if median is not UNSET:
            _fields_["median"] = median
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Fidelity", src_dict)
        _members_ = dict(src_dict)
        try:
            mean = _members_.pop("mean", UNSET)
            stderr = _members_.pop("stderr", UNSET)
            median = _members_.pop("median", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            mean=mean,
            stderr=stderr,
            median=median,
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
