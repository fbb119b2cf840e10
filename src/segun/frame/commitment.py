"""How firmly the innermost source commits itself to a content, and what it does by saying it.

Values are FactBank's (Saurí and Pustejovsky 2009): the first main clause of the content decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from segun.annotate.words import Paragraph, Word
from segun.attribute.draft import Draft
from segun.attribute.sources import is_impersonal
from segun.attribute.stances import Stance, stance
from segun.frame import modals
from segun.frame.conditions import Condition, counterfactual, wish
from segun.lang.lexicon import Grammar
from segun.model import Factuality, SpeechAct

_PHRASES = frozenset({"noun phrase", "oblique", "small clause", "accusation", "headline phrase"})
"""Rules whose contents have no verb of their own that tells how firmly they are said."""
_SURE = frozenset({"certain", "sure"})
"""Groups of cues by which somebody foretells what they do not promise: *está seguro de que*."""
_NEAR = 6
"""Words behind a stance among which a negation stands, where the verb is not known."""


def main_predicate(paragraph: Paragraph, draft: Draft, grammar: Grammar, on: Sequence[Condition]) -> Word | None:
    """Return the predicate of the first main clause of a content, outside the conditions that it is said ``on``."""
    words = _outside(paragraph, draft, on)
    if draft.head is not None and not draft.quoted:
        head = _bearing(paragraph, draft.head)
        if not any(each.holds(head) for each in on) and _stands(paragraph, head, grammar):
            return head
        return _first_main(paragraph, words, grammar) or head
    if not words:
        return None
    inside = {w.i for w in words}
    tops = [w for w in words if w.head not in inside or w.head == w.i]
    verbal = [w for w in tops if w.pos in {"VERB", "AUX"} or any(paragraph.children(w, "cop"))]
    best = (verbal or tops)[0]
    return best if _stands(paragraph, best, grammar) else _first_main(paragraph, words, grammar) or best


def _outside(paragraph: Paragraph, draft: Draft, on: Sequence[Condition]) -> list[Word]:
    """Return the words of a content outside its conditions; all where nothing else is left."""
    words = [w for span in draft.content for w in paragraph.inside(span)]
    if not on:
        return words
    return [w for w in words if not any(each.holds(w) for each in on)] or words


def _bearing(paragraph: Paragraph, head: Word) -> Word:
    """Return what an auxiliary right before its verb belongs to; another word itself."""
    return paragraph.head(head) if head.dep in {"aux", "aux:pass", "cop"} and head.head > head.i else head


def _stands(paragraph: Paragraph, predicate: Word, grammar: Grammar) -> bool:
    """Whether a predicate can be a main clause's: it is finite and no *si* or *when* opens it."""
    finite = any(w.finite for w in group(paragraph, predicate))
    if _subordinate(paragraph, predicate, grammar):
        return False  # advirtió que, si llueve, cerrará
    if predicate.feats.get("VerbForm") == "Inf" or predicate.dep not in {"root", "parataxis"}:
        return True  # a clause that a cue governs
    return finite and not any(True for _ in paragraph.children(predicate, "mark"))


def _subordinate(paragraph: Paragraph, predicate: Word, grammar: Grammar) -> bool:
    """Whether *si*, *when* and the like open a predicate's clause, whatever the parser takes them for."""
    opens = (child for child in paragraph.children(predicate, "mark", "advmod") if child.i < predicate.i)
    opening = grammar.words["whether"], grammar.words["subordinators"]
    return any(child.norm in known for child in opens for known in opening)


def _subordinates(paragraph: Paragraph, clause: Word, grammar: Grammar) -> bool:
    """Whether a word is the verb of a clause that something subordinates, so that its negation is its own."""
    marked = any(True for _ in paragraph.children(clause, "mark"))
    return marked or clause.dep.startswith("acl") or _subordinate(paragraph, clause, grammar)


def _first_main(paragraph: Paragraph, words: list[Word], grammar: Grammar) -> Word | None:
    """Return the first finite predicate that nothing subordinates, where the parser took another for the root."""
    for word in words:
        if not word.finite:
            continue
        predicate = paragraph.head(word) if word.dep in {"aux", "cop", "aux:pass"} else word
        if not _subordinates(paragraph, predicate, grammar):
            return predicate
    return None


