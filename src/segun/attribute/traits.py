"""What is told of an attribution to judge it by: traits that have the same names in every language."""

from __future__ import annotations

from collections.abc import Iterator

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.draft import Draft
from segun.lang.lexicon import Grammar

_SIZES = (12, 32)
"""Words of a content at which it counts as longer."""
_FEW = 4
_PHRASES = frozenset({"noun phrase", "oblique", "noun with a phrase", "headline phrase"})
"""Rules whose contents may be noun phrases."""


def traits(draft: Draft, paragraph: Paragraph, grammar: Grammar) -> list[str]:
    """Return the traits of an attribution whose source is resolved.

    Args:
        draft: the attribution.
        paragraph: where it stands.
        grammar: its language.
    """
    found = ["any", f"rule: {draft.rule}"]
    found += _of_source(draft, paragraph, grammar)
    found += _of_cue(draft, paragraph, grammar)
    found += _of_content(draft, paragraph, grammar)
    if draft.parent is not None:
        found.append("nested")
        if draft.parent.parent is not None:
            found.append("nested twice")
        if draft.parent.quoted:
            found.append("within direct speech")
    if paragraph.headline:
        found.append("in the headline")
    return found


def _of_source(draft: Draft, paragraph: Paragraph, grammar: Grammar) -> Iterator[str]:
    source = draft.source
    yield f"source: {source.kind}"
    if draft.resolved is None:
        yield "source unresolved"
        return
    entity, mention = draft.resolved
    yield f"kind: {entity.kind}"
    if not mention.speaks:
        yield "source does not speak"
        if source.kind == "noun" and source.head and nominal.stands_for_proposition(paragraph, source.head, grammar):
            yield "source is an event"
    if source.kind == "noun" and source.head is not None:
        inside = paragraph.inside(source.spans[0]) if source.spans else []
        if len(inside) > 12:
            yield "long source"
        if any(word.norm in {":", ";", '"', "("} for word in inside):
            yield "marks in the source"
        if draft.cue and abs(draft.cue[0].start - source.spans[0].end) < 3:
            yield "source right before the cue"
        elif draft.cue and draft.cue[-1].end <= source.spans[0].start <= draft.cue[-1].end + 3:
            yield "source right behind the cue"
        if source.head.dep.startswith("nsubj"):
            yield "source is a subject"
    elif source.kind in {"dropped", "pronoun"} and mention.spans:
        far = draft.at - mention.spans[0].start
        yield "source is near" if far < 200 else "source is far"


def _of_cue(draft: Draft, paragraph: Paragraph, grammar: Grammar) -> Iterator[str]:
    cue = next((w for span in draft.cue for w in paragraph.words if w.end == span.end), None)
    if draft.frame is not None:
        yield f"act: {draft.frame.act}"
        yield f"commitment: {draft.frame.commitment}"
        weak = cue is not None and grammar.lemma(cue.norm, cue.lemma) in draft.frame.weak
        if (
            weak and draft.source.kind != "speaker" and not draft.rule.startswith("headline")
        ):  # animo a los vecinos a que
            yield "cue has other senses"
    if cue is None:
        return
    yield f"cue: {cue.pos}"
    if draft.source.kind == "dropped" and cue.dep != "conj" and not grammar.words["impersonal"]:
        yield "no subject, though the language leaves none out"  # but between verbs that share one
    if cue.pos in {"VERB", "AUX"}:
        yield f"cue form: {cue.feats.get('VerbForm', 'none')}"
        yield f"cue relation: {cue.dep.partition(':')[0]}"
    if paragraph.quotation_at(cue.start) is not None:
        yield "cue within a quotation"
    if draft.negated:
        yield "cue denied"


def _of_content(draft: Draft, paragraph: Paragraph, grammar: Grammar) -> Iterator[str]:
    words = [word for span in draft.content for word in paragraph.inside(span)]
    size = sum(word.pos != "PUNCT" for word in words)
    yield from (f"content of {least} words or more" for least in _SIZES if size >= least)
    predicate = any(word.finite for word in words)
    yield "content has a predicate" if predicate else "content has no predicate"
    if size < _FEW and not predicate:
        yield "content of few words, without a predicate"
    if draft.quoted:
        yield "content quoted"
    elif any(paragraph.quotation_at(word.start) is not None for word in words):
        yield "content partly quoted"
    if len(draft.content) > 1:
        yield "content in pieces"
    yield from _of_head(draft, paragraph, words, grammar)
    if draft.cue and draft.content and draft.start > draft.cue[-1].end + 60:
        yield "content far from the cue"


def _of_head(draft: Draft, paragraph: Paragraph, words: list[Word], grammar: Grammar) -> Iterator[str]:
    """Yield what the word is on which the others of a content hang, and whether it hangs on the cue."""
    inside = {word.i for word in words}
    head = next((w for w in words if (w.head not in inside or w.head == w.i) and w.pos != "PUNCT"), None)
    if head is None:
        return
    if draft.rule in _PHRASES and not head.finite:
        yield from _of_phrase(paragraph, head, grammar)
    cue = {w.i for span in draft.cue for w in paragraph.inside(span)}
    yield "content hangs on the cue" if head.head in cue else "content does not hang on the cue"
    yield f"content relation: {head.dep.partition(':')[0]}"


def _of_phrase(paragraph: Paragraph, head: Word, grammar: Grammar) -> Iterator[str]:
    """Yield what a phrase as a content looks like: what its noun stands for, its determiner, what it holds."""
    known = nominal.stands_for_proposition(paragraph, head, grammar)
    yield "noun stands for a proposition" if known else "noun may stand for a thing"
    if head.pos == "PROPN" or head.entity:
        yield "content is a name"
    if nominal.is_person(head, grammar):
        yield "content is a person"
    before = [w for w in paragraph.children(head, "det", "nmod:poss", "nummod", "advmod", "amod") if w.i < head.i]
    first = before[0] if before else None
    if first is None:
        yield "phrase without a determiner"
    elif first.norm in grammar.words["negations"]:
        yield "phrase denied"
    elif first.dep == "nmod:poss" or first.norm in grammar.words["possessives"] or first.feats.get("Poss") == "Yes":
        yield "phrase of somebody's"
    elif first.feats.get("Definite") == "Def" or first.norm in grammar.words["demonstratives"]:
        yield "phrase definite"
    elif first.dep == "nummod":
        yield "phrase counted"
    inner = [c for c in paragraph.children(head, "nmod", "acl", "ccomp") if c.i > head.i]
    yield "phrase with a complement" if inner else "phrase without a complement"
