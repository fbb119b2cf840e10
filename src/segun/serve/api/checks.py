"""Whether what is sent is what an operation declares, before anything is done with it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

from segun.errors import SegunError
from segun.serve.api.schemas import Schema

DEPTH = 16
"""How deep lists and objects may lie in one another."""
_WHOLE = re.compile(r"-?\d{1,16}", re.ASCII)
_UNFIT = re.compile("[\x00\ud800-\udfff]")
_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
    "null": type(None),
}
_SAID = {
    "string": "words",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "null",
}


class WrongInputError(SegunError):
    """A parameter or a body that an operation does not take."""


class MediaTypeError(SegunError):
    """A body that does not say that it is JSON."""


def clean(value: str, where: str) -> str:
    """Return words that can be kept.

    Raises:
        WrongInputError: they hold NUL or half of a surrogate pair.
    """
    if _UNFIT.search(value):
        raise WrongInputError(f"{where} holds a character that no text has.", "Leave out NUL and lone surrogates.")
    return value


def object_of(raw: bytes, media_type: str) -> dict[str, Any]:
    """Return the object that a request's body holds; an empty one for an empty body.

    Args:
        raw: the body.
        media_type: as the header Content-Type has it.

    Raises:
        MediaTypeError: it is not said to be JSON.
        WrongInputError: it is no JSON object in UTF-8, or holds what no text or number may be.
    """
    if not raw:
        return {}
    if media_type.partition(";")[0].strip().lower() != "application/json":
        raise MediaTypeError("The body is not said to be JSON.", "Send the header Content-Type: application/json.")
    try:
        found = json.loads(raw.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise WrongInputError("The body is no JSON in UTF-8.", "Send one object, such as {}.") from error
    if not isinstance(found, dict):
        raise WrongInputError("The body is no object.", "Send one object, such as {}.")
    _check_parts(found)
    return found


def fitting(value: Any, schema: Schema, where: str) -> Any:
    """Return a value that fits a schema; a whole number written as 3.0 becomes 3.

    Raises:
        WrongInputError: it does not fit.
    """
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if "integer" in types and isinstance(value, float) and value.is_integer():
        value = int(value)
    if types and not any(_is(value, each) for each in types):
        _refuse(where, f"is not {' or '.join(_SAID[each] for each in types)}")
    if "enum" in schema and value not in schema["enum"]:
        raise WrongInputError(f"{where} cannot be that.", f"Give one of {', '.join(map(str, schema['enum']))}.")
    if isinstance(value, str):
        _check_size(len(value), schema, "Length", "characters", where)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        if not schema.get("minimum", -math.inf) <= value <= schema.get("maximum", math.inf):
            _refuse(where, f"is not from {schema.get('minimum')} to {schema.get('maximum')}")
    elif isinstance(value, list):
        _check_size(len(value), schema, "Items", "items", where)
        value = [fitting(each, schema.get("items", {}), f"{where}[{n}]") for n, each in enumerate(value)]
    elif isinstance(value, dict):
        value = _object(value, schema, where)
    return value


def written(value: str, schema: Schema, where: str) -> Any:
    """Return the value that a parameter's words mean.

    Raises:
        WrongInputError: it does not fit the schema.
    """
    clean(value, where)
    if schema.get("type") == "integer":
        if not _WHOLE.fullmatch(value):
            _refuse(where, "is not a whole number")
        return fitting(int(value), schema, where)
    return fitting(value, schema, where)


def _object(value: dict[str, Any], schema: Schema, where: str) -> dict[str, Any]:
    fields: Mapping[str, Schema] = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            raise WrongInputError(f"{where} lacks {name}.", f"Give {name}; GET /api/openapi.json tells what it is.")
    for name in value:
        if name not in fields and schema.get("additionalProperties") is False:
            known = f"Give {', '.join(fields)}." if fields else "Give none."
            raise WrongInputError(f"{where} has no field {name[:80]!r}.", known)
    return {name: fitting(each, fields.get(name, {}), f"{where}.{name}") for name, each in value.items()}


def _is(value: Any, type_: str) -> bool:
    if isinstance(value, bool):
        return type_ == "boolean"
    return isinstance(value, _TYPES[type_])


def _check_size(size: int, schema: Schema, what: str, unit: str, where: str) -> None:
    least, most = schema.get(f"min{what}", 0), schema.get(f"max{what}", size)
    if not least <= size <= most:
        _refuse(where, f"has {size:,} {unit}, not {least:,} to {most:,}")


def _check_parts(found: Any) -> None:
    """Check every word and number of a body, however deep it lies."""
    level: list[Any] = [found]
    for _ in range(DEPTH):
        if not level:
            return
        following: list[Any] = []
        for each in level:
            parts: Iterable[Any] = ()
            if isinstance(each, dict):
                parts = (*each, *each.values())
            elif isinstance(each, list):
                parts = each
            elif isinstance(each, str):
                clean(each, "The body")
            elif isinstance(each, float) and not math.isfinite(each):
                _no_number(str(each))
            following.extend(parts)
        level = following
    if level:
        raise WrongInputError("The body is nested too deep.", f"Nest lists and objects at most {DEPTH - 1} deep.")


def _no_number(name: str) -> NoReturn:
    raise WrongInputError(f"{name} is no number of JSON.", "Leave it out, or give a number.")


def _refuse(where: str, problem: str) -> NoReturn:
    raise WrongInputError(f"{where} {problem}.", "GET /api/openapi.json tells what it may be.")