def group(paragraph: Paragraph, predicate: Word) -> list[Word]:
    """Return a predicate with its auxiliaries, copula and negations."""
    return [predicate, *paragraph.children(predicate, "aux", "aux:pass", "cop")]


def negated(paragraph: Paragraph, predicate: Word, grammar: Grammar, on: Sequence[Condition] = ()) -> bool:
    """Whether the predicate is denied by a word of its own clause, *no solo* and *not only* left aside."""
    words = paragraph.words
    for child in paragraph.children(predicate):
        deep = [*paragraph.children(child, "det", "advmod")] if child.i < predicate.i else []
        if deep and _subordinates(paragraph, child, grammar):
            deep = []
        for word in (child, *deep):
            if word.norm not in grammar.words["negations"] or word.i > predicate.i + 1:
                continue
            if any(each.holds(word) for each in on):
                continue  # si no se retira, cerrará
            after = words[word.i + 1].norm if word.i + 1 < len(words) else ""
            if after not in grammar.words["only"]:
                return True
    return False


def factuality(
    paragraph: Paragraph, draft: Draft, predicate: Word | None, grammar: Grammar, on: Sequence[Condition]
) -> Factuality:
    """Return the FactBank value of a content, whose :func:`main_predicate` and conditions are given."""
    frame = draft.frame
    if draft.withheld or (frame is not None and frame.commitment == "Uu" and not (draft.quoted and frame.act != "ask")):
        return "Uu"
    if _asks(paragraph, draft) or _orders(paragraph, draft, predicate):
        return "Uu"
    strength: str = frame.commitment if frame is not None and frame.commitment != "Uu" else "CT"
    if frame is not None and draft.negated and frame.denied:
        strength = frame.denied  # no descarta que
    wished = wish(paragraph, draft, grammar)
    if wished or counterfactual(paragraph, draft, on, grammar):
        return cast("Factuality", f"{strength}-")
    words = _outside(paragraph, draft, on)
    said = stance(paragraph, words, grammar) if draft.rule not in _PHRASES else None
    if wished is not None or (said is not None and said.value[0] == "Uu"):
        return "Uu"
    minus = _denied(draft)
    if said is not None:
        inner = _behind(paragraph, words, said)
        minus ^= said.value[1] ^ _negated_behind(paragraph, words, said, inner, grammar, on)
        firm = _strength(paragraph, inner, grammar, denied=False) if inner is not None else "CT"
        return cast("Factuality", f"{_weaker(strength, _weaker(said.value[0], firm))}{'-' if minus else '+'}")
    if predicate is not None and _obliges(paragraph, predicate, grammar):
        return "Uu"
    if predicate is not None and draft.rule not in _PHRASES:
        denied = negated(paragraph, predicate, grammar, on) or _nobody(paragraph, draft, grammar)
        minus ^= denied
        strength = _weaker(strength, _strength(paragraph, predicate, grammar, denied=denied))
        if strength == "CT" and frame is not None and frame.act == "assert" and _lost_future(predicate, grammar):
            strength = "PR"
    elif draft.rule in {"noun phrase", "headline phrase"} and frame is not None and frame.group == "report":
        strength = "CT"
    return cast("Factuality", f"{strength}{'-' if minus else '+'}")


def _denied(draft: Draft) -> bool:
    """Whether a cue denies its content: *negó que*, *no cree que*; but not *no descarta que*, *no lamenta que*."""
    frame = draft.frame
    if frame is None or (draft.negated and frame.denied):
        return False
    presupposed = frame.factive and draft.rule not in _PHRASES
    return frame.denies ^ (draft.negated and not presupposed)


def _behind(paragraph: Paragraph, words: list[Word], said: Stance) -> Word | None:
    """Return the predicate of the clause behind a stance: *es probable que la presa | ceda*."""
    finite = next((w for w in words if w.i >= said.after and w.finite), None)
    return _bearing(paragraph, finite) if finite is not None else None


