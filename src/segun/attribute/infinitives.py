"""Infinitives and gerunds that a cue takes as its content: *prometió volver*, *denied having fired*."""

from __future__ import annotations

from collections.abc import Iterator

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.conjunctions import asked_behind
from segun.attribute.draft import Complement, covered
from segun.attribute.extent import clause_end
from segun.attribute.runs import matching, phrase_length
from segun.lang.lexicon import Frame, Grammar

_OF_PURPOSE = 2
"""Words of *a cambio* and the like before the mark of an infinitive."""
_CLAUSAL = ("ccomp", "xcomp", "csubj", "advcl", "acl", "obj", "parataxis", "conj", "nsubj", "obl", "dep")


def infinitive(
    paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar, within: tuple[int, int]
) -> Complement | None:
    """Return the infinitive or gerund with all that belongs to it: *prometió | volver pronto*.

    A :data:`~segun.attribute.draft.Finder`.
    """
    _, last = within
    allowed = grammar.words["infinitive-marks"] | frame.prepositions
    for child in _candidates(paragraph, verb, grammar):
        if (
            child.i <= verb.i
            or child.i > last
            or not (
                ("infinitive" in frame.takes and infinite(paragraph, child))
                or ("gerund" in frame.takes and gerund(paragraph, child) and child.dep != "advcl")
            )
        ):
            continue
        start, end = paragraph.words[verb.i].end, child.start
        if frame.commitment != "Uu" and any(
            start <= q.outer.start and q.outer.end <= end for q in paragraph.quotations
        ):
            continue  # consideró «absurda» la petición de abrir
        if frame.denies and child.lemma in grammar.words["unsaid"]:
            continue  # declined to comment
        marks = [w for w in paragraph.children(child, "mark", "case") if w.i < child.i]
        if any(mark.norm not in allowed for mark in marks) or _is_relative(paragraph, child, grammar):
            continue
        opens = [at for mark in marks for at in (mark.i, mark.i - _OF_PURPOSE)]
        if any(matching(paragraph, at, grammar.runs["purposes"]) for at in opens):
            continue  # ofrecían trabajo a cambio de callar
        kept = grammar.words["infinitive-kept"]
        first = max((mark.i + (mark.norm not in kept) for mark in marks), default=max(child.left, verb.i + 1))
        first = min(first, _thing(paragraph, verb, child, grammar))
        own = next((w for w in paragraph.children(child, "nsubj", "nsubj:pass") if verb.i < w.i < child.i), None)
        if own is not None and any(mark.i == own.left - 1 for mark in marks):
            first = own.left  # called for pay to be clawed back
        if frame.keeps_object:
            does = own or next((w for w in paragraph.children(verb, "obj") if verb.i < w.i < first), None)
            first = min(first, max(does.left, verb.i + 1)) if does is not None else first
        if first - 1 > verb.i and paragraph.words[first - 1].norm in grammar.words["negations"]:
            first -= 1
        if paragraph.words[first].norm in grammar.words["coordinators"]:
            continue  # creer en sí | y seguir
        last_word = clause_end(paragraph, verb, child, first, last, grammar)
        span = covered(paragraph, first, last_word)
        if span and " " in span.of(paragraph.text):
            return Complement((span,), frame, "infinitive", child, first)
    return _at_once(paragraph, verb, frame, last, grammar) or _behind_told(paragraph, verb, frame, last, grammar)


def _behind_told(paragraph: Paragraph, verb: Word, frame: Frame, last: int, grammar: Grammar) -> Complement | None:
    """An infinitive behind a relative clause on whom a cue asks: *instó a los que viven allí a | salir*."""
    if frame.commitment != "Uu" or "infinitive" not in frame.takes or not grammar.words["personal-object"]:
        return None
    for told in paragraph.children(verb, "obj", "iobj", "obl"):
        for clause in paragraph.children(told, "acl"):
            asked = asked_behind(paragraph, clause, verb, grammar) if verb.i < told.i < clause.i else None
            if asked is not None and asked.i <= last:
                end = clause_end(paragraph, verb, asked, asked.i, last, grammar)
                span = covered(paragraph, asked.i, end)
                return Complement((span,), frame, "infinitive", asked, asked.i) if span is not None else None
    return None


