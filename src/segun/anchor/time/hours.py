"""Clock times and parts of days."""

from __future__ import annotations

from segun.anchor.time.calendar import day_in, moved
from segun.anchor.time.context import NEAR, Context, Sense
from segun.anchor.time.grammar import Found
from segun.anchor.time.points import NO_DAY, value_of_date

_DATE_WORDS = frozenset({"d", "m", "y", "w", "k", "f", "full"})
_LATE = {"MI", "AF", "EV", "NI"}


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
        hour = found.integer("h") or 0
        minute = found.integer("min") or found.option("minute", 0)
        less = found.integer("less") or found.option("less", 0)  # las cinco menos diez
        if less:
            hour, minute = (hour - 1) % 24, 60 - less
    half = str(found.get("half12") or found.get("p") or "")
    small_hours = half == "NI" and hour < 5  # the two of the night
    if half in {*_LATE, "pm"} and hour < 12 and not small_hours:
        hour += 12
    elif hour == 12 and half in {"NI", "am"}:
        hour = 0
    if not (0 <= hour <= 24 and 0 <= minute <= 59):
        return None
    zone = "Z" if "z" in found.tokens else ""
    return Sense("TIME", f"{_day(found, at)}T{hour:02}:{minute:02}{zone}")


def _day(found: Found, at: Context) -> str:
    """Return the day of a time: the one it names, else the last one named nearby, else that of publication."""
    if found.tokens.keys() & _DATE_WORDS:
        return value_of_date(found, at) or NO_DAY
    if found.option("from-today") is not None:
        return _from_today(at, found.option("from-today"))
    earlier = at.last(found.span, within=NEAR)
    if earlier and (day_in(earlier) or earlier.startswith("XXXX-WXX-") or len(earlier) == 10):
        return earlier.partition("T")[0]
    return _from_today(at, 0)


def _from_today(at: Context, away: int) -> str:
    day = moved(at.today, away, "D") if at.today else None
    return day.isoformat() if day else NO_DAY
