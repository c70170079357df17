from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import MissingFieldError, ShapeError, not_an_object, unfit

T = TypeVar("T", bound="HamiltonianPauliTerm")


@_attrs_define
class HamiltonianPauliTerm:
    """One term of a Hamiltonian."""

    pauli_string: str
    """ One letter of I, X, Y, Z per qubit. Which end is qubit 0 is not documented here. """
    coefficient: float
    """ Real factor of the term. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "pauli_string": ("pauli_string", (str,)),
        "coefficient": ("coefficient", (float, int)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        pauli_string = self.pauli_string
        coefficient = self.coefficient

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["pauli_string"] = pauli_string
        _fields_["coefficient"] = coefficient
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("HamiltonianPauliTerm", src_dict)
        _members_ = dict(src_dict)
        try:
            pauli_string = _members_.pop("pauli_string")
            coefficient = _members_.pop("coefficient")
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("HamiltonianPauliTerm", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            pauli_string=pauli_string,
            coefficient=coefficient,
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
