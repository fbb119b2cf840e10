"""Headlines that begin with their verb, its subject behind it without a determiner: *Pide alcaldesa cerrar el puente*.

Parsers take such a verb for a name, so its forms and the order of the words decide. Where no subject follows, many
without a name say so: *Denuncian falta de agua*.
"""

from __future__ import annotations

from segun.annotate.words import LINE, Paragraph, Word
from segun.attribute import nominal, sources
from segun.attribute.cues import cue_span, how
from segun.attribute.draft import NOBODY, Draft, Mention, covered, tidy
from segun.attribute.phrase_ends import before_next_verb
from segun.lang.lexicon import Frame, Grammar

_LONGEST = 7
"""Words of such a subject at the most."""
_PHRASES = frozenset({"noun", "any-noun"})
_NAMING = frozenset({"NOUN", "PROPN"})


def is_heading(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the headline, or a line like one: short, one sentence, without a mark at its end."""
    span = paragraph.span
    short = span.end - span.start <= LINE and len(paragraph.sentences) == 1
    return paragraph.headline or (short and paragraph.text[span.end - 1].isalnum())


def verb_first(paragraph: Paragraph, word: Word, grammar: Grammar) -> Draft | None:
    """Return what a headline attributes that begins with a verb and its subject."""
    if word.norm not in grammar.forms or not grammar.words["clitics"] or not is_heading(paragraph):
        return None  # where pronouns lean on no verb, subjects stand before theirs
    words = paragraph.words
    at = word.i - (word.i > 0 and words[word.i - 1].norm in grammar.words["impersonal"])
    if not (all(w.pos == "PUNCT" for w in words[:at]) or words[at - 1].norm == ":"):
        return None
    last = next((w.i - 1 for w in words[word.i + 1 :] if w.norm in {";", "."}), len(words) - 1)
    first = word.i + 1
    end = _subject_end(paragraph, first, last, grammar)
    source = tidy(paragraph.text, words[first].start, words[end - 1].end) if end > first else None
    if source is not None:
        by = Mention("noun", (source,), words[first])
        draft = _draft(paragraph, word, by, end, last, grammar)
        if draft is not None:
            return draft
    many = (at < word.i or word.norm.endswith(tuple(grammar.words["plural-endings"]))) and first <= last
    clause = many and words[first].norm in grammar.words["complementizers"]
    if not many or not (clause or words[first].pos in {*_NAMING, "ADJ", "NUM"}):
        return None
    nobody = NOBODY if paragraph.headline else Mention("dropped", (), word, plural=True)
    return _draft(paragraph, word, nobody, first, last, grammar)


def _draft(paragraph: Paragraph, word: Word, by: Mention, at: int, last: int, grammar: Grammar) -> Draft | None:
    for frame in grammar.frames(word.norm, word.lemma):
        first = _content(paragraph, at, last, frame, grammar)
        span = covered(paragraph, first, _end(paragraph, first, last, grammar)) if first is not None else None
        if first is not None and span is not None:
            opens = paragraph.words[first - 1 : first + 2]
            said = any(w.finite or w.feats.get("VerbForm") == "Inf" for w in opens[1:])
            said = said or opens[0].norm in grammar.words["complementizers"]
            rule = "headline clause" if said else "headline phrase"
            cue = cue_span(paragraph, word, grammar)
            return Draft(paragraph.index, word.start, (cue,), by, [span], how(by, grammar), frame, rule)
    return None


def _subject_end(paragraph: Paragraph, first: int, last: int, grammar: Grammar) -> int:
    """Return the place behind the subject that begins with a word; that word's own where none does."""
    words = paragraph.words
    known = first <= last and (words[first].pos in {*_NAMING, "ADJ"} or sources.acts(words[first], grammar))
    if not known or not nominal.speaks(words[first], grammar):
        return first
    at = first + 1
    while at <= min(last, first + _LONGEST):
        word = words[at]
        joins = word.norm in grammar.words["name-particles"] and at < last and words[at + 1].pos in {*_NAMING, "DET"}
        named = word.text[:1].isupper() and word.feats.get("VerbForm") != "Inf"
        if joins:
            at += 2 + (words[at + 1].pos == "DET")
        elif named or (word.pos == "ADJ" and words[at - 1].pos == "NOUN" and not _apart(word, at, grammar)):
            at += 1
        else:
            break
    return min(at, last + 1)


def _content(paragraph: Paragraph, at: int, last: int, frame: Frame, grammar: Grammar) -> int | None:
    """Return the first word of a content behind the subject that ends before ``at``."""
    words = paragraph.words
    if at > last:
        return None
    if words[at].norm in grammar.words["complementizers"]:
        return at + 1 if "clause" in frame.takes and at < last else None
    bare = (k for k in range(at, last + 1) if words[k].feats.get("VerbForm") == "Inf")
    infinitive = next(bare, None)
    told = words[at].norm in grammar.words["personal-object"]  # Pide alcaldesa a los vecinos | no salir
    if infinitive is not None and "infinitive" in frame.takes and (infinitive == at or told):
        return infinitive
    if "oblique" in frame.takes:
        opens = (k for k in range(at, last) if words[k].norm in frame.prepositions)
        found = next((k + 1 for k in opens if words[k + 1].feats.get("VerbForm") == "Inf"), None)
        if found is not None:
            return found
    if told and "any-noun" in frame.takes and any(w.pos == "ADP" for w in words[at + 1 : last + 1]):
        return at  # Propone alcaldesa | a su prima para el cargo
    if not frame.takes & {*_PHRASES, "clause"}:
        return None
    if words[at].pos == "DET" and frame.takes & _PHRASES:
        return at
    head = next((w for w in words[at : last + 1] if w.pos in _NAMING or _participial(w, grammar)), None)
    bare_noun = head is not None and all(w.pos in {"ADJ", "NUM", "ADV"} for w in words[at : head.i])
    if head is None or not bare_noun:
        return None
    return at if "any-noun" in frame.takes or nominal.stands_for_proposition(paragraph, head, grammar) else None


def _end(paragraph: Paragraph, first: int, last: int, grammar: Grammar) -> int:
    """Return where a content ends: a phrase ends before what else somebody does: *Prohíben salir | y multan*."""
    words = paragraph.words
    noun = next((w for w in words[first : last + 1] if w.pos in _NAMING), None)
    if noun is None or any(w.finite or w.feats.get("VerbForm") == "Inf" for w in words[first : noun.i + 1]):
        return last
    return before_next_verb(paragraph, noun, last, grammar)


def _apart(word: Word, at: int, grammar: Grammar) -> bool:
    """Whether an adjective behind a noun belongs to the next one, or is one itself."""
    return word.head > at or _participial(word, grammar)


def _participial(word: Word, grammar: Grammar) -> bool:
    """Whether a noun that looks like a participle was taken for an adjective: *Exigen vecinos | salida del alcalde*."""
    return word.pos == "ADJ" and bool({word.norm, word.lemma} & grammar.words["nouns.propositional"])
