"""What somebody says again of a sentence that is theirs: *Ana ha explicado que viene. Así lo ha dicho hoy*."""

from __future__ import annotations

from segun.annotate.words import Paragraph
from segun.attribute import sources
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
