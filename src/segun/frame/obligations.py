"""Obligations: who owes what to whom, and under which condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from segun import lang
from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.draft import tidy
from segun.attribute.runs import matching, runs_in
from segun.attribute.sources import agent, is_impersonal, is_passive
from segun.frame.stages import opens_clause
from segun.lang.lexicon import Grammar
from segun.lang.process import Duties
from segun.model import Claim, Obligation, Span, Spans

_BREAKS = frozenset(",;.:")
_NOUN_PHRASE = "noun phrase"
"""The construction whose content has no predicate of its own."""
_PHRASE = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM", "ADP"})


def obligations(paragraphs: Sequence[Paragraph], claims: tuple[Claim, ...], language: str) -> tuple[Obligation, ...]:
    """Return what the claims of a report lay down, order or promise, and what they say must be done.

    Args:
        paragraphs: the parsed paragraphs.
        claims: the report's claims.
        language: a supported language's code.
    """
    grammar, duties = lang.grammar(language), lang.process(language).duties
    found = (_obligation(paragraph, claim, grammar, duties) for paragraph, claim in _placed(paragraphs, claims))
    return tuple(each for each in found if each is not None)


def _placed(paragraphs: Sequence[Paragraph], claims: tuple[Claim, ...]) -> Iterator[tuple[Paragraph, Claim]]:
    for claim in claims:
        at = claim.spans[0] if claim.spans and not claim.headline else None
        paragraph = next((p for p in paragraphs if at is not None and p.span.touches(at)), None)
        if paragraph is not None:
            yield paragraph, claim


def _obligation(paragraph: Paragraph, claim: Claim, grammar: Grammar, duties: Duties) -> Obligation | None:
    condition = claim.condition or _condition(paragraph, claim, grammar, duties)
    predicate = _predicate(paragraph, claim, condition)
    bound = _bound(paragraph, predicate, duties) if predicate is not None else None
    if bound is None and not _lays_down(paragraph, claim, predicate, grammar, duties):
        return None
    duty = _duty(paragraph, claim, predicate, bound, condition, grammar)
    if duty is None or claim.speech_act == "ask":
        return None
    binding = bound is not None and predicate is not None and predicate.i < bound
    debtor = _debtor(paragraph, claim, predicate, grammar, duties, binding=binding)
    creditor = _creditor(paragraph, claim, predicate, grammar, duties)
    if not creditor and condition is not None:
        creditor = _counterpart(paragraph, debtor, condition, duties)
    return Obligation(claim.id, duty, debtor, tuple(span for span in creditor if span not in debtor), condition)


def _predicate(paragraph: Paragraph, claim: Claim, condition: Span | None) -> Word | None:
    """Return the word that the claim's main proposition is made of, if the claim is no noun phrase."""
    spans = claim.propositions[0].spans if claim.propositions else ()
    found = next((w for w in paragraph.words if spans and w.start == spans[0].start), None)
    if found is not None and condition is not None and condition.holds(found.span):
        verbs = (w for span in claim.spans for w in paragraph.inside(span) if w.finite and w.start >= condition.end)
        verb = next(verbs, None)
        found = paragraph.head(verb) if verb is not None and verb.dep in {"aux", "cop", "aux:pass"} else verb
    return None if claim.rule == _NOUN_PHRASE else found


def _holds(claim: Claim, word: Word) -> bool:
    return any(span.holds(word.span) for span in claim.spans)


def _lays_down(paragraph: Paragraph, claim: Claim, predicate: Word | None, grammar: Grammar, duties: Duties) -> bool:
    """Whether the claim lays down, orders or promises; a future alone promises only what one will do oneself."""
    if claim.speech_act not in duties.acts:
        return False
    cues = [w for relay in claim.relays for span in relay.cue_spans for w in paragraph.words if span.holds(w.span)]
    acts = {frame.act for word in cues for frame in grammar.frames(word.norm, word.lemma)}
    nouns = {grammar.nouns[word.lemma].act for word in cues if word.lemma in grammar.nouns}
    if claim.speech_act != "promise" or "promise" in acts | nouns:
        return True
    if predicate is None or not claim.relays:
        return False
    subject = _subject(paragraph, predicate, claim)
    verbs = [predicate, *paragraph.children(predicate, "aux", "cop")]
    future = any(w.feats.get("Tense") == "Fut" or w.norm in grammar.words["will"] for w in verbs)
    return future and (subject is None or subject.pos == "PRON") and not is_passive(paragraph, predicate, grammar)


