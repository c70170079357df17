from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import MissingFieldError, ShapeError, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.registered_histogram_registers import RegisteredHistogramRegisters


T = TypeVar("T", bound="RegisteredHistogram")


@_attrs_define
class RegisteredHistogram:
    """Counts per register."""

    registers: RegisteredHistogramRegisters
    """ Name of the register to its counts. `output_all`, always present, holds all qubits. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "registers": ("registers", (dict,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        registers = self.registers.to_dict()

        _fields_: dict[str, Any] = {}
        _fields_["registers"] = registers
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("RegisteredHistogram", src_dict)
        _members_ = dict(src_dict)
        try:
            registers = _models_.RegisteredHistogramRegisters.from_dict(_members_.pop("registers"))

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("RegisteredHistogram", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            registers=registers,
        )
        _model_.unknown_fields = _members_
        return _model_
