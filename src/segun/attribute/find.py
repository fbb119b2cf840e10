"""All attributions that one paragraph holds, each by itself; chains and accounts come later."""

from __future__ import annotations

from functools import cache

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal, quoted, sources, turns
from segun.attribute.adjuncts import Adjunct, adjuncts
from segun.attribute.citing import cite
from segun.attribute.cues import cue_span, how, is_quoted, pronominal
from segun.attribute.draft import Draft, Mention, tidy
from segun.attribute.mistaken import closing, mistaken
from segun.attribute.noun_cues import from_noun
from segun.attribute.questioned import questioned
from segun.attribute.runs import phrase_frames, phrase_length
from segun.attribute.speech import Speech, contents
from segun.attribute.spoken import dialogue, posted, reposted, with_turn
from segun.attribute.verb_first import verb_first
from segun.attribute.verbal import from_verb
from segun.attribute.whence import whence
from segun.lang.lexicon import Grammar
from segun.model import How

_CUES = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN", "X"})
"""Parts of speech that a cue may be taken for."""
NEXT = 2
"""Words from a verb to the cue without a person that depends on it at the most."""
_BEHIND = frozenset({"quotation, cue", "clause, quotation"})
"""Rules of speech that stands behind a clause and is none of its words."""
_PARTS = 2
"""Spans of a content that a cue is inserted in."""
_JOINT = 5
"""Code points of a conjunction and its blanks at the most."""
_SHORTEST = 3
"""Words that a sentence with its cue has at the least."""


def find(paragraph: Paragraph, grammar: Grammar) -> list[Draft]:
    """Return the attributions of a paragraph in the order of their cues."""
    turn = turns.reversed_label(paragraph, grammar) or turns.labelled(paragraph) or turns.asked(paragraph, grammar)
    spoken = list(dialogue(paragraph, grammar))
    speech = [] if spoken else quoted.speeches(paragraph, grammar)
    found = adjuncts(paragraph, grammar)
    speech = _left_to_cues(paragraph, speech, found)
    used = {at for s in speech for at in _verbs(s)} | {d.head.i for d in spoken if d.head is not None}
    drafts = [_from_speech(paragraph, s, grammar) for s in speech]
    within = {at for a in found for at in range(a.first, a.last + 1)}
    drafts += [_from_adjunct(paragraph, a, grammar) for a in found]
    asked = dict(questioned(paragraph, grammar))
    used |= asked.keys()
    drafts += asked.values()
    known = _cues(grammar)
    for word in paragraph.words:
        if word.norm not in known and word.lemma not in known:
            continue
        if word.pos not in _CUES or word.i in used or word.i in within:
            continue
        if _realized(paragraph, word, grammar):
            within.update({word.i, word.i + 1})
            continue  # se dio cuenta de que
        meant = phrase_frames(paragraph, word, grammar)
        if meant and meant[0].subjects == "none" and word.feats.get("Person") != "1":
            within.update(range(word.i, word.i + 1 + phrase_length(paragraph, word, grammar)))
            continue  # eso no quiere decir que
        draft = (
            verb_first(paragraph, word, grammar)
            or from_verb(paragraph, word, grammar)
            or from_noun(paragraph, word, grammar)
            or mistaken(paragraph, word, grammar)
            or closing(paragraph, word, grammar)
        )
        if draft is not None:
            drafts.append(draft)
            within.update(range(word.i + 1, word.i + 1 + phrase_length(paragraph, word, grammar)))
    drafts += spoken
    if turn is None and turns.is_reposted(paragraph):
        drafts += reposted(paragraph, [d for d in drafts if d is not None])
    if turn is None:
        drafts += posted(paragraph, [d for d in drafts if d is not None])
    if turn is not None:
        drafts = with_turn(paragraph, turn, [d for d in drafts if d is not None], grammar)
    kept = [d for d in drafts if d is not None and d.content]
    kept = _gone_on(paragraph, [d for d in kept if not (d.rule == "lone quotation" and _within_clause(d, kept))])
    kept = [d for d in kept if not any(_holds_noun(d, other) for other in kept)]
    for draft in kept:
        _speak_from_outside(paragraph, draft)
    _of_adjuncts(paragraph, kept)
    _before_speech(paragraph, kept)
    _around_inserted(paragraph, kept, grammar)
    cite(paragraph, kept, grammar)
    for draft in kept:
        draft.head = None if draft.head is not None and not draft.holds(draft.head.start) else draft.head
    return sorted(kept, key=lambda d: (d.at, -d.end))


