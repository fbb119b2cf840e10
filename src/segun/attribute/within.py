"""Phrases that attribute with their source in their midst, or before them.

*In my cousin's account*, *en un hilo publicado por X*, *un oficial, según el cual …*.
"""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside, nominal
from segun.attribute.draft import Mention, covered, tidy
from segun.attribute.extent import limits, predicate
from segun.attribute.runs import matching
from segun.lang.lexicon import Grammar
from segun.model import Span

_LONGEST = 10
"""Words between the preposition and the mark that closes the phrase."""
_SMALLEST = 3
"""Words of a phrase with a possessive."""
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_CLOSING = frozenset({",", "("})

Found = tuple[int, tuple[Span, ...], Mention]
"""The phrase's last word, its cue, its source."""


def within(paragraph: Paragraph, at: int, grammar: Grammar) -> Found | None:
    """Return the phrase that begins with a word and closes with a comma or a bracket, if it attributes its sentence.

    What stands in brackets right behind it is counted in.
    """
    words = paragraph.words
    believed = words[at].norm in grammar.words["belief-openers"]
    if not believed and words[at].norm not in grammar.words["within"]:
        return None
    low, high = limits(paragraph, words[at])
    if believed:
        return _believed(paragraph, at, high, grammar)
    first = all(word.pos in {"NUM", "PUNCT", "SYM"} for word in words[low:at])
    opens = first or words[at - 1].norm in {",", '"'}
    own = _own(paragraph, at, high, grammar) if opens or words[at - 1].norm in grammar.words["relatives"] else None
    if own is not None:
        return _with_brackets(paragraph, own, high)
    if not opens:
        return None
    close = next((k for k in range(at + 1, min(at + _LONGEST, high) + 1) if _closes(words, k, high)), None)
    if close is None or any(w.finite for w in words[at:close]):
        return None
    found = _possessed(paragraph, at, close, grammar) or _published(paragraph, at, close, first, grammar)
    return _with_brackets(paragraph, found, high) if found is not None else None


def _closes(words: list[Word], at: int, high: int) -> bool:
    """Whether a mark may close a phrase; a colon does before a quotation: *in the minister's words: “…”*."""
    return words[at].norm in _CLOSING or (words[at].norm == ":" and at < high and words[at + 1].norm == '"')


def _with_brackets(paragraph: Paragraph, found: Found, high: int) -> Found:
    """Return a phrase with what stands in brackets right behind it."""
    words = paragraph.words
    if found[0] == high or words[found[0] + 1].norm != "(":
        return found
    return next((k for k in range(found[0] + 1, high + 1) if words[k].norm == ")"), found[0]), *found[1:]


def relative(paragraph: Paragraph, at: int, size: int, grammar: Grammar) -> tuple[int, Mention, Span] | None:
    """Return the last word of *según el cual*, who stands before it, and the clause behind it that they say.

    Args:
        paragraph: where the phrase stands.
        at: its first word.
        size: words of the phrase without the pronoun.
        grammar: the language.
    """
    words = paragraph.words
    low, high = limits(paragraph, words[at])
    opening = range(at + size, min(at + size + 2, high + 1))
    pronouns = grammar.words["relatives"] - grammar.words["complementizers"]
    last = next((k for k in opening if words[k].norm in pronouns), None)
    head = words[at - 1 - (words[at - 1].norm == ",")] if at - 2 >= low else None
    if last is None or head is None:
        return None
    while low <= head.head < at and head.head != head.i and words[head.head].pos in _NOMINAL:
        head = words[head.head]
    main = next((w for w in words[last + 1 : high + 1] if w.finite), None)
    if main is None or head.pos not in _NOMINAL or nominal.is_time(head, grammar):
        return None
    content = covered(paragraph, last + 1, min(predicate(paragraph, main).right, high))
    return (last, nominal.mention(paragraph, head, grammar), content) if content is not None else None


def _own(paragraph: Paragraph, at: int, high: int, grammar: Grammar) -> Found | None:
    """*In her view, …*, *que, a su juicio, …*: whose view it is says a possessive, which may not tell one from many."""
    words = paragraph.words
    if at + _SMALLEST > high or words[at + 1].norm not in grammar.words["owners"]:
        return None
    if words[at + 2].norm not in grammar.words["within-nouns"]:
        return None
    owner = words[at + 1]
    pronoun = owner.pos == "PRON"
    source = Mention("pronoun" if pronoun else "dropped", (owner.span,) if pronoun else (), owner)
    source.plural = pronoun and owner.feats.get("Number") == "Plur"
    return at + 2, (Span(words[at].start, words[at + 2].end),), source


def _possessed(paragraph: Paragraph, at: int, close: int, grammar: Grammar) -> Found | None:
    """*In my cousin's account,*: the noun for what is said stands last, whose it is before it."""
    words = paragraph.words
    said = words[close - 1]
    if said.norm not in grammar.words["within-nouns"] or close - at < _SMALLEST:
        return None
    mark = words[close - 2]
    if mark.norm in {"'s", "’s", "'", "’"}:
        owner = words[close - 3]
        span = tidy(paragraph.text, words[at + 1].start, owner.end)
        if span is None or not nominal.speaks(owner, grammar):
            return None
        source = Mention("noun", (span,), owner, owner.feats.get("Number") == "Plur")
    else:
        return None
    return close - 1, (words[at].span, said.span), source


def _published(paragraph: Paragraph, at: int, close: int, opens: bool, grammar: Grammar) -> Found | None:
    """*En un hilo publicado por X,*: a document, how it came out, and by whom; within a sentence, who passed it on."""
    words = paragraph.words
    by = next((k for k in range(at + 2, close) if words[k].norm in grammar.words["agents"]), None)
    passed_on = by is not None and words[by - 1].norm in grammar.words["passed-on"]
    if by is None or by + 1 >= close or not (passed_on or _came_out(words[by - 1])):
        return None
    if not opens and not passed_on:
        return None  # Gil, en una carta firmada por la junta, pidió …
    told = words[at + 1 : by]
    if not any(nominal.is_document(word, grammar) or word.norm in grammar.words["speeches"] for word in told):
        return None
    source = beside.behind(paragraph, by + 1, close - 1, grammar)
    return (close - 1, (Span(words[at].start, words[by].end),), source) if source is not None else None


def _believed(paragraph: Paragraph, at: int, high: int, grammar: Grammar) -> Found | None:
    """*If the ministry is to be believed, …*; *…, if the account given by the daily is to be believed*."""
    words = paragraph.words
    for close in range(at + 2, min(at + _LONGEST, high) + 1):
        size = matching(paragraph, close, grammar.runs["belief-closers"])
        if not size:
            continue
        by = [k for k in range(at + 1, close - 1) if words[k].norm in grammar.words["agents"]]
        source = beside.behind(paragraph, by[-1] + 1 if by else at + 1, close - 1, grammar)
        last = close + size - 1
        cue = (words[at].span, Span(words[close].start, words[last].end))
        return (last, cue, source) if source is not None else None
    return None


def _came_out(word: Word) -> bool:
    return word.feats.get("VerbForm") == "Part" or word.pos in {"VERB", "ADJ"}
