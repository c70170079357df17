from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.failure_code import FailureCode
from ..types import MissingFieldError, ShapeError, not_an_object, unfit

T = TypeVar("T", bound="Failure")


@_attrs_define
class Failure:
    """Why a job failed."""

    code: FailureCode
    """ Kind of failure. Faults of the circuit: `PreflightError` (malformed), `InvalidInput`, `UnsupportedGate`,
    `NotEnoughQubits`, `TooManyGates` and alike. `QuotaExhaustedError`: the budget is too small. `SystemCancel`:
    stopped by the service. """
    message: str
    """ What happened, for people. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "code": ("code", (str,)),
        "message": ("message", (str,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        code = self.code.value
        message = self.message

        _fields_: dict[str, Any] = {}
        _fields_["code"] = code
        _fields_["message"] = message
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Failure", src_dict)
        _members_ = dict(src_dict)
        try:
            code = FailureCode(_members_.pop("code"))

            message = _members_.pop("message")
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("Failure", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            code=code,
            message=message,
        )
        _model_.unknown_fields = _members_
        return _model_
