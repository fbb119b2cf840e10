"""What a verb or noun of saying takes as its content: clauses, infinitives, noun phrases, small clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.conjunctions import NEAR, conjunction, of_outer
from segun.attribute.draft import Complement, covered, tidy
from segun.attribute.extent import before_next_verb, clause_end, limits, runs_on
from segun.attribute.runs import matching, phrase_length
from segun.attribute.small_clauses import labelled, small_clause
from segun.attribute.sources import is_finite, is_impersonal, is_passive
from segun.lang.lexicon import Frame, Grammar
from segun.model import Span

NEAR_WEAK = 4
"""Words between a verb that has other uses and the conjunction of its clause at the most."""
_ASKS = frozenset({"ask", "assert", "evaluate", "deny"})
"""What a cue with *si*, *whether* does; behind the others *si* opens a condition."""
_CLAUSAL = ("ccomp", "xcomp", "csubj", "advcl", "acl", "obj", "parataxis", "conj", "nsubj", "obl", "dep", "ccomp")


def complement(paragraph: Paragraph, verb: Word, frames: tuple[Frame, ...], grammar: Grammar) -> Complement | None:
    """Return what the verb takes as its content, trying clauses before infinitives before noun phrases."""
    for kind, finder in _FINDERS:
        for frame in frames:
            if kind & frame.takes:
                found = finder(paragraph, verb, frame, grammar)
                if found is not None:
                    return _told_so(paragraph, found, frames)
    return None


def _told_so(paragraph: Paragraph, found: Complement, frames: tuple[Frame, ...]) -> Complement:
    """Return a clause in the indicative as what is said, and not asked for, where its cue does both: *told*."""
    says = next((f for f in frames if "clause" in f.takes and f.act == "assert" and f.commitment == "CT"), None)
    asks = found.rule in {"clause", "bare clause"} and found.frame.commitment == "Uu" and found.frame.act == "request"
    if says is None or not asks or found.head is None:
        return found
    verbs = (found.head, *paragraph.children(found.head, "aux", "aux:pass", "cop"))
    told = any(w.finite and w.feats.get("Mood") != "Sub" for w in verbs)
    return replace(found, frame=replace(says, weak=frozenset())) if told else found  # a whole clause: no other sense


# clauses


def _clause(paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar) -> Complement | None:
    _, last = limits(paragraph, verb)
    weak = grammar.lemma(verb.norm, verb.lemma) in frame.weak and paragraph.quotation_at(verb.start) is None
    opener = conjunction(paragraph, verb, grammar, last, NEAR_WEAK if weak else NEAR)
    if opener is None:
        return _bare_clause(paragraph, verb, frame, grammar)
    if opener.norm in grammar.words["whether"] and frame.act not in _ASKS:
        return None  # amenazó con cerrar la calle si: a condition
    asks = matching(paragraph, opener.i, grammar.runs["question-words"])  # por qué
    head = _clause_head(paragraph, paragraph.words[opener.i + max(asks, 1) - 1], verb)
    if verb.feats.get("VerbForm") == "Inf" and of_outer(paragraph, opener, verb, grammar, 0):
        return None  # cerró la planta sin avisar y que …
    keep = asks and opener.norm not in grammar.words["complementizers"]
    first = opener.i if keep else opener.i + 1
    if first > last or head is None:
        return None
    end = clause_end(paragraph, verb, head, first, last, grammar)
    quotation = _whole_quotation(paragraph, verb, first)
    span = quotation or covered(paragraph, first, end)
    return Complement((span,), frame, "clause", head, first) if span else None


def _whole_quotation(paragraph: Paragraph, verb: Word, first: int) -> Span | None:
    """Return the quotation that begins with the clause and ends where a clause may: *consideró que "…", por lo que*."""
    quotation = paragraph.quotation_at(paragraph.words[first].start)
    if quotation is None or quotation.outer.start != paragraph.words[first].start or quotation.outer.start < verb.start:
        return None
    after = paragraph.text[quotation.outer.end : quotation.outer.end + 1]
    if (
        not quotation.closed
        or after not in {",", ".", ";", ""}
        or not any(w.finite for w in paragraph.inside(quotation.inner))
    ):
        return None
    return tidy(paragraph.text, *quotation.inner)


def _clause_head(paragraph: Paragraph, opener: Word, verb: Word) -> Word | None:
    head = paragraph.head(opener)
    without = _infinite(paragraph, head) and not any(w.finite for w in paragraph.words[opener.i : head.right + 1])
    if head.i > opener.i and not without:
        return head
    for word in paragraph.words[opener.i + 1 : paragraph.sentence_of(verb).last + 1]:
        if word.finite:
            return paragraph.head(word) if word.dep in {"aux", "cop"} and word.head > opener.i else word
    return head if head.i > opener.i else None


def _bare_clause(paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar) -> Complement | None:
    """A clause without a conjunction after the cue: *He said the army would leave*."""
    _, last = limits(paragraph, verb)
    for child in paragraph.children(verb, "ccomp"):
        first = _behind_gap(paragraph, verb, child, grammar)
        if child.i < verb.i or child.i > last or first <= verb.i:
            continue
        if any(c.i < child.i and c.left == verb.i + 1 and c.i > verb.i for c in paragraph.children(verb, "ccomp")):
            first = verb.i + 1  # said the offer to sell | was a joke
        if not (is_finite(paragraph, child) or frame.commitment == "Uu" or _has_subject(paragraph, child)):
            continue
        if grammar.lemma(verb.norm, verb.lemma) in frame.weak and not _next(paragraph, verb, child):
            continue
        quotation = paragraph.quotation_at(paragraph.words[first].start)
        whole = quotation is not None and not runs_on(paragraph, verb, quotation)
        if whole and quotation is not None and quotation.outer.start > verb.start and first - verb.i < 3:
            return None
        if "impersonal" in grammar.words and grammar.words["impersonal"] and _distant(paragraph, verb, child):
            continue
        end = clause_end(paragraph, verb, child, first, last if first == child.left else child.right, grammar)
        span = covered(paragraph, first, end)
        if span and span.end - span.start > 3:
            return Complement((span,), frame, "bare clause", child, first)
    return None


def _behind_gap(paragraph: Paragraph, verb: Word, clause: Word, grammar: Grammar) -> int:
    """Return a clause's first word, without a relative pronoun before the cue: *which some say | would cost*."""
    before = [w for w in paragraph.children(clause) if w.i < verb.i]
    gap = verb.dep.startswith("acl") and all(w.norm in grammar.words["relatives"] for w in before)
    return verb.i + 1 if before and gap else clause.left


