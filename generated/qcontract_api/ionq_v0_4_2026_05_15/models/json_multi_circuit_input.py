from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.json_multi_circuit_input_gateset import JsonMultiCircuitInputGateset
from ..types import UNSET, MissingFieldError, ShapeError, UnknownVariant, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.native_circuit import NativeCircuit
    from ..models.qis_circuit import QISCircuit


T = TypeVar("T", bound="JsonMultiCircuitInput")


@_attrs_define
class JsonMultiCircuitInput:
    """The circuits of a multi-circuit job. At most 150,000 gates in all."""

    gateset: JsonMultiCircuitInputGateset
    """ Gateset of every circuit that does not name its own. """
    circuits: list[NativeCircuit | QISCircuit | UnknownVariant]
    """ The circuits. Each becomes a child job, and is charged. The largest number allowed is not documented in this
    version. """
    qubits: int | Unset = UNSET
    """ Number of qubits of every circuit that does not say otherwise. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "gateset": ("gateset", (str,)),
        "circuits": ("circuits", (list,)),
        "qubits": ("qubits", (int,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "circuits": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:
        from ..models.native_circuit import NativeCircuit
        from ..models.qis_circuit import QISCircuit

        gateset = self.gateset.value
        circuits = []
        for circuits_item_data in self.circuits:
            circuits_item: dict[str, Any]
            if isinstance(circuits_item_data, QISCircuit):
                circuits_item = circuits_item_data.to_dict()
            elif isinstance(circuits_item_data, NativeCircuit):
                circuits_item = circuits_item_data.to_dict()
            else:
                circuits_item = circuits_item_data.to_dict()

            circuits.append(circuits_item)

        qubits = self.qubits

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["gateset"] = gateset
        _fields_["circuits"] = circuits
        if qubits is not UNSET:
            _fields_["qubits"] = qubits
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("JsonMultiCircuitInput", src_dict)
        _members_ = dict(src_dict)
        try:
            gateset = JsonMultiCircuitInputGateset(_members_.pop("gateset"))

            circuits = []
            for circuits_item_data in as_list(_members_.pop("circuits")):

                def _parse_circuits_item(data: object) -> NativeCircuit | QISCircuit | UnknownVariant:
                    if isinstance(data, dict):
                        _tag_ = data.get("gateset")
                        if _tag_ in ("qis",):
                            return _models_.QISCircuit.from_dict(data)
                        if _tag_ in ("native",):
                            return _models_.NativeCircuit.from_dict(data)
                        return UnknownVariant(data)

                    raise TypeError("expected NativeCircuit | QISCircuit | UnknownVariant")

                circuits_item = _parse_circuits_item(circuits_item_data)

                circuits.append(circuits_item)

            qubits = _members_.pop("qubits", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("JsonMultiCircuitInput", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            gateset=gateset,
            circuits=circuits,
            qubits=qubits,
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
