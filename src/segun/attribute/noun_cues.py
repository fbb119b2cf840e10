"""Attributions by a noun: *el anuncio de X de que …*, *the claim that …*, *nuestra esperanza es que …*."""

from __future__ import annotations

from dataclasses import replace

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside, nominal, sources
from segun.attribute.conjunctions import of_outer
from segun.attribute.cues import how
from segun.attribute.draft import NOBODY, Draft, Mention, covered
from segun.attribute.endings import ending
from segun.attribute.extent import clause_end, limits, predicate, sentence_before
from segun.attribute.runs import matching
from segun.attribute.stances import opened
from segun.lang.lexicon import Frame, Grammar
from segun.model import Span

_NEAR = 8
"""Words between a noun and the *is* behind it at the most."""
_NOUN_AND_MARK = 2
"""Words of a source and of the mark of what it says at the least."""


def from_noun(paragraph: Paragraph, word: Word, grammar: Grammar) -> Draft | None:
    """*el anuncio de X de que …*, *the claim that …*."""
    if word.pos != "NOUN" or opened(paragraph, word.i, grammar):
        return None  # no cabe duda de que
    frame = grammar.nouns.get(word.lemma) or grammar.nouns.get(word.norm)
    named = _before_colon(paragraph, word, frame, grammar)
    if named is not None:
        return named
    if frame is None or (word.i and matching(paragraph, word.i - 1, grammar.runs["purposes"])):
        return None
    _, high = limits(paragraph, word)
    clauses = [*paragraph.children(word, "acl", "ccomp", "nmod", "advcl", "xcomp")]
    if frame.commitment == "Uu" and word.dep == "obj":
        clauses += paragraph.children(paragraph.head(word), "advcl")  # firmó una petición en la red para que
    for owner in paragraph.children(word, "nmod"):
        clauses += paragraph.children(owner, "acl", "ccomp", "advcl")
    for clause in clauses:
        if clause.i < word.i or clause.i > high:
            continue
        content = _noun_content(paragraph, word, clause, frame, grammar, high)
        if content is None:
            continue
        span, head = content
        return _draft(paragraph, word, span, frame, "noun", head, grammar)
    phrase = _phrase(paragraph, word, frame, grammar, high)
    found = _draft(paragraph, word, phrase, frame, "noun with a phrase", None, grammar) if phrase else None
    if found is not None and found.source.kind != "none":
        return found
    return _said_to_be(paragraph, word, frame, grammar, high) or _of_sentence_before(paragraph, word, frame, grammar)


def _before_colon(paragraph: Paragraph, word: Word, frame: Frame | None, grammar: Grammar) -> Draft | None:
    """*Otra es la versión del alcalde: nadie entró*, *her verdict: the roof will last*."""
    words, named = paragraph.words, {word.lemma, word.norm}
    if (
        frame is None
        and named.isdisjoint(grammar.words["accounts"])
        and named.isdisjoint(grammar.words["nouns.utterances"])
    ):
        return None
    _, last = limits(paragraph, word)
    stops = {":", ";"} if word.dep == "root" else {":", ";", ","}
    ends = (k for k in range(word.i + 1, last - 1) if words[k].norm in stops or (words[k].finite and "," in stops))
    colon = next(ends, None)
    if word.dep.startswith("nsubj"):
        colon = _this(paragraph, word, last, grammar)
    if colon is None or words[colon].norm != ":" or words[colon + 1].norm == '"':
        return None
    owner = word if word.dep.startswith("nsubj") else next(iter(paragraph.children(word, "nmod:poss", "nmod")), None)
    main = next((w for w in words[colon + 1 : last + 1] if w.finite), None)
    span = covered(paragraph, colon + 1, last)
    if owner is None or main is None or span is None or owner.i > colon:
        return None
    if owner is not word and not nominal.speaks(owner, grammar):
        return None
    source = nominal.mention(paragraph, owner, grammar)
    way = how(source, grammar)
    return Draft(
        paragraph.index, word.start, (word.span,), source, [span], way, frame, "noun", head=predicate(paragraph, main)
    )