def _has_subject(paragraph: Paragraph, child: Word) -> bool:
    """Whether a verb has a subject and no mark, so that it is no infinitive: *she said the wells run dry*."""
    subjects = any(c.i < child.i for c in paragraph.children(child, "nsubj"))
    return subjects and not any(True for _ in paragraph.children(child, "mark"))


def _next(paragraph: Paragraph, verb: Word, child: Word) -> bool:
    """Whether a finite clause with a subject follows a cue at once: *the weekly has learned the bishop left*."""
    return child.left == verb.i + 1 and is_finite(paragraph, child) and _has_subject(paragraph, child)


def _distant(paragraph: Paragraph, verb: Word, child: Word) -> bool:
    """Whether, in a language that needs a conjunction, a clause without one does not follow at once."""
    return child.left > verb.i + 1 or paragraph.words[child.left].pos != "SCONJ"


def _behind_colon(paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar) -> Complement | None:
    """What stands behind a colon right after the cue, without marks: *El ministerio insiste: no hay enfermos*."""
    words = paragraph.words
    _, last = limits(paragraph, verb)
    at, first = verb.i + 1, verb.i + 2
    if first + 1 > last or words[at].norm != ":" or words[first].norm == '"':
        return None
    if paragraph.quotation_at(words[first].start) is not None:
        return None
    if grammar.lemma(verb.norm, verb.lemma) in frame.weak or not is_finite(paragraph, verb):
        return None
    subjects = [c for c in paragraph.children(verb, "nsubj") if c.i < verb.i]
    main = next((w for w in words[first : last + 1] if w.finite), None)
    span = covered(paragraph, first, last)
    if not subjects or main is None or span is None:
        return None
    return Complement((span,), frame, "colon", main, first)


