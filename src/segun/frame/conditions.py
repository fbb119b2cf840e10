"""Conditions within contents: where they stand, and which of them say that what would have been was not.

*si el río crece*, *unless it rains*, *de haber llovido más*, *had the dam burst*.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from segun.annotate.words import Paragraph, Word
from segun.attribute.clauses import ASKS
from segun.attribute.draft import Draft
from segun.attribute.runs import matching
from segun.lang.lexicon import Grammar
from segun.model import Span

_MARKS = frozenset({"mark", "case", "fixed", "prep"})
"""Relations of a conjunction of one word."""
_NOMINAL = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
_ENDS = frozenset({",", ";", "."})
_SHORT = 2
"""Words of a phrase that stands for a condition at the most, where a comma has to show it."""
_PERFECT = 4
"""Words from an auxiliary to its participle at the most: *had not yet been seen*."""
_BACKSHIFTED = frozenset({"clause", "bare clause"})
"""Rules whose contents tell in the past of the cue what was said in the present."""
_ASKED = frozenset({"ccomp", "csubj", "obj", "xcomp"})


@dataclass(frozen=True, slots=True)
class Condition:
    """The words ``[first, last]`` of a paragraph, both inclusive, that say on which condition a content holds."""

    first: int
    last: int
    unreal: bool
    """Whether it says that it was not met: *si hubiera llovido*, provided that the main clause is conditional, too."""

    def holds(self, word: Word) -> bool:
        """Whether a word stands in the condition."""
        return self.first <= word.i <= self.last


def span_of(paragraph: Paragraph, found: Sequence[Condition]) -> Span | None:
    """Return where the first of some conditions stands, its conjunction included: *en caso de que …*, *if …*."""
    if not found:
        return None
    return Span(paragraph.words[found[0].first].start, paragraph.words[found[0].last].end)


def conditions(paragraph: Paragraph, draft: Draft, grammar: Grammar) -> list[Condition]:
    """Return the conditions of a content, in text order."""
    found: list[Condition] = []
    if wish(paragraph, draft, grammar) is not None:
        return found
    for span in draft.content:
        words = paragraph.inside(span)
        for word in words:
            if found and found[-1].holds(word):
                continue
            last = _condition_at(paragraph, word, words, draft, grammar)
            if last is not None and last >= word.i:
                found.append(Condition(word.i, last, _unreal(paragraph, word, last, grammar)))
    return found


def _condition_at(paragraph: Paragraph, word: Word, content: list[Word], draft: Draft, grammar: Grammar) -> int | None:
    """Return the last word of the condition that opens at a word, ``None`` where none does."""
    if word.norm not in _openings(grammar):
        return None
    size = matching(paragraph, word.i, grammar.runs["conditional-phrases"])
    if size:
        return _alone(paragraph, word, size, content)
    size = matching(paragraph, word.i, grammar.runs["conditional-starts"])
    if size and (size > 1 or word.dep in _MARKS) and not _asks(paragraph, word, grammar):
        return _end(paragraph, word, size, content, draft, grammar)
    if _supposes(paragraph, word, content, grammar) or _inverted(paragraph, word, content, grammar):
        return _end(paragraph, word, 1, content, draft, grammar)
    return None


@cache
def _openings(grammar: Grammar) -> frozenset[str]:
    """Return the words that a condition may begin with."""
    words, runs = grammar.words, grammar.runs
    begun = runs["conditional-phrases"], runs["conditional-starts"]
    return frozenset(words["supposing"] | words["inverted-conditions"]).union(*begun)


def _alone(paragraph: Paragraph, word: Word, size: int, content: list[Word]) -> int | None:
    """*De lo contrario, …*, *otherwise, …*: a phrase that stands for a condition, apart from its clause."""
    end = word.i + size - 1
    opens = word.i == content[0].i or paragraph.words[word.i - 1].pos in {"PUNCT", "CCONJ", "SCONJ"}
    apart = size > _SHORT or (end < content[-1].i and paragraph.words[end + 1].norm == ",")  # not: if not thousands
    return end if opens and apart else None


def _asks(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether *si*, *if* opens a question that somebody wants answered or leaves open: *aclarar si habrá despidos*."""
    if word.norm not in grammar.words["whether"] or word.i == 0:
        return False
    clause, before = paragraph.head(word), paragraph.words[word.i - 1]
    governs = paragraph.head(clause)
    asks = any(frame.act in ASKS and "clause" in frame.takes for frame in grammar.frames(governs.norm, governs.lemma))
    if clause.dep in _ASKED and governs.i < word.i and asks:
        return True
    return before.feats.get("VerbForm") == "Inf" and grammar.takes(before.norm, before.lemma, "clause")


