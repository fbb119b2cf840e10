"""What a verb of saying takes as its content: clauses, infinitives, noun phrases, small clauses."""

from __future__ import annotations

from dataclasses import replace

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.answers import answer
from segun.attribute.clauses import behind_colon, clause
from segun.attribute.conjunctions import NEAR
from segun.attribute.draft import Complement, Finder, covered
from segun.attribute.extent import limits
from segun.attribute.infinitives import infinite, infinitive
from segun.attribute.phrases import noun, oblique, whom
from segun.attribute.runs import matching
from segun.attribute.small_clauses import labelled, of_self, small_clause
from segun.attribute.sources import is_finite, is_passive
from segun.lang.lexicon import Frame, Grammar

_INVERTED = frozenset("¿¡")
"""Marks that open a question or a cry."""


def complement(paragraph: Paragraph, verb: Word, frames: tuple[Frame, ...], grammar: Grammar) -> Complement | None:
    """Return what the verb takes as its content, trying clauses before infinitives before noun phrases.

    Each finder is told the first and the last word that the content may have.
    """
    within = _before_main(paragraph, verb, *limits(paragraph, verb), grammar)
    for kind, finder in _FINDERS:
        for frame in frames:
            if kind & frame.takes:
                found = finder(paragraph, verb, frame, grammar, within)
                if found is not None:
                    return _told_so(paragraph, found, frames)
    return None


def _before_main(paragraph: Paragraph, verb: Word, first: int, last: int, grammar: Grammar) -> tuple[int, int]:
    """Return the bounds of a content that ends before the main clause.

    In a relative clause on its subject, *quien denunció el robo, | habló …*, or in a clause before it: *aunque niega el
    robo, | dimitió*.
    """
    noun = paragraph.head(verb)
    main = paragraph.head(noun)
    last = _fronted(paragraph, verb, first, last, grammar)
    if verb.dep.startswith("acl") and noun.dep == "nsubj" and verb.i < main.i and is_finite(paragraph, main):
        return first, min(last, verb.right if verb.right < main.i else main.i - 1)
    return first, last


def _fronted(paragraph: Paragraph, verb: Word, first: int, last: int, grammar: Grammar) -> int:
    """Return the last word of a subordinate clause that opens the sentence and holds a cue; ``last`` where none does.

    It ends at a comma behind which the main clause follows at once, with its verb before any other mark.
    """
    words = paragraph.words
    joint = words[first].norm in grammar.words["coordinators"] or words[first].pos == "PUNCT"
    if not matching(paragraph, first + joint, grammar.runs["fronting"]):
        return last
    lower = grammar.words["subordinators"] | grammar.words["relatives"] | grammar.words["coordinators"]
    commas = [at for at in range(first, last) if words[at].norm == "," and words[at + 1].norm != '"']
    if any(at < verb.i and _opens_main(words, at, last, lower) for at in commas):
        return last  # the main clause begins before the cue
    clause = any(w.norm in grammar.words["complementizers"] for w in words[verb.i + 1 : verb.i + NEAR])
    for at in commas:
        told = not clause or any(w.finite for w in words[verb.i + 1 : at])
        if at > verb.i + 1 and told and _opens_main(words, at, last, lower):
            return at - 1
    return last


def _opens_main(words: list[Word], comma: int, last: int, lower: frozenset[str]) -> bool:
    """Whether a comma is followed by a clause of its own, with a finite verb before the next mark."""
    if words[min(comma + 1, last)].norm in _INVERTED:
        return True
    at = comma + 1
    for word in words[at : last + 1]:
        if word.finite and word.pos in {"VERB", "AUX"}:
            return True
        if word.norm in lower or word.pos == "PUNCT":
            return False
    return False


def _told_so(paragraph: Paragraph, found: Complement, frames: tuple[Frame, ...]) -> Complement:
    """Return a clause in the indicative as what is said, and not asked for, where its cue does both: *told*."""
    says = next((f for f in frames if "clause" in f.takes and f.act == "assert" and f.commitment == "CT"), None)
    asks = (
        found.rule in {"clause", "bare clause", "colon"}
        and found.frame.commitment == "Uu"
        and found.frame.act == "request"
    )
    if says is None or not asks or found.head is None:
        return found
    verbs = (found.head, *paragraph.children(found.head, "aux", "aux:pass", "cop"))
    told = any(w.finite and w.feats.get("Mood") != "Sub" for w in verbs)
    return replace(found, frame=replace(says, weak=frozenset())) if told else found  # a whole clause: no other sense


def _raised(
    paragraph: Paragraph, verb: Word, frame: Frame, grammar: Grammar, within: tuple[int, int]
) -> Complement | None:
    """A passive with an infinitive: *The general … to have fled*, which is reported of him."""
    _, last = within
    if not is_passive(paragraph, verb, grammar) or frame.commitment == "Uu" or verb.norm in grammar.words["duties"]:
        return None
    for child in paragraph.children(verb, "xcomp"):
        subject = next((s for s in paragraph.children(verb, "nsubj") if s.i < verb.i), None)
        if subject is None or child.i < verb.i or not infinite(paragraph, child):
            continue
        named = covered(paragraph, *nominal.phrase(paragraph, subject, grammar))
        said = covered(paragraph, max(child.left, verb.i + 1), min(child.right, last))
        if named and said:
            return Complement((named, said), frame, "raised", child, child.left)
    return None


_FINDERS: tuple[tuple[frozenset[str], Finder], ...] = (
    (frozenset({"clause"}), _raised),
    (frozenset({"clause"}), clause),
    (frozenset({"quote"}), answer),
    (frozenset({"infinitive", "gerund"}), infinitive),
    (frozenset({"oblique"}), oblique),
    (frozenset({"small"}), labelled),
    (frozenset({"small"}), small_clause),
    (frozenset({"self"}), of_self),
    (frozenset({"noun", "any-noun"}), noun),
    (frozenset({"person"}), whom),
    (frozenset({"quote"}), behind_colon),
)
