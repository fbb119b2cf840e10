"""How firmly the innermost source commits itself to a content, and what it does by saying it.

Values are FactBank's (Saurí and Pustejovsky 2009): the first main clause of the content decides.
"""

from __future__ import annotations

from typing import cast

from segun.annotate.words import Paragraph, Word
from segun.attribute.draft import Draft
from segun.attribute.runs import runs_in
from segun.attribute.sources import is_impersonal
from segun.lang.lexicon import Grammar
from segun.model import Factuality, Span, SpeechAct

_PHRASES = frozenset({"noun phrase", "oblique", "small clause", "accusation", "headline phrase"})
"""Rules whose contents have no verb of their own that tells how firmly they are said."""


def main_predicate(paragraph: Paragraph, draft: Draft, grammar: Grammar) -> Word | None:
    """Return the predicate of the first main clause of a content."""
    words = [w for span in draft.content for w in paragraph.inside(span)]
    if draft.head is not None and not draft.quoted:
        return draft.head if _stands(paragraph, draft.head, grammar) else _first_main(paragraph, words) or draft.head
    if not words:
        return None
    inside = {w.i for w in words}
    tops = [w for w in words if w.head not in inside or w.head == w.i]
    verbal = [w for w in tops if w.pos in {"VERB", "AUX"} or any(paragraph.children(w, "cop"))]
    best = (verbal or tops)[0]
    return best if _stands(paragraph, best, grammar) else _first_main(paragraph, words) or best


def _stands(paragraph: Paragraph, predicate: Word, grammar: Grammar) -> bool:
    """Whether a predicate can be a main clause's: it is finite and no *si* or *when* opens it."""
    finite = any(w.finite for w in group(paragraph, predicate))
    opened = {mark.norm for mark in paragraph.children(predicate, "mark")}
    if opened & (grammar.words["whether"] | grammar.words["subordinators"]):
        return False  # advirtió que, si llueve, cerrará
    if predicate.feats.get("VerbForm") == "Inf" or predicate.dep not in {"root", "parataxis"}:
        return True  # a clause that a cue governs
    return finite and not any(True for _ in paragraph.children(predicate, "mark"))


def _first_main(paragraph: Paragraph, words: list[Word]) -> Word | None:
    """Return the first finite predicate that nothing subordinates, where the parser took another for the root."""
    for word in words:
        if not word.finite:
            continue
        predicate = paragraph.head(word) if word.dep in {"aux", "cop", "aux:pass"} else word
        if not predicate.dep.startswith("acl") and not any(True for _ in paragraph.children(predicate, "mark")):
            return predicate
    return None


def group(paragraph: Paragraph, predicate: Word) -> list[Word]:
    """Return a predicate with its auxiliaries, copula and negations."""
    return [predicate, *paragraph.children(predicate, "aux", "aux:pass", "cop")]


def negated(paragraph: Paragraph, predicate: Word, grammar: Grammar) -> bool:
    """Whether the predicate is denied by a word of its own clause, *no solo* and *not only* left aside."""
    words = paragraph.words
    for child in paragraph.children(predicate):
        deep = [child, *(paragraph.children(child, "det", "advmod"))] if child.i < predicate.i else [child]
        for word in deep:
            if word.norm not in grammar.words["negations"] or word.i > predicate.i + 1:
                continue
            after = words[word.i + 1].norm if word.i + 1 < len(words) else ""
            if after not in grammar.words["only"]:
                return True
    return False


def factuality(paragraph: Paragraph, draft: Draft, predicate: Word | None, grammar: Grammar) -> Factuality:
    """Return the FactBank value of a content, whose :func:`main_predicate` is given."""
    frame = draft.frame
    if frame is not None and frame.commitment == "Uu" and not (draft.quoted and frame.act != "ask"):
        return "Uu"
    if _asks(paragraph, draft) or (predicate is not None and _commands(paragraph, predicate, quoted=draft.quoted)):
        return "Uu"
    strength: str = frame.commitment if frame is not None and frame.commitment != "Uu" else "CT"
    minus = (frame is not None and frame.denies) ^ draft.negated
    if predicate is not None and _obliges(paragraph, predicate, grammar):
        return "Uu"
    if predicate is not None and draft.rule not in _PHRASES:
        denied = negated(paragraph, predicate, grammar) or _nobody(paragraph, draft, grammar)
        minus ^= denied
        strength = _weaker(strength, _strength(paragraph, predicate, grammar, denied=denied))
        if strength == "CT" and frame is not None and frame.act == "assert" and _lost_future(predicate, grammar):
            strength = "PR"
    elif draft.rule in {"noun phrase", "headline phrase"} and frame is not None and frame.group == "report":
        strength = "CT"
    return cast("Factuality", f"{strength}{'-' if minus else '+'}")


