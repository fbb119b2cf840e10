"""Phrases that attribute the clause they stand in: *según X*, *a juicio de X*, *according to X*."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from segun.annotate.words import Paragraph, Word
from segun.attribute import again, beside, circumstance, nominal, sources
from segun.attribute.appositions import one_apposition
from segun.attribute.draft import NOBODY, Mention, covered, tidy
from segun.attribute.extent import limits, sentence_before
from segun.attribute.regions import contrast, region
from segun.attribute.runs import matching, phrase_frames, phrase_length
from segun.attribute.whence import among, whence, where
from segun.attribute.within import relative, within
from segun.lang.lexicon import Frame, Grammar
from segun.model import Span

_APPOSED = 10
"""Words of an apposition between commas at the most."""
_OF_CLAUSE = frozenset({"obl", "obj", "nsubj", "iobj", "advcl"})
"""Relations of a phrase to its clause, and not to another noun."""
_REFLEXIVE = 2
"""Words between a phrase for whose opinion it is and the verb at the most, where nothing is judged by name."""

_BACK = ("pointing-back", "standing-back", "pointing-objects")
"""What stands for the sentence before: *así lo*, *así se*, *lo*."""


@dataclass(slots=True)
class Adjunct:
    """An attributing phrase: its words, its cue, its source, and what it attributes."""

    first: int
    last: int
    cue: tuple[Span, ...]
    source: Mention
    content: list[Span]
    rule: str
    head: Word | None = None
    final: bool = False
    """Whether nothing but a relative clause on the source follows it in its sentence."""


def adjuncts(paragraph: Paragraph, grammar: Grammar) -> list[Adjunct]:
    """Return the attributing phrases of a paragraph, in order."""
    found: list[Adjunct] = []
    opening = _openings(grammar)
    at = 0
    while at < len(paragraph.words):
        adjunct = _at(paragraph, at, grammar) if paragraph.words[at].norm in opening else None
        if adjunct is not None:
            adjunct.final = _is_final(paragraph, adjunct, grammar)
            found.append(adjunct)
            at = adjunct.last
        at += 1
    return found


@cache
def _openings(grammar: Grammar) -> frozenset[str]:
    """Return the words that an attributing phrase may begin with."""
    runs = (grammar.adjuncts, grammar.manner, grammar.runs["laws"], grammar.runs["pointing-objects"])
    return frozenset(grammar.opinion | grammar.words["within"] | grammar.words["belief-openers"]).union(*runs)


def _is_final(paragraph: Paragraph, adjunct: Adjunct, grammar: Grammar) -> bool:
    words = paragraph.words
    low, high = limits(paragraph, words[adjunct.first])
    after = adjunct.last + 1
    if _earlier(words[adjunct.first : adjunct.last + 1], grammar):
        return False
    if after < high and words[after].pos == "ADP":
        after += 1  # según un informe al que tuvo acceso X
    return adjunct.first > low and (after >= high or words[after].norm in grammar.words["relatives"])


def _earlier(words: list[Word], grammar: Grammar) -> bool:
    """Whether a phrase tells what somebody had said before: *descartó que …, como habían denunciado los vecinos*."""
    perfect = (word for word in words if {word.norm, word.lemma} & grammar.words["perfect-auxiliaries"])
    return any(word.finite and word.feats.get("Tense") in {"Imp", "Past"} for word in perfect)


def _at(paragraph: Paragraph, at: int, grammar: Grammar) -> Adjunct | None:
    if circumstance.looked_at(paragraph, at, grammar):
        return None
    run = matching(paragraph, at, grammar.adjuncts)
    manner = matching(paragraph, at, grammar.manner) or matching(paragraph, at, grammar.runs["pointing-objects"])
    if run and not circumstance.of_manner(paragraph, at, grammar) and not circumstance.of_verb(paragraph, at, grammar):
        return _phrase(paragraph, at, run, grammar) or (_manner(paragraph, at, manner, grammar) if manner else None)
    if manner:
        return _manner(paragraph, at, manner, grammar)
    law = matching(paragraph, at, grammar.runs["laws"])
    if law:
        return _law(paragraph, at, law, grammar)
    if paragraph.words[at].norm in grammar.opinion:
        return _opinion(paragraph, at, grammar)
    return _within(paragraph, at, grammar)


def _within(paragraph: Paragraph, at: int, grammar: Grammar) -> Adjunct | None:
    """*In my cousin's account,* …: a phrase with its source in its midst."""
    found = within(paragraph, at, grammar)
    if found is None:
        return None
    last, cue, source = found
    low, high = limits(paragraph, paragraph.words[at])
    content, main = region(paragraph, at, _tail(paragraph, last, high), low, high, grammar)
    return Adjunct(at, last, cue, source, content, "adjunct", main) if content else None


