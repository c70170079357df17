"""The functions that the generator makes of operations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attrs import define, evolve, field, frozen

from qcontract.contract import pointer
from qcontract.contract.jsonvalue import JsonObject, is_array, is_object, is_true
from qcontract.drift.impact.form import Form
from qcontract.drift.impact.forms import Forms
from qcontract.drift.impact.names import identifier
from qcontract.drift.impact.surface import Element, Function, Slot, Types
from qcontract.errors import ContractError

__all__ = ["functions"]

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_LOCATIONS = ("path", "query", "header", "cookie")
_TAKEN = frozenset({"client", "url"})
_TEMPLATE = re.compile("{([a-zA-Z_-][a-zA-Z0-9_-]*)}")
_BODIES = {
    "application/x-www-form-urlencoded": "data",
    "multipart/form-data": "files",
    "application/octet-stream": "content",
}

_READABLE = frozenset({"application/json", "application/octet-stream"})


@frozen
class _Written:
    """A value of the document, and where it stands after its references."""

    value: JsonObject
    place: str

    def get(self, name: str) -> Any:
        return self.value.get(name)


@frozen
class _Parameter:
    slot: Slot
    location: str
    form: Form


def functions(forms: Forms) -> Iterator[Function]:
    """Read every operation of the document.

    Args:
        forms: Reads the schemas, and collects their classes.
    """
    paths = forms.references.document.get("paths")
    for path, item in (paths if is_object(paths) else {}).items():
        found = _written(forms, item, pointer.join("paths", path))
        for method in _METHODS if found else ():
            if found and is_object(found.get(method)):
                yield _Reader(forms, found, path, method).function()


@define(eq=False)
class _Reader:
    """Reads one operation."""

    forms: Forms
    item: _Written
    path: str
    method: str
    operation: _Written = field(init=False)
    tag: str = field(init=False)
    module: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        value = self.item.value[self.method]
        self.operation = _Written(value, self.item.place + pointer.join(self.method))
        tags, said = value.get("tags"), value.get("operationId")
        self.tag = identifier(str(tags[0]) if is_array(tags) and tags else "default", "tag")
        self.module = identifier(said if isinstance(said, str) else f"{self.method}_{_plain(self.path)}")

    def function(self) -> Function:
        self._mark("", Form(frozenset(), (self.operation.place,)))
        parameters = _apart(sorted(self._parameters(), key=self._position))
        for parameter in parameters:
            self._mark(parameter.slot.name, parameter.form)
        slots = [*(parameter.slot for parameter in parameters), self._client(), *self._body()]
        return Function(
            operation=f"{self.method.upper()} {self.path}",
            tag=self.tag,
            module=self.module,
            arguments={slot.name: slot for slot in slots},
            positional=tuple(parameter.slot.name for parameter in parameters if parameter.location == "path"),
            returns=self._returns(),
            pointer=self.operation.place,
        )

    def _mark(self, argument: str, form: Form) -> None:
        self.forms.mark(Element(f"api.{self.tag}.{self.module}", argument), form)

    def _position(self, parameter: _Parameter) -> tuple[int, int]:
        order = _TEMPLATE.findall(self.path)
        known = parameter.location == "path" and parameter.slot.key in order
        return _LOCATIONS.index(parameter.location), order.index(parameter.slot.key) if known else 0

    def _parameters(self) -> Iterator[_Parameter]:
        """Those of the operation, then those of its path that it does not describe itself."""
        seen: set[tuple[str, str]] = set()
        for level in (self.operation, self.item):
            listed = level.get("parameters")
            for index, value in enumerate(listed if is_array(listed) else ()):
                found = _written(self.forms, value, level.place + pointer.join("parameters", index))
                key = (str(found.get("name")), str(found.get("in"))) if found else ("", "")
                if found and key not in seen and key[1] in _LOCATIONS and "schema" in found.value:
                    seen.add(key)
                    yield self._parameter(found, *key)

    def _parameter(self, found: _Written, name: str, location: str) -> _Parameter:
        form = self.forms.read(found.get("schema"), found.place + "/schema", name, self.module)
        slot = Slot(identifier(name), name, form.types, is_true(found.get("required")), form.default)
        return _Parameter(slot, location, evolve(form, places=(found.place, *form.places)))

    def _client(self) -> Slot:
        secured = bool(self.operation.get("security"))
        types = {"AuthenticatedClient"} if secured else {"AuthenticatedClient", "Client"}
        self._mark("client", Form(frozenset(types), (self.operation.place + "/security",)))
        return Slot("client", "", frozenset(types), required=True)

    def _body(self) -> Iterator[Slot]:
        place = self.operation.place + "/requestBody"
        body = _written(self.forms, self.operation.get("requestBody"), place)
        content = body.get("content") if body else None
        if body is None or not is_object(content):
            return
        forms = [form for media in content if (form := self._media(body, media, several=len(content) > 1))]
        if forms:
            types = frozenset(kind for form in forms for kind in form.types)
            for form in (Form(types, (place, body.place)), *forms):
                self._mark("body", form)
            yield Slot("body", "", types, required=len(forms) == 1 and is_true(body.get("required")))

    def _media(self, body: _Written, media: str, *, several: bool) -> Form | None:
        kind = media.partition(";")[0].strip().lower()
        is_json = kind == "application/json" or kind.endswith("+json")
        way = "json" if is_json else _BODIES.get(kind)
        said = body.value["content"][media]
        if way is None or not is_object(said) or "schema" not in said:
            return None
        parent = f"{self.module}_{way}" if several else self.module
        return self.forms.read(said["schema"], body.place + pointer.join("content", media, "schema"), "body", parent)

    def _returns(self) -> Types:
        """What a success gives; None stands for one without a documented body."""
        listed = self.operation.get("responses")
        found = {str(status): value for status, value in listed.items()} if is_object(listed) else {}
        forms = {status: self._answer(status, value) for status, value in found.items()}
        only_default = forms.keys() <= {"default"}
        good = [types for status, types in forms.items() if status[:1] in "12" or (only_default and types)]
        types = frozenset(kind for kinds in good for kind in kinds)
        return frozenset({"Any"}) if "Any" in types else types | {"None"}

    def _answer(self, status: str, value: object) -> Types:
        answer = _written(self.forms, value, self.operation.place + pointer.join("responses", status))
        if answer is None:
            return frozenset()
        self._mark("", Form(frozenset(), (answer.place,)))
        content = answer.get("content")
        for media, said in content.items() if is_object(content) else ():
            if _is_readable(media) and is_object(said):
                if "schema" not in said:
                    break
                place = answer.place + pointer.join("content", media, "schema")
                form = self.forms.read(said["schema"], place, f"response_{status}", self.module)
                self._mark("", form)
                return form.types
        return frozenset()


def _apart(parameters: list[_Parameter]) -> list[_Parameter]:
    """Keep names apart: by where the parameter travels, or else by capitals."""
    names = [parameter.slot.name for parameter in parameters]
    found: list[_Parameter] = []
    for parameter in parameters:
        name, location = parameter.slot.name, parameter.location
        twins = [other for other in parameters if other.slot.name == name and other is not parameter]
        if name in _TAKEN or any(other.location != location for other in twins):
            name = identifier(f"{name}_{location}")
        elif names.count(name) > 1:
            name = identifier(parameter.slot.key, is_plain=True)
        found.append(evolve(parameter, slot=evolve(parameter.slot, name=name)))
    return found


def _written(forms: Forms, value: object, place: str) -> _Written | None:
    """An object, after its references; None if there is none."""
    seen: set[str] = set()
    while is_object(value) and isinstance(reference := value.get("$ref"), str) and reference not in seen:
        seen.add(reference)
        try:
            place = pointer.from_fragment(reference)
            value = pointer.find(forms.references.document, place)
        except ContractError:
            return None
    return _Written(value, place) if is_object(value) else None


def _is_readable(media: str) -> bool:
    kind = media.partition(";")[0].strip().lower()
    return kind.startswith("text/") or kind.endswith("+json") or kind in _READABLE


def _plain(path: str) -> str:
    return path.replace("{", "").replace("}", "").replace("/", "_").removeprefix("_").removesuffix("_")
