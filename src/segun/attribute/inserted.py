"""Cues inserted in a sentence or behind it, and who speaks there: *La ley, dijo X, no basta*; *…, anunció X*."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside, nominal, sources
from segun.attribute.draft import Complement, Mention, covered, tidy
from segun.attribute.endings import adds_cue, withheld
from segun.attribute.extent import form, limits
from segun.attribute.runs import matching, phrase_length
from segun.attribute.speech import DASHES
from segun.attribute.stances import stance
from segun.attribute.verb_first import is_heading
from segun.lang.lexicon import Frame, Grammar

_APPOSED = 20
"""Words before a cue in which its subject and an apposition to it are looked for."""
_ASKED = 3
"""Words before a cue among which the mark of a question that it asks stands."""
_INSIDE = 8
"""Words from a cue between dashes to the second of them at the most."""
_OPENING = frozenset({",", '"', *DASHES})
_GOING_ON = 3
"""Words behind an inserted cue among which the verb of the sentence stands: a negation and pronouns before it."""
_LED = 2
"""A word and a comma before an inserted cue."""
_NEGATED = 3
"""Words behind a negation within which its verb stands."""


def parenthetical(paragraph: Paragraph, verb: Word, frames: tuple[Frame, ...], grammar: Grammar) -> Complement | None:
    """``Subirán las pensiones, anunció la ministra``; ``La ley, dijo X, no basta``: the sentence around the cue."""
    addressing = addresses(paragraph, verb, grammar)
    frame = _frame(paragraph, verb, frames, grammar, weak=addressing)
    pronoun = any(c.norm in grammar.words["pro-clauses"] and c.i < verb.i for c in paragraph.children(verb, "obj"))
    within = paragraph.quotation_at(verb.start) is not None and not _between_commas(paragraph, verb)
    if frame is None or not sources.is_finite(paragraph, verb) or within:
        return None
    words = paragraph.words
    low, high = limits(paragraph, verb)
    led = _led_by_word(words, verb, low, high)
    rest = phrase_length(paragraph, verb, grammar)
    behind = words[min(verb.i + rest + 1, high)]
    alone_between = behind.norm in {",", *DASHES}  # …, the paper adds, "a cow for every child"
    told = pronoun and not led  # …, los vecinos lo dudan: what stands before is the report's
    source = beside.following(paragraph, verb, grammar, high)
    enclosed = _enclosed(paragraph, verb, source, low, high)
    opening = verb.i - 1 if enclosed else _opening(paragraph, verb, low, grammar)
    if (
        told
        or opening is None
        or opening - low < 2 - (alone_between or led)
        or words[opening + 1].norm in grammar.words["relatives"]
    ):
        return None
    clause = _in_relative(paragraph, verb, opening, high, frame, grammar) or _behind_conjunction(
        paragraph, verb, opening, high, frame, grammar
    )
    if clause is not None:
        return clause
    owned = words[opening - 1].pos == "NOUN" and words[max(opening - 2, low)].norm in grammar.words["relatives"]
    if owned or (rest and words[verb.i + rest].head > verb.i + rest):
        return None  # un plan cuyo coste, dijo, crece; went | on stage
    taken = not (alone_between or enclosed) and any(
        c.i > verb.i + rest and c.pos != "PRON" and not _told(paragraph, c, verb, grammar)
        for c in paragraph.children(verb, "obj", "ccomp")
    )
    if taken and not addressing and not _subject_as_object(paragraph, verb, grammar):
        return None
    closing = next((k for k in range(verb.i + 1, high + 1) if words[k].norm in {",", ")", *DASHES}), None)
    other = source is not None and source.head is not None and _disagrees(verb, source, source.head)
    governs = not addressing and _governs(paragraph, verb, low, opening, source, grammar)
    if (other or governs) and not (alone_between or enclosed):
        return None
    if source is not None and source.head is not None and closing is not None and closing < source.head.right:
        later = [k for k in range(source.head.right + (not enclosed), high + 1) if words[k].norm == ","]
        closing = later[0] if later else None
    if closing is not None and any(w.finite for w in words[closing + 1 : high + 1]):
        low = _after_mark(paragraph, low, opening)
    before = covered(paragraph, low, opening - 1)
    after = covered(paragraph, closing + 1, high) if closing is not None and closing < high else None
    outside = [*words[low:opening], *(words[closing + 1 : high + 1] if closing is not None else [])]
    main = next((w for w in outside if w.pos in {"VERB", "AUX"} and w.finite), None)
    if main is None and alone_between and closing is not None:  # In May, Ana said, the mill closed: taken for “closed”
        main = next((w for w in words[closing + 2 : high + 1] if w.pos == "VERB" and w.dep.startswith("acl")), None)
    ends = verb.i + rest >= high - 1 and verb.i - opening > 1  # Three shot dead, hospital says
    ends = ends or (opening == verb.i - 1 and _closes_heading(paragraph, source, high))
    ends = ends or (source is not None and _hedged(paragraph, low, opening, grammar))
    apart = main is not None and main.i < verb.i
    apart = apart and all(_circumstance(paragraph, w, verb, grammar) for w in outside if w.finite)
    if before is None or apart or (main is None and not ends):
        return None
    if after is not None and closing is not None:
        beside_it = _beside(paragraph, closing + 1, high, verb, main, grammar)
        told = any(w.finite for w in words[low:opening]) and _tells_on(paragraph, closing + 1, high, grammar)
        after = None if beside_it or told else after
    if after is None and not ends and not any(w.finite for w in words[low:opening]):
        return None  # what stands before the cue is no clause, and what stands behind it goes on without it
    spans = tuple(s for s in (before, after) if s)
    return Complement(spans, frame, "parenthetical", main, low)


def _hedged(paragraph: Paragraph, first: int, end: int, grammar: Grammar) -> bool:
    """Whether words open like a clause that is only possible, or a wish, whatever its verb: *Quizá el río crezca*."""
    words = paragraph.words[first:end]
    found = stance(paragraph, words, grammar)
    size = matching(paragraph, first, grammar.runs["wishing"])
    behind = found.after if found is not None else first + size
    return behind > first and end - behind > 1


def _enclosed(paragraph: Paragraph, verb: Word, source: Mention | None, low: int, high: int) -> bool:
    """Whether who speaks ends the inserted words, and a verb follows: *El juez, dice Gil, | no va*."""
    if source is None or source.kind != "noun" or source.head is None:
        return False
    if not source.speaks and verb.dep != "parataxis":
        return False
    words = paragraph.words
    if [word.i for word in words[low : verb.i] if word.norm == ","] != [verb.i - 1]:
        return False  # Ana Soto, alcaldesa de Faro, dijo
    at = next((w.i for w in words[source.head.i : high] if w.start >= source.spans[-1].end), high)
    return words[at].norm == "," and any(w.finite for w in words[at + 1 : min(at + 1 + _GOING_ON, high)])


def _led_by_word(words: list[Word], verb: Word, low: int, high: int) -> bool:
    """Whether only a subject and a comma stand before an inserted cue: *Esto, detalló Gil, sube los precios*."""
    if verb.i - low != _LED or words[verb.i - 1].norm != "," or words[low].pos not in {"PRON", "NOUN", "PROPN"}:
        return False
    closing = next((at for at in range(verb.i + 1, high) if words[at].norm == ","), None)
    return closing is not None and words[closing + 1].finite


def _frame(
    paragraph: Paragraph, verb: Word, frames: tuple[Frame, ...], grammar: Grammar, *, weak: bool
) -> Frame | None:
    """Return the frame of an inserted cue, one that asks only behind a question: *¿Vendrá?, se preguntan*."""
    lemma = grammar.lemma(verb.norm, verb.lemma)
    asked = verb.i > _ASKED and any(w.norm == "?" for w in paragraph.words[verb.i - _ASKED : verb.i])
    usual = (f for f in frames if "clause" in f.takes and (f.commitment in {"CT", "PR"} or (asked and f.act == "ask")))
    rest = phrase_length(paragraph, verb, grammar)
    behind = paragraph.words[verb.i + rest + 1 : verb.i + rest + 2]
    if grammar.words["clitics"] and any(word.feats.get("VerbForm") == "Inf" for word in behind):
        return None  # …, la junta no piensa | ceder
    weak = weak or (any(lemma in f.weak for f in frames) and by_outlet(paragraph, verb, grammar))
    return next((f for f in usual if weak or lemma not in f.weak), None)


def _closes_heading(paragraph: Paragraph, source: Mention | None, high: int) -> bool:
    """Whether a heading ends with who speaks: *Bien ganada la copa, dice Ana Gil*."""
    if source is None or source.kind != "noun" or not source.speaks or not is_heading(paragraph):
        return False
    return source.spans[-1].end >= paragraph.words[high].start


def unparted(paragraph: Paragraph, verb: Word, frames: tuple[Frame, ...], grammar: Grammar) -> Complement | None:
    """A cue with its subject at the end of a sentence, with no comma before: *El puente cede declara uno de ellos*."""
    if not grammar.words["clitics"] or verb.feats.get("Mood") != "Ind":
        return None
    words = paragraph.words
    low, high = limits(paragraph, verb)
    before = words[verb.i - 1] if verb.i > low else verb
    if before.pos not in {"NOUN", "PROPN", "ADJ", "ADV"} or paragraph.quotation_at(verb.start) is not None:
        return None
    frame = _frame(paragraph, verb, frames, grammar, weak=False)
    if frame is None or "quote" not in frame.takes or frame.act != "assert":
        return None
    if any(c.i < verb.i for c in paragraph.children(verb, "nsubj", "cc", "mark")) or verb.dep.startswith("acl"):
        return None
    source = beside.following(paragraph, verb, grammar, high)
    main = next((w for w in words[low : verb.i] if w.finite), None)
    if source is None or source.kind != "noun" or main is None or not source.spans:
        return None
    behind = [w for w in words[verb.i + 1 : high + 1] if w.pos != "PUNCT" and w.start >= source.spans[-1].end]
    person = source.head is not None and (sources.acts(source.head, grammar) or source.head.pos == "PROPN")
    person = person or (source.head is not None and source.head.norm in grammar.words["indefinites"])
    opened = any(w.norm in grammar.words["relatives"] for w in words[main.i + 1 : verb.i]) and before.pos != "PROPN"
    said = covered(paragraph, low, verb.i - 1)
    if behind or not person or said is None or (opened and main.dep.startswith("acl")):
        return None
    return Complement((said,), frame, "parenthetical", main, low)


def _between_commas(paragraph: Paragraph, verb: Word) -> bool:
    """Whether a cue stands alone between two commas, or between dashes: *«El puente, creo, es de todos»*."""
    near = paragraph.words[verb.i - 1 : verb.i + _INSIDE] if verb.i else []
    if len(near) > 2 and near[0].norm == near[2].norm == ",":
        return True
    return between_dashes(paragraph, verb)


def between_dashes(paragraph: Paragraph, verb: Word) -> bool:
    """Whether a cue stands between dashes with no more than who speaks: *La ley —dijo Ana— no basta*."""
    near = paragraph.words[verb.i : verb.i + _INSIDE]
    closes = next((w.i for w in near if w.norm in DASHES), None)
    if closes is None or not verb.i or paragraph.words[verb.i - 1].norm not in DASHES:
        return False
    opens = {",", ":", *DASHES}
    return all(w.norm not in opens and not (w.finite and w.i > verb.i) for w in near[: closes - verb.i])


def _circumstance(paragraph: Paragraph, word: Word, cue: Word, grammar: Grammar) -> bool:
    """Whether a verb stands in a phrase or clause on a cue: *Tras el robo que hubo ayer, la tienda piensa cerrar*."""
    inside = word
    while word.head not in {word.i, cue.i}:
        word = paragraph.head(word)
    before = [c for c in paragraph.children(word) if c.i < word.i]
    opens = any(c.dep in {"mark", "case"} and c.norm not in grammar.words["complementizers"] for c in before)
    opens = opens or any(c.dep != "mark" and c.norm in grammar.words["relatives"] for c in before)
    clause = word.dep == "advcl" or (word.dep == "obl" and inside.dep.startswith("acl"))
    return word.head == cue.i and clause and opens


def _in_relative(
    paragraph: Paragraph, verb: Word, opening: int, high: int, frame: Frame, grammar: Grammar
) -> Complement | None:
    """Return the rest of the relative clause that a cue is inserted in at its head: *un plan que, dijo, fracasó*."""
    words = paragraph.words
    relative, closing = words[opening - 1], verb.i + 1
    clause = paragraph.head(relative)
    if relative.norm not in grammar.words["relatives"] or words[min(closing, high)].norm != ",":
        return None
    if clause.i <= closing or not clause.dep.startswith("acl"):
        return None
    span = covered(paragraph, closing + 1, min(clause.right, high))
    return Complement((span,), frame, "parenthetical", clause, closing + 1) if span is not None else None


def _behind_conjunction(
    paragraph: Paragraph, verb: Word, opening: int, high: int, frame: Frame, grammar: Grammar
) -> Complement | None:
    """Return the rest of the clause that a cue is inserted in right behind its conjunction: *…, ya que, dijo, …*."""
    words = paragraph.words
    closing = verb.i + 1
    conjunctions = grammar.words["complementizers"] | grammar.words["clause-openers"]
    opens = words[opening - 1].norm in conjunctions and words[opening].norm == ","
    if not opens or words[min(closing, high)].norm != ",":
        return None
    main = next((w for w in words[closing + 1 : high + 1] if w.finite), None)
    span = covered(paragraph, closing + 1, high)
    return Complement((span,), frame, "parenthetical", main, closing + 1) if span and main is not None else None


def _disagrees(verb: Word, source: Mention, head: Word) -> bool:
    """Whether one thing follows a verb of many, and is its object: *Se reúnen, esperan la niebla y salen*."""
    return verb.feats.get("Number") == "Plur" and head.feats.get("Number") == "Sing" and not source.plural


def _beside(paragraph: Paragraph, at: int, high: int, cue: Word, main: Word | None, grammar: Grammar) -> bool:
    """Whether what follows an inserted cue is joined to its sentence, and not more of what the sentence says.

    *Subirá el pan, dijo Ana, y bajará la leche* goes on; *…, dijo Ana, y se fue con su hijo a casa* may not.
    """
    words = paragraph.words
    if words[at].norm in grammar.words["negations"]:
        return not any(word.finite for word in words[at + 1 : min(at + _NEGATED, high) + 1])
    if adds_cue(words[at], grammar) or withheld(paragraph, at, high, grammar):
        return True  # …, Ana said, | adding that nobody was hurt
    if words[at].norm not in grammar.words["coordinators"] or at == high:
        return False
    following = words[at + 1]
    tenses = [form(paragraph, each)[0] for each in (following, main, cue) if each is not None]
    if len(tenses) == 3 and tenses[0] == tenses[1] != tenses[2]:
        return False  # Crews expected rain, Gil says, and asked for trucks
    return not following.finite or bool(grammar.frames(following.norm, following.lemma))


def _tells_on(paragraph: Paragraph, at: int, high: int, grammar: Grammar) -> bool:
    """Whether a cue and its subject alone follow an inserted cue: *…, dijo Ana, | informó la agencia Litoral*."""
    words = paragraph.words
    quotes = words[at].finite and grammar.takes(words[at].norm, words[at].lemma, "quote")
    return quotes and not any(word.finite for word in words[at + 1 : high + 1])


def _governs(
    paragraph: Paragraph, verb: Word, low: int, opening: int, source: Mention | None, grammar: Grammar
) -> bool:
    """Whether a verb behind a comma is its sentence's own: behind no clause, with nobody beside it who could speak.

    *Del mismo modo, previó la ley multas para quienes …*; nor does *todo parece indicar* go on without a comma.
    """
    words = paragraph.words
    first = words[opening + 1]
    if first.norm in grammar.words["everything"]:
        return True
    unnamed = first.i == verb.i or first.pos == "ADP"  # no subject stands before it
    clause = any(word.finite for word in words[low:opening])
    return unnamed and not clause and (source is None or not source.speaks)


def _after_mark(paragraph: Paragraph, low: int, opening: int) -> int:
    """Return where the clause begins that a cue is inserted in: *Lo negó; ninguno | , dijo, ha pagado*."""
    for at in range(opening - 1, low, -1):
        word = paragraph.words[at]
        if word.finite:
            return low
        if word.norm in {";", ":"} and paragraph.quotation_at(word.start) is None:
            return at + 1
    return low


def addresses(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether whom a verb tells stands behind it, and who tells before it: *a doctor told the Post*."""
    told = grammar.lemma(verb.norm, verb.lemma) in grammar.words["addressing"]
    before = any(child.i < verb.i for child in paragraph.children(verb, "nsubj"))
    return told and (before or apposed(paragraph, verb, grammar) is not None)


