"""Small clauses: an object, and what somebody calls it: *called the plan a disaster*, *tachó a Gil de «tibio»*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.draft import Complement, covered
from segun.attribute.phrase_ends import before_next_verb
from segun.attribute.sources import agent, is_impersonal, is_passive
from segun.lang.lexicon import Frame, Grammar

_RELATIONS = ("xcomp", "obl", "ccomp", "advcl", "nmod", "obj", "amod", "advmod", "compound")
"""How what something is called may hang on the verb."""
_NEAR = 16
"""Words that the object of a small clause may have before the quotation that it is called."""


def labelled(
    paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar, within: tuple[int, int]
) -> Complement | None:
    """Return an object and the quotation that it is called, however they were parsed: *called the move “absurd”*."""
    words = paragraph.words
    _, last = within
    first = verb.i + 1
    mark = next((w for w in words[first : min(first + _NEAR, last) + 1] if w.norm == '"'), None)
    quotation = paragraph.quotation_at(mark.start) if mark is not None else None
    if mark is None or quotation is None or quotation.outer.start != mark.start or is_passive(paragraph, verb, grammar):
        return None
    if mark.i == first and frame.bare_predicate:
        return _called_first(paragraph, mark, frame, grammar, last)
    between = words[first : mark.i]
    if any(w.finite or w.norm in {";", ":", "(", "—", "–"} for w in between) or not _apposed(between):
        return None
    while between and between[-1].pos == "DET":
        between.pop()
    if between and between[-1].norm in frame.predicate_prepositions:
        between.pop()
    elif not frame.bare_predicate or (between and between[-1].pos in {"ADP", "CCONJ", "SCONJ", "VERB"}):
        return None
    told = any(c.i < verb.i and c.norm in grammar.words["clitics"] for c in paragraph.children(verb, "obj", "iobj"))
    if not (told and not between) and not any(w.pos in {"NOUN", "PROPN", "PRON"} for w in between):
        return None  # la tildaron de «rara» y «fea»
    end = _quotations_end(paragraph, mark, last, frame, grammar)
    start = first + (words[first].pos == "ADP" and words[first].norm not in grammar.words["personal-object"])
    span = covered(paragraph, start, end)
    return Complement((span,), frame, "small clause", None, start) if span else None


def _apposed(words: list[Word]) -> bool:
    """Whether commas among some words only set a name apart: *se refirió al juez, Luis Gil, como «un títere»*."""
    commas = [at for at, word in enumerate(words) if word.norm == ","]
    if not commas:
        return True
    return len(commas) == 2 and all(w.pos in {"PROPN", "ADP"} for w in words[commas[0] + 1 : commas[1]])


def _called_first(paragraph: Paragraph, mark: Word, frame: Frame, grammar: Grammar, last: int) -> Complement | None:
    """Return a quotation and the object behind it that it is said of: *considera «raro» un error*, *llamó «x» a Y*."""
    words = paragraph.words
    quotation = paragraph.quotation_at(mark.start)
    end = next((w for w in words[mark.i : last + 1] if quotation is not None and w.start >= quotation.outer.end), None)
    told = end is not None and end.norm in grammar.words["personal-object"]
    if end is None or not (end.pos == "DET" or told):
        return None
    noun = paragraph.head(end)
    if noun.i <= end.i or noun.i > last or noun.pos not in {"NOUN", "PROPN"}:
        return None
    span = covered(paragraph, mark.i, min(max(noun.right, noun.i), last))
    return Complement((span,), frame, "small clause", None, mark.i) if span else None


def _quotations_end(paragraph: Paragraph, mark: Word, last: int, frame: Frame, grammar: Grammar) -> int:
    """Return the last word of a quotation, of what it goes on with and of those joined to it: *“sad” and a “bore”*."""
    words = paragraph.words
    end = mark.i
    quotation = paragraph.quotation_at(mark.start)
    while quotation is not None:
        while end < last and words[end + 1].start < quotation.outer.end:
            end += 1
        if words[end - 1].norm != ",":
            end = _with_rest(paragraph, mark.i, end, last, grammar)
        at = end + 1
        while at < last and (
            words[at].pos == "DET"
            or words[at].norm in {",", *grammar.words["coordinators"], *frame.predicate_prepositions}
        ):
            at += 1
        quotation = paragraph.quotation_at(words[at].start) if end + 1 < at <= last and words[at].norm == '"' else None
    return end


def _with_rest(paragraph: Paragraph, mark: int, end: int, last: int, grammar: Grammar) -> int:
    """Return the end of the phrase or relative clause that a quotation goes on with: *a “hero” | who saved lives*."""
    words = paragraph.words
    for word in words[end + 1 : last + 1]:
        inside = mark < word.head <= end
        told = paragraph.words[word.left].norm in grammar.words["personal-object"]
        phrase = word.dep == "nmod" and not told and not nominal.is_time(word, grammar)
        if inside and word.left == end + 1 and (word.dep.startswith("acl") or phrase):
            rest = before_next_verb(paragraph, word, min(word.right, last), grammar)
            quotation = paragraph.quotation_at(words[rest].start)
            while quotation is not None and rest < last and words[rest + 1].start < quotation.outer.end:
                rest += 1
            return rest
    return end


def small_clause(
    paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar, within: tuple[int, int]
) -> Complement | None:
    """Return an object and what it is called: *la calificó de ilegal*, *called the plan a disaster*."""
    _, last = within
    weak = grammar.lemma(verb.norm, verb.lemma) in frame.weak
    if frame.bare_predicate and weak:
        return None  # vio un disparo desde lejos
    passive = is_passive(paragraph, verb, grammar)
    objects = [c for c in paragraph.children(verb, "obj", "ccomp") if c.i > verb.i and c.i <= last and c.pos != "VERB"]
    clitic = [
        c
        for c in paragraph.children(verb, "obj", "iobj")
        if c.i < verb.i and c.pos == "PRON" and c.norm not in grammar.words["reflexives"]
    ]
    called = _of_clitic(paragraph, verb, grammar) if frame.bare_predicate else ()
    predicates = [*called, *_predicates(paragraph, verb, frame, objects, grammar)]
    predicates = [c for c in predicates if verb.i < c.i <= last]
    predicates = [c for c in predicates if not _exemplifies(paragraph, verb, c, frame, grammar)]
    if weak and is_impersonal(paragraph, verb, grammar) and not clitic:
        return None  # la aspirina se asocia con mejoras
    if not predicates or not (objects or clitic or passive):
        return None
    inner = [*objects, *predicates]
    first = min(max(w.left, verb.i + 1) for w in inner)
    kept = grammar.words["personal-object"] if objects and paragraph.words[first].head == objects[0].i else frozenset()
    while first < last and paragraph.words[first].norm in frame.predicate_prepositions - kept:
        first += 1
    end = min(max(w.right for w in inner), last)
    by = paragraph.words[first]
    if passive and by.norm in grammar.words["agents"] and nominal.speaks(paragraph.head(by), grammar):
        names = (w.i for w in paragraph.words[first:end] if w.norm in frame.predicate_prepositions)
        first = next(names, first - 1) + 1  # reconocida por el jurado como | la mejor
    elif passive:
        end = _before_agent(paragraph, verb, end, grammar)
    else:
        end = before_next_verb(paragraph, inner[0], end, grammar)
    span = covered(paragraph, first, end)
    if span is None:
        return None
    if passive:
        for subject in paragraph.children(verb, "nsubj"):
            a, b = nominal.phrase(paragraph, subject, grammar)
            named = covered(paragraph, a, b)
            if named and named.end <= span.start:
                return Complement((named, span), frame, "small clause", None, first)
    return Complement((span,), frame, "small clause", None, first)


def of_self(
    paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar, within: tuple[int, int]
) -> Complement | None:
    """Return what somebody calls themselves: *se declaró | inocente*, *se dicen | cansadas*, *se proclamó | rey*."""
    _, last = within
    pronoun = any(c.i < verb.i and c.norm in grammar.words["reflexives"] for c in paragraph.children(verb))
    somebody = any(
        c.i < verb.i and (c.entity in nominal.PERSONS or nominal.is_person(c, grammar))
        for c in paragraph.children(verb, "nsubj")
    )
    for child in paragraph.children(verb, "xcomp", "obj", "amod"):
        called = child.pos == "ADJ" or child.feats.get("VerbForm") == "Part"
        called = called or (child.pos == "NOUN" and not any(paragraph.children(child, "det", "case", "nummod")))
        if pronoun and somebody and child.left == verb.i + 1 and child.i <= last and called:
            span = covered(paragraph, child.left, before_next_verb(paragraph, child, min(child.right, last), grammar))
            return Complement((span,), frame, "small clause", None, child.left) if span else None
    return None


def _before_agent(paragraph: Paragraph, verb: Word, end: int, grammar: Grammar) -> int:
    """Cut the agent off a passive's predicate: *fue calificado de ilegal por el juez*."""
    for at in range(verb.i + 2, end + 1):
        if paragraph.words[at].norm in grammar.words["agents"]:
            return at - 1
    return end


