"""Direct speech right behind a clause, without a mark or a cue: *Todos mostraron su enojo "nadie nos avisó …"*."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal, sources
from segun.attribute.speech import Speech, is_speech
from segun.lang.lexicon import Grammar
from segun.model import Span
from segun.prepare.quotations import Quotation

_LONG = 8
"""Words of a quotation that is no title or wording, where nothing else says that somebody speaks."""
_SHORT = 4
"""The same in a headline, which has its name and its verb before it."""
_PHRASE = 3
"""Words of a phrase for how somebody says something: *al grito de*."""
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "NUM"})


def unmarked(
    paragraph: Paragraph, quotation: Quotation, before: list[Word], after: list[Word], grammar: Grammar
) -> Speech | None:
    """Return a quotation that is a sentence, right behind a clause that ends with it, as the subject's words.

    Args:
        paragraph: where they stand.
        quotation: the quotation.
        before: the words before it in its sentence, nearest first.
        after: those behind it.
        grammar: the language.
    """
    shouted = _shouted(paragraph, quotation, before, grammar)
    if shouted is not None:
        return shouted
    inside = paragraph.inside(quotation.inner)
    least = _SHORT if paragraph.headline else _LONG
    if len(inside) < least or not is_speech(paragraph, quotation) or not any(w.finite for w in inside):
        return None
    if not before or before[0].pos not in _NOMINAL or before[0].i < 2:
        return None
    closes = not after or after[0].norm in {".", *grammar.words["coordinators"]}
    own = any(w.norm in grammar.words["first-person"] or w.feats.get("Person") == "1" for w in inside)
    begins = own or (inside[0].pos not in {"ADP", "SCONJ"} and inside[0].norm not in grammar.words["relatives"])
    if not closes or not begins or before[0].norm in grammar.words["name-particles"]:
        return None
    if _titles(paragraph, before, grammar) or _predicate(inside, before, grammar, own=own):
        return None
    verbs = [w for w in before if w.pos == "VERB" and sources.is_finite(paragraph, w)]
    main = next((w for w in verbs if w.dep == "root"), verbs[-1] if verbs else None)
    if main is None or any(w.pos == "PUNCT" and w.norm in {":", ";"} for w in before):
        return None
    source = sources.subject(paragraph, main, grammar)
    named = source is not None and source.kind == "noun" and source.speaks
    if named and source is not None and not nominal.is_document(source.head, grammar):
        return Speech([quotation], main, source, None, "clause, quotation")
    return Speech([quotation], None, None, None, "clause, quotation") if own else None


def _shouted(paragraph: Paragraph, quotation: Quotation, before: list[Word], grammar: Grammar) -> Speech | None:
    """A quotation behind a phrase for how somebody says it: *marcharon al grito de «…»*; the subject's words."""
    if len(before) < _PHRASE or before[0].norm not in grammar.words["genitives"]:
        return None
    noun, opens = before[1], before[2]
    if noun.norm not in grammar.words["nouns.shouts"] or opens.norm not in grammar.words["personal-object"]:
        return None
    sentence = paragraph.sentence_of(noun)
    verbs = (w for w in paragraph.words[sentence.first : sentence.last + 1] if w.pos == "VERB" and w.finite)
    main = next((w for w in verbs if not quotation.outer.holds(w.span)), None)
    source = sources.subject(paragraph, main, grammar) if main is not None else None
    span = Span(opens.start, before[0].end)
    return Speech([quotation], None, source, None, "clause, quotation", span) if source is not None else None


def _predicate(inside: list[Word], before: list[Word], grammar: Grammar, *, own: bool) -> bool:
    """Whether a quotation is what the clause before it says of its subject: *dice que el coro "canta muy mal"*."""
    opens = next((w for w in before if w.finite or w.norm in grammar.words["complementizers"]), None)
    first = next((w for w in inside if w.pos not in {"ADV", "PRON", "PUNCT"}), inside[0])
    return (opens is not None and not opens.finite) or (first.finite and first.text[:1].islower() and not own)


def _titles(paragraph: Paragraph, before: list[Word], grammar: Grammar) -> bool:
    """Whether the thing right before a quotation has its title there: *estrenó su disco "No me esperes …"*."""
    noun, article = before[0], before[1] if len(before) > 1 else before[0]
    thing = noun.pos == "NOUN" and article.pos == "DET" and not nominal.is_time(noun, grammar)
    return thing and not nominal.stands_for_proposition(paragraph, noun, grammar)
