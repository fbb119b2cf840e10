"""Clock times and parts of days."""

from __future__ import annotations

from segun.anchor.time.calendar import day_in
from segun.anchor.time.context import NEAR, Context, Sense
from segun.anchor.time.grammar import Found
from segun.anchor.time.points import NO_DAY, value_of_date

_DATE_WORDS = frozenset({"d", "m", "y", "w", "k", "f", "full"})
_LATE = {"AF", "EV", "NI"}


def part_of_day(found: Found, at: Context) -> Sense | None:
    """Return the meaning of a part of a day, with its day where the wording or the text names one."""
    part = str(found.get("p") or found.option("part"))
    return Sense("TIME", f"{_day(found, at)}T{part}")


def clock(found: Found, at: Context) -> Sense | None:
    """Return the meaning of a time by the clock."""
    written = found.get("t")
    if written:
        hour, minute = map(int, str(written).split(":"))
    else:
        hour = found.integer("h") if "h" in found.tokens else found.option("hour", 0)
        minute = found.integer("min") or found.option("minute", 0)
    half = str(found.get("half12") or found.get("p") or "")
    if half in _LATE | {"pm"} and hour < 12 and not (half == "NI" and hour < 5):
        hour += 12
    elif hour == 12 and half in {"NI", "am", "00"}:
        hour = 0
    if not (0 <= hour <= 24 and 0 <= minute <= 59):
        return None
    zone = "Z" if "z" in found.tokens else ""
    return Sense("TIME", f"{_day(found, at)}T{hour:02}:{minute:02}{zone}")


def _day(found: Found, at: Context) -> str:
    """Return the day of a time: the one it names, else the last one named nearby, else that of publication."""
    if found.tokens.keys() & _DATE_WORDS or found.option("k") is not None:
        if "k" not in found.tokens and found.option("k") is not None:
            return _shifted(at, int(found.option("k")))
        return (value_of_date(found, at) or NO_DAY).partition("T")[0]
    if found.option("today"):
        return _shifted(at, 0)
    earlier = at.last(found.span, within=NEAR)
    if earlier and (day_in(earlier) or earlier.startswith("XXXX-WXX-") or len(earlier) == 10):
        return earlier.partition("T")[0]
    return _shifted(at, 0)


def _shifted(at: Context, away: int) -> str:
    from datetime import timedelta

    if at.today is not None:
        return (at.today + timedelta(days=away)).isoformat()
    return NO_DAY
