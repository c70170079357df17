"""Laws of every generated class: what is known is read and written back, what is unknown kept, what is wrong named.

Each class gets a payload made from its own schema.
"""

from __future__ import annotations

import copy
import pickle

import pytest
from qcontract_api.runtime import (
    UNSET,
    MissingFieldError,
    OpenIntEnum,
    OpenStrEnum,
    ShapeError,
    UnknownVariant,
    WrongTypeError,
    fits,
    misfits,
)


def _objects(package):
    """Every component that is an object of its own, with its class."""
    models = package.module("models")
    classes = {name.lower(): name for name in models.__all__}
    for name, schema in package.components.items():
        if schema.get("type") == "object" or "properties" in schema:
            folded = "".join(c for c in name if c.isalnum()).lower()
            yield getattr(models, classes[folded]), schema


def _is_closed(schema):
    return schema.get("additionalProperties") is False


@pytest.mark.parametrize("full", [False, True], ids=["required", "full"])
def test_what_is_read_is_written_back(package, full):
    for model, schema in _objects(package):
        payload = package.example(schema, full=full)
        before = copy.deepcopy(payload)
        read = model.from_dict(payload)
        assert read.to_dict() == payload == before, model
        assert model.from_dict(read.to_dict()) == read


def test_a_copy_keeps_absent_members_absent(package):
    for model, schema in _objects(package):
        read = model.from_dict(package.example(schema))
        for twin in (copy.deepcopy(read), pickle.loads(pickle.dumps(read))):
            assert twin == read
            assert twin.to_dict() == read.to_dict()


def test_an_unknown_member_is_kept_and_told_apart_from_a_declared_one(package):
    seen = set()
    for model, schema in _objects(package):
        extra = schema.get("additionalProperties")
        news = package.example(extra) if isinstance(extra, dict) and extra else {"deep": [1]}
        payload = {**package.example(schema), "brand_new": news}
        read = model.from_dict(payload)
        plain = model.from_dict(package.example(schema))
        if _is_closed(schema):
            assert read.unknown_fields == {"brand_new": news}
            assert read == plain
            assert repr(read) == repr(plain)
            assert "brand_new" not in read.to_dict()
            assert not model.__declares_extra__
        else:
            assert read.to_dict()["brand_new"] == news
            assert "brand_new" in read.additional_properties
            assert model.__declares_extra__ is ("additionalProperties" in schema)
        seen.add((_is_closed(schema), model.__declares_extra__))
    assert seen, "no object in this contract"


def test_a_missing_required_member_is_named_with_its_class(package):
    for model, schema in _objects(package):
        payload = package.example(schema)
        for name in payload:
            with pytest.raises(MissingFieldError) as caught:
                model.from_dict({key: value for key, value in payload.items() if key != name})
            assert (caught.value.model, caught.value.field) == (model.__name__, name)
            assert str(caught.value) == f"{model.__name__}.{name}: required, but missing"
            assert isinstance(caught.value, KeyError)


def test_an_object_or_array_of_a_wrong_type_is_named_with_its_class(package):
    for model, schema in _objects(package):
        payload = package.example(schema, full=True)
        for name, types in model.__json_types__.values():
            if name not in payload or not {dict, list} & set(types) or str in types or bool in types:
                continue
            wrong = "text" if types != (str,) else 1
            with pytest.raises(WrongTypeError) as caught:
                model.from_dict({**payload, name: wrong})
            assert (caught.value.model, caught.value.field) == (model.__name__, name)
            assert "got string" in str(caught.value)
            assert isinstance(caught.value, TypeError)


def test_every_plain_value_has_its_json_types_at_hand(package):
    """A plain value of a wrong type is kept as it is; the table lets a reader see it."""
    plain = {str, int, float, bool}
    for model, schema in _objects(package):
        payload = package.example(schema, full=True)
        for name, types in model.__json_types__.values():
            if name in payload:
                assert fits(payload[name], types), (model, name)
            assert not set(types) >= plain
        for name, member in schema.get("properties", {}).items():
            if member.get("type") in ("string", "integer", "number", "boolean") and member.get("format") != "binary":
                assert name in {json_name for json_name, _ in model.__json_types__.values()}, (model, name)


@pytest.mark.parametrize("wrong", [None, [], "text", 1, True])
def test_only_an_object_is_read_as_an_object(package, wrong):
    for model, _ in _objects(package):
        with pytest.raises(TypeError, match=f"{model.__name__}: expected object, got "):
            model.from_dict(wrong)


def test_enumerations_keep_what_they_do_not_know(package):
    models = package.module("models")
    enums = [getattr(models, name) for name in models.__all__]
    enums = [enum for enum in enums if issubclass(enum, OpenStrEnum | OpenIntEnum)]
    assert enums
    for enum in enums:
        news = "brand_new" if issubclass(enum, str) else 987_654
        assert all(member.is_known for member in enum)
        value = enum(news)
        assert value == news == value.value
        assert str(value) == str(news)
        assert hash(value) == hash(news)
        assert not value.is_known
        assert pickle.loads(pickle.dumps(value)) == value
        assert news not in [member.value for member in enum], "the class itself stays as the contract has it"
        for never in (None, 3.5, [], "7" if issubclass(enum, int) else 3):
            with pytest.raises(ValueError, match="is not a valid"):
                enum(never)


def test_errors_survive_pickling():
    for error in (MissingFieldError("Job", "id"), WrongTypeError("Job", None, "why")):
        twin = pickle.loads(pickle.dumps(error))
        assert isinstance(twin, ShapeError)
        assert str(twin) == str(error)


def test_the_markers():
    assert copy.deepcopy(UNSET) is UNSET
    assert pickle.loads(pickle.dumps(UNSET)) is UNSET
    assert repr(UNSET) == "UNSET"
    assert not UNSET
    assert UnknownVariant.from_dict({"a": 1}).to_dict() == {"a": 1}


@pytest.mark.parametrize(
    ("value", "types", "expected"),
    [(1, (int,), True), (1.0, (int,), True), (1.5, (int,), False), (True, (int,), False), (1, (float, int), True),
     (None, (str,), False), (None, (str, type(None)), True), ("1", (int,), False), (float("inf"), (int,), False)],
)  # fmt: skip
def test_fits(value, types, expected):
    assert fits(value, types) is expected


def test_misfits_say_where_they_are():
    levels = ((list,), (list,), (int,))
    assert [*misfits([[1, 2]], levels)] == []
    assert [*misfits([[1, "a"], 2], levels)] == [((0, 1), "a", (int,)), ((1,), 2, (list,))]
