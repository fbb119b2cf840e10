"""Days, months, years: what a date in words or figures means."""

from __future__ import annotations

from datetime import date, timedelta

from segun.anchor.time.calendar import (
    LEAP,
    SEASONS,
    UNKNOWN_YEAR,
    around,
    at_unit,
    day_in,
    feast,
    last_weekday,
    made,
    moved,
    next_weekday,
)
from segun.anchor.time.context import NEAR, Context, Sense
from segun.anchor.time.grammar import Found
from segun.model import Candidate

NO_DAY = "XXXX-XX-XX"
MANY = 3
"""Candidates that are worth a reader's time."""


def dated(found: Found, at: Context) -> Sense | None:
    """Return the meaning of a date: day, month and year, or what the wording gives of them."""
    return Sense("DATE", value_of_date(found, at), candidates(found, at))


def value_of_date(found: Found, at: Context) -> str | None:
    """Return the value of the date that the named words ``d m y w dir k`` make, whichever of them there are."""
    if "k" in found.tokens:
        return deictic_value(found, at)
    if "f" in found.tokens:
        return _feast_value(found, at)
    if "full" in found.tokens:
        written = found.get("full")
        return str(written) if day_in(str(written)) else None
    day, month, weekday = found.integer("d"), found.integer("m"), found.integer("w")
    year = year_of(found, at)
    if month and day:
        return _day_of_month(found, at, year, month, day)
    if month:
        return _month_value(found, at, year, month)
    if day:
        return _bare_day(found, at, day)
    if weekday:
        return _weekday_value(found, at, weekday)
    return str(year) if year else UNKNOWN_YEAR


