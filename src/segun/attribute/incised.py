"""Direct speech whose cue stands between dashes within its marks: *«La obra —dijo Ana Gil— sigue»*."""

from __future__ import annotations

from segun.annotate.words import Paragraph
from segun.attribute import beside
from segun.attribute.forms import person
from segun.attribute.speech import DASHES, Speech, quoting
from segun.lang.lexicon import Grammar
from segun.model import Span
from segun.prepare.quotations import Quotation

_LONGEST = 20
"""Words between the dashes at the most."""


def incised(paragraph: Paragraph, quotation: Quotation, grammar: Grammar) -> Speech | None:
    """Return a quotation with a cue of a third person between dashes in its midst as the words of who stands there."""
    text = paragraph.text[quotation.inner.start : quotation.inner.end]
    if sum(text.count(dash) for dash in DASHES if len(dash) == 1) < 2:
        return None
    words = paragraph.words
    for cue in paragraph.inside(quotation.inner)[1:]:
        if not cue.finite or words[cue.i - 1].norm not in DASHES:
            continue
        frame = quoting(cue, grammar, weak=False)
        closing = next((w for w in words[cue.i + 1 : cue.i + _LONGEST] if w.norm in DASHES or w.finite), cue)
        between = closing.norm in DASHES and closing.start < quotation.inner.end
        if frame is None or not between or person(paragraph, cue)[0] != "3":
            continue
        source = beside.following(paragraph, cue, grammar, closing.i - 1)
        aside = Span(words[cue.i - 1].start, closing.end)
        return Speech([quotation], cue, source, frame, "quotation, cue", aside=aside)
    return None
