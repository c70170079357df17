"""What every generated package shares: markers, tolerant values, and the errors that name what was wrong.

The module imports nothing but the standard library and attrs, so that a program can recognise these classes without
paying for an HTTP client.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum, StrEnum
from typing import IO, Any, BinaryIO, ClassVar, Generic, Literal, Protocol, Self, TypeVar
from urllib.parse import quote

from attrs import define

T = TypeVar("T")


class Unset:
    """The type of `UNSET`: the member was not in the JSON, which is not the same as null."""

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        # A copy made by pickle or deepcopy must stay the one object that `is UNSET` finds.
        return "UNSET"


UNSET: Unset = Unset()


class UnknownVariant(dict[str, Any]):
    """The raw JSON of an object whose tag the contract does not name, or that fits no branch of an untagged union."""

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """The same object, as the other classes of a union make theirs."""
        return cls(src_dict)

    def to_dict(self) -> dict[str, Any]:
        """The same object, as the other classes of a union give theirs."""
        return dict(self)


class OpenStrEnum(StrEnum):
    """Named values that may grow: a value the contract does not name is kept and answers False to `is_known`.

    Two unknown members are equal when their values are, but they are not the same object: compare with `==`.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_, member._value_ = value, value
        return member

    @property
    def is_known(self) -> bool:
        """Whether the contract names this value."""
        return self._value_ in type(self)._value2member_map_

    def __str__(self) -> str:
        return str(self._value_)