def year_of(found: Found, at: Context) -> int | None:
    """Return the year that the wording names, itself (*2018*) or by its distance (*del año pasado*)."""
    year = found.integer("y")
    if year is not None:
        if year > 99:
            return year
        return year + (1900 if at.today is None or year > (at.today.year + 20) % 100 else at.today.year // 100 * 100)
    away = found.integer("ydir")
    return at.today.year + away if away is not None and at.today else None


def direction(found: Found) -> int | None:
    """Return whether the wording points back (-1), ahead (1) or here (0)."""
    value = found.integer("dir")
    chosen: int | None = found.option("direction") if value is None else value
    return chosen


def _day_of_month(found: Found, at: Context, year: int | None, month: int, day: int) -> str | None:
    if made(LEAP, month, day) is None:
        return None
    if year is not None:
        exact = made(year, month, day)
        return exact.isoformat() if exact else None
    if at.today is None:
        return f"{UNKNOWN_YEAR}-{month:02}-{day:02}"
    options = list(around(at.today, month, day))
    weekday = found.integer("w")
    agreeing = [option for option in options if weekday and option.isoweekday() == weekday]
    chosen = _chosen(agreeing or options, found, at, today=at.today)
    return chosen.isoformat() if chosen else f"{UNKNOWN_YEAR}-{month:02}-{day:02}"


def _chosen(options: list[date], found: Found, at: Context, *, today: date) -> date | None:
    """Choose among dates: by the wording's direction, else the nearest, unless the tense says plainly otherwise."""
    if not options:
        return None
    turn = direction(found)
    before, after = [o for o in options if o <= today], [o for o in options if o >= today]
    if turn == -1 and before:
        return before[-1]
    if turn == 1 and after:
        return after[0]
    nearest = min(options, key=lambda o: abs((o - today).days))
    if turn is None and abs((nearest - today).days) > 100:
        tense = at.tense(found.span)
        if tense == "past" and before:
            return before[-1]
        if tense == "future" and after:
            return after[0]
    return nearest


def _month_value(found: Found, at: Context, year: int | None, month: int) -> str | None:
    if year is not None:
        return f"{year:04}-{month:02}"
    if at.today is None:
        return f"{UNKNOWN_YEAR}-{month:02}"
    turn = direction(found)
    here = at.today.year
    if turn == -1:
        return f"{here if month < at.today.month else here - 1:04}-{month:02}"
    if turn == 1:
        return f"{here if month > at.today.month else here + 1:04}-{month:02}"
    if turn == 0:
        return f"{here:04}-{month:02}"
    tense = at.tense(found.span)
    if tense == "future":
        return f"{here if month >= at.today.month else here + 1:04}-{month:02}"
    if tense == "past" or (month - at.today.month) % 12 > 3:
        return f"{here if month <= at.today.month else here - 1:04}-{month:02}"
    return f"{here if month >= at.today.month else here + 1:04}-{month:02}"


def _bare_day(found: Found, at: Context, day: int) -> str | None:
    """*el día 12*: of the month that was spoken of, else of the month of publication."""
    if day > 31:
        return None
    earlier = at.last(found.span, within=NEAR)
    turn = direction(found)
    if turn is None and earlier and len(earlier) >= 7 and earlier[5:7].isdigit():
        year, month = earlier[:4], int(earlier[5:7])
        if at.today is None or earlier[:7] != at.today.isoformat()[:7]:
            exact = made(int(year) if year.isdigit() else LEAP, month, day)
            if exact:
                return f"{year}-{exact:%m-%d}"
    if at.today is None:
        return f"XXXX-XX-{day:02}"
    months = [moved(at.today.replace(day=1), n, "M") for n in (-1, 0, 1)]
    options = [o for o in (made(m.year, m.month, day) for m in months if m) if o]
    before, after = [o for o in options if o <= at.today], [o for o in options if o >= at.today]
    if turn is None:
        tense = at.tense(found.span)
        turn = {"past": -1, "future": 1}.get(tense or "", 0)
    if turn == -1 and before:
        return before[-1].isoformat()
    if turn == 1 and after:
        return after[0].isoformat()
    return min(options, key=lambda o: abs((o - at.today).days if at.today else 0)).isoformat()


def _weekday_value(found: Found, at: Context, weekday: int) -> str | None:
    if at.today is None:
        return f"XXXX-WXX-{weekday}"
    week = found.integer("wk")
    if week is not None:
        monday = at.today - timedelta(days=at.today.isoweekday() - 1) + timedelta(weeks=week)
        return (monday + timedelta(days=weekday - 1)).isoformat()
    turn = direction(found)
    if turn == -1:
        return last_weekday(at.today, weekday, strictly=True).isoformat()
    if turn == 1:
        return next_weekday(at.today, weekday, strictly=True).isoformat()
    tense = at.tense(found.span)
    if tense == "future":
        return next_weekday(at.today, weekday, strictly=False).isoformat()
    return last_weekday(at.today, weekday, strictly=False).isoformat()


def deictic(found: Found, at: Context) -> Sense | None:
    """Return the meaning of *hoy*, *ayer*, *mañana*, with or without the weekday."""
    return Sense("DATE", deictic_value(found, at))


def deictic_value(found: Found, at: Context) -> str | None:
    """Return the day that lies some days from the publication's."""
    away = found.integer("k") or 0
    if at.today is not None:
        day = moved(at.today, away, "D")
        return day.isoformat() if day else None
    named = found.integer("w")
    if named:
        return f"XXXX-WXX-{named}"
    if at.weekday is not None:
        return f"XXXX-WXX-{(at.weekday - 1 + away) % 7 + 1}"
    return None


def feast_day(found: Found, at: Context) -> Sense | None:
    """Return the meaning of a feast: *Navidad*, *Thanksgiving 1999*."""
    return Sense("DATE", _feast_value(found, at), candidates(found, at))


def _feast_value(found: Found, at: Context) -> str | None:
    code = str(found.get("f"))
    year = year_of(found, at)
    if year is not None:
        day = feast(code, year) if 1 <= year <= 9998 else None
        return day.isoformat() if day else None
    if at.today is None:
        return f"{UNKNOWN_YEAR}-{code}" if code[:2].isdigit() and "#" not in code else None
    years = range(max(1, at.today.year - 1), min(9998, at.today.year + 1) + 1)
    options = [day for day in (feast(code, each) for each in years) if day]
    chosen = _chosen(options, found, at, today=at.today)
    return chosen.isoformat() if chosen else None


def season(found: Found, at: Context) -> Sense | None:
    """Return the meaning of a season, of a year or next to the publication."""
    code = str(found.get("s"))
    year = year_of(found, at)
    if year is None and at.today is not None:
        turn = direction(found)
        began = SEASONS[code] <= at.today.month
        running = SEASONS[code] <= at.today.month < SEASONS[code] + 3
        if turn == -1:
            year = at.today.year if began and not running else at.today.year - 1
        elif turn == 1:
            year = at.today.year if not began else at.today.year + 1
        elif turn is None and at.tense(found.span) == "past" and not began:
            year = at.today.year - 1
        else:
            year = at.today.year
    return Sense("DATE", f"{year:04}-{code}" if year else f"{UNKNOWN_YEAR}-{code}")


def year(found: Found, at: Context) -> Sense | None:
    """Return the meaning of a year in figures or words."""
    named = year_of(found, at)
    return Sense("DATE", f"{named:04}" if named else UNKNOWN_YEAR)


def decade(found: Found, at: Context) -> Sense | None:
    """Return the meaning of a decade: *los noventa*, *the 1990s*."""
    named = found.integer("dec")
    if named is None:
        return None
    if named < 100:
        named += 1900 if at.today is None or named > at.today.year % 100 else at.today.year // 100 * 100
    return Sense("DATE", f"{named // 10:03}")


def century(found: Found, _at: Context) -> Sense | None:
    """Return the meaning of a century: *el siglo XXI* is 20."""
    number = found.integer("c")
    if number is None or number > 99:
        return None
    return Sense("DATE", f"{number - 1:02}")


def fixed(found: Found, _at: Context) -> Sense | None:
    """Return what the rule itself says: PRESENT_REF and the like."""
    return Sense(found.option("type", "DATE"), found.option("value"))


def anaphoric(found: Found, at: Context) -> Sense | None:
    """Return the meaning of *ese día*, *al día siguiente*: so many units from the date named before."""
    unit = str(found.get("u") or found.option("unit"))
    value = shifted_from(at.last(found.span), found.integer("away") or found.option("away", 0), unit)
    if value is None and unit == "D":
        value = NO_DAY
    return Sense("DATE", value)


def shifted_from(value: str | None, away: float, unit: str) -> str | None:
    """Return a value some units from another, open years kept open; ``None`` where the other is too coarse."""
    if value is None:
        return None
    open_year = value.startswith(UNKNOWN_YEAR)
    text = value.replace(UNKNOWN_YEAR, str(LEAP + 1), 1)
    sizes = {"Y": 4, "M": 7, "D": 10}
    if unit not in {"Y", "M", "W", "D", "10Y", "100Y", "Q", "6M"} or len(text) < sizes.get(
        unit, 10 if unit == "W" else 4
    ):
        return None
    day = day_in((text + "-01-01")[:10] if text[4:5] in {"", "-"} else "") or day_in(text[:7] + "-01")
    later = moved(day, away, unit) if day else None
    result = at_unit(later, unit) if later else None
    if result is None or not open_year:
        return result
    return (
        result.replace(result[:4], UNKNOWN_YEAR, 1) if unit in {"D", "M"} and later and later.year == LEAP + 1 else None
    )


def candidates(found: Found, at: Context) -> tuple[Candidate, ...]:
    """Return the values that a date without a year may have: years in the text, those first that fit its weekday."""
    if at.today is not None or "y" in found.tokens or not at.years:
        return ()
    month, day, weekday = found.integer("m"), found.integer("d"), found.integer("w")
    if not month:
        return ()
    listed: list[Candidate] = []
    near = sorted(at.years, key=lambda named: abs(named[0].start - found.span.start))
    for each in dict.fromkeys(year for _, year in near):
        if day is None:
            listed.append(Candidate(f"{each:04}-{month:02}", f"the text names {each}"))
            continue
        exact = made(each, month, day)
        if exact is None or (weekday and exact.isoweekday() != weekday):
            continue
        why = f"the text names {each}"
        listed.append(Candidate(exact.isoformat(), f"{why}, and the weekday agrees" if weekday else why))
    return tuple(listed[:MANY])
