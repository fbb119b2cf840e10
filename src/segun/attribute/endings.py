"""Where a content ends although its clause seems to go on: before words that the report adds itself."""

from __future__ import annotations

from itertools import pairwise

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside, nominal
from segun.attribute.extent import form, predicate
from segun.attribute.opposed import opposed
from segun.attribute.regions import denies
from segun.attribute.runs import matching, phrase_frames
from segun.lang.lexicon import Grammar

_SUBJECT = 24
"""Words behind a conjunction within which its subject and its verb stand."""
_SMALLEST = 2
"""Words that a content has at the least."""
_MANNER = 5
"""Words from the head of a clause that is set against a content to its verb at the most."""


def ending(paragraph: Paragraph, cue: Word, first: int, last: int, grammar: Grammar) -> int | None:
    """Return the first word behind the content that goes from ``first`` to ``last``, if it ends before ``last``."""
    words = paragraph.words
    for at in range(first + _SMALLEST, last + 1):
        quotation = paragraph.quotation_at(words[at].start)
        if quotation is not None and not quotation.outer.holds(cue.span):
            continue
        mark = words[at - 1 - (words[at - 1].norm == '"')]
        if mark.norm == "," and (
            any(adds(paragraph, at, last, grammar) for adds in _ADDED)
            or _set_against(paragraph, cue, at, last, grammar)
        ):
            return at - 1
        if at > cue.i + 1 and _judged(paragraph, first, at, last, grammar):
            return at
        if _explained(paragraph, at, grammar) or _turned(paragraph, cue, first, at, last, grammar):
            return at
        if at < last and _oneself(paragraph, cue, first, at, last, grammar):
            return at
        if at < last and (_handed_over(paragraph, at, grammar) or _joined(paragraph, cue, first, at, last, grammar)):
            return at
    return None


def _set_against(paragraph: Paragraph, cue: Word, at: int, last: int, grammar: Grammar) -> bool:
    """Whether a comma parts what is denied from who says it, or a content from what its source says of it.

    *Negó que hubiera pacto, | como se rumoró*, *dijo que abrirá, | pese a lo cual ha pedido que …*.
    """
    words = paragraph.words
    if matching(paragraph, at, grammar.manner) and words[at].norm not in grammar.words["manner-alone"]:
        return denies(cue, grammar) and any(
            grammar.takes(w.norm, w.lemma, "clause") for w in words[at + 1 : at + 1 + _MANNER]
        )
    opens = next((k for k in range(at, min(at + _MANNER, last)) if words[k].norm in grammar.words["relatives"]), None)
    if opens is None or words[opens - 1].norm not in grammar.words["relative-antecedents"] or opens == at:
        return False
    if matching(paragraph, opens + 1 + (words[opens + 1].norm == ","), grammar.adjuncts):
        return True  # lo que, según Gil, …
    verb = next((w for w in words[opens + 1 : last + 1] if w.finite), None)
    main = predicate(paragraph, verb) if verb is not None and verb.head > opens else verb
    if (
        main is None
        or not cue.finite
        or main.i > opens + _MANNER
        or form(paragraph, main)[:2] != form(paragraph, cue)[:2]
    ):
        return False
    if any(word.pos == "ADP" for word in words[at : opens - 1]):
        return _says(paragraph, main, grammar)
    return any(frame.needs_predicate for frame in grammar.frames(main.norm, main.lemma))  # not: lo que indica que


def adds_cue(word: Word, grammar: Grammar) -> bool:
    """Whether a participle goes on with a cue of its own: *adding that*, *añadiendo que*."""
    participle = word.feats.get("VerbForm") in {"Ger", "Part"} and word.norm in grammar.forms
    return participle and word.norm.endswith(tuple(grammar.words["going-on"]))


def _clause(paragraph: Paragraph, at: int, last: int) -> tuple[Word, Word | None] | None:
    """Return the first finite verb behind ``at`` as its main verb, and its subject if that stands before it."""
    words = paragraph.words
    finite = next((w for w in words[at : min(at + _SUBJECT, last + 1)] if w.finite), None)
    if finite is None:
        return None
    main = predicate(paragraph, finite) if finite.head > at else finite
    subjects = [w for w in words[at : finite.i] if w.dep.startswith("nsubj") and w.pos in {"NOUN", "PROPN"}]
    return main, subjects[0] if subjects else None


def _conceded(paragraph: Paragraph, at: int, last: int, grammar: Grammar) -> bool:
    """Whether the report concedes something: about somebody else, or with a cue: *…, aunque reconoció que*."""
    size = matching(paragraph, at, grammar.runs["concessions"])
    clause = _clause(paragraph, at + size, last) if size else None
    return clause is not None and (clause[1] is not None or _says(paragraph, clause[0], grammar))