def _phrase(paragraph: Paragraph, at: int, size: int, grammar: Grammar) -> Adjunct | None:
    """*según* + noun phrase."""
    words = paragraph.words
    start = at + size
    low, high = limits(paragraph, words[at])
    before = relative(paragraph, at, size, grammar)
    if before is not None:
        until, source, clause = before
        return Adjunct(at, until, (Span(words[at].start, words[until].end),), source, [clause], "adjunct")
    if start > high or words[start].norm in grammar.not_sources:
        return None
    if words[start].norm == '"' and start < high:
        start += 1
    if words[start].norm in grammar.words["free-relatives"]:
        return _whoever(paragraph, at, start, grammar)
    verb = _verb_near(paragraph, start, high, grammar)
    if verb is not None:
        return None
    head = _head(paragraph, start, high)
    if (
        head is None
        or head.lemma in grammar.not_sources
        or head.norm in grammar.not_sources
        or nominal.is_time(head, grammar)
        or circumstance.varies(paragraph, at, head, grammar)
    ):
        return None
    law = at - 1 > low and matching(paragraph, at, grammar.runs["laws"])
    if at > low and words[at - 1].pos != "PUNCT" and (law or not _can_say(head, grammar)):
        return None  # actuó conforme al protocolo: that is how, and not who says so
    mention = nominal.mention(paragraph, head, grammar)
    _, last = nominal.phrase(paragraph, head, grammar)
    last = _before_article(paragraph, start, min(max(last, head.i), high))
    last = one_apposition(paragraph, start, last, high, grammar)
    if at + size <= last:
        whole = tidy(paragraph.text, words[start].start, words[last].end)
        if mention.kind == "noun" and whole is not None:
            mention = Mention("noun", (whole,), head, mention.plural)
    if head.lemma in grammar.words["nouns.utterances"] and any(
        w.feats.get("Poss") == "Yes" for w in paragraph.children(head, "det", "nmod")
    ):
        mention = Mention("dropped", (), head)
    end = _tail(paragraph, last, high)
    cue = tidy(paragraph.text, words[at].start, words[at + size - 1].end)
    content, main = region(paragraph, at, end, low, high, grammar)
    if mention.kind == "dropped" and main is not None:  # según su propio testimonio, habían salido
        mention.plural = sources.dropped(paragraph, main).plural and not any(
            True for _ in paragraph.children(main, "nsubj")
        )
    if not content or cue is None or mention.kind == "none":
        return None
    return Adjunct(at, end, (cue,), mention, content, "adjunct", main)


def _before_article(paragraph: Paragraph, first: int, last: int) -> int:
    """Return where a source ends before a noun phrase of its own: *según la alcaldesa | los cables están viejos*."""
    words = paragraph.words
    for at in range(first + 2, last + 1):
        article = words[at].pos == "DET" and words[at].text.islower()
        if article and words[at - 1].pos in {"NOUN", "PROPN"} and words[at].feats.get("Definite") == "Def":
            return at - 1
    return last


def _whoever(paragraph: Paragraph, at: int, start: int, grammar: Grammar) -> Adjunct | None:
    """*según quienes estuvieron allí*: the source is a clause up to its comma."""
    words = paragraph.words
    low, high = limits(paragraph, words[at])
    last = next((k - 1 for k in range(start, high + 1) if words[k].norm in {",", ")"}), high)
    those = nominal.whoever(paragraph, start, last, grammar)
    end = _tail(paragraph, last, high)
    content, main = region(paragraph, at, end, low, high, grammar)
    if those is None or not content:
        return None
    return Adjunct(at, end, (Span(words[at].start, words[start - 1].end),), those, content, "adjunct", main)