def apposed(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return who stands with an apposition between commas before a cue: *…, the mine's director, Ana Gil, said*.

    The parser takes them for appositions to what stands before them.
    """
    words, places = paragraph.words, []
    first = paragraph.sentence_of(verb).first
    for at in range(verb.i - 1, max(first, verb.i - _APPOSED), -1):
        if words[at].norm == ",":
            places.append(at)
        elif words[at].finite or (at == verb.i - 1):
            return None
        if len(places) == 3:
            break
    if len(places) < 3 or places[0] != verb.i - 1:
        return None
    far, near = words[places[2] + 1 : places[1]], words[places[1] + 1 : places[0]]
    if any(word.norm == '"' for word in (*far, *near)):
        return None
    one, other = (any(w.pos == "PROPN" for w in part) for part in (far, near))
    head = next((w for w in (*far, *near) if w.pos == "NOUN" and sources.acts(w, grammar)), None)
    named = (one and all(w.pos == "PROPN" for w in far)) or (other and all(w.pos == "PROPN" for w in near))
    span = tidy(paragraph.text, words[places[2] + 1].start, words[places[0] - 1].end)
    return Mention("noun", (span,), head) if named and head is not None and span is not None else None


def alone(paragraph: Paragraph, source: Mention | None, grammar: Grammar) -> Mention | None:
    """Return a source without what a comma and a conjunction add to its sentence: *coinciden tres vecinos, y no …*.

    Nor does whom they tell belong to it: *contó Ana Gil, | a la agencia Litoral*.
    """
    if source is None or source.kind != "noun":
        return source
    spans, goes_on = [], grammar.words["coordinators"] | grammar.words["personal-object"]
    for span in source.spans:
        inside = paragraph.inside(span)
        cuts = (word.start for word, following in pairwise(inside) if word.norm == "," and following.norm in goes_on)
        cut = tidy(paragraph.text, span.start, next(cuts, span.end))
        spans += [cut] if cut else []
    return replace(source, spans=tuple(spans)) if spans else source


def by_outlet(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a sentence closes with the outlet that has it: *…, recoge la agencia Lanta*."""
    if verb.i == 0 or paragraph.words[verb.i - 1].norm not in _OPENING:
        return False
    source = beside.following(paragraph, verb, grammar, limits(paragraph, verb)[1])
    head = source.head if source is not None else None
    return head is not None and bool({head.norm, head.lemma} & grammar.words["nouns.outlets"])


def closes_sentence(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a cue closes the sentence with its subject, which looks like its object: *…, reportó la emisora Voz*."""
    before = paragraph.words[verb.i - 1].norm if verb.i else ""
    return verb.finite and before == "," and _subject_as_object(paragraph, verb, grammar)


def _behind(paragraph: Paragraph, noun: Word, openers: frozenset[str]) -> bool:
    """Whether one of some prepositions opens a noun phrase."""
    return any(case.norm in openers for case in paragraph.children(noun, "case"))


def _told_apart(paragraph: Paragraph, noun: Word, grammar: Grammar) -> bool:
    """Whether a phrase behind a comma is whom a cue tells: *…, explicó Ana Gil, médica, | a la agencia Litoral*."""
    apart = any(word.norm == "," for word in paragraph.words[max(noun.left - 1, 0) : noun.left + 1])
    return apart and _behind(paragraph, noun, grammar.words["personal-object"])


def _told(paragraph: Paragraph, noun: Word, verb: Word, grammar: Grammar) -> bool:
    """Whether a phrase is whom a cue tells, before its subject or apart: *señaló | a Litoral | el portavoz*."""
    before = any(child.left == noun.right + 1 for child in paragraph.children(verb, "nsubj"))
    told = before and _behind(paragraph, noun, grammar.words["personal-object"])
    return told or _told_apart(paragraph, noun, grammar)


def _subject_as_object(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    objects = [c for c in paragraph.children(verb, "obj") if c.i > verb.i and not _told_apart(paragraph, c, grammar)]
    objects = [c for c in objects if not _behind(paragraph, c, grammar.words["genitives"])]  # documentos | de la junta
    behind = beside.past_phrases(
        paragraph, verb.i + 1 + phrase_length(paragraph, verb, grammar), limits(paragraph, verb)[1], grammar
    )
    return (
        len(objects) == 1
        and objects[0].left == behind
        and paragraph.words[behind].pos != "ADP"
        and (
            objects[0].pos == "PROPN"
            or sources.acts(objects[0], grammar)
            or nominal.is_document(objects[0], grammar)
            or any(c.i < verb.i and sources.is_finite(paragraph, c) for c in paragraph.children(verb, "ccomp"))
        )
        and not _subjects(paragraph, verb)
    )


def _subjects(paragraph: Paragraph, verb: Word) -> list[Word]:
    """Return a cue's subjects, without the clause that the parser took for one: *El pan es caro, dicen todos*."""
    return [c for c in paragraph.children(verb, "nsubj") if not any(cop.finite for cop in paragraph.children(c, "cop"))]


def _opening(paragraph: Paragraph, verb: Word, low: int, grammar: Grammar) -> int | None:
    """Return the comma or dash that opens a parenthetical cue and its subject: *, dijo*, *, the minister said*."""
    words = paragraph.words
    named = apposed(paragraph, verb, grammar)
    if named is not None:
        return paragraph.inside(named.spans[0])[0].i - 1
    at = verb.i - 1
    while (
        at > low and words[at].head == verb.i and words[at].dep in {"aux", "advmod", "expl", "expl:pass", "obj", "iobj"}
    ):
        at -= 1
    if words[at].norm in _OPENING and not _comma_of_subject(paragraph, verb, at):
        return at
    before_it = [c for c in paragraph.children(verb, "nsubj") if c.i < verb.i]
    subject = before_it[-1] if before_it else None  # of two, the nearer one: the ferry sank …, the board said
    bare = subject is None and words[at].pos in {"NOUN", "PROPN"}  # Bridge is closed, memo shows
    before = subject.left - 1 if subject is not None else words[at].left - 1 if bare else low
    if before > low and (words[before].norm in {",", *DASHES} or _closes(words[before - 1], words[before])):
        return before
    return None


def _closes(comma: Word, mark: Word) -> bool:
    """Whether two words close a quotation before a cue: *The road "is open**,"** she said*."""
    return comma.norm == "," and mark.norm == '"'


def _comma_of_subject(paragraph: Paragraph, verb: Word, comma: int) -> bool:
    """Whether the comma before the verb only closes an apposition to its subject."""
    subjects = _subjects(paragraph, verb)
    if verb.feats.get("Number") == "Plur" and _between_commas(paragraph, verb):  # la obra, explicaron, es cara
        subjects = [
            c for c in subjects if c.feats.get("Number") != "Sing" or any(True for _ in paragraph.children(c, "conj"))
        ]
    return all(c.i < verb.i for c in subjects) and any(c.i < comma <= c.right + 1 for c in subjects)