def _this(paragraph: Paragraph, word: Word, last: int, grammar: Grammar) -> int | None:
    """Return the colon behind *is this* in a noun's sentence: *La historia circula desde ayer y es esta | : …*."""
    words = paragraph.words
    for at in range(word.i + 3, last - 1):
        if words[at].norm == ":":
            pointed = words[at - 1].norm in grammar.words["demonstratives"]
            return at if pointed and words[at - 2].lemma in grammar.words["copulas"] else None
    return None


def _of_sentence_before(paragraph: Paragraph, word: Word, frame: Frame, grammar: Grammar) -> Draft | None:
    """*El pan es caro. Es la conclusión de un estudio*: what the sentence before says, and whose conclusion it is."""
    words, sentence = paragraph.words, paragraph.sentence_of(word)
    first = words[sentence.first]
    if "clause" not in frame.takes or word.dep != "root" or paragraph.quotation_at(word.start):
        return None
    if first.dep != "cop" or not first.finite or any(True for _ in paragraph.children(word, "nsubj")):
        return None
    span = sentence_before(paragraph, sentence.first)
    owner = next((c for c in paragraph.children(word, "nmod") if c.i > word.i), None)
    if span is None or owner is None or not nominal.speaks(owner, grammar):
        return None
    source = nominal.mention(paragraph, owner, grammar)
    return Draft(paragraph.index, first.start, (word.span,), source, [span], how(source, grammar), frame, "noun")


def _draft(
    paragraph: Paragraph, word: Word, span: Span, frame: Frame, rule: str, head: Word | None, grammar: Grammar
) -> Draft:
    words = paragraph.inside(span)
    goes_on = next((w for w in words if of_outer(paragraph, w, word, grammar)), None)
    if goes_on is not None:
        span = covered(paragraph, words[0].i, goes_on.i - 2) or span
        words = paragraph.inside(span)
    stop = ending(paragraph, word, words[0].i, words[-1].i, grammar)
    kept = covered(paragraph, words[0].i, stop - 1) if stop is not None else None
    span = kept or span
    source = NOBODY if _against(paragraph, word, grammar) else _of_whom(paragraph, word, span, grammar)
    way = how(source, grammar)
    return Draft(paragraph.index, word.start, (word.span,), source, [span], way, frame, rule, False, head)


def _phrase(paragraph: Paragraph, word: Word, frame: Frame, grammar: Grammar, high: int) -> Span | None:
    """Return what stands behind the noun's preposition: *concern about the cost*, *claims of fraud*."""
    for child in paragraph.children(word, "nmod", "obl", "acl", "advcl"):
        markers = [w for w in paragraph.children(child, "case", "mark") if w.norm in frame.prepositions]
        if not markers or not word.i < child.i <= high or markers[-1].i > child.i:
            continue
        gerund = child.feats.get("VerbForm") in {"Ger", "Inf"} or child.feats.get("Aspect") == "Prog"
        noun = child.pos in {"NOUN", "PROPN"} and not (child.entity or nominal.is_person(child, grammar))
        if gerund or (noun and nominal.stands_for_proposition(paragraph, child, grammar)):
            return covered(paragraph, markers[-1].i + 1, min(child.right, high))
    return None


def _said_to_be(paragraph: Paragraph, word: Word, frame: Frame, grammar: Grammar, high: int) -> Draft | None:
    """*Nuestra esperanza es que …*: somebody's hope, fear, opinion, and behind *is* what it is."""
    words = paragraph.words
    near = range(word.i + 1, min(word.i + _NEAR, high - 1))
    verb = next((k for k in near if words[k].finite or words[k].pos == "PUNCT"), None)
    if verb is None or "clause" not in frame.takes or words[verb].lemma not in grammar.words["copulas"]:
        return None
    opener = words[verb + 1]
    finite = next((w for w in words[verb + 2 : high + 1] if w.finite), None)
    if opener.norm not in grammar.words["complementizers"] or finite is None:
        return None
    head = predicate(paragraph, finite)
    span = covered(paragraph, verb + 2, clause_end(paragraph, word, head, verb + 2, high, grammar))
    found = _draft(paragraph, word, span, frame, "noun", head, grammar) if span is not None else None
    return found if found is not None and found.source.kind != "none" else None