def _head(paragraph: Paragraph, start: int, high: int) -> Word | None:
    """Return the head of the noun phrase that begins at ``start``."""
    words = paragraph.words
    head = words[start]
    limit = next((k for k in range(start, high + 1) if words[k].norm in {",", ";", ":", "."}), high + 1)
    for _ in range(8):
        up = head.head
        if (
            head.dep.partition(":")[0] in _OF_CLAUSE
            or up == head.i
            or not start <= up < limit
            or (words[up].pos in {"VERB", "AUX"} and words[up].finite)
        ):
            break
        head = words[up]
    if head.pos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "X"} or head.entity:
        return head
    return next((w for w in words[start:limit] if w.pos in {"NOUN", "PROPN", "PRON"}), None)


def _verb_near(paragraph: Paragraph, start: int, high: int, grammar: Grammar) -> Word | None:
    """Return the verb of *según informó X*, if one follows at once."""
    words = paragraph.words
    for at in range(start, min(start + 4, high + 1)):
        word = words[at]
        if at == start and _cue_alone(paragraph, word, grammar):
            return word
        if word.pos in {"VERB", "AUX"}:
            if word.dep in {"aux", "aux:pass"} and word.head > at:
                return words[word.head]
            return word
        if word.norm not in grammar.words["between-manner-and-verb"] or word.pos in {
            "DET",
            "NOUN",
        }:
            return None
    return None


