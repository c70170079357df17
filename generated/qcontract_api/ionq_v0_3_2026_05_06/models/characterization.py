from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.qpu_target import QpuTarget
from ..types import UNSET, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.characterization_fidelity import CharacterizationFidelity
    from ..models.characterization_timing import CharacterizationTiming


T = TypeVar("T", bound="Characterization")


@_attrs_define
class Characterization:
    """Measured quality of a quantum computer at one time."""

    id: UUID | Unset = UNSET
    """ Id of this characterization. """
    date: int | Unset = UNSET
    """ When it was measured. Unix time in whole seconds. """
    backend: QpuTarget | Unset = UNSET
    """ Name of a quantum computer. """
    qubits: int | Unset = UNSET
    """ Number of qubits. """
    connectivity: list[list[int]] | Unset = UNSET
    """ Pairs of qubits that a two-qubit gate can act on. """
    fidelity: CharacterizationFidelity | Unset = UNSET
    """ Fidelities by kind of operation. The documentation lists only `spam`; the others come from traffic. """
    timing: CharacterizationTiming | Unset = UNSET
    """ Durations and coherence times, all in seconds and often fractions. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "id": ("id", (str,)),
        "date": ("date", (int,)),
        "backend": ("backend", (str,)),
        "qubits": ("qubits", (int,)),
        "connectivity": ("connectivity", (list,)),
        "fidelity": ("fidelity", (dict,)),
        "timing": ("timing", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "connectivity": (
            (list,),
            (int,),
        ),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)
        date = self.date
        backend: str | Unset = UNSET
        if not isinstance(self.backend, Unset):
            backend = self.backend.value

        qubits = self.qubits
        connectivity: list[list[int]] | Unset = UNSET
        if not isinstance(self.connectivity, Unset):
            connectivity = []
            for connectivity_item_data in self.connectivity:
                connectivity_item = connectivity_item_data

                connectivity.append(connectivity_item)

        fidelity: dict[str, Any] | Unset = UNSET
        if not isinstance(self.fidelity, Unset):
            fidelity = self.fidelity.to_dict()
        timing: dict[str, Any] | Unset = UNSET
        if not isinstance(self.timing, Unset):
            timing = self.timing.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if id is not UNSET:
            _fields_["id"] = id
        if date is not UNSET:
            _fields_["date"] = date
        if backend is not UNSET:
            _fields_["backend"] = backend
        if qubits is not UNSET:
            _fields_["qubits"] = qubits
        if connectivity is not UNSET:
            _fields_["connectivity"] = connectivity
        if fidelity is not UNSET:
            _fields_["fidelity"] = fidelity
        if timing is not UNSET:
            _fields_["timing"] = timing
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Characterization", src_dict)
        _members_ = dict(src_dict)
        try:
            _id = _members_.pop("id", UNSET)
            id: UUID | Unset
            if isinstance(_id, Unset):
                id = UNSET
            else:
                id = UUID(_id)

            date = _members_.pop("date", UNSET)
            _backend = _members_.pop("backend", UNSET)
            backend: QpuTarget | Unset
            if isinstance(_backend, Unset):
                backend = UNSET
            else:
                backend = QpuTarget(_backend)

            qubits = _members_.pop("qubits", UNSET)
            _connectivity = _members_.pop("connectivity", UNSET)
            connectivity: list[list[int]] | Unset = UNSET
            if _connectivity is not UNSET:
                connectivity = []
                for connectivity_item_data in as_list(_connectivity):
                    connectivity_item = as_list(connectivity_item_data)

                    connectivity.append(connectivity_item)

            _fidelity = _members_.pop("fidelity", UNSET)
            fidelity: CharacterizationFidelity | Unset
            if isinstance(_fidelity, Unset):
                fidelity = UNSET
            else:
                fidelity = _models_.CharacterizationFidelity.from_dict(_fidelity)

            _timing = _members_.pop("timing", UNSET)
            timing: CharacterizationTiming | Unset
            if isinstance(_timing, Unset):
                timing = UNSET
            else:
                timing = _models_.CharacterizationTiming.from_dict(_timing)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            id=id,
            date=date,
            backend=backend,
            qubits=qubits,
            connectivity=connectivity,
            fidelity=fidelity,
            timing=timing,
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
