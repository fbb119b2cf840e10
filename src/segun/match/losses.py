"""Laundering: attribution that got lost or strengthened between two reports, or between a body and its headline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from segun.match.records import Loss, Statement
from segun.match.statements import Said
from segun.match.told import Told
from segun.match.voices import Voices
from segun.model import wording

_WORDS = 5
_FIRM = frozenset({"CT+", "CT-"})
_OPEN = frozenset({"PR+", "PR-", "PS+", "PS-"})


def losses(shared: Iterable[tuple[Said, Said]], voices: Voices) -> Iterator[Loss]:
    """Yield what was lost between statements of a parent and the same ones of its child, each child's once.

    Args:
        shared: pairs of statements that assert the same: the parent's, the child's.
        voices: who speaks in each.
    """
    met: set[str] = set()
    ordered = sorted(shared, key=lambda pair: (pair[1].spans, pair[0].spans))
    for before, after in ordered:
        if after.id in met or after.claim.headline or before.claim.headline:
            continue
        if not _states(after):
            continue
        if before.claim.relays and not voices.attributed(after):
            others = [ours for ours, theirs in ordered if theirs.id == after.id and not ours.claim.headline]
            if all(each.claim.relays for each in others):
                met.add(after.id)
                yield Loss("lost", before.record, after.record)
        elif before.claim.factuality in _OPEN and after.claim.factuality in _FIRM and not after.around:
            met.add(after.id)
            yield Loss("strengthened", before.record, after.record)
        elif voices.unnamed(before) and voices.attributed(after) and not voices.unnamed(after):
            met.add(after.id)
            yield Loss("named", before.record, after.record)


def of_headline(told: Told) -> Iterator[Loss]:
    """Yield the headline that asserts what the body of its report only attributes."""
    analysis = told.analysis
    claims = {claim.id: claim for claim in analysis.claims}
    for claim in analysis.claims:
        if claim.headline and not claim.relays and claim.attributed_by in claims:
            body = claims[claim.attributed_by]
            named = tuple(relay.source and analysis.source(relay.source).name for relay in body.relays)
            yield Loss(
                "headline",
                Statement(told.key, body.id, body.spans, wording(told.text, body.spans), named, body.factuality),
                Statement(told.key, claim.id, claim.spans, wording(told.text, claim.spans), (), claim.factuality),
            )


def _states(said: Said) -> bool:
    """Whether a statement is long enough to be one, or gives a figure."""
    return bool(said.counts or said.clocks or said.days) or len(said.text.split()) >= _WORDS
