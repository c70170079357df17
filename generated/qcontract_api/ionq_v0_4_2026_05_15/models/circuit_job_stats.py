from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.number_map import NumberMap


T = TypeVar("T", bound="CircuitJobStats")


@_attrs_define
class CircuitJobStats:
    """Size of the job and what it used."""

    qubits: int | Unset = UNSET
    """ Number of qubits. """
    circuits: int | Unset = UNSET
    """ Number of circuits. """
    gate_counts: NumberMap | Unset = UNSET
    """ Name to number. """
    kwh: float | Unset = UNSET
    """ Electrical energy used, in kilowatt hours. """
    predicted_quantum_compute_time_us: int | Unset = UNSET
    """ Forecast of the time on the quantum computer, in microseconds. """
    billed_quantum_compute_time_us: int | Unset = UNSET
    """ Time on the quantum computer that is charged, in microseconds. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "qubits": ("qubits", (int,)),
        "circuits": ("circuits", (int,)),
        "gate_counts": ("gate_counts", (dict,)),
        "kwh": ("kwh", (float, int)),
        "predicted_quantum_compute_time_us": ("predicted_quantum_compute_time_us", (int,)),
        "billed_quantum_compute_time_us": ("billed_quantum_compute_time_us", (int,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        qubits = self.qubits
        circuits = self.circuits
        gate_counts: dict[str, Any] | Unset = UNSET
        if not isinstance(self.gate_counts, Unset):
            gate_counts = self.gate_counts.to_dict()
        kwh = self.kwh
        predicted_quantum_compute_time_us = self.predicted_quantum_compute_time_us
        billed_quantum_compute_time_us = self.billed_quantum_compute_time_us

        _fields_: dict[str, Any] = {}
        if qubits is not UNSET:
            _fields_["qubits"] = qubits
        if circuits is not UNSET:
            _fields_["circuits"] = circuits
        if gate_counts is not UNSET:
            _fields_["gate_counts"] = gate_counts
        if kwh is not UNSET:
            _fields_["kwh"] = kwh
        if predicted_quantum_compute_time_us is not UNSET:
            _fields_["predicted_quantum_compute_time_us"] = predicted_quantum_compute_time_us
        if billed_quantum_compute_time_us is not UNSET:
            _fields_["billed_quantum_compute_time_us"] = billed_quantum_compute_time_us
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CircuitJobStats", src_dict)
        _members_ = dict(src_dict)
        try:
            qubits = _members_.pop("qubits", UNSET)
            circuits = _members_.pop("circuits", UNSET)
            _gate_counts = _members_.pop("gate_counts", UNSET)
            gate_counts: NumberMap | Unset
            if isinstance(_gate_counts, Unset):
                gate_counts = UNSET
            else:
                gate_counts = _models_.NumberMap.from_dict(_gate_counts)

            kwh = _members_.pop("kwh", UNSET)
            predicted_quantum_compute_time_us = _members_.pop("predicted_quantum_compute_time_us", UNSET)
            billed_quantum_compute_time_us = _members_.pop("billed_quantum_compute_time_us", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            qubits=qubits,
            circuits=circuits,
            gate_counts=gate_counts,
            kwh=kwh,
            predicted_quantum_compute_time_us=predicted_quantum_compute_time_us,
            billed_quantum_compute_time_us=billed_quantum_compute_time_us,
        )
        _model_.unknown_fields = _members_
        return _model_
