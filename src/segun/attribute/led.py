"""Who speaks where a verb's own grammar names nobody: whoever does so, whom something leads to it, whose words tell."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.draft import Mention
from segun.lang.lexicon import Grammar

_MINDS = frozenset({"evaluate", "predict"})
"""What only somebody, and no thing, does."""


def free(paragraph: Paragraph, relative: Word, grammar: Grammar) -> Mention | None:
    """Return whom a relative pronoun without a noun means: *Gil fue quien avisó*, *Gil fue la que …*, *hay quien dice*.

    Before a copula with a subject that is they; else whoever does so, who has no name.
    """
    words = paragraph.words
    at = relative.i - 1
    person = relative.norm in grammar.words["person-relatives"]
    if at > 0 and words[at].norm in grammar.words["relative-antecedents"]:
        at, person = at - 1, True
    if not person or at < 0:
        return None
    verb = words[at]
    if verb.finite and verb.lemma in grammar.words["copulas"]:
        before = [c for c in paragraph.children(verb, "nsubj") if c.i < at]
        before += [c for c in paragraph.children(paragraph.head(verb), "nsubj") if c.i < at]
        asked = not before or before[-1].norm in grammar.words["relatives"]
        return None if asked else nominal.mention(paragraph, before[-1], grammar)
    several = relative.norm in grammar.words["plural-relatives"]
    alone = relative.norm in grammar.words["free-relatives"] and (verb.finite or verb.pos == "ADV")
    return Mention("noun", (relative.span,), relative, several, many=True) if alone else None


def to_whom(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return to whom it seems so, the speaker or another: *me parece que …*, *a los vecinos les parece que …*."""
    before = [word for word in paragraph.children(verb) if word.i < verb.i]
    clitics = [
        w for w in before if w.pos == "PRON" and w.norm in grammar.words["clitics"] - grammar.words["impersonal"]
    ]
    seems = next((word for word in clitics if word.norm in grammar.words["first-person"]), None)
    if seems is not None:
        return Mention("speaker", (), verb, seems.feats.get("Number") == "Plur")
    for child in before if clitics else ():
        if nominal.is_personal(paragraph, child, grammar) and child.pos in {"NOUN", "PROPN", "ADJ", "PRON"}:
            return nominal.mention(paragraph, child, grammar)
    return Mention("dropped", (), verb, clitics[0].feats.get("Number") == "Plur") if clitics else None


def of_lower(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether *que* before a cue of thinking belongs to what is thought: *un pase que considera | que sobra*.

    What it tells of cannot think, and the clause that is thought follows at once.
    """
    words = paragraph.words
    noun, relative = paragraph.head(verb), words[max(verb.i - 1, 0)]
    while relative.i > noun.i and (relative.norm in grammar.words["clitics"] or relative.pos in {"ADV", "AUX"}):
        relative = words[relative.i - 1]
    opens = relative.norm in grammar.words["complementizers"] and verb.dep.startswith("acl") and noun.i < relative.i
    if not opens or noun.pos != "NOUN" or nominal.speaks(noun, grammar):
        return False
    after = words[verb.i + 1 : verb.i + 3]
    thought = any(w.norm in grammar.words["complementizers"] or w.feats.get("Mood") == "Sub" for w in after)
    frames = [frame for frame in grammar.frames(verb.norm, verb.lemma) if not frame.document]
    minds = any((frame.act in _MINDS and frame.commitment != "CT") or frame.takes == {"clause"} for frame in frames)
    return thought and minds


def of_wording(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return whose words a gerund right behind a noun for them tells: *mandó un aviso | alertando de un robo*.

    It is whoever the noun says they are of, or the words themselves; but who sends a letter asking for help, asks.
    """
    words = paragraph.words
    first = verb.i
    while first > paragraph.sentence_of(verb).first and words[first - 1].pos in {"NOUN", "PROPN", "ADJ", "DET", "ADP"}:
        first -= 1
    noun = next((w for w in words[first : verb.i] if w.pos == "NOUN"), None)
    if verb.feats.get("VerbForm") != "Ger" or noun is None:
        return None
    if noun.lemma not in grammar.nouns and not nominal.is_document(noun, grammar):
        return None
    above = paragraph.head(noun)
    others = above.lemma in grammar.words["of-others"]
    if above.pos in {"VERB", "AUX"} and above.i < noun.i and not others:
        return None
    owner = next((c for c in paragraph.children(noun, "nmod") if noun.i < c.i < verb.i), None)
    owned = owner is not None and nominal.speaks(owner, grammar)
    return nominal.mention(paragraph, owner if owned and owner is not None else noun, grammar)


def others(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return whom something makes, or lets, think or say so: *esto los llevó a creer que*, *me complace anunciar que*.

    ``None`` where nothing leads them, or the parser saw a subject of their own.
    """
    above = paragraph.head(verb)
    known = above.lemma in grammar.words["leading-others"] and verb.feats.get("VerbForm") == "Inf"
    if not known or any(True for _ in paragraph.children(verb, "nsubj")):
        return None
    for child in paragraph.children(above, "obj", "iobj", "expl", "obl"):
        if child.i < above.i and child.norm in grammar.words["clitics"] - grammar.words["impersonal"]:
            first = child.norm in grammar.words["first-person"]
            several = child.feats.get("Number") == "Plur"
            return Mention("speaker" if first else "dropped", (), verb, several)
    for child in paragraph.children(above, "obj", "iobj"):
        if above.i < child.i < verb.i and nominal.speaks(child, grammar) and child.pos in {"NOUN", "PROPN"}:
            return nominal.mention(paragraph, child, grammar)
    return None