def _cue_alone(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether a verb was taken for a noun, for nothing that nouns have stands by it: *según cuenta en su carta*."""
    following = paragraph.words[word.i + 1] if word.i + 1 < len(paragraph.words) else word
    names = bool({word.norm, word.lemma} & grammar.nouns.keys()) or nominal.is_document(word, grammar)
    return (
        word.pos == "NOUN"
        and word.norm in grammar.forms
        and following.pos in {"ADP", "PUNCT"}
        and bool(grammar.words["clitics"])
        and not names
        and word.feats.get("Number") != "Plur"
        and grammar.takes(word.norm, word.lemma, "clause")
        and not any(True for _ in paragraph.children(word, "det", "amod", "nmod", "nummod"))
    )


def _manner(paragraph: Paragraph, at: int, size: int, grammar: Grammar) -> Adjunct | None:
    """*según informó X*, *como señaló X*, *as X said*."""
    words = paragraph.words
    low, high = limits(paragraph, words[at])
    start = at + size
    strict = words[at].norm not in grammar.words["manner-alone"]
    verb = _verb_near(paragraph, start, high, grammar)
    if verb is None and strict and start <= high:
        verb = _verb_after_subject(paragraph, start, high, grammar)
    if verb is None:
        return None
    cue_end, frames = _said(paragraph, verb, grammar)
    back = any(matching(paragraph, at, grammar.runs[name]) for name in _BACK)
    says = any("clause" in f.takes and f.commitment != "Uu" and not f.particles and not f.denies for f in frames)
    somebody = circumstance.is_object(paragraph, at, verb, grammar)
    when = strict and not back and circumstance.only_when(paragraph, verb, cue_end, frames, grammar)
    if not says or when or somebody or circumstance.only_how(paragraph, at, frames, grammar):
        return None
    opens = at == low or (at == low + 1 and words[low].norm in grammar.words["coordinators"])
    if strict and not (
        opens or words[at - 1].norm in {",", "(", "-", "—", '"'} or (back and words[at - 1].norm == ";")
    ):
        return None
    source = sources.who(paragraph, verb, grammar, impersonal=True)
    if source.kind == "dropped" or (source.head is not None and source.head.start < words[at].start):
        nobody = sources.is_impersonal(paragraph, verb, grammar) or frames[0].impersonal
        source = (
            beside.following(paragraph, words[cue_end], grammar, high)
            or whence(paragraph, verb, grammar)
            or among(paragraph, verb, grammar)
            or (again.said_before(paragraph, at, grammar) or where(paragraph, verb, grammar) if back else None)
            or (NOBODY if nobody else source)
        )
    elif source.kind == "none":
        source = whence(paragraph, verb, grammar) or source
    if strict and source.kind in {"none", "dropped"}:
        return None
    last = cue_end
    if source.head is not None and source.spans:
        last = max([last, *(w.i for w in paragraph.inside(source.spans[-1]))])
        source_end = source.head.right
        comma = next((k for k in range(last + 1, min(source_end, high) + 1) if words[k].norm == ","), None)
        last = max(last, comma - 1 if comma is not None else min(source_end, high))
    for child in paragraph.children(verb, "obl", "advmod", "obj"):
        if child.i > verb.i and all(words[k].norm != "," for k in range(verb.i, child.right + 1)):
            last = max(last, min(child.right, high))
    if any(words[k].norm in grammar.words["complementizers"] for k in range(verb.i + 1, min(verb.i + 3, high + 1))):
        return None
    end = _tail(paragraph, last, high)
    content, main = region(paragraph, at, end, low, high, grammar)
    told = _pointed_at(paragraph, at, low) if back else None
    if told is not None:
        content, main = told, None
    source = again.of_themselves(paragraph, main, source, grammar) or source
    against = contrast(paragraph, at, low, grammar) if strict else None
    if against is not None:
        content, main = [against], None
    cue = tidy(paragraph.text, words[at].start, words[cue_end].end)
    if not content or cue is None:
        return None
    return Adjunct(at, end, (cue,), source, content, "adjunct with a verb", main)


def _pointed_at(paragraph: Paragraph, at: int, low: int) -> list[Span] | None:
    """Return what a phrase points back to from a sentence's head, or from behind a semicolon; none elsewhere."""
    if at != low and paragraph.words[at - 1].norm != ";":
        return None
    before = sentence_before(paragraph, low) if at == low else covered(paragraph, low, at - 2)
    return [before] if before is not None else []


def _said(paragraph: Paragraph, verb: Word, grammar: Grammar) -> tuple[int, tuple[Frame, ...]]:
    """Return the last word of a cue and its frames; it may have several words: *como puso de relieve X*."""
    frames = phrase_frames(paragraph, verb, grammar)
    if frames:
        return verb.i + phrase_length(paragraph, verb, grammar), frames
    return verb.i, grammar.frames(verb.norm, verb.lemma)


def _verb_after_subject(paragraph: Paragraph, start: int, high: int, grammar: Grammar) -> Word | None:
    for k in range(start, min(start + 8, high + 1)):
        word = paragraph.words[k]
        if word.pos == "VERB":
            return word if _said(paragraph, word, grammar)[1] and k > start else None
        if word.norm in {",", ";"} or word.pos in {"ADP", "SCONJ"}:
            return None
    return None


def _opinion(paragraph: Paragraph, at: int, grammar: Grammar) -> Adjunct | None:
    """*Para X, …* where X is somebody and the clause holds an opinion."""
    words = paragraph.words
    low, high = limits(paragraph, words[at])
    low = at if at > low and words[at - 1].norm in {":", ";"} else low
    if at != low or at + 1 > high:
        return None
    some = _some(words[at + 1], grammar) and words[min(at + 2, high)].norm not in grammar.words["genitives"]
    head = words[at + 1] if some else _head(paragraph, at + 1, high)
    if head is None or not (some or _somebody(head, grammar)):
        return None
    last = head.i if some else nominal.phrase(paragraph, head, grammar)[1]
    if last + 1 > high:
        return None
    if words[last + 1].norm != ",":
        return _opinion_at_once(paragraph, at, head, last, grammar)
    end = last + 1
    apposed = next((k for k in range(end + 1, min(end + _APPOSED, high)) if words[k].norm == ","), end)
    if words[end + 1].pos != "ADV" and not any(w.finite for w in words[end:apposed]):
        end = apposed  # Para X, del semanario Y, …
    rest = words[end + 1].norm if end + 1 <= high else ""
    if rest in grammar.words["relatives"]:
        closing = next((k for k in range(head.right + 1, high) if words[k].norm == ","), None)
        end = closing if closing is not None else end
    main = next((w for w in words[end + 1 : high + 1] if w.pos in {"VERB", "AUX"} and w.finite), None)
    if main is None or not (
        main.dep == "cop"
        or main.pos == "AUX"
        or main.lemma in grammar.words["judging"]
        or main.feats.get("Mood") == "Cnd"
        or paragraph.quotation_at(main.start) is not None
    ):
        return None
    content, clause = region(paragraph, at, end, low, high, grammar)
    return (
        Adjunct(at, end, (words[at].span,), nominal.mention(paragraph, head, grammar), content, "opinion", clause)
        if content
        else None
    )


def _some(word: Word, grammar: Grammar) -> bool:
    """Whether a pronoun means several people without a name, or one named before: *Para muchos*, *Para ella, …*."""
    several = word.feats.get("Number") == "Plur" and word.norm in grammar.words["indefinites"]
    return word.pos == "PRON" and (several or word.norm in grammar.words["person-pronouns"])


def _opinion_at_once(paragraph: Paragraph, at: int, head: Word, last: int, grammar: Grammar) -> Adjunct | None:
    """*Para X la culpa es de Y*: no comma behind the phrase, but what is judged and what it is."""
    words = paragraph.words
    low, high = at, limits(paragraph, words[at])[1]
    main = next((w for w in words[last + 1 : high + 1] if w.finite), None)
    begins = words[last + 1].pos in {"DET", "PRON"} or (main is not None and main.i <= last + _REFLEXIVE)
    judges = main is not None and (main.dep == "cop" or main.lemma in grammar.words["judging"])
    content, clause = region(paragraph, at, last, low, high, grammar)
    if not begins or not judges or not content:
        return None
    source = nominal.mention(paragraph, head, grammar)
    return Adjunct(at, last, (words[at].span,), source, content, "opinion", clause)


def _can_say(word: Word, grammar: Grammar) -> bool:
    """Whether a noun can have something to say; *según la temporada* has not."""
    named = word.pos in {"PROPN", "PRON"} or bool(word.entity) or _somebody(word, grammar)
    documents = ("nouns.documents", "nouns.outlets", "nouns.unnamed", "nouns.utterances")
    return named or any(word.norm in grammar.words[n] or word.lemma in grammar.words[n] for n in documents)


def _law(paragraph: Paragraph, at: int, size: int, grammar: Grammar) -> Adjunct | None:
    """*Under the treaty, …*; *en virtud de la ley, …* at the head of a sentence."""
    words = paragraph.words
    low, high = limits(paragraph, words[at])
    if at != low or at + size > high:
        return None
    head = _head(paragraph, at + size, high)
    comma = next((k for k in range(at + size, high) if words[k].norm == ","), None)
    if head is None or comma is None or comma < head.i:
        return None
    named = [w for w in words[at + size : comma] if w.norm in grammar.words["nouns.documents"]]
    source = tidy(paragraph.text, words[at + size].start, words[comma - 1].end)
    content, main = region(paragraph, at, comma, low, high, grammar)
    cue = tidy(paragraph.text, words[at].start, words[at + size - 1].end)
    if not named or source is None or cue is None or not content:
        return None
    return Adjunct(at, comma, (cue,), Mention("noun", (source,), named[0]), content, "law", main)


def _somebody(word: Word, grammar: Grammar) -> bool:
    names = ("nouns.persons", "nouns.organisations", "nouns.groups")
    return (
        word.pos == "PROPN"
        or nominal.is_agent_noun(word, grammar)
        or any(word.norm in grammar.words[n] or word.lemma in grammar.words[n] for n in names)
    )


def _tail(paragraph: Paragraph, last: int, high: int) -> int:
    """Take the comma or mark that closes the phrase along."""
    words = paragraph.words
    while last < high and words[last + 1].norm in {",", ")", '"', "'", "’"} and words[last + 1].norm != "(":
        last += 1
        if words[last].norm == ",":
            break
    return last
