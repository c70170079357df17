from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

T = TypeVar("T", bound="Gate")


@_attrs_define
class Gate:
    """One gate. Which members it takes depends on `gate`: abstract gates use `target` or `targets`, optional controls
    and `rotation`; native gates use `phase`, `phases` and `angle`."""

    gate: str
    """ Name of the gate; the known names are in QisGateName and NativeGateName. """
    target: int | Unset = UNSET
    """ The qubit acted on. """
    targets: list[int] | Unset = UNSET
    """ The qubits acted on. A one-qubit gate with several targets acts on each of them. """
    control: int | Unset = UNSET
    """ The qubit that controls the gate. """
    controls: list[int] | Unset = UNSET
    """ The qubits that control the gate, at most seven. `swap` takes none, according to the documentation. """
    rotation: float | Unset = UNSET
    """ Angle r in radians, for rx, ry, rz, xx, yy and zz in the gate set `qis`: exp(-i r/2 P) with P the Pauli
    operator of that name. One public client also sends z with a rotation, meaning the phase gate diag(1, exp(i r)).
    """
    phase: float | Unset = UNSET
    """ Phase of a gpi or gpi2 gate, in turns (1 is a full circle), from -1 to 1. """
    phases: list[float] | Unset = UNSET
    """ The two phases of an ms gate, in turns, in the order of `targets`. """
    angle: float | Unset = UNSET
    """ Entangling angle of an ms or native zz gate, in turns; for ms 0 to 0.25 with 0.25 as the default. """
    terms: list[str] | Unset = UNSET
    """ Pauli strings of a pauliexp gate, over I, X, Y and Z. Going by public clients the last character acts on the
    first target. """
    coefficients: list[float] | Unset = UNSET
    """ Factor of each Pauli string, in the order of `terms`. """
    time: float | Unset = UNSET
    """ Duration t of a pauliexp gate, which applies exp(-i t times the sum of coefficient and string); not
    negative. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "gate": ("gate", (str,)),
        "target": ("target", (int,)),
        "targets": ("targets", (list,)),
        "control": ("control", (int,)),
        "controls": ("controls", (list,)),
        "rotation": ("rotation", (float, int)),
        "phase": ("phase", (float, int)),
        "phases": ("phases", (list,)),
        "angle": ("angle", (float, int)),
        "terms": ("terms", (list,)),
        "coefficients": ("coefficients", (list,)),
        "time": ("time", (float, int)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "targets": ((int,),),
        "controls": ((int,),),
        "phases": ((float, int),),
        "terms": ((str,),),
        "coefficients": ((float, int),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        gate = self.gate
        target = self.target
        targets: list[int] | Unset = UNSET
        if not isinstance(self.targets, Unset):
            targets = self.targets

        control = self.control
        controls: list[int] | Unset = UNSET
        if not isinstance(self.controls, Unset):
            controls = self.controls

        rotation = self.rotation
        phase = self.phase
        phases: list[float] | Unset = UNSET
        if not isinstance(self.phases, Unset):
            phases = self.phases

        angle = self.angle
        terms: list[str] | Unset = UNSET
        if not isinstance(self.terms, Unset):
            terms = self.terms

        coefficients: list[float] | Unset = UNSET
        if not isinstance(self.coefficients, Unset):
            coefficients = self.coefficients

        time = self.time

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["gate"] = gate
        if target is not UNSET:
            _fields_["target"] = target
        if targets is not UNSET:
            _fields_["targets"] = targets
        if control is not UNSET:
            _fields_["control"] = control
        if controls is not UNSET:
            _fields_["controls"] = controls
        if rotation is not UNSET:
            _fields_["rotation"] = rotation
        if phase is not UNSET:
            _fields_["phase"] = phase
        if phases is not UNSET:
            _fields_["phases"] = phases
        if angle is not UNSET:
            _fields_["angle"] = angle
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
            raise not_an_object("Gate", src_dict)
        _members_ = dict(src_dict)
        try:
            gate = _members_.pop("gate")
            target = _members_.pop("target", UNSET)
            _targets = _members_.pop("targets", UNSET)
            targets: list[int] | Unset = UNSET
            if _targets is not UNSET:
                targets = as_list(_targets)

            control = _members_.pop("control", UNSET)
            _controls = _members_.pop("controls", UNSET)
            controls: list[int] | Unset = UNSET
            if _controls is not UNSET:
                controls = as_list(_controls)

            rotation = _members_.pop("rotation", UNSET)
            phase = _members_.pop("phase", UNSET)
            _phases = _members_.pop("phases", UNSET)
            phases: list[float] | Unset = UNSET
            if _phases is not UNSET:
                phases = as_list(_phases)

            angle = _members_.pop("angle", UNSET)
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
            raise MissingFieldError("Gate", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            gate=gate,
            target=target,
            targets=targets,
            control=control,
            controls=controls,
            rotation=rotation,
            phase=phase,
            phases=phases,
            angle=angle,
            terms=terms,
            coefficients=coefficients,
            time=time,
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
