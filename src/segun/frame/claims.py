"""Claims out of attributions: ids, relays, quotation, factuality, propositions, confidence."""

from __future__ import annotations

from collections.abc import Iterator

from segun.annotate.words import Paragraph
from segun.attribute.chains import Chains
from segun.attribute.draft import NOBODY, Draft
from segun.attribute.relaying import relays
from segun.frame import commitment
from segun.frame.conditions import conditions, span_of
from segun.frame.confidence import confidence
from segun.frame.propositions import propositions
from segun.lang.lexicon import Grammar
from segun.model import Claim, Quotation, Relay, Span

WORDING = 4
"""Words from which on a stretch in quotation marks makes the content mixed, if it has no finite verb.

A shorter one does so unless a determiner opens it: *a mistake, "grave" by any measure*, but *the "hill guests"*.
"""


def claims(found: Chains, paragraphs: list[Paragraph], grammar: Grammar) -> tuple[Claim, ...]:
    """Return the claims of a report in text order, the report's own among them.

    Args:
        found: the attributions.
        paragraphs: the paragraphs that they point into.
        grammar: the language.
    """
    own = [_own_draft(o.paragraph, o.span) for o in found.own]
    drafts = sorted([*found.drafts, *own], key=lambda d: (d.start, -d.end, d.at))
    ids = {id(draft): f"c{number}" for number, draft in enumerate(drafts, 1)}
    return tuple(_claim(d, ids, paragraphs[d.paragraph], grammar) for d in drafts)


def _own_draft(paragraph: Paragraph, span: Span) -> Draft:
    head = next((w for w in paragraph.inside(span) if w.dep == "root"), None)
    return Draft(paragraph.index, span.start, (), NOBODY, [span], "said", None, "own voice", head=head)


def _claim(draft: Draft, ids: dict[int, str], paragraph: Paragraph, grammar: Grammar) -> Claim:
    own = draft.rule == "own voice"
    on = conditions(paragraph, draft, grammar)
    predicate = commitment.main_predicate(paragraph, draft, grammar, on)
    value = commitment.factuality(paragraph, draft, predicate, grammar, on)
    quoted = tuple(_wordings(draft, paragraph))
    chain = () if own else tuple(_relay(step) for step in relays(draft))
    return Claim(
        id=ids[id(draft)],
        spans=tuple(sorted(draft.content)),
        relays=chain,
        quotation="none" if own else quotation(draft, paragraph),
        factuality=value,
        speech_act=commitment.speech_act(paragraph, draft, predicate, value, grammar),
        confidence=confidence(draft),
        quoted_wording=quoted,
        condition=span_of(paragraph, on),
        parent=ids.get(id(draft.parent)) if draft.parent is not None else None,
        propositions=propositions(paragraph, draft, predicate, grammar),
        headline=paragraph.headline,
        rule=draft.rule,
    )


def _relay(draft: Draft) -> Relay:
    if draft.resolved is None:
        if draft.source.kind == "pronoun":  # somebody, and it cannot be told who
            return Relay(None, draft.source.spans, draft.cue, draft.how)
        return Relay(None, (), draft.cue, draft.how)
    entity, mention = draft.resolved
    return Relay(entity.id, tuple(mention.spans), draft.cue, draft.how)


def _wordings(draft: Draft, paragraph: Paragraph) -> Iterator[Span]:
    for quote in paragraph.quotations:
        for span in draft.content:
            start, end = max(span.start, quote.inner.start), min(span.end, quote.inner.end)
            if start < end:
                yield Span(start, end)


def quotation(draft: Draft, paragraph: Paragraph) -> Quotation:
    """Return whether a content is direct, indirect or mixed speech, by the form of its innermost cue."""
    if draft.quoted:
        return "direct"
    inside = paragraph.quotation_at(draft.at) if draft.cue else None
    for quote in paragraph.quotations:
        if inside is not None and inside.outer.holds(quote.outer) and quote.depth == 0:
            continue
        for span in draft.content:
            if quote.outer.touches(span) and _speaks(paragraph, quote.inner, draft):
                return "mixed"
    return "indirect"


def _speaks(paragraph: Paragraph, inner: Span, draft: Draft) -> bool:
    words = [w for w in paragraph.inside(inner) if w.pos != "PUNCT"]
    capital = sum(w.text[0].isupper() for w in words)
    if draft.rule == "small clause":
        return True
    if any(w.finite for w in words):
        return capital < len(words)
    return capital * 2 < len(words) and (len(words) >= WORDING or not _names(paragraph, inner))


def _names(paragraph: Paragraph, inner: Span) -> bool:
    """Whether a stretch in quotation marks is what something is called, by a determiner: *the "hill guests"*."""
    first = paragraph.inside(inner)[0].i
    return any(word.pos == "DET" for word in (paragraph.words[max(first - 2, 0)], paragraph.words[first]))
