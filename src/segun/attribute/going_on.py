"""What goes on with a content behind its last words: what they lack, what is told of them."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute.runs import matching
from segun.lang.lexicon import Grammar

_LEAD = 5
"""Words before a conjunction that may belong to it, at the most."""


def wants_clause(paragraph: Paragraph, at: int, first: int, grammar: Grammar) -> bool:
    """Whether a conjunction opens the clause that the words before it lack: *cierra para probar | que aguanta*."""
    before = paragraph.words[at - 1]
    if at - 1 <= first or paragraph.words[at].norm not in grammar.words["complementizers"]:
        return False
    if apart(paragraph, at, grammar) != at:
        return False
    return before.pos in {"ADP", "SCONJ", "AUX"} or before.feats.get("VerbForm") == "Inf"


def describes(paragraph: Paragraph, at: int, first: int, grammar: Grammar) -> bool:
    """Whether a comma opens a relative clause on a noun right before it: *pide un plan en mayo | , en el cual …*."""
    words = paragraph.words
    if words[at].norm != "," or at - 1 <= first or at + 3 >= len(words):
        return False
    if words[at - 1].pos not in {"NOUN", "PROPN"}:
        return False
    opens = at + 1 + (words[at + 1].pos == "ADP")
    article = words[opens].pos == "DET" and opens > at + 1
    relative = words[opens + article]
    return relative.norm in grammar.words["relatives"] and relative.dep != "mark" and not relative.finite


def taken_up(paragraph: Paragraph, at: int, first: int, grammar: Grammar) -> int | None:
    """Return the comma before a bare noun with a relative clause at ``at``: *subirá la tasa | , medida que urge*."""
    words = paragraph.words
    for comma in (at, at - 2):
        if comma <= first + 1 or comma + 3 >= len(words) or words[comma].norm != ",":
            continue
        noun, relative = words[comma + 1 : comma + 3]
        if noun.pos == "NOUN" and noun.text.islower() and relative.norm in grammar.words["relatives"]:
            return comma
    return None


def parallel(paragraph: Paragraph, at: int, first: int) -> bool:
    """Whether a semicolon parts phrases of one kind: *habrá tres actos en mayo; | en junio, dos*."""
    words = paragraph.words
    opens = words[at + 1] if at + 1 < len(words) else None
    return opens is not None and opens.pos == "ADP" and any(w.norm == opens.norm for w in words[first:at])


def tells_more(relative: Word, words: list[Word], grammar: Grammar) -> bool:
    """Whether a relative clause tells more of what is announced or asked for: *anunció una feria, | que durará un mes*.

    What is or was, and what somebody says of it, the report adds itself (*pidió una feria, | que el alcalde vetó*).
    """
    if not grammar.words["clitics"] or relative.norm not in grammar.words["relatives"]:
        return False
    verb = next((word for word in words if word.i > relative.i and word.finite), None)
    if verb is None or verb.feats.get("Tense") != "Fut" or grammar.frames(verb.norm, verb.lemma):
        return False
    between = (word.norm for word in words if relative.i < word.i < verb.i)
    return not any(norm in grammar.words["possessives"] or norm in grammar.adjunct_heads for norm in between)


def apart(paragraph: Paragraph, at: int, grammar: Grammar) -> int:
    """Return the first word of a conjunction of several that ends at ``at``: *abrirá | luego de que*; else ``at``.

    One that a pronoun for all that was said leads in begins at its comma: *abrirá | , esto debido a que*.
    """
    words = paragraph.words
    if at < _LEAD or words[at].norm not in grammar.words["complementizers"]:
        return at
    if matching(paragraph, at - 1, grammar.runs["reason-conjunctions"]) > 1:
        return at - 1
    if words[at - 1].pos != "ADP":
        return at
    for k in (at - 3, at - 4):
        if words[k].norm in grammar.words["demonstratives"] and words[k - 1].norm == ",":
            return k - 1
    return at - 2 if words[at - 2].pos == "ADV" else at


def joins_names(paragraph: Paragraph, at: int) -> bool:
    """Whether a conjunction stands between two nouns, and not two clauses: *…, pero Gil | y Pol se fueron*."""
    word, words = paragraph.words[at], paragraph.words
    after = paragraph.head(word)
    return word.dep == "cc" and at > 0 and words[at - 1].pos == after.pos == "PROPN" and after.head == at - 1


def by_nobody(paragraph: Paragraph, cue: Word, at: int, grammar: Grammar) -> bool:
    """Whether a verb behind *se* has nobody who says so, but the cue has: *se demostró que*, not *se quejó de que*."""
    words = paragraph.words
    if words[max(cue.i - 1, 0)].norm in grammar.words["impersonal"]:
        return False
    bare = grammar.lemma(words[at].norm, words[at].lemma)
    own = any(f"{bare}{particle}" in grammar.verbs for particle in grammar.words["impersonal"])
    return not own and words[at + 1].norm in grammar.words["complementizers"]
