from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.noise_model import NoiseModel
from ..types import UNSET, ShapeError, Unset, not_an_object, unfit

T = TypeVar("T", bound="Noise")


@_attrs_define
class Noise:
    """Noise simulation; only for the target `simulator`. Without it the simulation is ideal. A noise model also brings
    the qubit limit of the modelled machine."""

    model: NoiseModel | Unset = UNSET
    """ Which machine's noise is imitated, in a simplified form; `ideal` means none. Models outside this list were
    accepted by the live service. """
    seed: int | Unset = UNSET
    """ Seed of the random numbers of a noisy simulation, from 1 to 2^31, for repeatable results. Without one the
    service picks a seed and reports it in the job. No meaning for `ideal` and for quantum computers. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "model": ("model", (str,)),
        "seed": ("seed", (int,)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {}

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:

        model: str | Unset = UNSET
        if not isinstance(self.model, Unset):
            model = self.model.value

        seed = self.seed

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        if model is not UNSET:
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
            _model = _members_.pop("model", UNSET)
            model: NoiseModel | Unset
            if isinstance(_model, Unset):
                model = UNSET
            else:
                model = NoiseModel(_model)

            seed = _members_.pop("seed", UNSET)
        except ShapeError:
            raise
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            model=model,
            seed=seed,
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