def _negated_behind(
    paragraph: Paragraph, words: list[Word], said: Stance, inner: Word | None, grammar: Grammar, on: Sequence[Condition]
) -> bool:
    """Whether the clause behind a stance is denied; by its first words, where its verb is not known."""
    if inner is not None and negated(paragraph, inner, grammar, on):
        return True
    finite = next((w.i for w in words if w.i >= said.after and w.finite), said.after + _NEAR)
    near = (w for w in words if said.after <= w.i < min(finite, said.after + _NEAR))
    return any(w.norm in grammar.words["negations"] for w in near)


def _nobody(paragraph: Paragraph, draft: Draft, grammar: Grammar) -> bool:
    """Whether a content begins with a subject that is nobody or nothing: *ninguno de ellos podrá*, *nobody's field*.

    A bare *no* denies, too.
    """
    words = paragraph.inside(draft.content[0])
    if len(words) == 1 and len(draft.content) == 1:
        return words[0].norm in grammar.words["negations"]
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
        conditional = any(w.feats.get("Mood") == "Cnd" for w in paragraph.children(predicate, "aux"))
        return not conditional and modals.supposed(paragraph, predicate, grammar) is None
    before = paragraph.words[predicate.i - 2] if predicate.i > 1 else predicate
    following = (before.lemma, paragraph.words[predicate.i - 1].norm)
    return following in grammar.runs["must"].get(before.lemma, ())


def _strength(paragraph: Paragraph, predicate: Word, grammar: Grammar, *, denied: bool) -> str:
    verbs = group(paragraph, predicate)
    norms, lemmas = {w.norm for w in verbs}, {w.lemma for w in verbs}
    open_modal = bool(norms & grammar.words["modal-conditional"])
    if denied and norms & grammar.words["able"]:
        open_modal = False  # nadie puede negarlo
    supposed = modals.supposed(paragraph, predicate, grammar)
    if supposed is not None:
        return supposed
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


def _orders(paragraph: Paragraph, draft: Draft, predicate: Word | None) -> bool:
    """Whether direct speech tells somebody to do something, by its verb or because its cue says so: *«Váyanse»*."""
    if predicate is None:
        return False
    if _commands(paragraph, predicate, quoted=draft.quoted):
        return True
    if not draft.quoted or draft.frame is None or draft.frame.act not in {"order", "request"}:
        return False
    if predicate.pos == "NOUN" and any(True for _ in paragraph.children(predicate, "det")):
        return not paragraph.inside(draft.content[0])[0].text[0].islower()  # called it "the worst plan so far"
    bearer = paragraph.bearer(predicate)
    told = bearer.finite and bearer.feats.get("Mood", "Ind") == "Ind" and bearer.feats.get("Person") != "2"
    subject = any(True for _ in paragraph.children(predicate, "nsubj", "csubj", "cop"))
    return not (told and (subject or bearer.feats.get("Person") == "1" or bearer.feats.get("Tense") != "Pres"))


def speech_act(
    paragraph: Paragraph, draft: Draft, predicate: Word | None, value: Factuality, grammar: Grammar
) -> SpeechAct:
    """Return what the innermost source does in saying a content, whose :func:`main_predicate` is given."""
    frame = draft.frame
    act: SpeechAct = frame.act if frame is not None else "assert"
    if act == "deny" and (draft.withheld or draft.negated):
        return "assert"  # no descarta que, neither confirms nor denies that
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
        own = _same_subject(paragraph, predicate, grammar) and (frame is None or frame.group not in _SURE)
        first = own or any(w.feats.get("Person") == "1" for w in verbs)
        return "promise" if first or (frame is not None and frame.group == "report") else "predict"
    return "request" if act == "assert" and value == "Uu" else act


def _same_subject(paragraph: Paragraph, predicate: Word, grammar: Grammar) -> bool:
    """Whether who speaks may be who will act: the clause has a pronoun, or nothing, for its subject."""
    subjects = list(paragraph.children(predicate, "nsubj", "csubj"))
    if not subjects:
        return bool(grammar.words["impersonal"]) and not is_impersonal(paragraph, predicate, grammar)
    return all(word.pos == "PRON" for word in subjects)
