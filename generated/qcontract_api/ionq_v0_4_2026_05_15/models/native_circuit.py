from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.native_circuit_gateset import NativeCircuitGateset
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.gate_native_gate import GateNativeGate
    from ..models.registers import Registers


T = TypeVar("T", bound="NativeCircuit")


@_attrs_define
class NativeCircuit:
    """One circuit of native gates in a multi-circuit job."""

    circuit: list[GateNativeGate]
    """ The gates, in the order in which they act. """
    name: str | Unset = UNSET
    """ Name of the circuit. """
    qubits: int | Unset = UNSET
    """ Number of qubits of this circuit; left out: that of the whole input. """
    registers: Registers | Unset = UNSET
    """ Named groups of qubits, by which results can be reported. """
    gateset: NativeCircuitGateset | Unset = UNSET
    """ Always `native`; left out: the gateset of the whole input. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "circuit": ("circuit", (list,)),
        "name": ("name", (str,)),
        "qubits": ("qubits", (int,)),
        "registers": ("registers", (dict,)),
        "gateset": ("gateset", (str,)),
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
        qubits = self.qubits
        registers: dict[str, Any] | Unset = UNSET
        if not isinstance(self.registers, Unset):
            registers = self.registers.to_dict()
        gateset: str | Unset = UNSET
        if not isinstance(self.gateset, Unset):
            gateset = self.gateset.value

        _fields_: dict[str, Any] = {}
        _fields_["circuit"] = circuit
        if name is not UNSET:
            _fields_["name"] = name
        if qubits is not UNSET:
            _fields_["qubits"] = qubits
        if registers is not UNSET:
            _fields_["registers"] = registers
        if gateset is not UNSET:
            _fields_["gateset"] = gateset
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("NativeCircuit", src_dict)
        _members_ = dict(src_dict)
        try:
            circuit = []
            for circuit_item_data in as_list(_members_.pop("circuit")):
                circuit_item = _models_.GateNativeGate.from_dict(circuit_item_data)

                circuit.append(circuit_item)

            name = _members_.pop("name", UNSET)
            qubits = _members_.pop("qubits", UNSET)
            _registers = _members_.pop("registers", UNSET)
            registers: Registers | Unset
            if isinstance(_registers, Unset):
                registers = UNSET
            else:
                registers = _models_.Registers.from_dict(_registers)

            _gateset = _members_.pop("gateset", UNSET)
            gateset: NativeCircuitGateset | Unset
            if isinstance(_gateset, Unset):
                gateset = UNSET
            else:
                gateset = NativeCircuitGateset(_gateset)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("NativeCircuit", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            circuit=circuit,
            name=name,
            qubits=qubits,
            registers=registers,
            gateset=gateset,
        )
        _model_.unknown_fields = _members_
        return _model_