# infinitives


def _infinitive(paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar) -> Complement | None:
    _, last = limits(paragraph, verb)
    allowed = grammar.words["infinitive-marks"] | frame.prepositions
    for child in _candidates(paragraph, verb, grammar):
        if (
            child.i <= verb.i
            or child.i > last
            or not (
                ("infinitive" in frame.takes and _infinite(paragraph, child))
                or ("gerund" in frame.takes and _gerund(paragraph, child) and child.dep != "advcl")
            )
        ):
            continue
        start, end = paragraph.words[verb.i].end, child.start
        if frame.commitment != "Uu" and any(
            start <= q.outer.start and q.outer.end <= end for q in paragraph.quotations
        ):
            continue  # consideró «absurda» la petición de abrir
        marks = [w for w in paragraph.children(child, "mark", "case") if w.i < child.i]
        if any(mark.norm not in allowed for mark in marks) or _is_relative(paragraph, child, grammar):
            continue
        kept = grammar.words["infinitive-kept"]
        first = max((mark.i + (mark.norm not in kept) for mark in marks), default=max(child.left, verb.i + 1))
        first = min(first, _thing(paragraph, verb, child, grammar))
        own = next((w for w in paragraph.children(child, "nsubj", "nsubj:pass") if verb.i < w.i < child.i), None)
        if own is not None and any(mark.i == own.left - 1 for mark in marks):
            first = own.left  # called for pay to be clawed back
        if first - 1 > verb.i and paragraph.words[first - 1].norm in grammar.words["negations"]:
            first -= 1
        last_word = clause_end(paragraph, verb, child, first, last, grammar)
        span = covered(paragraph, first, last_word)
        if span and " " in span.of(paragraph.text):
            return Complement((span,), frame, "infinitive", child, first)
    return None


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


def _infinite(paragraph: Paragraph, verb: Word) -> bool:
    """Whether the verb, or its first auxiliary, is an infinitive: *haber bebido*."""
    auxes = list(paragraph.children(verb, "aux", "aux:pass", "cop"))
    if any(aux.finite for aux in auxes):
        return False
    return any(word.feats.get("VerbForm") == "Inf" for word in (verb, *auxes))


def _gerund(paragraph: Paragraph, verb: Word) -> bool:
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


# noun phrases


def _noun(paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar) -> Complement | None:
    weak = grammar.lemma(verb.norm, verb.lemma) in frame.weak
    passive = is_passive(paragraph, verb, grammar)
    impersonal = is_impersonal(paragraph, verb, grammar)
    relations = ("nsubj", "obj") if passive or impersonal else ("obj",)
    first_allowed, last = limits(paragraph, verb)
    for child in paragraph.children(verb, *relations):
        if (
            not first_allowed <= child.i <= last
            or child.pos not in {"NOUN", "PROPN"}
            or (nominal.is_time(child, grammar) and not _span_of(paragraph, child, frame, grammar))
            or child.norm in grammar.words["oblique-idioms"]
            or (weak and {child.norm, child.lemma} & grammar.words["nouns.held"])  # celebró una reunión
        ):
            continue
        if child.i < verb.i and not passive:
            continue
        counted = frame.commitment == "Uu" and any(True for _ in paragraph.children(child, "nummod"))
        if (weak or "any-noun" not in frame.takes) and not (
            nominal.stands_for_proposition(paragraph, child, grammar) or (counted and not weak)
        ):
            continue  # ordered 600 men to the valley
        if child.entity in nominal.PERSONS or nominal.is_personal(paragraph, child, grammar):
            continue
        first = child.left
        while first < child.i and paragraph.words[first].dep in {"case", "punct"}:
            first += 1
        end = child.right
        if not passive and end < last and paragraph.words[end + 1].norm in grammar.words["phrase-joiners"]:
            end = clause_end(paragraph, verb, child, first, last, grammar)
        end = _with_explanation(paragraph, before_next_verb(paragraph, child, end, grammar), last)
        span = covered(paragraph, first, min(max(end, child.i), last))
        asked = frame.commitment == "Uu" and "any-noun" in frame.takes and not weak and child.pos == "NOUN"  # pidió pan
        if span and (end > first or asked or nominal.stands_for_proposition(paragraph, child, grammar)):
            return Complement((span,), frame, "noun phrase", None, first)
    return None


