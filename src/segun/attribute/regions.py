"""What an attributing phrase attributes: its sentence without it, or its own clause."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.draft import covered
from segun.attribute.opposed import opposed
from segun.attribute.runs import matching
from segun.lang.lexicon import Grammar
from segun.model import Span

_CONTRASTED = 14
"""Words between a comma and the phrase that attributes only what is set against the sentence."""


def region(
    paragraph: Paragraph, first: int, last: int, low: int, high: int, grammar: Grammar
) -> tuple[list[Span], Word | None]:
    """Return what the phrase from ``first`` to ``last`` attributes: its sentence without it, or its own clause."""
    words = paragraph.words
    low, high = _own_share(paragraph, first, last, *_own_clause(paragraph, first, low, high, grammar), grammar)
    sentence = paragraph.sentence_of(words[first])
    bracketed = low > sentence.first and words[low - 1].norm == "("
    if bracketed and first - low <= 1:
        low, high, first, last = sentence.first, sentence.last, low - 1, high + 1
    else:
        for at in range(first - 1, low, -1):
            if words[at].norm == ";":
                low = at + 1
                break
    connective = words[first - 2] if first - 2 >= low else None
    before = covered(paragraph, low, first - 1) if not _only_connective(paragraph, low, first - 1, grammar) else None
    after = last + 1 + (last + 1 < high and words[last + 1].pos == "ADP")
    relative = last < high and words[after].norm in grammar.words["relatives"]
    relative = relative and not _inserted(paragraph, first, last, grammar)
    if relative:
        last = next((k for k in range(last + 2, high) if words[k].norm == ","), high)
    if before is not None and last < high and words[last + 1].norm in {";", *grammar.words["adversatives"]}:
        high = last
    behind = covered(paragraph, last + 1, _before_cue(paragraph, last + 1, high, grammar))
    if before is not None and behind is None and words[first - 1].norm in grammar.words["coordinators"]:
        before = covered(paragraph, low, first - 2)  # la coral está sin sala | y así lo denunció Gil
    if before is None and connective is None and behind is None:
        return [], None
    spans = [s for s in (before, behind) if s is not None]
    main = next(
        (
            w
            for w in words[low : high + 1]
            if not first <= w.i <= last
            and w.dep in {"root", "ccomp", "parataxis", "acl"}
            and w.pos in {"VERB", "AUX", "ADJ", "NOUN"}
        ),
        None,
    )
    return spans, main


def contrast(paragraph: Paragraph, at: int, low: int, grammar: Grammar) -> Span | None:
    """Return what is set against the sentence right before the phrase, and alone said by its source.

    *El puente cerró a las dos y no a las cuatro, como sostiene el alcalde*: he says *a las cuatro*. So is what the
    sentence denies: *negó que hubiera pacto, como denunció Gil*.
    """
    words = paragraph.words
    denied = next((w for w in words[low:at] if w.finite and denies(w, grammar)), None)
    opens = words[denied.i + 1] if denied is not None else None
    if opens is not None and opens.norm in grammar.words["complementizers"] and opens.i + 1 < at - 1:
        return covered(paragraph, opens.i + 1, at - 2)  # negó | haber robado, como denunció Gil
    begin = next((k for k in range(at - 2, max(low, at - _CONTRASTED), -1) if words[k].norm == ","), None)
    for first in range(at - 2, begin if begin is not None else low, -1):
        if words[first].finite:
            return None
        joined = words[first - 1].norm in grammar.words["coordinators"] or words[first - 1].norm == ","
        if words[first].norm in grammar.words["negations"] and joined and first > low + 1:
            return covered(paragraph, first + 1, at - 1)
    return None


def denies(cue: Word, grammar: Grammar) -> bool:
    """Whether a cue says that something is not so: *negó que*."""
    return any(frame.act == "deny" for frame in grammar.frames(cue.norm, cue.lemma))


def _own_share(paragraph: Paragraph, first: int, last: int, low: int, high: int, grammar: Grammar) -> tuple[int, int]:
    """Return the bounds of the half of a sentence that is a phrase's own, where another phrase attributes the other.

    *El lago bajó, según Ana, | y el río subió, según Gil*.
    """
    words = paragraph.words

    def other(at: int) -> bool:
        return matching(paragraph, at, grammar.adjuncts) > 0 and words[at - 1].norm == ","

    joints = [
        at
        for at in range(low + 1, high)
        if words[at].norm in grammar.words["coordinators"] and words[at - 1].norm == ","
    ]
    for at in range(last + 2, high):
        if words[at].norm == ";" and matching(paragraph, at + 1, grammar.adjuncts):
            high = at - 1  # según aquel, no hay agua; según esta, sobra
            break
    for at in joints:
        if at > last and any(other(k) for k in range(at + 1, high)) and at - 1 <= last + 1:
            high = min(high, max(at - 2, last))
        if at < first and any(other(k) and k < at for k in range(low + 1, at)):
            low = at + 1
    return low, high


def _before_cue(paragraph: Paragraph, first: int, high: int, grammar: Grammar) -> int:
    """Return where an attributed clause ends before what its source says next: *según X, es grave | y teme que …*.

    Whoever could say so is no subject of the clause. It ends, too, before what somebody else says against it.
    """
    words = paragraph.words
    for at in range(first + 1, high - 1):
        if words[at - 1].norm == "," and opposed(paragraph, at, high, grammar):
            return at - 2
        cue, after = words[at + 1], words[at + 2]
        inside = paragraph.quotation_at(words[at].start) is not None
        if words[at].norm not in grammar.words["coordinators"] or not cue.finite or inside:
            continue
        said = grammar.takes(cue.norm, cue.lemma, "clause")
        if said and after.norm in grammar.words["complementizers"]:
            subjects = (w for w in words[first:at] if w.dep.startswith("nsubj"))
            return high if any(nominal.speaks(w, grammar) for w in subjects) else at - 1
    return high


def _inserted(paragraph: Paragraph, first: int, last: int, grammar: Grammar) -> bool:
    """Whether a phrase stands between a cue and its clause: *asegura, según recoge X, que*."""
    words = paragraph.words
    if first < 2 or words[first - 1].norm != "," or words[last + 1].norm not in grammar.words["complementizers"]:
        return False
    cue = words[first - 2]
    return cue.finite and grammar.takes(cue.norm, cue.lemma, "clause")


def _own_clause(paragraph: Paragraph, first: int, low: int, high: int, grammar: Grammar) -> tuple[int, int]:
    """Return the bounds of the clause that a phrase right behind a conjunction or relative belongs to."""
    words = paragraph.words
    openers = grammar.words["complementizers"] | grammar.words["relatives"]
    comma = first - 2 >= low and words[first - 1].norm == ","
    before = first - 2 if comma else first - 1
    if before > low and words[before].norm in grammar.words["adversatives"] | grammar.words["clause-openers"]:
        return first, high  # X lo niega, pero, según Y, …; cerró porque según Y …
    if first - 2 > low and words[first - 1].norm in grammar.words["coordinators"] and words[first - 2].norm == ",":
        return first, high  # llovió mucho, y según Y cayó un muro
    if _own_half(paragraph, first, low, high, grammar):
        return first, high  # el río bajó y según Y no hay peligro
    if before < low or words[before].norm not in openers:
        return (_subordinate(paragraph, before, low, grammar) if comma else low), high
    clause = paragraph.head(words[before])
    relative = clause.dep.startswith("acl") and clause.i > first
    return first, min(high, clause.right) if relative else high


def _own_half(paragraph: Paragraph, first: int, low: int, high: int, grammar: Grammar) -> bool:
    """Whether *and* right before a phrase joins a clause of its own to the one before, each with its verb."""
    words = paragraph.words
    back = matching(paragraph, first, grammar.runs["pointing-back"])
    if back or first - 2 <= low or words[first - 1].norm not in grammar.words["coordinators"]:
        return False
    return any(w.finite for w in words[low : first - 1]) and any(w.finite for w in words[first : high + 1])


def _subordinate(paragraph: Paragraph, before: int, low: int, grammar: Grammar) -> int:
    """Return the first word of a reason with its subject before a phrase: *calla porque | Gil, según Ana, duerme*."""
    words = paragraph.words
    for at in range(before, low, -1):
        if words[at].finite or words[at].norm in {",", ";", ":"}:
            return low
        if words[at].norm in grammar.words["clause-openers"] and words[at].dep == "mark":
            return at + 1
        if words[at].norm in grammar.words["coordinators"]:
            adverbs = at < before and all(word.pos == "ADV" for word in words[at + 1 : before + 1])
            return at + 1 if adverbs and any(word.finite for word in words[low:at]) else low
    return low


def _only_connective(paragraph: Paragraph, low: int, high: int, grammar: Grammar) -> bool:
    """Whether nothing but a linking word stands before the phrase: *Sin embargo, según X, …*."""
    said = tuple(w.norm for w in paragraph.words[low : high + 1] if w.pos != "PUNCT" and w.norm != ",")
    if not said or (len(said) == 1 and said[0] in grammar.words["coordinators"]):
        return True
    return said in grammar.runs["connectives"].get(said[0], ())
