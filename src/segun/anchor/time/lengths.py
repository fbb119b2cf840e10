"""Durations, ages, sets, and what lies so long ago."""

from __future__ import annotations

from segun.anchor.time.calendar import at_unit, moved, unit_of
from segun.anchor.time.context import NEAR, Context, Sense
from segun.anchor.time.grammar import Found
from segun.anchor.time.points import shifted_from

_LETTERS = {"TS": "S", "TM": "M", "TH": "H"}
_HEADS = dict.fromkeys(_LETTERS, "PT")
_SMALLER = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS")}
"""What a fraction of a unit is given in: *two and a half years* is P2Y6M."""


def amount(found: Found) -> str | None:
    """Return how long the named words ``n half u n2 u2`` say, as TIMEX3 writes it: P2W, PT20M, P2Y3M, PXM."""
    factor, base = unit_of(str(found.get("u") or found.option("unit")))
    count = found.number("n")
    if count is None:
        count = found.option("count")
    if count is None:
        return f"{_HEADS.get(base, 'P')}X{_LETTERS.get(base, base)}"
    count = (count + (found.number("half") or 0.0)) * factor
    smaller = found.get("u2")
    if smaller:
        rest_factor, rest_base = unit_of(str(smaller))
        return _written([(count, base), ((found.number("n2") or 0) * rest_factor, rest_base)])
    whole, rest = divmod(count, 1)
    if rest and base in _SMALLER:
        size, unit = _SMALLER[base]
        return _written([(whole, base), (round(rest * size), unit)])
    return _written([(count, base)])


def _written(parts: list[tuple[float, str]]) -> str:
    """Write amounts as one duration; T stands before hours, minutes and seconds."""
    out, timed = "P", False
    for count, base in parts:
        if not count and len(parts) > 1:
            continue
        if base in _HEADS and not timed:
            out, timed = f"{out}T", True
        out += f"{count:.0f}" if count == int(count) else f"{count:g}"
        out += _LETTERS.get(base, base)
    return out


def duration(found: Found, _at: Context) -> Sense | None:
    """Return the meaning of a length of time or an age."""
    return Sense("DURATION", amount(found))


def repeated(found: Found, _at: Context) -> Sense | None:
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
        return Sense("SET", _written([(factor, base)]))
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
    if unit_of(unit)[1] in _HEADS:
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