class OpenIntEnum(IntEnum):
    """The same tolerance for numbered values."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_, member._value_ = f"VALUE_{value}", value
        return member

    @property
    def is_known(self) -> bool:
        """Whether the contract names this value."""
        return self._value_ in type(self)._value2member_map_

    def __str__(self) -> str:
        return str(self._value_)


class ShapeError(Exception):
    """A JSON value does not have the shape that the contract gives it."""

    def __init__(self, model: str, field: str | None, detail: str) -> None:
        super().__init__(model, field, detail)
        self.model = model
        self.field = field
        self.detail = detail

    def __str__(self) -> str:
        place = self.model if self.field is None else f"{self.model}.{self.field}"
        return f"{place}: {self.detail}"


class MissingFieldError(ShapeError, KeyError):
    """A member that the contract requires is not there."""

    def __init__(self, model: str, field: str, detail: str = "required, but missing") -> None:
        super().__init__(model, field, detail)


class WrongTypeError(ShapeError, TypeError, ValueError):
    """A member is there with a value that cannot be read as its type."""


class ApiStatusError(Exception):
    """The service answered with a status outside 200 to 299.

    The message holds the status only: headers and body may carry secrets, and stay attributes.
    """

    def __init__(self, status_code: int, headers: Mapping[str, str], content: bytes) -> None:
        super().__init__(status_code)
        self.status_code = status_code
        self.headers = headers
        self.content = content

    def __str__(self) -> str:
        return f"the service answered with status {self.status_code} and {len(self.content)} bytes"

    def __reduce__(self) -> tuple[type[Self], tuple[int, dict[str, str], bytes]]:
        return type(self), (self.status_code, dict(self.headers), self.content)


class Model(Protocol):
    """What every generated class tells about itself, beside its attributes.

    Attributes:
        __json_types__: For every attribute its JSON name and the Python types `json.loads` may give it.
            Attributes that may hold anything are left out.
        __item_types__: For every attribute that holds a list the types of its items, and of their items where these
            are lists again.
        __extra_types__: The same for the members of a free map.
        __declares_extra__: Whether the contract itself speaks of further members (a free map), so that
            an additional member is data and not news.
    """

    __json_types__: ClassVar[dict[str, tuple[str, tuple[type, ...]]]]
    __item_types__: ClassVar[dict[str, tuple[tuple[type, ...], ...]]]
    __extra_types__: ClassVar[tuple[tuple[type, ...], ...]]
    __declares_extra__: ClassVar[bool]

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """The object that JSON describes."""
        ...


M = TypeVar("M", bound=Model)


_JSON_NAMES = {
    dict: "object",
    list: "array",
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    type(None): "null",
}


def fits(value: object, types: tuple[type, ...]) -> bool:
    """Whether a JSON value has one of the types; 1.0 counts as an integer, as JSON Schema says."""
    return type(value) in types or (type(value) is float and int in types and value.is_integer())


def misfits(
    value: object, levels: tuple[tuple[type, ...], ...]
) -> Iterator[tuple[tuple[int, ...], object, tuple[type, ...]]]:
    """What in a value does not have the types of its level: the indexes that lead there, what is there, the types."""
    if not levels:
        return
    if not fits(value, levels[0]):
        yield (), value, levels[0]
    elif type(value) is list:
        for index, item in enumerate(value):
            for place, found, types in misfits(item, levels[1:]):
                yield (index, *place), found, types


def path_segment(value: object) -> str:
    """A parameter as one segment of a path.

    Raises:
        ValueError: For an empty segment, `.` and `..`: the request would go to another operation, a DELETE included.
    """
    text = str(value)
    if text in ("", ".", ".."):
        raise ValueError(f"{text!r} cannot be a part of a path")
    return quote(text, safe="")


def as_list(value: Any) -> list[Any]:
    """The value itself when it is an array: iterating over an object or a string would go wrong silently."""
    if type(value) is list:
        return value
    raise TypeError(f"expected array, got {_json_name(value)}")


def not_an_object(model: str, value: object) -> TypeError:
    """The error of a class that was given something else than an object; the class around it knows the member."""
    return TypeError(f"{model}: expected object, got {_json_name(value)}")


def unfit(model: type[Model], source: Mapping[str, Any], error: Exception) -> WrongTypeError:
    """The error of a class in which some value could not be read: names the first member of a wrong type."""
    return _misfit(model, source) or WrongTypeError(model.__name__, None, str(error))


def fitting(model: type[M], source: Mapping[str, Any]) -> M:
    """An object read as one of several classes that no tag tells apart: it is that one only if every type is right.

    Raises:
        ShapeError: Another class may be meant.
    """
    read = model.from_dict(source)
    if error := _misfit(model, source):
        raise error
    return read


def _misfit(model: type[Model], source: Mapping[str, Any]) -> WrongTypeError | None:
    for member, levels in _described(model, source):
        for place, value, types in misfits(source[member], levels):
            expected = " or ".join(_JSON_NAMES[kind] for kind in types)
            where = member + "".join(f"[{index}]" for index in place)
            return WrongTypeError(model.__name__, where, f"expected {expected}, got {_json_name(value)}")
    return None


def _described(model: type[Model], source: Mapping[str, Any]) -> Iterator[tuple[str, tuple[tuple[type, ...], ...]]]:
    """The members of an object of which the class tells the types, level by level."""
    named = {name: (types, *model.__item_types__.get(key, ())) for key, (name, types) in model.__json_types__.items()}
    for member in source:
        yield member, named.get(member, model.__extra_types__)


def _json_name(value: object) -> str:
    return _JSON_NAMES.get(type(value), type(value).__name__)


class Reply(Protocol):
    """The parts of an HTTP answer that parsing reads: an `httpx.Response` has them, and so may other objects."""

    @property
    def status_code(self) -> int:
        """The status, also one that no standard knows."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers."""
        ...

    @property
    def content(self) -> bytes:
        """The body as it came."""
        ...

    @property
    def text(self) -> str:
        """The body, decoded."""
        ...

    def json(self) -> Any:
        """The body, parsed."""
        ...


@define
class Response(Generic[T]):
    """An answer with its parsed body; the status is a plain number, so 524 is as good as 200."""

    status_code: int
    content: bytes
    headers: Mapping[str, str]
    parsed: T | None


FileContent = IO[bytes] | bytes | str
FileTypes = tuple[str | None, FileContent, str | None] | tuple[str | None, FileContent, str | None, Mapping[str, str]]
RequestFiles = list[tuple[str, FileTypes]]


@define
class File:
    """A file to upload, or a body that is no JSON."""

    payload: BinaryIO
    file_name: str | None = None
    mime_type: str | None = None

    def to_tuple(self) -> FileTypes:
        """The form that an HTTP client takes for multipart bodies."""
        return self.file_name, self.payload, self.mime_type
