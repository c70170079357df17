from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="SessionCostLimit")


@_attrs_define
class SessionCostLimit:
    """Most that the jobs of a session may cost."""

    value: float
    """ Amount. """
    unit: str | Unset = UNSET
    """ Currency code such as `usd`, or `credit`. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "value": ("value", (float, int)),
        "unit": ("unit", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        value = self.value
        unit = self.unit

        _fields_: dict[str, Any] = {}
        _fields_["value"] = value
        if unit is not UNSET:
            _fields_["unit"] = unit
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("SessionCostLimit", src_dict)
        _members_ = dict(src_dict)
        try:
            value = _members_.pop("value")
            unit = _members_.pop("unit", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("SessionCostLimit", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            value=value,
            unit=unit,
        )
        _model_.unknown_fields = _members_
        return _model_
