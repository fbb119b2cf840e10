"""Clauses that a cue takes as its content: with a conjunction, without one, behind a colon."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.conjunctions import NEAR, conjunction, of_outer
from segun.attribute.draft import Complement, covered, tidy
from segun.attribute.extent import clause_end, runs_on
from segun.attribute.infinitives import from_cue, infinite, right_behind
from segun.attribute.runs import matching
from segun.attribute.sources import is_finite
from segun.lang.lexicon import Frame, Grammar
from segun.model import Span

NEAR_WEAK = 4
"""Words between a verb that has other uses and the conjunction of its clause at the most."""
_EQUATED = 5
"""Words between the pronoun of *lo que* and its cue at the most."""
_BETWEEN = 4
"""Pronouns and adverbs between a cue and the verb of a clause without its conjunction at the most."""
_TOLD = 8
"""Words of whom a cue asks at the most, where no conjunction follows them."""
_OPENS = frozenset({"¿", "¡"})
ASKS = frozenset({"ask", "assert", "evaluate", "deny"})
"""What a cue with *si*, *whether* does; behind the others *si* opens a condition."""


def clause(
    paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar, within: tuple[int, int]
) -> Complement | None:
    """Return the clause that a conjunction opens behind a cue, or one without a conjunction: *dijo que llueve*.

    A :data:`~segun.attribute.draft.Finder`.
    """
    _, last = within
    weak = grammar.lemma(verb.norm, verb.lemma) in frame.weak and paragraph.quotation_at(verb.start) is None
    told = grammar.lemma(verb.norm, verb.lemma) in grammar.words["addressing"]
    opener = conjunction(paragraph, verb, grammar, last, NEAR_WEAK if weak and not told else NEAR)
    if opener is None:
        opener = equated(paragraph, verb, grammar, last)
    if opener is None:
        return (
            _unmarked(paragraph, verb, frame, grammar, within)
            or _done(paragraph, verb, frame, grammar, last)
            or _bare_clause(paragraph, verb, frame, grammar, within)
        )
    if _of_claim(paragraph, verb, opener, grammar) or _of_condition(paragraph, verb, opener, frame, grammar):
        return None  # negó las acusaciones del sindicato de que; amenazó con cerrar la calle si
    asks = matching(paragraph, opener.i, grammar.runs["question-words"])  # por qué
    if _of_persons(paragraph, opener, frame, grammar):
        return None  # agradeció a quienes la buscaron
    head = clause_head(paragraph, paragraph.words[opener.i + max(asks, 1) - 1], verb)
    head = head or _mistaken_verb(paragraph, verb, opener, frame, last)
    if verb.feats.get("VerbForm") == "Inf" and of_outer(paragraph, opener, verb, grammar, 0):
        return None  # cerró la planta sin avisar y que …
    keep = bool(asks) and (opener.norm not in grammar.words["complementizers"] or _asking(opener, frame, grammar))
    wished = any(word.feats.get("Mood") == "Sub" for word in paragraph.words[opener.i : last + 1])
    if frame.subjunctive and (keep or not wished):
        return None  # buscan cómo abrir la caja
    first = _asked_from(paragraph, verb, opener, frame) if keep else opener.i + 1
    if first > last or head is None:
        return None
    end = clause_end(paragraph, verb, head, first, last, grammar)
    if not keep and _compared(paragraph, verb, frame, first, end, grammar):
        return None
    quotation = _whole_quotation(paragraph, verb, first)
    span = quotation or covered(paragraph, first, end)
    return Complement((span,), frame, "clause", head, first) if span else None


def _of_persons(paragraph: Paragraph, opener: Word, frame: Frame, grammar: Grammar) -> bool:
    """Whether a pronoun for persons without the accent of a question stands behind a preposition."""
    written = opener.text.lower()
    persons = written in grammar.words["free-relatives"] and written in grammar.words["person-relatives"]
    return persons and paragraph.words[opener.i - 1].pos == "ADP" and frame.act != "ask"


def _of_condition(paragraph: Paragraph, verb: Word, opener: Word, frame: Frame, grammar: Grammar) -> bool:
    """Whether *si* opens a condition: *amenazó con cerrar la calle si*, *no entiende la prisa si nadie espera*."""
    if opener.norm not in grammar.words["whether"]:
        return False
    return frame.act not in ASKS or _has_object(paragraph, verb, opener, grammar)


def _of_claim(paragraph: Paragraph, verb: Word, opener: Word, grammar: Grammar) -> bool:
    """Whether a conjunction opens what somebody else claims, and a cue has their claim for its object.

    *Denied claims by the union | that*, *desmintió la versión del alcalde de | que*.
    """
    words = paragraph.words
    if grammar.words["noun-conjunction"] and words[opener.i - 1].norm not in grammar.words["noun-conjunction"]:
        return False
    for noun in words[verb.i + 1 : opener.i - 1]:
        if noun.pos == "NOUN" and noun.head == verb.i and noun.dep == "obj":
            owners = (word for word in paragraph.children(noun, "nmod") if noun.i + 1 < word.i < opener.i)
            known = bool({noun.norm, noun.lemma} & grammar.nouns.keys())
            return known and any(_holds(paragraph, word, grammar) for word in owners)
    return False


def _holds(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether a word names somebody behind a preposition: *claims by | the union*."""
    case = any(True for _ in paragraph.children(word, "case")) and not nominal.is_time(word, grammar)
    return case and word.pos in {"NOUN", "PROPN"} and nominal.speaks(word, grammar)


