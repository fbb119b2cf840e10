"""The fields that a JSONL line and a sidecar share."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from segun.read.dates import iso
from segun.read.draft import UnreadableError

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Fields:
    """What an input states about a report; ``None`` where it does not, or not in a usable form."""

    id: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None


NO_FIELDS = Fields()


def load_object(raw: bytes) -> dict[str, Any]:
    """Return the JSON object in ``raw``.

    Args:
        raw: JSON in UTF-8, with or without a byte order mark.

    Raises:
        UnreadableError: it is not UTF-8, no JSON, or no object.
    """
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"Byte {error.start + 1} is not UTF-8.", "Save it as UTF-8: JSON has no other encoding."
        ) from error
    except json.JSONDecodeError as error:
        raise UnreadableError(
            f"This is broken JSON: {error.msg} at character {error.pos + 1}.",
            'Write one object, such as {"text": "…"}.',
        ) from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, or brackets nested thousands deep.
        remedy = "Leave out everything but the fields that segun reads."
        raise UnreadableError("This JSON cannot be read.", remedy) from error
    if not isinstance(found, dict):
        raise UnreadableError("This JSON is no object.", 'Write an object, such as {"text": "…"}.')
    return found


def take_fields(record: Mapping[str, Any]) -> Fields:
    """Return what ``record`` states in the fields that segun knows.

    Args:
        record: a JSON object. A number as ``id`` is taken as written; other values must be strings.

    Raises:
        UnreadableError: a value holds half a surrogate pair, which is no character.
    """
    published, language = _string(record, "published"), _string(record, "language")
    return Fields(
        id=_string(record, "id"),
        published=iso(published) if published else None,
        title=_string(record, "title"),
        url=_string(record, "url"),
        outlet=_string(record, "outlet"),
        language=bcp47(language) if language else None,
    )


def bcp47(value: str) -> str | None:
    """Return ``value`` as a BCP 47 tag (``es``, ``es-MX``), or ``None`` where it has not the form of one."""
    tag = value.strip().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) else None


def whole(value: str, field: str) -> str:
    """Return ``value`` where every code point in it is a character.

    Raises:
        UnreadableError: it holds half a surrogate pair.
    """
    if found := _SURROGATE.search(value):
        raise UnreadableError(
            f"`{field}` holds half a surrogate pair (\\u{ord(found.group()):04x}) at character {found.start() + 1}.",
            "Write the whole pair, or U+FFFD where the character is lost.",
        )
    return value


def _string(record: Mapping[str, Any], field: str) -> str | None:
    value = record.get(field)
    if field == "id" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    return whole(value, field).strip() or None
