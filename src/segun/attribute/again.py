"""What somebody says of themselves, or again of what is theirs: *Ana ha explicado que viene. Así lo ha dicho hoy*."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal, sources
from segun.attribute.draft import Draft, Mention
from segun.attribute.runs import matching
from segun.lang.lexicon import Grammar


def said_before(paragraph: Paragraph, low: int, grammar: Grammar) -> Mention | None:
    """Return who speaks in the sentence before one: the subject of its cue.

    Args:
        paragraph: where they stand.
        low: the first word of the sentence that points back.
        grammar: the language.
    """
    if not low or not matching(paragraph, low, grammar.runs["pointing-back"]):
        return None
    sentence = paragraph.sentence_of(paragraph.words[low - 1])
    cue = next((w for w in paragraph.words[sentence.first : low] if w.dep == "root" and w.pos == "VERB"), None)
    if cue is None or not grammar.frames(cue.norm, cue.lemma):
        return None
    found = sources.subject(paragraph, cue, grammar)
    return found if found is not None and found.kind == "noun" and found.speaks else None


def of_themselves(paragraph: Paragraph, main: Word | None, source: Mention, grammar: Grammar) -> Mention | None:
    """Return the person of whom a clause tells, where only a verb's ending says who told it: *Gil ganó, según contó*.

    Args:
        paragraph: where they stand.
        main: the verb of the clause.
        source: who told it as far as the phrase says.
        grammar: the language.
    """
    if main is None or source.kind != "dropped" or main.feats.get("Tense") != "Past":
        return None
    found = sources.subject(paragraph, main, grammar)
    person = found is not None and found.head is not None and nominal.is_person(found.head, grammar)
    agrees = found is not None and found.kind == "noun" and found.plural == source.plural
    return found if person and agrees and not sources.is_passive(paragraph, main, grammar) else None


def once(drafts: list[Draft], text: str) -> list[Draft]:
    """Return attributions without those that only say again, of a sentence before, who speaks in it."""
    said = [draft for draft in drafts if draft.rule == "adjunct with a verb" and _points_back(draft, text)]
    for outer in said:
        inner = [draft for draft in drafts if draft.parent is outer and draft.cue and _same(draft, outer)]
        if not inner:
            continue
        drafts = [draft for draft in drafts if draft is not outer]
        for draft in drafts:
            if draft.parent is outer:
                draft.parent = outer.parent
    return drafts


def _points_back(draft: Draft, text: str) -> bool:
    """Whether a sentence ends between what is attributed and its cue."""
    return any(mark in text[draft.end : draft.at] for mark in ".!?…")


def _same(inner: Draft, outer: Draft) -> bool:
    return inner.resolved is not None and outer.resolved is not None and inner.resolved[0] is outer.resolved[0]
