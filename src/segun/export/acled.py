"""CSV in the columns of ACLED's codebook: a row for each claim that names when or where something happened.

Nothing is filled in that the text does not give: a day only where the claim has exactly one whole date, a place only
where it has exactly one with a point. What is open or several stands in segun's own columns, after ACLED's. A time or
place that a claim shares with one nested in it counts for the nested one.

Dropped: see :data:`DROPS`. What each column holds: docs/formats/csv.md.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, TextIO

from segun.export.geojson import sources
from segun.export.lineage import NONE, Lineage
from segun.export.shared import cell, country_name, has_point, keyed, on_target, review, verdict
from segun.model import Analysis, Claim, Decision, Place, Quantity, Time, wording
from segun.timex import VALUE, extent
from segun.tongue import marked

DROPS = marked(
    "Claims without a time or place of their own, what is tied to no claim, the text with all offsets, order, "
    "obligations, propositions but for their subjects' words, and decisions but for reviews and verdicts."
)
BINARY = False

ACLED = (
    "event_id_cnty",
    "event_date",
    "year",
    "time_precision",
    "disorder_type",
    "event_type",
    "sub_event_type",
    "actor1",
    "assoc_actor_1",
    "inter1",
    "actor2",
    "assoc_actor_2",
    "inter2",
    "interaction",
    "civilian_targeting",
    "iso",
    "region",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "location",
    "latitude",
    "longitude",
    "geo_precision",
    "source",
    "source_scale",
    "notes",
    "fatalities",
    "tags",
    "timestamp",
)
OWN = (
    "segun_report",
    "segun_report_id",
    "segun_published",
    "segun_language",
    "segun_address",
    "segun_claim",
    "segun_key",
    "segun_sources",
    "segun_source",
    "segun_factuality",
    "segun_speech_act",
    "segun_quotation",
    "segun_confidence",
    "segun_headline",
    "segun_time_words",
    "segun_time_values",
    "segun_time_candidates",
    "segun_place_words",
    "segun_places",
    "segun_country",
    "segun_place_inside",
    "segun_place_id",
    "segun_place_confidence",
    "segun_place_metonymy",
    "segun_place_disputed",
    "segun_subjects",
    "segun_quantities",
    "segun_review",
    "segun_verdict",
    "segun_carried",
    "segun_origins",
    "segun_origin_names",
    "segun_derived_from",
    "segun_attribution_changed",
)
COLUMNS = (*ACLED, *OWN)

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
Row = Mapping[str, str | float | None]


@contextmanager
def writing(out: TextIO) -> Iterator[Callable[..., None]]:
    """Write the line of names to ``out`` and give a function that writes one analysis' rows; nothing is kept."""
    writer = csv.DictWriter(out, COLUMNS, restval=None, lineterminator="\n")
    writer.writeheader()

    def write(analysis: Analysis, decisions: Sequence[Decision] = (), traced: Lineage = NONE) -> None:
        writer.writerows(rows(analysis, decisions, traced))

    yield write


def rows(analysis: Analysis, decisions: Sequence[Decision] = (), traced: Lineage = NONE) -> Iterator[Row]:
    """Yield the rows of one analysis, claims in their order, with the columns that are filled."""
    nested = _nested(analysis.claims)
    for key, claim in keyed(analysis, decisions):
        times = _own(analysis.times, claim, nested)
        places = _own(analysis.places, claim, nested)
        if places or any(time.relates_to != "saying" for time in times):
            yield {
                **_claim(analysis, claim, key),
                **_when(analysis.report.text, times),
                **_where(analysis.report.text, places),
                "segun_quantities": _quantities(analysis, claim),
                "segun_review": review(on_target(decisions, key)),
                "segun_verdict": cell(verdict(on_target(decisions, key))),
                **_traced(key, traced),
            }


def _traced(key: str, traced: Lineage) -> Row:
    """Return what the last trace found of a claim; its report's parents each with how it has it from there."""
    echo = traced.claims.get(key)
    told = (f"{each.parent} ({each.how})" for each in traced.derived if each.known)
    return {
        "segun_carried": echo.carried if echo else None,
        "segun_origins": echo.origins if echo else None,
        "segun_origin_names": cell("; ".join(echo.names)) if echo else None,
        "segun_derived_from": cell("; ".join(told)),
        "segun_attribution_changed": cell("; ".join(traced.lost(key))),
    }


def _nested(claims: Sequence[Claim]) -> Mapping[str, set[str]]:
    """Return the ids of all claims nested in each, however deep."""
    parents = {claim.id: claim.parent for claim in claims}
    found: dict[str, set[str]] = {claim.id: set() for claim in claims}
    for id, parent in parents.items():
        above = parent
        while above in found and above != id and id not in found[above]:
            found[above].add(id)
            above = parents[above]
    return found


def _own(anchors: Sequence[Any], claim: Claim, nested: Mapping[str, set[str]]) -> list[Any]:
    """Return the times or places of a claim that no claim nested in it has."""
    return [each for each in anchors if claim.id in each.claims and not nested[claim.id].intersection(each.claims)]


