"""Unions and answers of every kind, on a contract made for the purpose."""

from __future__ import annotations

import datetime
import importlib
import subprocess
import sys
from types import SimpleNamespace

import pytest
from qcontract_api.runtime import MissingFieldError, UnknownVariant, WrongTypeError

_STRING = {"type": "string"}


def _object(*required, **properties):
    return {"type": "object", "required": list(required), "properties": properties, "additionalProperties": False}


def _ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def _json(schema):
    return {"description": "", "content": {"application/json": {"schema": schema}}}


_TAGGED = {
    "anyOf": [_ref("Circle"), _ref("Square"), _ref("Plain")],
    "x-qcontract-dispatch": {
        "property": "kind",
        "map": {"round": "Circle", "ring": "Circle", "sq": "Square"},
        "absent": "Plain",
    },
}
_DEFAULTED = {"allOf": [_ref("Color")], "default": "red"}
_CONTRACT = {
    "openapi": "3.1.0",
    "info": {"title": "Unions", "version": "1"},
    "paths": {
        "/shapes": {
            "get": {
                "operationId": "listShapes",
                "parameters": [
                    {"name": "color", "in": "query", "schema": {"allOf": [_ref("Color")], "default": "red"}}
                ],
                "responses": {
                    "2XX": _json({"type": "array", "items": _ref("Shape")}),
                    "4XX": _json(_ref("Circle")),
                    "429": {"description": ""},
                },
            },
            "post": {
                "operationId": "makeShape",
                "requestBody": {"required": True, "content": {"application/json": {"schema": _ref("Shape")}}},
                "responses": {"default": _json(_ref("Shape"))},
            },
        },
        "/text": {
            "get": {
                "operationId": "getText",
                "responses": {"200": {"description": "", "content": {"text/plain": {"schema": _STRING}}}},
            }
        },
        "/bytes": {
            "get": {
                "operationId": "getBytes",
                "responses": {
                    "200": {
                        "description": "",
                        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
                    }
                },
            }
        },
        "/names": {
            "get": {"operationId": "getNames", "responses": {"200": _json({"type": "array", "items": _STRING})}}
        },
    },
    "components": {
        "schemas": {
            "Circle": _object("kind", "radius", kind=_STRING, radius={"type": "number"}),
            "Square": _object("kind", "side", kind=_STRING, side={"type": "integer"}),
            "Plain": _object(name=_STRING),
            "Shape": _TAGGED,
            "A": _object("a", a=_STRING),
            "B": _object("b", b=_STRING),
            "Color": {"type": "string", "enum": ["red", "green"]},
            "Level": {"type": "integer", "enum": [10, 20]},
            "Holder": _object(
                "shape",
                shape=_ref("Shape"),
                maybe={"anyOf": [_ref("Shape"), {"type": "null"}]},
                shapes={"type": "array", "items": _ref("Shape")},
                loose={"oneOf": [_ref("A"), _ref("B")]},
                text_or_a={"anyOf": [_STRING, _ref("A")]},
                one_or_many={"anyOf": [_ref("A"), {"type": "array", "items": _ref("A")}]},
                when={"anyOf": [{"type": "string", "format": "date-time"}, {"type": "null"}]},
                when_or_text={"anyOf": [{"type": "string", "format": "date"}, _STRING]},
                level=_ref("Level"),
                level_or_none={"anyOf": [_ref("Level"), {"type": "null"}]},
                names={"type": "array", "items": _STRING},
                by_name={"type": "object", "additionalProperties": _ref("Shape")},
            ),
        }
    },
}


@pytest.fixture(scope="module")
def toy(request, generator_bin, tmp_path_factory):
    """The generated package, imported once for all tests."""
    import json

    folder = tmp_path_factory.mktemp("unions")
    (folder / "contract.json").write_text(json.dumps(_CONTRACT), "utf-8")
    script = request.config.rootpath / "specs" / "generator" / "generate.py"
    options = ["--document", str(folder / "contract.json"), "--package", "union_toy", "--output", str(folder)]
    command = [sys.executable, str(script), "--generator", str(generator_bin), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    sys.path.insert(0, str(folder))
    yield SimpleNamespace(
        models=importlib.import_module("union_toy.models"),
        api=importlib.import_module("union_toy.api.default"),
    )
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.split(".")[0] == "union_toy"]:
        del sys.modules[name]


_ROUND = {"kind": "round", "radius": 0.5}


@pytest.mark.parametrize(
    ("payload", "name"),
    [
        (_ROUND, "Circle"),
        (_ROUND | {"kind": "ring"}, "Circle"),
        ({"kind": "sq", "side": 2}, "Square"),
        ({"name": "x"}, "Plain"),
    ],
)
@pytest.mark.parametrize("member", ["shape", "maybe", "shapes", "by_name"])
def test_the_tag_decides(toy, payload, name, member):
    wrapped = {"shapes": [payload], "by_name": {"x": payload}}.get(member, payload)
    holder = toy.models.Holder.from_dict({"shape": _ROUND, member: wrapped})
    found = getattr(holder, member)
    found = found[0] if member == "shapes" else found["x"] if member == "by_name" else found
    assert type(found) is getattr(toy.models, name)
    assert holder.to_dict()[member] == wrapped


@pytest.mark.parametrize("payload", [{"kind": "new", "x": 1}, {"kind": None}, {"kind": {}}])
def test_an_unknown_tag_is_kept(toy, payload):
    holder = toy.models.Holder.from_dict({"shape": payload})
    assert type(holder.shape) is UnknownVariant
    assert holder.to_dict() == {"shape": payload}


