from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.characterization_fidelity import CharacterizationFidelity
    from ..models.characterization_timing import CharacterizationTiming


T = TypeVar("T", bound="Characterization")


@_attrs_define
class Characterization:
    """Calibration report of a quantum computer."""

    backend: str | Unset = UNSET
    """ Backend that was measured. """
    connectivity: list[list[int]] | Unset = UNSET
    """ Pairs of qubits that a two-qubit gate can act on directly. """
    date: str | Unset = UNSET
    """ When the measurement was made, as an ISO 8601 text. """
    fidelity: CharacterizationFidelity | Unset = UNSET
    """ How well operations succeed, as fractions of 1. """
    id: UUID | Unset = UNSET
    """ Id of the characterization, a UUID. """
    qubits: int | Unset = UNSET
    """ Number of qubits that were measured. """
    timing: CharacterizationTiming | Unset = UNSET
    """ How long operations take, in seconds (as in API v0.3; this document states no unit). """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "backend": ("backend", (str,)),
        "connectivity": ("connectivity", (list,)),
        "date": ("date", (str,)),
        "fidelity": ("fidelity", (dict,)),
        "id": ("id", (str,)),
        "qubits": ("qubits", (int,)),
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

        backend = self.backend
        connectivity: list[list[int]] | Unset = UNSET
        if not isinstance(self.connectivity, Unset):
            connectivity = []
            for connectivity_item_data in self.connectivity:
                connectivity_item = connectivity_item_data

                connectivity.append(connectivity_item)

        date = self.date
        fidelity: dict[str, Any] | Unset = UNSET
        if not isinstance(self.fidelity, Unset):
            fidelity = self.fidelity.to_dict()
        id: str | Unset = UNSET
        if not isinstance(self.id, Unset):
            id = str(self.id)
        qubits = self.qubits
        timing: dict[str, Any] | Unset = UNSET
        if not isinstance(self.timing, Unset):
            timing = self.timing.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if backend is not UNSET:
            _fields_["backend"] = backend
        if connectivity is not UNSET:
            _fields_["connectivity"] = connectivity
        if date is not UNSET:
            _fields_["date"] = date
        if fidelity is not UNSET:
            _fields_["fidelity"] = fidelity
        if id is not UNSET:
            _fields_["id"] = id
        if qubits is not UNSET:
            _fields_["qubits"] = qubits
        if timing is not UNSET:
            _fields_["timing"] = timing
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Characterization", src_dict)
        _members_ = dict(src_dict)
        try:
            backend = _members_.pop("backend", UNSET)
            _connectivity = _members_.pop("connectivity", UNSET)
            connectivity: list[list[int]] | Unset = UNSET
            if _connectivity is not UNSET:
                connectivity = []
                for connectivity_item_data in as_list(_connectivity):
                    connectivity_item = as_list(connectivity_item_data)

                    connectivity.append(connectivity_item)

            date = _members_.pop("date", UNSET)
            _fidelity = _members_.pop("fidelity", UNSET)
            fidelity: CharacterizationFidelity | Unset
            if isinstance(_fidelity, Unset):
                fidelity = UNSET
            else:
                fidelity = _models_.CharacterizationFidelity.from_dict(_fidelity)

            _id = _members_.pop("id", UNSET)
            id: UUID | Unset
            if isinstance(_id, Unset):
                id = UNSET
            else:
                id = UUID(_id)

            qubits = _members_.pop("qubits", UNSET)
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
            backend=backend,
            connectivity=connectivity,
            date=date,
            fidelity=fidelity,
            id=id,
            qubits=qubits,
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
