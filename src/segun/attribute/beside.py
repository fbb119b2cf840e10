"""Who stands right beside a cue, whatever relation the parser gave them: *dijo Pérez*, *la Agencia Popular informó*."""

from __future__ import annotations

from dataclasses import replace

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal, participles
from segun.attribute.draft import Mention, tidy
from segun.attribute.runs import matching, phrase_length
from segun.lang.lexicon import Grammar

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
"""Parts of speech that a noun phrase may be of."""
_PHRASE = 6
"""Words of a phrase between a cue and its subject at the most."""


def following(paragraph: Paragraph, verb: Word, grammar: Grammar, until: int) -> Mention | None:
    """Return the noun phrase that stands right after a cue (*dijo Pérez*), whatever relation the parser gave it."""
    at = verb.i + 1 + phrase_length(paragraph, verb, grammar)
    words = paragraph.words
    skipped = 0
    while at <= until and skipped < 3 and words[at].pos in {"ADV", "AUX"}:
        at += 1
        skipped += 1
    at = past_phrases(paragraph, past_manner(paragraph, at, until, grammar), until, grammar)
    named = _particled(paragraph, at, until, grammar)
    if named is not None:
        return named
    initials = at <= until and len(words[at].text) > 1 and words[at].text.isupper()  # hizo saber AFNT
    if at > until or (words[at].pos in {"ADP", "SCONJ", "CCONJ", "PUNCT", "VERB"} and not initials):
        return None
    head = words[at]
    mistaken = head.pos == "DET" and head.head == at + 1 <= until and words[at + 1].pos == "ADV"  # nuestro informante
    while head.head != head.i and at <= head.head <= until and (words[head.head].pos in NOMINAL or mistaken):
        head, mistaken = words[head.head], False
    if initials and head.pos not in NOMINAL:
        return Mention("noun", (head.span,), head)
    noun = head.pos in NOMINAL or (head.pos == "ADV" and words[at].pos == "DET")
    if not noun or nominal.is_time(head, grammar) or manner(head, grammar):
        return None
    found = nominal.mention(paragraph, head, grammar)
    cuts = (tidy(paragraph.text, max(span.start, words[at].start), span.end) for span in found.spans)
    return replace(found, spans=tuple(span for span in cuts if span))


def manner(word: Word, grammar: Grammar) -> bool:
    """Whether a bare adjective or participle says how somebody spoke, and is no subject: *dijo emocionada*, *tajante*.

    An adverb before it may say how much: *visiblemente molesta*.
    """
    bare = word.text.islower() and (word.pos in {"ADJ", "ADV", "VERB"} or word.left == word.i)
    told = bare and bool({word.norm, word.lemma} & grammar.words["manners"])
    return told or (word.feats.get("VerbForm") == "Part" and word.left == word.i and bare and word.pos == "ADJ")


def past_manner(paragraph: Paragraph, at: int, until: int, grammar: Grammar) -> int:
    """Return where the subject may begin behind how it was said: *comentó sonriente | Ana Gil*."""
    return at + 1 if at < until and manner(paragraph.words[at], grammar) else at


def _particled(paragraph: Paragraph, at: int, until: int, grammar: Grammar) -> Mention | None:
    """Return a name that begins with a particle, which the parser takes for a preposition: *afirmó | Del Moral*.

    The same for a title that it took for more of the name before: *dijo a La Voz | don Eusebio*.
    """
    words = paragraph.words
    opens = at < until and words[at].pos == "ADP" and words[at].text[:1].isupper()
    particle = opens and words[at].norm in grammar.words["name-particles"]
    if not particle and not (at < until and words[at].dep == "flat" and _titled(words[at - 1], words[at], grammar)):
        return None
    end = at + 1
    while end <= until and (words[end].pos == "PROPN" or words[end].norm in grammar.words["name-particles"]):
        end += 1
    name = next((w for w in words[at + 1 : end] if w.pos == "PROPN" and w.text[:1].isupper()), None)
    last = next((w for w in reversed(words[at:end]) if w.text[:1].isupper()), words[at])
    span = tidy(paragraph.text, words[at].start, last.end)
    if name is None or span is None:
        return None
    return replace(nominal.mention(paragraph, name, grammar), kind="noun", spans=(span,), plural=False, speaks=True)


