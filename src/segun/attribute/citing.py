"""Relays by citation: *informó X citando a Y*, *X, citado por Y*, *KANA quoted Y as saying*."""

from __future__ import annotations

from dataclasses import replace

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside, nominal, sources
from segun.attribute.cues import cue_span
from segun.attribute.draft import NOBODY, Draft, Mention, covered, tidy
from segun.attribute.extent import limits, predicate
from segun.attribute.runs import runs_in
from segun.attribute.speech import as_saying
from segun.lang.lexicon import Grammar
from segun.model import Span

_SPEECH = frozenset({"colon", "colon after a clause", "cue, quotation", "quotation, cue"})
"""Rules by which somebody's words stand beside their cue."""


def cite(paragraph: Paragraph, drafts: list[Draft], grammar: Grammar) -> None:
    """Add to the drafts of a paragraph whom their sources cite, and who cites them, in place."""
    _by_phrase(paragraph, drafts, grammar)
    for draft in drafts:
        _spread(paragraph, draft, grammar)
    _by_outlet(paragraph, drafts, grammar)
    for word in paragraph.words:
        passes_on = word.norm in grammar.words["passed-on"] and sources.is_passive(paragraph, word, grammar)
        cites = bool(grammar.words["citing"] & {word.lemma, word.norm}) or _refers(paragraph, word, grammar)
        if word.pos in {"VERB", "AUX", "ADJ"} and (cites or passes_on):
            _cite(paragraph, word, drafts, grammar)


