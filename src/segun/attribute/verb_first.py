"""Headlines that begin with their verb, its subject behind it without a determiner: *Pide alcaldesa cerrar el puente*.

Parsers take such a verb for a name, so its forms and the order of the words decide.
"""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.cues import how
from segun.attribute.draft import Draft, Mention, covered, tidy
from segun.lang.lexicon import Frame, Grammar

_LONGEST = 5
"""Words of such a subject at the most."""
_PHRASES = frozenset({"noun", "any-noun"})


def verb_first(paragraph: Paragraph, word: Word, grammar: Grammar) -> Draft | None:
    """Return what a headline attributes that begins with a verb and its subject."""
    words = paragraph.words
    if not paragraph.headline or word.i or word.norm not in grammar.forms or not grammar.words["clitics"]:
        return None  # where pronouns lean on no verb, subjects stand before theirs
    end = next((k for k in range(1, min(_LONGEST, len(words) - 1) + 1) if _closes(words[k], grammar)), None)
    if end is None or end < 2:
        return None
    source = tidy(paragraph.text, words[1].start, words[end - 1].end)
    if source is None or not nominal.speaks(words[1], grammar) or words[1].pos == "DET":
        return None
    last = next((w.i - 1 for w in words[end:] if w.norm in {";", "."}), len(words) - 1)
    for frame in grammar.frames(word.norm, word.lemma):
        first = _content(paragraph, end, last, frame, grammar)
        span = covered(paragraph, first, last) if first is not None else None
        if span is not None:
            by = Mention("noun", (source,), words[1])
            way = how(by, grammar)
            return Draft(paragraph.index, word.start, (word.span,), by, [span], way, frame, "clause")
    return None


def _closes(word: Word, grammar: Grammar) -> bool:
    """Whether a subject ends before a word."""
    after = grammar.words["complementizers"] | grammar.words["personal-object"] | grammar.words["infinitive-marks"]
    inf = word.feats.get("VerbForm") == "Inf"
    return inf or word.pos in {"ADP", "DET", "SCONJ", "PUNCT"} or word.norm in after


def _content(paragraph: Paragraph, at: int, last: int, frame: Frame, grammar: Grammar) -> int | None:
    """Return the first word of a content behind the subject that ends before ``at``."""
    words = paragraph.words
    if words[at].norm in grammar.words["complementizers"]:
        return at + 1 if "clause" in frame.takes else None
    if words[at].feats.get("VerbForm") == "Inf":
        return at if "infinitive" in frame.takes else None
    if "oblique" in frame.takes:
        opens = (k for k in range(at, last) if words[k].norm in frame.prepositions)
        return next((k + 1 for k in opens if words[k + 1].feats.get("VerbForm") == "Inf"), None)
    if words[at].pos == "DET" and frame.takes & _PHRASES:
        return at
    return None