def _asking(word: Word, frame: Frame, grammar: Grammar) -> bool:
    """Whether the form of a conjunction asks: *preguntó qué harán*, or without its accent *pregunto que obra harán*."""
    accented = word.text.lower() not in grammar.words["complementizers"]
    return accented or (frame.act == "ask" and word.dep == "det")


def _asked_from(paragraph: Paragraph, verb: Word, opener: Word, frame: Frame) -> int:
    """Return where a question begins, with the preposition that it asks for: *explicó | en qué consiste*."""
    before = paragraph.words[opener.i - 1]
    names = opener.pos in {"PRON", "DET"}  # not: especuló sobre | cómo abrir la caja
    own = names and before.pos == "ADP" and before.i > verb.i and before.norm not in frame.prepositions
    return before.i if own else opener.i


def _has_object(paragraph: Paragraph, verb: Word, opener: Word, grammar: Grammar) -> bool:
    """Whether a thing before a conjunction is all that a verb tells of."""
    objects = (c for c in paragraph.children(verb, "obj") if verb.i < c.i < opener.i and c.pos == "NOUN")
    return any(not nominal.speaks(c, grammar) and not nominal.is_time(c, grammar) for c in objects)


def _compared(paragraph: Paragraph, verb: Word, frame: Frame, first: int, last: int, grammar: Grammar) -> bool:
    """Whether a conjunction compares: *prefiere callar que | mentir*, *más citado que | el propio alcalde*."""
    words = paragraph.words
    comma = next((at for at in range(first, last) if words[at].norm == ","), last + 1)
    if any(word.finite for word in words[first:comma]):
        return False
    bare = words[first].feats.get("VerbForm") == "Inf" and frame.commitment == "Uu"
    before = words[max(verb.i - 1, 0) : first - 1]
    return bare or any({word.norm, word.lemma} & grammar.words["comparatives"] for word in before)


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


def clause_head(paragraph: Paragraph, opener: Word, verb: Word) -> Word | None:
    """Return the predicate of the clause that a conjunction opens, whatever the parser hung it on."""
    head = paragraph.head(opener)
    while head.head > head.i > opener.i:
        head = paragraph.head(head)  # dijo que incluso podrían venir
    without = infinite(paragraph, head) and not any(w.finite for w in paragraph.words[opener.i : head.right + 1])
    if head.i > opener.i and not without:
        return head
    for word in paragraph.words[opener.i + 1 : paragraph.sentence_of(verb).last + 1]:
        if word.finite:
            return paragraph.head(word) if word.dep in {"aux", "cop"} and word.head > opener.i else word
    return head if head.i > opener.i else None


def _mistaken_verb(paragraph: Paragraph, verb: Word, opener: Word, frame: Frame, last: int) -> Word | None:
    """Return what may be the verb of a clause in which the parser found none: *dudan que el puente | resista*.

    It stands right behind a noun, and the conjunction right behind a cue that thinks, doubts or wishes so.
    """
    words = paragraph.words
    between = words[verb.i + 1 : opener.i]
    near = len(between) <= 1 and all(word.pos == "ADP" for word in between)
    if not near or opener.pos != "SCONJ" or frame.commitment not in {"PR", "Uu"} or verb.pos != "VERB":
        return None
    for word in words[opener.i + 2 : last + 1]:
        if word.pos == "PUNCT":
            return None
        bare = word.pos in {"ADJ", "NOUN"} and word.text.islower()
        if bare and words[word.i - 1].pos in {"NOUN", "PROPN"} and words[word.i - 2].pos in {"DET", "NOUN", "PROPN"}:
            return word
    return None


