from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.qis_gate import QisGate
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

T = TypeVar("T", bound="GateQisGate")


@_attrs_define
class GateQisGate:
    """One abstract gate of a circuit. Every gate may have controls."""

    gate: QisGate
    """ Name of an abstract gate. `rx`, `ry`, `rz`, `xx`, `yy`, `zz` take a `rotation`; `v` is the square root of x,
    and `si`, `ti`, `vi` are inverses; `not` is x, `cnot` is x with a control. `pauliexp` is the exponential of a
    sum of Pauli strings. There is no measurement: all qubits are measured at the end. """
    target: int | Unset = UNSET
    """ Qubit that the gate acts on, counted from 0; for gates on one qubit. """
    targets: list[float] | Unset = UNSET
    """ Qubits that the gate acts on, counted from 0; whole numbers although the type allows fractions. """
    controls: list[float] | Unset = UNSET
    """ Qubits that must be 1 for the gate to act, counted from 0; whole numbers although the type allows fractions.
    """
    control: int | Unset = UNSET
    """ Qubit that must be 1 for the gate to act, counted from 0; for a single control. """
    rotation: float | Unset = UNSET
    """ Angle in radians. `rx`, `ry`, `rz` follow the usual definition; `xx`, `yy`, `zz` are exp(-i * rotation / 2 *
    PP); `z` with a rotation is the phase gate diag(1, exp(i * rotation)). """
    terms: list[str] | Unset = UNSET
    """ Gate pauliexp only: the Pauli strings of the operator, e.g. XIZ, one letter of I, X, Y, Z per target, the
    rightmost letter for the first target. """
    coefficients: list[float] | Unset = UNSET
    """ Gate pauliexp only: the real factor of each term, in the order of terms. """
    time: float | Unset = UNSET
    """ Gate pauliexp only: the gate is exp(-i * time * sum(coefficient * term)). """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "gate": ("gate", (str,)),
        "target": ("target", (int,)),
        "targets": ("targets", (list,)),
        "controls": ("controls", (list,)),
        "control": ("control", (int,)),
        "rotation": ("rotation", (float, int)),
        "terms": ("terms", (list,)),
        "coefficients": ("coefficients", (list,)),
        "time": ("time", (float, int)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "targets": ((float, int),),
        "controls": ((float, int),),
        "terms": ((str,),),
        "coefficients": ((float, int),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        gate = self.gate.value
        target = self.target
        targets: list[float] | Unset = UNSET
        if not isinstance(self.targets, Unset):
            targets = self.targets

        controls: list[float] | Unset = UNSET
        if not isinstance(self.controls, Unset):
            controls = self.controls

        control = self.control
        rotation = self.rotation
        terms: list[str] | Unset = UNSET
        if not isinstance(self.terms, Unset):
            terms = self.terms

        coefficients: list[float] | Unset = UNSET
        if not isinstance(self.coefficients, Unset):
            coefficients = self.coefficients

        time = self.time

        _fields_: dict[str, Any] = {}
        _fields_["gate"] = gate
        if target is not UNSET:
            _fields_["target"] = target
        if targets is not UNSET:
            _fields_["targets"] = targets
        if controls is not UNSET:
            _fields_["controls"] = controls
        if control is not UNSET:
            _fields_["control"] = control
        if rotation is not UNSET:
            _fields_["rotation"] = rotation
        if terms is not UNSET:
            _fields_["terms"] = terms
        if coefficients is not UNSET:
            _fields_["coefficients"] = coefficients
        if time is not UNSET:
            _fields_["time"] = time
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GateQisGate", src_dict)
        _members_ = dict(src_dict)
        try:
            gate = QisGate(_members_.pop("gate"))

            target = _members_.pop("target", UNSET)
            _targets = _members_.pop("targets", UNSET)
            targets: list[float] | Unset = UNSET
            if _targets is not UNSET:
                targets = as_list(_targets)

            _controls = _members_.pop("controls", UNSET)
            controls: list[float] | Unset = UNSET
            if _controls is not UNSET:
                controls = as_list(_controls)

            control = _members_.pop("control", UNSET)
            rotation = _members_.pop("rotation", UNSET)
            _terms = _members_.pop("terms", UNSET)
            terms: list[str] | Unset = UNSET
            if _terms is not UNSET:
                terms = as_list(_terms)

            _coefficients = _members_.pop("coefficients", UNSET)
            coefficients: list[float] | Unset = UNSET
            if _coefficients is not UNSET:
                coefficients = as_list(_coefficients)

            time = _members_.pop("time", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("GateQisGate", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            gate=gate,
            target=target,
            targets=targets,
            controls=controls,
            control=control,
            rotation=rotation,
            terms=terms,
            coefficients=coefficients,
            time=time,
        )
        _model_.unknown_fields = _members_
        return _model_
