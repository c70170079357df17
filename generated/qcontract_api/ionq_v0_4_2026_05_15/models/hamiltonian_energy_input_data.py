from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.hamiltonian_energy_input_data_type import HamiltonianEnergyInputDataType
from ..types import MissingFieldError, ShapeError, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.hamiltonian_energy_data import HamiltonianEnergyData


T = TypeVar("T", bound="HamiltonianEnergyInputData")


@_attrs_define
class HamiltonianEnergyInputData:
    """The function."""

    type_: HamiltonianEnergyInputDataType
    """ Always `hamiltonian-energy`. """
    data: HamiltonianEnergyData
    """ An energy to estimate: the expectation of a Hamiltonian in the state that a circuit prepares. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "type_": ("type", (str,)),
        "data": ("data", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        type_ = self.type_.value
        data = self.data.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["type"] = type_
        _fields_["data"] = data
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("HamiltonianEnergyInputData", src_dict)
        _members_ = dict(src_dict)
        try:
            type_ = HamiltonianEnergyInputDataType(_members_.pop("type"))

            data = _models_.HamiltonianEnergyData.from_dict(_members_.pop("data"))

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("HamiltonianEnergyInputData", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            type_=type_,
            data=data,
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
