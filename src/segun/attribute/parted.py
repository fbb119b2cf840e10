"""Conjunctions that stand far from their cue: behind a phrase, between commas, behind whom it tells."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.sources import is_finite, is_impersonal
from segun.lang.lexicon import Grammar

_GIVEN = 4
"""Words that what a clause is given as may have."""


def lacks_clause(paragraph: Paragraph, word: Word, verb: Word, grammar: Grammar) -> bool:
    """Whether a cue has nothing to say but what the parser took for a relative clause: *dijo en la radio que no hay*.

    Between them stands where it was said, and the clause lacks nothing that its *que* could stand for.
    """
    words = paragraph.words
    between = [w for w in words[verb.i + 1 : word.i] if w.norm != "*"]  # an asterisk stands around what is left out
    closed = bool(between) and between[-1].pos in {"NOUN", "PROPN", "ADJ", "NUM"}
    if not closed or not any(w.pos == "ADP" for w in between) or any(w.pos == "PUNCT" for w in between):
        return False
    clause = paragraph.head(word)
    if clause.i < word.i or not clause.dep.startswith("acl"):
        return False
    noun = paragraph.head(clause)
    tells = grammar.lemma(verb.norm, verb.lemma) in grammar.words["telling-something"]
    marks = {case.norm for case in paragraph.children(noun, "case")} if tells else set()
    if marks and marks <= grammar.words["personal-object"]:  # dijo a los diputados que no piensa irse
        to_press = noun.norm in grammar.words["nouns.outlets"]
        return _bare(paragraph, word, verb, grammar) and (to_press or not _said_behind_colon(paragraph, word, verb))
    if not _open(paragraph, word, verb, grammar):
        return False
    through = marks and marks <= grammar.words["telling-through"]
    if not through and nominal.is_personal(paragraph, noun, grammar):
        return False
    drops = grammar.words["clitics"]  # where pronouns lean on no verb, a clause has its subject
    relations = ("nsubj", "obj", "cop", "ccomp", "csubj") if drops else ("nsubj",)
    own = any(c.norm == word.norm for x in paragraph.children(clause, "xcomp") for c in paragraph.children(x, "mark"))
    return own or any(c.i != word.i for c in paragraph.children(clause, *relations))


def _open(paragraph: Paragraph, word: Word, verb: Word, grammar: Grammar, *, told: bool = False) -> bool:
    """Whether a finite cue still lacks its content where a conjunction follows: no object, no quotation, no colon.

    Args:
        paragraph: where they stand.
        word: the conjunction.
        verb: the cue.
        grammar: the language.
        told: whether a pronoun before the cue is whom it tells, and no object.
    """
    words = paragraph.words
    marks = (w for w in words[word.i + 2 : paragraph.sentence_of(verb).last] if w.norm == '"')
    if _said_behind_colon(paragraph, word, verb) or any(words[w.i - 1].norm == "," for w in marks):
        return False  # what is said stands behind a colon, or in a quotation
    return _bare(paragraph, word, verb, grammar, told=told)


def _said_behind_colon(paragraph: Paragraph, word: Word, verb: Word) -> bool:
    return any(w.norm == ":" for w in paragraph.words[word.i : paragraph.sentence_of(verb).last])


def _bare(paragraph: Paragraph, word: Word, verb: Word, grammar: Grammar, *, told: bool = False) -> bool:
    """Whether a finite cue that closes no sentence has no object before a conjunction, and none behind it."""
    words = paragraph.words
    between = words[verb.i + 1 : word.i]
    if not is_finite(paragraph, verb) or any(w.pos in {"VERB", "AUX"} for w in between):
        return False
    if words[verb.i - 1].norm == "," and not any(c.i < verb.i for c in paragraph.children(verb, "nsubj")):
        return False
    things = ("obj", "nsubj") if is_impersonal(paragraph, verb, grammar) else ("obj",)
    objects = [c for c in paragraph.children(verb, *things) if c.norm not in grammar.words["impersonal"]]
    objects += [c for c in paragraph.children(verb, "ccomp") if not _goes_on(paragraph, word, c, grammar)]
    objects += [c for c in paragraph.children(verb, "nsubj") if c.i > verb.i and not nominal.speaks(c, grammar)]
    if grammar.lemma(verb.norm, verb.lemma) in grammar.words["addressing"]:
        objects = [c for c in objects if c.dep != "obj" or c.i > word.i]  # told a meeting of farmers that
    if told:
        objects = [c for c in objects if c.norm not in grammar.words["datives"]]
    return all(any(True for _ in paragraph.children(each, "case")) for each in objects)


def _goes_on(paragraph: Paragraph, word: Word, clause: Word, grammar: Grammar) -> bool:
    """Whether a clause is a second one behind the conjunction's: *dijo en la radio que no hay y | que no habrá*.

    The parser hangs it on the cue and the first one on a noun before the conjunction.
    """
    marks = (c for c in paragraph.children(clause, "mark", "cc") if c.i < clause.i)
    opens = [c for c in marks if c.norm in grammar.words["complementizers"]]
    joined = all(paragraph.words[c.i - 1].norm in grammar.words["coordinators"] for c in opens)
    return clause.left > word.i and joined


def set_apart(paragraph: Paragraph, word: Word, verb: Word, grammar: Grammar) -> bool:
    """Whether only asides stand between a cue and a conjunction behind a comma: *avisó, en un acto ayer, | que …*.

    Without a comma before the aside it may be a noun that the clause tells of, so that noun must be no person, and
    nothing that the cue itself is about: *dijo en su casa, que …*, but not *informó de la huelga, que …*.
    """
    words = paragraph.words
    between = words[verb.i + 1 : word.i]
    commas = [w.i for w in between if w.norm == ","]
    if not commas or commas[-1] != word.i - 1 or any(w.norm in {";", ":", "(", ")", '"'} for w in between):
        return False
    if not _open(paragraph, word, verb, grammar):
        return False
    aside = words[commas[-2] + 1] if len(commas) > 1 else words[verb.i + 1]
    if aside.i == word.i - 1 or not (aside.pos in {"ADP", "ADV", "NUM"} or _when(paragraph, aside, grammar)):
        return False
    if len(commas) > 1:
        return True
    nouns = [w for w in between if w.pos in {"NOUN", "PROPN"}]
    noun = next((w for w in reversed(nouns) if any(True for _ in paragraph.children(w, "case"))), aside)
    own = {mark for frame in grammar.frames(verb.norm, verb.lemma) for mark in frame.prepositions}
    about = any(case.norm in own for case in paragraph.children(noun, "case"))
    return not (about or nominal.is_personal(paragraph, noun, grammar) or nominal.is_person(noun, grammar))


def _when(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether a word is, or determines, a noun of time: *el lunes*."""
    return nominal.is_time(word, grammar) or nominal.is_time(paragraph.head(word), grammar)