def _span_of(paragraph: Paragraph, time: Word, frame: Frame, grammar: Grammar) -> bool:
    """Whether a time is what somebody asks for, and of what it says: *pide seis años de cárcel*."""
    counted = any(True for _ in paragraph.children(time, "nummod"))
    of_what = (c for c in paragraph.children(time, "nmod") if c.i > time.i and c.pos == "NOUN")
    return frame.commitment == "Uu" and counted and any(not nominal.is_time(c, grammar) for c in of_what)


def _with_explanation(paragraph: Paragraph, end: int, last: int) -> int:
    """Return the end of a phrase with what a colon behind it explains: *announced a new rule: nobody may fish*."""
    words = paragraph.words
    if end + 2 > last or words[end + 1].norm != ":" or words[end + 2].norm == '"':
        return end
    return last if any(w.finite for w in words[end + 2 : last + 1]) else end


def _oblique(paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar) -> Complement | None:
    _, last = limits(paragraph, verb)
    nodes = list(paragraph.children(verb, "obl", "obj", "advcl", "xcomp", "ccomp", "acl", "nmod"))
    if frame.with_object:
        for obj in paragraph.children(verb, "obj", "nsubj", "obl", "iobj"):
            nodes += [n for n in paragraph.children(obj, "nmod", "acl", "advcl") if obj.i > verb.i]
    for node in sorted(nodes, key=lambda w: w.i):
        markers = [w for w in paragraph.children(node, "case", "mark") if w.norm in frame.prepositions and w.i < node.i]
        if not markers or node.i < verb.i or node.i > last or node.norm in grammar.words["oblique-idioms"]:
            continue
        clause = _infinite(paragraph, node) or _gerund(paragraph, node) or is_finite(paragraph, node)
        if clause and not (frame.oblique_infinitive or not frame.oblique_noun):
            continue
        if not clause and not _fits_oblique(paragraph, node, frame, grammar):
            continue
        first = _with_object(paragraph, verb, markers[-1], frame)
        complementizer = paragraph.words[first] if first <= last else None
        if complementizer is not None and complementizer.norm in grammar.words["complementizers"]:
            first += 1
        if clause:
            end = clause_end(paragraph, verb, node, first, last, grammar)
        else:
            end = _phrases_end(paragraph, verb, frame, min(node.right, last), last, grammar)
        span = covered(paragraph, first, end)
        if span is None:
            continue
        if frame.with_object and is_passive(paragraph, verb, grammar) and not clause:
            return _accused(paragraph, verb, frame, markers[-1].i, end, grammar)
        return Complement((span,), frame, "oblique", node if clause else None, first)
    return None


def _with_object(paragraph: Paragraph, verb: Word, marker: Word, frame: Frame) -> int:
    """Return the first word behind a preposition, or of the object before it: *blamed | the mayor for the flood*."""
    objects = (w for w in paragraph.children(verb, "obj") if verb.i < w.i < marker.i) if frame.keeps_object else ()
    return min((w.left for w in objects), default=marker.i + 1)