def _begins(paragraph: Paragraph, word: Word, content: list[Word], grammar: Grammar) -> bool:
    """Whether a clause begins with a word: a content does, or a comma or conjunction stands before it."""
    before = paragraph.words[word.i - 1] if word.i else word
    return word.i == content[0].i or before.pos == "PUNCT" or before.norm in grammar.words["complementizers"]


def _supposes(paragraph: Paragraph, word: Word, content: list[Word], grammar: Grammar) -> bool:
    """Whether a preposition and an infinitive suppose something: *De haber llovido más, …*, *de confirmarse, …*."""
    words = paragraph.words
    if word.norm not in grammar.words["supposing"] or word.i >= content[-1].i:
        return False
    behind = words[word.i + 1 :]
    bare = next((each for each in behind if each.norm not in grammar.words["negations"]), word)
    if bare.feats.get("VerbForm") != "Inf":
        return False  # de no pagar, perderá la licencia
    comma = next((each.i for each in content if each.i > word.i and each.norm == ","), None)
    if comma is not None and _begins(paragraph, word, content, grammar):
        return any(each.finite for each in content if each.i > comma)
    clause = paragraph.head(word)
    main = paragraph.head(clause)
    governed = any(word.norm in frame.prepositions for frame in grammar.frames(main.norm, main.lemma))
    would = clause.dep in {"advcl", "ccomp"} and paragraph.bearer(main).feats.get("Mood") == "Cnd"
    return would and not governed  # habría cedido de haber llovido; but: habría sido acusado de haber robado


def _inverted(paragraph: Paragraph, word: Word, content: list[Word], grammar: Grammar) -> bool:
    """Whether a verb before its subject opens a condition: *Had the dam burst, the town would …*."""
    words = paragraph.words
    if word.norm not in grammar.words["inverted-conditions"] or word.i >= content[-1].i:
        return False
    if words[word.i + 1].pos not in _NOMINAL:
        return False
    comma = next((each.i for each in content if each.i > word.i and each.norm == ","), None)
    if _begins(paragraph, word, content, grammar):
        later = [each for each in content if comma is not None and each.i > comma]
        will = grammar.words["future-auxiliaries"]
        return any(_would(each, grammar) or each.norm in will for each in later)
    before = words[word.i - 1]
    free = before.pos in {"VERB", "ADV", "ADJ"} and not any(
        child.i < word.i for child in paragraph.children(word, "nsubj")
    )
    return free and any(_would(each, grammar) for each in content if each.i < before.i)


def _would(word: Word, grammar: Grammar) -> bool:
    """Whether a verb form says what would be: *habría*, *would*, *might*."""
    return word.feats.get("Mood") == "Cnd" or word.norm in grammar.words["conditional-forms"]


def _end(
    paragraph: Paragraph, word: Word, size: int, content: list[Word], draft: Draft, grammar: Grammar
) -> int | None:
    """Return the last word of a condition: it ends with the comma after its verb, or with its clause."""
    words = paragraph.words
    last = min(paragraph.sentence_of(word).last, content[-1].i)
    after = word.i + size
    if after <= last and words[after].norm in grammar.words["negations"] and words[min(after + 1, last)].norm == ",":
        return after  # Si no, …
    verb = next((w for w in words[after - (size == 1 and word.finite) : last + 1] if w.finite), None)
    early = _first_comma(paragraph, after, last, verb, grammar)
    if early is not None:
        return early - 1
    wished = matching(paragraph, word.i, grammar.runs["conditional-wished"]) == size
    if wished and verb is not None and verb.feats.get("Mood") != "Sub":
        return None  # siempre que llueve
    if verb is None:
        head = paragraph.head(word)
        if head.i > word.i:
            closing = next((at for at in range(head.i + 1, last + 1) if words[at].norm in _ENDS), last + 1)
            return min(head.right, closing - 1)
        closing = next((at for at in range(after, last + 1) if words[at].norm in _ENDS), last + 1)
        return closing - 1 if size > 1 and closing > after else None
    clause = paragraph.head(verb) if verb.dep in {"aux", "cop", "aux:pass"} else verb
    comma = next((at for at in range(max(verb.i, clause.i), last + 1) if words[at].norm in _ENDS), None)
    whole = len(draft.content) == 1 and draft.head is not None and clause.i == draft.head.i
    if whole and comma is None and not word.finite:
        return None  # the parser took the main clause's verb for that of the condition
    return comma - 1 if comma is not None else min(clause.right, last)


