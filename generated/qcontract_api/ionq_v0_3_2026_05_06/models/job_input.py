from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.gateset import Gateset
from ..types import UNSET, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.gate import Gate
    from ..models.job_input_circuit import JobInputCircuit


T = TypeVar("T", bound="JobInput")


@_attrs_define
class JobInput:
    """The program. The vendor's own schema of this object was never visible: members come from pages and public
    clients, and which are required is unknown. Give `circuit` for one circuit, `circuits` for several, or `data`
    for a program in another language."""

    format_: str | Unset = "ionq.circuit.v0"
    """ Language of the program: `ionq.circuit.v0` for the JSON circuits below, `qir` for QIR bitcode in `data`. One
    client also sends `qasm`; not confirmed. """
    gateset: Gateset | Unset = UNSET
    """ Language of the gates: `qis` for abstract gates with angles in radians, `native` for the machine's own gates
    with angles in turns. A circuit cannot mix them. """
    qubits: int | Unset = UNSET
    """ Number of qubits of the circuit; for several circuits, the largest number. QIR clients send it as text. """
    circuit: list[Gate] | Unset = UNSET
    """ The gates, in the order in which they act. All qubits are measured at the end; there is no measurement gate.
    """
    circuits: list[JobInputCircuit] | Unset = UNSET
    """ Several circuits that become one parent job with a child job each. """
    data: str | Unset = UNSET
    """ The program as text: for `qir`, base64 of the bitcode. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "format_": ("format", (str,)),
        "gateset": ("gateset", (str,)),
        "qubits": ("qubits", (int,)),
        "circuit": ("circuit", (list,)),
        "circuits": ("circuits", (list,)),
        "data": ("data", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "circuit": ((dict,),),
        "circuits": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        format_ = self.format_
        gateset: str | Unset = UNSET
        if not isinstance(self.gateset, Unset):
            gateset = self.gateset.value

        qubits = self.qubits
        circuit: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.circuit, Unset):
            circuit = []
            for circuit_item_data in self.circuit:
                circuit_item = circuit_item_data.to_dict()
                circuit.append(circuit_item)

        circuits: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.circuits, Unset):
            circuits = []
            for circuits_item_data in self.circuits:
                circuits_item = circuits_item_data.to_dict()
                circuits.append(circuits_item)

        data = self.data

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if format_ is not UNSET:
            _fields_["format"] = format_
        if gateset is not UNSET:
            _fields_["gateset"] = gateset
        if qubits is not UNSET:
            _fields_["qubits"] = qubits
        if circuit is not UNSET:
            _fields_["circuit"] = circuit
        if circuits is not UNSET:
            _fields_["circuits"] = circuits
        if data is not UNSET:
            _fields_["data"] = data
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("JobInput", src_dict)
        _members_ = dict(src_dict)
        try:
            format_ = _members_.pop("format", UNSET)
            _gateset = _members_.pop("gateset", UNSET)
            gateset: Gateset | Unset
            if isinstance(_gateset, Unset):
                gateset = UNSET
            else:
                gateset = Gateset(_gateset)

            qubits = _members_.pop("qubits", UNSET)
            _circuit = _members_.pop("circuit", UNSET)
            circuit: list[Gate] | Unset = UNSET
            if _circuit is not UNSET:
                circuit = []
                for circuit_item_data in as_list(_circuit):
                    circuit_item = _models_.Gate.from_dict(circuit_item_data)

                    circuit.append(circuit_item)

            _circuits = _members_.pop("circuits", UNSET)
            circuits: list[JobInputCircuit] | Unset = UNSET
            if _circuits is not UNSET:
                circuits = []
                for circuits_item_data in as_list(_circuits):
                    circuits_item = _models_.JobInputCircuit.from_dict(circuits_item_data)

                    circuits.append(circuits_item)

            data = _members_.pop("data", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            format_=format_,
            gateset=gateset,
            qubits=qubits,
            circuit=circuit,
            circuits=circuits,
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
