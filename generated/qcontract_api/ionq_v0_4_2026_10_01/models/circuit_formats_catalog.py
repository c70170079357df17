from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import MissingFieldError, ShapeError, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.ionq_native_v1 import IonqNativeV1


T = TypeVar("T", bound="CircuitFormatsCatalog")


@_attrs_define
class CircuitFormatsCatalog:
    """All formats of compiled circuits, by name. No operation refers to it."""

    ionq_native_v1: IonqNativeV1
    """ A compiled circuit as a list of native gates. """
    ionq_qasm3_v1: str
    """ A compiled circuit as the text of an OpenQASM 3 program. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "ionq_native_v1": ("ionq.native.v1", (dict,)),
        "ionq_qasm3_v1": ("ionq.qasm3.v1", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        ionq_native_v1 = self.ionq_native_v1.to_dict()
        ionq_qasm3_v1 = self.ionq_qasm3_v1

        _fields_: dict[str, Any] = {}
        _fields_["ionq.native.v1"] = ionq_native_v1
        _fields_["ionq.qasm3.v1"] = ionq_qasm3_v1
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("CircuitFormatsCatalog", src_dict)
        _members_ = dict(src_dict)
        try:
            ionq_native_v1 = _models_.IonqNativeV1.from_dict(_members_.pop("ionq.native.v1"))

            ionq_qasm3_v1 = _members_.pop("ionq.qasm3.v1")
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("CircuitFormatsCatalog", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            ionq_native_v1=ionq_native_v1,
            ionq_qasm3_v1=ionq_qasm3_v1,
        )
        _model_.unknown_fields = _members_
        return _model_
