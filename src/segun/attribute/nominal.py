"""Noun phrases: where one begins and ends, and what it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from segun.annotate.words import Paragraph, Word
from segun.attribute.draft import Mention, tidy
from segun.attribute.runs import matching
from segun.lang.lexicon import Grammar

PERSONS = frozenset({"PER", "PERSON"})
_JOINING = frozenset({"ADP", "SCONJ"})
"""Parts of speech with which a conjunction of several words begins: *sostuvo la diputada | al tiempo que reía*."""
_PHRASE = 4
"""Words from a preposition to the noun of its phrase at the most."""
LONGEST = 24
"""Words that a source's name may have; beyond, a clause was taken for a phrase."""


def phrase(paragraph: Paragraph, head: Word, grammar: Grammar) -> tuple[int, int]:
    """Return the first and last word of a noun phrase, without relative clauses and what follows them."""
    words = paragraph.words
    first, last = head.left, head.right
    for child in paragraph.children(head, "case", "cc", "mark", "punct", "advmod"):
        first = child.right + 1 if child.i == first < head.i else first
    while first < head.i and words[first].dep in {"case", "punct", "cc", "mark"} and words[first].norm != "(":
        first += 1
    copulas = (child.i + 1 for child in paragraph.children(head, "cop") if child.i < head.i)
    first = max([first, *copulas])  # among the guests were | two witnesses
    if first < head.i and words[first].norm in grammar.words["manners"]:
        first += 1 + (words[first + 1].norm == ",")  # sonriente | doña Ana, Furiosa, | la alcaldesa
    for at in range(head.i - 1, first, -1):
        if words[at].norm == "," and any(w.feats.get("VerbForm") in {"Part", "Ger"} for w in words[first:at]):
            first = at + 1  # asked by this paper, the company …
            break
    for at in range(head.i + 1, last + 1):
        word = words[at]
        if word.feats.get("VerbForm") == "Part" and words[at - 1].norm == ",":
            last = at - 1
            break
        relative = word.norm in grammar.words["relatives"] and word.dep != "det" and not _inside_name(word)
        clause = word.dep.startswith(("acl", "advcl", "ccomp", "parataxis")) and (
            word.finite or words[at - 1].norm == "," or any(c.finite for c in paragraph.children(word, "aux", "cop"))
        )
        opens = words[at - 1].norm == "," and word.norm in grammar.words["subordinators"]
        opens = opens or (words[at - 1].norm == "," and _where_said(paragraph, word, last, grammar))
        opens = opens or (word.pos in _JOINING and matching(paragraph, at, grammar.runs["joining"]) > 1)
        if relative or opens or (word.norm in {":", ";", "."} and at + 1 <= last) or word.norm in {"—", "–"}:
            last = at - 1
            break
        if clause:
            last = max(head.i, word.left - 1)
            break
        if word.norm == '"' and words[at - 1].norm in {",", "."}:
            last = at - 1
            break
    if last - first > LONGEST:
        commas = [at for at in range(head.i + 1, first + LONGEST) if words[at].norm == ","]
        last = commas[0] - 1 if commas else min(last, first + LONGEST)
    while last > head.i and (words[last].pos == "PUNCT" and words[last].norm not in {")", '"'}):
        last -= 1
    while last > head.i and words[last].dep in {"cc", "case", "mark", "det"}:
        last -= 1
    return first, last


def _where_said(paragraph: Paragraph, word: Word, last: int, grammar: Grammar) -> bool:
    """Whether a phrase tells where somebody spoke, and is no more of their name: *Gil, | en una entrevista con RT*."""
    occasions = grammar.words["speeches"] | grammar.words["nouns.held"]
    near = paragraph.words[word.i + 1 : min(word.i + _PHRASE, last + 1)]
    noun = next((each for each in near if each.pos == "NOUN"), None)
    return word.pos == "ADP" and noun is not None and bool({noun.norm, noun.lemma} & occasions)


def _inside_name(word: Word) -> bool:
    return word.pos == "PROPN"


def mention(paragraph: Paragraph, head: Word, grammar: Grammar) -> Mention:
    """Return the mention of a source that ``head`` is the head noun of; *one of them* is a noun phrase."""
    plural = head.feats.get("Number") == "Plur" or _joined(paragraph, head) or _of_many(paragraph, head)
    part = _part_of(paragraph, head, grammar)
    if is_pronoun(head, grammar) and not part:
        if head.norm in grammar.words["first-person"]:
            return Mention("speaker", (head.span,), head, plural)
        gender = head.feats.get("Gender") or gender_of(head, (), grammar)
        plural = plural or head.norm in grammar.words["anaphors.several"]
        return Mention("pronoun", (head.span,), head, plural, gender)
    first, last = phrase(paragraph, head, grammar)
    generic = head.pos != "NOUN" and head.norm in grammar.words["generic-subjects"] and not part
    verbal = paragraph.words[first].finite and paragraph.words[first].norm not in grammar.words["demonstratives"]
    if verbal or generic:
        return Mention("dropped", (), head, plural)
    span = tidy(paragraph.text, paragraph.words[first].start, paragraph.words[last].end)
    if span is None:
        return Mention("none")
    inside = paragraph.words[first : last + 1]
    person = any(w.entity in PERSONS and w.dep in {"appos", "flat"} for w in inside) or _who(paragraph, last, grammar)
    gender, says = gender_of(head, inside, grammar), speaks(head, grammar)
    if not gender and first and paragraph.words[first - 1].norm in grammar.words["contracted"]:
        gender = "Masc"  # al gerente
    return Mention("noun", (span,), head, plural, gender, person, speaks=says)


