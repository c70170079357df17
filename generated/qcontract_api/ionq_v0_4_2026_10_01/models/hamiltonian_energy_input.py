from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.hamiltonian_energy_input_data import HamiltonianEnergyInputData


T = TypeVar("T", bound="HamiltonianEnergyInput")


@_attrs_define
class HamiltonianEnergyInput:
    """The energy of a Hamiltonian as the function to evaluate."""

    data: HamiltonianEnergyInputData
    """ The function. """
    params: list[float] | Unset = UNSET
    """ Values for the free parameters of the circuit. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "data": ("data", (dict,)),
        "params": ("params", (list,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "params": ((float, int),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        data = self.data.to_dict()
        params: list[float] | Unset = UNSET
        if not isinstance(self.params, Unset):
            params = self.params

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["data"] = data
        if params is not UNSET:
            _fields_["params"] = params
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("HamiltonianEnergyInput", src_dict)
        _members_ = dict(src_dict)
        try:
            data = _models_.HamiltonianEnergyInputData.from_dict(_members_.pop("data"))

            _params = _members_.pop("params", UNSET)
            params: list[float] | Unset = UNSET
            if _params is not UNSET:
                params = as_list(_params)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("HamiltonianEnergyInput", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            data=data,
            params=params,
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