def _bound(paragraph: Paragraph, predicate: Word, duties: Duties) -> int | None:
    """Return the first word of what has to be done, if the clause says that it has to: *debe | cerrar*."""
    words = paragraph.words
    for aux in paragraph.children(predicate, "aux"):
        if not _binds_now(aux) or aux.i > predicate.i:
            continue
        if ((aux.norm,) in duties.modals.get(aux.norm, ())) or ((aux.lemma,) in duties.modals.get(aux.lemma, ())):
            supposed = aux.i + 1 < len(words) and words[aux.i + 1].norm in duties.supposition
            return None if supposed else aux.i + 1
    for at in range(max(predicate.i - 3, 0), predicate.i + 1):
        for run in duties.modals.get(words[at].lemma, ()):
            following = tuple(word.norm for word in words[at + 1 : at + len(run)])
            if len(run) > 1 and following == run[1:] and words[at].finite and _binds_now(words[at]):
                return at + len(run)
        size = matching(paragraph, at, duties.bound)
        if size and at + size < len(words):
            return at + size
    return None


def _binds_now(modal: Word) -> bool:
    """Whether a modal lays down what is still owed: neither *debería*, which advises, nor *had to*, which is over."""
    return modal.feats.get("Mood") != "Cnd" and modal.feats.get("Tense") not in {"Past", "Imp"}


def _duty(
    paragraph: Paragraph,
    claim: Claim,
    predicate: Word | None,
    bound: int | None,
    condition: Span | None,
    grammar: Grammar,
) -> Span | None:
    """Return the clause that tells what is owed, from its verb on, without the condition."""
    holding = predicate.start if predicate is not None else claim.spans[0].start
    span = next((s for s in claim.spans if s.start <= holding < s.end), claim.spans[0])
    start = span.start
    if predicate is not None:
        first = predicate.i if bound is None else bound
        group = [w.i for w in paragraph.children(predicate, "aux", "cop", "expl", "iobj", "obj") if w.i < first]
        negation = [w.i for w in paragraph.children(predicate) if w.norm in grammar.words["negations"]]
        near = [at for at in (*group, *negation) if predicate.i - 5 < at < first]
        verbal = predicate.pos in {"VERB", "AUX"} or any(True for _ in paragraph.children(predicate, "cop"))
        if verbal:
            start = paragraph.words[min([first, *(negation if bound is not None else near)])].start
    start, end = max(start, span.start), span.end
    if condition is not None and condition.start > start:
        end = min(end, condition.start)
    sentence = paragraph.sentence_of(predicate) if predicate is not None else None
    if sentence is not None:
        end = min(end, paragraph.words[sentence.last].end)
    return tidy(paragraph.text, start, end) if start < end else None


def _debtor(
    paragraph: Paragraph, claim: Claim, predicate: Word | None, grammar: Grammar, duties: Duties, *, binding: bool
) -> Spans:
    """Return who has to do it: the subject, a passive's agent, who promises, or who is ordered to."""
    promised = claim.relays[-1].source_spans if claim.relays and claim.speech_act == "promise" else ()
    if predicate is None:
        return promised or _addressee(paragraph, claim, grammar, duties)
    if is_passive(paragraph, predicate, grammar) and not binding:
        return tuple(agent(paragraph, predicate, grammar).spans) or promised
    subject = _subject(paragraph, predicate, claim)
    if subject is None and not promised:
        before = _phrase_before(paragraph, predicate, claim)
        if before or is_impersonal(paragraph, predicate, grammar):
            return before
        return _addressee(paragraph, claim, grammar, duties)
    if subject is None or (promised and (subject.pos == "PRON" or not _is_somebody(subject, grammar))):
        return promised
    return _spans(paragraph, subject)


def _subject(paragraph: Paragraph, predicate: Word, claim: Claim) -> Word | None:
    """Return the subject of a predicate, or of the clause of the claim that it continues."""
    for _ in range(3):
        subject = next(iter(paragraph.children(predicate, "nsubj")), None)
        if subject is not None:
            return subject
        if predicate.dep not in {"conj", "xcomp"} or not _holds(claim, paragraph.head(predicate)):
            return None
        predicate = paragraph.head(predicate)
    return None


def _phrase_before(paragraph: Paragraph, predicate: Word, claim: Claim) -> Spans:
    """Return the noun phrase between a comma and a finite verb, where the parser gave the verb no subject."""
    words = paragraph.words
    first = predicate.i
    while first > 0 and words[first - 1].pos in _PHRASE and _holds(claim, words[first - 1]):
        first -= 1
    phrase = words[first : predicate.i]
    whole = predicate.finite and first > 0 and words[first - 1].text == ","
    if not whole or not any(w.pos in {"NOUN", "PRON", "PROPN"} for w in phrase) or phrase[0].pos == "ADP":
        return ()
    return (Span(phrase[0].start, phrase[-1].end),)