def _phrases_end(paragraph: Paragraph, verb: Word, frame: Frame, end: int, last: int, grammar: Grammar) -> int:
    """Return the end of a phrase with the clause that is joined to it: *se queja del ruido y de que nadie responde*."""
    words = paragraph.words
    at = min(end + 1 + (words[min(end + 1, last)].norm == '"'), last)
    by = paragraph.head(words[at])
    closes = words[at - 1].norm == '"' or by.dep == "obl:agent"
    if words[at].norm in grammar.words["agents"] and by.i > at and closes and not is_passive(paragraph, verb, grammar):
        end = min(by.right, last)  # complained of “errors” | by the clerks
    joined = [w.norm for w in words[end + 1 : min(end + 3, last) + 1]]
    if (
        len(joined) == 3
        and joined[0] in grammar.words["coordinators"]
        and joined[1] in frame.prepositions
        and joined[2] in grammar.words["complementizers"]
    ):
        head = _clause_head(paragraph, words[end + 3], verb)
        return clause_end(paragraph, verb, head, end + 4, last, grammar) if head is not None else end
    return _with_explanation(paragraph, end, last)


def _fits_oblique(paragraph: Paragraph, node: Word, frame: Frame, grammar: Grammar) -> bool:
    """Whether a noun behind a preposition stands for something said: by itself, or by a complement of its own."""
    named = node.entity in {"PER", "LOC", "GPE", "PERSON"}
    to_whom = nominal.is_personal(paragraph, node, grammar)
    if (
        frame.act == "request"
        and not to_whom
        and (node.pos == "NUM" or any(True for _ in paragraph.children(node, "nummod")))
    ):
        return True  # asked for $400 million
    if node.pos not in {"NOUN", "PROPN"} or named or nominal.is_time(node, grammar):
        return False
    of_what = not to_whom and any(True for _ in paragraph.children(node, "nmod"))
    return frame.with_object or of_what or nominal.stands_for_proposition(paragraph, node, grammar)


def _accused(
    paragraph: Paragraph, verb: Word, frame: Frame, first: int, last: int, grammar: Grammar
) -> Complement | None:
    """A passive accusation holds whom it accuses as well: *Rivera … de lavado*."""
    rest = covered(paragraph, first, last)
    if rest is None:
        return None
    for subject in paragraph.children(verb, "nsubj"):
        a, b = nominal.phrase(paragraph, subject, grammar)
        span = covered(paragraph, a, b)
        if span and span.end <= rest.start:
            return Complement((span, rest), frame, "accusation", None, first)
    return Complement((rest,), frame, "accusation", None, first)


# passives


def _raised(paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar) -> Complement | None:
    """A passive with an infinitive: *The general … to have fled*, which is reported of him."""
    _, last = limits(paragraph, verb)
    if not is_passive(paragraph, verb, grammar) or frame.commitment == "Uu" or verb.norm in grammar.words["duties"]:
        return None
    for child in paragraph.children(verb, "xcomp"):
        subject = next((s for s in paragraph.children(verb, "nsubj") if s.i < verb.i), None)
        if subject is None or child.i < verb.i or not _infinite(paragraph, child):
            continue
        named = covered(paragraph, *nominal.phrase(paragraph, subject, grammar))
        said = covered(paragraph, max(child.left, verb.i + 1), min(child.right, last))
        if named and said:
            return Complement((named, said), frame, "raised", child, child.left)
    return None


_FINDERS = (
    (frozenset({"clause"}), _raised),
    (frozenset({"clause"}), _clause),
    (frozenset({"infinitive", "gerund"}), _infinitive),
    (frozenset({"oblique"}), _oblique),
    (frozenset({"small"}), labelled),
    (frozenset({"small"}), small_clause),
    (frozenset({"noun", "any-noun"}), _noun),
    (frozenset({"quote"}), _behind_colon),
)