def _at_once(paragraph: Paragraph, verb: Word, frame: Frame, last: int, grammar: Grammar) -> Complement | None:
    """An infinitive right behind a cue, whatever the parser hung it on: *dijo | no estar de acuerdo*."""
    bare = right_behind(paragraph, verb, last, grammar)
    if bare is None or "infinitive" not in frame.takes or not verb.finite:
        return None
    head = paragraph.head(bare) if bare.dep in {"aux", "cop"} and bare.head > bare.i else bare
    return from_cue(paragraph, verb, frame, head, last, grammar)


def right_behind(paragraph: Paragraph, verb: Word, last: int, grammar: Grammar) -> Word | None:
    """Return the infinitive behind a cue and perhaps a negation, in a language where pronouns lean on verbs."""
    words = paragraph.words
    at = verb.i + 1
    at += at < last and words[at].norm in grammar.words["negations"]
    bare = at < last and words[at].feats.get("VerbForm") == "Inf" and words[at].pos in {"VERB", "AUX"}
    return words[at] if bare and grammar.words["clitics"] else None


def from_cue(
    paragraph: Paragraph, verb: Word, frame: Frame, head: Word, last: int, grammar: Grammar
) -> Complement | None:
    """Return all from right behind a cue to the end of the clause of an infinitive."""
    first = verb.i + 1
    span = covered(paragraph, first, clause_end(paragraph, verb, head, first, last, grammar))
    return Complement((span,), frame, "infinitive", head, first) if span is not None else None


def _thing(paragraph: Paragraph, verb: Word, infinitive: Word, grammar: Grammar) -> int:
    """Return the first word of the thing that an infinitive tells of, or the infinitive: *wanted | more time to read*.

    Whoever can speak is asked or told to do something; a noun of the cue itself is none (*gave orders to*).
    """
    thing, begins = paragraph.head(infinitive), verb.i + 1 + phrase_length(paragraph, verb, grammar)
    wanted = infinitive.dep.startswith("acl") and thing.pos == "NOUN" and thing.head == verb.i
    told = any(True for _ in paragraph.children(thing, "case"))
    if not wanted or told or thing.i < begins or nominal.speaks(thing, grammar):
        return infinitive.i
    return max(thing.left, begins)


def infinite(paragraph: Paragraph, verb: Word) -> bool:
    """Whether the verb, or its first auxiliary, is an infinitive: *haber bebido*."""
    auxes = list(paragraph.children(verb, "aux", "aux:pass", "cop"))
    if any(aux.finite for aux in auxes):
        return False
    return any(word.feats.get("VerbForm") == "Inf" for word in (verb, *auxes))


def gerund(paragraph: Paragraph, verb: Word) -> bool:
    """Whether the verb, or an auxiliary of it, is a gerund: *having fired*, *being told*."""
    forms = (verb, *paragraph.children(verb, "aux", "aux:pass", "cop"))
    return any(word.feats.get("VerbForm") == "Ger" or word.feats.get("Aspect") == "Prog" for word in forms)


def _candidates(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Iterator[Word]:
    yield from paragraph.children(verb, *_CLAUSAL)
    for child in paragraph.children(verb, "advcl"):  # obliga a las partes, si hay guerra, a ayudar
        opens = child.left + (paragraph.words[child.left].norm == ",")
        if matching(paragraph, opens, grammar.runs["conditional-starts"]):
            yield from (c for c in paragraph.children(child, "advcl") if paragraph.words[c.left - 1].norm == ",")
    for child in paragraph.children(verb, "obj", "obl", "iobj"):
        inner = paragraph.children(child, "acl", "advcl", "xcomp", "ccomp")
        yield from (c for c in inner if child.dep != "obl" or c.feats.get("Aspect") != "Prog")  # not: at men shouting


def _is_relative(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    return any(w.norm in grammar.words["relatives"] and w.i < verb.i for w in paragraph.children(verb))
