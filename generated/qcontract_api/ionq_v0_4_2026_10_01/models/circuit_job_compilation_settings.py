from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="CircuitJobCompilationSettings")


@_attrs_define
class CircuitJobCompilationSettings:
    """How the circuit was compiled."""

    precision: str | Unset = UNSET
    """ Accuracy to which angles were kept, as the text of a number, e.g. `1E-3`. """
    opt: float | Unset = UNSET
    """ Level of optimization. """
    gate_basis: str | Unset = UNSET
    """ Two-qubit gate that was compiled to, e.g. `ZZ`. """
    service_version: str | Unset = UNSET
    """ Version of the compiler service, e.g. `v0.4`. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "precision": ("precision", (str,)),
        "opt": ("opt", (float, int)),
        "gate_basis": ("gate_basis", (str,)),
        "service_version": ("service_version", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        precision = self.precision
        opt = self.opt
        gate_basis = self.gate_basis
        service_version = self.service_version

        _fields_: dict[str, Any] = {}
        if precision is not UNSET:
            _fields_["precision"] = precision
        if opt is not UNSET:
            _fields_["opt"] = opt
        if gate_basis is not UNSET:
            _fields_["gate_basis"] = gate_basis
        if service_version is not UNSET:
            _fields_["service_version"] = service_version
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CircuitJobCompilationSettings", src_dict)
        _members_ = dict(src_dict)
        try:
            precision = _members_.pop("precision", UNSET)
            opt = _members_.pop("opt", UNSET)
            gate_basis = _members_.pop("gate_basis", UNSET)
            service_version = _members_.pop("service_version", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            precision=precision,
            opt=opt,
            gate_basis=gate_basis,
            service_version=service_version,
        )
        _model_.unknown_fields = _members_
        return _model_