def test_the_chosen_class_tells_its_errors(toy):
    with pytest.raises(MissingFieldError, match=r"^Circle\.radius: required, but missing$"):
        toy.models.Holder.from_dict({"shape": {"kind": "round"}})
    with pytest.raises(WrongTypeError, match=r"^Holder\.shape: expected object, got string$"):
        toy.models.Holder.from_dict({"shape": "round"})
    with pytest.raises(WrongTypeError, match=r"^Holder\.shape: expected object, got null$"):
        toy.models.Holder.from_dict({"shape": None})


@pytest.mark.parametrize(
    ("member", "value", "kind"),
    [
        ("loose", {"a": "1"}, "A"),
        ("loose", {"b": "1"}, "B"),
        ("loose", {"c": "1"}, "UnknownVariant"),
        ("text_or_a", "text", "str"),
        ("text_or_a", {"a": "1"}, "A"),
        ("one_or_many", {"a": "1"}, "A"),
        ("one_or_many", [{"a": "1"}], "list"),
        ("maybe", None, "NoneType"),
        ("when", None, "NoneType"),
        ("when", "2026-10-01T00:00:00+00:00", "datetime"),
        ("when_or_text", "2026-10-01", "date"),
        ("when_or_text", "tomorrow", "str"),
        ("level", 10, "Level"),
        ("level", 30, "Level"),
        ("level_or_none", 30, "Level"),
        ("level_or_none", None, "NoneType"),
    ],
)
def test_every_kind_of_union_is_read_and_written(toy, member, value, kind):
    holder = toy.models.Holder.from_dict({"shape": _ROUND, member: value})
    assert type(getattr(holder, member)).__name__ == kind
    assert holder.to_dict()[member] == value


@pytest.mark.parametrize(
    ("member", "value", "message"),
    [
        ("text_or_a", {}, "A.a: required, but missing"),
        ("one_or_many", [{}], "A.a: required, but missing"),
        ("one_or_many", "text", "Holder.one_or_many: expected object or array, got string"),
        ("when", "tomorrow", "Holder: Invalid isoformat string: 'tomorrow'"),
        ("when", 5, "Holder.when: expected string or null, got integer"),
        ("level", "high", "Holder.level: expected integer, got string"),
        ("names", None, "Holder.names: expected array, got null"),
        ("names", {}, "Holder.names: expected array, got object"),
        ("shapes", {"kind": "sq"}, "Holder.shapes: expected array, got object"),
        ("by_name", [], "Holder.by_name: expected object, got array"),
    ],
)
def test_what_cannot_be_read_is_named(toy, member, value, message):
    with pytest.raises((WrongTypeError, MissingFieldError)) as caught:
        toy.models.Holder.from_dict({"shape": _ROUND, member: value})
    assert str(caught.value) == message


def test_ranges_and_defaults(toy, reply):
    shapes = toy.api.list_shapes._parse_response
    assert [type(shape).__name__ for shape in shapes(response=reply(206, [_ROUND, {"kind": "new"}]))] == [
        "Circle",
        "UnknownVariant",
    ]
    assert shapes(response=reply(418, _ROUND)).radius == 0.5
    assert shapes(response=reply(429, _ROUND)) is None, "documented without a body, whatever the range says"
    assert shapes(response=reply(500, _ROUND)) is None
    with pytest.raises(TypeError, match="expected array, got object"):
        shapes(response=reply(200, {}))
    made = toy.api.make_shape._parse_response
    assert made(response=reply(200, _ROUND)).radius == 0.5


def test_bodies_that_are_no_objects(toy, reply):
    assert toy.api.get_text._parse_response(response=reply(200, b"plain")) == "plain"
    assert toy.api.get_bytes._parse_response(response=reply(200, b"\x00\xff")).payload.read() == b"\x00\xff"
    assert toy.api.get_names._parse_response(response=reply(200, ["a"])) == ["a"]


def test_requests(toy):
    Color, Circle = toy.models.Color, toy.models.Circle  # noqa: N806 - classes
    assert toy.api.list_shapes._get_kwargs()["params"] == {"color": "red"}
    assert toy.api.list_shapes._get_kwargs(color=Color("blue"))["params"] == {"color": "blue"}
    assert toy.api.make_shape._get_kwargs(body=Circle(kind="round", radius=0.5))["json"] == _ROUND
    assert toy.api.make_shape._get_kwargs(body=UnknownVariant(kind="new"))["json"] == {"kind": "new"}


def test_dates_are_dates(toy):
    holder = toy.models.Holder.from_dict({"shape": _ROUND, "when": "2026-10-01T00:00:00Z"})
    assert holder.when == datetime.datetime(2026, 10, 1, tzinfo=datetime.UTC)


def test_a_tag_may_be_a_json_boolean():
    from qcontract_api.qbraid_v2_2026_02_08.models import CostEstimateResponse

    def kind(**data: object) -> str:
        body = {"success": True, "data": {"deviceQrn": "a:b:sim:c", **data}}
        return type(CostEstimateResponse.from_dict(body).data).__name__

    assert kind(pricingAvailable=True, estimatedCost=1) == "CostEstimatePriced"
    assert kind(pricingAvailable=False, reason="dynamic") == "CostEstimateUnpriced"
    assert kind(pricingAvailable="maybe") == "UnknownVariant"