def _noun_content(
    paragraph: Paragraph, word: Word, clause: Word, frame: Frame, grammar: Grammar, high: int
) -> tuple[Span, Word] | None:
    words = paragraph.words
    openers = grammar.words["complementizers"]
    light = paragraph.head(word).lemma in grammar.words["light-verbs"]
    thought = word.dep == "obj" and (light or frame.act in {"evaluate", "predict"})
    before_it = [w for w in paragraph.children(clause) if w.i < clause.i]
    marks = [w for w in before_it if _marks(w, grammar) or _of_clause(paragraph, w, clause, grammar)]
    marks = marks or [w for w in paragraph.children(clause, "obj") if thought and _bare(paragraph, word, w, clause)]
    names = {m.norm for m in marks}
    infinitive = clause.feats.get("VerbForm") == "Inf"
    infinitive_marks = grammar.words["noun-infinitive-marks"]
    if (
        "clause" in frame.takes
        and names & openers
        and not any(
            w.norm in grammar.words["relatives"] and w.dep in {"nsubj", "obj"} and not _marks(w, grammar)
            for w in paragraph.children(clause)
            if w not in marks
        )
    ):
        first = max(m.i for m in marks if m.norm in openers) + 1
        before = words[first - 2]
        if any(matching(paragraph, m.i - 2, grammar.runs["joining"]) > 2 for m in marks):
            return None  # cantó un tango, además de que …
        asked = frame.commitment == "Uu" and before.norm in grammar.words["request-conjunction"]
        conjoins = words[first - 1].dep == "mark" or _bare(paragraph, word, words[first - 1], clause)
        bare = thought and before.i == word.i and conjoins  # tiene la esperanza que
        asked = asked or (frame.commitment == "Uu" and before.norm in frame.prepositions)
        joined = before.norm in grammar.words["noun-conjunction"] or bare or asked
        if grammar.words["noun-conjunction"] and not joined:
            return None
    elif (infinitive and "infinitive" in frame.takes and names & (infinitive_marks | frame.prepositions)) or (
        _compound(paragraph, word, clause) and names & infinitive_marks
    ):
        first = marks[-1].i + (marks[-1].norm not in grammar.words["infinitive-kept"])
    else:
        return None
    if first > high:
        return None
    span = covered(paragraph, first, clause_end(paragraph, word, clause, first, min(clause.right, high), grammar))
    return (span, clause) if span else None


def _bare(paragraph: Paragraph, noun: Word, word: Word, clause: Word) -> bool:
    """Whether *que* right behind a noun opens a clause with a subject of its own: *la opinión | que Gil gana*."""
    subjects = (child.i for child in paragraph.children(clause, "nsubj"))
    return word.i == noun.i + 1 and word.dep == "obj" and any(word.i < at < clause.i for at in subjects)


def _compound(paragraph: Paragraph, word: Word, verb: Word) -> bool:
    """Whether an infinitive with an auxiliary hangs on a noun: *la acusación de | haber mentido*."""
    infinitive = any(aux.feats.get("VerbForm") == "Inf" for aux in paragraph.children(verb, "aux"))
    return infinitive and verb.head == word.i


def _of_clause(paragraph: Paragraph, word: Word, clause: Word, grammar: Grammar) -> bool:
    """Whether *que* behind *de* was taken for the object of a verb that has one: *la queja de que | ocultó datos*."""
    joins = word.norm in grammar.words["complementizers"] and word.dep == "obj" and word.i > 0
    behind = joins and paragraph.words[word.i - 1].norm in grammar.words["noun-conjunction"]
    return behind and any(child.i > clause.i for child in paragraph.children(clause, "obj"))


def _marks(word: Word, grammar: Grammar) -> bool:
    """Whether a word opens a clause, whatever relation the parser gave a conjunction."""
    joins = word.pos == "SCONJ" and word.norm in grammar.words["complementizers"]
    return word.dep in {"mark", "case"} or (joins and word.dep == "obj")


