"""Hyphens that stand for the dashes of dialogue: *-No hay heridos -dijo el alcalde-. Salieron todos*."""

from __future__ import annotations

import re
from collections.abc import Iterable

from segun.model import Span

_OPENING = re.compile(r"\s*-(?=[¿¡\"«“]?[^\W\d_])")
_INSERTED = re.compile(r"(?<=\s)-(?=[^\W\d_])|(?<=[^\s-])-(?=[\s.,;:!?]|$)")
_DASH = "—"


def hyphens(text: str, span: Span) -> list[int]:
    """Return where the hyphens of a paragraph stand that open speech and part it from what the narrator inserts.

    There are none but where a capital, or a mark before one, follows the first at once, and a small letter the second,
    with a blank before it: a list's items have a blank behind their hyphen.
    """
    opening = _OPENING.match(text, span.start, span.end)
    if opening is None or not text[opening.end() : opening.end() + 2].lstrip('¿¡"«“')[:1].isupper():
        return []
    inserted = [match.start() for match in _INSERTED.finditer(text, opening.end(), span.end)]
    if not inserted or not text[inserted[0] - 1].isspace() or not text[inserted[0] + 1].islower():
        return []
    return [opening.end() - 1, *inserted]


def dashed(text: str, readable: str, spans: Iterable[Span]) -> str:
    """Return ``readable`` with such hyphens of ``text`` made dashes, one for one, so that the parser parts the words.

    >>> dashed("-No -dijo Ana", "-No -dijo Ana", [Span(0, 13)])
    '—No —dijo Ana'
    """
    places = [at for span in spans for at in hyphens(text, span)]
    if not places:
        return readable
    letters = list(readable)
    for at in places:
        letters[at] = _DASH
    return "".join(letters)
