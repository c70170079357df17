from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import MissingFieldError, ShapeError, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.gate_native_gate import GateNativeGate


T = TypeVar("T", bound="IonqNativeV1")


@_attrs_define
class IonqNativeV1:
    """A compiled circuit as a list of native gates."""

    qubits: int
    """ Number of qubits. """
    circuit: list[GateNativeGate]
    """ The gates, in the order in which they act. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "qubits": ("qubits", (int,)),
        "circuit": ("circuit", (list,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "circuit": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        qubits = self.qubits
        circuit = []
        for circuit_item_data in self.circuit:
            circuit_item = circuit_item_data.to_dict()
            circuit.append(circuit_item)

        _fields_: dict[str, Any] = {}
        _fields_["qubits"] = qubits
        _fields_["circuit"] = circuit
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("IonqNativeV1", src_dict)
        _members_ = dict(src_dict)
        try:
            qubits = _members_.pop("qubits")
            circuit = []
            for circuit_item_data in as_list(_members_.pop("circuit")):
                circuit_item = _models_.GateNativeGate.from_dict(circuit_item_data)

                circuit.append(circuit_item)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("IonqNativeV1", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            qubits=qubits,
            circuit=circuit,
        )
        _model_.unknown_fields = _members_
        return _model_
