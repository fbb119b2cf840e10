"""Decides which entry of the gazetteer each name means, by what the whole report tells.

Every name has one sense per report. A candidate is weighed by what it is and how populous, by the kind that the text
gives it, by the areas that the report names, above all right behind the name (*Paris, Texas*), and by how near it lies
to what the other names mean; the last is settled in a few rounds.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from segun.anchor.place.mentions import Mention
from segun.gazetteer.records import Entry, Match, lies_in
from segun.geometry import distance_km
from segun.model import PlaceKind

ROUNDS = 3
NEAR_KM = 120.0
"""Distance at which nearness has fallen to a third."""
GREAT = 500_000
"""People of a city whose name is rarely meant for the province or state around it."""
# What the context is worth, beside half a point for a tenfold population; settled on the development sets together.
SAME_AREA = 3.4
SAME_COUNTRY = 2.6
NEAR = 1.8
HOLDS = 0.7
CAPITAL = 2.8
_BY_KIND: Mapping[PlaceKind, float] = {"continent": 8.0, "country": 9.0, "region": 7.0, "adm1": 2.4, "adm2": -0.6}
_HOW = {"name": 0.0, "alias": -1.4, "abbreviation": 0.4, "skeleton": -1.6, "fuzzy": -2.2}
_ALIKE = ({"town", "adm2"}, {"adm1", "adm2"}, {"adm1", "region"})


@dataclass(slots=True)
class Sense:
    """A name of a report with what it may mean, the likeliest first."""

    key: str
    mentions: list[Mention]
    scores: dict[str, float] = field(default_factory=dict)
    matches: dict[str, Match] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)

    def best(self) -> Entry | None:
        """Return the likeliest entry; ``None`` where the gazetteer knows none."""
        return self.matches[max(self.scores, key=self.scores.__getitem__)].entry if self.scores else None

    def ranked(self) -> list[tuple[float, Match]]:
        """Return all candidates with their scores, the best first."""
        order = sorted(self.scores.items(), key=lambda item: -item[1])
        return [(score, self.matches[id]) for id, score in order]


def distance(one: Entry, other: Entry) -> float:
    """Return the kilometres between two entries' points on the great circle; infinite where one has none."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def senses(mentions: Sequence[Mention], demonyms: Counter[str]) -> list[Sense]:
    """Weigh what each name of a report means.

    Args:
        mentions: the report's names that may be places', in order.
        demonyms: how often each country's demonym stands in the report, by ISO code.
    """
    by_key: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_key[mention.key].append(mention)
    found = [Sense(key, group) for key, group in by_key.items()]
    for sense in found:
        for match in sense.mentions[0].matches:
            known = sense.matches.get(match.entry.id)
            if known is None or _HOW[known.how] < _HOW[match.how]:
                sense.matches[match.entry.id] = match
    base = {sense.key: {id: _prior(match, sense) for id, match in sense.matches.items()} for sense in found}
    _cities(found, base)
    _follow(found, base)
    for sense in found:
        sense.scores = dict(base[sense.key])
    for _ in range(ROUNDS):
        _round(found, base, demonyms)
    return found


def _prior(match: Match, sense: Sense) -> float:
    entry = match.entry
    score = _HOW[match.how] - 4 * (1 - match.similarity)
    score += _BY_KIND.get(entry.kind, 0.0)
    if entry.kind in {"town", "adm2", "adm1"}:
        score += 0.55 * math.log10(entry.population + 10)
    if entry.capital == "country":
        score += CAPITAL
    if entry.lat is None:
        score -= 1.5
    kinds = {m.kind for m in sense.mentions if m.kind}
    if kinds:
        if entry.kind in kinds:
            score += 3.0
        elif not any({entry.kind, kind} <= alike for kind in kinds for alike in _ALIKE):
            score -= 2.0
    return score


