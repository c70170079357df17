from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..models.shot_result_leakage_bits_item import ShotResultLeakageBitsItem
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.shot_registers import ShotRegisters


T = TypeVar("T", bound="ShotResult")


@_attrs_define
class ShotResult:
    """Outcome of one shot."""

    registers: ShotRegisters
    """ Name of the register to its bits. `output_all` holds all qubits. """
    leakage_bits: list[ShotResultLeakageBitsItem] | Unset = UNSET
    """ One flag per qubit, 1 if it had left its two computational states. Such shots are not counted in histogram
    and probabilities, and the list of shots can be longer than the number asked for. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "registers": ("registers", (dict,)),
        "leakage_bits": ("leakage_bits", (list,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "leakage_bits": ((int,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        registers = self.registers.to_dict()
        leakage_bits: list[int] | Unset = UNSET
        if not isinstance(self.leakage_bits, Unset):
            leakage_bits = []
            for leakage_bits_item_data in self.leakage_bits:
                leakage_bits_item = leakage_bits_item_data.value
                leakage_bits.append(leakage_bits_item)

        _fields_: dict[str, Any] = {}
        _fields_["registers"] = registers
        if leakage_bits is not UNSET:
            _fields_["leakage_bits"] = leakage_bits
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("ShotResult", src_dict)
        _members_ = dict(src_dict)
        try:
            registers = _models_.ShotRegisters.from_dict(_members_.pop("registers"))

            _leakage_bits = _members_.pop("leakage_bits", UNSET)
            leakage_bits: list[ShotResultLeakageBitsItem] | Unset = UNSET
            if _leakage_bits is not UNSET:
                leakage_bits = []
                for leakage_bits_item_data in as_list(_leakage_bits):
                    leakage_bits_item = ShotResultLeakageBitsItem(leakage_bits_item_data)

                    leakage_bits.append(leakage_bits_item)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("ShotResult", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            registers=registers,
            leakage_bits=leakage_bits,
        )
        _model_.unknown_fields = _members_
        return _model_
