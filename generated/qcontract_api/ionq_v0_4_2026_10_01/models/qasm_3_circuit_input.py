from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="Qasm3CircuitInput")


@_attrs_define
class Qasm3CircuitInput:
    """A circuit as OpenQASM 3 text, for jobs of type `ionq.qasm3.v1`."""

    data: str
    """ Text of the program. Declare qubits as a register (`qubit[2] q;`), physical qubits such as `$0` are refused.
    A subset of the language is understood; it is not documented in full. """
    qubits: int | Unset = UNSET
    """ Number of qubits; the program text already says it, and the service tolerates it here. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "data": ("data", (str,)),
        "qubits": ("qubits", (int,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        data = self.data
        qubits = self.qubits

        _fields_: dict[str, Any] = {}
        _fields_["data"] = data
        if qubits is not UNSET:
            _fields_["qubits"] = qubits
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Qasm3CircuitInput", src_dict)
        _members_ = dict(src_dict)
        try:
            data = _members_.pop("data")
            qubits = _members_.pop("qubits", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("Qasm3CircuitInput", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            data=data,
            qubits=qubits,
        )
        _model_.unknown_fields = _members_
        return _model_
