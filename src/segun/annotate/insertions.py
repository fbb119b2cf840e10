"""Clauses that the parser took for the main one of a sentence in which they are inserted."""

from __future__ import annotations

from segun.annotate.words import Word

_SUBJECT = 14
"""Words of a subject before the comma of an inserted clause at the most."""
_INSERTED = 20
"""Words from an inserted verb to the comma behind it at the most."""
_NEAR = 3
"""Words behind that comma among which the main verb stands: a negation and pronouns before it."""
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_OBJECTS = ("obj", "nsubj", "iobj")


def reattach(words: list[Word], opening: frozenset[str]) -> None:
    """Hang inserted clauses on the sentences around them, in place: *El puente, | dijo la alcaldesa, | cierra hoy*.

    No comma stands between a subject and its own verb. Where one does, another noun phrase and a comma follow the
    verb, and behind that a second verb at once, the first one is inserted.

    Args:
        words: of a paragraph, their heads set.
        opening: words that open a clause of their own, so that the second verb is not the main one: *que*, *y*.
    """
    for verb in words:
        if verb.pos == "VERB" and verb.finite and 1 < verb.i < len(words) - 1 and words[verb.i - 1].norm == ",":
            subject, main = _subject(words, verb), _main(words, verb, opening)
            if subject is not None and main is not None:
                _insert(words, verb, subject, main)


def _subject(words: list[Word], verb: Word) -> Word | None:
    """Return the head of the noun phrase before a verb's comma, if nothing else of the sentence stands before it."""
    first = verb.i - 1
    while first and words[first - 1].pos != "PUNCT" and verb.i - first <= _SUBJECT:
        first -= 1
    before = words[first : verb.i - 1]
    heads = [word for word in before if not first <= word.head < verb.i - 1 and word.dep != "punct"]
    opens = not first or words[first - 1].norm != ","
    if not opens or len(heads) != 1 or heads[0].head != verb.i or any(word.finite for word in before):
        return None
    cased = any(word.head == heads[0].i and word.dep in {"case", "mark", "cc"} for word in before)
    return heads[0] if heads[0].pos in _NOUNS and not cased else None


def _main(words: list[Word], verb: Word, opening: frozenset[str]) -> Word | None:
    """Return the predicate behind an inserted clause, where the parser hung it on the verb of that."""
    if words[verb.i + 1].pos not in _NOUNS | {"DET", "NUM", "ADJ"}:
        return None
    for comma in range(verb.i + 2, min(verb.i + _INSERTED, len(words) - 1)):
        if words[comma].finite or words[comma].norm in opening | {".", ";", ":", '"'}:
            return None
        if words[comma].norm != ",":
            continue
        near = words[comma + 1 : comma + 1 + _NEAR]
        found = next((word for word in near if word.finite), None)
        if found is None or any(
            word.norm in opening or word.pos in _NOUNS - {"PRON"} for word in near[: near.index(found)]
        ):
            continue
        main = words[found.head] if found.dep.startswith(("aux", "cop")) else found
        return main if main.head == verb.i and main.i > comma else None
    return None


def _insert(words: list[Word], verb: Word, subject: Word, main: Word) -> None:
    main.head, main.dep = (main.i, verb.dep) if verb.head == verb.i else (verb.head, verb.dep)
    verb.head, verb.dep = main.i, "parataxis"
    subject.head, subject.dep = main.i, "nsubj"
    behind = words[verb.i + 1 : main.i]
    told = [word for word in behind if word.head == verb.i and word.dep in _OBJECTS and word.pos in _NOUNS | {"NUM"}]
    for word in told[:1]:
        word.dep = "nsubj"