def _of_many(paragraph: Paragraph, head: Word) -> bool:
    """Whether the article of a name is one of many: *los Rojos*, but not *Los Ángeles*."""
    articles = (c for c in paragraph.children(head, "det") if c.text.islower() and c.feats.get("PronType") == "Art")
    return head.pos == "PROPN" and any(article.feats.get("Number") == "Plur" for article in articles)


def bare_name(paragraph: Paragraph, head: Word, grammar: Grammar) -> Mention:
    """Return the mention of a name without what the parser hung on it behind it."""
    parts = takewhile(lambda part: not part.text.islower(), paragraph.children(head, "flat"))
    last = max((part.i for part in parts), default=head.i)
    span = tidy(paragraph.text, paragraph.words[head.left].start, paragraph.words[last].end)
    found = mention(paragraph, head, grammar)
    return replace(found, spans=(span,)) if span is not None and found.kind == "noun" else found


def whoever(paragraph: Paragraph, first: int, last: int, grammar: Grammar) -> Mention | None:
    """Return those whom a clause from one word to another tells of, if it does: *quienes la conocen*."""
    head = paragraph.words[first]
    span = tidy(paragraph.text, head.start, paragraph.words[last].end)
    if head.norm not in grammar.words["free-relatives"] or last == first or span is None:
        return None
    return Mention("noun", (span,), head, head.norm in grammar.words["plural-relatives"])


def _part_of(paragraph: Paragraph, head: Word, grammar: Grammar) -> bool:
    """Whether a small word heads a phrase that names some of those who speak: *uno de ellos*, *two of the men*."""
    return head.pos in {"PRON", "DET", "NUM"} and any(
        child.i > head.i
        and (is_pronoun(child, grammar) or is_person(child, grammar) or _several(child) or _nominal(paragraph, child))
        for child in paragraph.children(head, "nmod", "obl")
    )


def _nominal(paragraph: Paragraph, word: Word) -> bool:
    """Whether an article makes a noun of an adjective or a participle: *one of the wounded*."""
    verbal = word.feats.get("VerbForm") == "Part" or word.pos == "ADJ"
    return verbal and any(child.i < word.i for child in paragraph.children(word, "det"))


def _who(paragraph: Paragraph, last: int, grammar: Grammar) -> bool:
    """Whether a pronoun that only means persons follows a phrase: *Perrin Vale, who teaches law*."""
    words = paragraph.words[last + 1 : last + 3]
    behind = words[1:] if words and words[0].norm == "," else words[:1]
    return any(word.norm in grammar.words["person-relatives"] for word in behind)


def _several(word: Word) -> bool:
    """Whether a noun has the form of many: *uno de los vigilantes*."""
    return word.pos == "NOUN" and word.feats.get("Number") == "Plur"


def speaks(head: Word, grammar: Grammar) -> bool:
    """Whether a noun names somebody, or something written, that can say things."""
    named = head.text[:1].isupper() and (head.pos == "PROPN" or bool(head.entity))
    written = {head.norm, head.lemma} & grammar.words["nouns.documents"]
    return named or head.pos not in {"NOUN", "ADJ"} or bool(written) or is_somebody(head, grammar)


def is_somebody(noun: Word, grammar: Grammar) -> bool:
    """Whether a noun is one for persons or bodies of them."""
    forms = {noun.norm, noun.lemma}
    classes = ("titles", "nouns.persons", "nouns.groups", "nouns.organisations", "nouns.unnamed")
    return is_agent_noun(noun, grammar) or any(forms & grammar.words[name] for name in classes)


def gender_of(head: Word, inside: Iterable[Word], grammar: Grammar) -> str:
    """Return the gender of whom a phrase names: by its noun, its article, a title or a first name; else nothing."""
    words = list(inside) or [head]
    for gender, known in (("Fem", grammar.words["feminine"]), ("Masc", grammar.words["masculine"])):
        if any(word.norm in known for word in words):
            return gender
    article = next((w for w in words if w.i < head.i and w.dep == "det"), None)
    for word in (article, head):
        if word is not None and (word is article or word.pos == "NOUN") and word.feats.get("Gender"):
            return word.feats["Gender"]
    return ""