def _against(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether a noun is said to be against or for somebody, and not whose it is: *las acusaciones en su contra*."""
    stances = (c for c in paragraph.children(word, "nmod", "obl") if c.norm in grammar.words["stances"] and c.i)
    return any(paragraph.words[c.i - 1].feats.get("Poss") == "Yes" for c in stances)


def _of_whom(paragraph: Paragraph, word: Word, content: Span, grammar: Grammar) -> Mention:
    """Return whose announcement, promise or fear it is; the subject of a verb that carries the noun serves, too."""
    for child in paragraph.children(word, "nmod", "obl"):
        if (
            child.end <= content.start
            and child.pos in {"NOUN", "PROPN", "PRON", "DET"}
            and not nominal.is_time(child, grammar)
            and not nominal.is_personal(paragraph, child, grammar)  # la invitación a Gil para que …
        ):
            if child.norm in grammar.words["first-person"]:
                return Mention("speaker", (), word)
            if child.dep == "nmod:poss" and child.pos in {"PRON", "DET"}:
                return Mention("pronoun", (child.span,), child, child.feats.get("Number") == "Plur")
            return _before(paragraph, nominal.mention(paragraph, child, grammar), content)
    if any(
        w.feats.get("Poss") == "Yes" or w.norm in grammar.words["possessives"]
        for w in paragraph.children(word, "det", "nmod")
    ):
        own = next(w for w in paragraph.children(word, "det", "nmod") if w.i < word.i)
        if own.norm in grammar.words["first-person"]:
            return Mention("speaker", (), word)
        return Mention("pronoun", (own.span,), own)
    paper = next((w for w in paragraph.children(word, "compound", "nmod") if w.entity == "ORG" and w.i < word.i), None)
    if paper is not None:  # a Harbour Times report that
        return replace(nominal.mention(paragraph, paper, grammar), kind="noun")
    verb = paragraph.head(word)
    held = word.dep == "obl" and any(c.norm in grammar.words["holding"] for c in paragraph.children(word, "case"))
    reached = _reached(paragraph, word, verb, grammar)
    if word.dep in {"obj", "obl"} and verb.pos == "VERB" and (held or reached or _carries(verb, grammar)):
        light = (held or verb.lemma in grammar.words["light-verbs"]) and not sources.dropped(paragraph, verb).plural
        light = light or reached
        found = sources.subject(paragraph, verb, grammar)
        thing = found is not None and found.kind == "noun" and not found.speaks
        if thing and not reached and any(True for _ in paragraph.children(word, "case")):
            found = NOBODY  # el pan sube por rumores de que …
        return found or (sources.who(paragraph, verb, grammar, impersonal=True) if light else NOBODY)
    if word.norm in grammar.forms and not any(True for _ in paragraph.children(word, "det", "case", "amod")):
        return beside.right_before(paragraph, word, grammar) or NOBODY  # a verb that the parser took for a noun
    return NOBODY


def _before(paragraph: Paragraph, source: Mention, content: Span) -> Mention:
    """Return a source without the content that the parser hung on it: *la orden del juez | de registrar la casa*."""
    inside = [word for word in paragraph.words if source.spans and source.spans[0].start <= word.start < content.start]
    if not source.spans or source.spans[0].end <= content.start or len(inside) < _NOUN_AND_MARK:
        return source
    span = covered(paragraph, inside[0].i, inside[-1].i - 1)
    return replace(source, spans=(span,)) if span is not None else source


def _reached(paragraph: Paragraph, word: Word, verb: Word, grammar: Grammar) -> bool:
    """Whether a verb's subject comes to think what the noun says: *llegaron a la conclusión de que*."""
    cases = {case.norm for case in paragraph.children(word, "case")}
    return verb.lemma in grammar.words["reaching"] and bool(cases & grammar.words["reached"])


def _carries(verb: Word, grammar: Grammar) -> bool:
    """Whether a verb's subject is who makes the claim: *made the claim*, and not *rejected* or *faced the claim*."""
    if verb.lemma in grammar.words["of-others"]:
        return False
    return not any(frame.denies or frame.act == "evaluate" for frame in grammar.frames(verb.norm, verb.lemma))
