"""Turns what the names of a report mean into the places of its analysis."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

from segun.anchor.place.mentions import GREAT, Finder, Mention, great, parted
from segun.anchor.place.resolve import Sense, distance, senses
from segun.anchor.place.setting import demonyms
from segun.annotate.words import Paragraph
from segun.gazetteer.records import Entry, Match, lies_in
from segun.gazetteer.store import Gazetteer
from segun.lang.placewords import PlaceWords
from segun.model import Alternative, Area, Place

ENOUGH = 1.0
"""Evidence that a name must have to be taken for a place's."""
SURE, VOUCHED = 2.5, 0.5
"""Evidence of a mention that vouches for others of the same name, and what these then need themselves."""
FAR_KM = 150.0
SITE_KM = 60.0
"""What is called a quarter or a square is no town of its name, unless all is that near."""
SMALL = 20_000
"""A place of fewer people, farther than ``FAR_KM`` from all else that the report names nearby, is not believed."""
MOST_ALTERNATIVES = 4


def _never(_word: str) -> bool:
    return False


def places(
    paragraphs: Sequence[Paragraph], words: PlaceWords, gazetteer: Gazetteer, common: Callable[[str], bool] = _never
) -> tuple[Place, ...]:
    """Return the places that a report names, in order; they do not overlap, and no claim is tied to them yet.

    A name that fits no entry well gets no point but the area that contains it, with the alternatives and why.

    Args:
        paragraphs: the parsed report.
        words: how its language names places.
        gazetteer: where names are looked up.
        common: tells whether a word in lower case is an everyday word of the language.
    """
    mentions = Finder(words, gazetteer.lookup, common).find(paragraphs)
    surnames = _persons(paragraphs)
    located = {mention.key for mention in mentions if mention.located and great(mention.matches)}
    for mention in mentions:
        if mention.key in surnames and not mention.located and mention.key not in located:
            mention.wording -= 3.0
        if not mention.matches and _unknown_place(mention):
            mention.matches = gazetteer.lookup_skeleton(mention.name) or gazetteer.similar(mention.name)
    found = senses(mentions, demonyms(paragraphs, words))
    taken = {sense.key: _taken(sense, common) for sense in found}
    settled = [(m, e) for s in found if taken[s.key] for m in s.mentions if (e := s.best()) is not None]
    made: list[Place] = []
    for sense in found:
        remote = bool(taken[sense.key]) and _remote(sense, settled)
        made.extend(
            _place(mention, sense, settled, remote=remote)
            for mention in taken[sense.key]
            if sense.matches or _unknown_place(mention)
        )
    return tuple(sorted(made, key=lambda place: place.span))


def _taken(sense: Sense, common: Callable[[str], bool]) -> list[Mention]:
    """Return the mentions of a name that are taken for a place's; a sure one vouches for the others."""
    weighed = [(_evidence(m, sense, common), m) for m in sense.mentions]
    sure = any(score >= SURE and m.located for score, m in weighed)
    return [m for score, m in weighed if score >= (VOUCHED if sense.matches and sure else ENOUGH)]


