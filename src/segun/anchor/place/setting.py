"""Which countries a report speaks of, by their names and by demonyms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from segun.annotate.words import Paragraph
from segun.lang.placewords import PlaceWords


def demonyms(paragraphs: Sequence[Paragraph], words: PlaceWords) -> Counter[str]:
    """Count the demonyms of each country, by its ISO code: *las fuerzas rusas*."""
    found: Counter[str] = Counter()
    for paragraph in paragraphs:
        before = ""
        for word in paragraph.words:
            country = words.demonyms.get(f"{before} {word.norm}") or words.demonyms.get(word.norm)
            if country:
                found[country] += 1
            before = word.norm
    return found
