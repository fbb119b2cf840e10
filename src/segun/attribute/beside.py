"""Who stands right beside a cue, whatever relation the parser gave them: *dijo Pérez*, *la Agencia Popular informó*."""

from __future__ import annotations

from dataclasses import replace

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.draft import Mention, tidy
from segun.attribute.runs import phrase_length
from segun.lang.lexicon import Grammar

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
"""Parts of speech that a noun phrase may be of."""
_PHRASE = 6
"""Words of a phrase between a cue and its subject at the most."""


def following(paragraph: Paragraph, verb: Word, grammar: Grammar, until: int) -> Mention | None:
    """Return the noun phrase that stands right after a cue (*dijo Pérez*), whatever relation the parser gave it."""
    at = verb.i + 1 + phrase_length(paragraph, verb, grammar)
    words = paragraph.words
    skipped = 0
    while at <= until and skipped < 3 and words[at].pos in {"ADV", "AUX"}:
        at += 1
        skipped += 1
    at = _past_phrase(paragraph, past_time(paragraph, at, until, grammar), until, grammar)
    initials = at <= until and len(words[at].text) > 1 and words[at].text.isupper()  # hizo saber AFNT
    if at > until or (words[at].pos in {"ADP", "SCONJ", "CCONJ", "PUNCT", "VERB"} and not initials):
        return None
    head = words[at]
    while head.head != head.i and at <= head.head <= until and words[head.head].pos in NOMINAL:
        head = words[head.head]
    if initials and head.pos not in NOMINAL:
        return Mention("noun", (head.span,), head)
    if head.pos not in NOMINAL or nominal.is_time(head, grammar):
        return None
    return nominal.mention(paragraph, head, grammar)


def behind(paragraph: Paragraph, at: int, until: int, grammar: Grammar) -> Mention | None:
    """Return the noun phrase that begins with a word, up to a mark or a verb; ``None`` where none that speaks does."""
    words = paragraph.words
    end = at
    while end <= until and not (
        words[end].norm in {",", ";", ":", ".", ")"} or words[end].pos in {"VERB", "AUX", "SCONJ"}
    ):
        if words[end].norm == '"' and any(w.pos in {"NOUN", "PROPN"} for w in words[at:end]):
            break  # citing a "source close to the court"
        end += 1
    inside = words[at:end]
    nouns = [w for w in inside if w.pos in {"NOUN", "PROPN"}]
    head = next((w for w in nouns if not at <= w.head < end), nouns[0] if nouns else None)
    span = tidy(paragraph.text, inside[0].start, inside[-1].end) if inside else None
    if head is None or span is None or not nominal.speaks(head, grammar):
        return None
    return replace(nominal.mention(paragraph, head, grammar), kind="noun", spans=(span,))


def past_time(paragraph: Paragraph, at: int, until: int, grammar: Grammar) -> int:
    """Return where the subject may begin behind when it was said: *avanzó de madrugada | su jefa de campaña*."""
    words = paragraph.words
    end = at
    while end < until and words[end].pos in {"ADP", "DET"} and end - at < 2:
        end += 1
    noun = words[min(end, until)]
    return noun.i + 1 if nominal.is_time(noun, grammar) and noun.right == noun.i else at


def _past_phrase(paragraph: Paragraph, at: int, until: int, grammar: Grammar) -> int:
    """Return where the subject begins behind a phrase: *dijo a Litoral | la vocera*, *dijo en una carta | Ana Gil*."""
    words = paragraph.words
    marks = grammar.words["personal-object"]
    if at > until or words[at].pos != "ADP":
        return at
    if words[at].norm not in marks:
        inside = (w for w in words[at + 2 : min(at + _PHRASE, until + 1)] if w.entity in nominal.PERSONS)
        name = next(inside, None)
        own = name is not None and words[name.i - 1].pos in {"NOUN", "ADJ"} and not words[name.i - 1].entity
        return name.i if name is not None and own else at
    for k in range(at + 2, until + 1):
        if words[k].norm in {",", "."} or words[k].pos in {"SCONJ", "VERB"}:
            break
        if words[k].norm in grammar.words["determiners"] and words[k - 1].pos in {"NOUN", "PROPN", "PRON"}:
            return k
    return at


def right_before(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return who stands right before a verb, perhaps with an apposition, where the parser made them no subject."""
    words = paragraph.words
    low = paragraph.sentence_of(verb).first
    at = verb.i - 1
    while at >= low and (words[at].pos in {"AUX", "ADV", "PART"} or words[at].norm in grammar.words["clitics"]):
        at -= 1
    last = at
    if at - 2 > low and words[at].norm == ")" and words[at - 2].norm == "(":
        at -= 3  # la Agencia Popular (AP) informó
    first = _beginning(paragraph, at, low, grammar)
    if at >= low and words[at].norm in grammar.words["coordinators"]:
        return None
    if at >= low and words[at].norm == ",":
        comma = next((k for k in range(at - 1, low, -1) if words[k].norm == "," or words[k].finite), low)
        if words[comma].norm != "," or words[comma - 1].pos == "CCONJ":
            return None
        aside = words[comma + 1].feats.get("VerbForm") == "Part" or words[comma + 1].norm in grammar.words["passed-on"]
        last, first = comma - 1 if aside else at - 1, _beginning(paragraph, comma - 1, low, grammar)
        at = comma - 1
    if first <= at and paragraph.quotation_at(words[at].start) != paragraph.quotation_at(verb.start):
        return None
    if first > at or words[first].pos not in NOMINAL or words[first].norm in grammar.words["relatives"]:
        return None
    inside = words[first : at + 1]
    head = next((w for w in inside if w.pos in {"NOUN", "PROPN"} and not first <= w.head <= at), None)
    head = head or next((w for w in inside if w.pos in {"NOUN", "PROPN"}), None)
    if head is None or nominal.is_time(head, grammar) or not nominal.speaks(head, grammar):
        return None
    if head.dep == "obj" and head.head < first and at == last and not paragraph.head(head).finite:
        return None  # al revisar las cuentas vieron que
    span = tidy(paragraph.text, words[first].start, words[last].end)
    if span is None:
        return None
    mention = nominal.mention(paragraph, head, grammar)
    return replace(mention, kind="noun", spans=(span,), gender=nominal.gender_of(head, inside, grammar))


def _beginning(paragraph: Paragraph, at: int, low: int, grammar: Grammar) -> int:
    """Return where the phrase that ends with a word begins: behind the mark, the conjunction or the verb before it."""
    words = paragraph.words
    stops = grammar.words["coordinators"] | grammar.words["complementizers"] | grammar.words["relatives"]
    first = at
    while first >= low and not (
        (first < at and words[first + 1].pos == "DET" and words[first + 1].text[:1].isupper())
        or words[first].pos in {"SCONJ", "VERB", "AUX"}
        or (words[first].pos == "PUNCT" and words[first].norm != "-")
        or (words[first].norm in stops and first < at and words[first + 1].pos != "ADP")
    ):
        first -= 1
    return first + 1