def _persons(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """Return the parts of names of two words or more that the parser labels as persons', but for the first names."""
    found: set[str] = set()
    for paragraph in paragraphs:
        words = paragraph.words
        for at in range(1, len(words)):
            beside, word = words[at - 1], words[at]
            both = all(w.entity in {"PERSON", "PER"} and w.text[0].isupper() for w in (beside, word))
            if both and not parted(paragraph, at):
                found.add(word.norm)
    return frozenset(found)


def _unknown_place(mention: Mention) -> bool:
    """Whether the wording alone makes a name a place's."""
    before = mention.paragraph.words[mention.first - 1].pos if mention.first else ""
    if mention.wording < 0 or before == "DET":
        return False
    if mention.labelled > 1:
        return mention.located or mention.kind is not None
    return mention.joined and mention.labelled > -1.5


def _evidence(mention: Mention, sense: Sense, common: Callable[[str], bool]) -> float:
    """Weigh how likely the name is a place's at all; ``ENOUGH`` and more is taken for one."""
    score = mention.labelled + mention.wording + (0.5 if mention.seat else 0.0)
    entry = sense.best()
    if entry is None:
        return score + 1.0 if mention.joined else score - 1.0
    how = sense.matches[entry.id].how
    if entry.kind in {"country", "continent", "region"} or entry.kind == "adm1" or entry.capital == "country":
        score += 2.0
    elif entry.kind == "adm2" and not entry.population:
        score += 0.3
    else:
        score += max(-0.5, min(2.0, 0.65 * (math.log10(entry.population + 10) - 3.2)))
        if how == "alias" and entry.population < GREAT and not mention.located:
            score -= 0.6
        if entry.population < GREAT and " " not in mention.key and common(mention.name.lower()):
            score -= 2.2
    if how in {"skeleton", "fuzzy"}:
        score += 1.0 if mention.joined else -1.0
    if mention.name.isupper() and len(mention.name) <= 4 and how != "abbreviation":
        score -= 1.5
    return score


def _remote(sense: Sense, settled: Sequence[tuple[Mention, Entry]]) -> bool:
    """Whether a small place's entry lies far from all that the report names besides it."""
    entry = sense.best()
    if entry is None or entry.kind not in {"town", "adm2"} or entry.population >= SMALL or entry.id in sense.reasons:
        return False
    others = [e for m, e in settled if m.key != sense.key]
    if {m.kind for m in sense.mentions} == {"site"}:
        return all(distance(e, entry) > SITE_KM for e in others)
    local = [e for e in others if e.kind in {"town", "adm2", "adm1"}]
    if not local:
        return any(e.kind == "country" for e in others) and all(e.country != entry.country for e in others)
    return all(not lies_in(entry, e) and distance(e, entry) > FAR_KM for e in local)


def _place(mention: Mention, sense: Sense, settled: Sequence[tuple[Mention, Entry]], *, remote: bool) -> Place:
    ranked = sense.ranked()
    if remote or not ranked:
        area = _around(mention, settled)
        why = (
            f"{ranked[0][1].entry.name}, {ranked[0][1].entry.country} is far from all else that the report names"
            if ranked
            else "no entry of the gazetteer has this name"
        )
        return Place(
            mention.span,
            None,
            area.country if area else None,
            None,
            None,
            Area(area.name, area.country, area.id) if area else None,
            0.5,
            alternatives=tuple(_alternative(m, "far from all else") for _, m in ranked[:MOST_ALTERNATIVES]),
            why=why,
        )
    score, match = ranked[0]
    entry = match.entry
    margin = score - ranked[1][0] if len(ranked) > 1 else 4.0
    return Place(
        mention.span,
        entry.name,
        entry.country,
        entry.lat,
        entry.lon,
        None,
        round(0.95 / (1.0 + math.exp(-(0.4 + 0.6 * margin))), 2),
        gazetteer_id=entry.id,
        kind=entry.kind,
        metonymy=mention.seat,
        disputed=entry.disputed,
        alternatives=tuple(_alternative(m, _less(m)) for _, m in ranked[1 : 1 + MOST_ALTERNATIVES]),
        why=sense.reasons.get(entry.id) or _why(match, len(ranked)),
    )


def _around(mention: Mention, settled: Sequence[tuple[Mention, Entry]]) -> Entry | None:
    """Return the smallest area that the report names nearest before, else after, the name."""
    here = mention.span.start
    areas = [(m, e) for m, e in settled if e.kind in {"adm1", "adm2", "country"} and m.key != mention.key]
    areas = [(m, e) for m, e in areas if not m.seat]
    for kinds in ({"adm1"}, {"country"}):
        fitting = [(m.span.start, e) for m, e in areas if e.kind in kinds]
        before = [pair for pair in fitting if pair[0] < here]
        if before:
            return max(before, key=lambda pair: pair[0])[1]
        if fitting:
            return min(fitting, key=lambda pair: pair[0])[1]
    return None


def _alternative(match: Match, why: str) -> Alternative:
    return Alternative(match.entry.name, match.entry.country, match.entry.id, why)


def _less(match: Match) -> str:
    return "less near or less populous" if match.how in {"name", "alias", "abbreviation"} else "only spelt alike"


def _why(match: Match, rivals: int) -> str:
    if rivals == 1:
        return "the only entry of this name" if match.how != "skeleton" else "the only name spelt like it"
    return "fits best by size and by what else the report names"