def _nobody(paragraph: Paragraph, draft: Draft, grammar: Grammar) -> bool:
    """Whether a content begins with a subject that is nobody or nothing: *ninguno de ellos podrá*, *nobody's field*."""
    words = paragraph.inside(draft.content[0])
    if draft.quoted or len(words) < 2 or words[0].norm not in grammar.words["negations"]:
        return False
    return words[0].pos in {"PRON", "DET", "NOUN"} and words[1].norm not in grammar.words["only"]


def _lost_future(predicate: Word, grammar: Grammar) -> bool:
    """Whether a verb that is asserted has the form of a future without its accent: *afirmó que no atacara*."""
    subjunctive = predicate.feats.get("Mood") == "Sub" and predicate.finite
    return subjunctive and predicate.norm.endswith(tuple(grammar.words["lost-futures"]))


def _obliges(paragraph: Paragraph, predicate: Word, grammar: Grammar) -> bool:
    """Whether the clause says what ought to be: *debe cerrarse*, *must be closed*, *tenemos que salir*."""
    named = predicate.pos in {"NOUN", "PROPN", "NUM"} and not any(True for _ in paragraph.children(predicate, "cop"))
    if not named and any(  # Gil debe 40 coronas
        w.lemma in grammar.words["must"] or w.norm in grammar.words["must"]
        for w in paragraph.children(predicate, "aux")
    ):
        return not any(w.feats.get("Mood") == "Cnd" for w in paragraph.children(predicate, "aux"))
    before = paragraph.words[predicate.i - 2] if predicate.i > 1 else predicate
    following = (before.lemma, paragraph.words[predicate.i - 1].norm)
    return following in grammar.runs["must"].get(before.lemma, ())


def _strength(paragraph: Paragraph, predicate: Word, grammar: Grammar, *, denied: bool) -> str:
    verbs = group(paragraph, predicate)
    norms, lemmas = {w.norm for w in verbs}, {w.lemma for w in verbs}
    open_modal = bool(norms & grammar.words["modal-conditional"])
    if denied and norms & grammar.words["able"]:
        open_modal = False  # nadie puede negarlo
    if open_modal or any(w.norm in grammar.words["perhaps"] for w in paragraph.children(predicate, "advmod")):
        return "PS"
    if lemmas & grammar.words["seem"] or any(
        w.norm in grammar.words["probably"] for w in paragraph.children(predicate, "advmod")
    ):
        return "PR"
    finite = [w for w in verbs if w.finite]
    if any(w.feats.get("Tense") == "Fut" or w.feats.get("Mood") == "Cnd" for w in finite):
        return "PR"
    if norms & grammar.words["future-auxiliaries"] or _going_to(paragraph, predicate, grammar):
        return "PR"
    return "CT"


def _going_to(paragraph: Paragraph, predicate: Word, grammar: Grammar) -> bool:
    """*va a* + infinitive."""
    words = paragraph.words
    moves = grammar.words["moves"]
    if predicate.lemma in moves and predicate.feats.get("Tense") == "Pres":
        return any(c.feats.get("VerbForm") == "Inf" for c in paragraph.children(predicate, "xcomp", "advcl", "ccomp"))
    return any(
        w.lemma in moves and w.feats.get("Tense") == "Pres" for w in words[max(0, predicate.i - 3) : predicate.i]
    )


def _weaker(one: str, other: str) -> str:
    order = ("CT", "PR", "PS")
    return max(one, other, key=order.index)


