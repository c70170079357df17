from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.gateset import Gateset
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.gate import Gate
    from ..models.registers import Registers


T = TypeVar("T", bound="JobInputCircuit")


@_attrs_define
class JobInputCircuit:
    """One circuit of a multi-circuit job."""

    circuit: list[Gate]
    """ The gates, in the order in which they act. """
    name: str | Unset = UNSET
    """ A name chosen by the user for this circuit. """
    gateset: Gateset | Unset = UNSET
    """ Language of the gates: `qis` for abstract gates with angles in radians, `native` for the machine's own gates
    with angles in turns. A circuit cannot mix them. """
    qubits: int | Unset = UNSET
    """ Number of qubits of this circuit. Inferred from v0.4. """
    registers: Registers | Unset = UNSET
    """ How qubits map to the user's classical registers, by register name. The service only stores and echoes it;
    clients permute the results themselves. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "circuit": ("circuit", (list,)),
        "name": ("name", (str,)),
        "gateset": ("gateset", (str,)),
        "qubits": ("qubits", (int,)),
        "registers": ("registers", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "circuit": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        circuit = []
        for circuit_item_data in self.circuit:
            circuit_item = circuit_item_data.to_dict()
            circuit.append(circuit_item)

        name = self.name
        gateset: str | Unset = UNSET
        if not isinstance(self.gateset, Unset):
            gateset = self.gateset.value

        qubits = self.qubits
        registers: dict[str, Any] | Unset = UNSET
        if not isinstance(self.registers, Unset):
            registers = self.registers.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["circuit"] = circuit
        if name is not UNSET:
            _fields_["name"] = name
        if gateset is not UNSET:
            _fields_["gateset"] = gateset
        if qubits is not UNSET:
            _fields_["qubits"] = qubits
        if registers is not UNSET:
            _fields_["registers"] = registers
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("JobInputCircuit", src_dict)
        _members_ = dict(src_dict)
        try:
            circuit = []
            for circuit_item_data in as_list(_members_.pop("circuit")):
                circuit_item = _models_.Gate.from_dict(circuit_item_data)

                circuit.append(circuit_item)

            name = _members_.pop("name", UNSET)
            _gateset = _members_.pop("gateset", UNSET)
            gateset: Gateset | Unset
            if isinstance(_gateset, Unset):
                gateset = UNSET
            else:
                gateset = Gateset(_gateset)

            qubits = _members_.pop("qubits", UNSET)
            _registers = _members_.pop("registers", UNSET)
            registers: Registers | Unset
            if isinstance(_registers, Unset):
                registers = UNSET
            else:
                registers = _models_.Registers.from_dict(_registers)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("JobInputCircuit", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            circuit=circuit,
            name=name,
            gateset=gateset,
            qubits=qubits,
            registers=registers,
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
