from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="QuantumFunctionJobResults")


@_attrs_define
class QuantumFunctionJobResults:
    """Value of a quantum function."""

    value: float | Unset = UNSET
    """ Estimate of the function, e.g. the energy of a Hamiltonian. """
    variance: float | Unset = UNSET
    """ Variance of that estimate. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "value": ("value", (float, int)),
        "variance": ("variance", (float, int)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        value = self.value
        variance = self.variance

        _fields_: dict[str, Any] = {}
        if value is not UNSET:
            _fields_["value"] = value
        if variance is not UNSET:
            _fields_["variance"] = variance
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("QuantumFunctionJobResults", src_dict)
        _members_ = dict(src_dict)
        try:
            value = _members_.pop("value", UNSET)
            variance = _members_.pop("variance", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            value=value,
            variance=variance,
        )
        _model_.unknown_fields = _members_
        return _model_