def _bare_clause(
    paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar, within: tuple[int, int]
) -> Complement | None:
    """A clause without a conjunction after the cue: *He said the army would leave*."""
    _, last = within
    for child in _clauses(paragraph, verb, grammar):
        first = _behind_gap(paragraph, verb, child, grammar)
        if child.i < verb.i or child.i > last or first <= verb.i:
            continue
        if matching(paragraph, first, grammar.runs["joining"]) > 1:
            continue  # la narró como si fuese un cuento
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
    return _parted_clause(paragraph, verb, frame, grammar, last)


def _clauses(paragraph: Paragraph, verb: Word, grammar: Grammar) -> list[Word]:
    """Return the predicates of clauses behind a cue, also those that the parser took for something else.

    That is in a language whose clauses need no conjunction: *who police say | drove the truck*, *doubt | the cure
    works*.
    """
    found = list(paragraph.children(verb, "ccomp"))
    if found or grammar.words["impersonal"]:
        return found
    for child in paragraph.children(verb, "xcomp", "obj"):
        finite = child.pos == "VERB" and child.finite and child.i > verb.i
        gap = child.dep == "xcomp" and child.left == verb.i + 1 and verb.dep.startswith("acl")
        subject = any(c.i < child.i for c in paragraph.children(child, "compound", "nsubj"))
        if finite and (gap or (child.dep == "obj" and subject)):
            found.append(child)
    return found


def _done(paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar, last: int) -> Complement | None:
    """An infinitive that tells what somebody did, behind a cue that takes a clause: *aceptó | haber cobrado*."""
    bare = right_behind(paragraph, verb, last, grammar)
    if bare is None or bare.lemma not in grammar.words["perfect-auxiliaries"]:
        return None
    head = paragraph.head(bare)
    return from_cue(paragraph, verb, frame, head, last, grammar) if not frame.impersonal and head.i > bare.i else None


def equated(paragraph: Paragraph, verb: Word, grammar: Grammar, last: int) -> Word | None:
    """Return the conjunction behind a copula that tells what a cue said: *lo que pidió Gil | es que abran*."""
    words, known = paragraph.words, grammar.words
    relative = next(
        (w for w in reversed(words[max(verb.i - _EQUATED, 0) : verb.i]) if w.norm in known["complementizers"]), None
    )
    if relative is None or relative.i == 0 or words[relative.i - 1].norm not in known["relative-antecedents"]:
        return None
    for at in range(verb.i + 1, min(verb.i + NEAR_WEAK + 2, last)):
        if words[at].finite:
            copula = words[at].lemma in known["copulas"] and words[at + 1].norm in known["complementizers"]
            return words[at + 1] if copula else None
    return None


def _unmarked(
    paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar, within: tuple[int, int]
) -> Complement | None:
    """A clause whose conjunction was left out, in a language that needs one: *solicitó | se le pagara*.

    Its verb follows at once, perhaps behind an adverb and pronouns. In a clause that a conjunction or a relative
    pronoun opens only a subjunctive cannot be that clause's own: *lo que dijo fue*, but *un libro que espera se venda*.
    """
    words = paragraph.words
    _, last = within
    weak = grammar.lemma(verb.norm, verb.lemma) in frame.weak or paragraph.quotation_at(verb.start) is not None
    if not grammar.words["clitics"] or weak or not is_finite(paragraph, verb):
        return None
    first = verb.i + 1
    at = told = _behind_told(paragraph, first, frame, last, grammar)
    while at < min(told + _BETWEEN, last) and (
        words[at].norm in grammar.words["clitics"] or (at == told and words[at].pos == "ADV")
    ):
        at += 1
    if at > last or not words[at].finite or words[at].pos not in {"VERB", "AUX"} or not words[at].text.isalpha():
        return None
    if told > first and words[at].feats.get("Mood") != "Sub":
        return None
    first = told
    wished = verb.feats.get("Mood") == "Sub"
    again = at == first and words[min(at + 1, last)].norm in grammar.words["complementizers"]
    if wished or (again and grammar.frames(words[at].norm, words[at].lemma)):
        return None  # señala menciona que: one cue for the other
    main = paragraph.head(words[at]) if words[at].dep.startswith("aux") and words[at].head > at else words[at]
    if words[at].feats.get("Mood") != "Sub" and _opened(paragraph, verb, grammar):
        return None
    span = covered(paragraph, first, clause_end(paragraph, verb, main, first, last, grammar))
    return Complement((span,), frame, "clause", main, first) if span is not None else None


