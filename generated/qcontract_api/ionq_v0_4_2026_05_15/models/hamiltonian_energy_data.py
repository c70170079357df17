from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.ansatz import Ansatz
    from ..models.hamiltonian_pauli_term import HamiltonianPauliTerm
    from ..models.linear_constraint import LinearConstraint
    from ..models.quadratic_constraint import QuadraticConstraint


T = TypeVar("T", bound="HamiltonianEnergyData")


@_attrs_define
class HamiltonianEnergyData:
    """An energy to estimate: the expectation of a Hamiltonian in the state that a circuit prepares."""

    hamiltonian: list[HamiltonianPauliTerm]
    """ The Hamiltonian as a sum of Pauli strings. """
    ansatz: Ansatz
    """ The circuit with free parameters. """
    linear_constraints: list[LinearConstraint] | Unset = UNSET
    """ Linear conditions on the solution. """
    quadratic_constraints: list[QuadraticConstraint] | Unset = UNSET
    """ Quadratic conditions on the solution. """
    penalty: float | None | Unset = 0.0
    """ Weight by which broken conditions count; null for none. """
    cvar_alpha: float | None | Unset = UNSET
    """ Fraction of the best shots to average over (conditional value at risk); null for all. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "hamiltonian": ("hamiltonian", (list,)),
        "ansatz": ("ansatz", (dict,)),
        "linear_constraints": ("linear_constraints", (list,)),
        "quadratic_constraints": ("quadratic_constraints", (list,)),
        "penalty": ("penalty", (float, int, NoneType)),
        "cvar_alpha": ("cvar_alpha", (float, int, NoneType)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "hamiltonian": ((dict,),),
        "linear_constraints": ((dict,),),
        "quadratic_constraints": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        hamiltonian = []
        for hamiltonian_item_data in self.hamiltonian:
            hamiltonian_item = hamiltonian_item_data.to_dict()
            hamiltonian.append(hamiltonian_item)

        ansatz = self.ansatz.to_dict()
        linear_constraints: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.linear_constraints, Unset):
            linear_constraints = []
            for linear_constraints_item_data in self.linear_constraints:
                linear_constraints_item = linear_constraints_item_data.to_dict()
                linear_constraints.append(linear_constraints_item)

        quadratic_constraints: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.quadratic_constraints, Unset):
            quadratic_constraints = []
            for quadratic_constraints_item_data in self.quadratic_constraints:
                quadratic_constraints_item = quadratic_constraints_item_data.to_dict()
                quadratic_constraints.append(quadratic_constraints_item)

        penalty: float | None | Unset
        if isinstance(self.penalty, Unset):
            penalty = UNSET
        else:
            penalty = self.penalty
        cvar_alpha: float | None | Unset
        if isinstance(self.cvar_alpha, Unset):
            cvar_alpha = UNSET
        else:
            cvar_alpha = self.cvar_alpha

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["hamiltonian"] = hamiltonian
        _fields_["ansatz"] = ansatz
        if linear_constraints is not UNSET:
            _fields_["linear_constraints"] = linear_constraints
        if quadratic_constraints is not UNSET:
            _fields_["quadratic_constraints"] = quadratic_constraints
        if penalty is not UNSET:
            _fields_["penalty"] = penalty
        if cvar_alpha is not UNSET:
            _fields_["cvar_alpha"] = cvar_alpha
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("HamiltonianEnergyData", src_dict)
        _members_ = dict(src_dict)
        try:
            hamiltonian = []
            for hamiltonian_item_data in as_list(_members_.pop("hamiltonian")):
                hamiltonian_item = _models_.HamiltonianPauliTerm.from_dict(hamiltonian_item_data)

                hamiltonian.append(hamiltonian_item)

            ansatz = _models_.Ansatz.from_dict(_members_.pop("ansatz"))

            _linear_constraints = _members_.pop("linear_constraints", UNSET)
            linear_constraints: list[LinearConstraint] | Unset = UNSET
            if _linear_constraints is not UNSET:
                linear_constraints = []
                for linear_constraints_item_data in as_list(_linear_constraints):
                    linear_constraints_item = _models_.LinearConstraint.from_dict(linear_constraints_item_data)

                    linear_constraints.append(linear_constraints_item)

            _quadratic_constraints = _members_.pop("quadratic_constraints", UNSET)
            quadratic_constraints: list[QuadraticConstraint] | Unset = UNSET
            if _quadratic_constraints is not UNSET:
                quadratic_constraints = []
                for quadratic_constraints_item_data in as_list(_quadratic_constraints):
                    quadratic_constraints_item = _models_.QuadraticConstraint.from_dict(quadratic_constraints_item_data)

                    quadratic_constraints.append(quadratic_constraints_item)

            penalty = _members_.pop("penalty", UNSET)

            cvar_alpha = _members_.pop("cvar_alpha", UNSET)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("HamiltonianEnergyData", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            hamiltonian=hamiltonian,
            ansatz=ansatz,
            linear_constraints=linear_constraints,
            quadratic_constraints=quadratic_constraints,
            penalty=penalty,
            cvar_alpha=cvar_alpha,
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