def _of_clitic(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Iterator[Word]:
    """Yield the bare noun right behind a cue that a pronoun before it is called: *lo llamó | "hermano mayor"*."""
    known = grammar.words["clitics"] - grammar.words["datives"] - grammar.words["reflexives"]
    if not any(child.i < verb.i and child.norm in known for child in paragraph.children(verb, "obj", "iobj")):
        return
    behind = paragraph.words[verb.i + 1 : verb.i + 2]
    for noun in paragraph.children(verb, "obj", "iobj"):
        bare = noun.pos in {"NOUN", "ADJ"} and not any(paragraph.children(noun, "det", "case"))
        if bare and any(noun.left == word.i or word.norm == '"' for word in behind) and noun.i > verb.i:
            yield noun


def _predicates(
    paragraph: Paragraph, verb: Word, frame: Frame, objects: list[Word], grammar: Grammar
) -> Iterator[Word]:
    whom = objects[0].i if len(objects) == 1 else None  # comparó a Gil con un ladrón
    by = is_passive(paragraph, verb, grammar) and agent(paragraph, verb, grammar).kind != "none"
    for child in paragraph.children(verb, *_RELATIONS):
        cases = {w.norm for w in paragraph.children(child, "case", "mark") if w.i < child.i}
        if by and frame.bare_predicate and child.left == verb.i + 1 and child.pos in {"ADJ", "NOUN"}:
            yield child  # fue declarado nulo por el juez
        if child.dep == "advmod" and child.i > verb.i + 1 and child.norm in frame.predicate_prepositions:
            yield child  # shows her ahead | by three points
            yield from (c for c in paragraph.children(verb, "obl") if c.left == child.i + 1)
        behind = child.i > verb.i and not (child.i == whom and cases & grammar.words["personal-object"])
        if (behind and cases & frame.predicate_prepositions) or (
            frame.bare_predicate and child.dep in {"xcomp", "ccomp"} and _says_what(child)
        ):
            yield child
    for noun in objects:
        inner = paragraph.subtree(noun) if frame.needs_predicate else paragraph.children(noun, "nmod", "amod", "acl")
        opened = [c for c in inner if c.i > noun.i and _opened(paragraph, c, frame)]
        yield from (c for c in opened if c.pos == "ADJ")  # calificó la decisión de inaceptable
        if frame.needs_predicate and opened:
            yield opened[-1]  # tachó el relato de burla
    if frame.bare_predicate and len(objects) > 1 and objects[0].pos == "ADJ":
        yield objects[0]  # considera ilegal la huelga
    if frame.bare_predicate and any(c.i < verb.i for c in paragraph.children(verb, "nsubj")):
        for other in objects if len(objects) > 1 else ():
            if paragraph.words[other.left].norm in grammar.words["indefinites"] and not nominal.is_time(other, grammar):
                yield other  # considera la propuesta un insulto
    marks = frame.predicate_prepositions - grammar.words["genitives"]
    for word, after in pairwise(paragraph.words[verb.i + 1 : verb.right + 1]):
        if word.norm in {",", ";", "."} or word.finite:
            break
        names = after.norm == '"' and word.norm in frame.predicate_prepositions  # la tildó de «farsa»
        if (word.norm in marks or names) and word.head > word.i:
            if word.head == whom or (word.dep == "mark" and paragraph.head(word).finite):
                continue  # cited a failure as he ordered a new trial
            yield paragraph.head(word)
            break


def _exemplifies(paragraph: Paragraph, verb: Word, predicate: Word, frame: Frame, grammar: Grammar) -> bool:
    """Whether what a preposition opens only gives examples, or cannot be what the cue calls something.

    It stands behind a noun without an article (*ven otros cursos | como danza o teatro*), behind a comma, before
    another preposition (*, como en el caso de Gil*), or behind a semicolon.
    """
    words = paragraph.words
    opens = next((w.i for w in words[verb.i + 1 : predicate.i] if w.norm in frame.predicate_prepositions), None)
    if any(w.norm == ";" for w in words[verb.i + 1 : predicate.i]):
        return True
    if opens is None or words[opens].norm not in grammar.words["examples"]:
        return False
    if words[opens + 1].pos == "ADP":
        return words[opens - 1].norm == ","
    before = words[opens - 1]
    noun = paragraph.head(before) if before.pos == "ADJ" else before
    if noun.pos != "NOUN" or noun.i < verb.i or noun.feats.get("Number") != "Plur" or noun.head == predicate.i:
        return False
    determiners = (c for c in paragraph.children(noun, "det", "nummod", "nmod:poss") if c.i < noun.i)
    return all(_some(c, grammar) for c in determiners) and words[opens + 1].pos in {"NOUN", "PROPN"}


def _some(word: Word, grammar: Grammar) -> bool:
    """Whether a determiner leaves open which ones are meant: *otras, varias, algunas*."""
    known = grammar.words["indefinites"], grammar.words["others"]
    return any(word.norm in each for each in known) or word.feats.get("PronType") in {"Ind", "Art,Ind"}


def _opened(paragraph: Paragraph, word: Word, frame: Frame) -> bool:
    """Whether a preposition before a predicate opens a word."""
    marks = paragraph.children(word, "case", "mark")
    return any(mark.norm in frame.predicate_prepositions and mark.i < word.i for mark in marks)


def _says_what(predicate: Word) -> bool:
    """Whether a word can say what something is called: *unfounded*, *a liar*, *una farsa*."""
    participle = predicate.feats.get("VerbForm") == "Part" and predicate.feats.get("Aspect") != "Prog"
    return predicate.pos in {"NOUN", "PROPN", "ADJ"} or participle  # not: was seen running
