"""Words to write schemas with: the part of JSON Schema that both the document and the checks understand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Schema = Mapping[str, Any]

LONGEST = 500
"""Characters of a name, a key, a word to look for."""
GREATEST = 2**53 - 1
"""The greatest whole number that every reader of JSON holds exactly."""


def text(about: str = "", *, most: int = LONGEST, least: int = 0) -> Schema:
    """Return the schema of words of ``least`` to ``most`` characters."""
    return _told(about, {"type": "string", "maxLength": most} | ({"minLength": least} if least else {}))


def words(about: str = "") -> Schema:
    """Return the schema of words that are answered, of any length."""
    return _told(about, {"type": "string"})


def whole(about: str = "", *, least: int = 0, most: int = GREATEST) -> Schema:
    """Return the schema of a whole number."""
    return _told(about, {"type": "integer", "minimum": least, "maximum": most})


def number(about: str = "", *, least: float, most: float) -> Schema:
    """Return the schema of a number."""
    return _told(about, {"type": "number", "minimum": least, "maximum": most})


def truth(about: str = "") -> Schema:
    """Return the schema of true or false."""
    return _told(about, {"type": "boolean"})


def choice(values: Iterable[str], about: str = "") -> Schema:
    """Return the schema of one of some words."""
    return _told(about, {"type": "string", "enum": list(values)})


def many(items: Schema, about: str = "", *, least: int = 0, most: int = 1_000) -> Schema:
    """Return the schema of a list that is given."""
    return _told(about, {"type": "array", "items": items, "minItems": least, "maxItems": most})


def listed(items: Schema, about: str = "") -> Schema:
    """Return the schema of a list that is answered, of any length."""
    return _told(about, {"type": "array", "items": items})


def given(about: str = "", needed: Iterable[str] = (), **fields: Schema) -> Schema:
    """Return the schema of an object that is given: it has these fields and no others."""
    made = {"type": "object", "properties": fields, "required": list(needed), "additionalProperties": False}
    return _told(about, made)


def answered(about: str = "", **fields: Schema) -> Schema:
    """Return the schema of an object that is answered: it has all of these fields, and may have more."""
    return _told(about, {"type": "object", "properties": fields, "required": list(fields)})


def or_null(schema: Schema) -> Schema:
    """Return the schema that lets null stand for nothing."""
    if "type" not in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    values = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**schema, **values, "type": [schema["type"], "null"]}


def named(name: str) -> Schema:
    """Return the schema that the document holds under a name."""
    return {"$ref": f"#/components/schemas/{name}"}


def _told(about: str, made: Schema) -> Schema:
    return {**made, "description": about} if about else made