def _asks(paragraph: Paragraph, draft: Draft) -> bool:
    text = paragraph.text
    first = draft.content[0]
    if text[first.start] == "¿":
        return True
    stretch = text[first.start : min(first.end + 1, len(text))]
    marks = [stretch.find(m) for m in ".!?" if m in stretch]
    return bool(marks) and stretch[min(marks)] == "?"


def _commands(paragraph: Paragraph, predicate: Word, *, quoted: bool) -> bool:
    """Whether a clause tells somebody to do something; in direct speech a bare verb form is enough."""
    if predicate.feats.get("Mood") == "Imp":
        return True
    if predicate.feats.get("Mood") == "Sub" and predicate.feats.get("Person") == "2":
        return not any(True for _ in paragraph.children(predicate, "mark"))
    bare = predicate.feats.get("Mood") == "Sub" and predicate.feats.get("Person") == "3" and quoted
    if bare and not any(True for _ in paragraph.children(predicate, "nsubj", "mark")):
        return True
    if predicate.feats.get("VerbForm") == "Inf" and (predicate.dep == "root" or quoted):
        return not any(True for _ in paragraph.children(predicate, "nsubj", "aux", "cop"))
    return False


def speech_act(
    paragraph: Paragraph, draft: Draft, predicate: Word | None, value: Factuality, grammar: Grammar
) -> SpeechAct:
    """Return what the innermost source does in saying a content, whose :func:`main_predicate` is given."""
    frame = draft.frame
    act: SpeechAct = frame.act if frame is not None else "assert"
    if draft.how == "document" and act in {"order", "request", "promise"}:
        return "stipulate"
    if _asks(paragraph, draft):
        return "ask"
    if act not in {"assert", "evaluate"} or predicate is None or draft.rule in _PHRASES:
        return act
    if _commands(paragraph, predicate, quoted=draft.quoted):
        return "request"
    verbs = group(paragraph, predicate)
    future = any(w.feats.get("Tense") == "Fut" for w in verbs) or any(w.norm in grammar.words["will"] for w in verbs)
    if future and act == "assert":
        first = any(w.feats.get("Person") == "1" for w in verbs) or _same_subject(paragraph, predicate, grammar)
        return "promise" if first or (frame is not None and frame.group == "report") else "predict"
    return "request" if act == "assert" and value == "Uu" else act


def _same_subject(paragraph: Paragraph, predicate: Word, grammar: Grammar) -> bool:
    """Whether who speaks may be who will act: the clause has a pronoun, or nothing, for its subject."""
    subjects = list(paragraph.children(predicate, "nsubj", "csubj"))
    if not subjects:
        return bool(grammar.words["impersonal"]) and not is_impersonal(paragraph, predicate, grammar)
    return all(word.pos == "PRON" for word in subjects)


def _condition_end(paragraph: Paragraph, word: Word, size: int, draft: Draft) -> int | None:
    """Return the last word of a condition: it ends with the comma after its verb, or with its clause."""
    words = paragraph.words
    last = paragraph.sentence_of(word).last
    verb = next((w for w in words[word.i + size : last + 1] if w.finite), None)
    if verb is None:
        return paragraph.head(word).right if paragraph.head(word).i > word.i else None
    clause = paragraph.head(verb) if verb.dep in {"aux", "cop", "aux:pass"} else verb
    comma = next((at for at in range(max(verb.i, clause.i), last + 1) if words[at].norm in {",", ";", "."}), None)
    if draft.head is not None and clause.i == draft.head.i and comma is None:
        return None
    return comma - 1 if comma is not None else clause.right


def condition(paragraph: Paragraph, draft: Draft, grammar: Grammar) -> Span | None:
    """Return the condition under which the content holds: *en caso de que …*, *if …*, its conjunction included."""
    for span in draft.content:
        for word, size in runs_in(paragraph, paragraph.inside(span), grammar.runs["conditional-starts"]):
            if size == 1 and word.dep not in {"mark", "case", "fixed"}:
                continue
            end = _condition_end(paragraph, word, size, draft)
            if end is None:
                continue
            stop = min(paragraph.words[max(end, word.i)].end, span.end)
            if stop > word.start:
                return Span(word.start, stop)
    return None
