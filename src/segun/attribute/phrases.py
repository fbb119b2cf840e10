"""Noun phrases that a cue takes as its content, bare or behind a preposition: *ordenó el despliegue*, *accused of*."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.clauses import clause_head
from segun.attribute.draft import Complement, covered
from segun.attribute.extent import clause_end
from segun.attribute.infinitives import gerund, infinite
from segun.attribute.phrase_ends import before_next_verb
from segun.attribute.sources import is_finite, is_impersonal, is_passive
from segun.attribute.unsaid import taken_up
from segun.lang.lexicon import Frame, Grammar


def noun(
    paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar, within: tuple[int, int]
) -> Complement | None:
    """Return the object that stands for what is said or asked for: *denunció | la falta de agua*.

    A :data:`~segun.attribute.draft.Finder`.
    """
    weak = grammar.lemma(verb.norm, verb.lemma) in frame.weak
    passive = is_passive(paragraph, verb, grammar)
    impersonal = is_impersonal(paragraph, verb, grammar)
    relations = ("nsubj", "obj") if passive or impersonal or _inverted(paragraph, verb, grammar) else ("obj",)
    gap = verb.dep.startswith("acl") and any(
        w.norm in grammar.words["relatives"] for w in paragraph.children(verb, "obj")
    )
    first_allowed, last = within
    if taken_up(paragraph, verb, grammar):
        return None
    for child in paragraph.children(verb, *relations):
        if (
            not first_allowed <= child.i <= last
            or gap  # la foto que filtró un diario
            or (_is_utterance(paragraph, child, grammar) and not _denied(paragraph, child, frame))
            or not _is_noun(child, grammar)
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


def _denied(paragraph: Paragraph, noun: Word, frame: Frame) -> bool:
    """Whether news is denied, and it is said of what: *desmintió | la noticia sobre la explosión*."""
    return frame.denies and any(True for _ in paragraph.children(noun, "nmod"))


def _is_noun(word: Word, grammar: Grammar) -> bool:
    """Whether a word is a noun, or one for what happens that the parser took for an adjective: *condena ataque en*."""
    taken = word.pos == "ADJ" and word.text.islower()
    return word.pos in {"NOUN", "PROPN"} or (taken and word.norm in grammar.words["nouns.propositional"])


def _inverted(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether the parser took for a verb's subject what stands behind it and cannot speak: *destacaron | la falta*."""
    subjects = list(paragraph.children(verb, "nsubj"))
    objects = any(True for _ in paragraph.children(verb, "obj"))
    known = bool(grammar.words["clitics"]) and is_finite(paragraph, verb) and not objects
    return known and len(subjects) == 1 and subjects[0].i > verb.i and not nominal.speaks(subjects[0], grammar)


def whom(
    paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar, within: tuple[int, int]
) -> Complement | None:
    """Return whom a cue judges, where it says no more of them: *endorsed | Ana Soto*, *defended | the mayor*.

    A :data:`~segun.attribute.draft.Finder`.
    """
    passive = is_passive(paragraph, verb, grammar)
    _, last = within
    for child in paragraph.children(verb, "nsubj" if passive else "obj"):
        somebody = child.pos == "PROPN" or child.norm in grammar.words["person-pronouns"]
        if not (somebody or (child.pos == "NOUN" and nominal.is_person(child, grammar))):
            continue
        begin, end = nominal.phrase(paragraph, child, grammar)
        span = covered(paragraph, begin, min(end, last))
        if span is not None and (passive or child.i > verb.i):
            return Complement((span,), frame, "whom", None, begin)
    return None


def _is_utterance(paragraph: Paragraph, noun: Word, grammar: Grammar) -> bool:
    """Whether a noun is something written or shown, and not what it says: *difundió un comunicado, las fotos*."""
    if {noun.norm, noun.lemma} & grammar.words["nouns.shown"] and not _of_clause(paragraph, noun, grammar):
        return True
    return nominal.is_document(noun, grammar) and not nominal.stands_for_proposition(paragraph, noun, grammar)


def _of_clause(paragraph: Paragraph, noun: Word, grammar: Grammar) -> bool:
    """Whether a noun says what it tells: *dio a conocer la noticia de que*."""
    after = paragraph.words[noun.i + 1 : noun.i + 3]
    if len(after) > 1 and after[0].norm in grammar.words["noun-conjunction"]:
        return after[1].norm in grammar.words["complementizers"]
    return bool(after) and after[0].norm in grammar.words["complementizers"] and not grammar.words["noun-conjunction"]


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