def _cities(found: list[Sense], base: dict[str, dict[str, float]]) -> None:
    """Take a name that a great city shares with a province or state of its country for the city's: *Nueva York*."""
    for sense in found:
        if any(m.kind for m in sense.mentions):
            continue
        entries = [m.entry for m in sense.matches.values()]
        great = {e.country for e in entries if e.kind == "town" and e.population >= GREAT}
        for entry in entries:
            if entry.kind == "adm1" and entry.country in great:
                base[sense.key][entry.id] -= 3.0


def _follow(found: list[Sense], base: dict[str, dict[str, float]]) -> None:
    """Reward candidates that lie in the area that a name right behind theirs may mean: *Paris, Texas*."""
    order = sorted((m for s in found for m in s.mentions), key=lambda m: (m.paragraph.index, m.first))
    by_key = {s.key: s for s in found}
    seen: set[tuple[str, str]] = set()
    for one, two in itertools.pairwise(order):
        if one.paragraph is not two.paragraph or one.key == two.key or not _apposed(one, two):
            continue
        first, second = by_key[one.key], by_key[two.key]
        if _listed(first, base) and _listed(second, base) == _listed(first, base):
            continue
        for id, match in first.matches.items():
            for other_id, area in second.matches.items():
                if lies_in(match.entry, area.entry):
                    if (first.key, id) not in seen:
                        base[first.key][id] += 5.0
                        first.reasons[id] = f"the text adds {two.name}"
                        seen.add((first.key, id))
                    if (second.key, other_id) not in seen:
                        base[second.key][other_id] += 2.5
                        seen.add((second.key, other_id))


def _listed(sense: Sense, base: dict[str, dict[str, float]]) -> PlaceKind | None:
    """Return the kind of a name that is foremost a country's or a state's: two such side by side are a list."""
    if not sense.matches:
        return None
    kind = sense.matches[max(base[sense.key], key=base[sense.key].__getitem__)].entry.kind
    return kind if kind in {"country", "adm1"} else None


def _apposed(one: Mention, two: Mention) -> bool:
    """Whether nothing but a comma, a bracket or a preposition stands between two names."""
    between = one.paragraph.words[one.last + 1 : two.first]
    return len(between) <= 3 and all(w.text in {",", "(", ".", "–", "-"} or w.pos in {"ADP", "DET"} for w in between)


def _round(found: list[Sense], base: dict[str, dict[str, float]], demonyms: Counter[str]) -> None:
    likely = [(sense, entry, _weight(sense)) for sense in found if (entry := sense.best()) is not None]
    countries: dict[str, float] = defaultdict(float, {code: 0.35 * math.log1p(n) for code, n in demonyms.items()})
    for _, entry, weight in likely:
        if entry.country:
            countries[entry.country] += weight * (1.0 if entry.kind in {"country", "adm1"} else 0.35)
    for sense in found:
        scores = {}
        for id, match in sense.matches.items():
            score = base[sense.key][id] + _context(match.entry, sense, likely, countries)
            scores[id] = score
        sense.scores = scores


def _weight(sense: Sense) -> float:
    """Weigh how much a name that may be a place's tells of where the report plays."""
    surest = max(m.labelled + m.wording for m in sense.mentions)
    return 1.0 / (1.0 + math.exp(-surest))


def _context(
    entry: Entry, sense: Sense, likely: list[tuple[Sense, Entry, float]], countries: Mapping[str, float]
) -> float:
    score, near, held = 0.0, 0.0, 0.0
    for other, known, weight in likely:
        if other is sense:
            continue
        if lies_in(known, entry):
            held += weight
        elif known.kind == "adm1" and entry.adm1 == known.id:
            score = max(score, SAME_AREA * weight)
        elif known.kind in {"town", "adm2"} and entry.kind in {"town", "adm2"}:
            away = distance(entry, known)
            if away < 8 * NEAR_KM:
                near += weight * math.exp(-away / NEAR_KM)
    country = 0.0
    if entry.country and entry.kind != "country":
        country = min(SAME_COUNTRY, 0.9 * countries.get(entry.country, 0.0))
    return score + country + NEAR * min(near, 2.5) + HOLDS * min(held, 3.0)
