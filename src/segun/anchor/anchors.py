"""The times and places of a report, tied to its claims."""

from __future__ import annotations

from collections.abc import Sequence

from segun import lang
from segun.anchor.place import places
from segun.anchor.ties import Verbs, date_claims, place_claims
from segun.anchor.time import times
from segun.annotate.words import Paragraph
from segun.gazetteer.store import Gazetteer
from segun.model import Claim, Place, Quantity, Span, Time


def dated(
    paragraphs: Sequence[Paragraph],
    claims: Sequence[Claim],
    text: str,
    language: str,
    published: str | None,
    quantities: Sequence[Quantity] = (),
) -> tuple[Time, ...]:
    """Return the times of a report, each tied to the claims that it dates.

    Args:
        paragraphs: the parsed report.
        claims: its claims.
        text: its text as read.
        language: a supported language's code.
        published: its day, or date and time, of publication in ISO 8601, where known.
        quantities: what its numbers count.
    """
    verbs = Verbs(paragraphs, lang.grammar(language))
    counting = {each.span.start for each in quantities if each.unit}
    return date_claims(times(text, language, published, tense=verbs.tense, counting=counting), claims, verbs)


def placed(
    paragraphs: Sequence[Paragraph], claims: Sequence[Claim], language: str, gazetteer: Gazetteer
) -> tuple[Place, ...]:
    """Return the places of a report, each tied to the claims that name it.

    Args:
        paragraphs: the parsed report.
        claims: its claims.
        language: a supported language's code.
        gazetteer: where names are looked up.
    """
    verbs = Verbs(paragraphs, lang.grammar(language))

    agents = lang.grammar(language).words["agents"]

    def acts(span: Span) -> bool:
        return verbs.acts(span, agents)

    found = places(paragraphs, lang.placewords(language), gazetteer, lambda word: lang.everyday(word, language))
    return place_claims(found, claims, acts)
