"""Accounts that a sentence announces and says nothing of: *El mando difundió un parte. Dos lanchas fueron hundidas*."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Sentence, Word
from segun.attribute import nominal, sources, turns
from segun.attribute.draft import Draft, Mention
from segun.attribute.forms import denied
from segun.attribute.speech import quoting
from segun.lang.lexicon import Grammar
from segun.model import Span

_NAME = 6
"""Words of a name before a colon at the most."""


def announced(paragraph: Paragraph, sentence: Sentence, grammar: Grammar) -> Draft | None:
    """Return what opens an account in a sentence that only announces one: an attribution without a content.

    Its main verb is one of publishing or telling, its object a noun for what is told, and its subject can speak.

    Args:
        paragraph: where the sentence stands.
        sentence: what is looked at.
        grammar: the language.
    """
    words = paragraph.words[sentence.first : sentence.last + 1]
    telling = (w for w in words if _tells(paragraph, w, grammar) or _recounts(paragraph, w, grammar))
    main = next(telling, None) or _leads_list(paragraph, sentence, grammar)
    if main is None:
        return None
    source = sources.subject(paragraph, main, grammar)
    if source is None or source.kind != "noun" or not source.speaks or source.head is None:
        return None
    return Draft(paragraph.index, main.start, (main.span,), source, [], "said", None, "announcement", head=main)


def _tells(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether a word is a main clause's verb, also behind a dateline, and tells that an account follows."""
    if not {word.lemma, word.norm} & grammar.words["announcing"] or word.dep.startswith(("acl", "advcl", "csubj")):
        return False
    return _asserts(paragraph, word, grammar) and _of_account(paragraph, word, grammar)


def _asserts(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a verb says that its subject does something."""
    active = sources.is_finite(paragraph, verb) and not sources.is_passive(paragraph, verb, grammar)
    return active and not denied(paragraph, verb, grammar)


def _recounts(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether a main clause's verb tells of something new: *recuerda una noche tranquila*, *describes a dark town*.

    Of an outlet it may be known: *la agencia relata los entresijos de la cumbre*.
    """
    if not {word.lemma, word.norm} & grammar.words["recounting"] or word.dep != "root":
        return False
    nouns = [child for child in paragraph.children(word, "obj") if child.i > word.i and child.pos == "NOUN"]
    outlets = grammar.words["nouns.outlets"]
    outlet = any({child.norm, child.lemma} & outlets for child in paragraph.children(word, "nsubj"))
    determiners = (each for noun in nouns for each in paragraph.children(noun, "det"))
    told = any(outlet or each.feats.get("Definite") == "Ind" for each in determiners)
    return told and sources.is_finite(paragraph, word)


def _leads_list(paragraph: Paragraph, sentence: Sentence, grammar: Grammar) -> Word | None:
    """Return the main verb of a sentence whose colon opens a list of what it says: *Gil pide lo siguiente: / - …*."""
    if sentence.last != paragraph.words[-1].i or not turns.lists_behind(paragraph):
        return None
    words = paragraph.words[sentence.first : sentence.last + 1]
    main = next((w for w in words if w.dep == "root" and w.pos == "VERB"), None)
    says = main is not None and _asserts(paragraph, main, grammar) and grammar.frames(main.norm, main.lemma)
    return main if says else None


def _of_account(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a verb's object is a noun for what is told, and says not what: *una nota*, but *la nota de que …*."""
    nouns = [child for child in paragraph.children(verb, "obj") if child.i > verb.i]
    if not nouns:  # difundió, por medio de una agencia, un parte: taken for what the phrase between is called
        phrases = (phrase for phrase in paragraph.children(verb, "obl") if phrase.i > verb.i)
        nouns = [noun for phrase in phrases for noun in paragraph.subtree(phrase) if noun.dep == "appos"]
    known = grammar.words["accounts"]
    return any({noun.lemma, noun.norm} & known for noun in nouns)


def subject_before(paragraph: Paragraph, colon: Span, grammar: Grammar) -> Mention | None:
    """Return who speaks by the sentence that a colon ends before speech on the next line: *Los socios contaron esto:*.

    It is the subject of the last cue of speech in it, or of its main verb; of a line without a verb, the name.
    """
    end = next((w for w in reversed(paragraph.words) if w.start <= colon.start), None)
    if end is None:
        return None
    words = paragraph.words[paragraph.sentence_of(end).first : end.i]
    verbs = [w for w in words if w.pos == "VERB" and sources.is_finite(paragraph, w)]
    verbs = [w for w in verbs if paragraph.quotation_at(w.start) is None]
    cue = next((w for w in reversed(verbs) if quoting(w, grammar) is not None), None)
    cue = cue or next((w for w in verbs if w.dep == "root"), None)
    if cue is not None:
        found = sources.who(paragraph, cue, grammar, impersonal=True)
        return found if found.kind == "noun" and found.speaks else None
    named = 1 < len(words) <= _NAME and all(w.pos == "PROPN" for w in words)
    return nominal.mention(paragraph, words[0], grammar) if named else None
