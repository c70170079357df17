from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="GetJobEstimateContext")


@_attrs_define
class GetJobEstimateContext:
    """What an estimate was made for: the questions asked, defaults filled in, and who asked."""

    backend: str
    """ Name of a backend that takes jobs, e.g. `simulator`, `qpu.forte-1`, `qpu.forte-enterprise-1`. """
    organization: None | str
    """ Organization whose prices were used; null if none. """
    project: None | str
    """ Project whose prices were used; null if none. """
    type_: str | Unset = "ionq.circuit.v1"
    """ Type of the job. """
    qubits: int | Unset = 25
    """ Number of qubits. """
    shots: int | Unset = 1000
    """ Number of shots. """
    field_1q_gates: int | Unset = 0
    """ Number of one-qubit gates. """
    field_2q_gates: int | Unset = 0
    """ Number of two-qubit gates. """
    error_mitigation: bool | Unset = False
    """ Whether debiasing is assumed. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "backend": ("backend", (str,)),
        "organization": ("organization", (str, NoneType)),
        "project": ("project", (str, NoneType)),
        "type_": ("type", (str,)),
        "qubits": ("qubits", (int,)),
        "shots": ("shots", (int,)),
        "field_1q_gates": ("1q_gates", (int,)),
        "field_2q_gates": ("2q_gates", (int,)),
        "error_mitigation": ("error_mitigation", (bool,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        backend = self.backend
        organization: None | str
        organization = self.organization
        project: None | str
        project = self.project
        type_ = self.type_
        qubits = self.qubits
        shots = self.shots
        field_1q_gates = self.field_1q_gates
        field_2q_gates = self.field_2q_gates
        error_mitigation = self.error_mitigation

        _fields_: dict[str, Any] = {}
        _fields_["backend"] = backend
        _fields_["organization"] = organization
        _fields_["project"] = project
        if type_ is not UNSET:
            _fields_["type"] = type_
        if qubits is not UNSET:
            _fields_["qubits"] = qubits
        if shots is not UNSET:
            _fields_["shots"] = shots
        if field_1q_gates is not UNSET:
            _fields_["1q_gates"] = field_1q_gates
        if field_2q_gates is not UNSET:
            _fields_["2q_gates"] = field_2q_gates
        if error_mitigation is not UNSET:
            _fields_["error_mitigation"] = error_mitigation
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GetJobEstimateContext", src_dict)
        _members_ = dict(src_dict)
        try:
            backend = _members_.pop("backend")
            organization = _members_.pop("organization")

            project = _members_.pop("project")

            type_ = _members_.pop("type", UNSET)
            qubits = _members_.pop("qubits", UNSET)
            shots = _members_.pop("shots", UNSET)
            field_1q_gates = _members_.pop("1q_gates", UNSET)
            field_2q_gates = _members_.pop("2q_gates", UNSET)
            error_mitigation = _members_.pop("error_mitigation", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("GetJobEstimateContext", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            backend=backend,
            organization=organization,
            project=project,
            type_=type_,
            qubits=qubits,
            shots=shots,
            field_1q_gates=field_1q_gates,
            field_2q_gates=field_2q_gates,
            error_mitigation=error_mitigation,
        )
        _model_.unknown_fields = _members_
        return _model_
