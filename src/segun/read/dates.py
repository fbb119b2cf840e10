"""Dates as an input states them. What would have to be guessed stays unknown."""

from __future__ import annotations

import re
from datetime import date, datetime

_DAY = re.compile(r"(\d{4})([-/]?)(\d{2})\2(\d{2})", re.ASCII)
_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2}|\d{8})[T ]"
    r"(?P<time>\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d{1,9})?)?) ?(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?",
    re.ASCII | re.IGNORECASE,
)
_HEADER = re.compile(
    r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UT|UTC|[+-]\d{4})", re.ASCII
)


def iso(value: str) -> str | None:
    """Return ``value`` as an ISO 8601 date, or date-time with zone, without guessing.

    A date-time without a zone gives its date alone. Of other notations only year/month/day and the dates of e-mail
    and HTTP headers (RFC 2822) are understood: in *3/4/2025* day and month cannot be told apart.

    Args:
        value: a date as somebody wrote it.

    Returns:
        ``YYYY-MM-DD``, or ``YYYY-MM-DDTHH:MM`` with seconds where given and the zone as given; ``None`` where the
        value is no date or not sure to be that date.
    """
    value = value.strip()
    if match := _DAY.fullmatch(value):
        return _day("-".join(match.group(1, 3, 4)))
    if match := _MOMENT.fullmatch(value):
        return _moment(match)
    if _HEADER.fullmatch(value):
        from email.utils import parsedate_to_datetime

        try:
            return parsedate_to_datetime(value).isoformat()
        except ValueError:
            return None
    return None


def strict_iso(value: str) -> str | None:
    """Return ``value`` where it is a full ISO 8601 date or a date-time with zone, else ``None``.

    Unlike :func:`iso` it accepts no other notation and drops nothing, for a date that a user types.
    """
    value = value.strip()
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        return _day(value)
    match = _MOMENT.fullmatch(value)
    return _moment(match) if match and match["zone"] else None


def _day(value: str) -> str | None:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return None


def _moment(match: re.Match[str]) -> str | None:
    """Return the date-time in the extended form, or its date where it names no zone."""
    zone = (match["zone"] or "").upper()
    time = match["time"].replace(",", ".")
    try:
        moment = datetime.fromisoformat(f"{match['day']}T{time}{zone}")
    except ValueError:
        return None
    if not zone:
        return moment.date().isoformat()
    written = moment.isoformat()
    return written.removesuffix("+00:00") + "Z" if zone == "Z" else written
