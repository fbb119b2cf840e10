"""Headlines that assert what the body of their report only attributes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from segun.match.likeness import Comparing
from segun.match.losses import FIRM, names
from segun.match.records import Loss, Statement
from segun.match.statements import Said
from segun.match.titles import ID
from segun.match.who import who
from segun.prepare.quotations import OPENING

ALIKE = 0.5
"""Likelihood from which a statement of the body says what the headline does."""
_SHARED = 2
"""Terms in common without which nothing is compared."""
_QUOTES = frozenset(OPENING) | {'"'}
_MARKS = _QUOTES | {"'"}
_RECORDERS = frozenset(
    {
        "accident_board",
        "civil_protection",
        "coast_guard",
        "court",
        "fire_service",
        "geological_survey",
        "health_service",
        "hospital",
        "hospital_management",
        "police",
        "port_authority",
        "statistics_office",
        "weather_service",
    }
)
"""Concepts of offices that make known what is their daily work to count and to record."""


def bare(statements: Sequence[Said], comparing: Comparing) -> Iterator[Loss]:
    """Yield the headline of a report where what is like it in the body is somebody's, and nothing the report's own.

    What an office records (*twelve were hurt, the fire service reported*) is nobody's mere word, and a headline may
    give it so; what a party says, or what somebody only *said*, is not.

    Args:
        statements: all of the report, its title among them.
        comparing: what they are compared with.
    """
    body = [said for said in statements if not said.claim.headline]
    for headline in statements:
        if not headline.claim.headline or headline.claim.relays or not _asserts(headline):
            continue
        near = (each for each in body if comparing.sharing(headline, each) >= _SHARED)
        found = ((comparing.within(headline, each), each) for each in near)
        alike = [pair for pair in found if pair[0] >= ALIKE]
        if not alike or any(not each.claim.relays for _, each in alike):
            continue
        nearest = max(alike, key=lambda pair: pair[0])[1]
        if not (_quoted(headline) or names(headline, nearest) or _recorded(nearest)):
            yield Loss("headline", nearest.record, _record(headline))


def _asserts(headline: Said) -> bool:
    """Whether a headline leaves nothing open."""
    told = headline.told
    words = (told.words[at] for span in headline.spans for at in told.within(span))
    return headline.claim.factuality in FIRM and not any(word in told.match.maybe for word in words)


def _record(headline: Said) -> Statement:
    """Return a headline as it is handed out; a title stands nowhere in its report's text."""
    return replace(headline.record, claim="", spans=()) if headline.claim.id == ID else headline.record


def _quoted(said: Said) -> bool:
    """Whether a headline stands in quotation marks, or a title has some, which tell that the words are somebody's."""
    start, text = said.spans[0].start, said.told.text
    within = said.claim.id == ID and not _QUOTES.isdisjoint(said.text)
    return within or (start > 0 and text[start - 1] in _MARKS)


def _recorded(said: Said) -> bool:
    """Whether an office that records such things makes a statement known, in words that take it over."""
    relay = said.claim.relays[-1]
    cues = {said.told.words[at] for span in relay.cue_spans for at in said.told.within(span)}
    name = said.sources[-1]
    vouched = not cues.isdisjoint(said.told.match.vouching)
    return vouched and name is not None and bool(who(name, said.told.language).offices & _RECORDERS)
