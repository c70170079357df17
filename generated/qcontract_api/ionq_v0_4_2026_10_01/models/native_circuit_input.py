from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.native_circuit_input_gateset import NativeCircuitInputGateset
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.gate_native_gate import GateNativeGate


T = TypeVar("T", bound="NativeCircuitInput")


@_attrs_define
class NativeCircuitInput:
    """A circuit of native gates. Native and abstract gates cannot be mixed in one circuit."""

    circuit: list[GateNativeGate]
    """ The gates, in the order in which they act. """
    gateset: NativeCircuitInputGateset
    """ Always `native`. """
    qubits: int | Unset = UNSET
    """ Number of qubits. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "circuit": ("circuit", (list,)),
        "gateset": ("gateset", (str,)),
        "qubits": ("qubits", (int,)),
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

        gateset = self.gateset.value
        qubits = self.qubits

        _fields_: dict[str, Any] = {}
        _fields_["circuit"] = circuit
        _fields_["gateset"] = gateset
        if qubits is not UNSET:
            _fields_["qubits"] = qubits
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("NativeCircuitInput", src_dict)
        _members_ = dict(src_dict)
        try:
            circuit = []
            for circuit_item_data in as_list(_members_.pop("circuit")):
                circuit_item = _models_.GateNativeGate.from_dict(circuit_item_data)

                circuit.append(circuit_item)

            gateset = NativeCircuitInputGateset(_members_.pop("gateset"))

            qubits = _members_.pop("qubits", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("NativeCircuitInput", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            circuit=circuit,
            gateset=gateset,
            qubits=qubits,
        )
        _model_.unknown_fields = _members_
        return _model_