def _refers(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a reflexive verb cites somebody who can speak: *el portal, que se remite a dos empleados*."""
    if not {verb.lemma, verb.norm} & grammar.words["citing-reflexive"]:
        return False
    reflexive = any(child.norm in grammar.words["reflexives"] for child in paragraph.children(verb))
    cited = next((child for child in paragraph.children(verb, "obj", "obl", "iobj") if child.i > verb.i), None)
    return reflexive and cited is not None and nominal.speaks(cited, grammar)


def _cite(paragraph: Paragraph, word: Word, drafts: list[Draft], grammar: Grammar) -> None:
    if sources.is_passive(paragraph, word, grammar) or word.pos == "ADJ":
        by = _agent(paragraph, word, grammar)
        held = _said_by(paragraph, word, drafts, grammar) or _whose_source(paragraph, word, drafts)
        if held is not None and by.kind != "none":
            held.cited_by = _link(word, by, held)
            held.cited_by.cue = (cue_span(paragraph, word, grammar),)
            held.source = _without(paragraph, held.source, word)
            _give_up(paragraph.text, held, word, by)
        return
    cited = next((c for c in paragraph.children(word, "obj", "obl", "iobj") if c.i > word.i), None)
    if cited is None:
        return
    mention = nominal.mention(paragraph, cited, grammar)
    said = _said_by(paragraph, word, drafts, grammar)
    told = [said] if said is not None else _in_gerund(paragraph, word, cited, drafts)
    for draft in told:
        draft.source = replace(mention, spans=_before_cue(paragraph, mention.spans, told[0].at))
        draft.cited_by = _link(word, sources.who(paragraph, word, grammar, impersonal=False), draft)
    if told:
        return
    own = next((d for d in drafts if d.at == word.start and d.rule in _SPEECH and d.cited_by is None), None)
    apart = own is not None and (own.start > cited.end or own.end <= own.at)
    if own is not None and apart and nominal.is_personal(paragraph, cited, grammar):
        _pass_on(own, word, mention)  # Radio Mar citó al alcalde: «No iré»
        return
    before = _clause_before(paragraph, word, mention, grammar)
    if before is not None:
        drafts.append(before)
        return
    if word.feats.get("VerbForm") == "Fin" and not word.dep.startswith("acl"):
        _tells(paragraph, word, cited, drafts, grammar)
        return
    sentence = paragraph.sentence_of(word)
    first = paragraph.words[sentence.first].start
    near = [d for d in drafts if first <= d.at < word.start and d.source.kind != "none" and d.how != "continued"]
    if not near:  # Rusnews, citing the ministry, says
        leads = word.i == sentence.first and not word.finite  # Citing the ministry, Rusnews says
        opens = cited.left + (paragraph.words[cited.left].pos == "ADP")
        mention = (beside.behind(paragraph, opens, sentence.last, grammar) or NOBODY) if leads else mention
        last = paragraph.words[sentence.last].end
        behind = [d for d in drafts if word.start < d.at < last and d.cue and d.source.kind != "none"]
        near = [d for d in behind if leads or _before(d.source, word)][:1]
    outer_most = [d for d in near if not any(o is not d and o.holds(d.at) for o in near)]
    event = not mention.speaks and nominal.stands_for_proposition(paragraph, cited, grammar)  # citing her work
    if near and mention.kind == "noun" and not event:
        held = outer_most[-1] if outer_most else max(near, key=lambda d: d.at)
        held.citing = _link(word, mention, held)
        held.source = _without(paragraph, held.source, word)
        _give_up(paragraph.text, held, word, mention)
        for other in [d for d in drafts if d.cue and d.cue[0].start <= word.start < d.cue[0].end]:
            drafts.remove(other)


def _clause_before(paragraph: Paragraph, word: Word, cited: Mention, grammar: Grammar) -> Draft | None:
    """Return what somebody is cited as saying before a comma: *The road is closed, Radio Mar quoted Gil as saying*."""
    sentence = paragraph.sentence_of(word)
    words = paragraph.words
    cue = as_saying(word, words[word.i + 1 : sentence.last + 1], grammar)
    subject = next((child for child in paragraph.children(word, "nsubj") if child.i < word.i), None)
    if cue is None or subject is None or not grammar.takes(cue.norm, cue.lemma, "clause"):
        return None
    closes = cue.i == sentence.last or words[cue.i + 1].pos == "PUNCT"
    low, _ = limits(paragraph, word)
    first, _ = nominal.phrase(paragraph, subject, grammar)
    span = covered(paragraph, low, first - 2) if first - 2 > low and words[first - 1].norm == "," else None
    head = next((w for w in words[low:first] if w.finite), None)
    if not closes or span is None or head is None:
        return None
    frame = next((f for f in grammar.frames(cue.norm, cue.lemma) if "clause" in f.takes), None)
    source = replace(cited, spans=_before_cue(paragraph, cited.spans, words[cue.i - 1].start))
    said = Draft(
        paragraph.index,
        cue.start,
        (cue.span,),
        source,
        [span],
        "said",
        frame,
        "parenthetical",
        head=predicate(paragraph, head),
    )
    said.cited_by = _link(word, sources.who(paragraph, word, grammar, impersonal=False), said)
    return said


def _in_gerund(paragraph: Paragraph, word: Word, cited: Word, drafts: list[Draft]) -> list[Draft]:
    """Return what gerunds behind the cited say: *La agencia citó al mariscal llamando a … y prometiendo que …*."""
    sentence = paragraph.sentence_of(word)
    last = paragraph.words[sentence.last].end
    behind = [w for w in paragraph.words[cited.i + 1 : sentence.last + 1] if w.feats.get("VerbForm") == "Ger"]
    if word.feats.get("VerbForm") != "Fin" or not behind or behind[0].head not in {word.i, cited.i}:
        return []
    if any(w.feats.get("VerbForm") == "Inf" for w in paragraph.words[cited.i + 1 : behind[0].i]):
        return []  # citó a la prensa para hablar de la obra, señalando que …: summoned it
    starts = {w.start for w in behind}
    return [d for d in drafts if d.at in starts and d.at < last and d.cue and d.how == "said"]


def _before_cue(paragraph: Paragraph, spans: tuple[Span, ...], at: int) -> tuple[Span, ...]:
    cut = (tidy(paragraph.text, span.start, min(span.end, at)) for span in spans if span.start < at)
    return tuple(span for span in cut if span)


def _tells(paragraph: Paragraph, word: Word, cited: Word, drafts: list[Draft], grammar: Grammar) -> None:
    """Put who cites around what the relative clause behind the cited says: *RT cita a un oficial que dice que …*."""
    told = [d for d in drafts if d.source.head is not None and d.source.head.i == cited.i and d.at > cited.start]
    for draft in told:
        draft.cited_by = _link(word, sources.who(paragraph, word, grammar, impersonal=False), draft)
    if told:
        drafts[:] = [d for d in drafts if d.at != word.start]


def _spread(paragraph: Paragraph, draft: Draft, grammar: Grammar) -> None:
    """Put who spreads somebody's words around these, in place: *Radio Mar difundió unas palabras de Gil: «No iré»*."""
    cue = paragraph.word_at(draft.at)
    if draft.rule not in _SPEECH or draft.cited_by is not None or cue is None:
        return
    if cue.lemma not in grammar.words["spreading"] | grammar.words["citing"]:
        return
    written = grammar.words["nouns.documents"] & grammar.words["accounts"]
    said = grammar.words["nouns.remarks"] | grammar.words["nouns.utterances"] | written
    spread = (c for c in paragraph.children(cue, "obj") if c.i > cue.i and {c.norm, c.lemma} & said)
    for noun in spread:
        for owner in paragraph.children(noun, "nmod"):
            marks = {c.norm for c in paragraph.children(owner, "case")} & grammar.words["whose-words"]
            named = owner.pos == "PROPN" or not grammar.words["genitives"]  # not: una nota de prensa
            named = named or nominal.is_definite(paragraph, owner, grammar)
            if named and marks and nominal.speaks(owner, grammar) and not draft.holds(owner.start):
                _pass_on(draft, cue, nominal.mention(paragraph, owner, grammar))
                return


def _by_outlet(paragraph: Paragraph, drafts: list[Draft], grammar: Grammar) -> None:
    """Make whom an outlet names within its cue the one that it cites, in place: *Radio Mar afirma, según Gil, que …*.

    Of anybody else it is the phrase that relays: *El alcalde dijo, según Radio Mar, que …*.
    """
    for phrase in [d for d in drafts if d.how == "adjunct" and d.rule == "adjunct"]:
        for draft in drafts:
            between = draft.how == "said" and draft.cue and draft.at < phrase.at < draft.start
            if not between or draft.citing is not None or not phrase.holds(draft.at):
                continue
            if _is_outlet(paragraph, draft.source, grammar) and not _is_outlet(paragraph, phrase.source, grammar):
                phrase.content, phrase.how, phrase.rule = draft.content, "said", "citation"
                draft.citing = phrase
                drafts.remove(phrase)
                break


def _is_outlet(paragraph: Paragraph, source: Mention, grammar: Grammar) -> bool:
    """Whether a noun that names an outlet is in the wording of a source."""
    words = (word for span in source.spans for word in paragraph.inside(span))
    return any({word.norm, word.lemma} & grammar.words["nouns.outlets"] for word in words)


def _pass_on(draft: Draft, word: Word, said_by: Mention) -> None:
    """Make whoever was taken for a draft's source the one who passes on what somebody else said, in place."""
    draft.cited_by = _link(word, draft.source, draft)
    draft.source = said_by


def _by_phrase(paragraph: Paragraph, drafts: list[Draft], grammar: Grammar) -> None:
    """Add whom a phrase cites: *comunicó, con referencia al ministerio, que …*, *on the authority of a shepherd*."""
    words = paragraph.words
    for word, size in runs_in(paragraph, words if drafts else (), grammar.runs["citing-phrases"]):
        if word.i + size >= len(words):
            continue
        sentence = paragraph.sentence_of(word)
        first, last = words[sentence.first].start, words[sentence.last].end
        near = [d for d in drafts if first <= d.at < last and d.cue and d.source.kind != "none" and d.citing is None]
        near = [d for d in near if d.at != word.start]  # the same phrase, taken to attribute its sentence
        outermost = [d for d in near if not any(o is not d and o.holds(d.at) for o in near)]
        mention = beside.behind(paragraph, word.i + size, sentence.last, grammar)
        if outermost and mention is not None and not nominal.is_law(mention.head, grammar):
            held = min(outermost, key=lambda d: abs(d.at - word.start))
            cue = Span(word.start, words[word.i + size - 1].end)
            held.citing = Draft(held.paragraph, word.start, (cue,), mention, held.content, "said", None, "citation")
            held.source = _without(paragraph, held.source, word)
            _give_up(paragraph.text, held, word, mention)
            drafts[:] = [d for d in drafts if d.at != word.start]


def _before(source: Mention, word: Word) -> bool:
    """Whether a source stands before a participle."""
    return source.kind == "noun" and all(span.end < word.start for span in source.spans)


def _agent(paragraph: Paragraph, word: Word, grammar: Grammar) -> Mention:
    for child in paragraph.children(word, "obl", "obj", "nmod"):
        if any(c.norm in grammar.words["agents"] for c in paragraph.children(child, "case")):
            return nominal.mention(paragraph, child, grammar)
    return NOBODY


def _link(word: Word, source: Mention, held: Draft) -> Draft:
    return Draft(held.paragraph, word.start, (word.span,), source, held.content, "said", None, "citation")


def _whose_source(paragraph: Paragraph, word: Word, drafts: list[Draft]) -> Draft | None:
    """Return the draft whose source the participle stands with, or is said of: *Gil was quoted by X as saying*."""
    subject = next((child for child in paragraph.children(word, "nsubj") if child.i < word.i), None)
    for draft in drafts:
        if any(span.start < word.start <= span.end + 3 for span in draft.source.spans):
            return draft
        if subject is not None and draft.source.head is not None and draft.source.head.i == subject.i:
            return draft
    return None


def _without(paragraph: Paragraph, source: Mention, word: Word) -> Mention:
    """Return a source without a word that stands within it and all behind it: *la agencia Lanta | citando a Gil*."""
    if not any(span.start < word.start < span.end for span in source.spans):
        return source
    return replace(source, spans=_before_cue(paragraph, source.spans, word.start))


def _said_by(paragraph: Paragraph, word: Word, drafts: list[Draft], grammar: Grammar) -> Draft | None:
    """Return the draft of the *saying* in *quoted Y as saying*."""
    for draft in drafts:
        if word.start < draft.at < word.start + 120 and draft.cue:
            cue = next((w for w in paragraph.words if w.end == draft.cue[0].end), None)
            before = paragraph.words[cue.i - 1] if cue is not None and cue.i else None
            if before is not None and before.norm in grammar.words["as-saying"] and cue is not None and not cue.finite:
                return draft
    return None


def _give_up(text: str, held: Draft, word: Word, cited: Mention) -> None:
    """Take the citing phrase out of the content where it closes or opens it."""
    last = max((s.end for s in cited.spans), default=word.end)
    spans = []
    for span in held.content:
        if span.start <= word.start < span.end:
            leading = word.start - span.start > span.end - last
            rest = tidy(text, span.start, word.start) if leading else tidy(text, last, span.end)
            spans += [rest] if rest else []
        else:
            spans.append(span)
    held.content = spans or held.content