def _behind_told(paragraph: Paragraph, first: int, frame: Frame, last: int, grammar: Grammar) -> int:
    """Return the place behind whom a cue asks: *pidió a la alcaldesa | se pague la obra*; its own where nobody is."""
    words = paragraph.words
    if frame.commitment != "Uu" or first >= last or words[first].norm not in grammar.words["personal-object"]:
        return first
    at = first + 1
    while at < min(first + _TOLD, last) and words[at].pos in {"DET", "NOUN", "PROPN", "ADJ", "ADP"}:
        at += 1
    return at


def _opened(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a conjunction, a relative pronoun or a word of manner opens the clause that a verb stands in."""
    known = grammar.words
    opens = known["complementizers"] | known["relatives"] | known["question-words"] | known["subordinators"]
    opens |= known["manner-alone"] | known["negations"]
    for word in reversed(paragraph.words[paragraph.sentence_of(verb).first : verb.i]):
        if word.norm in {",", ";", ":", '"'} or word.finite:
            return False
        if word.norm in opens:
            return True
    return False


def _parted_clause(paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar, last: int) -> Complement | None:
    """A bare clause whose subject the parser gave to the cue: *said Dean, 34, and Kim, 31, knocked*."""
    if grammar.words["impersonal"] or grammar.lemma(verb.norm, verb.lemma) in frame.weak:
        return None  # where clauses need a conjunction
    for clause in paragraph.children(verb, "advcl", "parataxis"):
        subject = next((c for c in paragraph.children(verb, "nsubj", "obj") if c.left == verb.i + 1), None)
        own = any(True for _ in paragraph.children(clause, "nsubj", "mark"))
        if subject is None or own or not subject.i < clause.i <= last or not is_finite(paragraph, clause):
            continue
        span = covered(paragraph, subject.left, clause_end(paragraph, verb, clause, subject.left, last, grammar))
        return Complement((span,), frame, "bare clause", clause, subject.left) if span is not None else None
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


def behind_colon(
    paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar, within: tuple[int, int]
) -> Complement | None:
    """What stands behind a colon right after the cue, without marks: *El ministerio insiste: no hay enfermos*."""
    words = paragraph.words
    _, last = within
    at = _colon(paragraph, verb, last, grammar)
    first = at + 1
    if first + 1 > last or words[at].norm != ":" or words[first].norm == '"':
        return None
    if paragraph.quotation_at(words[first].start) is not None:
        return None
    if grammar.lemma(verb.norm, verb.lemma) in frame.weak or not is_finite(paragraph, verb):
        return None
    subjects = [c for c in paragraph.children(verb, "nsubj") if c.i < verb.i]
    main = next((w for w in words[first : last + 1] if w.finite), None)
    span = covered(paragraph, first, last)
    speaks = bool(subjects) or words[first].norm in _OPENS  # y le dijo: ¿cuánto cuesta?
    if (not speaks and at == verb.i + 1) or main is None or span is None:
        return None
    return Complement((span,), frame, "colon", main, first)


def _colon(paragraph: Paragraph, verb: Word, last: int, grammar: Grammar) -> int:
    """Return the place right behind a cue, or that of the colon that it points to: *lo resumió así ante todos | :*.

    What points to it may open the sentence, too: *esto dijo la alcaldesa | :*.
    """
    words = paragraph.words
    near = range(verb.i + 1, min(verb.i + NEAR, last) + 1)
    at = next((k for k in near if words[k].norm in {":", ",", ";"} or words[k].finite), verb.i + 1)
    points = any(matching(paragraph, k, grammar.runs["pointing-forward"]) for k in range(verb.i + 1, at))
    colon = at <= last and words[at].norm == ":"
    points = points or (paragraph.headline and colon)  # Gil responde al alcalde: no callaré
    opens = paragraph.sentence_of(verb).first
    ahead = matching(paragraph, opens, grammar.runs["pointing-ahead"]) if colon and opens < verb.i else 0
    points = points or ahead > 0  # Esto dijo la alcaldesa: no hay agua
    return at if points or (colon and _only_where(paragraph, verb, at)) else verb.i + 1


def _only_where(paragraph: Paragraph, verb: Word, colon: int) -> bool:
    """Whether all between a cue and a colon tells where, when or to whom: *informó en su canal | : cayó un puente*."""
    between = paragraph.words[verb.i + 1 : colon]
    told = [word for word in between if word.head == verb.i and word.dep != "punct"]
    phrases = all(word.dep in {"obl", "iobj", "advmod", "nmod"} for word in told)
    return bool(told) and phrases and between[0].pos == "ADP" and verb.finite
