from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MissingFieldError, ShapeError, as_list, not_an_object, unfit

T = TypeVar("T", bound="QuadraticConstraint")


@_attrs_define
class QuadraticConstraint:
    """A condition on a quadratic and a linear part; whether equality or a bound is meant is not documented."""

    quadratic_coeff: list[list[float]]
    """ Matrix of the quadratic part. """
    linear_coeff: list[float]
    """ Factors of the linear part. """
    rhs: float
    """ Right-hand side. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "quadratic_coeff": ("quadratic_coeff", (list,)),
        "linear_coeff": ("linear_coeff", (list,)),
        "rhs": ("rhs", (float, int)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "quadratic_coeff": (
            (list,),
            (float, int),
        ),
        "linear_coeff": ((float, int),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        quadratic_coeff = []
        for quadratic_coeff_item_data in self.quadratic_coeff:
            quadratic_coeff_item = quadratic_coeff_item_data

            quadratic_coeff.append(quadratic_coeff_item)

        linear_coeff = self.linear_coeff

        rhs = self.rhs

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["quadratic_coeff"] = quadratic_coeff
        _fields_["linear_coeff"] = linear_coeff
        _fields_["rhs"] = rhs
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("QuadraticConstraint", src_dict)
        _members_ = dict(src_dict)
        try:
            quadratic_coeff = []
            for quadratic_coeff_item_data in as_list(_members_.pop("quadratic_coeff")):
                quadratic_coeff_item = as_list(quadratic_coeff_item_data)

                quadratic_coeff.append(quadratic_coeff_item)

            linear_coeff = as_list(_members_.pop("linear_coeff"))

            rhs = _members_.pop("rhs")
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("QuadraticConstraint", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            quadratic_coeff=quadratic_coeff,
            linear_coeff=linear_coeff,
            rhs=rhs,
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