def behind(paragraph: Paragraph, at: int, until: int, grammar: Grammar) -> Mention | None:
    """Return the noun phrase that begins with a word, up to a mark or a verb; ``None`` where none that speaks does."""
    words = paragraph.words
    end = at
    while end <= until and not (
        words[end].norm in {",", ";", ":", ".", ")"} or words[end].pos in {"VERB", "AUX", "SCONJ"}
    ):
        if words[end].norm == '"' and any(w.pos in {"NOUN", "PROPN"} for w in words[at:end]):
            break  # citing a "source close to the court"
        end += 1
    inside = words[at:end]
    nouns = [w for w in inside if w.pos in {"NOUN", "PROPN"}]
    head = next((w for w in nouns if not at <= w.head < end), nouns[0] if nouns else None)
    span = tidy(paragraph.text, inside[0].start, inside[-1].end) if inside else None
    if head is None or span is None or not nominal.speaks(head, grammar):
        return None
    return replace(nominal.mention(paragraph, head, grammar), kind="noun", spans=(span,))


def past_phrases(paragraph: Paragraph, at: int, until: int, grammar: Grammar) -> int:
    """Return where a subject may begin behind when, where or to whom it was said: *dijo ayer a Litoral | la vocera*."""
    return _past_phrase(paragraph, past_time(paragraph, at, until, grammar), until, grammar)


def past_time(paragraph: Paragraph, at: int, until: int, grammar: Grammar) -> int:
    """Return where the subject may begin behind when it was said: *avanzó de madrugada | su jefa de campaña*."""
    words = paragraph.words
    end = at
    while end < until and words[end].pos in {"ADP", "DET"} and end - at < 2:
        end += 1
    noun = words[min(end, until)]
    return noun.i + 1 if nominal.is_time(noun, grammar) and noun.right == noun.i else at


def _past_phrase(paragraph: Paragraph, at: int, until: int, grammar: Grammar) -> int:
    """Return where the subject begins behind a phrase: *dijo a Litoral | la vocera*, *dijo en una carta | Ana Gil*."""
    words = paragraph.words
    marks = grammar.words["personal-object"]
    if at > until or words[at].pos != "ADP":
        return at
    fixed = max((c.i for c in paragraph.children(words[at], "fixed")), default=at)
    if at < fixed < until and words[fixed].pos != "ADP" and words[fixed + 1].pos in {"PROPN", "DET"}:
        return fixed + 1  # dijo al respecto | Ana Gil
    if words[at].norm not in marks:
        inside = (w for w in words[at + 2 : min(at + _PHRASE, until + 1)] if w.entity in nominal.PERSONS)
        name = next(inside, None)
        own = name is not None and words[name.i - 1].pos in {"NOUN", "ADJ"} and not words[name.i - 1].entity
        if name is not None and own:
            return name.i
    for k in range(at + 2, until + 1):
        if words[k].norm in {",", "."} or words[k].pos in {"SCONJ", "VERB"}:
            break
        ends = words[k - 1].pos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"} or words[k - 1].text[:1].isupper()
        if ends and (words[k].norm in grammar.words["determiners"] or _titled(words[k - 1], words[k], grammar)):
            noun = paragraph.head(words[k]) if paragraph.head(words[k]).i > k else words[k]
            return k if words[at].norm in marks or nominal.speaks(noun, grammar) else at
    return at


def _titled(before: Word, word: Word, grammar: Grammar) -> bool:
    """Whether a title parts who speaks from the name before it: *declaró para La Voz | don Eusebio*."""
    titles = grammar.words["titles"]
    named = before.text[:1].isupper() and before.norm not in titles
    return named and word.text.islower() and bool({word.norm, word.lemma} & titles)