def _realized(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a phrase that says something only without a pronoun of its own has one: *nos dimos cuenta de que*."""
    words = paragraph.words
    after = words[verb.i + 1].norm if verb.i + 1 < len(words) else ""
    if after not in grammar.words["realized"]:
        return False
    own = grammar.words["reflexives"]
    return verb.norm.endswith(tuple(own)) or any(word.norm in own for word in words[max(verb.i - 2, 0) : verb.i])


@cache
def _cues(grammar: Grammar) -> frozenset[str]:
    """Return the words, as forms and as lemmas, that a cue may consist of or begin with."""
    listed = (grammar.verbs, grammar.forms, grammar.phrases, grammar.phrase_forms, grammar.nouns)
    return frozenset(grammar.words["accounts"] | grammar.words["nouns.utterances"]).union(*listed)


def _verbs(speech: Speech) -> set[int]:
    """Return the cue of some speech, and the verb before it that it depends on: *«…», comenzó diciendo Ana*."""
    cue = speech.cue
    if cue is None:
        return set()
    depends = not cue.finite and 0 < cue.i - cue.head <= NEXT
    return {cue.i, cue.head} if depends and cue.start > speech.quotations[0].outer.start else {cue.i}


def _left_to_cues(paragraph: Paragraph, speeches: list[Speech], phrases: list[Adjunct]) -> list[Speech]:
    """Give speech to the phrases right behind it that tell whose it is, in place, and return the other speech."""
    others = []
    told = [phrase.content for phrase in phrases]
    for speech in speeches:
        if speech.cue is None and list(contents(speech, paragraph.text)) in told:
            continue  # En palabras del alcalde: «…»
        phrase = _phrase_behind(paragraph, speech, phrases)
        if phrase is None:
            others.append(speech)
        else:
            phrase.content = list(contents(speech, paragraph.text))
    return others


def _phrase_behind(paragraph: Paragraph, speech: Speech, phrases: list[Adjunct]) -> Adjunct | None:
    """Return the phrase right behind some speech, whatever cue follows: *«…», así lo ha dejado claro Ana, y repite*."""
    last = speech.quotations[-1].outer
    if speech.cue is None or speech.cue.start < last.end:
        return None
    opens = next((w.i for w in paragraph.words if w.start >= last.end and w.pos != "PUNCT"), None)
    begins = speech.quotations[0].inner.start
    behind = (p for p in phrases if p.first == opens and any(s.start <= begins < s.end for s in p.content))
    return next(behind, None)


def _within_clause(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a quotation is the end of a clause: *said she has one gift: “Patience.”*."""
    return any(d.rule in {"clause", "bare clause"} and d.cue and d.holds(draft.start) for d in drafts)


def _holds_noun(outer: Draft, inner: Draft) -> bool:
    """Whether a noun phrase is no more than a noun of saying and what it says: *expresó | la opinión que llueve*."""
    if outer.rule != "noun phrase" or inner.rule != "noun" or inner.source.spans != outer.source.spans:
        return False
    joined = bool(inner.cue) and inner.start - inner.cue[0].end <= _JOINT
    return joined and inner.end == outer.end and outer.start <= inner.at < outer.end


def _gone_on(paragraph: Paragraph, drafts: list[Draft]) -> list[Draft]:
    """Add a quotation without a cue to the sentence before, where its speaker was quoted, too, in place.

    *The port is “not safe,” she said. | “We need a wall.”*
    """
    joined = []
    for draft in (d for d in drafts if d.rule == "lone quotation"):
        opens = next((w.i for w in paragraph.words if w.start >= draft.start), 0)
        if opens < _SHORTEST:
            continue
        sentence = paragraph.sentence_of(paragraph.words[opens - 2])
        first, last = paragraph.words[sentence.first].start, paragraph.words[sentence.last].end
        quoted_there = [q.inner.start for q in paragraph.quotations if first <= q.outer.start < last]
        for other in drafts:
            cued = other.rule == "parenthetical" and first <= other.start and other.at < last <= draft.start
            if cued and any(map(other.holds, quoted_there)):
                other.content = [*other.content, *draft.content]
                joined.append(draft)
                break
    return [d for d in drafts if d not in joined]


def _of_adjuncts(paragraph: Paragraph, drafts: list[Draft]) -> None:
    """Give whom a phrase names the sentence quoted behind a colon, too, in place: *Para X es caro: "Nadie compra"*."""
    for speech in (d for d in drafts if d.quoted and d.rule in {"name and colon", "colon after a clause"}):
        for phrase in (d for d in drafts if d.how == "adjunct" and not d.final and d.holds(speech.start)):
            edge = speech.start if speech.rule == "colon after a clause" else speech.at
            if phrase.at < edge and phrase.start < edge:
                phrase.content = [
                    tidy(paragraph.text, s.start, min(s.end, edge)) or s for s in phrase.content if s.start < edge
                ]
                speech.source = phrase.source
                if speech.rule == "colon after a clause":  # what the parser took for its cue stands in the clause
                    speech.at = speech.start


def _around_inserted(paragraph: Paragraph, drafts: list[Draft], grammar: Grammar) -> None:
    """Give a cue right behind an inserted one the subject before that: *El juez, dice Gil, **pidió** que volviera*."""
    for outer in drafts:
        if outer.rule != "parenthetical" or len(outer.content) != _PARTS:
            continue
        before, behind = (paragraph.inside(span) for span in outer.content)
        verb = next((word for word in behind if word.finite), None)
        head = next((word for word in before if word.pos in {"NOUN", "PROPN"}), None)
        if verb is None or head is None or any(word.finite for word in before) or not nominal.speaks(head, grammar):
            continue
        for inner in drafts:
            unsaid = inner.source.kind == "dropped" or inner.source.spans == outer.source.spans
            led = any(span.start <= verb.start < span.end for span in inner.cue)
            if inner is not outer and led and unsaid:
                inner.source = nominal.mention(paragraph, head, grammar)


def _before_speech(paragraph: Paragraph, drafts: list[Draft]) -> None:
    """End a content before a quotation that somebody says behind it, in place: *dijo que no, | "ni hablar", añadió*."""
    for speech in (d for d in drafts if d.quoted and d.rule in _BEHIND):
        mark = paragraph.text[: speech.start].rstrip("\"“«‘' ")[-1:]
        for draft in drafts:
            around = not draft.quoted and draft.holds(speech.start)
            if (
                around
                and draft.at < draft.start < speech.start
                and (mark in {",", ":"} or speech.rule != "quotation, cue")
            ):
                cut = [tidy(paragraph.text, s.start, min(s.end, speech.start)) for s in draft.content]
                draft.content = [span for span in cut if span] or draft.content


def _speak_from_outside(paragraph: Paragraph, draft: Draft) -> None:
    """Part a content from the main clause and from the source that the parser put into it, in place.

    *Citing two guards, | the Post says …*: what a participle opens ends where the subject of the main clause begins.
    Nobody stands in the words that they say: where the source still does, it is unknown.
    """
    if draft.how == "adjunct":
        return
    cue = paragraph.word_at(draft.at)
    if cue is not None and not cue.finite and cue.dep == "advcl" and cue.end <= draft.start:
        main = next((w for w in paragraph.children(paragraph.head(cue), "nsubj") if draft.holds(w.start)), None)
        at = paragraph.words[main.left].start if main is not None else draft.end
        cut = [tidy(paragraph.text, span.start, min(span.end, at)) for span in draft.content if span.start < at]
        draft.content = [span for span in cut if span] or draft.content
    if any(draft.holds(span.start) for span in draft.source.spans):
        several = sources.dropped(paragraph, cue).plural if cue is not None else draft.source.plural
        draft.source = Mention("dropped", (), draft.source.head, several)


def _from_speech(paragraph: Paragraph, speech: Speech, grammar: Grammar) -> Draft:
    content = list(contents(speech, paragraph.text))
    if speech.cue is None:
        cue = (speech.cue_span,) if speech.cue_span else ()
        source = speech.source or Mention("dropped")
        way: How = "said" if cue else "continued"
        at = cue[0].start if cue else speech.quotations[0].outer.start
        return Draft(paragraph.index, at, cue, source, content, way, None, speech.rule, quoted=True)
    source = speech.source or sources.who(
        paragraph, speech.cue, grammar, impersonal=not pronominal(speech.cue, grammar)
    )
    if source.kind in {"none", "dropped"}:
        source = whence(paragraph, speech.cue, grammar) or source  # «…», se informa en el escrito
    return Draft(
        paragraph.index,
        speech.cue.start,
        (cue_span(paragraph, speech.cue, grammar),),
        source,
        content,
        how(source, grammar),
        speech.frame,
        speech.rule,
        quoted=True,
    )


def _from_adjunct(paragraph: Paragraph, adjunct: Adjunct, grammar: Grammar) -> Draft:
    at = paragraph.words[adjunct.first].start
    quoted_only = is_quoted(paragraph, adjunct.content)
    law = adjunct.rule == "law" or (adjunct.rule == "adjunct" and nominal.is_law(adjunct.source.head, grammar))
    return Draft(
        paragraph.index,
        at,
        adjunct.cue,
        adjunct.source,
        adjunct.content,
        "document" if law else "adjunct",
        grammar.stipulation if law else None,
        adjunct.rule,
        quoted_only,
        adjunct.head,
        final=adjunct.final,
    )
