"""Verbs of speech that no list holds, told by their place: between a quotation and who says it, behind a comma."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside, nominal
from segun.attribute.draft import Mention
from segun.attribute.extent import says_a_sentence
from segun.attribute.speech import PARTING
from segun.lang.lexicon import Grammar
from segun.prepare.quotations import Quotation


def speaker(
    paragraph: Paragraph, quotation: Quotation, after: list[Word], grammar: Grammar
) -> tuple[Word, Mention] | None:
    """Return the verb and who says it, where a quoted sentence leads to both: *«Falta agua», gesticula Pérez*.

    Args:
        paragraph: where the quotation stands.
        quotation: words between quotation marks.
        after: the words behind it, up to the end of its sentence.
        grammar: that of the report's language.
    """
    text, end = paragraph.text, quotation.outer.end
    parted = text[quotation.inner.start : end - 1].rstrip().endswith(",") or text[end:].lstrip()[:1] in PARTING
    if not parted or not says_a_sentence(paragraph, quotation):
        return None
    words = after[1:] if after and after[0].norm in PARTING else after
    while words and words[0].norm in grammar.words["clitics"]:
        words = words[1:]
    verb = words[0] if words else None
    if verb is None or verb.pos != "VERB" or not verb.finite or verb.feats.get("Person", "3") != "3":
        return None
    behind = beside.following(paragraph, verb, grammar, words[-1].i)
    if behind is None or behind.head is None or not _somebody(behind.head, grammar):
        return None
    return verb, behind


def _somebody(head: Word, grammar: Grammar) -> bool:
    """Whether a noun names a person, or whoever else speaks, without doubt."""
    return head.entity in nominal.PERSONS or (head.pos in {"NOUN", "PROPN"} and nominal.speaks(head, grammar))