def _joined(paragraph: Paragraph, head: Word) -> bool:
    """Whether the phrase names two: *Ana y Luis*; what a preposition or comma parts from the head does not count."""
    return any(
        not any(True for _ in paragraph.children(c, "case"))
        and c.i > head.i
        and all(w.norm != "," for w in paragraph.words[head.i : c.left])
        and not _same_one(paragraph, head, c)
        for c in paragraph.children(head, "conj")
    )


def _same_one(paragraph: Paragraph, head: Word, joined: Word) -> bool:
    """Whether one determiner stands before two nouns for one person: *la jueza y escritora Ana Gil*."""
    singular = all(w.pos == "NOUN" and w.feats.get("Number") == "Sing" for w in (head, joined))
    return singular and _determined(paragraph, head) and not _determined(paragraph, joined)


def _determined(paragraph: Paragraph, noun: Word) -> bool:
    return any(True for _ in paragraph.children(noun, "det", "nmod:poss"))


def is_definite(paragraph: Paragraph, noun: Word, grammar: Grammar) -> bool:
    """Whether a noun has a determiner, also one within its preposition: *al ministro*, *del juez*."""
    contracted = grammar.words["contracted"]
    return _determined(paragraph, noun) or any(c.norm in contracted for c in paragraph.children(noun, "case"))


def is_pronoun(word: Word, grammar: Grammar) -> bool:
    """Whether a word is a pronoun, and none that stands for nobody in particular."""
    if word.i - 1 <= word.left and word.right <= word.i + 1 and word.norm in grammar.words["anaphors.farther"]:
        return True  # Aquella dijo: taken for a name
    return word.pos in {"PRON", "DET"} and word.norm in grammar.words["pronouns"]


def is_for_speakers(word: Word, grammar: Grammar) -> bool:
    """Whether a word is one for people or bodies, or a title, whatever the parser takes it for: *MINISTRO*."""
    classes = ("nouns.persons", "nouns.organisations", "nouns.groups", "titles")
    return any(word.norm in grammar.words[each] or word.lemma in grammar.words[each] for each in classes)


def is_time(word: Word, grammar: Grammar) -> bool:
    """Whether a word heads an expression of time."""
    return word.norm in grammar.words["time-heads.words"] or word.lemma in grammar.words["time-heads.words"]


def is_date(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether a word heads an expression of time, or is the number of a day with its month: *el 4 de enero*."""
    day = word.lemma.isdecimal() and any(is_time(c, grammar) for c in paragraph.children(word, "nmod", "compound"))
    return day or is_time(word, grammar)


def is_document(word: Word | None, grammar: Grammar) -> bool:
    """Whether a noun names something written or shown: a treaty, a study, a poll."""
    documents = grammar.words["nouns.documents" if word is None or word.pos != "PROPN" else "nouns.laws"]
    return word is not None and (word.norm in documents or word.lemma in documents)


def is_agent_noun(word: Word, grammar: Grammar) -> bool:
    """Whether a noun's ending says that it names somebody by what they do: *transportistas*, *geologists*."""
    return word.pos == "NOUN" and word.norm.endswith(tuple(grammar.words["nouns.agent-endings"]))


def is_person(word: Word, grammar: Grammar) -> bool:
    """Whether a noun names a person, or persons."""
    if word.entity in PERSONS or is_agent_noun(word, grammar):
        return True
    forms = {word.norm, word.lemma}
    return not forms.isdisjoint(grammar.words["nouns.persons"]) or not forms.isdisjoint(grammar.words["nouns.groups"])


def is_personal(paragraph: Paragraph, noun: Word, grammar: Grammar) -> bool:
    """Whether a noun has the mark of persons that something is done to: *a los vecinos*, but not *a través de*."""
    marks = (case for case in paragraph.children(noun, "case") if case.norm in grammar.words["personal-object"])
    return any(not any(True for _ in paragraph.children(mark, "fixed")) for mark in marks)


def is_law(word: Word | None, grammar: Grammar) -> bool:
    """Whether a noun names a document that lays down what shall be: a treaty, a statute, a contract."""
    laws = grammar.words["nouns.laws"]
    return word is not None and (word.norm in laws or word.lemma in laws)


def stands_for_proposition(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether a noun stands for something that happens or holds: *the withdrawal*, *una oleada de despidos*."""
    if word.pos not in {"NOUN", "PROPN", "ADJ", "VERB"} or is_time(word, grammar):
        return False
    if word.pos == "PROPN" and word.entity:
        return False
    if {word.norm, word.lemma} & grammar.words["nouns.measures"]:
        counted = next((c for c in paragraph.children(word, "nmod") if c.i > word.i), None)
        if counted is not None and counted.pos != "PROPN":
            return stands_for_proposition(paragraph, counted, grammar)
    nouns = grammar.words["nouns.propositional"]
    return (
        word.norm in nouns
        or word.lemma in nouns
        or word.lemma.endswith(tuple(grammar.words["nouns.eventive"]))
        or (word.pos == "NOUN" and (word.lemma in grammar.nouns or word.norm in grammar.nouns))
        or any(True for _ in paragraph.children(word, "acl"))
    )