def _claim(analysis: Analysis, claim: Claim, key: str) -> Row:
    report = analysis.report
    names = sources(analysis, claim)
    subjects = [
        argument.span.of(report.text)
        for proposition in claim.propositions
        for argument in proposition.arguments
        if argument.role in _SUBJECTS
    ]
    return {
        "event_id_cnty": f"{report.id}-{key}",
        "source": cell(report.outlet),
        "notes": cell(wording(report.text, claim.spans)),
        "segun_report": cell(report.key),
        "segun_report_id": report.id,
        "segun_published": cell(report.published),
        "segun_language": cell(report.language),
        "segun_address": cell(report.location),
        "segun_claim": cell(claim.id),
        "segun_key": key,
        "segun_sources": cell(" > ".join(names)),
        "segun_source": cell(names[-1] if names else None),
        "segun_factuality": claim.factuality,
        "segun_speech_act": claim.speech_act,
        "segun_quotation": claim.quotation,
        "segun_confidence": claim.confidence,
        "segun_headline": "yes" if claim.headline else "no",
        "segun_subjects": cell("; ".join(dict.fromkeys(subjects))),
    }


def _when(text: str, times: Sequence[Time]) -> Row:
    happened = [time for time in times if time.relates_to == "event"]
    values = {time.value for time in happened if time.type in {"DATE", "TIME"}}
    return {
        **(_date(next(iter(values))) if len(values) == 1 else {}),
        "segun_time_words": cell("; ".join(time.span.of(text) for time in times)),
        "segun_time_values": cell("; ".join(f"{time.value or '?'} ({time.relates_to or '?'})" for time in times)),
        "segun_time_candidates": cell("; ".join(each.value for time in times for each in time.candidates)),
    }


def _date(value: str | None) -> Row:
    """Return what one value of TIMEX3 fills: a day with precision 1, a week 2, a month 3, a year without any."""
    found = VALUE.fullmatch(value or "")
    covered = extent(value)
    if found is None or covered is None:
        return {}
    parts = found.groupdict()
    day = (parts["month"] and parts["day"]) or (parts["week"] and parts["weekday"] not in {None, "WE"})
    if day:
        first = _iso(int(covered.start))
        return {"event_date": first, "year": int(first[:4]), "time_precision": 1}
    if parts["week"]:  # it may lie in two years
        first, last = _iso(int(covered.start))[:4], _iso(int(covered.end) - 1)[:4]
        return {"year": int(first) if first == last else None, "time_precision": 2}
    return {"year": int(parts["year"]), "time_precision": 3 if parts["month"] else None}


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _where(text: str, places: Sequence[Place]) -> Row:
    located = [place for place in places if not place.metonymy]
    countries = {place.country for place in located}
    points = {(place.name, place.lat, place.lon): place for place in located if has_point(place)}
    areas = [place for place in located if not has_point(place)]
    filled: dict[str, str | float | None] = {}
    if len(countries) == 1 and (country := countries.pop()):
        filled |= {"country": cell(country_name(country)), "segun_country": cell(country)}
        if len(points) == 1:
            filled |= _point(next(iter(points.values())), text, areas)
        elif not points and len(areas) == 1 and areas[0].kind == "adm1":
            filled["admin1"] = cell(areas[0].name)
    elif len(points) == 1 and len(located) == 1:
        filled |= _point(located[0], text, [])
    return {
        **filled,
        "segun_place_words": cell("; ".join(place.span.of(text) for place in places)),
        "segun_places": cell("; ".join(place.name or "?" for place in places)),
        "segun_place_inside": cell("; ".join(place.inside.name for place in places if place.inside)),
        "segun_place_id": cell("; ".join(place.gazetteer_id or "?" for place in places)),
        "segun_place_confidence": min((place.confidence for place in places), default=None),
        "segun_place_metonymy": cell("; ".join(place.name or "?" for place in places if place.metonymy)),
        "segun_place_disputed": cell("; ".join(place.disputed for place in places if place.disputed)),
    }


def _point(place: Place, text: str, areas: Sequence[Place]) -> Row:
    """Return what the only place with a point fills, unless an area beside it may be somewhere else.

    A country around it is the same one. An area right behind it, with nothing but punctuation between, is where it
    lies: *Little Vey, Halm*.
    """
    around = None
    for area in areas:
        if area.kind == "country":
            continue
        between = text[place.span.end : area.span.start]
        if area.span.start < place.span.end or any(each.isalnum() for each in between) or around is not None:
            return {}
        around = area
    return {
        "admin1": cell(around.name) if around is not None and around.kind == "adm1" else None,
        "location": cell(place.name),
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": 1,
    }


def _quantities(analysis: Analysis, claim: Claim) -> str | None:
    return cell("; ".join(_quantity(each) for each in analysis.quantities if claim.id in each.claims))


def _quantity(quantity: Quantity) -> str:
    values = [f"{each:.15g}" for each in (quantity.value, quantity.value_max) if each is not None]
    return f"{'~' if quantity.approximate else ''}{'–'.join(values) or '?'} {quantity.unit or ''}".strip()