def oblique(
    paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar, within: tuple[int, int]
) -> Complement | None:
    """Return what stands behind a preposition of the cue's: *acusó a Gil de | robar*, *insistió en | el cierre*.

    A :data:`~segun.attribute.draft.Finder`.
    """
    _, last = within
    passive = is_passive(paragraph, verb, grammar)
    nodes = list(paragraph.children(verb, "obl", "obj", "advcl", "xcomp", "ccomp", "acl", "nmod"))
    if frame.with_object:
        for obj in paragraph.children(verb, "obj", "nsubj", "obl", "iobj"):
            by = passive and any(c.norm in grammar.words["agents"] for c in paragraph.children(obj, "case"))
            inner = _charges(paragraph, obj, grammar) if by else paragraph.children(obj, "nmod", "acl", "advcl")
            nodes += [n for n in inner if obj.i > verb.i]
        if verb.dep == "amod":  # dos hombres acusados | de robar: the parser hangs both on whom they are said of
            nodes += [n for n in paragraph.children(paragraph.head(verb), "nmod", "acl") if n.left == verb.i + 1]
    agents = grammar.words["agents"] if passive else frozenset()
    for node in sorted(nodes, key=lambda w: w.i):
        made_by = (
            agents if node.pos in {"NOUN", "PROPN"} and nominal.speaks(node, grammar) else frozenset()
        )  # por la jueza
        marks = frame.prepositions - made_by
        before = (w for w in paragraph.children(node, "case", "mark") if w.i < node.i)
        markers = [last_word for w in before if (last_word := _marker(paragraph, w, marks)) is not None]
        if not markers or node.i < verb.i or node.i > last or node.norm in grammar.words["oblique-idioms"]:
            continue
        if not passive and _does_something(paragraph, verb, node, frame):
            continue
        clause = infinite(paragraph, node) or gerund(paragraph, node) or is_finite(paragraph, node)
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
            end = min(node.right, last)
            joins = end < last and paragraph.words[end + 1].norm in grammar.words["phrase-joiners"]
            if joins and not frame.with_object:
                whole = clause_end(paragraph, verb, node, first, last, grammar)
                end = before_next_verb(paragraph, node, whole, grammar)
            end = _phrases_end(paragraph, verb, frame, end, last, grammar)
        span = covered(paragraph, first, end)
        if span is None:
            continue
        if frame.with_object and passive and not clause:
            return _accused(
                paragraph, verb, frame, markers[-1].i, _before_agent(paragraph, node, end, grammar), grammar
            )
        return Complement((span,), frame, "oblique", node if clause else None, first)
    return None


def _marker(paragraph: Paragraph, word: Word, marks: frozenset[str]) -> Word | None:
    """Return the last word of a preposition of ``marks`` that begins with a word: *por*, *en contra de*."""
    rest = list(paragraph.children(word, "fixed"))
    if rest and " ".join(w.norm for w in (word, *rest)) in marks:
        return rest[-1]
    return word if word.norm in marks else None


def _charges(paragraph: Paragraph, agent: Word, grammar: Grammar) -> list[Word]:
    """Return of what somebody accuses, which the parser hung on them: *acusado por la fiscalía | de robo*."""
    inside = (w for w in paragraph.subtree(agent) if w.i > agent.i and w.dep.startswith(("nmod", "acl", "advcl")))
    return [w for w in inside if w.pos != "NOUN" or nominal.stands_for_proposition(paragraph, w, grammar)]


def _before_agent(paragraph: Paragraph, charge: Word, end: int, grammar: Grammar) -> int:
    """Return the end of a charge without who makes it: *acusado de robo | por la fiscalía*."""
    for word in paragraph.words[charge.i + 1 : end + 1]:
        if word.norm in grammar.words["agents"] and nominal.speaks(paragraph.head(word), grammar):
            return word.i - 1
    return end


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
        head = clause_head(paragraph, words[end + 3], verb)
        return clause_end(paragraph, verb, head, end + 4, last, grammar) if head is not None else end
    return _with_explanation(paragraph, end, last)


def _does_something(paragraph: Paragraph, verb: Word, node: Word, frame: Frame) -> bool:
    """Whether a verb that tells nobody has an object before a phrase: *admits women to a club*, *admits to theft*."""
    if frame.with_object or frame.keeps_object or frame.addressee != "":
        return False
    objects = (child for child in paragraph.children(verb, "obj") if verb.i < child.i < node.left)
    return any(child.pos in {"NOUN", "PROPN"} and not any(paragraph.children(child, "case")) for child in objects)


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
    if {node.norm, node.lemma} & grammar.words["nouns.shown"]:
        return False  # informó sobre las fotos de la fiesta
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
