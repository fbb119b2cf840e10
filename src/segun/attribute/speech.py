"""Direct speech, and who says it where no verb does: signed behind a dash, in a headline beside its speaker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside, sources
from segun.attribute.draft import Mention, tidy
from segun.lang.lexicon import Frame, Grammar
from segun.model import Span
from segun.prepare.quotations import Quotation

REACH = 24
"""Words between a quotation and its cue at the most."""
DASHES = frozenset({"—", "–", "―", "-", "--"})
PARTING = DASHES | {","}
"""Marks that part a quotation from who says it."""


@dataclass(slots=True)
class Speech:
    """Direct speech under one cue, in one or more quotations."""

    quotations: list[Quotation]
    cue: Word | None
    """The verb; ``None`` where a colon alone is the cue, or nothing is."""
    source: Mention | None
    frame: Frame | None
    rule: str
    cue_span: Span | None = None
    aside: Span | None = None
    """Where the cue stands within the quotation, between dashes."""


def contents(speech: Speech, text: str) -> Iterator[Span]:
    """Yield the words of a speech without its quotation marks."""
    for quotation in speech.quotations:
        start, end = quotation.inner
        aside = speech.aside if speech.aside is not None and quotation.inner.holds(speech.aside) else None
        parts = [(start, end)] if aside is None else [(start, aside.start), (aside.end, end)]
        yield from (span for part in parts if (span := tidy(text, *part)))


def is_speech(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether a quotation holds somebody's utterance, and not a name or a single wording."""
    inside = paragraph.inside(quotation.inner)
    if len(inside) < 2:
        return bool(inside) and paragraph.text[quotation.inner.end - 1 : quotation.inner.end] in "!?"
    finite = any(w.finite for w in inside)
    ends = paragraph.text[quotation.inner.end - 1] in ".?!…,"
    starts = paragraph.text[quotation.inner.start].isupper() or paragraph.text[quotation.inner.start] in "¿¡"
    return (finite and (len(inside) > 3 or starts)) or (ends and starts) or len(inside) > 12


def signed(paragraph: Paragraph, quotation: Quotation) -> Speech | None:
    """``"…" — Ana Soto``: who said it stands behind a dash, and nothing behind them."""
    after = [w for w in paragraph.words if w.start >= quotation.outer.end]
    dashes = [w for w in after[:2] if w.norm in DASHES]
    name = [w for w in after if dashes and w.i > dashes[-1].i]
    if not name or len(name) > REACH or not name[0].text[:1].isupper() or any(w.finite for w in name):
        return None
    span = tidy(paragraph.text, name[0].start, name[-1].end)
    head = next((w for w in name if w.pos == "PROPN"), None)
    if span is None or head is None:
        return None
    return Speech([quotation], None, Mention("noun", (span,), head), None, "signed", dashes[-1].span)


def in_headline(
    paragraph: Paragraph, quotation: Quotation, before: list[Word], after: list[Word], grammar: Grammar
) -> Speech | None:
    """Return a headline's quotation whose speaker stands beside it without a cue."""
    if not paragraph.headline:
        return None
    if not before and after and after[0].norm == ":":
        return _titled(paragraph, quotation, after, grammar)
    if not before and after and is_speech(paragraph, quotation) and all(w.pos == "PROPN" for w in after):
        span = tidy(paragraph.text, after[0].start, after[-1].end)  # "Nos vamos de aquí" Ana Gil
        source = Mention("noun", (span,), after[0]) if span else None
        return Speech([quotation], None, source, None, "name and colon") if len(after) > 1 else None
    return _beside_name(paragraph, quotation, before, grammar) if before and not after else None


def _titled(paragraph: Paragraph, quotation: Quotation, after: list[Word], grammar: Grammar) -> Speech | None:
    """A headline that begins with a quotation, a colon behind it: ``«…»: la directora estrena una obra``."""
    cue = after[1] if len(after) > 1 else None
    frame = quoting(cue, grammar) if cue is not None else None
    if cue is not None and frame is not None:  # «…»: advierte Ana Gil
        return Speech([quotation], cue, inverted(paragraph, cue, after[1:], grammar), frame, "quotation, cue")
    source = beside.behind(paragraph, after[0].i + 1, after[-1].i, grammar)
    says = any(w.finite or w.norm in grammar.words["first-person"] for w in paragraph.inside(quotation.inner))
    if source is None or not source.speaks or (not says and any(w.finite for w in after)):
        return None  # "La vida nueva": un disco recuerda a Gil
    return Speech([quotation], None, source, None, "name and colon", after[0].span)


def _beside_name(paragraph: Paragraph, quotation: Quotation, before: list[Word], grammar: Grammar) -> Speech | None:
    """A headline that is a name and a quotation, with or without a mark between them: *Ana Gil "Nos vamos de aquí"*."""
    inside = [w for w in before[::-1] if w.norm not in PARTING]
    if not inside or not is_speech(paragraph, quotation):
        return None
    if any(w.pos != "PROPN" and w.norm not in grammar.words["name-particles"] for w in inside):
        return None
    span = tidy(paragraph.text, inside[0].start, inside[-1].end)
    return Speech([quotation], None, Mention("noun", (span,), inside[0]), None, "name and colon") if span else None


def quoting(word: Word, grammar: Grammar, *, weak: bool = True) -> Frame | None:
    """Return the frame of a word that may be the cue of direct speech, ``weak`` ones included or not."""
    if word.pos not in {"VERB", "AUX", "NOUN", "ADJ", "PROPN"}:
        return None
    for frame in grammar.frames(word.norm, word.lemma):
        if "quote" in frame.takes and (word.pos in {"VERB", "AUX"} or word.norm in grammar.forms):
            return frame if weak or word.lemma not in frame.weak else None
    return None


def as_saying(verb: Word, behind: list[Word], grammar: Grammar) -> Word | None:
    """Return what tells, behind who cites them, that words are somebody's: *«…», Radio Mar quoted Gil as | saying*."""
    if not {verb.norm, verb.lemma} & grammar.words["citing"]:
        return None
    marks = grammar.words["as-saying"]
    return next((cue for mark, cue in pairwise(behind) if mark.norm in marks and not cue.finite), None)


def inverted(paragraph: Paragraph, verb: Word, segment: list[Word], grammar: Grammar) -> Mention | None:
    """Return the noun phrase after the cue, where the parser did not see the subject; ``None`` to ask the parser."""
    parsed = sources.subject(paragraph, verb, grammar)
    if parsed is not None and parsed.head is not None and segment[0].start <= parsed.head.start <= segment[-1].end:
        return None
    return beside.following(paragraph, verb, grammar, segment[-1].i)