def named_as(paragraph: Paragraph, begin: int, last: int, grammar: Grammar) -> Word | None:
    """Return the conjunction behind what a clause is given as: *alegó como motivo principal | que no había agua*."""
    words = paragraph.words
    if begin > last or words[begin].norm not in grammar.words["given-as"]:
        return None
    at = begin + 1
    while at <= min(begin + _GIVEN, last) and words[at].pos in {"DET", "NOUN", "ADJ"}:
        at += 1
    noun = any(word.pos == "NOUN" for word in words[begin + 1 : at])
    return words[at] if noun and at <= last and words[at].norm in grammar.words["complementizers"] else None


def doubled(paragraph: Paragraph, word: Word, verb: Word, grammar: Grammar) -> bool:
    """Whether a pronoun before the cue is whom it tells, and it has no other object: *le explicó a Gil | que …*."""
    before = paragraph.words[verb.i - 1 : verb.i] if verb.i else []
    auxiliary = paragraph.words[verb.i - 2 : verb.i - 1] if before and before[0].pos == "AUX" and verb.i > 1 else []
    clitic = any(each.norm in grammar.words["datives"] for each in (*before, *auxiliary))
    return clitic and _open(paragraph, word, verb, grammar, told=True)


def tells_deeds(paragraph: Paragraph, cue: Word, head: Word, grammar: Grammar) -> bool:
    """Whether an outlet tells what somebody does, who does what follows, too: *Radio Mar dice que Gil vino y …*."""
    outlets = grammar.words["nouns.outlets"]
    tells = any({word.norm, word.lemma} & outlets or word.text.isupper() for word in paragraph.children(cue, "nsubj"))
    return tells and any(nominal.speaks(word, grammar) for word in paragraph.children(head, "nsubj"))
