"""Where a noun phrase ends that a verb follows."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.lang.lexicon import Grammar


def before_next_verb(paragraph: Paragraph, noun: Word, end: int, grammar: Grammar) -> int:
    """Cut a noun phrase before a verb that is coordinated with the cue: *prohíben la salida y embargan sus bienes*."""
    words = paragraph.words
    for at in range(noun.i + 1, end + 1):
        word = words[at]
        clause = word.norm in grammar.forms and words[min(at + 1, end)].norm in grammar.words["complementizers"]
        if (word.finite or clause) and words[at - 1].norm in grammar.words["coordinators"]:
            return at - 2
        if word.finite and word.dep == "conj" and word.head < noun.i and words[word.head].finite:
            joint = [k for k in range(noun.i + 1, at) if words[k].norm in grammar.words["coordinators"]]
            return joint[-1] - 1 if joint else end  # exigió su renuncia | y, acto seguido, se durmió
        if word.finite and not any(w.finite for w in words[noun.i + 1 : at]):
            joint = [k for k in range(noun.i + 1, at) if words[k].norm in grammar.words["coordinators"]]
            if joint and _with_subject(words[joint[-1] + 1 : at], grammar):
                return joint[-1] - 1
    return end


def _with_subject(words: list[Word], grammar: Grammar) -> bool:
    """Whether nothing but a subject stands between *and* and a verb: *lo ve como un fallo | y la gente lo culpa*."""
    lower = grammar.words["relatives"] | grammar.words["complementizers"] | grammar.words["subordinators"]
    opens = words and (words[0].pos in {"DET", "PRON", "PROPN"} or words[0].norm in grammar.words["everything"])
    return bool(opens) and not any(word.norm in lower or word.pos in {"PUNCT", "ADP"} for word in words)