def right_before(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return who stands right before a verb, perhaps with an apposition, where the parser made them no subject."""
    words = paragraph.words
    low = paragraph.sentence_of(verb).first
    place = _phrase_before(paragraph, verb, low, grammar)
    if place is None:
        return None
    first, at, last = place
    if participles.no_subject(paragraph, words[first], grammar):
        return _behind_phrase(paragraph, first, at, last, grammar)
    if first < at and (words[first].pos in {"ADP", "ADV"} or words[first].dep == "case"):
        return _particled(paragraph, first, at, grammar) or _behind_phrase(paragraph, first, at, last, grammar)
    if words[first].pos not in NOMINAL or words[first].norm in grammar.words["relatives"]:
        return None
    begin = _list_start(paragraph, first, low, grammar)
    joined = begin == first and first > low and words[first - 1].norm in grammar.words["coordinators"]
    if joined and _several(paragraph, verb) and words[first].feats.get("Number") != "Plur":
        return None  # a causa de firmas como Atún o | Mar han cerrado
    listed, first = begin < first, begin
    inside = words[first : at + 1]
    head = next((w for w in inside if w.pos in {"NOUN", "PROPN"} and not first <= w.head <= at), None)
    head = (
        words[first] if words[first].pos == "ADJ" and nominal.is_somebody(words[first], grammar) else head
    )  # usuarios de la red
    head = head or next((w for w in inside if w.pos in {"NOUN", "PROPN"}), None)
    if head is None or nominal.is_time(head, grammar) or not nominal.speaks(head, grammar):
        return None
    if head.dep == "obj" and head.head < first and at == last and not paragraph.head(head).finite:
        return None  # al revisar las cuentas vieron que
    span = tidy(paragraph.text, words[first].start, words[last].end)
    if span is None:
        return None
    mention = nominal.mention(paragraph, head, grammar)
    several = mention.plural or (listed and _several(paragraph, verb))
    return replace(mention, kind="noun", spans=(span,), plural=several, gender=nominal.gender_of(head, inside, grammar))


def behind_semicolon(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return the subject behind a semicolon that linking words part from its verb: *…; Gil, en cambio, | *."""
    words = paragraph.words
    low = paragraph.sentence_of(verb).first
    opens = next((at for at in range(verb.i - 1, low, -1) if words[at].norm == ";" or words[at].finite), low)
    commas = [at for at in range(opens, verb.i) if words[at].norm == ","]
    if words[opens].norm != ";" or len(commas) < 1 or not _linking(paragraph, commas[0] + 1, commas[-1], grammar):
        return None
    return right_before(paragraph, verb, grammar)


def _linking(paragraph: Paragraph, at: int, end: int, grammar: Grammar) -> bool:
    """Whether all words from one place to another link a sentence to those before: *en cambio*, *por su parte*."""
    runs = (grammar.runs[name] for name in ("connectives", "turning", "rejoinders"))
    return any(matching(paragraph, at, each) == end - at for each in runs)


def parted(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return the subject that a comma parts from its verb, as no grammar has it: *la alcaldesa, | asegura que*."""
    words = paragraph.words
    low = paragraph.sentence_of(verb).first
    comma = verb.i - 1
    while comma > low and (words[comma].pos in {"AUX", "ADV"} or words[comma].norm in grammar.words["clitics"]):
        comma -= 1
    if comma <= low or words[comma].norm != "," or _inserted(paragraph, verb, grammar):
        return None
    first = comma
    while first > low and not (words[first - 1].pos in {"PUNCT", "VERB", "AUX", "SCONJ"} or words[first - 1].finite):
        first -= 1
    if first > low and (words[first - 1].norm != "," or _names_somebody(paragraph, low, first - 1, grammar)):
        return None
    inside = words[first:comma]
    head = next((w for w in inside if w.pos in {"NOUN", "PROPN"} or w.feats.get("Number") == "Plur"), None)
    head = inside[0] if inside and inside[0].pos == "ADJ" and nominal.is_somebody(inside[0], grammar) else head
    if head is None or (inside[0].pos in {"ADP", "ADV", "CCONJ", "PRON"} and inside[0] is not head):
        return None
    if any(w.norm in grammar.words["relatives"] for w in inside) or nominal.is_time(head, grammar):
        return None
    if participles.no_subject(paragraph, inside[0], grammar):
        return None
    named = (head.pos == "PROPN" and head.entity in {"ORG", *nominal.PERSONS}) or nominal.is_somebody(head, grammar)
    span = tidy(paragraph.text, inside[0].start, inside[-1].end)
    if not named or span is None or paragraph.quotation_at(head.start) != paragraph.quotation_at(verb.start):
        return None
    found = nominal.mention(paragraph, head, grammar)
    several = found.plural or any(w.norm in grammar.words["coordinators"] for w in inside)
    if several != _several(paragraph, verb) and found.plural != _several(paragraph, verb):
        return None
    gender = nominal.gender_of(head, inside, grammar)
    return replace(found, kind="noun", spans=(span,), plural=_several(paragraph, verb), gender=gender, speaks=True)


def _names_somebody(paragraph: Paragraph, first: int, end: int, grammar: Grammar) -> bool:
    """Whether somebody is named before a comma, of whom the phrase behind it may tell: *con Gil, alcalde de Mas, …*."""
    nouns = (w for w in paragraph.words[first:end] if w.pos in {"NOUN", "PROPN"})
    return any(w.pos == "PROPN" or nominal.is_somebody(w, grammar) for w in nouns)


def _inserted(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a verb between commas governs nothing, but is inserted: *La alcaldesa, | dijo ayer, vendrá*."""
    words = paragraph.words
    last = paragraph.sentence_of(verb).last
    end = next((at for at in range(verb.i + 1, last + 1) if words[at].norm in {",", ".", ";"}), last)
    behind = words[verb.i + 1 : end]
    governed = any(verb.i < c.i < end for c in paragraph.children(verb, "obj", "ccomp", "xcomp"))
    return not governed and not any(w.norm in grammar.words["complementizers"] for w in behind)


def _behind_phrase(paragraph: Paragraph, first: int, end: int, last: int, grammar: Grammar) -> Mention | None:
    """Return who follows a phrase without a comma: *en la carta | testigos del robo*, *tras el juicio | los socios*.

    Args:
        paragraph: where they stand.
        first: the phrase's first word.
        end: the last word of the noun phrase behind it.
        last: that of an apposition to it, or ``end``.
        grammar: the language.
    """
    words = paragraph.words
    if any(word.norm in grammar.words["relatives"] for word in words[first : end + 1]):
        return None
    for at in range(first + 2, end + 1):
        word, before = words[at], words[at - 1]
        noun = paragraph.head(word) if word.pos == "DET" else word
        opens = word.norm in grammar.words["determiners"] if word.pos == "DET" else word.feats.get("Number") == "Plur"
        if not opens or before.pos not in {"NOUN", "PROPN", "ADJ"} or not at <= noun.i <= end or noun.pos != "NOUN":
            continue
        span = tidy(paragraph.text, word.start, words[last].end)
        if span is not None and nominal.speaks(noun, grammar) and not nominal.is_time(noun, grammar):
            return replace(nominal.mention(paragraph, noun, grammar), kind="noun", spans=(span,))
    return None


def _phrase_before(paragraph: Paragraph, verb: Word, low: int, grammar: Grammar) -> tuple[int, int, int] | None:
    """Return the first and last word of the phrase right before a verb, and the last of an apposition to it."""
    words = paragraph.words
    at = verb.i - 1
    while at >= low and (words[at].pos in {"AUX", "ADV", "PART"} or words[at].norm in grammar.words["clitics"]):
        at -= 1
    if at >= low and words[at].norm in grammar.words["relatives"] and words[at].pos == "PRON":
        return None  # el plan en el que | creen que
    last = at
    if at - 2 > low and words[at].norm == ")" and words[at - 2].norm == "(":
        at -= 3  # la Agencia Popular (AP) informó
    first = _beginning(paragraph, at, low, grammar)
    if at >= low and words[at].norm in grammar.words["coordinators"]:
        return None
    if at >= low and words[at].norm == ",":
        comma = next((k for k in range(at - 1, low, -1) if words[k].norm == "," or words[k].finite), low)
        if words[comma].norm != "," or words[comma - 1].pos == "CCONJ":
            return None
        aside = words[comma + 1].feats.get("VerbForm") == "Part" or words[comma + 1].norm in grammar.words["passed-on"]
        aside = aside or _linking(paragraph, comma + 1, at, grammar)  # la concejala, por su parte, sostiene
        last, first = comma - 1 if aside else at - 1, _beginning(paragraph, comma - 1, low, grammar)
        at = comma - 1
    if first <= at and paragraph.quotation_at(words[at].start) != paragraph.quotation_at(verb.start):
        return None
    return (first, at, last) if first <= at else None


def _list_start(paragraph: Paragraph, first: int, low: int, grammar: Grammar) -> int:
    """Return where the list begins that a noun phrase closes: *niños, jóvenes y | adultos*, or the phrase itself.

    A list of bare nouns or of names; where a preposition or a conjunction opens it, the phrase is no subject.
    """
    words = paragraph.words
    begin, at = first, first - 1
    while at > low and (words[at].norm in grammar.words["coordinators"] or (begin < first and words[at].norm == ",")):
        item, before = words[at - 1], words[max(at - 2, low)]
        if item.pos not in {"NOUN", "PROPN"} or item.pos != words[first].pos or before.pos in {"ADP", "SCONJ", "DET"}:
            break
        begin, at = item.i, item.i - 1
    return begin


def _several(paragraph: Paragraph, verb: Word) -> bool:
    return paragraph.bearer(verb).feats.get("Number") == "Plur"


def _beginning(paragraph: Paragraph, at: int, low: int, grammar: Grammar) -> int:
    """Return where the phrase that ends with a word begins: behind the mark, the conjunction or the verb before it."""
    words = paragraph.words
    stops = grammar.words["coordinators"] | grammar.words["complementizers"] | grammar.words["relatives"]
    first = at
    while first >= low and not (
        (first < at and words[first + 1].pos == "DET" and words[first + 1].text[:1].isupper())
        or words[first].pos in {"SCONJ", "VERB", "AUX"}
        or (words[first].pos == "PUNCT" and words[first].norm not in {"-", "/"})
        or (words[first].norm in stops and first < at and words[first + 1].pos != "ADP")
    ):
        first -= 1
    return first + 1
