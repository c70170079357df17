from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MissingFieldError, ShapeError, not_an_object, unfit

T = TypeVar("T", bound="GetJobCostResponseCost")


@_attrs_define
class GetJobCostResponseCost:
    """What the job did cost; absent until that is known."""

    value: float
    """ Amount. """
    unit: str
    """ Currency code such as `usd`, or `credit`. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

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
        _fields_.update(self.additional_properties)
        _fields_["value"] = value
        _fields_["unit"] = unit
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GetJobCostResponseCost", src_dict)
        _members_ = dict(src_dict)
        try:
            value = _members_.pop("value")
            unit = _members_.pop("unit")
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("GetJobCostResponseCost", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            value=value,
            unit=unit,
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