def _first_comma(paragraph: Paragraph, first: int, last: int, verb: Word | None, grammar: Grammar) -> int | None:
    """Return the comma that ends a condition whose verb the parser does not know, or that has none.

    *En caso de ataque | , la otra ayudará*; but *Si Ana, la alcaldesa, cede, …*, *If Gil, who leads it, goes, …*.
    """
    words = paragraph.words
    comma = next((at for at in range(first, last) if words[at].norm == ","), None)
    if comma is None or comma == first or verb is None or verb.i < comma:
        return None
    closing = next((at for at in range(comma + 1, last) if words[at].norm == ","), last + 1)
    aside = words[comma + 1].norm in grammar.words["relatives"] or verb.i > closing
    return None if aside else comma


def _unreal(paragraph: Paragraph, word: Word, last: int, grammar: Grammar) -> bool:
    """Whether a condition is told as one that was not met: *si hubiera llovido*, *de haberlo leído*, *had it burst*."""
    return unreal(paragraph.words[word.i : last + 1], grammar)


def unreal(words: list[Word], grammar: Grammar) -> bool:
    """Whether some words hold a perfect of what was not: *hubiera llovido*, *haberlo leído*, *had listened*."""
    forms, infinitives = grammar.words["unreal-auxiliaries"], grammar.words["unreal-infinitives"]
    inverted = bool(words) and words[0].norm in grammar.words["inverted-conditions"]
    for at, word in enumerate(words):
        bare = word.feats.get("VerbForm") == "Inf" and word.norm.startswith(tuple(infinitives or ("\0",)))
        if word.norm not in forms and not bare:
            continue
        near = words[at + 1 :] if inverted else words[at + 1 : at + 1 + _PERFECT]
        if inverted or any(each.feats.get("VerbForm") == "Part" for each in near):
            return True
    return False


def counterfactual(paragraph: Paragraph, draft: Draft, found: Sequence[Condition], grammar: Grammar) -> bool:
    """Whether a content tells what would have been, on a condition that was not met.

    Behind a conjunction a bare conditional may tell what was to come: *said it would fail if they had not paid by May*.
    """
    if not any(each.unreal for each in found):
        return False
    words = (word for span in draft.content for word in paragraph.inside(span))
    outside = [word for word in words if not any(each.holds(word) for each in found)]
    told = draft.rule in _BACKSHIFTED
    return any(
        word.norm in grammar.words["unreal-wishes"]
        or (_would(word, grammar) and (not told or _perfect(paragraph, word, grammar)))
        for word in outside
    )


def _perfect(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether a conditional form is one of the perfect, or leads to one: *habría cedido*, *would have burst*."""
    near = paragraph.words[word.i : word.i + _PERFECT]
    perfect = next((each for each in near if each.lemma in grammar.words["perfect-auxiliaries"]), None)
    if perfect is None:
        return False
    return any(each.feats.get("VerbForm") == "Part" for each in paragraph.words[perfect.i + 1 : perfect.i + _PERFECT])


def wish(paragraph: Paragraph, draft: Draft, grammar: Grammar) -> bool | None:
    """Return whether a content that is a wish wishes for what was not: *Ojalá hubieran avisado*; ``None`` for none."""
    words = paragraph.inside(draft.content[0])
    if not words or not matching(paragraph, words[0].i, grammar.runs["wishing"]):
        return None
    comma = next((at for at, word in enumerate(words) if word.norm == ","), len(words))
    if any(word.finite for word in words[comma:]) and any(_would(word, grammar) for word in words[comma:]):
        return None  # If only they had asked, we would have come
    return unreal(words[:comma], grammar)