def _spans(paragraph: Paragraph, word: Word) -> Spans:
    """Return the phrase of a word, without the clauses that hang from it."""
    last = word.right
    for child in paragraph.children(word, "acl", "appos", "advcl", "parataxis"):
        last = min(last, child.left - 1) if child.left > word.i else last
    words = paragraph.words[word.left : last + 1]
    comma = next((w.i for w in words if w.i > word.i and w.text in _BREAKS), last + 1)
    span = tidy(paragraph.text, paragraph.words[word.left].start, paragraph.words[max(comma - 1, word.i)].end)
    return (span,) if span is not None else ()


def _addressee(paragraph: Paragraph, claim: Claim, grammar: Grammar, duties: Duties) -> Spans:
    """Return whom the cue addresses: *ordenó a las tropas*, *promised the villagers*."""
    cues = claim.relays[-1].cue_spans if claim.relays else ()
    for word in paragraph.words:
        if not any(cue.holds(word.span) for cue in cues) or word.pos != "VERB":
            continue
        for child in paragraph.children(word, "iobj", "obj", "obl", "nsubj:pass"):
            owed = child.dep != "obl" or _led(paragraph, child, duties.creditors)
            if owed and _is_somebody(child, grammar):
                return _without_case(paragraph, child)
    return ()


def _creditor(paragraph: Paragraph, claim: Claim, predicate: Word | None, grammar: Grammar, duties: Duties) -> Spans:
    """Return whom it is owed to: the one it is given to or done for, or the one it is promised to."""
    if predicate is not None:
        giving = predicate.lemma in duties.giving
        for head in (predicate, *paragraph.children(predicate, "obj")):
            for child in paragraph.children(head, "iobj", "obl", "nmod", "obj"):
                given = child.dep == "iobj" or _led(paragraph, child, duties.benefiting)
                given = given or (giving and (child.dep == "obj" or _led(paragraph, child, duties.creditors)))
                if given and _is_somebody(child, grammar):
                    return _without_case(paragraph, child)
    return _addressee(paragraph, claim, grammar, duties) if claim.speech_act == "promise" else ()


def _led(paragraph: Paragraph, word: Word, prepositions: frozenset[str]) -> bool:
    return any(case.norm in prepositions for case in paragraph.children(word, "case"))


def _is_somebody(word: Word, grammar: Grammar) -> bool:
    """Whether a noun stands for people or an organisation, as far as its word tells."""
    if nominal.is_time(word, grammar):
        return False
    known = (grammar.words[f"nouns.{kind}"] for kind in ("persons", "groups", "organisations"))
    return word.entity in {"PER", "PERSON", "ORG"} or any({word.norm, word.lemma} & names for names in known)


def _without_case(paragraph: Paragraph, word: Word) -> Spans:
    spans = _spans(paragraph, word)
    cases = [case for case in paragraph.children(word, "case") if case.i < word.i]
    if not spans or not cases:
        return spans
    return (Span(max(spans[0].start, paragraph.words[max(case.i for case in cases) + 1].start), spans[0].end),)


def _counterpart(paragraph: Paragraph, debtor: Spans, condition: Span, duties: Duties) -> Spans:
    """Return the party that a condition names where the other one is bound: *si una de las partes …, la otra …*."""
    owing = {w.norm for span in debtor for w in paragraph.inside(span)}
    if not owing & duties.other:
        return ()
    for word in paragraph.inside(condition):
        if word.norm in duties.one_of and word.pos != "DET":
            words = [w for w in paragraph.subtree(word) if condition.holds(w.span) and w.i >= word.i]
            whole = [w for at, w in enumerate(words) if w.i == word.i + at and w.text not in _BREAKS]
            return (Span(word.start, whole[-1].end),)
        if word.norm in duties.one_of and paragraph.head(word).i > word.i:
            return _spans(paragraph, paragraph.head(word))
    return ()


def _condition(paragraph: Paragraph, claim: Claim, grammar: Grammar, duties: Duties) -> Span | None:
    """Return an if-clause of the claim's own sentence, its conjunction included."""
    for span in claim.spans:
        for word, size in runs_in(paragraph, paragraph.inside(span), duties.conditions):
            if size == 1 and word.dep not in {"mark", "case", "advmod", "fixed", "aux"}:
                continue
            if word.dep != "mark" and not opens_clause(paragraph, word.i, grammar):
                continue
            last = paragraph.sentence_of(word).last
            end = next((at - 1 for at in range(word.i + size, last + 1) if paragraph.words[at].text in _BREAKS), last)
            return Span(word.start, min(paragraph.words[end].end, span.end))
    return None
