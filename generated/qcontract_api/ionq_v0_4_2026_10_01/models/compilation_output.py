from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.compiled_circuits import CompiledCircuits


T = TypeVar("T", bound="CompilationOutput")


@_attrs_define
class CompilationOutput:
    """What the compiler produced."""

    compiled_circuits: CompiledCircuits | Unset = UNSET
    """ The compiled circuit in several formats: format to descriptor. Formats include `ionq.native.v1` and
    `ionq.qasm3.v1`. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "compiled_circuits": ("compiled_circuits", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        compiled_circuits: dict[str, Any] | Unset = UNSET
        if not isinstance(self.compiled_circuits, Unset):
            compiled_circuits = self.compiled_circuits.to_dict()

        _fields_: dict[str, Any] = {}
        if compiled_circuits is not UNSET:
            _fields_["compiled_circuits"] = compiled_circuits
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CompilationOutput", src_dict)
        _members_ = dict(src_dict)
        try:
            _compiled_circuits = _members_.pop("compiled_circuits", UNSET)
            compiled_circuits: CompiledCircuits | Unset
            if isinstance(_compiled_circuits, Unset):
                compiled_circuits = UNSET
            else:
                compiled_circuits = _models_.CompiledCircuits.from_dict(_compiled_circuits)

        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            compiled_circuits=compiled_circuits,
        )
        _model_.unknown_fields = _members_
        return _model_
