from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import models as _models_
from ..types import UNSET, MissingFieldError, ShapeError, Unset, as_list, not_an_object, unfit

if TYPE_CHECKING:
    from ..models.job_request_runtime_options import JobRequestRuntimeOptions
    from ..models.job_request_tags import JobRequestTags
    from ..models.program import Program


T = TypeVar("T", bound="JobRequest")


@_attrs_define
class JobRequest:
    """A job to run on a device."""

    shots: int
    """ How often to run the program. """
    device_qrn: str
    """ QRN of the device that is to run the job. """
    program: list[Program] | Program
    """ The program to run; a list of 1 to 2,000 programs for a device that takes batches (live only). """
    name: None | str | Unset = UNSET
    """ A name chosen by the user. """
    tags: JobRequestTags | Unset = UNSET
    """ Tags of the user's own, by name; jobs can be found by them later. Also the place for a token that makes a
    submission recognisable. """
    runtime_options: JobRequestRuntimeOptions | Unset = UNSET
    """ Options of the device or its vendor; what each takes is not documented. """
    group_job_qrn: None | str | Unset = UNSET
    """ QRN of an open group that the job is to join. Live only. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]] = {
        "shots": ("shots", (int,)),
        "device_qrn": ("deviceQrn", (str,)),
        "program": ("program", (dict, list)),
        "name": ("name", (str, NoneType)),
        "tags": ("tags", (dict,)),
        "runtime_options": ("runtimeOptions", (dict,)),
        "group_job_qrn": ("groupJobQrn", (str, NoneType)),
    }

    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]] = {
        "program": ((dict,),),
    }

    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]] = ()
    __declares_extra__: ClassVar[bool] = False

    def to_dict(self) -> dict[str, Any]:
        from ..models.program import Program

        shots = self.shots
        device_qrn = self.device_qrn
        program: dict[str, Any] | list[dict[str, Any]]
        if isinstance(self.program, Program):
            program = self.program.to_dict()
        else:
            program = []
            for program_type_1_item_data in self.program:
                program_type_1_item = program_type_1_item_data.to_dict()
                program.append(program_type_1_item)

        name: None | str | Unset
        if isinstance(self.name, Unset):
            name = UNSET
        else:
            name = self.name
        tags: dict[str, Any] | Unset = UNSET
        if not isinstance(self.tags, Unset):
            tags = self.tags.to_dict()
        runtime_options: dict[str, Any] | Unset = UNSET
        if not isinstance(self.runtime_options, Unset):
            runtime_options = self.runtime_options.to_dict()
        group_job_qrn: None | str | Unset
        if isinstance(self.group_job_qrn, Unset):
            group_job_qrn = UNSET
        else:
            group_job_qrn = self.group_job_qrn

        _fields_: dict[str, Any] = {}
        _fields_.update(self.additional_properties)
        _fields_["shots"] = shots
        _fields_["deviceQrn"] = device_qrn
        _fields_["program"] = program
        if name is not UNSET:
            _fields_["name"] = name
        if tags is not UNSET:
            _fields_["tags"] = tags
        if runtime_options is not UNSET:
            _fields_["runtimeOptions"] = runtime_options
        if group_job_qrn is not UNSET:
            _fields_["groupJobQrn"] = group_job_qrn
        return _fields_

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        if not isinstance(src_dict, (dict, Mapping)):
            raise not_an_object("JobRequest", src_dict)
        _members_ = dict(src_dict)
        try:
            shots = _members_.pop("shots")
            device_qrn = _members_.pop("deviceQrn")

            def _parse_program(data: object) -> list[Program] | Program:
                if isinstance(data, dict):
                    return _models_.Program.from_dict(data)

                if isinstance(data, list):
                    program_type_1 = []
                    for program_type_1_item_data in as_list(data):
                        program_type_1_item = _models_.Program.from_dict(program_type_1_item_data)

                        program_type_1.append(program_type_1_item)

                    return program_type_1
                raise TypeError("expected list[Program] | Program")

            program = _parse_program(_members_.pop("program"))

            name = _members_.pop("name", UNSET)

            _tags = _members_.pop("tags", UNSET)
            tags: JobRequestTags | Unset
            if isinstance(_tags, Unset):
                tags = UNSET
            else:
                tags = _models_.JobRequestTags.from_dict(_tags)

            _runtime_options = _members_.pop("runtimeOptions", UNSET)
            runtime_options: JobRequestRuntimeOptions | Unset
            if isinstance(_runtime_options, Unset):
                runtime_options = UNSET
            else:
                runtime_options = _models_.JobRequestRuntimeOptions.from_dict(_runtime_options)

            group_job_qrn = _members_.pop("groupJobQrn", UNSET)

        except ShapeError:
            raise
        except KeyError as _error_:
            raise MissingFieldError("JobRequest", _error_.args[0]) from None
        except (AttributeError, TypeError, ValueError) as _error_:
            raise unfit(cls, src_dict, _error_) from _error_
        _model_ = cls(
            shots=shots,
            device_qrn=device_qrn,
            program=program,
            name=name,
            tags=tags,
            runtime_options=runtime_options,
            group_job_qrn=group_job_qrn,
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
