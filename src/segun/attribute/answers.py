"""A bare answer as what somebody said: *preguntado por la obra, dijo que sí*, *asked if it would, she said no*."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute.draft import Complement
from segun.lang.lexicon import Frame, Grammar


def answer(
    paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar, within: tuple[int, int]
) -> Complement | None:
    """Return the *yes* or *no* right behind a cue, or behind its conjunction, that nothing else follows.

    A :data:`~segun.attribute.draft.Finder`.
    """
    words = paragraph.words
    _, last = within
    at = verb.i + 1
    if at <= last and grammar.words["noun-conjunction"] and words[at].norm in grammar.words["complementizers"]:
        at += 1
    if at > last or words[at].norm not in grammar.words["bare-answers"] or frame.act not in {"assert", "deny"}:
        return None
    after = words[at + 1] if at < len(words) - 1 else None
    if after is not None and after.pos != "PUNCT" and after.norm not in grammar.words["adversatives"]:
        return None  # said no harm was done
    return Complement((words[at].span,), frame, "clause", None, at)
