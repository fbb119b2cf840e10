"""What a form sends, as the body of a decision."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from segun.model import Claim, Spans
from segun.serve.asked import AskedError
from segun.tongue import gettext as _

_SPANS = re.compile(r"\d{1,9}-\d{1,9}(,\d{1,9}-\d{1,9})*", re.ASCII)
FIELDS = ("factuality", "speech_act", "quotation")


async def sent(request: Request) -> dict[str, str]:
    """Return the fields of a form as they were sent, without files."""
    return {name: value for name, value in (await request.form()).items() if isinstance(value, str)}


def whole(written: str) -> int | None:
    """Return a whole number of at most nine digits, ``None`` where it is written otherwise."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 10 else None


def spans(written: str) -> list[list[int]]:
    """Return the spans that a form gives as ``12-40,52-60``.

    Raises:
        AskedError: it is something else.
    """
    if not _SPANS.fullmatch(written):
        raise AskedError(
            _("'%(written)s' are no stretches of a text.", written=written),
            _("Give them as 12-40 or 12-40,52-60."),
        )
    return [[int(end) for end in part.split("-")] for part in written.split(",")]


def number(form: Mapping[str, Any], name: str) -> int:
    """Return a whole number of a form.

    Raises:
        AskedError: it is none.
    """
    found = whole(str(form.get(name, "")))
    if found is None:
        raise AskedError(_("%(field)s is no number.", field=name), _("Use the form of the page."))
    return found


def correction(form: Mapping[str, Any], claim: Claim | None, source: str) -> dict[str, Any]:
    """Return what a form changes of a claim, by field; all that it says for a claim that is added.

    The words that name the source are looked for where the form leaves them as they were (``source_at``).

    Args:
        form: the fields as they were sent.
        claim: what is corrected; ``None`` where a claim is added.
        source: the name of the claim's innermost source, empty for none.

    Raises:
        AskedError: the spans cannot be read.
    """
    body: dict[str, Any] = {}
    given = spans(str(form.get("spans", "")))
    if claim is None or given != _listed(claim.spans):
        body["spans"] = given
    for field in FIELDS:
        value = str(form.get(field, ""))
        if value and (claim is None or value != getattr(claim, field)):
            body[field] = value
    name = str(form.get("source", "")).strip()
    where = str(form.get("source_at", "")).strip()
    named = spans(where) if where and where != source_at(claim) else None
    if name != source or (name and named):
        told = {"name": name, "kind": str(form.get("source_kind", "person"))} | ({"spans": named} if named else {})
        body["source"] = told if name else None
    return body


def source_at(claim: Claim | None) -> str:
    """Return the words that name a claim's innermost source, as a form has them: ``12-40``; empty for none."""
    return _written(claim.relays[-1].source_spans) if claim is not None and claim.relays else ""


def _written(given: Spans) -> str:
    """Return spans as a form has them: ``12-40,52-60``."""
    return ",".join(f"{span.start}-{span.end}" for span in given)


def body_of(kind: str, form: Mapping[str, Any]) -> dict[str, Any]:
    """Return the body of a decision that needs no more than one field."""
    field = {"note": "note", "verdict": "verdict", "grade": "grade", "rename": "name", "merge": "source"}.get(kind)
    if field is None:
        return {}
    body = {field: str(form.get(field, "")).strip()}
    if kind == "verdict":
        body["evidence"] = str(form.get("evidence", "")).strip()
    return body


def _listed(given: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in given]
