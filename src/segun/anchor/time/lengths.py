"""Durations, ages, sets, and what lies so long ago."""

from __future__ import annotations

from segun.anchor.time.calendar import at_unit, moved, unit_of
from segun.anchor.time.context import NEAR, Context, Sense
from segun.anchor.time.grammar import Found
from segun.anchor.time.points import shifted_from


def amount(found: Found) -> str | None:
    """Return how long the named words ``n u`` and ``half`` say, as TIMEX3 writes it: P2W, PT20M, PXM."""
    unit = str(found.get("u") or found.option("unit"))
    factor, base = unit_of(unit)
    letter = {"TS": "S", "TM": "M", "TH": "H"}.get(base, base)
    head = "PT" if base in {"TS", "TM", "TH"} else "P"
    count = found.number("n")
    if count is None:
        count = found.option("count")
    if count is None or count < 0:
        return f"{head}X{letter}"
    half = found.number("half") or 0.0
    smaller = found.get("u2")
    count = (count + half) * factor
    if half and base in {"TM", "TH"}:
        whole, rest = divmod(count, 1)
        return f"PT{int(whole)}{letter}{int(rest * 60)}{'S' if letter == 'M' else 'M'}"
    if half and base == "Y" and factor == 1 and found.option("months"):
        return f"P{int(count)}Y{round(count % 1 * 12)}M"
    written = f"{count:g}" if count < 1_000_000 else f"{count:.0f}"
    if smaller:
        rest_factor, rest_base = unit_of(str(smaller))
        rest = (found.number("n2") or 0) * rest_factor
        timed = rest_base in {"TS", "TM", "TH"}
        return f"{head}{written}{letter}{'T' if timed and head == 'P' else ''}{rest:g}{rest_base[-1]}"
    return f"{head}{written}{letter}"


def duration(found: Found, at: Context) -> Sense | None:
    """Return the meaning of a length of time or an age."""
    return Sense("DURATION", amount(found))


def repeated(found: Found, at: Context) -> Sense | None:
    """Return the meaning of what recurs: *cada 20 minutos*, *weekly*."""
    if "u" not in found.tokens and "freq" not in found.tokens and found.option("unit") is None:
        weekday, month = found.integer("w"), found.integer("m")
        if weekday:
            part = found.get("p")
            return Sense("SET", f"XXXX-WXX-{weekday}{f'T{part}' if part else ''}")
        return Sense("SET", f"XXXX-{month:02}" if month else None)
    if "freq" in found.tokens:
        return Sense("SET", str(found.get("freq")))
    if found.number("n") is None and found.option("count") is None:
        factor, base = unit_of(str(found.get("u") or found.option("unit")))
        timed = base in {"TS", "TM", "TH"}
        return Sense("SET", f"{'PT' if timed else 'P'}{factor}{base[-1] if timed else base}")
    return Sense("SET", amount(found))


def ago(found: Found, at: Context) -> Sense | None:
    """Return the meaning of *hace dos semanas*, *two weeks ago*: the unit that lies so far from the publication."""
    unit = str(found.get("u") or found.option("unit"))
    count = found.number("n")
    if count is None:
        count = found.option("count")
    if count is None:
        value = found.option("vague")
        return Sense("DATE", value) if value else Sense("DURATION", amount(found))
    if unit_of(unit)[1] in {"TS", "TM", "TH"}:
        return Sense("TIME", None) if at.today is None else Sense("DURATION", amount(found))
    if found.option("as-named"):
        quarter = at.last_quarter(found.span, within=NEAR)
        if quarter and quarter[:4].isdigit():
            return Sense("DATE", f"{int(quarter[:4]) - 1:04}{quarter[4:]}", anchors=False)
    if at.today is None:
        return Sense("DATE", None)
    away = (count + (found.number("half") or 0)) * found.option("sign", -1)
    day = moved(at.today, away, unit)
    return Sense("DATE", at_unit(day, "Y" if unit in {"10Y", "DE", "100Y"} else unit) if day else None)


def away(found: Found, at: Context) -> Sense | None:
    """Return the meaning of *dos días después*: from the date named before, else only how long."""
    count = found.number("n")
    sign = found.integer("sign") or 0
    if count is not None and sign:
        unit = str(found.get("u"))
        value = shifted_from(at.last(found.span), count * sign, unit)
        if value:
            return Sense("DATE", value)
    return Sense("DURATION", amount(found))