def _says(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a verb is a cue and has a clause, whatever the parser calls it, or an admission: *reconoció retrasos*."""
    frames = phrase_frames(paragraph, verb, grammar) or grammar.frames(verb.norm, verb.lemma)
    if not any("clause" in frame.takes for frame in frames):
        return False
    after = paragraph.words[verb.i + 1 : verb.i + 2]
    things = (c for c in paragraph.children(verb, "obj") if c.i > verb.i and c.pos == "NOUN")
    nobody = any(word.norm in grammar.words["impersonal"] for word in paragraph.words[max(verb.i - 3, 0) : verb.i])
    if not nobody and any(frame.takes & {"noun", "any-noun"} for frame in frames) and any(True for _ in things):
        return True
    marked = any(word.norm in grammar.words["complementizers"] for word in after)
    return marked or any(child.i > verb.i for child in paragraph.children(verb, "ccomp"))


def _resumed(paragraph: Paragraph, at: int, last: int, grammar: Grammar) -> bool:
    """Whether a noun takes up what was said: *…, cosa que desmiente la marina*, *…, a claim denied by the navy*."""
    words = paragraph.words
    noun = words[at + 1] if words[at].norm in grammar.words["indefinites"] and at < last else words[at]
    after = words[noun.i + 1] if noun.i < last else None
    said = noun.norm in grammar.words["resumptives"] or noun.lemma in grammar.nouns
    if after is None or not said or noun.pos in {"VERB", "AUX"}:
        return False
    return after.norm in grammar.words["relatives"] or after.feats.get("VerbForm") == "Part"


def _reasoned(paragraph: Paragraph, at: int, last: int, grammar: Grammar) -> bool:
    """Whether the cue's subject goes on, or gives reasons, with a cue: *, añadiendo que*, *, al considerar que*."""
    size = matching(paragraph, at, grammar.runs["reason-openers"])
    verb = paragraph.words[min(at + size, last)]
    if not size:
        lead = verb.pos == "ADV" or verb.norm in grammar.words["coordinators"]
        return adds_cue(paragraph.words[min(at + lead, last)], grammar)  # …, later adding that
    return verb.feats.get("VerbForm") in {"Inf", "Ger", "Part"} and bool(grammar.frames(verb.norm, verb.lemma))


def _oneself(paragraph: Paragraph, cue: Word, first: int, at: int, last: int, grammar: Grammar) -> bool:
    """Whether speakers go on about themselves behind what somebody else said: *«Dijo que vendría | y aún espero»*."""
    words = paragraph.words
    if words[at].norm not in grammar.words["coordinators"] or paragraph.quotation_at(cue.start) is None:
        return False
    verb = next((w for w in words[at + 1 : min(at + _SUBJECT, last + 1)] if w.finite), None)
    if verb is None or not cue.finite or cue.feats.get("Person") != "3" or verb.feats.get("Person") != "1":
        return False
    opens = words[at + 1].norm in grammar.words["complementizers"] | grammar.words["relatives"]
    return not opens and not any(w.finite and w.feats.get("Person") == "1" for w in words[first:at])


def _judged(paragraph: Paragraph, first: int, at: int, last: int, grammar: Grammar) -> bool:
    """Whether a phrase or an infinitive ends before what its cue's subject thinks: *pidió calma | por creer que …*.

    No comma parts them; where the content has a verb with a person, what follows may be that verb's.
    """
    words = paragraph.words
    size = matching(paragraph, at, grammar.runs["reason-openers"])
    verb = words[min(at + size, last)]
    form = "Inf" if size else "Ger"
    opens = verb.i < last and words[verb.i + 1].norm in grammar.words["complementizers"]
    if not opens or verb.feats.get("VerbForm") != form or any(word.finite for word in words[first:at]):
        return False
    return any("clause" in frame.takes for frame in grammar.frames(verb.norm, verb.lemma))


def _credited(paragraph: Paragraph, at: int, last: int, grammar: Grammar) -> bool:
    """Whether a phrase that closes the sentence attributes it, content and cue: *prevé subirla, de acuerdo con X*."""
    size = matching(paragraph, at, grammar.adjuncts)
    words = paragraph.words
    finite = next((w for w in words[at + size : last + 1] if w.finite), None)
    return size > 0 and (
        finite is None or any(w.norm in grammar.words["relatives"] for w in words[at + size : finite.i])
    )


def _announced(paragraph: Paragraph, at: int, last: int, grammar: Grammar) -> bool:
    """Whether a cue with its subject behind it closes the sentence: *reconoció haber huido, informó la emisora*."""
    cue = paragraph.words[at]
    if not cue.finite or not grammar.takes(cue.norm, cue.lemma, "clause"):
        return False
    if any(child.i < at for child in paragraph.children(cue, "nsubj")):
        return False
    source = beside.following(paragraph, cue, grammar, last)
    return (
        source is not None
        and source.kind == "noun"
        and source.speaks
        and not any(w.finite for w in paragraph.words[at + 1 : last + 1])
    )


def withheld(paragraph: Paragraph, at: int, last: int, grammar: Grammar) -> bool:
    """Whether the report tells what somebody did not tell: *…, sin dar más detalles*, *…, without naming anyone*."""
    words = paragraph.words
    if words[at].norm not in grammar.words["without"] or at >= last:
        return False
    verb = words[at + 1]
    return verb.feats.get("VerbForm") in {"Inf", "Ger", "Part"} and _told(verb) in grammar.words["withholding"]


def _told(verb: Word) -> str:
    """Return the lemma of a verb without the pronouns that the parser adds to it: *referir el*."""
    return verb.lemma.partition(" ")[0]


_ADDED = (_conceded, _resumed, _reasoned, _credited, _announced, withheld)
"""What the report may add behind a comma."""


def _explained(paragraph: Paragraph, at: int, grammar: Grammar) -> bool:
    """Whether what a colon opens has an inserted cue of its own: *lo niega: el grifo, dice la nota, está abierto*."""
    words = paragraph.words
    last = paragraph.sentence_of(words[at]).last
    if words[at].norm != ":" or any(w.norm == '"' for w in words[at + 1 : at + 2]):
        return False
    for comma, cue in pairwise(words[at + 1 : last]):
        if comma.norm == "," and cue.finite:
            return grammar.takes(cue.norm, cue.lemma, "clause")
    return False


def _turned(paragraph: Paragraph, cue: Word, first: int, at: int, last: int, grammar: Grammar) -> bool:
    """Whether the report tells on behind a connective, in the past as before the content, which has another tense.

    *Dijo que el puente era seguro, | sin embargo los vecinos lo cerraron*, *decidió que hacía falta, | así que pagó*.
    """
    words = paragraph.words
    size = matching(paragraph, at, grammar.runs["turning"])
    if not size or (size == 1 and words[at - 1].norm != ","):
        return False
    if words[at - 1].norm == "," and all(w.pos == "PUNCT" for w in words[at + size : last + 1]):
        return True  # …, sin embargo |
    clause = _clause(paragraph, at + size, last)
    if size > 1 and words[at - 1].norm == "," and not any(w.finite for w in words[at + size : last + 1]):
        return any(w.finite for w in words[last + 1 : paragraph.sentence_of(cue).last + 1])  # its verb stands outside
    if clause is None or paragraph.quotation_at(words[at].start) is not None:
        return False
    told = form(paragraph, clause[0])[:2]
    passive = any(c.lemma in grammar.words["passive-auxiliaries"] for c in paragraph.children(clause[0], "aux"))
    passive = passive or any(True for _ in paragraph.children(clause[0], "aux:pass"))
    past = form(paragraph, cue)[0] in {"Past", "Imp"} and told[0] == "Past" and not passive
    return past and not any(w.finite and form(paragraph, w)[:2] == told for w in words[first:at])


def _handed_over(paragraph: Paragraph, at: int, grammar: Grammar) -> bool:
    """Whether what follows has a cue of its own at its head: *…, pero, según X, …*, *un plan que, dijo, fracasó*."""
    words = paragraph.words
    if words[at + 1].norm != "," or at + 3 >= len(words):
        return False
    if words[at].norm in grammar.words["adversatives"]:
        return matching(paragraph, at + 2, grammar.adjuncts) > 0
    cue = words[at + 2]
    said = words[at].norm in grammar.words["relatives"] and cue.finite and words[at + 3].norm == ","
    return said and words[at].dep != "mark" and bool(grammar.frames(cue.norm, cue.lemma))


def _joined(paragraph: Paragraph, cue: Word, first: int, at: int, last: int, grammar: Grammar) -> bool:
    """Whether a statement of its own is joined to the cue: *argued X, and the campaign boasted that Y*."""
    words = paragraph.words
    if words[at].norm not in grammar.words["coordinators"] or not cue.finite:
        return False
    if opposed(paragraph, at, last, grammar):
        return words[at - 1].norm == "," or not any(form(paragraph, w)[0] == "Pres" for w in words[first:at])
    clause = _clause(paragraph, at + 1, last)
    if clause is None or words[at + 1].norm in grammar.words["complementizers"] | grammar.words["relatives"]:
        return False
    verb, subject = clause
    frames = grammar.frames(verb.norm, verb.lemma)
    if form(paragraph, verb)[:2] != form(paragraph, cue)[:2]:
        return False
    if subject is None:
        early = all(w.pos in {"ADV", "AUX", "PRON"} for w in words[at + 1 : verb.i])
        return early and _unlike(words[first:at], form(paragraph, cue)[1])
    mark = words[at - 1 - (words[at - 1].norm == '"')]
    apart = mark.norm == "," or not any(
        w.finite and form(paragraph, w)[:2] == form(paragraph, cue)[:2] for w in words[first:at]
    )
    return apart and bool(frames) and nominal.speaks(subject, grammar)


def _unlike(content: list[Word], mood: str) -> bool:
    """Whether a content begins with an infinitive, or all its verbs have another mood than the cue."""
    finite = [word for word in content if word.finite]
    start = content[content[0].pos == "ADP"]
    if not finite:
        return start.feats.get("VerbForm") == "Inf"
    return all(word.feats.get("Mood") not in {mood, None} for word in finite)
