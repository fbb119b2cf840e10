"""Headlines that assert what the body of their report only attributes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from segun.match.likeness import Comparing
from segun.match.losses import FIRM, names
from segun.match.records import Loss
from segun.match.statements import Said
from segun.prepare.quotations import OPENING

ALIKE = 0.5
"""Likelihood from which a statement of the body says what the headline does."""
_SHARED = 2
"""Terms in common without which nothing is compared."""
_MARKS = frozenset(OPENING) | {'"', "'"}


def bare(statements: Sequence[Said], comparing: Comparing) -> Iterator[Loss]:
    """Yield the headline of a report where what is most like it in the body is somebody's.

    Args:
        statements: all of the report.
        comparing: what they are compared with.
    """
    body = [said for said in statements if not said.claim.headline]
    for headline in statements:
        if not headline.claim.headline or headline.claim.relays or headline.claim.factuality not in FIRM:
            continue
        near = (each for each in body if comparing.sharing(headline, each) >= _SHARED)
        found = [(comparing.within(headline, each), each) for each in near]
        likely, nearest = max(found, key=lambda pair: pair[0], default=(0.0, headline))
        if likely >= ALIKE and nearest.claim.relays and not (_quoted(headline) or names(headline, nearest)):
            yield Loss("headline", nearest.record, headline.record)


def _quoted(said: Said) -> bool:
    """Whether a statement stands in quotation marks, which tell that the words are somebody's."""
    start = said.spans[0].start
    return start > 0 and said.told.text[start - 1] in _MARKS
