from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, MissingFieldError, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="Noise")


@_attrs_define
class Noise:
    """Noise of a simulated job. Only for the simulator."""

    model: str
    """ Machine whose noise the simulator should imitate, e.g. `aria-1` or `forte-1`; `ideal` for none. """
    seed: int | Unset = UNSET
    """ Start value of the random numbers, for repeatable results. Its default and range are not documented. """
    unknown_fields: dict[str, Any] = _attrs_field(init=False, factory=dict, eq=False, repr=False)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "model": ("model", (str,)),
        "seed": ("seed", (int,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        model = self.model
        seed = self.seed

        _fields_: dict[str, Any] = {}
        _fields_["model"] = model
        if seed is not UNSET:
            _fields_["seed"] = seed
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("Noise", src_dict)
        _members_ = dict(src_dict)
        try:
            model = _members_.pop("model")
            seed = _members_.pop("seed", UNSET)
        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("Noise", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            model=model,
            seed=seed,
        )
        _model_.unknown_fields = _members_
        return _model_
