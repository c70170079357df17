from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.native_gate import NativeGate
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

T = TypeVar("T", bound="GateNativeGate")


@_attrs_define
class GateNativeGate:
    """One native gate of a circuit. Angles are turns: 1 is a full circle, 2 pi."""

    gate: NativeGate
    """ Name of a gate as the hardware performs it. `gpi(phase)` and `gpi2(phase)` act on one qubit, `ms(phases,
    angle)` and `zz(angle)` on two. `zz` is for Forte and Tempo, `ms` for the retired Aria. The use of `nop` is not
    documented. """
    target: int | Unset = UNSET
    """ Qubit that the gate acts on, counted from 0; for gates on one qubit. """
    targets: list[float] | Unset = UNSET
    """ Qubits that the gate acts on, counted from 0; whole numbers although the type allows fractions. """
    controls: list[float] | Unset = UNSET
    """ Not used by the known native gates. """
    phase: float | Unset = UNSET
    """ Phase of `gpi` and `gpi2`, in turns, -1 to 1. """
    phases: list[float] | Unset = UNSET
    """ The two phases of `ms`, in turns, -1 to 1, in the order of `targets`. """
    angle: float | Unset = UNSET
    """ Entangling angle in turns. `ms`: 0 to 0.25, where 0.25 (the default) entangles fully. `zz`: exp(-i * pi *
    angle * ZZ). """
    rotation: float | Unset = UNSET
    """ Not used by the known native gates. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "gate": ("gate", (str,)),
        "target": ("target", (int,)),
        "targets": ("targets", (list,)),
        "controls": ("controls", (list,)),
        "phase": ("phase", (float, int)),
        "phases": ("phases", (list,)),
        "angle": ("angle", (float, int)),
        "rotation": ("rotation", (float, int)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "targets": ((float, int),),
        "controls": ((float, int),),
        "phases": ((float, int),),
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

        phase = self.phase
        phases: list[float] | Unset = UNSET
        if not isinstance(self.phases, Unset):
            phases = self.phases

        angle = self.angle
        rotation = self.rotation

        _fields_: dict[str, Any] = {}
        _fields_["gate"] = gate
        if target is not UNSET:
            _fields_["target"] = target
        if targets is not UNSET:
            _fields_["targets"] = targets
        if controls is not UNSET:
            _fields_["controls"] = controls
        if phase is not UNSET:
            _fields_["phase"] = phase
        if phases is not UNSET:
            _fields_["phases"] = phases
        if angle is not UNSET:
            _fields_["angle"] = angle
        if rotation is not UNSET:
            _fields_["rotation"] = rotation
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("GateNativeGate", src_dict)
        _members_ = dict(src_dict)
        try:
            gate = NativeGate(_members_.pop("gate"))

            target = _members_.pop("target", UNSET)
            _targets = _members_.pop("targets", UNSET)
            targets: list[float] | Unset = UNSET
            if _targets is not UNSET:
                targets = as_list(_targets)

            _controls = _members_.pop("controls", UNSET)
            controls: list[float] | Unset = UNSET
            if _controls is not UNSET:
                controls = as_list(_controls)

            phase = _members_.pop("phase", UNSET)
            _phases = _members_.pop("phases", UNSET)
            phases: list[float] | Unset = UNSET
            if _phases is not UNSET:
                phases = as_list(_phases)

            angle = _members_.pop("angle", UNSET)
            rotation = _members_.pop("rotation", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("GateNativeGate", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            gate=gate,
            target=target,
            targets=targets,
            controls=controls,
            phase=phase,
            phases=phases,
            angle=angle,
            rotation=rotation,
        )
        _model_.unknown_fields = _members_
        return _model_
